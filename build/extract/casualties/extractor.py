"""Extractor of the table `casualties`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsledger.build.extract.casualties.arrests import is_arrest
from newsledger.build.extract.casualties.background import is_background
from newsledger.build.extract.casualties.findings import Finding, Found, Refusal
from newsledger.build.extract.casualties.parts import Part
from newsledger.build.extract.casualties.register import unfit
from newsledger.build.extract.casualties.repeats import merge
from newsledger.build.extract.casualties.rows import (
    Told,
    inherit_class,
    kind_of_count,
    of_armed_group,
    settle_classes,
    victims_of,
)
from newsledger.build.extract.casualties.sentences import SENTENCE_ENDS, read_sentences
from newsledger.build.extract.casualties.sources import (
    Source,
    is_hearsay,
    kind_of,
    list_source,
    nearby_source,
    source_at,
)
from newsledger.build.extract.casualties.words import pattern
from newsledger.build.extract.claim import make_claim, repeats
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.date_context import date_in_sentence
from newsledger.build.mentions.hedges import modality_at
from newsledger.build.text.sentences import Sentence
from newsledger.schema.casualties import Casualty
from newsledger.schema.skip import Reason, Skip
from newsledger.schema.vocabularies import AttributionKind, BlockType, Modality, Outcome, TemporalRole, VictimClass

LONGEST_HEADING = 120


def extract(annotated: Annotated) -> Iterator[Casualty | Skip]:
    """Yield the rows of one article, or the reason a candidate gave none."""
    told: list[Told] = []
    for sentence, one in list(read_sentences(annotated)):
        if isinstance(one, Refusal):
            yield _skip(annotated, one, one.reason)
        elif reason := _refusal(annotated, sentence, one, told):
            yield _skip(annotated, one, reason)
        else:
            later = any(not earlier.headed and earlier.finding.end <= sentence.start for earlier in told)
            told.append(_told(annotated, sentence, one, later))
            _share_source(annotated, sentence, told)
            inherit_class(told, sentence.start)
    settle_classes(told)
    kept = merge(annotated, told)
    rows = {id(claim): _row(annotated, claim) for claim in kept}
    for claim in kept:
        row = rows[id(claim)]
        whole = rows[id(claim.whole)].casualty_id if claim.whole is not None else None
        yield row.model_copy(update={"part_of_id": whole}) if whole is not None else row


def _refusal(annotated: Annotated, sentence: Sentence, one: Finding, told: list[Told]) -> Reason | None:
    """Why a finding gives no row."""
    if reason := unfit(annotated, sentence, one):
        return reason
    arrested = is_arrest(one, annotated.document.view, sentence.start, sentence.end)
    if arrested or (one.borrowed and not _borrow(annotated, one, told)):
        return Reason.NOT_AN_OUTCOME
    return Reason.COVERED_BY_ANOTHER_ROW if _is_repeat(one, told) else None


def _is_headed(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence is a headline, or stands as one at the top of the text."""
    document = annotated.document
    block = document.blocks[sentence.block]
    alone = (
        sentence.start == block.start and sentence.end == block.end and sentence.end - sentence.start < LONGEST_HEADING
    )
    open_end = document.view[sentence.end - 1] not in SENTENCE_ENDS
    return (open_end and (alone or sentence is document.sentences[0])) or block.kind is BlockType.HEADLINE


def _words(annotated: Annotated, sentence: Sentence) -> str:
    return annotated.document.view[sentence.start : sentence.end]


def _skip(annotated: Annotated, found: Found, reason: Reason) -> Skip:
    article_id = annotated.document.article.article_id
    span = {"start": found.start, "end": found.end}
    return Skip(article_id=article_id, table=Casualty.TABLE, rule_id=found.rule_id, reason=reason, **span)


