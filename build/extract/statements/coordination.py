"""Coordination: whether a conjunction goes on to another cue, of the same speaker or of somebody else."""

from __future__ import annotations

from newsledger.build.extract.statements.units import Unit, Word
from newsledger.build.extract.statements.words import (
    ADVERBS,
    DETERMINERS,
    PRONOUNS,
    STOPS,
    may_be_past,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

SAYING = reporting_words("saying")
# Verbs that tell a source: "quoted villagers as saying".
SOURCING = frozenset(("quote", "cite"))
# Cues that with a noun of speakers before them begin another report.
SPEAKING = reporting_words("speaks_anew")
SPEAKERS = speaker_nouns("person", "plural", "organisation", "media")
CLAUSE_WORDS = DETERMINERS | PRONOUNS | reporting_words("questions")


def is_coordinated_cue(unit: Unit, k: int) -> bool:
    """Whether word `k` is a conjunction before a reporting verb that shares the subject of the last one.

    Only past forms count, and only with something said after them.
    """
    words = unit.words
    if k >= len(words) or words[k].low not in ("and", "but", "then", "or"):
        return False
    k += 1
    if k + 1 < len(words) and words[k].low in ("he", "she", "they", "it"):
        return words[k + 1].low in reporting_lexicon().by_form and words[k + 1].low not in ("put", "found", "made")
    while k < len(words) and (
        words[k].low in ADVERBS or words[k].low.endswith("ly") or words[k].low in ("has", "have", "had")
    ):
        k += 1
    lexicon = reporting_lexicon()
    if k + 2 < len(words) and (two := f"{words[k].low} {words[k + 1].low}") in lexicon.by_form:
        past = two not in lexicon.by_form[two].forms[:2]
        return past or any(words[j].low.endswith("s") and words[j].low in lexicon.by_form for j in range(k - 1))
    if k + 1 >= len(words) or words[k].low not in lexicon.by_form or words[k].low in ("put", "found", "read"):
        return False
    low, after = words[k].low, words[k + 1]
    verb = lexicon.by_form[low]
    if after.low in ("him", "her", "me", "us") and "bid" in verb.frames:
        return False
    clause = after.low in ("that", "it", "they", "he", "she", "there")
    present = low == verb.forms[1] and (
        clause or any(words[j].low.endswith("s") and words[j].low in lexicon.by_form for j in range(k - 1))
    )
    if (
        (low in verb.forms[:2] and not present)
        or low.endswith("ing")
        or (low in lexicon.homographs and low.endswith("s") and not present)
    ):
        return False
    if verb.lemma in SOURCING:
        return quotes_on(words, k)
    if after.low in verb.prepositions or after.is_quote or after.low in ("that", "to"):
        return True
    return after.low in CLAUSE_WORDS or after.text[0].isupper() or bool(verb.frames & {"object", "clause", "bid"})


def says_on(words: list[Word], k: int) -> bool:
    """Whether several who speak in the present go on behind a conjunction: "blame X and say the toll is high"."""
    after = words[k + 1 : k + 3]
    return len(after) == 2 and after[0].low in ("say", "add", "insist", "argue") and after[1].text not in STOPS


def quotes_on(words: list[Word], k: int) -> bool:
    """Whether somebody is quoted behind a word: "and quoted villagers as saying"."""
    return any(words[j].low == "as" and words[j + 1].low in SAYING for j in range(k, len(words) - 1))


def speaks_anew(unit: Unit, first: int, k: int) -> bool:
    """Whether a conjunction is followed by another speaker with a cue: "but officials say", "and Mayor Ruiz said"."""
    words = unit.words
    for j in range(k + 1, min(k + 8, len(words))):
        if words[j].text in STOPS or words[j].low in ("that", "to", "of"):
            return False
        if j > k + 1 and (words[j].low in SPEAKING or (words[j].low in ("quoted", "cited") and quotes_on(words, j))):
            last = j - 1
            while last > k + 1 and words[last].low in ADVERBS:
                last -= 1
            named = all(word.text[0].isupper() for word in words[k + 1 : last + 1])
            return words[last].low in SPEAKERS or (named and any(may_be_past(words, n) for n in range(first, k)))
    return False
