"""What each paragraph is, how lines become paragraphs, and which paragraphs repeat others."""

from __future__ import annotations

import re

import pytest

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.text.block_kinds import own_kind
from newsledger.build.text.blocks import find_blocks
from newsledger.build.text.datelines import dateline_end

BODY = "Government troops entered the port of Buur Gaabo on Tuesday after a week of shelling, residents said."
MORE = "The clan elders who had asked for a truce were not told of the advance, one of them said by telephone."
RULES = [
    (kind, rule) for kind in ("boilerplate", "related_link", "caption") for rule in load_yaml("block_patterns")[kind]
]


def kinds(text: str, title: str | None = None) -> list[str]:
    return [str(block.kind) for block in find_blocks(text, title)]


def texts(text: str) -> list[str]:
    return [text[block.start : block.end] for block in find_blocks(text)]


@pytest.mark.parametrize(("kind", "rule"), RULES, ids=[rule["id"] for _, rule in RULES])
def test_patterns_match_their_examples_only(kind: str, rule: dict[str, list[str]]) -> None:
    assert rule["examples"] and rule["counterexamples"]
    assert [own_kind(text) for text in rule["examples"]] == [kind] * len(rule["examples"])
    assert [text for text in rule["counterexamples"] if own_kind(text) == kind] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Army takes southern port\n\n{BODY}\n\n{MORE}", ["headline", "body", "body"]),
        (f"{BODY}\n\n{MORE}", ["body", "body"]),
        ("Rebels free 12 hostages", ["headline"]),
        (
            f"Army takes port\nElders ‘not told of advance’\nBy Ana Petrova in Mombasa\n{BODY}\n{MORE}",
            ["headline", "headline", "boilerplate", "body", "body"],
        ),
        (f"Army takes port\n\nTuesday, 4 May 1999\n\n{BODY}", ["headline", "dateline", "body"]),
        (f"MOMBASA, Kenya (AP) — {BODY}\n\n{MORE}", ["dateline", "body", "body"]),
        (f"{BODY}\n\nPirates seize tanker off Eyl with crew of nineteen\n\n{MORE}", ["body", "related_link", "body"]),
        (f"{BODY}\n\nElders not told of advance on the port\n\n{MORE}", ["body", "headline", "body"]),
        (f"{BODY}\n\nHUMANITARIAN RESPONSE\n\n{MORE}", ["body", "headline", "body"]),
        (f"{BODY}\n\n***\n\nRead more at example.org", ["body", "boilerplate", "boilerplate"]),
        (f"{BODY}\n    - - - -\n    {MORE}", ["body", "boilerplate", "body"]),
        (f"{BODY}\n\nRELATED: Who are the pirates?\n\n{MORE}", ["body", "related_link", "body"]),
        (f"{BODY}\n\nPhoto: Example Agency\n\n{MORE}", ["body", "caption", "body"]),
        (f"{BODY}\n\n- Leave the town by road.\n- Take water\n\n{MORE}", ["body", "body", "body", "body"]),
        (f"{BODY}\n\nThe minister came to the port on Wednesday and said\n\n{MORE}", ["body", "body", "body"]),
        ("***", ["boilerplate"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_blocks_have_their_kinds(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_title_from_the_metadata_names_the_headline() -> None:
    text = f"Who will rule the coast now?\n\n{BODY}"
    assert kinds("“Nobody rules the coast.”\n\n" + BODY, "Nobody rules the coast") == ["headline", "body"]
    assert kinds(text) == ["headline", "body"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"BEIRUT - {BODY}", "BEIRUT - "),
        (f"Managua, 3 Nov 87 (AFP) -- [Text] {BODY}", "Managua, 3 Nov 87 (AFP) -- [Text] "),
        (f"Geneva, 5 March 2022 – {BODY}", "Geneva, 5 March 2022 – "),
        (f"(Nairobi) – {BODY}", "(Nairobi) – "),
        (f"PORT-AU-PRINCE, Haiti (AP) _ {BODY}", "PORT-AU-PRINCE, Haiti (AP) _ "),
        (f"KABUL: {BODY}", "KABUL: "),
        (f"Mombasa — {BODY}", "Mombasa — "),
        (f"UPDATE: {BODY}", ""),
        (f"IDF: {BODY}", ""),
        (f"Garang — a colonel who led the rebels — died. {BODY}", ""),
        ("The U.S.-backed force - which fought there - withdrew on Monday from all of its posts.", ""),
        (BODY, ""),
    ],
)
def test_datelines_are_split_off(text: str, place: str) -> None:
    assert text[: dateline_end(text, True)] == place


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Rebel gunners hit the ferry landing at Soyo for a third day on\n"
        "Sunday and a relief barge turned back, port officials said. The\n"
        "barge carried maize.\n"
        "    In Luanda the foreign ministry said talks would go on with\n"
        "or without a truce.\n"
    )
    assert [re.sub(r"\s+", " ", found)[:12] for found in texts(text)] == ["Rebel gunner", "In Luanda th"]


