"""Table `statements`: who said what, in whose words, with the cue that says so."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import EventRef, Offset, Sha256
from newsledger.schema.row import Claim
from newsledger.schema.vocabularies import QuoteEdit, QuoteType, SpeakerKind


class Statement(Claim):
    """A direct quotation (one uninterrupted span), a partial one, or a reported clause; the evidence is the content."""

    TABLE: ClassVar[str] = "statements"
    KEY: ClassVar[tuple[str, ...]] = ("statement_id",)

    statement_id: Sha256 = Field(description="Hash of article, table and evidence offsets.")
    quote_type: QuoteType = Field(description="Direct, partial or indirect.")
    content: str | None = Field(
        description="The words said (direct, whole) or reported (at most 25 words); null above max_reproduced_share."
    )
    speaker: str | None = Field(default=None, description="The speaker's fullest name in the article, without title.")
    speaker_text: str | None = Field(default=None, description="The speaker as it stands at the cue.")
    speaker_role: str | None = Field(default=None, description="Title or office as stated.")
    speaker_organisation: str | None = Field(default=None, description="The organisation the speaker speaks for.")
    speaker_kind: SpeakerKind | None = Field(default=None, description="Person, organisation, state, anonymous, group.")
    cue: str | None = Field(default=None, description="The reporting words; `:` for a headline with a colon.")
    cue_start: Offset | None = Field(default=None, description="First code point of the cue.")
    cue_end: Offset | None = Field(default=None, description="Code point after the last of the cue.")
    medium: str | None = Field(default=None, description="Where it was said: told Reuters, in a statement.")
    utterance_id: Sha256 | None = Field(default=None, description="Shared by variants of the same words.")
    edits: list[QuoteEdit] = Field(default_factory=list, description="Marks of editing inside the quotation.")
    event_id: EventRef
