"""The words of a unit in columns, the classes that readers of reports put them in, and the tests for a verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from newsledger.build.lexicon.function_words import function_words, speaker_nouns, word_lists
from newsledger.build.mentions.gazetteer import countries

# What a quotation is masked with.
MASK = "\x01"
SPLIT = re.compile(r"(\x01+|[^\W_]\w*(?:(?:[’'\-.&/](?=\w)|(?<=\d)[,:](?=\d))\w*)*\.?|[^\w\s])")
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
ONE = frozenset(("a", "an", "one"))
# Verbs that are finite wherever they stand, and those that are where no article stands before their capital.
ALWAYS_FINITE = AUXILIARIES | MODALS
MOSTLY_FINITE = ALWAYS_FINITE | PAST
# A word in -s, a word in -ed, a word that is very likely finite: "holds", "collapsed", "had".
MAY_BE_VERB, MAY_BE_PAST, FINITE = 1, 2, 3
# Behind a word in -ed these begin its object.
OBJECTS = DETERMINERS | PRONOUNS


class Words:
    """The words, marks and masked quotations of a unit, in columns; offsets are those of the document.

    In `lows` a quotation is one mask. `verbs` tells how surely each word is the verb of a clause: 0, MAY_BE_VERB,
    MAY_BE_PAST or FINITE.
    """

    __slots__ = ("ends", "lows", "masked", "starts", "texts", "verbs")

    def __init__(self, masked: str, start: int, end: int) -> None:
        pieces = SPLIT.split(masked[start:end])
        bounds = list(accumulate(map(len, pieces), initial=start))
        self.masked = masked
        self.texts = pieces[1::2]
        self.lows = list(map(str.lower, self.texts))
        if MASK in masked[start:end]:
            self.lows = [MASK if low[0] == MASK else low for low in self.lows]
        self.starts, self.ends = bounds[1:-1:2], bounds[2::2]
        self.verbs = self._rank()

    def _rank(self) -> list[int]:
        """How surely each word is a verb."""
        verbs = [0] * len(self.lows)
        for k, low in enumerate(self.lows):
            if low in MOSTLY_FINITE:
                capital = k > 0 and low in PAST and self.texts[k][0].isupper()
                verbs[k] = 0 if capital and self.lows[k - 1] in DETERMINERS else FINITE
            elif low[-1] == "s":
                verbs[k] = MAY_BE_VERB if self.texts[k][0].islower() else 0
            elif low[-2:] == "ed" and self.texts[k][0].islower():
                verbs[k] = FINITE if self._takes_object(k, low) else MAY_BE_PAST
        return verbs

    def _takes_object(self, k: int, low: str) -> bool:
        """Whether an object follows a regular past form that no article makes an adjective, and that gives no name."""
        lows = self.lows
        if len(low) < 5 or low in PARTICIPLES or k + 1 == len(lows) or (k and lows[k - 1] in DETERMINERS):
            return False
        if lows[k + 1] not in OBJECTS and not self.texts[k + 1][0].isdigit() and not self.texts[k + 1][0].isupper():
            return False
        return low not in NAMED or ONE.isdisjoint(lows[max(0, k - 4) : k])

    def at(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def low_at(self, offset: int) -> str:
        """The word that begins at an offset, in lower case; empty if none does."""
        k = bisect_left(self.starts, offset)
        return self.lows[k] if k < len(self.lows) and self.starts[k] == offset else ""


def is_demonym(low: str) -> bool:
    """Whether a word is the adjective of a nation or people, which alone is no subject: "Russian reports that".

    >>> is_demonym("syrian"), is_demonym("chechen"), is_demonym("official")
    (True, True, False)
    """
    return low in countries().adjectives or low in speaker_nouns("peoples")


def is_base(words: Words, k: int) -> bool:
    """Whether a word may be the verb of an infinitive."""
    low = words.lows[k]
    return (words.texts[k][0].islower() or low == MASK) and low not in NO_BASE and low[-3:] != "ing"


def is_break(words: Words, k: int) -> bool:
    """Whether a word begins another clause; a capital inside a sentence makes it a name."""
    return words.lows[k] in BREAKS and words.texts[k][0].islower()
