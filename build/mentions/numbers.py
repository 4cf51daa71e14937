"""Quantities: a number or vague word with its hedge, as bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.number_vetoes import counts_nothing, figure_end_if_no_number, is_measure, is_pronoun_one, is_score
from newsledger.build.mentions.number_words import Cardinal, number_lexicon, read_cardinal, read_count_words, read_number
from newsledger.schema.vocabularies import Quantifier

__all__ = ["Quantity", "find_quantities", "read_count_words", "read_number"]

LONGEST_HEDGE = 6
WORD = re.compile(r" ([a-z][a-z’'-]*)")
BETWEEN = re.compile(r"(?:anything |anywhere |somewhere )?between (?:about |around |some |roughly |approximately |an estimated )?$")
FROM = re.compile(r"((?:anything |anywhere |ranging |estimated |estimates? (?:range |ranging )?)?)from (?:about |around |some |roughly )?$")
LINK = re.compile(r" to (?:(?:about |around |a maximum of |as many as |perhaps )(?=\d))?|-to-| or (?:even |perhaps |maybe )?|-(?=\d)| ?[–—] ?(?=\d)| and (?:about |around |some )?| - (?=\d)")
YEARS = re.compile(r"(?:1[5-9]|20)\d\d\W+(?:to |and |or )?(?:\d{2}|(?:1[5-9]|20)\d\d)")
MORE = re.compile(r" (?:more|others|additional|further)\b(?! than)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number of things. `start:end` includes the hedge, `number_start:number_end` is the number alone.

    `is_zero` marks "no", "none" and "zero"; `is_additional` a number on top of another ("another 400", "12 more").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    count: int | None
    count_min: int | None
    count_max: int | None
    quantifier: Quantifier
    is_zero: bool = False
    is_additional: bool = False


@dataclass(frozen=True)
class QuantityLexicon:
    """Patterns and word lists for finding and bounding quantities."""

    anchor: re.Pattern[str]
    vague: dict[str, int | None]
    vague_phrase: re.Pattern[str]
    number_phrase: re.Pattern[str]
    hedges: dict[str, Quantifier]
    verb_hedges: dict[str, Quantifier]
    hedges_after: tuple[tuple[Quantifier, re.Pattern[str]], ...]
    update_words: frozenset[str]
    words: dict[str, frozenset[str]]


@cache
def quantity_lexicon() -> QuantityLexicon:
    """The lexicon, built once."""
    data = load_yaml("numbers")
    numbers = [*data["units"], *data["teens"], *data["tens"], *data["magnitudes"], *data["collectives"]]
    anchors = [*numbers, *data["vague"], *data["zero"], "half", "quarter", "twice", "double"]
    scales = trie_pattern([*data["magnitudes"], *data["multipliable"]])
    products = trie_pattern(data["vague_products"])
    return QuantityLexicon(
        anchor=re.compile(rf"\d|(?<![\w-])(?:{trie_pattern(a for a in anchors if not a[0].isdigit())})(?!\w)"),
        vague=data["vague"],
        vague_phrase=re.compile(
            rf"(?P<multiplier>{trie_pattern(data['vague_multipliers'])}) (?P<scale>{scales})(?P<scale2> thousand| million)?\b"
            rf"|(?P<product>{products}) (?:of|upon|and) (?P<plural>hundreds|thousands|millions|dozens|scores)\b"
        ),
        number_phrase=re.compile(data["number_phrase"] + "$"),
        hedges={phrase: Quantifier(key) for key, phrases in data["hedges_before"].items() for phrase in phrases},
        verb_hedges={word: Quantifier(key) for key, words in data["verb_hedges"].items() for word in words},
        hedges_after=tuple((Quantifier(key), re.compile(pattern)) for key, pattern in data["hedges_after"].items()),
        update_words=frozenset(data["update_words"]),
        words={key: frozenset(data[key]) for key in ("some_after", "many_before", "scores_before", "no_after", "people")},
    )


@dataclass(frozen=True, slots=True)
class _Core:
    """A number before its hedge is read: `low` to `high` where they differ is a range; `least` is what a vague word means."""

    start: int
    end: int
    low: int | None
    high: int | None
    least: int | None = None


def find_quantities(view: str, start: int, end: int) -> tuple[Quantity, ...]:
    """Read the quantities in `view[start:end]`, in text order.

    Years, ages, ordinals, money, percentages, distances, times, scores and other measures are not quantities here.
    """
    low, anchor = fold(view), quantity_lexicon().anchor
    found: list[Quantity] = []
    pos = start
    while match := anchor.search(low, pos, end):
        floor = found[-1].end if found else start
        quantity, pos = _read_at(view, low, match, floor, end)
        if quantity is not None and quantity.end <= end:
            found.append(quantity)
    return tuple(found)


def _read_at(view: str, low: str, match: re.Match[str], floor: int, end: int) -> tuple[Quantity | None, int]:
    """The quantity at an anchor, if one is meant there, and where to read on."""
    at, word = match.start(), match[0]
    if word.isdigit():
        vague = re.compile(r"(1000?s)\b").match(low, at)
        if vague is not None:
            return _hedged(low, _vague(low, at, vague[1], floor), floor), vague.end()
        skipped = figure_end_if_no_number(low, at)
        if skipped is not None:
            return None, skipped
        return _cardinal_at(view, low, at, floor, end)
    if word in ("no", "none", "zero", "nobody", "no one", "no-one", "not one", "not a single"):
        return _zero(low, at, match.end()), match.end()
    if word in ("twice", "double"):
        ratio = re.compile(r"(?:twice|double) (?:that|as many|the|this)(?: (?:number|figure|total|many)\b)?(?! as)").match(low, at)
        return (_vague_quantity(at, ratio.end(), None), ratio.end()) if ratio else (None, match.end())
    phrase = _vague_product(low, at, floor)
    if phrase is not None:
        return (None if is_measure(low, phrase.end) else _hedged(low, phrase, floor)), phrase.end
    if word in quantity_lexicon().vague:
        return _hedged(low, _vague(low, at, word, floor), floor), match.end()
    return _cardinal_at(view, low, at, floor, end)


def _zero(low: str, start: int, end: int) -> Quantity | None:
    """ "No" before a noun phrase, "none", "nobody": a count of nothing."""
    follower = WORD.match(low, end)
    word = low[start:end]
    if word in ("no", "zero", "not a single") and (follower is None or follower[1] in quantity_lexicon().words["no_after"]):
        return None
    if word == "zero" and re.search(r"(?:ground|below|above|sub|absolute|net|to) $", low[max(0, start - 10) : start]):
        return None
    return Quantity(start, end, start, end, 0, 0, 0, Quantifier.EXACT, is_zero=True)


def _vague_quantity(start: int, end: int, least: int | None) -> Quantity:
    return Quantity(start, end, start, end, None, least, None, Quantifier.VAGUE)


def _vague_product(low: str, at: int, floor: int) -> _Core | None:
    """ "Several hundred", "tens of thousands", "a few dozen"."""
    data = load_yaml("numbers")
    begin = at - 2 if low.startswith("a ", at - 2) and at - 2 >= floor else at
    for start in (begin, at):
        found = quantity_lexicon().vague_phrase.match(low, start)
        if found is None:
            continue
        if found["multiplier"]:
            scale = number_lexicon().scale(found["scale"]) * (number_lexicon().scale(found["scale2"].strip()) if found["scale2"] else 1)
            return _Core(start, found.end(), None, None, data["vague_multipliers"][found["multiplier"]] * scale)
        return _Core(start, found.end(), None, None, data["vague_products"][found["product"]] * data["vague"][found["plural"]])
    return None


def _vague(low: str, at: int, word: str, floor: int) -> _Core | None:
    """A vague word at `at`, unless the words around it give it another sense."""
    lexicon = quantity_lexicon()
    end = at + len(word)
    window = low[max(floor, at - 60) : at]
    previous = window.rstrip().rpartition(" ")[2].lstrip("(“\"‘") if window.endswith(" ") else ""
    follower = WORD.match(low, end)
    after = follower[1] if follower else ""
    core = _Core(at, end, None, None, lexicon.vague[word])
    if word == "number":
        phrase = lexicon.number_phrase.search(window + "number of") if after == "of" else None
        return replace(core, start=at - len(window) + phrase.start(), end=end + 3) if phrase else None
    if word == "handful":
        return replace(core, start=at - 2) if window.endswith("a ") and after != "to" else None
    if is_measure(low, end) or _is_other_sense(lexicon, word, previous, after, low[end : end + 1]):
        return None
    if word == "few" and (article := re.search(r"(?:quite )?an? $", window)):
        return replace(core, start=at - len(article[0]))
    return core


def _is_other_sense(lexicon: QuantityLexicon, word: str, previous: str, after: str, behind: str) -> bool:
    """Whether a vague word is no count where it stands: "how many", "some time", "he scores", "some 40"."""
    if word == "some":
        return not after or after in lexicon.words["some_after"] and after != "of"
    if word in ("many", "few"):
        return previous in lexicon.words["many_before"] or previous == "the" or after in ("times", "ways", "a", "thing", "things") or not (after or behind in ",.;:")
    if word == "scores":
        return previous in lexicon.words["scores_before"] or after in ("a", "the", "his", "her", "for", "against", "and", "in")
    if word == "tens":
        return after != "of"
    return word in ("untold", "multiple", "numerous", "countless", "innumerable") and not after


def _cardinal_at(view: str, low: str, at: int, floor: int, end: int) -> tuple[Quantity | None, int]:
    """A number, range or collective at `at`."""
    start = _with_article(low, at, floor)
    cardinal = read_cardinal(low, start) or _collective(low, start, at)
    if cardinal is None:
        return None, _word_end(low, at)
    core = _range(low, cardinal, floor, end)
    if isinstance(core, int):
        return None, core
    if counts_nothing(view, low, cardinal.start, core.end, cardinal.value) or YEARS.fullmatch(low, cardinal.start, core.end):
        return None, max(core.end, _word_end(low, core.end - 1))
    if low[core.start : core.end] == "one" and is_pronoun_one(low, core.start, core.end):
        return None, core.end
    if ratio := _ratio_end(low, core):
        return None, ratio
    if _is_name(view, core.start, core.end, floor):
        return None, core.end
    quantity = _hedged(low, core, floor)
    return quantity, quantity.end if quantity else core.end


def _word_end(low: str, at: int) -> int:
    """The end of the word that stands at `at`."""
    found = re.compile(r"\w*(?:-\w+)*").match(low, at)
    return max(at + 1, found.end() if found else 0)


def _with_article(low: str, at: int, floor: int) -> int:
    """Take in the "a", "half a" or "a quarter of a" before a scale word."""
    window = low[max(floor, at - 18) : at]
    found = re.search(r"(?:(?<![\w-])(?:an? )?half[ -](?:a[ -])?|(?<![\w-])a )$", window)
    return at - len(found[0]) if found else at


def _collective(low: str, start: int, at: int) -> Cardinal | None:
    """ "A couple", "a pair of", "a score of", "the dozen": collectives that stand for a number by themselves."""
    found = re.compile(r"(?:a )?([a-z]+)\b").match(low, start)
    if found is None:
        return None
    word, data = found[1], load_yaml("numbers")
    scale = number_lexicon().scale(word)
    if word in data["collectives"] and word != "dozen":
        scaled = re.compile(r"(?: of)? (hundred|thousand|million|dozen)\b").match(low, found.end())
        if scaled is not None and word == "couple":
            return Cardinal(start, scaled.end(), 2 * number_lexicon().scale(scaled[1]), 1)
        is_count = low.startswith(" of ", found.end()) or (word in ("couple", "score") and re.compile(r" (?:were|was|or|killed|dead|wounded|more)\b").match(low, found.end()))
        return Cardinal(start, found.end(), data["collectives"][word], 1) if start < at and is_count else None
    return Cardinal(start, found.end(), scale, scale) if scale else None


def _range(low: str, first: Cardinal, floor: int, end: int) -> _Core | int:
    """The number, widened to a range where a second one is joined to it; an offset to read on when the two are a score."""
    alone = _Core(first.start, first.end, first.value, first.value)
    link = LINK.match(low, first.end, end)
    second = read_cardinal(low, link.end()) if link else None
    if link is None or second is None:
        return alone
    between, source = BETWEEN.search(low, max(floor, first.start - 40), first.start), FROM.search(low, max(floor, first.start - 32), first.start)
    value = _scaled_alike(first, second)
    joint = link[0].strip()
    is_dash = joint in ("-", "–", "—")
    if is_dash and low[first.start].isdigit() and is_score(low, first.start, value, second.value):
        return second.end
    if joint.startswith("to") and value > second.value and is_score(low, first.start, 0, 1):
        return second.end
    if value >= second.value or (joint.startswith("and") and not between) or (joint.startswith("or") and second.value > 3 * value + 2):
        return alone
    if source and not source[1] and _tells_update(low, source.start()):
        return alone
    opening = between or source
    return _Core(opening.start() if opening else first.start, second.end, value, second.value)


def _scaled_alike(first: Cardinal, second: Cardinal) -> int:
    """The first number of "two to three hundred" or "10-15,000", which leaves its scale to the second."""
    mantissa = second.value // second.factor
    if first.factor == 1 and second.factor > 1 and first.value < mantissa and first.value < second.factor:
        return first.value * second.factor
    return first.value


def _tells_update(low: str, source: int) -> bool:
    """Whether the words before "from" tell of a change, so that two figures follow, not a range."""
    return not quantity_lexicon().update_words.isdisjoint(low[max(0, source - 60) : source].replace(",", " ").split())


def _is_name(view: str, start: int, end: int, floor: int) -> bool:
    """Whether a number word with a capital inside a sentence belongs to a name ("the Seven Sisters"), not to a headline."""
    if not view[start].isupper() or not view[start:end].isalpha() or view[start:end].isupper():
        return False
    before = re.search(r"([^\s(\[“\"‘]+) $", view[max(floor, start - 24) : start])
    if before is None or not before[1].islower() or not before[1].isalpha():
        return False
    return re.match(r" [A-Z]", view[end : end + 2]) is not None or (before[1] == "of" and re.match(r"\W*$|[^ ]", view[end : end + 1]) is not None)


def _ratio_end(low: str, core: _Core) -> int:
    """Where a share ends: "one in three", "nine out of ten", "two in every five"; 0 when the number is none."""
    found = re.compile(r" (?:in|out of) (every )?(?:two|three|four|five|six|ten|20|10|100|a hundred)\b(?! (?:separate|attacks|incidents|different|other|days))").match(low, core.end)
    if found is None or not (found[1] or low[core.start : core.end] in ("one", "1", "nine", "four", "eight")):
        return 0
    return found.end()


def _hedged(low: str, core: _Core | None, floor: int) -> Quantity | None:
    """Read the hedges around a number and set its bounds."""
    if core is None:
        return None
    start, before = _hedge_before(low, core.start, floor)
    end, after = _hedge_after(low, core.end)
    hedges = [hedge for hedge in (*before, after) if hedge and hedge is not Quantifier.EXACT]
    strong = [hedge for hedge in hedges if hedge is not Quantifier.ABOUT]
    quantifier = (strong or hedges or [Quantifier.EXACT])[0]
    additional = low.startswith(("another", "a further", "an additional", "additional", "yet another", "an extra"), start) or MORE.match(low, core.end) is not None
    if core.low is None:
        return Quantity(start, end, core.start, core.end, None, core.least, None, Quantifier.VAGUE, is_additional=additional)
    if core.low != core.high:
        return Quantity(start, end, core.start, core.end, None, core.low, core.high, Quantifier.RANGE, is_additional=additional)
    lowest, highest = bounds(core.low, quantifier)
    return Quantity(start, end, core.start, core.end, core.low, lowest, highest, quantifier, is_additional=additional)


def bounds(count: int, quantifier: Quantifier) -> tuple[int | None, int | None]:
    """The least and the most that a hedged number allows.

    >>> bounds(220, Quantifier.MORE_THAN), bounds(500, Quantifier.NEARLY), bounds(40, Quantifier.ABOUT)
    ((221, None), (None, 500), (None, None))
    """
    table: dict[Quantifier, tuple[int | None, int | None]] = {
        Quantifier.EXACT: (count, count),
        Quantifier.AT_LEAST: (count, None),
        Quantifier.MORE_THAN: (count + 1, None),
        Quantifier.AT_MOST: (None, count),
        Quantifier.NEARLY: (None, count),
        Quantifier.FEWER_THAN: (None, max(0, count - 1)),
    }
    return table.get(quantifier, (None, None))


def _hedge_before(low: str, start: int, floor: int) -> tuple[int, list[Quantifier]]:
    """The hedges directly before a number, outermost first, and where they begin."""
    lexicon = quantity_lexicon()
    hedges: list[Quantifier] = []
    if low[start - 1 : start] in lexicon.hedges and start > floor:
        return start - 1, [lexicon.hedges[low[start - 1]]]
    for _ in range(3):
        if low[start - 1 : start] != " " or start <= floor:
            break
        words = low[max(floor, start - 48) : start - 1].split(" ")
        for size in range(min(LONGEST_HEDGE, len(words)), 0, -1):
            phrase = " ".join(words[-size:])
            hedge = lexicon.hedges.get(phrase.lstrip("(“\"‘—–"))
            if hedge is not None:
                start -= 1 + len(phrase.lstrip("(“\"‘—–"))
                hedges.insert(0, hedge)
                break
        else:
            if not hedges and (verb := lexicon.verb_hedges.get(words[-1])):
                hedges.append(verb)
            break
    return start, hedges


def _hedge_after(low: str, end: int) -> tuple[int, Quantifier | None]:
    """The hedge directly behind a number and where it ends."""
    for quantifier, pattern in quantity_lexicon().hedges_after:
        found = pattern.match(low, end)
        if found is not None:
            return found.end(), quantifier
    return end, None
