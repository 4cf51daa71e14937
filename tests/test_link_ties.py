"""Claims are tied to the event of their clause, warnings to who gives them; events told apart stay apart."""

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.build.link.parties import key_of
from newsledger.build.link.ties import HARM
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.casualties import Casualty
from newsledger.schema.events import Event
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import EventType, Outcome

R = TypeVar("R", bound=Row)
SAMPLE = Path(str(files("newsledger.build.data") / "sample"))


def told(text: str, published: date | None = date(1999, 4, 14)) -> dict[str, list[Row]]:
    article = Article.from_bytes("a.txt", text.encode(), ArticleMetadata(published_date=published))
    return extract_article(article).rows


def of(model: type[R], rows: dict[str, list[Row]]) -> list[R]:
    return [row for found in rows.values() for row in found if isinstance(row, model)]


def ties(text: str) -> list[tuple[str, int | None, str | None]]:
    rows = told(text)
    kinds = {event.event_id: str(event.event_type) for event in of(Event, rows)}
    return [(str(c.outcome), c.count, kinds.get(c.event_id or "")) for c in of(Casualty, rows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A car bomb exploded in Baghdad, killing nine people and wounding 20.",
         [("killed", 9, "bombing"), ("injured", 20, "bombing")]),
        ("Shelling killed three children in Horlivka, while a mine wounded a farmer near Popasna.",
         [("killed", 3, "missile_or_artillery"), ("injured", 1, "bombing")]),
        ("Two soldiers were killed in an ambush in Casamance and five rebels died in clashes near Bignona.",
         [("killed", 2, "armed_attack"), ("killed", 5, "armed_clash")]),
        ("Warplanes bombed a market in Aleppo on Monday. At least 30 people were killed.",
         [("killed", 30, "air_strike")]),
        ("An earthquake struck Kathmandu on Saturday and 300 people died.", [("killed", 300, "disaster")]),
        ("Militants stormed a hotel in Bamako and took 170 hostages.", [("abducted", 170, "abduction")]),
        ("At least 400 people have been killed since the rebellion began in March.", [("killed", 400, None)]),
    ],
)  # fmt: skip
def test_a_casualty_is_tied_to_the_event_of_its_clause(
    text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.txt")), ids=lambda path: path.stem)
def test_every_casualty_in_a_clause_with_a_harmful_event_has_one(path: Path) -> None:
    rows = told(path.read_text(encoding="utf-8"), date(2024, 9, 26))
    harmful = [event for event in of(Event, rows) if event.event_type in HARM]
    spans = [(m.start, m.end) for event in harmful for m in event.mentions]
    for claim in of(Casualty, rows):
        if any(start <= claim.evidence_start and claim.evidence_end <= end for start, end in spans):
            assert claim.event_id is not None


def test_the_tie_names_an_event_of_the_article() -> None:
    rows = told("Rockets hit a school in Zahle, killing a teacher. Gunmen ambushed a lorry near Tyre, wounding two.")
    known = {event.event_id for event in of(Event, rows)}
    claims = of(Casualty, rows)
    assert {claim.outcome for claim in claims} == {Outcome.KILLED, Outcome.INJURED}
    assert {claim.event_id for claim in claims} <= known


def only(text: str, kind: EventType) -> Event:
    (event,) = [event for event in of(Event, told(text)) if event.event_type is kind]
    return event


def test_a_warning_takes_the_issuer_and_the_addressees_of_its_directive() -> None:
    warning = only("The British Embassy in Tirana urged British citizens to leave Albania at once.", EventType.WARNING)
    assert warning.actor is not None
    assert "Embassy" in warning.actor
    assert (warning.actor_iso3, warning.target_iso3) == ("GBR", "GBR")
    assert warning.place_name != "Tirana"


def test_who_receives_a_warning_does_not_give_it() -> None:
    warning = only("Farmers in Kosovo received text messages warning them to leave their villages.", EventType.WARNING)
    assert warning.actor is None


def test_mediators_act_and_the_sides_are_the_target() -> None:
    talks = only(
        "Norway and Kenya are working to end the fighting between Sudan and the rebels, envoys said.", EventType.TALKS
    )
    assert talks.actor == "Norway and Kenya"


def test_another_blast_elsewhere_is_an_event_of_its_own() -> None:
    rows = told("Guerrillas blew up a bridge in Cali on Tuesday. Another bridge was blown up in Narino Department.")
    assert len([event for event in of(Event, rows) if event.event_type is EventType.BOMBING]) == 2


def test_answering_fire_is_not_the_fire_it_answers() -> None:
    rows = told("Rebels fired mortar rounds at the barracks, and troops responded with artillery fire on the hills.")
    assert len(of(Event, rows)) == 2


def test_a_toll_counted_by_a_country_s_own_ministry_happened_there() -> None:
    text = (
        "The envoy said the plan was not tied to the war in Gaza.\n\n"
        "The Lebanese health ministry said 14 people were killed and 33 injured in Israeli strikes on Wednesday."
    )
    strike = only(text, EventType.AIR_STRIKE)
    assert (strike.place_name, strike.country_iso3) == ("Lebanon", "LBN")


def test_a_day_in_somebody_else_s_words_dates_nothing() -> None:
    text = (
        "Rebels hold the hills.\n\n“What we decide today counts,” the mayor said.\n\n"
        "Recent explosions across Chechnya frightened residents, aid workers said."
    )
    assert all(event.date_start is None for event in of(Event, told(text)))


@pytest.mark.parametrize(("one", "other"), [("U.S.", "the United States"), ("Britain", "UK"), ("the ANC", "The ANC")])
def test_parties_are_one_under_two_names(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