def _is_repeat(finding: Finding, told: list[Told]) -> bool:
    """Whether "the soldiers", "the victims" without a number are people of whom the article tells elsewhere."""
    part = finding.part
    if part is not None and finding.outcome is Outcome.ABDUCTED and part.low in ("him", "her"):
        return any(earlier.finding.outcome is Outcome.ABDUCTED for earlier in told)
    if part is not None and finding.outcome is Outcome.INJURED and finding.count == 1 and part.quantity is None:
        alone = (part.definite and not part.possessive) or part.kind == "he"
        return alone and finding.shot and any(_is_death_of_one(earlier) for earlier in told)
    bounds = (finding.count, finding.count_min, finding.count_max)
    pointed = part is not None and part.quantity is None and part.definite and not part.possessive
    if not pointed or bounds != (None, None, None):
        return False
    known = any(earlier.finding.outcome is finding.outcome for earlier in told)
    return known or finding.outcome is not Outcome.ABDUCTED


def _borrow(annotated: Annotated, finding: Finding, told: list[Told]) -> bool:
    """Give a total without a noun ("bringing the total to 90") the outcome of the figure right before it, if any."""
    document = annotated.document
    before = next((one.finding for one in reversed(told) if not one.finding.none and not one.headed), None)
    sentence = document.sentence_at(finding.start)
    if before is None or document.sentence_at(max(sentence.start - 2, 0)).start > before.start:
        return False
    finding.outcome = before.outcome
    return True


def _is_death_of_one(told: Told) -> bool:
    return told.finding.outcome is Outcome.KILLED and told.finding.count == 1 and not told.finding.none


def _told(annotated: Annotated, sentence: Sentence, finding: Finding, later: bool) -> Told:
    """A finding with source, victim class and kind of count; `later` says that the article told another before."""
    text, words = annotated.document.article.text, _words(annotated, sentence).lower()
    part = finding.part
    victims = victims_of(finding, words)
    if part is not None and victims is VictimClass.UNSTATED:
        if pattern("minors").match(annotated.document.view, part.end) or _by_chance(part, words):
            victims = VictimClass.CIVILIAN
        elif of_armed_group(_named(text, finding)):
            victims = VictimClass.COMBATANT
    return Told(
        finding,
        _source(annotated, sentence, finding),
        victims,
        text[slice(*part.head)] if part is not None and part.head is not None else None,
        kind_of_count(finding, words, sentence.start),
        _is_headed(annotated, sentence),
        background=is_background(finding, words, sentence.start, later),
        doubtful=_is_doubtful(finding, words, sentence.start),
    )


def _by_chance(part: Part, sentence: str) -> bool:
    """Whether somebody with a noun for anybody is hit by what was not meant for them ("by a stray bullet")."""
    return bool(part.nouns) and pattern("by_chance").search(sentence) is not None


def _is_doubtful(finding: Finding, sentence: str, start: int) -> bool:
    """Whether somebody only believes a figure, or it is "reported" by nobody; `sentence` is in lower case."""
    before, told = sentence[: max(finding.start - start, 0)], sentence[finding.start - start : finding.end - start]
    return bool(pattern("believed").search(before) or pattern("only_reported").search(told))


def _named(text: str, finding: Finding) -> str:
    """The words that name the people of a finding, up to its end where its number stands before a noun of harm."""
    part = finding.part
    if part is None:
        return ""
    if part.head is None:
        return text[part.start : finding.end] if finding.phrase else ""
    return text[slice(*part.head)]


def _source(annotated: Annotated, sentence: Sentence, finding: Finding) -> Source | None:
    """Whose figure it is: the subject of the frame, else the speaker of the clause, else who stands beside it."""
    if finding.source is not None:
        text = " ".join(annotated.document.article.text[slice(*finding.source)].split())
        return Source(finding.start, finding.end, text, kind_of(text))
    if finding.presupposed:
        return None
    anchor = finding.anchor if finding.anchor is not None else finding.start
    if source := source_at(annotated, anchor):
        return source
    near = nearby_source(_words(annotated, sentence), finding.start - sentence.start, finding.end - sentence.start)
    near = near or list_source(annotated.document.view, finding.start)
    return Source(finding.start, finding.end, *near) if near is not None else None


