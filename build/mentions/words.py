"""Words of a view as parallel lists, with capitals, possessives and what stands between neighbours."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.known import Known
from newsledger.build.text.document import Document

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d,.]*\d(?!\w)|[^\W_]+(?:[-’'‘&][^\W_]+)*")
POSSESSIVE = ("'s", "’s", "‘s", "`s", "'S", "’S")
MARKS = str.maketrans("", "", "'’‘`ʻʿʾ.")


def fold(word: str) -> str:
    """A word as a lexicon key: lower case, no diacritics, no apostrophes or dots; hyphens are spaces.

    >>> fold("Sa’ada"), fold("al-Hudaydah"), fold("Córdoba"), fold("U.S.")
    ('saada', 'al hudaydah', 'cordoba', 'us')
    """
    if word.isascii():
        return word.replace("'", "").replace("`", "").replace(".", "").replace("-", " ").lower()
    word = "".join(c for c in unicodedata.normalize("NFKD", word.replace("ı", "i")) if not unicodedata.combining(c))
    return word.translate(MARKS).replace("-", " ").lower()


FOLDED = Known(fold)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a view: `texts` without possessive marks, `folded` as lexicon keys, `starts` and `ends` as offsets.

    `written` keeps the mark of the singular ('s). `ends` leaves the possessive mark out; `afters` is where the written
    word ends with it.
    """

    view: str
    starts: list[int]
    ends: list[int]
    afters: list[int]
    written: tuple[str, ...]
    texts: tuple[str, ...]
    folded: tuple[str, ...]
    capitals: tuple[bool, ...]
    gaps: list[str]

    def key(self, first: int, last: int) -> str:
        """The lexicon key of the words `first:last`."""
        return " ".join(self.folded[first:last])

    def name(self, first: int, last: int) -> str:
        """The words `first:last` as written, on one line."""
        text = self.view[self.starts[first] : self.ends[last - 1]]
        return " ".join(text.split()) if "  " in text or "\n" in text else text

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


class Word(NamedTuple):
    """A word as far as it tells by itself; `mark` is the length of its possessive mark."""

    written: str
    text: str
    folded: str
    is_capital: bool
    size: int
    mark: int


class Piece(NamedTuple):
    """What stands between two spaces: its length with a space, its words and where in it they start."""

    length: int
    starts: tuple[int, ...]
    words: tuple[Word, ...]


def read_word(written: str) -> Word:
    """Read one word, its possessive mark off."""
    text = written[:-2] if written[-2:] in POSSESSIVE and len(written) > 2 else written
    return Word(written, text, fold(text), starts_with_capital(text), len(text), len(written) - len(text))


def read_piece(text: str, is_last: bool = False) -> Piece:
    """Read what stands between two spaces, or after the last one of a view."""
    matches = list(WORD.finditer(text))
    words = [read_word(match[0]) for match in matches]
    if words and not is_last and _owns_in_plural(words[-1], text[matches[-1].end() :]):
        words[-1] = words[-1]._replace(mark=1)
    return Piece(len(text) + 1, tuple(match.start() for match in matches), tuple(words))


def _owns_in_plural(word: Word, rest: str) -> bool:
    """Whether nothing but an apostrophe follows a capitalised owner in -s ("Cyprus’ president")."""
    return rest in ("'", "’") and not word.mark and word.text[-1] in "sz" and word.text[0].isupper()


PIECES = Known(read_piece)


def read_words(view: str) -> Words:
    """Split a view into words."""
    texts = view.split(" ")
    pieces = [*map(PIECES.__getitem__, texts[:-1]), read_piece(texts[-1], is_last=True)]
    lengths, offsets, words = zip(*pieces, strict=True)
    starts = [base + at for base, ats in zip(accumulate(lengths, initial=0), offsets, strict=False) for at in ats]
    if not starts:
        return Words(view, [], [], [], (), (), (), (), ["\n"])
    written, spellings, folded, capitals, sizes, marks = zip(*chain.from_iterable(words), strict=True)
    ends = list(map(add, starts, sizes))
    afters = list(map(add, ends, marks))
    gaps = [view[after:start] for after, start in zip(afters, starts[1:], strict=False)]
    gaps.append("\n")
    return Words(view, starts, ends, afters, written, spellings, folded, capitals, gaps)


@kept
def words_of(document: Document) -> Words:
    """The words of a document."""
    return read_words(document.view)
