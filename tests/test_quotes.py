"""Quotations in every house style, and apostrophes that are none."""

from __future__ import annotations

import pytest
from test_view import document

CASES = [
    ("“We saw the smoke first,” the nurse said. “Then we ran.”", ["We saw the smoke first,", "Then we ran."]),
    ('"We saw the smoke," she said.', ["We saw the smoke,"]),
    ("'We can't go back and they won't let us,' said Tesfay.", ["We can't go back and they won't let us,"]),
    ("‘It’s the miners’ road and the drivers’ road,’ he said.", ["It’s the miners’ road and the drivers’ road,"]),
    ("He called the ‘volunteers’ sent from the north a menace.", ["volunteers"]),
    ("It was 'a grave error' to close the nurses' hostel.", ["a grave error"]),
    ("‘He shouted “halt” twice and fired,’ Kamara said.", ["He shouted “halt” twice and fired,"]),
    ("“The order said ‘clear the ridge’ and we did,” he said.", ["The order said ‘clear the ridge’ and we did,"]),
    ('"He told me "leave" and I left," she said.', ['He told me "leave" and I left,']),
    ("„Wir gehen nicht“, said the farmer.", ["Wir gehen nicht"]),
    ("«Never», he said. »Nie«, said another.", ["Never", "Nie"]),
    ("``The bridge is down,'' he said. ``We wait.''", ["The bridge is down,", "We wait."]),
    ("\u2033We have no water,\u2033 she said. \u2033None at all.\u2033", ["We have no water,", "None at all."]),
    ("\uff02We stay,\uff02 he said.", ["We stay,"]),
    ("the group (“the Committee”) and [‘the Front’]", ["the Committee", "the Front"]),
    ('He said:"Go home" and left.', ["Go home"]),
    ('"We will hold, "he said. "Wait."', ["We will hold, ", "Wait."]),
    ("”We will hold,” he said.", ["We will hold,"]),
    ("on the BBC's `Panorama' programme", ["Panorama"]),
    ("“Let ’em come,” he said.", ["Let ’em come,"]),
    ("'Let 'em come,' he said.", ["Let 'em come,"]),
    ("“They never came back", ["They never came back"]),
]
NONE = [
    "The soldiers' boots and the widows' shawls lay in the '90s style.",
    "Rock 'n' roll played at the peacekeepers' mess at five o'clock.",
    'The guard was 6\'2" tall and the shell 155" long.',
    "The drivers' papers were kept 'til morning.",
    "Fighters from ‘Ain al-Tin crossed the Quarter’s edge; Sa‘ada fell.",
    "O’Brien, N’Djamena, Sana’a and the Taliban’s leaders’ homes",
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_quotations_are_found_whole(text: str, inside: list[str]) -> None:
    read = document(text)
    assert [read.view[quote.start : quote.end] for quote in read.quotes] == [part.replace("`", "‘") for part in inside]


@pytest.mark.parametrize("text", NONE)
def test_apostrophes_and_measures_are_no_quotations(text: str) -> None:
    assert document(text).quotes == ()


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»")])
def test_a_quotation_over_three_paragraphs_closes_in_the_last(opening: str, closing: str) -> None:
    text = f"{opening}One night they came.\n\n{opening}We hid.\n\n{opening}At dawn they left,{closing} she said."
    quotes = document(text).quotes
    assert [(quote.block, quote.closed, quote.continues) for quote in quotes] == [
        (0, False, False),
        (1, False, True),
        (2, True, True),
    ]


def test_paragraphs_of_a_quotation_need_not_open_again() -> None:
    text = '"One night they came and took the boys.\n\nWe hid in the maize until dawn.\n\nThen we walked," she said.'
    read = document(text)
    assert [(quote.block, quote.closed, quote.continues) for quote in read.quotes] == [
        (0, False, False),
        (1, False, True),
        (2, True, True),
    ]
    assert read.view[read.quotes[2].start : read.quotes[2].end] == "Then we walked,"


def test_a_new_quotation_after_a_closed_one_does_not_continue_it() -> None:
    quotes = document('"We hid," she said.\n\n"They left," he said.').quotes
    assert [quote.continues for quote in quotes] == [False, False]


def test_an_unclosed_quotation_ends_where_the_next_one_begins() -> None:
    read = document("“We hid all night. “They left at dawn,” she said.")
    assert [(read.view[q.start : q.end], q.closed) for q in read.quotes] == [
        ("We hid all night.", False),
        ("They left at dawn,", True),
    ]


def test_the_outer_span_holds_the_marks() -> None:
    text = "He said “go” twice."
    (quote,) = document(text).quotes
    assert text[quote.outer_start : quote.outer_end] == "“go”"
