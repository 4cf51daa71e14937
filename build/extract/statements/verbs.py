"""Frames around reporting verbs: X said that, X told Y to, "…," X said, "…," said X, saying that."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsledger.build.extract.statements.adjuncts import Adjuncts, addressee_end, read_adjuncts, skip_space
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
from newsledger.build.extract.statements.nouns import Subject, is_mute, phrase_after, speaks, subject_head
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
from newsledger.build.extract.statements.words import MASK, reporting_words
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
RELATIVES = frozenset(("which", "whom", "who"))
STATING = frozenset(("clause", "tell"))
INVERTING = frozenset(("quote", "clause"))
STRONG = frozenset(("clause", "bid"))
NEVER_FINAL, NEVER_INVERTED, NOBODY, PRONOUN_OBJECTS = map(
    reporting_words, ("never_final", "never_inverted", "nobody", "pronoun_objects")
)


def find_verb_reports(unit: Unit, cues: list[int], refuse: Callable[[Declined], None]) -> list[Report]:
    """Read the reporting verbs among the words that are cues, left to right."""
    by_form, heads, lows, found, skip_to = reporting_lexicon().by_form, _heads(), unit.words.lows, list[Report](), 0
    for i in cues:
        form, width = lows[i], 1
        if form in heads and (phrase := " ".join(lows[i : i + 2])) in by_form:
            form, width = phrase, len(lows[i : i + 2])
        if i < skip_to or form not in by_form:
            continue
        reading = _read(unit, i, width, by_form[form], found)
        if isinstance(reading, Report):
            found.append(reading)
            skip_to = i + width
        elif reading is not None:
            refuse(reading)
    return found


@cache
def _heads() -> frozenset[str]:
    """The first words of phrasal verbs."""
    return frozenset(form.split()[0] for form in reporting_lexicon().by_form if " " in form)


def _read(unit: Unit, i: int, width: int, verb: ReportingVerb, earlier: list[Report]) -> Reading | None:
    words = unit.words
    start, end = words.starts[i], words.ends[i + width - 1]
    for report in earlier:
        if report.content and report.content[0] <= start < report.content[1]:
            return Declined(start, end, f"statements.{verb.lemma}", Reason.COVERED_BY_ANOTHER_ROW)
    group = verb_group(words, i)
    if not is_verb(unit, i, width, verb, group) or is_claimed(unit, i + width, group):
        return None
    if group.auxiliaries:
        if group.is_unsaid:
            return Declined(start, end, "statements.unsaid", Reason.NO_CONTENT)
        if group.is_passive and not words.lows[i].endswith("ing"):
            return _passive(unit, i, width, verb, group)
    if verb.lemma in ("quote", "cite") and (quoting := read_quoting(unit, i + width)):
        quoted, saying = quoting
        outlet = subject_before(words, group)
        quoted = quoted._replace(first=min(quoted.first, outlet.first)) if outlet else quoted
        return _active(unit, reporting_lexicon().by_form[words.lows[saying]], quoted, start, words.ends[saying], False)
    if found := read_reduced(unit, i, verb, group) or _inverted(unit, i, width, verb, group):
        return found
    subject, shares = subject_of(unit, i, group, earlier)
    if subject is None:
        relative = read_free_relative(unit, i, width, verb, group)
        return relative or Declined(start, end, "statements.no_subject", Reason.NO_SPEAKER)
    return _active(unit, verb, subject if shares else widened(unit, subject), start, end, shares)


def _passive(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Reading:
    reading = read_passive(unit, i, width, verb, group)
    if isinstance(reading, Subject):
        words = unit.words
        after = words.lows.index("as", i) + 1
        saying = reporting_lexicon().by_form[words.lows[after]]
        return _active(unit, saying, reading, words.starts[i], words.ends[after], False)
    return reading


def _inverted(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Report | None:
    """Read "…," said X: the speaker after the verb."""
    words = unit.words
    start = words.starts[i]
    if group.auxiliaries or verb.frames.isdisjoint(INVERTING) or verb.lemma in NEVER_INVERTED:
        return None
    if words.lows[i].endswith("ing") or not may_invert(words, i):
        return None
    subject = phrase_after(unit, i + width)
    if subject is None or is_subject(unit, subject) or clause_follows(words, subject) or is_thing(unit, subject):
        return None
    if verb.lemma == "read" and subject_head(unit, subject) not in speaker_nouns("document"):
        return None
    content = None
    if i and not quoted_before(unit, start):
        content = _clause_before(unit, start) if "clause" in verb.frames and speaks(unit, subject) else None
        if content is None:
            return None
    adjuncts = read_adjuncts(unit, subject.last)
    rule, end = f"statements.inverted.{verb.lemma}", words.ends[i + width - 1]
    return Report(rule, unit, start, end, subject, start, adjuncts.end, content, adjuncts.medium)


def _clause_before(unit: Unit, at: int) -> tuple[int, int] | None:
    """The whole clause that ends where an inverted cue begins."""
    content = reported_before(unit, at)
    whole = content is not None and has_clause(unit, *content) and not is_only_subject(unit, *content)
    return content if whole else None


def _active(unit: Unit, verb: ReportingVerb, subject: Subject, start: int, end: int, shares: bool) -> Reading:
    if verb.lemma == "read" and subject_head(unit, subject) not in READABLE:
        return Declined(start, end, "statements.reading", Reason.NO_SPEAKER)
    first = start if shares else min(subject.first, start)
    adjuncts = read_adjuncts(unit, end)
    quoting = not verb.frames.isdisjoint(QUOTING)
    rule = f"statements.quoted.{verb.lemma}"
    if quoting and not shares and quoted_before(unit, first):
        medium = adjuncts.medium or _behind_addressee(unit, end).medium
        return Report(rule, unit, start, end, subject, first, adjuncts.end, None, medium)
    if parenthetic := _as_said(unit, verb, subject, start, end):
        return parenthetic
    complement = read_complement(unit, verb, end, adjuncts, _relative_end(unit, subject, end))
    if complement is not None and not _is_beside(unit, first, end, complement):
        return _complemented(unit, verb, subject, start, first, complement, shares)
    if not shares and (final := _final(unit, verb, subject, (start, end, first), adjuncts, complement)):
        return final
    if not quoting:
        return Declined(start, end, rule, Reason.NO_CONTENT)
    return Report(rule, unit, start, end, subject, first, adjuncts.end, None, adjuncts.medium, shares)


def _behind_addressee(unit: Unit, end: int) -> Adjuncts:
    """The adjuncts behind a cue and whom it addresses."""
    return read_adjuncts(unit, addressee_end(unit, skip_space(unit, end, " "), unit.end))


def _final(
    unit: Unit,
    verb: ReportingVerb,
    subject: Subject,
    cue: tuple[int, int, int],
    adjuncts: Adjuncts,
    complement: Complement | None,
) -> Report | None:
    """Read "CLAUSE, X said": `cue` tells where the cue begins and ends, and where its subject begins."""
    start, end, first = cue
    if verb.frames.isdisjoint(STATING) or verb.lemma in NEVER_FINAL or _quote_follows(unit, adjuncts.end):
        return None
    left = reported_before(unit, first) or reported_behind(unit, first, adjuncts.end)
    if left is None:
        return None
    if "clause" not in verb.frames:
        adjuncts = _behind_addressee(unit, end)
    content = with_rest(unit, left, adjuncts.end if complement is None else end) if left[0] < first else left
    rule = f"statements.final.{verb.lemma}"
    return Report(rule, unit, start, end, subject, first, adjuncts.end, content, adjuncts.medium)


def _as_said(unit: Unit, verb: ReportingVerb, subject: Subject, start: int, end: int) -> Report | None:
    """Read "as the radio reported, CLAUSE": what is said follows the comma."""
    if "clause" not in verb.frames or unit.masked[end : end + 1] != ",":
        return None
    words, lows, k = unit.words, unit.words.lows, unit.words.at(subject.first)
    while k > 1 and (lows[k - 1] == "," or (words.texts[k - 1][0].isupper() and lows[k - 1] != "as")):
        k -= 1
    lead = k > 0 and lows[k - 1] == "as" and (k == 1 or lows[k - 2] in (",", ";", "—", "–"))
    if not lead or not speaks(unit, subject):
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
    words, lows = unit.words, unit.words.lows
    if subject.first <= after and lows[0] not in CONCEDING and RELATIVES.isdisjoint(lows):
        return unit.end
    k = words.at(subject.first)
    if subject.first > after:
        return next((words.starts[j] for j in range(k - 1, words.at(after + 1) - 1, -1) if lows[j] == ","), unit.end)
    if lows[0] in CONCEDING and "," not in lows[:k]:
        commas = (j for j in range(words.at(after + 1), len(lows)) if lows[j] == ",")
        return next((words.starts[j] for j in commas if begins_clause(words, j + 1, LONG_SUBJECT)), unit.end)
    for joint in (k - 1, words.at(subject.last) - 1):
        if joint >= 1 and lows[joint] in RELATIVES and lows[joint - 1] == ",":
            behind = max(joint, words.at(after + 1))
            return words.starts[lows.index(",", behind)] if "," in lows[behind:] else unit.end
    return unit.end


def _quote_follows(unit: Unit, at: int) -> bool:
    k = unit.words.at(skip_space(unit, at))
    return unit.words.lows[k : k + 1] == [MASK] or unit.masked[at : unit.end].strip() == ":"


def _complemented(
    unit: Unit, verb: ReportingVerb, subject: Subject, start: int, first: int, found: Complement, shares: bool
) -> Reading:
    content, k = (found.start, found.end), unit.words.at(subject.start)
    if not NOBODY.isdisjoint(unit.words.lows[k : k + 1]):
        return Declined(start, found.cue_end, "statements.nobody", Reason.NO_SPEAKER)
    if unit.masked[slice(*content)].lower().split("[")[0].rstrip(" .…") in PRONOUN_OBJECTS:
        return Declined(start, found.cue_end, "statements.pronoun", Reason.NO_CONTENT)
    rule = f"statements.{found.frame}.{verb.lemma}"
    strong = found.frame in STRONG and verb.lemma in PLAIN
    if is_mute(unit, subject) if strong else not speaks(unit, subject):
        return Declined(start, found.cue_end, rule, Reason.NO_SPEAKER)
    return Report(rule, unit, start, found.cue_end, subject, first, found.start, content, found.medium, shares)
