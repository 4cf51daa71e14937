"""Extractor of the table `events`: one row per mention; `build/link` joins the mentions of one event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from newsledger.build.extract.claim import date_columns, place_columns
from newsledger.build.extract.events.actors import actor_columns
from newsledger.build.extract.events.details import scope_of, weapon_span
from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.match import THINGS, Around, Match, demands_hold, fits, is_fled, is_supposed
from newsledger.build.extract.events.means import types_by_means
from newsledger.build.extract.events.modality import modality_of
from newsledger.build.extract.events.rules import BACK, EventRule
from newsledger.build.extract.events.scan import LETTERS, Hit, SentenceHits, lower_view, scan
from newsledger.build.extract.events.sense import FORCE, VIOLENT, Sense, sense_of
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.hedges import temporal_role_at
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.when import when
from newsledger.build.mentions.where import named_where
from newsledger.build.text.sentences import Sentence
from newsledger.schema.events import Event
from newsledger.schema.fields import Mention
from newsledger.schema.row import evidence_hash, row_id
from newsledger.schema.skip import Reason, Skip
from newsledger.schema.vocabularies import BlockType, Confidence, EventType, PlacePrecision

TABLE = "events"
ORIGIN = pattern("origin")
APART = pattern("apart")
M = TypeVar("M", DateMention, PlaceMention)
FIGHTING = f"{BACK}fighting"
OPENING = LETTERS | set("“\"‘'")


class Told(NamedTuple):
    """A sentence with words of the event lexicon, and its triggers and skips in text order."""

    sentence: Sentence
    matches: list[Match | Skip]


class Triggers(NamedTuple):
    """The view in lower case, sentences with words of the event lexicon, what they and all of them speak of."""

    lower: str
    sentences: list[Told]
    hits: dict[int, SentenceHits]
    sense: Sense


def extract(annotated: Annotated) -> Iterator[Event | Skip]:
    """Yield one single-mention event per trigger, or the reason a candidate gave none."""
    found = triggers(annotated)
    for told in found.sentences:
        for match in told.matches:
            yield _event(annotated, found.lower, match) if isinstance(match, Match) else match


@kept
def triggers(annotated: Annotated) -> Triggers:
    """The triggers of an article."""
    document = annotated.document
    lower = lower_view(document.view)
    found = scan(annotated, lower)
    article = sense_of([hit.entry.classes for hits in found for hit in hits.hits], len(document.sentences))
    spoken = [hits for hits in found if document.blocks[hits.sentence.block].kind is not BlockType.BOILERPLATE]
    told = [Told(hits.sentence, _matches(hits, article)) for hits in spoken]
    return Triggers(lower, told, {hits.sentence.index: hits for hits in found}, article)


def is_told_elsewhere(annotated: Annotated, at: int) -> bool:
    """Whether an article is of fiction, or of sports or the like and the sentence at an offset of no conflict."""
    found = triggers(annotated)
    if found.sense.is_fiction or not found.sense.is_elsewhere:
        return found.sense.is_fiction
    hits = found.hits.get(annotated.document.sentence_at(at).index)
    return hits is None or not hits.sense.conflict


def is_at_peace(annotated: Annotated) -> bool:
    """Whether an article of some length never names conflict or calamity."""
    sense = triggers(annotated).sense
    return sense.is_peaceful and sense.hazard == 0


def is_untroubled(annotated: Annotated) -> bool:
    """Whether an article of some length tells of neither conflict nor calamity."""
    return triggers(annotated).sense.is_untroubled


def _matches(found: SentenceHits, article: Sense) -> list[Match | Skip]:
    """The triggers of one sentence: strong rules first, then the weak ones they do not cover."""
    matches: list[Match] = []
    skips: list[Match | Skip] = []
    taken = found.sentence.start
    ruled = [hit for hit in found.hits if hit.entry.rules]
    classes = found.classes if ruled else frozenset()
    for hit in ruled:
        if hit.start < taken:
            continue
        able = [rule for rule in hit.entry.rules if rule.need is None or not rule.need.isdisjoint(classes)]
        outcome = _match(Around(found, hit, article), able) if able else None
        if outcome is None:
            continue
        if isinstance(outcome, Match):
            matches.extend(_of_means(found, hit, outcome))
            taken = hit.end
        else:
            skips.append(_skip(found, hit, *outcome))
    if not matches:
        return skips
    kept = _uncovered(matches, found.lower)
    covered = Reason.COVERED_BY_ANOTHER_ROW
    return skips + [match if match in kept else _skip(found, match, match.rule.rule_id, covered) for match in matches]


def _match(around: Around, rules: list[EventRule]) -> Match | tuple[str, Reason] | None:
    """The first of some rules that holds at a trigger, or why the first one that nearly held did not.

    Where a nominal rule holds ("the attack"), the rule that would hold without it gives the type, and `+` after its id
    says that the mention can stand alone.
    """
    declined, back = None, None
    for rule in rules:
        if not demands_hold(around, rule):
            continue
        if not around.agrees(rule, rule.vetoes, False) or is_supposed(around, rule):
            declined = declined or (rule.rule_id, Reason.NOT_AN_EVENT)
        elif not fits(around, rule):
            declined = declined or (rule.rule_id, Reason.FIGURATIVE)
        elif is_fled(around, rule):
            return _matched(around, rule, FIGHTING)
        elif rule.rule_id.startswith(BACK):
            back = back or rule
        else:
            return _matched(around, rule, f"{back.rule_id}+" if back else rule.rule_id)
    if back is None:
        return declined
    alone = back.standalone is not None and back.standalone.match(around.lower, around.hit.end)
    return _matched(around, back, f"{back.rule_id}+" if alone else back.rule_id)


def _of_means(found: SentenceHits, hit: Hit, match: Match) -> list[Match]:
    """A match under each type that its means give it."""
    types = types_by_means(match, found, hit)
    return [match if kind is match.rule.event_type else match._replace(rule=match.rule.as_type(kind)) for kind in types]


def _matched(around: Around, rule: EventRule, rule_id: str) -> Match:
    kind = THINGS.get(rule.event_type)
    thing = around.thing(kind) if kind else None
    return Match(around.hit.start, around.hit.end, *around.clause, around.found.sentence, rule, rule_id, thing)


def _uncovered(matches: list[Match], lower: str) -> list[Match]:
    """One match per clause and type, strong before weak; none of weak force beside other force, none threatened."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.rule.weak, m.start)):
        clause = [m for m in kept if (m.clause_start, m.clause_end) == (match.clause_start, match.clause_end)]
        violent, force = match.rule.event_type in VIOLENT, match.rule.event_type in FORCE
        same = any(m.rule.event_type is match.rule.event_type for m in clause)
        covered = (
            force
            and match.rule.weak
            and any(m.rule.event_type in FORCE and _is_beside(match, m, lower) for m in clause)
        )
        outcome = violent and match.rule.alone and _is_outcome(match, matches, lower)
        threatens = violent or match.rule.event_type is EventType.TROOP_DEPLOYMENT
        if not (same or covered or outcome or (threatens and _is_threatened(match, matches))):
            kept.append(match)
    return kept


