"""Sentences: which ones can tell of casualties, and what each tells, read in the order of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.build.extract.casualties.carried import add_carried
from newsledger.build.extract.casualties.findings import Finding, Found
from newsledger.build.extract.casualties.frames import read_frames
from newsledger.build.extract.casualties.groups import read_parts
from newsledger.build.extract.casualties.revisions import add_revisions
from newsledger.build.extract.casualties.subsets import add_subsets
from newsledger.build.extract.casualties.words import casualty_words, pattern
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.fold import fold
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType

STARTS = re.compile(r"(?<!\w)(?<!\w[.'-])")
ENDS = re.compile(r"(?!\w|[.'-]\w)")
SENTENCE_ENDS = '.!?"”’)'


def read_sentences(annotated: Annotated) -> Iterator[tuple[Sentence, Found]]:
    """What the article tells, sentence by sentence, in the order of its words."""
    before: list[Finding] = []
    last = -1
    document = annotated.document
    lower = fold(document.view)
    harmed = with_harm(document, lower)
    for sentence in document.sentences:
        near = before if sentence.index == last + 1 else []
        has_harm = sentence.index in harmed
        if not has_harm and not (near and pattern("goes_on").match(lower, sentence.start, sentence.end)):
            continue
        block = document.blocks[sentence.block]
        if block.kind is BlockType.BOILERPLATE or block.repeats is not None:
            continue
        found = _read(annotated, sentence, near)
        told = [one for one in found if isinstance(one, Finding)]
        before, last = (near if told and not has_harm else told), sentence.index
        for one in found:
            yield sentence, one


def with_harm(document: Document, lower: str) -> set[int]:
    """The sentences that hold a word or phrase of harm; `lower` is the text in lower case."""
    found: set[int] = set()
    plain, number = lower.replace("’", "'").replace("\n", " "), 0
    for _, start, end in casualty_words().anchors.find_matches_as_indexes(plain, overlapping=True):
        while document.sentences[number].end < end and number + 1 < len(document.sentences):
            number += 1
        if number not in found and document.sentences[number].start <= start and _stands_alone(plain, start, end):
            found.add(number)
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a phrase is not part of a longer word, or of one with a hyphen or apostrophe in it."""
    return STARTS.match(text, start) is not None and ENDS.match(text, end) is not None


def _read(annotated: Annotated, sentence: Sentence, before: list[Finding]) -> list[Found]:
    """What one sentence tells, given what the one before it told."""
    document = annotated.document
    kind = document.blocks[sentence.block].kind
    headline = kind is BlockType.HEADLINE or document.view[sentence.end - 1] not in SENTENCE_ENDS
    ledger = read_frames(read_parts(annotated, sentence.start, sentence.end, headline))
    add_subsets(ledger)
    if before or ledger.findings:
        add_revisions(ledger, before)
        add_carried(ledger, before)
    return ledger.found
