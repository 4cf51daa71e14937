"""Word classes as the readers of reports use them, and the test for a finite verb."""

from __future__ import annotations

from newsledger.build.extract.statements.units import Word
from newsledger.build.lexicon.function_words import function_words, speaker_nouns, word_lists
from newsledger.build.mentions.gazetteer import countries

AUXILIARIES = function_words("auxiliaries")
PASSIVE = function_words("passive")
MODALS = function_words("modals")
NEGATIONS = function_words("negations")
ADVERBS = function_words("adverbs")
PREPOSITIONS = function_words("prepositions")
DETERMINERS = function_words("determiners")
PRONOUNS = function_words("pronouns")
RELATIVES = function_words("relatives")
TIMES = function_words("times")
BREAKS = function_words("subordinators", "relatives") | {"but", "or", "nor", "yet", "what", "how", "why"}
PARTICIPLES = function_words("participles")
PAST = function_words("past") - PARTICIPLES
STOPS = frozenset(",;:—–()[]!?…") | {"--", "-"}
LEADING = PREPOSITIONS | ADVERBS | function_words("subordinators") | {"and", "but", "asked", "speaking", "responding"}
# The same without pronouns: what begins a phrase in front of the subject.
LEADS = LEADING - PRONOUNS
NO_BASE = DETERMINERS | PRONOUNS | PREPOSITIONS


def reporting_words(name: str) -> frozenset[str]:
    """A list of data/reporting_words.yml."""
    return word_lists("reporting_words")[name]


# Behind these somebody gets a name: "a boy named Faris".
NAMED = reporting_words("naming")


def is_demonym(low: str) -> bool:
    """Whether a word is the adjective of a nation or people, which alone is no subject: "Russian reports that".

    >>> is_demonym("syrian"), is_demonym("chechen"), is_demonym("official")
    (True, True, False)
    """
    return low in countries().adjectives or low in speaker_nouns("peoples")


def is_base(word: Word) -> bool:
    """Whether a word may be the verb of an infinitive."""
    return (word.text[0].islower() or word.is_quote) and word.low not in NO_BASE and not word.low.endswith("ing")


def is_break(word: Word) -> bool:
    """Whether a word begins another clause; a capital inside a sentence makes it a name."""
    return word.low in BREAKS and word.text[0].islower()


def may_be_past(words: list[Word], k: int) -> bool:
    """Whether a word may be the past verb of a clause: "had", "collapsed"."""
    return is_finite(words, k) or (words[k].low.endswith("ed") and words[k].text[0].islower())


def may_be_verb(words: list[Word], k: int) -> bool:
    """Whether a word may be the verb of a clause, past or present: "collapsed", "holds"."""
    return may_be_past(words, k) or (words[k].low.endswith("s") and words[k].text[0].islower())


def is_finite(words: list[Word], k: int) -> bool:
    """Whether a word is very likely the finite verb of a clause."""
    low = words[k].low
    named = words[k].text[0].isupper() and k > 0 and words[k - 1].low in DETERMINERS
    if low in AUXILIARIES or (low in PAST and not named) or low in MODALS:
        return True
    if low in NAMED and any(word.low in ("a", "an", "one") for word in words[max(0, k - 4) : k]):
        return False
    if (
        low.endswith("ed")
        and len(low) > 4
        and low not in PARTICIPLES
        and words[k].text[0].islower()
        and k + 1 < len(words)
    ):
        after, before = words[k + 1], words[k - 1].low if k else ""
        return before not in DETERMINERS and (
            after.low in DETERMINERS or after.low in PRONOUNS or after.text[0].isdigit() or after.text[0].isupper()
        )
    return False
