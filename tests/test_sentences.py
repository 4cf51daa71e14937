"""Where sentences end, and where a full stop does not end one."""

from __future__ import annotations

import pytest
from test_view import document

# A bar marks each boundary.
CASES = [
    "Lt. Gen. Aldo Ruiz met U.S. envoys in Lima.|He left.",
    "Troops came from the U.S.|The rest were local.",
    "The U.N. Security Council met.|It failed to agree.",
    "The talks begin at 5 p.m. Monday.|At 7 a.m.|The guns fell silent at 6 p.m.|Crowds gathered.",
    "He asked for item No. 5 again.|The answer was no.|He left on Jan. 6.|Nobody saw him.",
    "George W. Bush and J. K. Osei spoke.|Dr. A. B. Wani did not.",
    "The plant of Hillside Oil Co. Ltd. burned.|The owners of Acme Inc. The firm fled.".replace(
        " The firm", "|The firm"
    ),
    "They shelled St. Petersburg Road and Main St.|The market burned.",
    "It cost 4.5 million.|12 men died.|1,200.50 was paid.",
    "It was quiet...|Then it began… and it lasted.",
    "“Where are the boys?” she asked.|“Who took them?” Karim Aziz asked.|“Go!”|The army said it knew nothing.",
    "“We hid.|They came,” he said.",
    "“It is over.”|“Is it?”|“Yes.”",
    "He mocked ‘‘the national government.‘‘|President Ruiz left.|‘‘We go,‘‘ he said.",
    "(He left at dawn.)|Then they came.[2]|Nobody spoke.",
    "They fled separately.|Troops went on.".replace("|", "|"),
    "He met al-Hadi.|al-Hadi left.",
    "Many fled.|• Food is short.|• Water ran out|• Aid came",
    "1. Leave by road.",
    "Shares of Yahoo! Inc. fell.",
    "Mr. Ode, Msgr. Pavel and Sgt. Lee vs. the state et al.|They lost.",
    "The bn. moved 5 km. north.",
    "It ended in 1999.|In 2001 it began again.",
    "The rebels hold Sec. 5.|Who knows?|Nobody!",
]
GLUED = [
    ("They were freed separately.Troops went on.", 2),
    ("See www.example.Com now.", 1),
    ("He said “no.”Then he left.", 2),
    ("Sana’a.The city fell.", 2),
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_at_the_bars(case: str) -> None:
    read = document(case.replace("|", " "))
    assert "|".join(read.view[sentence.start : sentence.end] for sentence in read.sentences) == case


@pytest.mark.parametrize(("text", "count"), GLUED)
def test_sentences_glued_together_are_parted(text: str, count: int) -> None:
    assert len(document(text).sentences) == count


def test_a_wrapped_line_is_no_end() -> None:
    text = (
        "Gunmen held the post office in the old town of Harper until the\nnext morning. "
        "They left after talks with the chief of the\nlocal council, who offered them rice."
    )
    assert len(document(text).sentences) == 2


def test_the_sentence_at_an_offset_is_the_one_that_holds_it() -> None:
    read = document("Tanks came. They left.")
    assert [read.sentence_at(offset).index for offset in (0, 10, 12, 21)] == [0, 0, 1, 1]