def test_a_sentence_broken_by_blank_lines_is_one_block() -> None:
    text = (
        f"{BODY}\n\nMost of the people who left the town by boat went to the islands, while others walked to the\n\n"
        "border post at Liboi, where there is little water."
    )
    assert len(texts(text)) == 2


def test_a_page_footer_inside_a_sentence_is_boilerplate() -> None:
    text = (
        "Most of the people who left the town went to the islands, while others walked for two days to the\n\n"
        "Office of the Relief Commissioner\n\nborder post at Liboi, where there is little water."
    )
    assert kinds(f"{BODY}\n\n{text}") == ["body", "body", "boilerplate", "body"]


def test_lines_without_wraps_are_paragraphs_of_their_own() -> None:
    assert len(texts(f"{BODY}\n{MORE}\n{BODY[:-1]} again.")) == 3


def test_a_line_told_twice_is_a_caption_and_its_repeat() -> None:
    line = "Fishermen carry the wounded from the pier at Buur Gaabo after the shelling of Tuesday night"
    blocks = find_blocks(f"{BODY}\n\n{line}\n\n{line}\n\n{MORE}")
    assert [(str(block.kind), block.repeats) for block in blocks] == [
        ("body", None),
        ("caption", None),
        ("caption", 1),
        ("body", None),
    ]


def test_a_line_that_echoes_a_paragraph_is_a_caption() -> None:
    line = "The clan elders who had asked for a truce were not told of the advance"
    blocks = find_blocks(f"{BODY}\n\n{line}\n\n{MORE}\n\n{BODY}")
    assert [(str(block.kind), block.repeats) for block in blocks] == [
        ("body", None),
        ("caption", 2),
        ("body", None),
        ("body", 0),
    ]


def test_paragraphs_that_differ_in_a_number_or_a_name_do_not_repeat() -> None:
    one = "Shells killed 12 people in the market of Brava on Monday morning, the clinic there said in a statement."
    assert [
        block.repeats for block in find_blocks(f"{one}\n\n{one.replace('12', '15')}\n\n{one.replace('Brava', 'Merca')}")
    ] == [None] * 3
    assert [block.repeats for block in find_blocks(f"{one}\n\n{one.replace('statement', 'statment')}")] == [None, 0]


def test_a_wire_report_with_indented_paragraphs_is_read_line_by_line() -> None:
    text = (
        "REBELS SHELL PORT OF SOYO\n"
        "By Ana Petrova\n"
        "LUANDA, May 4, Reuter - Rebel gunners hit the ferry landing at\n"
        "Soyo for a third day on Sunday and a relief barge with maize on\n"
        "board turned back, port officials said.\n"
        "  A communique said two men were hurt.\n"
        "  ``We saw the smoke from the bridge,'' said the pilot, Sgt.\n"
        "Paulo Neto. ``It was over in minutes.''\n"
        "REUTER\n"
    )
    assert kinds(text) == ["headline", "boilerplate", "dateline", "body", "body", "body", "boilerplate"]
