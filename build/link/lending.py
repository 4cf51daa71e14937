"""Lending: the date and place that the text around an event gives it where its own sentences give none."""

from __future__ import annotations

from newsledger.build.extract.claim import date_columns, place_columns
from newsledger.build.extract.evacuations.register import is_advisory
from newsledger.build.extract.events.extractor import acts
from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.link.compare import MEETINGS
from newsledger.build.link.naming import named
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.context import carried, dateline_place
from newsledger.build.mentions.date_context import date_in_sentence
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.issue_date import issue_date
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import LANDS
from newsledger.build.mentions.setting import setting_of
from newsledger.build.mentions.when import when
from newsledger.build.mentions.where import where
from newsledger.schema.events import Event
from newsledger.schema.fields import Mention
from newsledger.schema.vocabularies import EventType, PlacePrecision

SPREAD = MEETINGS | {EventType.DISPLACEMENT, EventType.WARNING}
# What concerns the whole scene of a text where no place stands beside it.
WIDE = frozenset({EventType.DISPLACEMENT, EventType.SERVICE_DISRUPTION, EventType.RESTRICTION, EventType.WARNING})
ELSEWHERE = MEETINGS | {EventType.TROOP_DEPLOYMENT, EventType.RESTRICTION}


def lending_frames() -> dict[str, Pattern]:
    """The patterns of lending.yml."""
    return load_patterns("newsledger.build.link", "lending")


def lent(annotated: Annotated, event: Event) -> dict[str, object]:
    """The columns that the context fills."""
    main = event.mentions[0]
    columns = _date(annotated, event)
    if event.place_name is None or event.place_precision in LANDS:
        columns |= _place(annotated, event, main)
    return columns | named(annotated, event)


def _date(annotated: Annotated, event: Event) -> dict[str, object]:
    """The date that the text around a mention gives; a warning that an advisory itself gives is as old as it."""
    main, document, is_dated = event.mentions[0], annotated.document, event.date_text is not None
    if is_dated and date_in_sentence(document, main.start, main.end) is not None:
        return {}
    mentions = [main] if is_dated else event.mentions
    found = [date for mention in mentions if (date := _date_around(annotated, mention)) is not None]
    date = next((date for date in found if date.first is not None), found[0] if found else None)
    if date is None and not is_dated and event.event_type is EventType.WARNING and is_advisory(annotated):
        date = issue_date(document)
    return date_columns(document, date)


def _date_around(annotated: Annotated, mention: Mention) -> DateMention | None:
    """The date told around a mention, but not one that somebody else's words give."""
    document = annotated.document
    found = when(annotated, mention.start, mention.end)
    if found is None or mention.sentence_start <= found.start < mention.sentence_end:
        return found
    quote = document.quote_at(found.start)
    return None if quote is not None and quote != document.quote_at(mention.start) else found


def _place(annotated: Annotated, event: Event, main: Mention) -> dict[str, object]:
    """The place of the text before; of a toll told by a country's own services, that country."""
    document = annotated.document
    if event.event_type in MEETINGS and event.place_name is None:
        met = dateline_place(annotated, main.start)
        if met is not None:
            return place_columns(document, met)
    found = _around(annotated, event, main)
    if event.place_name is not None:
        is_finer = found is not None and found.precision not in LANDS and event.event_type not in SPREAD
        return place_columns(document, found) if is_finer else {}
    if found is not None and main.sentence_start <= found.start < main.sentence_end:
        if event.event_type is EventType.WARNING and found.is_part_of_actor:
            others = within(annotated.places, main.sentence_start, main.sentence_end)
            found = next((p for p in others if not p.is_part_of_actor and not acts(annotated, p)), None)
        elif acts(annotated, found):
            found = None
        if found is not None:
            return place_columns(document, found)
        found = carried(annotated, main.start)
    counted = None if event.event_type in ELSEWHERE else _counting(annotated, main)
    is_elsewhere = counted is not None and (found is None or found.country_iso3 != counted.country_iso3)
    return place_columns(document, counted if is_elsewhere else found)


def _around(annotated: Annotated, event: Event, main: Mention) -> PlaceMention | None:
    """The place of the sentence or the text before; talks concern the country, the displaced left another place."""
    found = where(annotated, main.start, main.end)
    if found is None or event.place_name is not None:
        return found
    is_own = main.sentence_start <= found.start < main.sentence_end
    if event.event_type in WIDE and _is_far(annotated, main, found):
        return setting_of(annotated).main_place or found
    if event.event_type is EventType.DISPLACEMENT:
        reached = lending_frames()["reached"].pattern
        is_reached = reached.search(annotated.document.view, max(0, found.start - 40), found.start) is not None
        return carried(annotated, main.sentence_start) if is_reached else found
    land = setting_of(annotated).main_country if event.event_type in MEETINGS else None
    return land if land is not None and not is_own and land.country_iso3 == found.country_iso3 else found


def _is_far(annotated: Annotated, main: Mention, place: PlaceMention) -> bool:
    """Whether a place is told in another paragraph than an event, in a text that is no digest of several reports."""
    block = annotated.document.block_at(main.start)
    return not block.start <= place.start < block.end and len(setting_of(annotated).datelines) <= 1


def _counting(annotated: Annotated, main: Mention) -> PlaceMention | None:
    """The country whose body counts its dead in the sentence of a mention, where that body is named."""
    counting, view = lending_frames()["counting"].pattern, annotated.document.view
    for actor in within(annotated.actors, main.sentence_start, main.sentence_end):
        code = actor.country_iso3
        if code and counting.search(view[actor.start : actor.end]):
            land = next(country for country in countries().names.values() if country.country_iso3 == code)
            precision = PlacePrecision.COUNTRY
            return PlaceMention(actor.start, actor.end, land.name, precision, code, land.geonames_id, None, None)
    return None
