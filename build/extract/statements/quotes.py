"""Quotations: which are speech, and which cue, neighbour or paragraph says whose."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.extract.statements.nouns import Subject, phrase_after
from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import AUXILIARIES, DETERMINERS, MASK, MODALS, PAST, RELATIVES, STOPS
from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.build.text.document import Document
from newsledger.build.text.quotes import Quote
from newsledger.schema.vocabularies import BlockType

# A quotation before a dash, a publisher and a year is a title in a list of sources.
CITATION = re.compile(r"\s*[—–-]+ [^.\n]{3,60}\b(?:19|20)\d\d\b")
# What stands between a quotation and its signature.
SIGN = re.compile(r"\s*[.,]?\s*(?:--+|—|–|―)\s*(?=[A-Z])")
COMMA = re.compile(r"[,\x01]{1,2} +(?=[A-Z])")
FINITE = AUXILIARIES | MODALS | PAST
# How many letters two quotations must share to be one.
PULLED = 20
# How many words make a paragraph that is quoted without marks.
SHORTEST_BLOCK = 12
GAP = re.compile(r"[\s,:.;–—-]*")


def is_blank(text: str) -> bool:
    """Whether only marks and spaces stand between."""
    return GAP.fullmatch(text) is not None


def before_cue(unit: Unit, quotes: list[Quote], report: Report) -> Quote | None:
    """The quotation that ends where the cue's region begins and is a clause of its own."""
    for quote in reversed(quotes):
        if quote.outer_end <= report.first and is_blank(unit.masked[quote.outer_end : report.first].replace(MASK, "")):
            return quote if stands_alone(unit, quote) else None
    return None


def stands_alone(unit: Unit, quote: Quote) -> bool:
    """Whether nothing but the beginning of a sentence, a mark or a conjunction stands in front of a quotation."""
    lead = unit.masked[unit.start : quote.outer_start].rstrip()
    if not lead or lead[-1] in ".:;—–" + MASK:
        return True
    if lead[-1] == ",":
        return True
    return lead.lower() in ("but", "and", "so")


def after_cue(document: Document, unit: Unit, quotes: list[Quote], report: Report, stop: int) -> Quote | None:
    """The quotation that follows the cue: after a colon or comma, or at once and a sentence of its own.

    The next cue of the unit begins at `stop`: what stands behind it is not this one's.
    """
    at = report.content[0] if report.content and report.content[0] >= report.cue_end else report.last
    for quote in quotes:
        if quote.outer_start < report.cue_end:
            continue
        if quote.outer_start > stop:
            return None
        between = unit.masked[min(at, quote.outer_start) : quote.outer_start]
        gap = unit.masked[report.cue_end : quote.outer_start].rstrip()
        if not is_blank(between):
            if gap.endswith(":"):
                return quote
            return None
        inside = document.view[quote.start : quote.end]
        if gap.endswith((",", ":")):
            return None if ".object." in report.rule_id and inside[:1].islower() else quote
        ends = is_blank(unit.masked[quote.outer_end : unit.end]) or inside.rstrip()[-1:] in ",.!?"
        capital = inside[:1].isupper() and len(inside.split()) > 2
        return quote if capital and ends else None
    return None


def continues(unit: Unit, quote: Quote, after: int) -> bool:
    """Whether a quotation resumes what a cue before it in the same sentence has interrupted."""
    lead = unit.masked[unit.start : quote.outer_start].rstrip()
    if lead.endswith((",", ";", ":", "—", "–", MASK)) and quote.outer_start >= after:
        rest = unit.masked[quote.outer_end : unit.end].strip()
        return not rest or rest[0] in STOPS or rest[0] == MASK
    return False


def is_speech(document: Document, unit: Unit, quote: Quote) -> bool:
    """Whether an unattributed quotation reads as speech: a sentence of its own, and no title, name or term."""
    text = document.view[quote.start : quote.end].strip()
    if CITATION.match(document.view, quote.outer_end):
        return False
    before = unit.masked[unit.start : quote.outer_start].strip()
    after = unit.masked[quote.outer_end : unit.end].strip()
    if before and not set(before) <= set(MASK + " ,.;:"):
        return False
    if after and not set(after) <= set(MASK + " ,.;:–—"):
        return False
    words = text.split()
    sentence = text[-1:] in ".!?,…" or not quote.closed or quote.continues
    lower = sum(1 for w in words if w[:1].islower())
    return (sentence and len(words) >= 2 and lower >= len(words) / 3) or (len(words) >= 7 and lower * 2 >= len(words))


def is_name(document: Document, unit: Unit, quote: Quote) -> bool:
    """Whether the words in front of a quotation make it a title, a nickname or a doubtful term."""
    lead = unit.masked[max(unit.start, quote.outer_start - 40) : quote.outer_start].rstrip(" ,")
    capital = document.view[quote.start : quote.start + 1].isupper()
    pattern = section(*(("named_things", "titled_things") if capital else ("named_things",)))
    words = lead.split()
    return any(pattern.fullmatch(" ".join(words[-n:])) for n in (1, 2, 3) if len(words) >= n)


