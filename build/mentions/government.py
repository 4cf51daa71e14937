"""Capitals that stand for governments: "Kabul said", "talks between Moscow and Kyiv"."""

from __future__ import annotations

from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.reading import Reading, speech_verbs
from newsledger.build.mentions.words import Words

PARTNERS = frozenset("with between told accused urged blamed against accuse accuses by warned than for".split())
FINITE = frozenset(
    "has have had is was were are will would could should may might must wants want wanted does did do sees saw fears feared hopes hoped believes believed "
    "considers regards views backs backed supports supported sent launched began retaliated responded voiced imposed recalled expelled rejected refused "
    "agreed blames blamed also still now then never itself thinks sought seeks needs accepts accepted signed gave gives abstained".split()
)


def key_of(words: Words, phrase: Phrase) -> str:
    """The lexicon key of a phrase's name."""
    return " ".join(words.folded[phrase.name_first : phrase.name_last])


def stands_for_government(reading: Reading, phrase: Phrase) -> bool:
    """Whether a capital is its government here."""
    words = reading.words
    if key_of(words, phrase) not in countries().capitals:
        return False
    previous = words.folded[phrase.first - 1] if phrase.first and words.gap(phrase.first - 1) == " " else ""
    if previous in PARTNERS:
        return True
    if previous in frames().locative or previous in frames().source_or_goal or previous in frames().directions:
        return False
    if words.is_possessive(phrase.last - 1) or phrase.last >= len(words.starts):
        return False
    gap, following = words.gap(phrase.last - 1), words.folded[phrase.last]
    if gap == " " and following in FINITE | speech_verbs():
        return previous != "and" or not _ends_list_of_places(words, phrase)
    return gap == " " and following == "and" and _begins_pair(words, phrase)


def _ends_list_of_places(words: Words, phrase: Phrase) -> bool:
    return phrase.first >= 3 and words.folded[phrase.first - 3] in ("in", "at", "from", "near")


def _begins_pair(words: Words, phrase: Phrase) -> bool:
    """Whether "X and Y VERB" follows, with both capitals."""
    at = phrase.last + 1
    return at + 1 < len(words.starts) and words.folded[at] in countries().capitals and words.folded[at + 1] in FINITE | speech_verbs()
