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
    for sentence, has_harm in _sentences(annotated):
        near = before if sentence.index == last + 1 else []
        if not has_harm and not near:
            continue
        found = _read(annotated, sentence, near)
        told = [one for one in found if isinstance(one, Finding)]
        before, last = (near if told and not has_harm else told), sentence.index
        for one in found:
            yield sentence, one


def _sentences(annotated: Annotated) -> Iterator[tuple[Sentence, bool]]:
    """The sentences with a word of harm, and those that may go on telling of the people hit."""
    document, lexicon = annotated.document, casualty_words()
    lower = fold(document.view)
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockType.BOILERPLATE or block.repeats is not None:
            continue
        if lexicon.calls(lower[sentence.start : sentence.end]):
            yield sentence, True
        elif pattern("goes_on").match(lower, sentence.start, sentence.end):
            yield sentence, False


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