def signature(document: Document, units: tuple[Unit, ...], unit: Unit, quote: Quote) -> Subject | None:
    """Who signs a quotation without a verb: “…,” Maj. Ana Ruiz, an aide. / “…” -- coach Ana Ruiz on the loss."""
    at = next((u for u in units[unit.index : unit.index + 2] if u.end > quote.outer_end), None)
    if at is None or at.block != unit.block or CITATION.match(document.view, quote.outer_end):
        return None
    dash = SIGN.match(at.masked, quote.outer_end, at.end)
    sign = dash or (COMMA.match(at.masked, quote.outer_end - 2, at.end) if at is unit else None)
    subject = phrase_after(at, at.words.at(sign.end())) if sign else None
    if subject is None or not at.masked[subject.start].isupper():
        return None
    return subject if dash or not at.masked[max(subject.end, subject.last) : at.end].strip() else None


def is_display(document: Document, unit: Unit, quote: Quote) -> bool:
    """Whether a quotation nobody claims is a headline or a pull quote, whose words the article tells again."""
    if document.blocks[unit.block].kind in (BlockType.HEADLINE, BlockType.RELATED_LINK):
        return True
    return is_repeated(document, quote)


def block_after(document: Document, units: tuple[Unit, ...], unit: Unit) -> tuple[int, int] | None:
    """The paragraph without marks that a colon sets off as a quotation: "As the Herald reports: / The new mine …"."""
    following = units[unit.index + 1] if unit.index + 1 < len(units) else unit
    block = document.blocks[following.block]
    text = document.view[block.start : block.end]
    whole = text[:1].isupper() and text.rstrip()[-1:] in ".!?" and len(text.split()) >= SHORTEST_BLOCK
    marked = any(block.start <= quote.outer_start < block.end for quote in document.quotes)
    if following.block == unit.block or block.kind is not BlockType.BODY or not whole or marked:
        return None
    return block.start, block.end


def is_repeated(document: Document, quote: Quote) -> bool:
    """Whether the article tells the words of a quotation again."""
    view, at = document.view, -1
    opening = view[quote.start : quote.end].strip()[:PULLED]
    while len(opening) == PULLED and (at := view.find(opening, at + 1)) >= 0:
        begins = not view[max(0, at - 3) : at].rstrip()[-1:].isalnum()
        if begins and not quote.start <= at < quote.end:
            return True
    return False


def is_sentence(document: Document, unit: Unit, quote: Quote) -> bool:
    """Whether a quotation that opens a unit is a sentence of some length, whatever follows it."""
    words = document.view[quote.start : quote.end].split()
    ends = words and words[-1][-1] in ",.!?…"
    lower = sum(1 for word in words if word[:1].islower())
    opens = not unit.masked[unit.start : quote.outer_start].strip(" ,.;:" + MASK)
    return bool(ends) and opens and len(words) >= 7 and lower * 3 >= len(words) * 2


def is_announced(document: Document, unit: Unit, quote: Quote) -> bool:
    """Whether a quotation that ends a unit is a sentence behind a colon: "The women have one wish: “Let us go.”"."""
    text = document.view[quote.start : quote.end].strip()
    lead, rest = unit.masked[unit.start : quote.outer_start].rstrip(), unit.masked[quote.outer_end : unit.end]
    whole = text[:1].isupper() and text[-1:] in ".!?" and len(text.split()) > 2
    return whole and lead.endswith(":") and not rest.strip(" .,")


def is_only(unit: Unit, content: tuple[int, int]) -> bool:
    """Whether a reported clause is nothing but quotations."""
    text = unit.masked[content[0] : content[1]].strip(" ,.")
    return set(text) <= {MASK, " ", ",", "."}


def says_whole(document: Document, report: Report, content: tuple[int, int], stated: list[Quote]) -> bool:
    """Whether a reported clause is one quoted sentence and nothing else: replied "this is bread"."""
    if ".clause." not in report.rule_id or len(stated) != 1 or not is_only(report.unit, content):
        return False
    words = [word.lower().strip(",.") for word in document.view[stated[0].start : stated[0].end].split()]
    if takes_object(report.rule_id.rsplit(".", 1)[-1]) and words and words[0] in DETERMINERS:
        inner = next((k for k, word in enumerate(words) if word in RELATIVES), len(words))
        return any(word in FINITE for word in words[:inner])
    whole = document.view[: stated[0].end].rstrip()[-1] in ".!?"
    return len(words) > 1 and (whole or any(word in FINITE for word in words))


@cache
def takes_object(lemma: str) -> bool:
    """Whether what a verb reports may be a noun phrase: protested “the killings …”."""
    verb = reporting_lexicon().by_form.get(lemma)
    return verb is not None and "object" in verb.frames
