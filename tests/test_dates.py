"""Dates: what each wording stands for, seen from Wednesday 25 September 2024."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.date_reading import date_patterns
from newsledger.build.mentions.dates import DateMention, find_dates
from newsledger.schema.vocabularies import DatePrecision, DateSource

WEDNESDAY = date(2024, 9, 25)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Text, the words, first day, last day (None: the first), precision, source.
READ = [
    ("on 15 March 2011 police", "15 March 2011", "2011-03-15", None, "day", "explicit"),
    ("the March 1, 2014, attack", "March 1, 2014", "2014-03-01", None, "day", "explicit"),
    ("on the 3rd of June, 1999", "the 3rd of June, 1999", "1999-06-03", None, "day", "explicit"),
    ("log: 2023-11-05, hill", "2023-11-05", "2023-11-05", None, "day", "explicit"),
    ("dated 24 Oct 88", "24 Oct 88", "1988-10-24", None, "day", "explicit"),
    ("on 13/10/2020", "13/10/2020", "2020-10-13", None, "day", "explicit"),
    ("on Saturday 10 August", "Saturday 10 August", "2024-08-10", None, "day", "relative"),
    ("on 9 May, a Thursday, they", "9 May, a Thursday", "2024-05-09", None, "day", "relative"),
    ("a plan shown on August 28th: it", "August 28th", "2024-08-28", None, "day", "relative"),
    ("on January 12", "January 12", "2024-01-12", None, "day", "relative"),
    ("on December 28 it fell", "December 28", "2023-12-28", None, "day", "relative"),
    ("the October 7 attack", "October 7", "2023-10-07", None, "day", "relative"),
    ("the vote is scheduled for October 10", "October 10", "2024-10-10", None, "day", "relative"),
    ("the 9/11 attacks", "9/11", "2001-09-11", None, "day", "explicit"),
    ("on Sept. 17 and 18, radios", "Sept. 17 and 18", "2024-09-17", "2024-09-18", "days", "relative"),
    ("on 17-18 September", "17-18 September", "2024-09-17", "2024-09-18", "days", "relative"),
    ("from 1 June to 1 August", "from 1 June to 1 August", "2024-06-01", "2024-08-01", "days", "relative"),
    ("from 1 June to 1 August 2018", "from 1 June to 1 August 2018", "2018-06-01", "2018-08-01", "days", "explicit"),
    ("from May to July 2003", "from May to July 2003", "2003-05-01", "2003-07-31", "month", "explicit"),
    ("In May 2019, raiders", "May 2019", "2019-05-01", "2019-05-31", "month", "explicit"),
    ("in November", "November", "2023-11-01", "2023-11-30", "month", "relative"),
    ("in May last year", "May last year", "2023-05-01", "2023-05-31", "month", "relative"),
    ("the 2003 war", "2003", "2003-01-01", "2003-12-31", "year", "explicit"),
    ("in the 1990s", "1990s", "1990-01-01", "1999-12-31", "year", "explicit"),
    ("the 1980-88 war", "1980-88", "1980-01-01", "1988-12-31", "year", "explicit"),
    ("since October 7", "since October 7", "2023-10-07", "2024-09-25", "days", "relative"),
    ("since 2014", "since 2014", "2014-01-01", "2024-09-25", "year", "explicit"),
    ("it fell on Tuesday", "Tuesday", "2024-09-24", None, "day", "relative"),
    ("it fell on Wednesday", "Wednesday", "2024-09-25", None, "day", "relative"),
    ("it fell late Thursday", "late Thursday", "2024-09-19", None, "day", "relative"),
    ("in the early hours of Friday", "Friday", "2024-09-20", None, "day", "relative"),
    ("it fell Monday night", "Monday night", "2024-09-23", None, "day", "relative"),
    ("last Wednesday", "last Wednesday", "2024-09-18", None, "day", "relative"),
    ("next Wednesday", "next Wednesday", "2024-10-02", None, "day", "relative"),
    ("on Saturday last week", "Saturday last week", "2024-09-21", None, "day", "relative"),
    ("the envoys will meet on Saturday", "Saturday", "2024-09-28", None, "day", "relative"),
    ("the victor, who takes office Monday", "Monday", "2024-09-30", None, "day", "relative"),
    ("the union has called a strike for Friday", "Friday", "2024-09-27", None, "day", "relative"),
    ("talks are due to open on Monday", "Monday", "2024-09-30", None, "day", "relative"),
    ("between Tuesday and Thursday", "between Tuesday and Thursday", "2024-09-17", "2024-09-19", "days", "relative"),
    ("overnight into Wednesday", "overnight into Wednesday", "2024-09-24", "2024-09-25", "days", "relative"),
    ("shelled overnight", "overnight", "2024-09-24", "2024-09-25", "days", "relative"),
    ("it fell yesterday evening", "yesterday evening", "2024-09-24", None, "day", "relative"),
    ("the day before yesterday", "the day before yesterday", "2024-09-23", None, "day", "relative"),
    ("it opens tomorrow", "tomorrow", "2024-09-26", None, "day", "relative"),
    ("it fell last night", "last night", "2024-09-24", None, "day", "relative"),
    ("three days ago", "three days ago", "2024-09-22", None, "day", "relative"),
    ("two weeks ago", "two weeks ago", "2024-09-09", "2024-09-15", "week", "relative"),
    ("a year ago", "a year ago", "2023-01-01", "2023-12-31", "year", "relative"),
    ("ten years ago today", "ten years ago today", "2014-09-25", None, "day", "relative"),
    ("two weeks ago today", "two weeks ago today", "2024-09-11", None, "day", "relative"),
    ("it is six days since the raid", "six days since", "2024-09-19", None, "day", "relative"),
    ("last week", "last week", "2024-09-16", "2024-09-22", "week", "relative"),
    ("earlier this month", "earlier this month", "2024-09-01", "2024-09-25", "month", "relative"),
    ("last year", "last year", "2023-01-01", "2023-12-31", "year", "relative"),
    ("in the past 24 hours", "the past 24 hours", "2024-09-24", "2024-09-25", "days", "relative"),
    ("in the last seven days", "the last seven days", "2024-09-18", "2024-09-25", "days", "relative"),
    ("in recent days", "recent days", "2024-09-19", "2024-09-25", "days", "relative"),
    ("over the weekend", "over the weekend", "2024-09-21", "2024-09-22", "days", "relative"),
    ("on Christmas Day", "Christmas Day", "2023-12-25", None, "day", "relative"),
]

UNANCHORED = [
    "years ago",
    "300 decades ago",
    "several days ago",
    "in recent years",
    "the following Monday",
    "almost a year since the war",
    "12/10/2020",
]

NOTHING = [
    "Black Friday and Bloody Sunday",
    "Sheffield Wednesday lost; the Sunday Times reported it",
    "May, the chairwoman, may march to Room 2019",
    "April Glaspie and June Allyson",
    "Resolution 2022/17 has 2,001 words",
    "the 7th Brigade on the 4th floor",
    "killed 1200 people and hurt 2000 others",
    "the 17 February Brigade",
    "a two-day truce and a three-week siege",
    "under an overnight curfew",
    "for the third consecutive day",
    "on Mondays and weekdays",
    "USA Today",
]


def only(text: str, published: date | None = WEDNESDAY) -> DateMention:
    found = find_dates(text, 0, len(text), published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "words", "first", "last", "precision", "source"), READ, ids=[row[0] for row in READ])
def test_a_time_expression_stands_for_its_days(
    text: str, words: str, first: str, last: str | None, precision: str, source: str
) -> None:
    read = only(text)
    assert text[read.start : read.end] == words
    assert (str(read.first), str(read.last), read.precision, read.source) == (first, last or first, precision, source)


@pytest.mark.parametrize("text", UNANCHORED)
def test_what_binds_to_no_day_keeps_its_words_only(text: str) -> None:
    read = only(text)
    assert (read.first, read.last, read.precision, read.source) == (None, None, DatePrecision.NONE, DateSource.NONE)


@pytest.mark.parametrize("text", NOTHING)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert find_dates(text, 0, len(text), WEDNESDAY) == ()


@pytest.mark.parametrize("row", [row for row in READ if row[5] == "relative"], ids=lambda row: str(row[0]))
def test_without_a_published_date_nothing_relative_is_guessed(row: tuple[str, ...]) -> None:
    assert all(read.first is None for read in find_dates(row[0], 0, len(row[0]), None))


@pytest.mark.parametrize("row", [row for row in READ if row[5] == "explicit"], ids=lambda row: str(row[0]))
def test_without_a_published_date_explicit_dates_stand(row: tuple[str, ...]) -> None:
    assert str(only(row[0], None).first) == row[2]


def test_two_days_later_counts_from_the_date_before() -> None:
    text = "It was taken on 5 May 2011 and lost two days later."
    assert [str(read.first) for read in find_dates(text, 0, len(text), None)] == ["2011-05-05", "2011-05-07"]


def test_what_follows_two_days_after_lies_before() -> None:
    text = "They marched on Tuesday, two days after the raid."
    assert [str(read.first) for read in find_dates(text, 0, len(text), WEDNESDAY)] == ["2024-09-24", "2024-09-22"]


@pytest.mark.parametrize("table", ["forward", "forward_behind"])
def test_each_sign_of_the_future_has_an_example_and_a_counterexample(table: str) -> None:
    for row in load_yaml("dates")[table]:
        for key, is_ahead in (("example", True), ("counterexample", False)):
            text = row[key].replace("{", "").replace("}", "")
            first = only(text).first
            assert first is not None, row[key]
            assert (first > WEDNESDAY) == is_ahead, row[key]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_weekday_lies_in_the_last_seven_days(published: date) -> None:
    for number, name in enumerate(WEEKDAYS):
        first = only(f"It fell on {name}.", published).first
        assert first is not None
        assert first.weekday() == number
        assert timedelta(0) <= published - first < timedelta(7)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_read_back_whatever_the_published_date(day: date, published: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b}. {day.day}, {day.year}",
    ):
        assert only(f"Shells fell on {text}.", published).first == day


@given(st.text(alphabet="0123456789 -/,.MaySeptuesdayago lastwk", max_size=50), st.none() | st.just(WEDNESDAY))
def test_dates_lie_in_order_inside_their_sentence(text: str, published: date | None) -> None:
    last = 0
    for read in find_dates(text, 0, len(text), published):
        assert last <= read.start < read.end <= len(text)
        assert read.first is None or read.last is None or read.first <= read.last
        last = read.end


@pytest.mark.parametrize("pattern", date_patterns().values(), ids=lambda pattern: pattern.name)
def test_each_pattern_matches_its_examples_and_no_counterexample(pattern: Pattern) -> None:
    assert pattern.failures() == []
