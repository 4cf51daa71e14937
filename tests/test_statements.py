"""Statements: who said what, in the wordings of wires, broadcasters, tabloids, advisories and situation reports."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.build.extract.statements.extractor import extract
from newsledger.build.extract.statements.rules import pattern_rules, section
from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.skip import Skip
from newsledger.schema.statements import Statement


def rows(text: str) -> list[Statement]:
    article = Article.from_bytes("test.txt", text.encode())
    return [row for row in extract(Annotated(Document.of(article))) if not isinstance(row, Skip)]


def skips(text: str) -> list[Skip]:
    article = Article.from_bytes("test.txt", text.encode())
    return [row for row in extract(Annotated(Document.of(article))) if isinstance(row, Skip)]


# text, then per row: type, content, cue, words of the speaker
ONE = [
    (
        "Cholera has spread to five districts of Sofala, with 212 cases (source: Ministry of Health).",
        ("indirect", "Cholera has spread to five districts of Sofala, with 212 cases", "source", "Ministry of Health"),
    ),
    (
        "A cameraman with a Lebanese station said the driver; his nephew; and a medic were on the bridge.",
        ("indirect", "the driver; his nephew; and a medic were on the bridge", "said", "cameraman"),
    ),
    (
        "The two pilots—freed at dawn—called for an end to the war.",
        ("indirect", "an end to the war", "called for", "two pilots"),
    ),
    (
        "The customs press office reported scuffles overnight at the gate.",
        ("indirect", "scuffles overnight at the gate", "reported", "customs press office"),
    ),
    (
        "Both armies confirmed the exchange would go ahead.",
        ("indirect", "the exchange would go ahead", "confirmed", "Both armies"),
    ),
    (
        "As the radio reported, two convoys were turned back.",
        ("indirect", "two convoys were turned back", "reported", "radio"),
    ),
    (
        "As reported by local radio, two buses were burned.",
        ("indirect", "two buses were burned", "As reported by", "radio"),
    ),
    (
        "Flames engulfed the depot, the fire chief said, minutes after a blast that shook windows.",
        ("indirect", "Flames engulfed the depot", "said", "fire chief"),
    ),
    (
        "Neighbours who were at home when the shell landed said the roof fell in.",
        ("indirect", "the roof fell in", "said", "Neighbours"),
    ),
    (
        "Two cars, described by Mejia as a taxi and a police van, were burned out.",
        ("indirect", "a taxi and a police van", "described", "Mejia"),
    ),
    (
        "Maria Paz, International Rescue Fund (IRF) Mindanao head of office, said staff reached Marawi.",
        ("indirect", "staff reached Marawi", "said", "Maria Paz"),
    ),
    (
        'Osman said the camp had become a "furnace” for its prisoners. He left at dusk.',
        ("partial", 'the camp had become a "furnace” for its prisoners', "said", "Osman"),
    ),
    ("Medics gave a lower toll of 11.", ("indirect", "a lower toll of 11", "gave", "Medics")),
    ("Police identified the gunman as Omar Reyes.", ("indirect", "the gunman as Omar Reyes", "identified", "Police")),
    ("The pope called for prayers for the nuns.", ("indirect", "prayers for the nuns", "called for", "pope")),
    (
        "As many as 70 may be buried, rescue chief Li Wei told state television.",
        ("indirect", "As many as 70 may be buried", "told", "Li Wei"),
    ),
    (
        "The embassy advises U.S. citizens to keep a low profile.",
        ("indirect", "U.S. citizens to keep a low profile", "advises", "embassy"),
    ),
    (
        "Two sappers died when their truck hit a mine near Gao, the defence ministry said in a statement on Tuesday.",
        ("indirect", "Two sappers died when their truck hit a mine near Gao", "said", "defence ministry"),
    ),
    (
        "The Chadian army said Thursday it had retaken the garrison at Bardai after a week of fighting.",
        ("indirect", "it had retaken the garrison at Bardai after a week of fighting", "said", "army"),
    ),
    (
        "Police spokesman Peter Odhiambo told AFP that “at least nine people” died in the raid on Wajir.",
        ("partial", "“at least nine people” died in the raid on Wajir", "told", "Peter Odhiambo"),
    ),
    (
        "A senior defence official, who was not authorised to speak publicly, said a drone had fired first.",
        ("indirect", "a drone had fired first", "said", "official"),
    ),
    (
        "Speaking in Oslo, envoy Tor Nilsen called the annexation “theft”.",
        ("partial", "the annexation “theft”", "called", "Tor Nilsen"),
    ),
    (
        "Asked whether he feared arrest, Mr Chanda replied: “No.”",
        ("direct", "No.", "replied", "Chanda"),
    ),
    (
        "According to the Damascus Rights Monitor, a British-based group, 30 civilians died in the strikes.",
        ("indirect", "30 civilians died in the strikes", "According to", "Damascus Rights Monitor"),
    ),
    (
        "The interior minister, Pavel Orlov, was quoted by Interfax as saying the siege was over.",
        ("indirect", "the siege was over", "quoted by Interfax as saying", "Pavel Orlov"),
    ),
    (
        "State radio quoted a commander as saying “the traitors will regret it”.",
        ("direct", "the traitors will regret it", "quoted a commander as saying", "commander"),
    ),
    (
        "The blast, which officials said was caused by a gas leak, killed nine people.",
        ("indirect", "was caused by a gas leak", "said", "officials"),
    ),
    ("Zubov says Lyman holding", ("indirect", "Lyman holding", "says", "Zubov")),
    ("Dozens killed in Kano blast, officials say", ("indirect", "Dozens killed in Kano blast", "say", "officials")),
    ("Iran denies supplying drones to rebels", ("indirect", "supplying drones to rebels", "denies", "Iran")),
    (
        "A statement from the prime minister's office said the raid had been approved last week.",
        ("indirect", "the raid had been approved last week", "said", "prime minister's office"),
    ),
    (
        "Gen. Luka Petrov, meeting elders, told them not to leave, and stayed the night.",
        ("indirect", "not to leave, and stayed the night", "told", "Luka Petrov"),
    ),
    (
        "The Foreign Office advises against all travel to Pibor.",
        ("indirect", "all travel to Pibor", "advises against", "Foreign Office"),
    ),
    (
        "Hospital sources put the number of dead at 17.",
        ("indirect", "the number of dead at 17", "put", "Hospital sources"),
    ),
    (
        "“They took the goats,” a herder, Ali Bare, told local radio.",
        ("direct", "They took the goats,", "told", "Ali Bare"),
    ),
    (
        "GOMA (Reuters) - At least six nurses have been killed this year, the U.N. said on Friday, as fighting spread.",
        ("indirect", "At least six nurses have been killed this year", "said", "U.N."),
    ),
    (
        "The peace terms were rejected by the Karen National Front on Monday.",
        ("indirect", "The peace terms", "rejected", "Karen National Front"),
    ),
    (
        "A warning by the harbour master that the channel was mined came too late.",
        ("indirect", "the channel was mined", "warning", "harbour master"),
    ),
    (
        "It is the worst attack in years, the mayor's office said.",
        ("indirect", "It is the worst attack in years", "said", "mayor's office"),
    ),
]
SEVERAL = [
    (
        "The UN chief condemned the ambush and urged all sides to keep the truce, adding that talks would go on.",
        ["the ambush", "all sides to keep the truce", "talks would go on"],
    ),
    (
        "“We have no choice,” said Ahmed, a father of six who fled Raqqa. “Either we leave or we die.”",
        ["We have no choice,", "Either we leave or we die."],
    ),
    (
        "The rebels said they had shot down a plane; the army said it crashed because of a fault.",
        ["they had shot down a plane", "it crashed because of a fault"],
    ),
    (
        "Prime Minister Alan Reeve said: “We will not yield,” adding: “We will win.”",
        ["We will not yield,", "We will win."],
    ),
    (
        "Sources said these were reprisals and they charged that farmers were being threatened.",
        ["these were reprisals", "farmers were being threatened"],
    ),
]
NONE = [
    "Asylum claims rose sharply in the spring.",
    "It was the third flood in a year, according to the latest figures.",
    "The raid went on for hours, claiming the lives of nine miners.",
    "A picture of the harbour (source: file photo) hung on the wall.",
    "The hurricane claimed 12 lives and left thousands homeless.",
    "The striker answered his critics with two goals and added a third from the penalty spot.",
    "Police charged at the crowd with batons.",
    "The spokesman declined to say how many troops were involved.",
    "No group has claimed responsibility for the attack.",
    "The prime minister is expected to announce new measures on Monday.",
    "The city, known as “the pearl of the Sahel”, lies in ruins.",
    "The law requires that all men aged 18 to 60 register.",
    "Order your copy now. Call us on 555-0199.",
    "Exercise increased caution in Kenya due to crime.",
    "The army did not say who was behind the attack.",
    "Neither side has commented on the claim.",
    "“Les Misérables” is playing at the National.",
    "The villagers were told to bring blankets.",
    "Her lawyers' demands were on every front page.",
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_statement_is_read_with_its_cue_and_speaker(text: str, expected: tuple[str, str, str, str]) -> None:
    found = rows(text)
    kind, content, cue, speaker = expected
    assert [(str(row.quote_type), row.content, row.cue) for row in found] == [(kind, content, cue)]
    assert speaker in (found[0].speaker or "")


@pytest.mark.parametrize(("text", "contents"), SEVERAL)
def test_each_verb_and_each_quoted_span_has_its_own_row(text: str, contents: list[str]) -> None:
    assert [row.content for row in rows(text)] == contents
    assert all(row.cue for row in rows(text))


@pytest.mark.parametrize("text", NONE)
def test_lookalikes_report_nothing(text: str) -> None:
    assert rows(text) == []


def test_every_refusal_has_a_reason_and_a_place() -> None:
    text = "The “people's fleet” has two boats. The minister declined to say more. Families were told to leave."
    found = skips(text)
    assert {str(skip.reason) for skip in found} >= {"scare_quote", "no_speaker"}
    assert all(0 <= skip.start < skip.end <= len(text) for skip in found)


def test_channels_are_kept_out_of_the_content() -> None:
    row = rows("The group said in a statement on Telegram that it had shelled Port Bell.")[0]
    assert (row.medium, row.content) == ("in a statement on Telegram", "it had shelled Port Bell")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("“We did not shell the market,” the colonel said.", "asserted"),
        ("The minister said a wider war was possible.", "asserted"),
        ("The army said no civilians had been hurt.", "asserted"),
        ("The commander reportedly told his men that the truce was over.", "alleged"),
    ],
)
def test_modality_is_that_of_the_saying_not_of_what_is_said(text: str, modality: str) -> None:
    assert {row.modality.value for row in rows(text)} == {modality}


def test_identical_words_share_their_utterance() -> None:
    first, second = rows("“We will stay,” Ona Bel said.\n\n“We [the elders] will stay!” she said.")
    assert first.utterance_id == second.utterance_id
    assert [str(edit) for edit in second.edits] == ["bracket"]


SENTENCES = st.sampled_from([text for text, _ in ONE] + NONE + ["“", "he said", "“Go,”", "\n\n", "'", ",", "saying"])


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, max_size=6), st.booleans())
def test_rows_stay_inside_the_text_and_never_change(parts: list[str], paragraphs: bool) -> None:
    text = ("\n\n" if paragraphs else " ").join(parts)
    found = rows(text)
    assert found == rows(text)
    for row in found:
        assert row.content == text[row.evidence_start : row.evidence_end] != ""
        if row.cue_start is not None:
            assert row.cue == text[row.cue_start : row.cue_end]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="said to “”'\",.: \nXwho", max_size=80))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    assert all(row.evidence_end <= len(text) for row in rows(text))


@pytest.mark.parametrize("rule", [rule for rules in pattern_rules().values() for rule in rules], ids=lambda r: r.name)
def test_patterns_match_their_examples_only(rule: Pattern) -> None:
    assert rule.failures() == []


def test_sections_of_patterns_compile_into_one() -> None:
    assert section("times", "media").match("in a statement on Telegram")
