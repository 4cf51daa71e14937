"""Sentences: which ones can tell of casualties, and what each tells, read in the order of the article."""

from __future__ import annotations

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
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType

SENTENCE_ENDS = '.!?"”’)'


def read_sentences(annotated: Annotated) -> Iterator[tuple[Sentence, Found]]:
    """What the article tells, sentence by sentence, in the order of its words."""
    before: list[Finding] = []
    last = -1
    lower = fold(annotated.document.view)
    for sentence, has_harm in _sentences(annotated, lower):
        near = before if sentence.index == last + 1 else []
        if not has_harm and not (near and pattern("goes_on").match(lower, sentence.start, sentence.end)):
            continue
        found = _read(annotated, sentence, near)
        told = [one for one in found if isinstance(one, Finding)]
        before, last = (near if told and not has_harm else told), sentence.index
        for one in found:
            yield sentence, one


def _sentences(annotated: Annotated, lower: str) -> Iterator[tuple[Sentence, bool]]:
    """The sentences of the text proper, and whether each has a word of harm; `lower` is the text in lower case."""
    document, lexicon = annotated.document, casualty_words()
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind is not BlockType.BOILERPLATE and block.repeats is None:
            yield sentence, lexicon.calls(lower[sentence.start : sentence.end])


def _read(annotated: Annotated, sentence: Sentence, before: list[Finding]) -> list[Found]:
    """What one sentence tells, given what the one before it told."""
    document = annotated.document
    reading = read_parts(annotated, sentence.start, sentence.end)
    kind = document.blocks[sentence.block].kind
    headline = kind is BlockType.HEADLINE or document.view[sentence.end - 1] not in SENTENCE_ENDS
    ledger = read_frames(reading, headline)
    add_subsets(ledger)
    if before or ledger.findings:
        add_revisions(ledger, before)
        add_carried(ledger, before)
    return sorted(ledger.found, key=lambda found: (found.start, found.end, found.rule_id))
