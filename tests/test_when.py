"""When: which date of the text belongs to what is told."""

from __future__ import annotations

import pytest

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.when import when
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata


def dated(marked: str, published: str | None = "2024-09-25") -> str | None:
    """The first day of the date of the words in braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    metadata = ArticleMetadata.model_validate({"published_date": published})
    found = when(Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), metadata))), start, end)
    return str(found.first) if found is not None and found.first is not None else None


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("Rebels {killed} nine men on Monday near Tal.", "2024-09-23"),
        ("On Monday, rebels {killed} nine men near Tal.", "2024-09-23"),
        ("Monday's {raid} left nine dead.", "2024-09-23"),
        ("Nine men were {killed} on Monday, the mayor said on Tuesday.", "2024-09-23"),
        ("The mayor told Reuters on Tuesday that nine men were {killed} on Monday.", "2024-09-23"),
        ("The army, which {lost} nine men on Monday, will send more on Friday.", "2024-09-23"),
        ("The army, which lost nine men on Monday, will {send} more on Friday.", "2024-09-27"),
        ("Shells hit the port on Sunday, {killing} nine men.", "2024-09-22"),
        ("Nine men were {killed} when shells hit the port on Sunday.", "2024-09-22"),
        ("Envoys meet on Friday to save the {truce} that was signed on Monday.", "2024-09-23"),
        ("They marched on Tuesday, two days after the {raid}.", "2024-09-22"),
        ("A {truce} was declared on Monday, but shelling went on.", "2024-09-23"),
        ("Both armies {agreed on} Monday to free captives.", "2024-09-23"),
        ("Rebels entered the town following Sunday's {raid}.", "2024-09-22"),
        ("The governor says Sunday's “wave of {raids}” left six dead.", "2024-09-22"),
        ("They pin their hopes to a convoy {halted} since Thursday.", "2024-09-19"),
        ("Six died in a {raid} by the Lions — a small band — on two farms on Sunday.", "2024-09-22"),
        ("A man with a belt that hid explosives struck a bank Monday, {killing} two.", "2024-09-23"),
    ],
)
def test_the_date_stands_in_its_clause_or_sentence(marked: str, first: str) -> None:
    assert dated(marked) == first


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("Gunmen attacked a wedding on Sunday. Nine guests were {killed}.", "2024-09-22"),
        ("A mine {killed} two nurses. The blast, late on Sunday, wrecked their car.", "2024-09-22"),
        ("A mine {killed} two nurses. It happened between Sunday and Tuesday.", "2024-09-22"),
        ("Gunmen attacked a wedding on Sunday. Convoys are often {robbed} there.", None),
        ("Gunmen attacked a wedding on Sunday. Forty people had been {killed} there before.", None),
        ("The court will sit on Friday. A judge was {shot}.", None),
        ("The curfew lasts until Friday, and nine men were {arrested}.", None),
        ("Mob burns market published at 16:04 Nairobi Time 24 September 2024. Nine men were {killed}.", None),
        ("The war has {killed} thousands since 1991, the envoy said on Tuesday.", "1991-01-01"),
        ("Nine men were {killed} near the mill.", None),
    ],
)
def test_a_date_is_carried_only_within_one_story(marked: str, first: str | None) -> None:
    assert dated(marked) == first


def test_the_publication_date_never_stands_in() -> None:
    assert dated("Nine men were {killed}.") is None


def test_without_a_published_date_only_full_dates_date_anything() -> None:
    assert dated("Since 24 May 2011 – the day of the coup – a mob ruled. Six were {killed} on 6 June.", None) is None
    assert dated("Nine men were {killed} on Monday.", None) is None
    assert dated("Nine men were {killed} on 3 May 2011.", None) == "2011-05-03"
    assert dated("On 3 May 2011 rebels took the mill. Nine men were {killed}.", None) == "2011-05-03"


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("Nurses wait outside a clinic in Goma, May 3, 2014.\n\nShells {hit} the clinic on Saturday.", "2014-05-03"),
        ("Nurses wait outside a clinic in Goma, May 3, 2014.\n\nShells {hit} the clinic on Sunday.", None),
        ("Chad: Situation Report 4 (May 2014)\n\nOn 9 May, shells {hit} the clinic.", "2014-05-09"),
        ("Chad after the war of 2014\n\nOn 9 May, shells {hit} the clinic.", None),
        ("Chad: Reports 4 (May 2014) and 5 (June 2015)\n\nOn 9 May, shells {hit} the clinic.", None),
        ("Shells {hit} the clinic on Saturday." + " It was full." * 6 + " It opened on May 3, 2014.", None),
    ],
)
def test_without_a_published_date_the_opening_tells_the_year_and_the_weekday(marked: str, first: str | None) -> None:
    assert dated(marked, None) == first


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("A gunboat {shelled} U.N. depots here Sunday, burning six.", "2024-09-22"),
        ("Police said the bomb {exploded} shortly after noon Friday in Quetta.", "2024-09-20"),
        ("The mayor said Monday's raid {killed} six.", "2024-09-23"),
        ("Crowds {marched} along Liberty Ave. to the old port on Sunday.", "2024-09-22"),
        ("Six miners were {killed} when a gallery collapsed in early August.", "2024-08-01"),
        ("Fighting since Wednesday has {killed} six.", "2024-09-18"),
        ("A mine killed six on Monday. Two days earlier, a sniper {killed} a nurse.", "2024-09-21"),
        ("A mine hurt six on Monday. The blast came two days after rebels {killed} ten men.", "2024-09-21"),
        ("A mine hurt six on Monday. The {blast} came two days after rebels killed ten men.", "2024-09-23"),
        ("Rebels {attacked} a camp in the worst raid this year, officials said Tuesday.", "2024-09-24"),
        ("A ferry will {sail} tomorrow (9/10/2024) at noon.", "2024-09-26"),
        (
            "The raid came two days after rebels {killed} ten men. The killings late on Monday shook the valley.",
            "2024-09-23",
        ),
    ],
)
def test_abbreviations_hours_and_counted_days_keep_their_date(marked: str, first: str) -> None:
    assert dated(marked) == first


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        (
            "Gunmen {raided} a hamlet, elders said on Tuesday.\n\nThey came on motorbikes on Monday evening.",
            "2024-09-23",
        ),
        ("Gunmen have {raided} a hamlet, elders said.\n\nThey came on motorbikes on Monday evening.", "2024-09-23"),
        (
            "Gunmen {raided} a hamlet.\n\nElders said on Tuesday they had fled.\n\nThe men came on Monday evening.",
            "2024-09-23",
        ),
        ("Gunmen had {raided} a hamlet.\n\nThey came on motorbikes on Monday evening.", None),
        ("Gunmen {raided} a hamlet.\n\nMeanwhile, a mine killed two guards on Monday.", None),
        ("Dozens were {killed} in the reporting period. The most serious attack took place on Monday.", None),
    ],
)
def test_the_sentence_below_dates_an_undated_lead(marked: str, first: str | None) -> None:
    assert dated(marked) == first


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("Mourners on Tuesday carried six men who were {shot} during Sunday's march.", "2024-09-22"),
        ("Mourners on Tuesday carried six men who were {shot} in a mosque.", None),
        (
            "Crews searched the rubble on Tuesday. Nine men were {killed} when the depot blew up on Sunday.",
            "2024-09-22",
        ),
        ("A depot blew up on Sunday.\n\nCrews searched the rubble on Tuesday. Nine men were {killed}.", "2024-09-22"),
        ("Crews {searched} the rubble on Tuesday.", "2024-09-24"),
        ("Shells buried six men on Tuesday. Nine were {hurt}.", "2024-09-24"),
        ("Rebels struck on Monday for the first time since the {truce} collapsed.", None),
        ("Rebels {struck} on Monday for the first time since the truce collapsed.", "2024-09-23"),
        ("Aid was being sent yesterday, a day after a flood that {killed} six.", "2024-09-23"),
    ],
)
def test_the_day_of_the_aftermath_is_not_the_day_of_the_deed(marked: str, first: str | None) -> None:
    assert dated(marked) == first


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("On 21 September:\n\n• Shells hit the port.\n\n• Snipers {killed} a nurse.", "2024-09-21"),
        ("21 September\n\nSnipers {killed} a nurse.\n\n22 September\n\nIt rained.", "2024-09-21"),
        ("25 September 2024\n\nSnipers {killed} a nurse.", None),
        (
            "A tank {fired} on a clinic.\n\nSources\n\n“Tank fires on clinic” — Daily Post, September 24, 2024",
            "2024-09-24",
        ),
        ("A tank {fired} on a clinic.\n\nSources\n\n“Clinics under fire” — Daily Post, June 2, 2024", None),
        ("Lima, Peru (AFP) Sept 23, 2024 Rebels {killed} six. They came on Sunday.", "2024-09-22"),
        ("LIMA, Sept. 23 (UPI) -- Rebels {killed} six today.", "2024-09-23"),
        ("September 25, 2024\n\nLIMA, SEPT 23 (AP) - Rebels {killed} six villagers in the hills today.", "2024-09-23"),
        ("On 4 August 2024 - Shells {hit} the clinic in Tarhuna and burned two wards.", "2024-08-04"),
        ("• On 4 August 2024 a mob stormed the jail. Nine warders were {killed}.\n\n• It rained.", "2024-08-04"),
    ],
)
def test_headings_citations_and_datelines_date_what_they_stand_over(marked: str, first: str | None) -> None:
    assert dated(marked) == first
