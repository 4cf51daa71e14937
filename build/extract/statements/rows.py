"""Rows of the table `statements`: content, speaker, medium, edits and the id that identical words share."""

from __future__ import annotations

import re

from newsledger.build.extract.claim import make_claim
from newsledger.build.extract.statements.reading import Said
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.hedges import modality_of_saying
from newsledger.schema.row import row_id
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import Confidence, Modality, QuoteEdit, QuoteType

WORD = re.compile(r"\w+")
BRACKET = re.compile(r"\[[^\]]{0,80}\]")
ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")


def utterance(content: str) -> str:
    """The id of the words said: lower-case letters and digits, insertions in brackets left out.

    >>> utterance("We will [not] leave, ever!") == utterance("we will leave ever")
    True
    """
    words = WORD.findall((BRACKET.sub(" ", content) if "[" in content else content).lower().replace("_", " "))
    return row_id("utterance", " ".join(words))


def edits(content: str) -> list[QuoteEdit]:
    """Marks of editing in a quotation.

    >>> [str(edit) for edit in edits("get this [ceasefire] done… soon")]
    ['bracket', 'ellipsis']
    """
    return [
        edit for edit, mark in ((QuoteEdit.BRACKET, BRACKET), (QuoteEdit.ELLIPSIS, ELLIPSIS)) if mark.search(content)
    ]


def make_statement(annotated: Annotated, said: Said) -> Statement:
    """Build the row of one statement; its modality is that of the saying, not of what is said."""
    text = annotated.document.article.text
    content = text[said.start : said.end]
    speaker, cue, medium = said.speaker, said.cue, said.medium
    return make_claim(
        Statement,
        annotated,
        said.start,
        said.end,
        said.rule_id,
        "",
        quote_type=said.quote_type,
        content=content,
        speaker=" ".join(speaker.name.split()) if speaker and speaker.name else None,
        speaker_text=speaker.text if speaker else None,
        speaker_role=speaker.role if speaker else None,
        speaker_organisation=speaker.organisation if speaker else None,
        speaker_kind=speaker.kind if speaker else None,
        cue=text[cue[0] : cue[1]] if cue else None,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        medium=text[medium[0] : medium[1]] if medium else None,
        modality=modality_of_saying(annotated.document, cue, (said.start, said.end)) if cue else Modality.ASSERTED,
        utterance_id=utterance(content),
        edits=edits(content) if said.quote_type is not QuoteType.INDIRECT else [],
        confidence=_confidence(said),
    )


def _confidence(said: Said) -> Confidence:
    if said.speaker is None or said.cue is None:
        return Confidence.LOW
    if said.quote_type is QuoteType.DIRECT or ".clause." in said.rule_id or ".according_to" in said.rule_id:
        return Confidence.HIGH
    return Confidence.MEDIUM
