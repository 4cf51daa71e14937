"""The document view: one article as blocks, sentences and quotations, all integer spans into its text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from newsledger.build.text.blocks import Block, find_blocks
from newsledger.build.text.echoes import closest, find_words
from newsledger.build.text.plain import plain
from newsledger.build.text.quotes import Quote, find_quotes
from newsledger.build.text.sentences import Sentence, find_sentences
from newsledger.build.text.view import make_view
from newsledger.schema.article import Article


@dataclass(frozen=True, eq=False)
class Document:
    """One article and its view.

    `view` has exactly as many code points as `article.text`, so a span found in the view is a span of the text. In the
    view every kind of space, and every line break inside a block, is a plain space; quotation marks keep their shape.
    Blocks, sentences and quotes are in text order.
    """

    article: Article
    view: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]

    @classmethod
    def of(cls, article: Article) -> Document:
        """Read the structure of an article."""
        clean = plain(article.text)
        blocks = find_blocks(clean, article.metadata.title)
        view = make_view(clean, blocks)
        quotes = find_quotes(view, blocks)
        sentences = find_sentences(view, blocks, quotes)
        return cls(article, view, blocks, sentences, quotes)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset (or the last one before it)."""
        return self.sentences[bisect_right(self._later_sentences, offset)]

    def block_at(self, offset: int) -> Block:
        """The block that holds an offset (or the last one before it)."""
        return self.blocks[bisect_right(self._later_blocks, offset)]

    def block_index(self, offset: int) -> int:
        """The number of the block that holds an offset (or of the last one before it)."""
        return bisect_right(self._later_blocks, offset)

    def quote_at(self, offset: int) -> Quote | None:
        """The outermost quotation whose inside holds an offset, if any."""
        for quote in self.quotes:
            if quote.start <= offset < quote.end:
                return quote
            if quote.start > offset:
                return None
        return None

    def echoes(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Where the blocks that repeat this one, or the one it repeats, tell the words of `start:end` again.

        The words themselves if they stand there, marks and spaces aside; else the sentence most like theirs.
        """
        if not self._echo_groups:
            return ()
        number = self.block_index(start)
        group = self._echo_groups.get(number, ())
        found = [self._echo(self.blocks[other], start, end) for other in group if other != number]
        return tuple(span for span in found if span is not None)

    def _echo(self, block: Block, start: int, end: int) -> tuple[int, int] | None:
        words = self.view[start:end]
        if (at := self.view.find(words, block.start, block.end)) >= 0:
            return at, at + len(words)
        if span := find_words(words, self.view, block.start, block.end):
            return span
        sentence = self.sentence_at(start)
        first, last = self.sentence_at(block.start), self.sentence_at(block.end - 1)
        spans = [(other.start, other.end) for other in self.sentences[first.index : last.index + 1]]
        return closest(self.view[sentence.start : sentence.end], self.view, spans)

    @cached_property
    def _echo_groups(self) -> dict[int, tuple[int, ...]]:
        """For each block that is told more than once, all blocks that tell the same."""
        groups: dict[int, list[int]] = {}
        for number, block in enumerate(self.blocks):
            if block.repeats is not None:
                groups.setdefault(block.repeats, [block.repeats]).append(number)
        return {number: tuple(sorted(group)) for group in groups.values() for number in group}

    @cached_property
    def _later_sentences(self) -> list[int]:
        """Where the sentences after the first begin."""
        return [sentence.start for sentence in self.sentences[1:]]

    @cached_property
    def _later_blocks(self) -> list[int]:
        """Where the blocks after the first begin."""
        return [block.start for block in self.blocks[1:]]