def _is_beside(match: Match, other: Match, lower: str) -> bool:
    """Whether no comma parts two triggers of a clause."""
    return "," not in lower[min(match.end, other.end) : max(match.start, other.start)]


def _is_outcome(match: Match, matches: list[Match], lower: str) -> bool:
    """Whether deaths are told with what caused them in the same sentence ("nine died when a bomb went off")."""
    for other in matches:
        if other is match or other.rule.event_type not in VIOLENT or other.rule.alone:
            continue
        between = lower[min(match.end, other.end) : max(match.start, other.start)]
        if not APART.search(between):
            return True
    return False


def _is_threatened(match: Match, matches: list[Match]) -> bool:
    """Whether a threat that stands before in the same clause is of this very act."""
    return any(
        m.rule.event_type is EventType.MILITARY_THREAT and m.start <= match.start and m.clause_end == match.clause_end
        for m in matches
        if m is not match
    )


def _skip(found: SentenceHits, at: Hit | Match, rule_id: str, reason: Reason) -> Skip:
    article_id = found.annotated.document.article.article_id
    return Skip(article_id=article_id, table=TABLE, start=at.start, end=at.end, rule_id=rule_id, reason=reason)


def _evidence(lower: str, match: Match) -> tuple[int, int]:
    """The clause of a trigger without the spaces and marks around it."""
    start, end = match.clause_start, match.clause_end
    while start < match.start and lower[start] not in OPENING:
        start += 1
    while end > match.end and lower[end - 1] not in LETTERS:
        end -= 1
    return start, end


def id_of(annotated: Annotated, lower: str, match: Match) -> str:
    """The id of the event a trigger gives."""
    start, end = _evidence(lower, match)
    return row_id(annotated.document.article.article_id, TABLE, start, end, match.rule.event_type)


def _event(annotated: Annotated, lower: str, match: Match) -> Event:
    document, rule = annotated.document, match.rule
    start, end = _evidence(lower, match)
    sentence, article = match.sentence, document.article
    mention = Mention(
        article_id=article.article_id,
        start=start,
        end=end,
        evidence_sha256=evidence_hash(article.text, start, end),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        block_type=document.block_at(start).kind,
        extractor="rules",
        rule_id=match.rule_id,
    )
    place = _place(annotated, match, start, end, sentence)
    weapon = weapon_span(lower, match, start, end)
    return Event(
        event_id=row_id(article.article_id, TABLE, start, end, rule.event_type),
        event_type=rule.event_type,
        modality=modality_of(annotated, lower, match),
        temporal_role=rule.role or temporal_role_at(document, match.start, match.end),
        event_scope=scope_of(lower, match, place),
        weapon_text=article.text[slice(*weapon)] if weapon else None,
        confidence=Confidence.LOW if rule.weak else Confidence.MEDIUM,
        mentions=[mention],
        **date_columns(document, _told_here(when(annotated, match.start, match.end), sentence)),
        **place_columns(document, place),
        **actor_columns(annotated, match),
    )


def _told_here(mention: M | None, sentence: Sentence) -> M | None:
    """A date or place of the sentence itself; what the context lends is filled in after joining, in `build/link`."""
    return mention if mention is not None and sentence.start <= mention.start < sentence.end else None


def acts(annotated: Annotated, place: PlaceMention) -> bool:
    """Whether a country is named as one who acts or is acted on, not as where something happens."""
    if place.precision is not PlacePrecision.COUNTRY or place.governor:
        return False
    return any(actor.kind is ActorKind.STATE for actor in within(annotated.actors, place.start, place.end))


def _place(annotated: Annotated, match: Match, start: int, end: int, sentence: Sentence) -> PlaceMention | None:
    """The place told in the sentence; of a displacement, where people fled from."""
    if match.rule.event_type is not EventType.DISPLACEMENT:
        found = _told_here(named_where(annotated, start, end), sentence)
        return None if found is not None and acts(annotated, found) else found
    view = annotated.document.view
    for place in within(annotated.places, sentence.start, sentence.end):
        if ORIGIN.search(view[max(0, place.start - 40) : place.start]):
            return place
    return None
