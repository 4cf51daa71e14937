"""Coordination: whether a conjunction goes on to another cue, of the same speaker or of somebody else."""

from __future__ import annotations

from newsledger.build.extract.statements.words import (
    ADVERBS,
    DETERMINERS,
    MASK,
    MAY_BE_PAST,
    PRONOUNS,
    STOPS,
    Words,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

SAYING = reporting_words("saying")
# Verbs that tell a source: "quoted villagers as saying".
TRANSITIVE = frozenset(("object", "clause", "bid"))
SOURCING = frozenset(("quote", "cite"))
# Cues that with a noun of speakers before them begin another report.
SPEAKING = reporting_words("speaks_anew")
SPEAKERS = speaker_nouns("person", "plural", "organisation", "media")
CLAUSE_WORDS = DETERMINERS | PRONOUNS | reporting_words("questions")
CONJUNCTIONS = frozenset(("and", "but", "then", "or"))
PERFECT = frozenset(("has", "have", "had"))
SUBJECTS = frozenset(("he", "she", "they", "it"))
CLAUSE_OPENERS = SUBJECTS | {"that", "there"}
# Words of a subject that begin a clause or a phrase of their own.
NO_SUBJECT = frozenset(("that", "to", "of"))
SAY_ON = frozenset(("say", "add", "insist", "argue"))


def is_coordinated_cue(words: Words, k: int) -> bool:
    """Whether word `k` is a conjunction before a reporting verb that shares the subject of the last one.

    Only past forms count, and only with something said after them.
    """
    lows, lexicon = words.lows, reporting_lexicon()
    if k >= len(lows) or lows[k] not in CONJUNCTIONS:
        return False
    k += 1
    if k + 1 < len(lows) and lows[k] in SUBJECTS:
        return lows[k + 1] in lexicon.by_form and lows[k + 1] not in ("put", "found", "made")
    while k < len(lows) and (lows[k] in ADVERBS or lows[k] in PERFECT or lows[k].endswith("ly")):
        k += 1
    if k + 2 < len(lows) and (two := f"{lows[k]} {lows[k + 1]}") in lexicon.by_form:
        return two not in lexicon.by_form[two].forms[:2] or _in_present(lows, k)
    if k + 1 >= len(lows) or lows[k] not in lexicon.by_form or lows[k] in ("put", "found", "read"):
        return False
    low, after = lows[k], lows[k + 1]
    verb = lexicon.by_form[low]
    if after in ("him", "her", "me", "us") and "bid" in verb.frames:
        return False
    present = low == verb.forms[1] and (after in CLAUSE_OPENERS or _in_present(lows, k))
    plain = low in verb.forms[:2] or (low in lexicon.homographs and low[-1] == "s")
    if low.endswith("ing") or (plain and not present):
        return False
    if verb.lemma in SOURCING:
        return quotes_on(words, k)
    if after in verb.prepositions or after in ("that", "to", MASK):
        return True
    return after in CLAUSE_WORDS or words.texts[k + 1][0].isupper() or not verb.frames.isdisjoint(TRANSITIVE)


def _in_present(lows: list[str], k: int) -> bool:
    """Whether a reporting verb before a conjunction stands in the present: "says X and calls for Y"."""
    by_form = reporting_lexicon().by_form
    return any(low in by_form and low[-1] == "s" for low in lows[: max(0, k - 1)])


def says_on(words: Words, k: int) -> bool:
    """Whether several who speak in the present go on behind a conjunction: "blame X and say the toll is high"."""
    lows = words.lows
    return k + 2 < len(lows) and lows[k + 1] in SAY_ON and lows[k + 2] not in STOPS


def quotes_on(words: Words, k: int) -> bool:
    """Whether somebody is quoted behind a word: "and quoted villagers as saying"."""
    lows = words.lows
    return any(lows[j] == "as" and lows[j + 1] in SAYING for j in range(k, len(lows) - 1))


def speaks_anew(words: Words, first: int, k: int) -> bool:
    """Whether a conjunction is followed by another speaker with a cue: "but officials say", "and Mayor Ruiz said"."""
    lows, texts = words.lows, words.texts
    for j in range(k + 1, min(k + 8, len(lows))):
        if texts[j] in STOPS or lows[j] in NO_SUBJECT:
            return False
        if j > k + 1 and (lows[j] in SPEAKING or (lows[j] in ("quoted", "cited") and quotes_on(words, j))):
            last = j - 1
            while last > k + 1 and lows[last] in ADVERBS:
                last -= 1
            if lows[last] in SPEAKERS:
                return True
            return max(words.verbs[first:k]) >= MAY_BE_PAST and all(
                text[0].isupper() for text in texts[k + 1 : last + 1]
            )
    return False
