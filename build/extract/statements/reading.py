"""Reading of statements: cues and quotations of every unit, put together in text order."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple

from newsledger.build.extract.statements.captions import captioned, pulled
from newsledger.build.extract.statements.cues import NOTE, PHRASE, WORD
from newsledger.build.extract.statements.headlines import find_headline_report
from newsledger.build.extract.statements.main_subjects import main_subject, subjects_before
from newsledger.build.extract.statements.media import medium_of
from newsledger.build.extract.statements.nouns import Subject, tells
from newsledger.build.extract.statements.phrases import find_noun_reports, find_phrase_reports
from newsledger.build.extract.statements.quotes import (
    after_cue,
    before_cue,
    block_after,
    continues,
    is_announced,
    is_display,
    is_name,
    is_only,
    is_repeated,
    is_sentence,
    is_speech,
    says_whole,
    signature,
)
from newsledger.build.extract.statements.reports import Declined, Report, without_nested
from newsledger.build.extract.statements.scripts import introduced, labelled, soundbite_speaker
from newsledger.build.extract.statements.sources import find_source_notes
from newsledger.build.extract.statements.speaker_names import Speaker
from newsledger.build.extract.statements.speakers import SpeakerChain
from newsledger.build.extract.statements.units import Unit, find_units
from newsledger.build.extract.statements.verbs import find_verb_reports
from newsledger.build.extract.statements.words import MASK
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.text.quotes import Quote
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import QuoteType, SpeakerKind


class Said(NamedTuple):
    """One statement with its speaker, ready for its row."""

    start: int
    end: int
    quote_type: QuoteType
    speaker: Speaker | None
    cue: tuple[int, int] | None
    medium: tuple[int, int] | None
    rule_id: str


class Reader:
    """Reads the units of one document in order and keeps what the next one needs."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.document = annotated.document
        self.units = find_units(annotated.document)
        self.chain = SpeakerChain(annotated, partial(subjects_before, self.units))
        self.said: list[Said | Declined] = []
        self.last_unit: int = -9
        self.latest: tuple[Subject, Speaker | None] | None = None
        self.run: Said | None = None
        self.pending: list[tuple[Unit, Quote]] = []
        self.announcing: Report | None = None
        self.announced: Report | None = None

    def read(self) -> list[Said | Declined]:
        """All statements and refusals of the document."""
        for unit in self.units:
            self._read_unit(unit)
        self._settle(None)
        return self.said

    def _read_unit(self, unit: Unit) -> None:
        reports = self._reports(unit, self.said.append) if unit.cues else []
        self.announced, self.announcing = self.announcing, None
        latest: Said | None = None
        if not reports and not unit.quotes:
            if subject := pulled(self.annotated, self.units, unit):
                latest = self._add(unit.start, unit.end, QuoteType.DIRECT, self.chain.resolve(subject), None)
        else:
            latest = self._read_parts(unit, reports)
        if latest is not None:
            self.last_unit = unit.index

    def _read_parts(self, unit: Unit, reports: list[Report]) -> Said | None:
        """Read the reports of a unit, then the quotations that none of them has taken; the last statement made."""
        used: set[int] = set()
        latest, end = None, unit.start
        for number, report in enumerate(reports):
            stop = min((r.cue_start for r in reports[number + 1 :] if r.cue_start > report.cue_end), default=unit.end)
            if made := self._read_report(unit, report, used, stop):
                latest, end = made, max(report.last, made.end)
        for quote in unit.quotes:
            if quote.start not in used:
                latest = self._read_quote(unit, quote, latest, end) or latest
        return latest

    def _reports(self, unit: Unit, refuse: Callable[[Declined], None]) -> list[Report]:
        """The reports of a unit in text order."""
        if headline := find_headline_report(self.annotated, unit):
            return [headline]
        reports = find_source_notes(unit) if NOTE in unit.cues else []
        if PHRASE in unit.cues:
            reports += find_phrase_reports(unit, refuse)
        if WORD in unit.cues:
            cues = unit.cue_words()
            reports += find_noun_reports(unit, cues)
            reports += find_verb_reports(unit, cues, refuse)
        return without_nested(sorted(reports, key=attrgetter("first", "cue_start"))) if len(reports) > 1 else reports

    def _read_report(self, unit: Unit, report: Report, used: set[int], stop: int) -> Said | None:
        quotes = unit.quotes
        before = before_cue(unit, quotes, report) if not report.shares else None
        after = after_cue(self.document, unit, quotes, report, stop)
        spans = [q for q in (before, after) if q is not None and q.start not in used]
        content = report.content
        if content and any(q.outer_start <= content[0] < q.outer_end or content[1] == q.end for q in spans):
            content = None if is_only(unit, content) or after in spans else content
        if not spans and unit.ends_with_colon and self._quote_next(unit):
            self.announcing = report
            content = content if ".clause." in report.rule_id else None
        if set_off := self._set_off(unit, report, content) if not spans else None:
            return set_off
        if not spans and content is None:
            self.said.append(Declined(report.cue_start, report.cue_end, report.rule_id, Reason.NO_CONTENT))
            return None
        final = report.content is not None and report.content[1] <= report.subject.start
        speaker = self._speaker(report, report.content[0] if final and report.content else None)
        if speaker is None:
            self.said.append(Declined(report.cue_start, report.cue_end, report.rule_id, Reason.NO_SPEAKER))
            return None
        made = None
        for quote in spans:
            used.add(quote.start)
            made = self._add(quote.start, quote.end, QuoteType.DIRECT, speaker, report)
            self._settle(made if quote.continues else None)
            self.run = made
        if content is not None:
            inside = [q for q in quotes if content[0] <= q.outer_start and q.outer_end <= content[1] + 2]
            used.update(q.start for q in inside)
            stated = [q for q in inside if ".describe." in report.rule_id or not is_name(self.document, unit, q)]
            if says_whole(self.document, report, content, stated):
                return self._add(stated[0].start, stated[0].end, QuoteType.DIRECT, speaker, report)
            made = self._add(*content, QuoteType.PARTIAL if stated else QuoteType.INDIRECT, speaker, report)
        return made

    def _set_off(self, unit: Unit, report: Report, content: tuple[int, int] | None) -> Said | None:
        """The next paragraph, quoted without marks behind "As X reports:"."""
        colon = unit.masked[report.last : unit.end].strip() == ":"
        block = block_after(self.document, self.units, unit) if colon and content is None else None
        speaker = self._speaker(report, None) if block else None
        if block is None or speaker is None:
            return None
        inside = [u for u in self.units if u.start in range(*block) and self._reports(u, list[Declined]().append)]
        return None if inside else self._add(*block, QuoteType.DIRECT, speaker, report)

    def _speaker(self, report: Report, since: int | None) -> Speaker | None:
        """The speaker of a report; one that shares the subject of an earlier cue has the same."""
        if report.shares and self.latest is not None and self.latest[0] == report.subject:
            return self.latest[1]
        own = self.document.view[report.subject.start : report.subject.end].lower() == "we"
        speaker = self.chain.authority(report.subject) if own else self.chain.resolve(report.subject, since)
        self.latest = (report.subject, speaker)
        return speaker

    def _add(self, start: int, end: int, kind: QuoteType, speaker: Speaker | None, report: Report | None) -> Said:
        cue = (report.cue_start, report.cue_end) if report else None
        medium = medium_of(report) if report else None
        rule = report.rule_id if report else "statements.unattributed"
        said = Said(*self._trim(start, end), kind, speaker, cue, medium, rule)
        self.said.append(said)
        return said

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        view = self.document.view
        while start < end and view[start].isspace():
            start += 1
        while end > start and view[end - 1].isspace():
            end -= 1
        return start, end

    def _read_quote(self, unit: Unit, quote: Quote, latest: Said | None, end: int) -> Said | None:
        """A quotation without a cue of its own."""
        if latest is not None and quote.start > latest.start and continues(unit, quote, min(end, quote.outer_start)):
            return self._continue(quote, latest)
        if signed := self._signed(unit, quote):
            return signed
        if is_name(self.document, unit, quote) or not is_speech(self.document, unit, quote):
            if is_sentence(self.document, unit, quote):
                return self._from_rest(unit, quote)
            if is_announced(self.document, unit, quote):
                return self._from_lead(unit, quote, latest)
            reason = Reason.TITLE_OF_WORK if self.document.view[quote.start].isupper() else Reason.SCARE_QUOTE
            self.said.append(Declined(quote.start, quote.end, "statements.quotation", reason))
            return None
        if quote.continues and self.run is not None:
            return self._continue(quote, self.run)
        if (not quote.closed and not self._follows(unit)) or quote.continues:
            self.pending.append((unit, quote))
            return None
        return self._from_context(unit, quote)

    def _signed(self, unit: Unit, quote: Quote) -> Said | None:
        """A quotation that a name behind or before it claims, without a verb."""
        claimed = labelled(self.annotated, unit, quote) or captioned(self.annotated, self.units, unit)
        label = None if is_repeated(self.document, quote) else claimed
        subject = (
            label
            or soundbite_speaker(self.units, unit, quote)
            or signature(self.document, self.units, unit, quote)
            or introduced(self.document, self.units, unit, quote)
        )
        speaker = self.chain.resolve(subject) if subject else None
        if speaker is None or (label is None and speaker.kind is not SpeakerKind.PERSON):
            return None
        return self._say(quote, speaker)

    def _from_rest(self, unit: Unit, quote: Quote) -> Said | None:
        """A quotation before words that are no known cue: whoever is named there first, else the context."""
        near = within(self.annotated.actors, quote.outer_end, min(unit.end, quote.outer_end + 70))
        person = next((m for m in near if m.kind is ActorKind.PERSON), None)
        if person is None:
            return self._from_context(unit, quote)
        speaker = self.chain.resolve(Subject(person.start, person.end, person.start, person.end))
        return self._say(quote, speaker)

    def _from_lead(self, unit: Unit, quote: Quote, latest: Said | None) -> Said | None:
        """A quotation behind a colon and words that are no known cue: whoever spoke in them, else their subject."""
        speaker = latest.speaker if latest else None
        if speaker is None and (subject := main_subject(unit.words, unit.words.at(quote.outer_start))):
            told = any(word[0].islower() for word in unit.masked[subject.end : quote.outer_start].split())
            speaker = self.chain.resolve(subject) if told and tells(unit, subject) else None
        if speaker is None or speaker.name is None:
            return None
        return self._say(quote, speaker)

    def _say(self, quote: Quote, speaker: Speaker | None, report: Report | None = None) -> Said:
        """A quotation as what somebody says; the next paragraph may continue it."""
        self.run = self._add(quote.start, quote.end, QuoteType.DIRECT, speaker, report)
        return self.run

    def _continue(self, quote: Quote, before: Said) -> Said:
        start, end = self._trim(quote.start, quote.end)
        self.run = before._replace(start=start, end=end, quote_type=QuoteType.DIRECT, rule_id="statements.continued")
        self.said.append(self.run)
        return self.run

    def _follows(self, unit: Unit) -> bool:
        """Whether the unit before made a statement, or announces one with a colon."""
        follows = self.last_unit == unit.index - 1
        return follows or (unit.index > 0 and self.units[unit.index - 1].ends_with_colon)

    def _from_context(self, unit: Unit, quote: Quote) -> Said | None:
        if is_display(self.document, unit, quote):
            self.said.append(Declined(quote.start, quote.end, "statements.quotation", Reason.COVERED_BY_ANOTHER_ROW))
            return None
        previous = self.units[unit.index - 1] if unit.index else None
        if self.announced is not None:
            speaker = self.chain.resolve(self.announced.subject)
            return self._say(quote, speaker, self.announced)
        latest = next((s for s in reversed(self.said) if isinstance(s, Said)), None)
        if latest is not None and self.last_unit == unit.index - 1:
            return self._continue(quote, latest)
        speaker = None
        if previous is not None and (subject := main_subject(previous.words, len(previous.words.lows))):
            speaker = self.chain.resolve(subject) if tells(previous, subject) else None
        if speaker is None and latest is not None:
            speaker = latest.speaker
        self.last_unit = unit.index
        return self._say(quote, speaker)

    def _quote_next(self, unit: Unit) -> bool:
        return unit.index + 1 < len(self.units) and self.units[unit.index + 1].words.lows[0] == MASK

    def _settle(self, made: Said | None) -> None:
        """Give the paragraphs that waited for a speaker to the cue that came, or to their context."""
        waiting, self.pending = self.pending, []
        for unit, quote in waiting:
            if made is not None:
                self._continue(quote, made)
            else:
                self._from_context(unit, quote)


@lru_cache(maxsize=1)
def read_statements(annotated: Annotated) -> tuple[Said | Declined, ...]:
    """Statements and refusals of an article, in text order of what was said.

    The latest article's are kept because the sources of casualty figures are read from them, too.
    """
    return tuple(sorted(Reader(annotated).read(), key=attrgetter("start", "end")))