def _share_source(annotated: Annotated, sentence: Sentence, told: list[Told]) -> None:
    """Give the figures before and behind "adding that" one source."""
    last = told[-1]
    if len(told) < 2 or told[-2].finding.start < sentence.start:
        return
    last.doubtful = last.doubtful or (told[-2].doubtful and last.source == told[-2].source)
    if None not in (last.source, told[-2].source):
        return
    if pattern("adding").search(annotated.document.view, told[-2].finding.end, last.finding.start):
        last.source = told[-2].source = last.source or told[-2].source


def _settled(annotated: Annotated, told: Told) -> dict[str, Any]:
    """Columns that the frame itself settles; background is dated by its own sentence only."""
    finding, columns = told.finding, dict[str, Any]()
    if finding.possible:
        columns["modality"] = Modality.POSSIBLE
    elif finding.none:
        columns["modality"] = Modality.DENIED
    elif finding.presupposed:
        columns["modality"] = Modality.ASSERTED
    else:
        columns |= _modality(annotated, told)
    held = finding.presupposed and finding.outcome is Outcome.ABDUCTED
    if told.background or (held and not finding.none):
        columns["temporal_role"] = TemporalRole.BACKGROUND
    if told.background and date_in_sentence(annotated.document, finding.start, finding.end) is None:
        columns["date_start"] = None
    return columns


def _modality(annotated: Annotated, told: Told) -> dict[str, Any]:
    """The modality that the words around say, but that hearsay is alleged, and nobody is planned to be hit."""
    finding = told.finding
    said = modality_at(annotated.document, finding.start, finding.end)
    lost = said is Modality.DENIED and finding.outcome is Outcome.MISSING
    if said not in (Modality.ASSERTED, Modality.PLANNED) and not lost:
        return {"modality": said}
    heard = is_hearsay(told.source) or told.doubtful
    columns: dict[str, Any] = {"modality": Modality.ALLEGED if heard else Modality.ASSERTED}
    if said is Modality.PLANNED:
        columns["temporal_role"] = TemporalRole.CURRENT
    return columns


def _negator(annotated: Annotated, finding: Finding) -> str | None:
    """The word that a zero is read from: the first negator in the words of a finding, else the last before them."""
    if finding.count != 0:
        return None
    view = annotated.document.view
    match = pattern("negator").search(view, finding.start, finding.end)
    if match is None:
        start = annotated.document.sentence_at(finding.start).start
        match = max(pattern("negator").finditer(view, start, finding.start), key=lambda m: m.start(), default=None)
    return annotated.document.article.text[match.start() : match.end()] if match is not None else None


def _row(annotated: Annotated, told: Told) -> Casualty:
    finding, source, text = told.finding, told.source, annotated.document.article.text
    quantity = finding.quantity or next((part.quantity for part in finding.parts if part.quantity is not None), None)
    again = [*told.also, *repeats(annotated.document, finding.start, finding.end)]
    return make_claim(
        Casualty,
        annotated,
        finding.start,
        finding.end,
        finding.rule_id,
        f"{finding.outcome}:{finding.count}:{finding.count_min}:{finding.count_max}",
        outcome=finding.outcome,
        count=finding.count,
        count_min=finding.count_min,
        count_max=finding.count_max,
        quantifier=finding.quantifier,
        count_text=text[quantity.start : quantity.end] if quantity is not None else _negator(annotated, finding),
        count_kind=told.kind,
        victim_class=told.victims,
        victim_text=told.victim_text,
        attributed_to=source.text if source is not None else None,
        attribution_kind=source.kind if source is not None else AttributionKind.NONE,
        also=[span for _, span in sorted({(span.start, span.end): span for span in again}.items())],
        **_settled(annotated, told),
    )
