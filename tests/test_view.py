"""The view keeps every offset, and every span of a document lies where it must, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.build.text.blocks import find_blocks
from newsledger.build.text.document import Document
from newsledger.build.text.plain import plain
from newsledger.build.text.view import make_view
from newsledger.schema.article import Article

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "\r\n",
        "\t",
        "\u00a0",
        "\u2028",
        "\f",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "`",
        "``",
        "''",
        "„",
        "«",
        "»",
        ".",
        "?",
        "!",
        "…",
        ",",
        ":",
        " - ",
        "—",
        "(",
        ")",
        "***",
        "- - - -",
        "• ",
        "1. ",
        "U.S.",
        "Gen.",
        "a.m.",
        "No.",
        "said",
        "he",
        "The",
        "killed",
        "12",
        "Kabul",
        "KABUL",
        "(AP)",
        "al-Amin",
        "Read more at",
        "By Ana Petrova",
        "Photo:",
        "3 May 1999",
        "soldiers'",
        "’em",
        "6'2\"",
        "é",
        "\u0301",
        "😀",
        "\x00",
        "\u200b",
        "\ufeff",
        "ﷺ",
        "don't",
        "Shells fell on the market at noon",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)


def document(text: str) -> Document:
    return Document.of(Article.from_bytes("x.txt", text.encode("utf-8")))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_span_lies_where_it_must(text: str) -> None:
    read = document(text)
    assert len(read.view) == len(text)
    last = 0
    for block in read.blocks:
        assert last <= block.start < block.end <= len(text)
        assert "\n" not in read.view[block.start : block.end]
        assert block.repeats is None or read.blocks[block.repeats].repeats is None
        last = block.end
    last = 0
    for index, sentence in enumerate(read.sentences):
        block = read.blocks[sentence.block]
        assert last <= sentence.start < sentence.end
        assert block.start <= sentence.start and sentence.end <= block.end
        assert sentence.index == index
        last = sentence.end
    last = 0
    for quote in read.quotes:
        block = read.blocks[quote.block]
        assert last <= quote.outer_start <= quote.start <= quote.end <= quote.outer_end
        assert block.start <= quote.outer_start and quote.outer_end <= block.end
        last = quote.outer_end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_sentences_cover_their_blocks_but_for_spaces(text: str) -> None:
    read = document(text)
    told = "".join(read.view[sentence.start : sentence.end] for sentence in read.sentences)
    blocks = "".join(read.view[block.start : block.end] for block in read.blocks)
    assert told.replace(" ", "") == blocks.replace(" ", "")


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_echoes_are_spans_of_the_text(text: str, data: st.DataObject) -> None:
    read = document(text + "\n\n" + text)
    if not read.sentences:
        return
    sentence = data.draw(st.sampled_from(read.sentences))
    for start, end in read.echoes(sentence.start, sentence.end):
        assert 0 <= start < end <= len(read.view)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("12\u00a0killed\u2009here", "12 killed here"),
        ("Tanks crossed the\nriver at dawn.\n\nNext.", "Tanks crossed the river at dawn.\n\nNext."),
        ("one line of words\r\n\r\nother", "one line of words \n \nother"),
        ("the `truce’ held", "the ‘truce’ held"),
        ("\x93Go,\x94 he said", "“Go,” he said"),
    ],
)
def test_odd_characters_become_plain_ones_of_the_same_length(text: str, view: str) -> None:
    clean = plain(text)
    assert make_view(clean, find_blocks(clean)) == view


def test_a_caption_echoes_the_words_of_the_paragraph_it_repeats() -> None:
    text = (
        "Floods and fighting have driven 4,000 families from Malakal, aid groups say.\n\n"
        "Families wait for a barge at Malakal’s port, where two boats sank in May\n\n"
        "Families wait for a barge at Malakal's port, where two boats sank in May\n\n"
        "The barges are due on Friday."
    )
    read = document(text)
    start = text.index("two boats sank")
    assert read.echoes(start, start + len("two boats sank")) == (
        (text.rindex("two boats sank"), text.rindex("two boats sank") + 14),
    )
    port = text.index("Malakal’s port")
    assert [text[a:b] for a, b in read.echoes(port, port + 14)] == ["Malakal's port"]
    assert read.echoes(0, 6) == ()
