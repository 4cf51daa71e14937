"""What a mention of an actor holds."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from newsledger.schema.vocabularies import Sector


class ActorKind(StrEnum):
    """What kind of actor a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    ROLE = "role"
    ANONYMOUS = "anonymous"


class ActorMention(NamedTuple):
    """A noun phrase that can act, speak or suffer.

    `start:end` is the whole phrase as written, title and article ("the") included. `name` is the fullest name the
    document gives for the same actor, without title ("Herzi Halevi" for "the chief of Israel's army" where the text
    says so). `entity` is the same number for all mentions of one actor. `gender` is "m" or "f" where a title or given
    name tells it.
    """

    start: int
    end: int
    name: str
    kind: ActorKind
    role: str | None
    organisation: str | None
    sector: Sector | None
    country_iso3: str | None
    is_plural: bool
    entity: int
    gender: str | None = None
