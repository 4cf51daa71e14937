"""Evacuations: rules carry their proof, passages yield their rows, rows hold their invariants."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.build.extract.evacuations.columns import places_of
from newsledger.build.extract.evacuations.extractor import extract
from newsledger.build.extract.evacuations.frames import Candidate, candidates
from newsledger.build.extract.evacuations.rules import PACKAGE, expand, phrase, read_rule, rule_book
from newsledger.build.extract.evacuations.subjects import Mover, find_subject
from newsledger.build.extract.evacuations.words import masked_view, read_words, word_lists
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.fold import fold
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.skip import Skip
from newsledger.schema.vocabularies import RecordKind

PASSAGES = yaml.safe_load((Path(__file__).parent / "golden" / "evacuations.yml").read_text(encoding="utf-8"))


def annotated(text: str) -> Annotated:
    return Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), ArticleMetadata())))


def rows(text: str) -> list[Evacuation]:
    return [row for row in extract(annotated(text)) if not isinstance(row, Skip)]


def fired(rule_id: str, text: str) -> bool:
    return any(isinstance(c, Candidate) and c.rule.id == rule_id for c in candidates(annotated(text)))


@pytest.mark.parametrize("rule", rule_book().rules, ids=lambda rule: rule.id)
def test_each_rule_fires_on_its_examples_and_not_on_its_counterexamples(rule: Any) -> None:
    assert [text for text in rule.examples if not fired(rule.id, text)] == []
    assert [text for text in rule.counterexamples if fired(rule.id, text)] == []


@pytest.mark.parametrize("name", sorted(load_yaml("phrases", PACKAGE)))
def test_each_phrase_is_found_in_its_examples_only(name: str) -> None:
    entry = load_yaml("phrases", PACKAGE)[name]
    assert set(entry) == {"pattern", "examples", "counterexamples"}
    found = [text for text in entry["counterexamples"] if (match := phrase(name).search(text)) and match[0]]
    assert [text for text in entry["examples"] if not phrase(name).search(text)] == [] == found


def test_a_rule_without_a_counterexample_is_refused() -> None:
    raw = {"kind": "movement", "anchors": ["fled"], "pattern": "fled", "examples": ["They fled."]}
    with pytest.raises(ValueError, match="needs examples and counterexamples"):
        read_rule("movement.bare", raw)
    with pytest.raises(ValueError, match="unknown keys"):
        read_rule("movement.odd", raw | {"colour": "red", "counterexamples": ["x"]})
    with pytest.raises(ValueError, match="unknown subject"):
        read_rule("movement.odd", raw | {"subject": "birds", "counterexamples": ["x"]})
    with pytest.raises(ValueError, match="unknown flag"):
        read_rule("movement.odd", raw | {"flags": ["loud"], "counterexamples": ["x"]})


def test_macros_expand_within_macros() -> None:
    assert expand("{a}+", {"a": "(?:{b})", "b": "x"}) == "(?:x)+"


def touches(row: Evacuation, start: int, end: int) -> bool:
    spans = [(row.evidence_start, row.evidence_end), *((span.start, span.end) for span in row.also)]
    return any(a < end and start < b for a, b in spans)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"][:60])
def test_passages_yield_their_rows_and_no_others(passage: dict[str, Any]) -> None:
    text = passage["text"]
    left = rows(text)
    for wanted in passage["rows"]:
        ((kind, words),) = wanted.items()
        start = text.index(words)
        hit = next((r for r in left if r.record_kind == kind and touches(r, start, start + len(words))), None)
        assert hit is not None, (kind, words, [(r.record_kind, r.evidence_text) for r in left])
        left.remove(hit)
    assert [(row.rule_id, row.evidence_text) for row in left] == []


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The governor ordered residents of the delta to leave before the storm.", "order"),
        ("The embassy urged its citizens in Tripoli to leave at once.", "urge"),
        ("The ministry advised nationals in Aden to leave as the fighting spread.", "recommend"),
        ("The army warned civilians to move away from the arms depots.", "urge"),
        ("Do not travel to the border region because of armed conflict.", "urge"),
        ("Avoid travelling at night in areas of fighting.", "recommend"),
        ("Washington ordered the departure of embassy families from Bamako.", "order"),
        ("Civilians must leave the district, the army said.", "order"),
        ("Foreigners should leave the war zone, the embassy said.", "recommend"),
    ],
)
def test_strength_follows_the_cue(text: str, strength: str) -> None:
    assert [row.strength for row in rows(text)] == [strength]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("The Foreign Office advised British nationals to leave Ukraine now.", "Foreign Office"),
        ("French nationals were advised by their embassy to leave Monrovia.", "their embassy"),
        ("Turkey evacuated 200 citizens from Khartoum during the fighting.", "Turkey"),
    ],
)
def test_the_issuer_is_named_at_the_cue(text: str, issuer: str) -> None:
    assert [row.issuer for row in rows(text)] == [issuer]


@pytest.mark.parametrize(
    ("kind", "clause", "places"),
    [
        (RecordKind.MOVEMENT, "Nuba villagers fled from Talodi to Yida", ("Talodi", "Yida")),
        (RecordKind.MOVEMENT, "Belgium evacuated 40 nationals in Goma", ("Goma", None)),
        (RecordKind.RETURN, "thousands returned to Homs", (None, "Homs")),
        (RecordKind.STOCK, "300 families are sheltering in Bama", (None, "Bama")),
        (RecordKind.MOVEMENT, "the children fled their homes", ("their homes", None)),
    ],
)
def test_origin_and_destination_are_read_from_the_clause(
    kind: RecordKind, clause: str, places: tuple[str | None, str | None]
) -> None:
    assert places_of(kind, clause) == places


@pytest.mark.parametrize(
    ("masked", "mover"),
    [
        ("P________ of the valley have fled", Mover.PEOPLE),
        ("N_____ P_____ in the town had fled", Mover.PEOPLE),
        ("the F_____ fled", Mover.FORCES),
        ("O_______ fled", Mover.OTHERS),
        ("F_____ and P________ fled", Mover.PEOPLE),
        ("after F_____ came, P________ fled", Mover.PEOPLE),
        ("omar fled", Mover.UNKNOWN),
    ],
)
def test_the_subject_tells_people_from_forces(masked: str, mover: Mover) -> None:
    assert find_subject(masked, masked.index("fled")).mover is mover


def test_counts_and_units_go_with_the_people() -> None:
    (row,) = rows("At least 1,400 families fled the shelling in two days.")
    assert (row.count, row.count_min, row.quantifier, row.unit, row.count_role) == (
        1400,
        1400,
        "at_least",
        "household",
        "moved",
    )


def test_a_claim_told_again_is_one_row() -> None:
    text = (
        "Thousands flee Bani as army advances\n\n"
        "Some 8,000 people have fled Bani since the army advanced, officials said.\n\n"
        "The 8,000 people who fled Bani are mostly farmers."
    )
    (row,) = rows(text)
    assert row.count == 8000 or row.count_min == 2000
    assert len(row.also) == 2


def test_different_counts_stay_two_rows() -> None:
    text = "Some 8,000 people fled the shelling of Bani. A further 600 people fled the shelling of Goro."
    assert [row.count for row in rows(text)] == [8000, 600]


WORDS = st.sampled_from(
    [
        *("Residents", "troops", "fled", "were", "told", "to", "leave", "the town", "300 families", "returned home"),
        *(
            "‘",
            "”",
            ".",
            ",",
            "and",
            "İ",
            "camp",
            "shelter in Beirut",
            "flights cancelled",
            "because of shelling",
            "\n\n",
        ),
        *("evacuated", "cannot", "will", "border closed", "- Do not travel", "must", "goal", "Americans", "ordered"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_rows_hold_their_invariants_on_any_text(words: list[str]) -> None:
    text = " ".join(words)
    first, again = list(extract(annotated(text))), list(extract(annotated(text)))
    assert first == again
    for row in first:
        if isinstance(row, Skip):
            assert 0 <= row.start < row.end <= len(text)
            continue
        assert row.evidence_text == text[row.evidence_start : row.evidence_end]
        assert row.sentence_start <= row.evidence_start < row.evidence_end <= row.sentence_end
        assert (row.strength is None) == (row.record_kind != RecordKind.DIRECTIVE)
        assert (row.quantifier is None) == (row.unit is None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_a_masked_sentence_is_as_long_as_the_sentence(text: str) -> None:
    words = read_words(text)
    assert len(words.masked) == len(text)
    assert all(fold(text).startswith(word, at) for word, at in zip(words.texts, words.starts, strict=True))


def test_word_lists_hold_plain_lower_case_words() -> None:
    wrong = [word for words in word_lists().values() for word in words if not re.fullmatch(r"[a-zé'’. -]+", word)]
    assert wrong == []


def test_the_same_words_before_two_lists_are_two_directives() -> None:
    text = (
        "Travel advice for Harran\n\nNorthern border\n\n"
        "We advise against all travel to:\n\n- the Orun valley\n- Tell Saf\n\n"
        "Coast\n\nWe advise against all travel to:\n\n- the port of Misk\n\nFighting and attacks go on."
    )
    found = [row for row in rows(text) if row.record_kind == "directive"]
    assert [row.evidence_start for row in found] == [text.index("We advise"), text.rindex("We advise")]
    assert [row.also for row in found] == [[], []]


def test_the_airspace_of_a_country_keeps_its_word() -> None:
    found = annotated("The airspace of Sudan is closed.")
    assert masked_view(found).startswith("the airspace of sudan")


def test_who_says_i_is_a_person() -> None:
    assert find_subject("i fled", 2).mover is Mover.PERSON
    assert find_subject("he fled", 3).mover is Mover.UNKNOWN


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Some 900 families (4,300 people) fled Ordesh for the camps as refugees and the displaced moved on.",
            [900, 4300],
        ),
        ("Fighting displaced 2,100 people, most of them women and children (1,600), aid workers said.", [2100, 1600]),
        ("Some 900 families (4,300 killed or hurt) fled Ordesh for the camps.", [900]),
    ],
)
def test_a_figure_in_brackets_beside_movers_is_a_row_of_its_own(text: str, counts: list[int]) -> None:
    assert [row.count for row in rows(text) if row.record_kind is RecordKind.MOVEMENT] == counts


def test_a_road_that_protesters_block_is_an_obstacle_to_leaving() -> None:
    text = "Security Alert: Embassy in Harran\n\nProtesters have blocked roads to the airport. Avoid these areas."
    assert [row.record_kind for row in rows(text)] == [RecordKind.CONSTRAINT, RecordKind.DIRECTIVE]


@pytest.mark.parametrize(
    "text", ["We should postpone the talks.", "Many will never be able to return to work after the war."]
)
def test_what_is_put_off_or_never_possible_is_no_advice_and_no_aim(text: str) -> None:
    assert [row for row in rows(text) if row.record_kind in (RecordKind.DIRECTIVE, RecordKind.GOAL)] == []
