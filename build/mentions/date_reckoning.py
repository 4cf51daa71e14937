"""Reckoning of days, weeks, months and years from the published date."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from newsledger.schema.vocabularies import DatePrecision

Span = tuple[date, date, DatePrecision]
FIRST_YEAR, LAST_YEAR = 1500, 2200


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none.

    >>> day_of(2023, 2, 29) is None
    True
    """
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shifted(day: date, days: int) -> date:
    """A day some days later, within the calendar."""
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + days)))


def month_span(year: int, month: int) -> Span:
    """A whole month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), DatePrecision.MONTH


def year_span(first: int, last: int | None = None) -> Span:
    """One or more whole years."""
    return date(first, 1, 1), date(last or first, 12, 31), DatePrecision.YEAR


def week_span(day: date, weeks: int = 0) -> Span:
    """The week, Monday to Sunday, that holds a day, or one some weeks from it."""
    monday = shifted(day, -day.weekday() + 7 * weeks)
    return monday, shifted(monday, 6), DatePrecision.WEEK


def day_span(day: date) -> Span:
    """One day."""
    return day, day, DatePrecision.DAY


def month_from(day: date, months: int) -> tuple[int, int]:
    """Year and month some months from a day.

    >>> month_from(date(2024, 1, 31), -1)
    (2023, 12)
    """
    number = day.year * 12 + day.month - 1 + months
    return number // 12, number % 12 + 1


def nearest_weekday(published: date, weekday: int, *, forward: bool) -> date:
    """The weekday on or before the published day, or on or after it.

    >>> nearest_weekday(date(2024, 9, 25), 2, forward=False), nearest_weekday(date(2024, 9, 25), 4, forward=True)
    (datetime.date(2024, 9, 25), datetime.date(2024, 9, 27))
    """
    if forward:
        return shifted(published, (weekday - published.weekday()) % 7)
    return shifted(published, -((published.weekday() - weekday) % 7))


def year_of_day(published: date, month: int, day: int, *, forward: bool) -> int | None:
    """The year of a month and day without year: the latest not after publication (two days' grace), or the next.

    >>> year_of_day(date(2016, 1, 20), 12, 28, forward=False), year_of_day(date(2018, 9, 4), 10, 10, forward=True)
    (2015, 2018)
    """
    years = range(published.year - 4, published.year + 5)
    candidates = [found for year in years if (found := day_of(year, month, day)) is not None]
    if forward:
        ahead = [found for found in candidates if found >= shifted(published, -2)]
        return ahead[0].year if ahead else None
    past = [found for found in candidates if found <= published + timedelta(days=2)]
    return past[-1].year if past else None


def year_of_month(published: date, month: int, *, forward: bool) -> int:
    """The year of a month named alone: this year's if it has begun, else last year's; forward, the next to come.

    >>> year_of_month(date(2024, 4, 2), 11, forward=False), year_of_month(date(2024, 4, 2), 4, forward=False)
    (2023, 2024)
    """
    if forward:
        return published.year + (month < published.month)
    return published.year - (month > published.month)


def full_year(digits: str, published: date | None) -> int:
    """A year of two or four digits; two digits mean the latest such year not after the published one.

    >>> full_year("88", None), full_year("03", None), full_year("11", date(2010, 1, 1))
    (1988, 2003, 1911)
    """
    value = int(digits)
    if len(digits) == 4:
        return value
    if published is None:
        return value + (1900 if value >= 40 else 2000)
    century = published.year // 100 * 100
    return century + value if century + value <= published.year else century - 100 + value
