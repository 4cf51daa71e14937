"""Other times: whether a clause or a sentence tells of another time or another happening than the news around it."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.patterns import Pattern, any_of, load_sections


def other_times() -> dict[str, tuple[Pattern, ...]]:
    """The patterns of other_times.yml by section."""
    return load_sections("newsledger.build.lexicon", "other_times")


@cache
def _any_of(*sections: str) -> re.Pattern[str]:
    """What one of the patterns of some sections matches."""
    return any_of(one for section in sections for one in other_times()[section])


@cache
def _of_another_time(in_lead: bool, is_of_story: bool, is_reported: bool) -> re.Pattern[str]:
    exempt = {"unless_in_lead": in_lead, "unless_in_lead_of_story": in_lead and is_of_story}
    exempt |= {"always": False, "unless_reported": is_of_story and is_reported}
    return _any_of(*(section for section, is_exempt in exempt.items() if not is_exempt))


def tells_other_time(clause: str, in_lead: bool, is_of_story: bool = False, is_reported: bool = False) -> bool:
    """Whether a clause in lower case takes no date told before, or not the one day of the story where that is asked."""
    return _of_another_time(in_lead, is_of_story, is_reported).search(clause) is not None


def may_have_happened(clause: str) -> bool:
    """Whether a clause in lower case says what may have happened, not what may come."""
    return _any_of("may_have_happened").search(clause) is not None


def opens_elsewhere(low: str, start: int) -> bool:
    """Whether a sentence opens with another happening than the one before it."""
    return _any_of("elsewhere").match(low, start) is not None


def opens_other_day(low: str, start: int) -> bool:
    """Whether a sentence opens with another happening, another day or one case out of many."""
    return _any_of("elsewhere", "of_other_days").match(low, start) is not None


def opens_other_place(view: str, start: int) -> bool:
    """Whether a sentence opens with another happening, another place or one case out of many."""
    return _any_of("of_other_places").match(view, start) is not None


def tells_of_many(low: str, start: int, end: int) -> bool:
    """Whether a sentence tells of many happenings at once."""
    return _any_of("of_many").search(low, start, end) is not None
