"""Names written in capitals, as datelines and headlines do, in their usual case."""

from __future__ import annotations

import re

from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.roles import phrase_words

LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def cased(text: str, known: str) -> str:
    """A name in capitals as the gazetteer writes it, or each word with one capital; acronyms stay.

    >>> cased("KHARTOUM", "Khartoum"), cased("PORT-AU-PRINCE", "Port-au-Prince"), cased("KIEV", "Kyiv")
    ('Khartoum', 'Port-au-Prince', 'Kiev')
    >>> cased("Aden", "Aden"), cased("UAE", "United Arab Emirates"), cased("GULF OF ADEN COAST", "Gulf of Aden")
    ('Aden', 'UAE', 'Gulf of Aden Coast')
    """
    if not text.isupper() or text.replace(".", "") in countries().acronyms:
        return text
    if text.casefold() == known.casefold():
        return known
    return LETTERS.sub(lambda word: _cased_word(word, word.start() == 0), text)


def _cased_word(word: re.Match[str], is_first: bool) -> str:
    """A word as it stands in a name: small words of it small, acronyms in capitals."""
    text, small = word[0], word[0].lower()
    if text in phrase_words("capitals_in_names") or text in countries().acronyms:
        return text
    return small if small in phrase_words("small_in_names") and not is_first else text.capitalize()
