"""The lead: the sentences with which the body of a text opens."""

from __future__ import annotations

from itertools import islice

from newsledger.build.mentions.kept import kept
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType

LEAD = 4


def is_lead(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence stands among the first of the body."""
    return sentence.index <= _last_of_lead(document)


@kept
def _last_of_lead(document: Document) -> int:
    """The index of the last sentence of the lead."""
    body = (s.index for s in document.sentences if document.blocks[s.block].kind is BlockType.BODY)
    return next(islice(body, LEAD - 1, None), len(document.sentences))
