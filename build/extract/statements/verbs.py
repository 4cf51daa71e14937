"""Frames around reporting verbs: X said that, X told Y to, "…," X said, "…," said X, saying that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from newsledger.build.extract.statements.adjuncts import addressee_end, read_adjuncts, skip_space
from newsledger.build.extract.statements.clauses import (
    has_clause,
    is_aside,
    is_only_subject,
    is_place,
    quoted_before,
    reported_before,
    reported_behind,
    with_rest,
)
from newsledger.build.extract.statements.complements import Complement, read_complement
from newsledger.build.extract.statements.ends import begins_clause, clause_end
from newsledger.build.extract.statements.homographs import is_verb
from newsledger.build.extract.statements.inversions import clause_follows, is_subject, is_thing, may_invert
from newsledger.build.extract.statements.nouns import Subject, head_of, is_mute, phrase_after, speaks
from newsledger.build.extract.statements.passives import (
    is_claimed,
    read_free_relative,
    read_passive,
    read_quoting,
    read_reduced,
)
from newsledger.build.extract.statements.reports import Declined, Reading, Report
from newsledger.build.extract.statements.sharing import subject_of
from newsledger.build.extract.statements.subjects import VerbGroup, subject_before, verb_group, widened
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import reporting_words
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon
from newsledger.schema.skip import Reason

# A cue in a clause that begins so reports no more than its clause: "Although officials said X, Y".
CONCEDING = frozenset(("although", "though", "while", "whereas", "when", "after", "since", "because"))
# How many words a main clause behind such a clause may take up to its verb.
LONG_SUBJECT = 18
# Frames and verbs that need no proof that their subject can speak.
PLAIN = reporting_words("plain")
# What reads: papers.
READABLE = speaker_nouns("document") | {"it", "they"}
# Frames of verbs that can close a quotation.
QUOTING = frozenset(("quote", "clause", "that", "tell", "tell_that", "whether", "bid"))
NEVER_FINAL, NEVER_INVERTED = reporting_words("never_final"), reporting_words("never_inverted")


def find_verb_reports(unit: Unit) -> Iterator[Reading]:
    """Read every reporting verb of a unit, left to right."""
    found: list[Report] = []
    skip_to = 0
    for i, width, verb in cue_verbs(unit):
        if i < skip_to:
            continue
        reading = _read(unit, i, width, verb, found)
        if isinstance(reading, Report):
            found.append(reading)
            skip_to = i + width
        if reading is not None:
            yield reading


def cue_verbs(unit: Unit) -> Iterator[tuple[int, int, ReportingVerb]]:
    """Every form of a reporting verb, the longer one first: index, number of words, verb."""
    by_form, lows, heads = reporting_lexicon().by_form, unit.lows, _phrasal_heads()
    for i in [i for i, low in enumerate(lows) if low in by_form or low in heads]:
        low = lows[i]
        if low in heads and i + 1 < len(lows) and (verb := by_form.get(f"{low} {lows[i + 1]}")):
            yield i, 2, verb
        elif low in by_form:
            yield i, 1, by_form[low]


@cache
def _phrasal_heads() -> frozenset[str]:
    return frozenset(form.split()[0] for form in reporting_lexicon().by_form if " " in form)


def _read(unit: Unit, i: int, width: int, verb: ReportingVerb, earlier: list[Report]) -> Reading | None:
    words = unit.words
    start, end = words[i].start, words[i + width - 1].end
    if any(r.content and r.content[0] <= start < r.content[1] for r in earlier):
        return Declined(start, end, f"statements.{verb.lemma}", Reason.COVERED_BY_ANOTHER_ROW)
    group = verb_group(unit, i)
    if not is_verb(unit, i, width, verb, group) or is_claimed(unit, i + width, group):
        return None
    if group.is_modal or group.is_negated or "would" in group.auxiliaries:
        return Declined(start, end, "statements.unsaid", Reason.NO_CONTENT)
    if group.is_passive and not words[i].low.endswith("ing"):
        return _passive(unit, i, width, verb, group)
    if verb.lemma in ("quote", "cite") and (quoting := read_quoting(unit, i + width)):
        quoted, saying = quoting[0], unit.words[quoting[1]]
        outlet = subject_before(unit, group)
        quoted = replace(quoted, first=min(quoted.first, outlet.first)) if outlet else quoted
        return _active(unit, reporting_lexicon().by_form[saying.low], quoted, start, saying.end, False)
    if reduced := read_reduced(unit, i, verb, group):
        return reduced
    if inverted := _inverted(unit, i, width, verb, group):
        return inverted
    subject, shares = subject_of(unit, i, group, earlier)
    if subject is None and (relative := read_free_relative(unit, i, width, verb, group)):
        return relative
    if subject is None:
        return Declined(start, end, "statements.no_subject", Reason.NO_SPEAKER)
    return _active(unit, verb, subject if shares else widened(unit, subject), start, end, shares)


def _passive(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Reading:
    reading = read_passive(unit, i, width, verb, group)
    if isinstance(reading, Subject):
        after = unit.words[next(k for k in range(i, len(unit.words)) if unit.words[k].low == "as") + 1]
        saying = reporting_lexicon().by_form[after.low]
        return _active(unit, saying, reading, unit.words[i].start, after.end, False)
    return reading


def _inverted(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Report | None:
    """Read "…," said X: the speaker after the verb."""
    words = unit.words
    if (
        group.auxiliaries
        or not verb.frames & {"quote", "clause"}
        or words[i].low.endswith("ing")
        or verb.lemma in NEVER_INVERTED
    ):
        return None
    subject = phrase_after(unit, i + width) if may_invert(unit, i) else None
    if subject is None or is_subject(unit, subject) or clause_follows(unit, subject) or is_thing(unit, subject):
        return None
    if verb.lemma == "read" and head_of(unit, subject) not in speaker_nouns("document"):
        return None
    content = None
    if i and not quoted_before(unit, words[i].start):
        content = _clause_before(unit, words[i].start) if "clause" in verb.frames and speaks(unit, subject) else None
        if content is None:
            return None
    adjuncts = read_adjuncts(unit, subject.last)
    rule = f"statements.inverted.{verb.lemma}"
    return Report(
        rule,
        unit,
        words[i].start,
        words[i + width - 1].end,
        subject,
        words[i].start,
        adjuncts.end,
        content,
        adjuncts.medium,
    )


def _clause_before(unit: Unit, at: int) -> tuple[int, int] | None:
    """The whole clause that ends where an inverted cue begins."""
    content = reported_before(unit, at)
    whole = content is not None and has_clause(unit, *content) and not is_only_subject(unit, *content)
    return content if whole else None


def _active(unit: Unit, verb: ReportingVerb, subject: Subject, start: int, end: int, shares: bool) -> Reading:
    if verb.lemma == "read" and head_of(unit, subject) not in READABLE:
        return Declined(start, end, "statements.reading", Reason.NO_SPEAKER)
    first = start if shares else min(subject.first, start)
    adjuncts = read_adjuncts(unit, end)
    rule = f"statements.quoted.{verb.lemma}"
    if not shares and verb.frames & QUOTING and quoted_before(unit, first):
        medium = (
            adjuncts.medium or read_adjuncts(unit, addressee_end(unit, skip_space(unit, end, " "), unit.end)).medium
        )
        return Report(rule, unit, start, end, subject, first, adjuncts.end, None, medium)
    if parenthetic := _as_said(unit, verb, subject, start, end):
        return parenthetic
    complement = read_complement(unit, verb, start, end, _relative_end(unit, subject, end))
    if complement is not None and not _is_beside(unit, first, end, complement):
        return _complemented(unit, verb, subject, start, first, complement, shares)
    if (
        not shares
        and verb.frames & {"clause", "tell"}
        and verb.lemma not in NEVER_FINAL
        and not _quote_follows(unit, adjuncts.end)
        and (left := reported_before(unit, first) or reported_behind(unit, first, adjuncts.end))
    ):
        if "tell" in verb.frames and "clause" not in verb.frames:
            adjuncts = read_adjuncts(unit, addressee_end(unit, skip_space(unit, end, " "), unit.end))
        if left[0] < first:
            left = with_rest(unit, left, adjuncts.end if complement is None else end)
        rule = f"statements.final.{verb.lemma}"
        return Report(rule, unit, start, end, subject, first, adjuncts.end, left, adjuncts.medium)
    if not verb.frames & QUOTING:
        return Declined(start, end, rule, Reason.NO_CONTENT)
    return Report(rule, unit, start, end, subject, first, adjuncts.end, None, adjuncts.medium, shares)


def _as_said(unit: Unit, verb: ReportingVerb, subject: Subject, start: int, end: int) -> Report | None:
    """Read "as the radio reported, CLAUSE": what is said follows the comma."""
    words, k = unit.words, unit.word_at(subject.first)
    while k > 1 and (words[k - 1].text == "," or (words[k - 1].text[0].isupper() and words[k - 1].low != "as")):
        k -= 1
    lead = k > 0 and words[k - 1].low == "as" and (k == 1 or words[k - 2].text in (",", ";", "—", "–"))
    if not lead or "clause" not in verb.frames or unit.masked[end : end + 1] != "," or not speaks(unit, subject):
        return None
    begin = skip_space(unit, end)
    stop = clause_end(unit, begin, "clause", unit.end)
    if stop <= begin or not has_clause(unit, begin, stop):
        return None
    return Report(f"statements.as.{verb.lemma}", unit, start, end, subject, subject.first, begin, (begin, stop))


def _is_beside(unit: Unit, first: int, end: int, found: Complement) -> bool:
    """Whether what seems to be said only stands beside a final cue: "CLAUSE, X said in Lomé"."""
    bare = found.frame == "clause" and is_place(unit, found.start, found.end)
    if not (bare or is_aside(unit.masked[end : found.start])):
        return False
    left = reported_before(unit, first)
    return left is not None and has_clause(unit, *left)


def _relative_end(unit: Unit, subject: Subject, after: int) -> int:
    """In "the blast, which officials said was an accident, killed" the report ends with the relative clause."""
    words, k = unit.words, unit.word_at(subject.first)
    if subject.first > after:
        return next((w.start for w in reversed(words[:k]) if w.text == "," and w.start > after), unit.end)
    if words[0].low in CONCEDING and not any(w.text == "," for w in words[:k]):
        commas = (j for j, w in enumerate(words) if w.text == "," and w.start > after)
        return next((words[j].start for j in commas if begins_clause(unit, j + 1, LONG_SUBJECT)), unit.end)
    for joint in (k - 1, unit.word_at(subject.last) - 1):
        if joint >= 1 and words[joint].low in ("which", "whom", "who") and words[joint - 1].text == ",":
            return next((w.start for w in words[joint:] if w.start > after and w.text == ","), unit.end)
    return unit.end


def _quote_follows(unit: Unit, at: int) -> bool:
    k = unit.word_at(skip_space(unit, at))
    return (k < len(unit.words) and unit.words[k].is_quote) or unit.masked[at : unit.end].strip() == ":"


def _complemented(
    unit: Unit, verb: ReportingVerb, subject: Subject, start: int, first: int, found: Complement, shares: bool
) -> Reading:
    subject_word = unit.words[unit.word_at(subject.start)].low if unit.word_at(subject.start) < len(unit.words) else ""
    if subject_word in reporting_words("nobody"):
        return Declined(start, found.cue_end, "statements.nobody", Reason.NO_SPEAKER)
    if unit.masked[found.start : found.end].lower().split("[")[0].rstrip(" .…") in reporting_words("pronoun_objects"):
        return Declined(start, found.cue_end, "statements.pronoun", Reason.NO_CONTENT)
    strong = found.frame in ("clause", "bid") and verb.lemma in PLAIN
    if is_mute(unit, subject) or (not strong and not speaks(unit, subject)):
        return Declined(start, found.cue_end, f"statements.{found.frame}.{verb.lemma}", Reason.NO_SPEAKER)
    return Report(
        f"statements.{found.frame}.{verb.lemma}",
        unit,
        start,
        found.cue_end,
        subject,
        first,
        found.start,
        (found.start, found.end),
        found.medium,
        shares,
    )
