"""Whose verb it is: the subject in front, the antecedent of a relative, or the subject of an earlier verb."""

from __future__ import annotations

from dataclasses import replace

from newsledger.build.extract.statements.homographs import message_before
from newsledger.build.extract.statements.main_subjects import main_subject
from newsledger.build.extract.statements.nouns import Subject, head_of, phrase_after, phrase_before
from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.speaker_names import CALLED
from newsledger.build.extract.statements.subjects import VerbGroup, subject_before, verb_group
from newsledger.build.extract.statements.units import Unit, Word
from newsledger.build.extract.statements.words import (
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    STOPS,
    may_be_past,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

# "went on to say", "took to social media to warn": what may govern an infinitive that reports.
GOVERNORS = reporting_words("governors")
# After these a quotation is part of a noun phrase.
WITHIN = PREPOSITIONS | DETERMINERS | {"so-called", "called", "named"}
# "…, some saying that": those who speak are part of those told of before.
SOME = frozenset(("some", "many", "most", "others", "several", "one", "both"))
# Whom a relative with "that" may describe.
SPEAKERS = speaker_nouns("person", "plural", "organisation")
# What an authority does in its own voice: "we urge".
OWN_VOICE = reporting_words("own_voice")
REFUSALS = reporting_words("refusals")
ISSUING, MESSAGES = reporting_words("issuing"), reporting_words("messages")
RECEIVED = reporting_words("received")
SUBORDINATORS = reporting_words("inner_clauses")


def _is_quoted_self(unit: Unit, subject: Subject) -> bool:
    """Whether the article itself speaks: "we recommend", outside quotations."""
    return unit.masked[subject.start : subject.end].lower() in ("we", "i", "you", "us", "me")


def subject_of(unit: Unit, i: int, group: VerbGroup, earlier: list[Report]) -> tuple[Subject | None, bool]:
    """Find whose verb it is; the flag tells that it was taken over from another verb."""
    words, j = unit.words, group.before
    if words[i].low.endswith("ing") and not group.is_passive:
        return _participle_subject(unit, i, group, earlier), True
    if j < 0:
        return None, False
    low = words[j].low
    if low == "to":
        return _infinitive_subject(unit, i, j, earlier), True
    if low in ("who", "which", "that", "whom") and words[j].text.islower():
        return _set_beside(_antecedent(unit, j), earlier), False
    if low in ("and", "but", "or", "then", "yet") or (_stands_apart(words, j) and not group.auxiliaries):
        return _shared(unit, i, earlier), True
    subject = subject_before(unit, group)
    if (who := _relative_before(unit, j)) is not None and (outer := _antecedent(unit, who)):
        return _self_named(unit, who, i, outer), False
    if _ends_inner_clause(unit, j, subject) and (outer := main_subject(unit, i)) and _is_somebody(unit, outer):
        return outer, False
    if subject is None and words[j].text == ",":
        return _shared(unit, i, earlier), True
    return (subject if subject is not None and _may_report(unit, i, subject) else None), False


def _may_report(unit: Unit, i: int, subject: Subject) -> bool:
    """Whether a subject in front of a verb is a speaker's: no "please", no "we" but an authority's."""
    if _is_free_relative(unit, subject) or unit.masked[subject.start : subject.end].lower() == "please":
        return False
    if not _is_quoted_self(unit, subject):
        return True
    return unit.words[i].low in OWN_VOICE and "you" not in unit.lows[i + 1 : i + 3]


def _ends_inner_clause(unit: Unit, j: int, subject: Subject | None) -> bool:
    """Whether a clause of time or place ends before the verb: "neighbours who woke when the shell landed said"."""
    words = unit.words
    first = max(0, j - 9)
    lead = next((k for k in range(j, first - 1, -1) if words[k].low in SUBORDINATORS or words[k].text in STOPS), None)
    if lead is None or words[lead].text in STOPS or lead == 0:
        return False
    if subject is None:
        return True
    inner = words[unit.word_at(subject.start) : j + 1]
    return len(inner) > 1 and inner[-1].low.endswith("ed") and inner[-1].text[0].islower()


def _relative_before(unit: Unit, j: int) -> int | None:
    """The "who" of a clause that ends before the verb: "people who have fled the town say"."""
    words = unit.words
    for k in range(j, max(0, j - 14), -1):
        if words[k].low == "and" and may_be_past(words, k + 1):
            continue
        if words[k].low == "that" and may_be_past(words, k + 1) and (outer := _antecedent(unit, k)):
            return k if head_of(unit, outer) in SPEAKERS else None
        if words[k].text in STOPS or words[k].is_quote or words[k].low in ("that", "and", "but", "because", "when"):
            return None
        if words[k].text in ("who", "which"):
            verbs = (may_be_past(words, n) or words[n].low in reporting_lexicon().by_form for n in range(k + 1, j + 1))
            return k if k > 0 and any(verbs) else None
    return None


def _stands_apart(words: list[Word], j: int) -> bool:
    """Whether a word is a quotation that is no part of a noun phrase: not "the giant of “ride-hailing”"."""
    return words[j].is_quote and (j == 0 or words[j - 1].low not in WITHIN)


def _is_somebody(unit: Unit, subject: Subject) -> bool:
    first = unit.words[unit.word_at(subject.start)].low
    return not {first, head_of(unit, subject)}.isdisjoint(speaker_nouns("person", "plural"))


def _is_free_relative(unit: Unit, subject: Subject) -> bool:
    """Whether it is the subject of "what one side calls …"."""
    k = unit.word_at(subject.start)
    return k > 0 and unit.words[k - 1].low == "what" and not unit.text.rstrip().endswith(":")


def _infinitive_subject(unit: Unit, i: int, j: int, earlier: list[Report]) -> Subject | None:
    words = unit.words
    if any(words[k].low in REFUSALS or words[k].low in MODALS for k in range(max(0, j - 3), j)):
        return None
    if not any(words[k].low in GOVERNORS for k in range(max(0, j - 14), j)):
        return None
    return _shared(unit, i, earlier)


def _antecedent(unit: Unit, j: int) -> Subject | None:
    words, k = unit.words, j - 1
    while k > 0 and (words[k].text == "," or words[k].low in ("today", "yesterday")):
        k -= 1
    span = phrase_before(unit, k) if k >= 0 else None
    if span and (to := [n for n in range(span[0], span[1] - 1) if words[n].low == "to"]):
        span = to[-1] + 2, span[1]
    return Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, words[j].end) if span else None


