"""Quantities: values, bounds, ranges, vague words, and the many numbers that count nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.mentions.numbers import Quantity, find_quantities, read_count_words, read_number
from newsledger.schema.vocabularies import Quantifier

UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

# Text, what is read (the phrase with its hedge), count, least, most, quantifier.
READ = [
    ("At least 14 died", "At least 14", 14, 14, None, "at_least"),
    ("At least １４ died", "At least １４", 14, 14, None, "at_least"),
    ("At least ١٤ died", "At least ١٤", 14, 14, None, "at_least"),
    ("no fewer than twelve were hurt", "no fewer than twelve", 12, 12, None, "at_least"),
    ("50-plus dead", "50-plus", 50, 50, None, "at_least"),
    ("fifty or more bodies", "fifty or more", 50, 50, None, "at_least"),
    ("12 at minimum were shot", "12 at minimum", 12, 12, None, "at_least"),
    ("more than 220 wounded", "more than 220", 220, 221, None, "more_than"),
    ("just over a hundred people", "just over a hundred", 100, 101, None, "more_than"),
    ("upwards of 1,030 lives", "upwards of 1,030", 1030, 1031, None, "more_than"),
    ("the toll topped 500", "500", 500, 501, None, "more_than"),
    ("up to 40 000 refugees", "up to 40 000", 40000, None, 40000, "at_most"),
    ("perhaps as many as 300 men", "perhaps as many as 300", 300, None, 300, "at_most"),
    ("not more than six sailors", "not more than six", 6, None, 6, "at_most"),
    ("fewer than ten people", "fewer than ten", 10, None, 9, "fewer_than"),
    ("nearly 500 fighters", "nearly 500", 500, None, 500, "nearly"),
    ("just under two dozen monks", "just under two dozen", 24, None, 24, "nearly"),
    ("some 15 troops", "some 15", 15, None, None, "about"),
    ("an estimated 1.2 million people", "an estimated 1.2 million", 1200000, None, None, "about"),
    ("a dozen or so goats", "a dozen or so", 12, None, None, "about"),
    ("20-odd recruits", "20-odd", 20, None, None, "about"),
    ("at least some 40 miners", "at least some 40", 40, 40, None, "at_least"),
    ("another 400 were hurt", "another 400", 400, 400, 400, "exact"),
    ("a further 12 bodies", "a further 12", 12, 12, 12, "exact"),
    ("a total of 31 drones", "a total of 31", 31, 31, 31, "exact"),
    ("a hundred and five conscripts", "a hundred and five", 105, 105, 105, "exact"),
    ("one thousand two hundred and four", "one thousand two hundred and four", 1204, 1204, 1204, "exact"),
    ("twelve hundred soldiers", "twelve hundred", 1200, 1200, 1200, "exact"),
    ("half a dozen gunmen", "half a dozen", 6, 6, 6, "exact"),
    ("half a million people", "half a million", 500000, 500000, 500000, "exact"),
    ("one and a half million fled", "one and a half million", 1500000, 1500000, 1500000, "exact"),
    ("2.5m people need food", "2.5m", 2500000, 2500000, 2500000, "exact"),
    ("a pair of detectives", "a pair", 2, 2, 2, "exact"),
    ("a score of rebels died", "a score", 20, 20, 20, "exact"),
    ("Bomb Kills Five Civilians in Kirkuk", "Five", 5, 5, 5, "exact"),
    ("Killing of Seven Monks Sparks Anger", "Seven", 7, 7, 7, "exact"),
    ("killed 1200 villagers", "1200", 1200, 1200, 1200, "exact"),
    ("20 to 30 people", "20 to 30", None, 20, 30, "range"),
    ("between 20 and 30 trucks", "between 20 and 30", None, 20, 30, "range"),
    ("20–30 boats", "20–30", None, 20, 30, "range"),
    ("anything from 30 to 50 men", "anything from 30 to 50", None, 30, 50, "range"),
    ("two or three nurses", "two or three", None, 2, 3, "range"),
    ("two to three hundred goats", "two to three hundred", None, 200, 300, "range"),
    ("10-15,000 marchers", "10-15,000", None, 10000, 15000, "range"),
    ("dozens were hurt", "dozens", None, 24, None, "vague"),
    ("Scores of students", "Scores", None, 40, None, "vague"),
    ("hundreds fled", "hundreds", None, 200, None, "vague"),
    ("tens of thousands marched", "tens of thousands", None, 20000, None, "vague"),
    ("hundreds of thousands died", "hundreds of thousands", None, 200000, None, "vague"),
    ("several women", "several", None, 3, None, "vague"),
    ("a few dozen men", "a few dozen", None, 24, None, "vague"),
    ("a handful of shepherds", "a handful", None, None, None, "vague"),
    ("an unknown number of people", "an unknown number of", None, None, None, "vague"),
    ("many were shot", "many", None, None, None, "vague"),
    ("twice that number fled", "twice that number", None, None, None, "vague"),
]

NOTHING = [
    "It ended in 1991 and began in the 1980s.",
    "The 2006 war and the 2014-15 siege",
    "Khan, 27, said he was tired.",
    "the driver (Amin Daud), aged 34",
    "a 34-year-old teacher",
    "children under five",
    "the 7th Brigade on the 4th floor",
    "His was the twenty-seventh name.",
    "It cost $1.2 million, or 3 million euros.",
    "Prices rose by 41 per cent, then 12%.",
    "It fell 300m from the school, 12 kilometres away.",
    "two days later, in 72 hours, for several weeks",
    "at 9.15 a.m. and at 10:30 and at 0600 GMT",
    "They won 3-0, then lost 1-2.",
    "an F-16, a Boeing 737, an AK-47, a Su-25 and the M23",
    "Resolution 1701, Highway 9, Flight 17 and Channel Four",
    "a 155mm shell",
    "Call +961 1 543 600 or 202-501-4444.",
    "on 5 May, on Sept. 17 and 18, on 24 Oct 88 and on 2011-03-15",
    "9/11 and 24/7",
    "one of the guards, no doubt one another's cousins",
    "One in three, nine out of ten, two-thirds",
    "a two-day, five-member mission",
    "at 10 Downing Street",
    "the Group of Seven met after the Six Day War",
    "He scores a goal and takes the scores of the game.",
    "for some time, how many, as many, too many",
    "thousands of dollars and thousands of miles",
    "There is no longer any doubt, and no way back.",
]


def only(text: str) -> Quantity:
    found = find_quantities(text, [(0, len(text))])
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "phrase", "count", "least", "most", "quantifier"), READ, ids=[row[0] for row in READ])
def test_a_number_is_read_with_its_hedge_and_bounds(
    text: str, phrase: str, count: int | None, least: int | None, most: int | None, quantifier: str
) -> None:
    read = only(text)
    assert text[read.start : read.end] == phrase
    assert (read.count, read.count_min, read.count_max, read.quantifier) == (count, least, most, quantifier)


@pytest.mark.parametrize("text", NOTHING)
def test_a_number_that_counts_nothing_is_left_out(text: str) -> None:
    assert find_quantities(text, [(0, len(text))]) == ()


def test_an_update_from_one_figure_to_another_is_two_numbers() -> None:
    text = "The toll rose from 12 to 15."
    assert [q.count for q in find_quantities(text, [(0, len(text))])] == [12, 15]


def test_a_month_before_a_count_of_people_leaves_the_count() -> None:
    assert only("in May 12 people died").count == 12


@pytest.mark.parametrize(
    ("text", "is_zero"),
    [("No bodies were found", True), ("none of them was hurt", True), ("nobody died", True), ("Ten were hurt", False)],
)
def test_nothing_is_counted_as_zero_and_marked(text: str, is_zero: bool) -> None:
    read = only(text)
    assert (read.is_zero, read.count == 0) == (is_zero, is_zero)


@pytest.mark.parametrize("text", ["another 400 men", "12 more people", "a further nine"])
def test_a_number_on_top_of_another_is_marked(text: str) -> None:
    assert only(text).is_additional


def test_a_hedge_ends_where_the_window_begins() -> None:
    text = "at least 12 men"
    assert find_quantities(text, [(3, len(text))])[0].quantifier is Quantifier.EXACT


def in_words(number: int) -> str:
    """A number below a million in words."""
    small, tens = UNITS.split(), TENS.split()
    if number < 20:
        return small[number - 1]
    if number < 100:
        return tens[number // 10 - 2] + (f"-{small[number % 10 - 1]}" if number % 10 else "")
    if number < 1000:
        return in_words(number // 100) + " hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    rest = number % 1000
    joint = " and " if 0 < rest < 100 else " "
    return in_words(number // 1000) + " thousand" + (joint + in_words(rest) if rest else "")


@given(st.integers(1, 999_999))
def test_number_words_come_back_as_the_number(number: int) -> None:
    assert read_number(in_words(number)) == number
    assert read_number(in_words(number).capitalize()) == number


@given(st.integers(0, 10**9))
def test_grouped_figures_come_back_as_the_number(number: int) -> None:
    assert read_number(f"{number:,}") == number
    assert read_number(f"{number:,}".replace(",", " ")) == number
    assert read_number(str(number)) == number


@given(st.text(alphabet="0123456789,.- toandfivehundred%$’'", max_size=60))
def test_quantities_lie_in_order_inside_their_window_and_keep_their_bounds(text: str) -> None:
    last = 0
    for read in find_quantities(text, [(0, len(text))]):
        assert last <= read.start <= read.number_start < read.number_end <= read.end <= len(text)
        assert read.count_min is None or read.count_max is None or read.count_min <= read.count_max
        last = read.end


def test_small_words_count_when_asked() -> None:
    assert [read_count_words(word) for word in ("a", "Both", "none", "twelve", "the")] == [1, 2, 0, 12, None]
