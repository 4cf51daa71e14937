"""Bodies by the common nouns an article sets beside their names: "the company", "the agency", "the rebels"."""

from __future__ import annotations

import pytest
from test_statements import rows

from newsledger.build.lexicon.patterns import load_patterns
from newsledger.schema.vocabularies import SpeakerKind

CASES = [
    (
        "The virus spreads by mail, according to Kalimo.com, a leading anti-virus software company.\n\n"
        "The company warned that files could be deleted.",
        ["Kalimo.com", "Kalimo.com"],
    ),
    (
        "Some 400 staff will leave the country's biggest pay television operator, Austrel.\n\n"
        "The company said that the wages would be paid.",
        ["Austrel"],
    ),
    (
        "Penrol Corp said it would sell its Tripp Instrument Corp unit.\n\nThe company said that a buyer was near.",
        ["Penrol Corp", "Penrol Corp"],
    ),
    (
        "A group of investors led by Fund Corp said it had bought shares.\n\nThe group said it may buy more.",
        ["group of investors led by Fund Corp", "group of investors led by Fund Corp"],
    ),
    (
        "“They shot at everyone,” the Kayetan newspaper quoted a man as saying.\n\n"
        "A councillor was killed, the newspaper said.",
        ["man", "Kayetan"],
    ),
    (
        "The institution, known as KIPRI, counts weapons.\n\nThe institution said that sales had doubled.",
        ["KIPRI"],
    ),
    (
        "The army killed 25 men in the north.\n\nThe rebels denied that any of them had died.\n\n"
        "The Liberation Tigers of Tamil Eelam (LTTE) want a state.",
        ["Liberation Tigers of Tamil Eelam"],
    ),
    (
        "Usman Relief, an aid agency, left. Unicef, a children's agency, stayed.\n\n"
        "The US agency said that aid was near.",
        ["US agency"],
    ),
    (
        "Monday’s board met.\n\nThe company said that pay would rise.",
        ["company"],
    ),
    (
        "Boko Haram raided the town.\n\nThe human rights group said that ten had died.",
        ["human rights group"],
    ),
    (
        "Hardline militant group, the Kayan Freedom Falcons, said it had laid the bomb.",
        ["Kayan Freedom Falcons"],
    ),
    (
        "Nine died, according to a truth commission appointed by former president Ana Ruiz.",
        ["truth commission appointed by former president Ana Ruiz"],
    ),
    (
        "Injured tourist Susan Beck, of Birmingham, said that the bus had burst.",
        ["Susan Beck"],
    ),
    (
        "The leader of the Aitara group, Eurico Gutter, spoke on Monday.\n\nHe said the road was cut.",
        ["Eurico Gutter"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_a_common_noun_leads_to_the_body_named_with_it(text: str, speakers: list[str]) -> None:
    assert [row.speaker for row in rows(text)] == speakers


def test_a_name_with_a_company_beside_it_is_no_person() -> None:
    assert [row.speaker_kind for row in rows("Travel company Kayaland said it would close.")] == [
        SpeakerKind.ORGANISATION
    ]


OFFICES = [
    (
        "Six died, the local administrator said.\n\nRegional governor Oleh Synko said that shells fell.",
        ["Oleh Synko", "Oleh Synko"],
    ),
    (
        "A senior ministry official blamed the Front.\n\n“We search,” said the official, Ana Ruiz.",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    (
        "Rui Paz, a tailor in Lima, came.\n\nThree died, another tailor said.\n\nThe road is cut, the tailor said.",
        ["tailor", "tailor"],
    ),
    (
        "Ten died, said one of the humanitarian workers.\n\nThe aid worker said that more were hurt.",
        ["humanitarian workers", "humanitarian workers"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), OFFICES)
def test_somebody_told_of_by_a_noun_is_who_has_it(text: str, speakers: list[str]) -> None:
    assert [row.speaker for row in rows(text)] == speakers


SHORT = [
    ("Non-State armed groups (NSAGs) hold the road. NSAGs announced a curfew.", "Non-State armed groups"),
    ("The Kaya Peace Research Institute counts arms. KPRI said that sales fell.", "Kaya Peace Research Institute"),
    ("The UN refugee agency works in Kaya. UNHCR said that 9,000 had fled.", "UNHCR"),
]


@pytest.mark.parametrize(("text", "speaker"), SHORT)
def test_a_short_form_is_spelt_out_by_its_initials(text: str, speaker: str) -> None:
    assert [row.speaker for row in rows(text)] == [speaker]


def test_the_patterns_match_their_examples() -> None:
    patterns = load_patterns("newsledger.build.extract.statements", "cast").values()
    assert {p.name: p.failures() for p in patterns if p.failures()} == {}
