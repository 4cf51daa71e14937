"""Words of a view as parallel lists, with capitals, possessives and what stands between neighbours."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from newsledger.build.text.document import Document

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d,.]*\d(?!\w)|[^\W_]+(?:[-’'‘&][^\W_]+)*")
OWNER = re.compile(r"[sz]['’](?= )")
POSSESSIVE = ("'s", "’s", "‘s", "`s", "'S", "’S")
MARKS = str.maketrans("", "", "'’‘`ʻʿʾ.")


def fold(word: str) -> str:
    """A word as a lexicon key: lower case, no diacritics, no apostrophes or dots; hyphens are spaces.

    >>> fold("Sa’ada"), fold("al-Hudaydah"), fold("Córdoba"), fold("U.S.")
    ('saada', 'al hudaydah', 'cordoba', 'us')
    """
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word.replace("ı", "i")) if not unicodedata.combining(c))
    return word.translate(MARKS).replace("-", " ").lower()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a view: `texts` without possessive marks, `folded` as lexicon keys, `starts` and `ends` as offsets.

    `ends` leaves the possessive mark out; `afters` is where the written word ends with it.
    """

    view: str
    starts: list[int]
    ends: list[int]
    afters: list[int]
    texts: list[str]
    folded: list[str]
    capitals: list[bool]
    gaps: list[str]

    def gap(self, left: int) -> str:
        """What stands between a word and the next one."""
        return self.gaps[left]

    def is_possessive(self, at: int) -> bool:
        """Whether a word carries a possessive mark."""
        return self.afters[at] > self.ends[at]


def starts_with_capital(word: str) -> bool:
    """Whether a word is a capitalised one; Arabic articles and O' do not hide the capital.

    >>> starts_with_capital("al-Sadr"), starts_with_capital("e-mail"), starts_with_capital("d'Ivoire")
    (True, False, True)
    """
    if word[0].isupper():
        return True
    head, mark, rest = word.partition("-")
    if mark and len(head) <= 3 and head in ARTICLES:
        return rest[:1].isupper()
    return word[:2] in ("d'", "d’", "l'", "l’") and word[2:3].isupper()


ARTICLES = frozenset(
    ["al", "el", "ul", "ud", "ur", "ad", "an", "ar", "as", "at", "az", "ash", "ed", "es", "bin", "ben", "abu"]
)


def read_words(view: str) -> Words:
    """Split a view into words."""
    matches = list(WORD.finditer(view))
    texts = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    afters = [match.end() for match in matches]
    ends = afters.copy()
    folded = [text.lower() for text in texts]
    capitals = [text[0].isupper() for text in texts]
    for at, text in enumerate(texts):
        if text.isalpha() and text.isascii():
            continue
        if text[-2:] in POSSESSIVE and len(text) > 2:
            texts[at] = text = text[:-2]
            ends[at] = starts[at] + len(text)
        folded[at] = fold(text)
        capitals[at] = starts_with_capital(text)
    _mark_plural_owners(view, texts, starts, ends, afters)
    gaps = [view[after:start] for after, start in zip(afters, starts[1:], strict=False)]
    gaps.append("\n")
    return Words(view, starts, ends, afters, texts, folded, capitals, gaps)


def _mark_plural_owners(view: str, texts: list[str], starts: list[int], ends: list[int], afters: list[int]) -> None:
    """Take the apostrophe of capitalised owners in -s into their word ("Cyprus’ president")."""
    for match in OWNER.finditer(view):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and ends[at] == match.start() + 1 and texts[at][0].isupper():
            afters[at] = ends[at] + 1


def words_of(document: Document) -> Words:
    """The words of a document, read once."""
    kept = vars(document).get("_words")
    if isinstance(kept, Words):
        return kept
    words = read_words(document.view)
    vars(document)["_words"] = words
    return words
