"""What was declined, and the closed list of reasons: nothing vanishes."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from newsledger.schema.fields import Offset


class Reason(StrEnum):
    """Why a candidate gave no row."""

    COUNT_UNREADABLE = "count_unreadable"
    NOT_PEOPLE = "not_people"
    FIGURATIVE = "figurative"
    NOT_AN_OUTCOME = "not_an_outcome"
    HYPOTHETICAL_VICTIMS = "hypothetical_victims"
    NO_SPEAKER = "no_speaker"
    NO_CONTENT = "no_content"
    SCARE_QUOTE = "scare_quote"
    TITLE_OF_WORK = "title_of_work"
    NOT_A_REPORT = "not_a_report"
    NOT_AN_EVENT = "not_an_event"
    NOT_TO_SAFETY = "not_to_safety"
    REPEATED_BLOCK = "repeated_block"
    BOILERPLATE = "boilerplate"
    COVERED_BY_ANOTHER_ROW = "covered_by_another_row"


class Skip(BaseModel):
    """A candidate that gave no row: where it stands, which table and rule declined it, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article_id: str
    table: str
    start: Offset
    end: Offset
    rule_id: str
    reason: Reason