def _self_named(unit: Unit, who: int, i: int, subject: Subject) -> Subject:
    """The subject with the clause that tells its name set beside it: "a man who gave his name as Yusuf"."""
    clause = unit.words[who].start, unit.words[i - 1].end
    return replace(subject, apposition=clause) if CALLED.search(unit.masked, *clause) else subject


def _set_beside(antecedent: Subject | None, earlier: list[Report]) -> Subject | None:
    """The antecedent, or the one before it whom it describes: "said Ana Ruiz, the mayor, who urged"."""
    if antecedent is None or not earlier or not (beside := earlier[-1].subject.apposition):
        return antecedent
    return earlier[-1].subject if beside[0] <= antecedent.start < beside[1] else antecedent


def _participle_subject(unit: Unit, i: int, group: VerbGroup, earlier: list[Report]) -> Subject | None:
    words, j = unit.words, group.before
    if j < 0:
        return _after_lead(unit, i)
    joint = words[j]
    shown = not earlier and words[i].low in reporting_words("showing") and unit.lows[i + 1 : i + 2] != ["that"]
    if shown and joint.text in ",—–":
        return None
    if joint.text in ",—–" or joint.is_quote or joint.low in ("while", "and", "but", "by", "before", "after", "or"):
        return _shared(unit, i, earlier)
    if joint.low in SOME and j and words[j - 1].text in (",", "—", "–", "-"):
        return Subject(joint.start, joint.end, joint.start, joint.end)
    if earlier and earlier[-1].content and earlier[-1].content[1] == joint.end and joint.low not in MESSAGES:
        return earlier[-1].subject
    k = j
    while k >= 0 and words[k].text not in STOPS:
        if words[k].low == "with" and k < j:
            return Subject(words[k + 1].start, joint.end, words[k + 1].start, joint.end)
        k -= 1
    return _sender(unit, i)


def _sender(unit: Unit, i: int) -> Subject | None:
    """Who issued the message whose words a participle tells: not who "received a letter saying"."""
    words, k = unit.words, message_before(unit.words, i)
    if k is None or any(words[n].low in RECEIVED for n in range(k)):
        return None
    verb = next((n for n in range(k - 1, -1, -1) if words[n].low in ISSUING), None)
    if verb is None:
        outer = main_subject(unit, i)
        return outer if outer and outer.end == words[k].end else None
    return subject_before(unit, verb_group(unit, verb)) or main_subject(unit, verb)


def _after_lead(unit: Unit, i: int) -> Subject | None:
    """The subject behind a leading participle clause: "Condemning the raid, SUBJECT …"."""
    words = unit.words
    for k in range(i, len(words)):
        if words[k].text == "," and k + 1 < len(words):
            return phrase_after(unit, k + 1)
    return None


def _shared(unit: Unit, i: int, earlier: list[Report]) -> Subject | None:
    return earlier[-1].subject if earlier else main_subject(unit, i)
