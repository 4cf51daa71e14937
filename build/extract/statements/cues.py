"""Cues: the words, phrases and marks without which a unit reports nothing, found in one pass over a document."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from newsledger.build.extract.statements.words import reporting_words
from newsledger.build.lexicon.reporting import reporting_lexicon

# What a cue is: a verb or noun that reports, a phrase before a source, the word of a source note, a headline's mark.
WORD, PHRASE, NOTE, MARK = range(4)
# Where a cue begins and ends, and what it is.
Cue = tuple[int, int, int]
MARKS = (":", "–", " - ")


@cache
def _automaton() -> tuple[AhoCorasick, tuple[int, ...]]:
    """One automaton over every cue, and the kind of each pattern."""
    lexicon = reporting_lexicon()
    words = {form.split()[0] for form in lexicon.by_form} | lexicon.nouns.keys()
    groups = (words, reporting_words("source_phrases"), reporting_words("source_notes"), MARKS)
    listed = [(text, kind) for kind, texts in enumerate(groups) for text in sorted(texts)]
    return AhoCorasick([text for text, _ in listed], implementation=Implementation.DFA), tuple(k for _, k in listed)


def find_cues(lower: str) -> list[Cue]:
    """Every cue of a text in lower case that is no part of another word, in the order in which they end.

    >>> find_cues("according to essayists, nobody said so")
    [(0, 12, 1), (31, 35, 0)]
    """
    automaton, kinds = _automaton()
    return [
        (start, end, kinds[pattern])
        for pattern, start, end in automaton.find_matches_as_indexes(lower, overlapping=True)
        if kinds[pattern] == MARK or not (lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum())
    ]
