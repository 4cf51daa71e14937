"""The lead: the sentences with which the body of a text opens."""

from __future__ import annotations

from newsledger.build.mentions.kept import kept
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType

LEAD = 4


@kept
def lead(document: Document) -> range:
    """The indices of the sentences from the first to the fourth of the body, or to the end of a shorter text."""
    body = [s.index for s in document.sentences if document.blocks[s.block].kind is BlockType.BODY]
    return range(body[0] if body else 0, body[LEAD - 1] + 1 if len(body) >= LEAD else len(document.sentences))


def is_lead(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence stands in the lead or in a heading over it."""
    return sentence.index < lead(document).stop
