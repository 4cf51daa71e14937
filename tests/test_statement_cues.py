"""What the readers of statements start from: the words of a unit in columns, its cues and its quotations."""

from __future__ import annotations

import pytest

from newsledger.build.extract.statements.cues import MARK, NOTE, PHRASE, WORD, find_cues
from newsledger.build.extract.statements.units import Unit, find_units
from newsledger.build.extract.statements.words import FINITE, MASK, MAY_BE_PAST, MAY_BE_VERB, Words
from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


def units(text: str) -> tuple[Unit, ...]:
    return find_units(Document.of(Article.from_bytes("test.txt", text.encode())))


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("the mayor had left", [0, 0, FINITE, FINITE]),
        ("the Left party holds talks", [0, 0, 0, MAY_BE_VERB, MAY_BE_VERB]),
        ("a roof collapsed on nuns", [0, 0, MAY_BE_PAST, 0, MAY_BE_VERB]),
        ("rebels burned the wounded man", [MAY_BE_VERB, FINITE, 0, MAY_BE_PAST, 0]),
        ("a man named Yusuf", [0, 0, MAY_BE_PAST, 0]),
    ],
)
def test_words_are_ranked_by_how_surely_they_are_verbs(text: str, verbs: list[int]) -> None:
    assert Words(text, 0, len(text)).verbs == verbs


def test_words_keep_their_offsets_and_quotations_are_one_mark() -> None:
    text = "Ana said " + MASK * 4 + "."
    words = Words(text, 4, len(text))
    assert (words.texts, words.lows) == (["said", MASK * 4, "."], ["said", MASK, "."])
    assert (words.starts, words.ends) == ([4, 9, 13], [8, 13, 14])
    assert (words.at(5), words.low_at(9), words.low_at(10)) == (1, MASK, "")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the essays were read aloud", {WORD}),
        ("nine died, as reported by the radio", {WORD, PHRASE}),
        ("nine dead (source: mayor)", {NOTE, MARK}),
        ("the essayist is home", set()),
    ],
)
def test_cues_are_whole_words_phrases_and_marks(text: str, kinds: set[int]) -> None:
    assert {kind for _, _, kind in find_cues(text)} == kinds


def test_every_form_of_a_reporting_verb_or_noun_is_a_cue() -> None:
    lexicon = reporting_lexicon()
    assert all(find_cues(form)[0][:2] == (0, len(form.split()[0])) for form in (*lexicon.by_form, *lexicon.nouns))


def test_a_unit_holds_its_own_cues_and_quotations() -> None:
    first, second = units("Nobody came home. “We said no,” Ana Ruiz said.")
    assert (first.cues, first.quotes) == ({}, [])
    assert [second.words.texts[k] for k in second.cue_words()] == ["said"]
    assert [(quote.start, quote.end) for quote in second.quotes] == [(19, 30)]
