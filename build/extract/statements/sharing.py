"""Whose verb it is: the subject in front, the antecedent of a relative, or the subject of an earlier verb."""

from __future__ import annotations

from newsledger.build.extract.statements.homographs import message_before
from newsledger.build.extract.statements.main_subjects import main_subject
from newsledger.build.extract.statements.nouns import PEOPLE, Subject, phrase_after, phrase_before, subject_head
from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.speaker_names import CALLED
from newsledger.build.extract.statements.subjects import VerbGroup, subject_before, verb_group
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    DETERMINERS,
    MASK,
    MAY_BE_PAST,
    MODALS,
    PREPOSITIONS,
    STOPS,
    Words,
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
OWN_VOICE, SHOWING, ISSUING, MESSAGES, RECEIVED = map(
    reporting_words, ("own_voice", "showing", "issuing", "messages", "received")
)
SELF = frozenset(("we", "i", "you", "us", "me"))
# What begins an inner clause, or ends the search for one; where the search for a relative ends.
SUBORDINATORS = reporting_words("inner_clauses")
INNER = SUBORDINATORS | STOPS
OTHER_CLAUSES = STOPS | {MASK, "that", "and", "but", "because", "when"}
UNWILLING = reporting_words("refusals") | MODALS
CONJUNCTIONS = frozenset(("and", "but", "or", "then", "yet"))
# In front of a participle of saying: marks and words behind which the speaker is that of an earlier verb.
DASHES = frozenset((",", "—", "–"))
SHARING = DASHES | {MASK, "while", "and", "but", "by", "before", "after", "or"}


def subject_of(unit: Unit, i: int, group: VerbGroup, earlier: list[Report]) -> tuple[Subject | None, bool]:
    """Find whose verb it is; the flag tells that it was taken over from another verb."""
    words, j = unit.words, group.before
    if words.lows[i].endswith("ing") and not group.is_passive:
        return _participle_subject(unit, i, group, earlier), True
    if j < 0:
        return None, False
    low = words.lows[j]
    if low == "to":
        return _infinitive_subject(words, i, j, earlier), True
    if low in ("who", "which", "that", "whom") and words.texts[j].islower():
        return _set_beside(_antecedent(words, j), earlier), False
    if low in CONJUNCTIONS or (not group.auxiliaries and _stands_apart(words, j)):
        return _shared(words, i, earlier), True
    subject = subject_before(words, group)
    if (who := _relative_before(unit, j)) is not None and (outer := _antecedent(words, who)):
        return _self_named(words, who, i, outer), False
    if _ends_inner_clause(words, j, subject) and (outer := main_subject(words, i)) and _is_somebody(unit, outer):
        return outer, False
    if subject is None and low == ",":
        return _shared(words, i, earlier), True
    return (subject if subject is not None and _may_report(unit, i, subject) else None), False


def _may_report(unit: Unit, i: int, subject: Subject) -> bool:
    """Whether a subject in front of a verb is a speaker's: no "please", no "we" but an authority's."""
    words, text = unit.words, unit.masked[subject.start : subject.end].lower()
    if text == "please" or _is_free_relative(unit, subject):
        return False
    return text not in SELF or (words.lows[i] in OWN_VOICE and "you" not in words.lows[i + 1 : i + 3])


def _ends_inner_clause(words: Words, j: int, subject: Subject | None) -> bool:
    """Whether a clause of time or place ends before the verb: "neighbours who woke when the shell landed said"."""
    lows = words.lows
    lead = next((k for k in range(j, max(0, j - 9) - 1, -1) if lows[k] in INNER), 0)
    if lead == 0 or lows[lead] not in SUBORDINATORS:
        return False
    if subject is None:
        return True
    return words.at(subject.start) < j and lows[j][-2:] == "ed" and words.texts[j][0].islower()


def _relative_before(unit: Unit, j: int) -> int | None:
    """The "who" of a clause that ends before the verb: "people who have fled the town say"."""
    words, lows = unit.words, unit.words.lows
    for k in range(j, max(0, j - 14), -1):
        if lows[k] in ("and", "that") and words.verbs[k + 1] >= MAY_BE_PAST:
            if lows[k] == "and":
                continue
            if outer := _antecedent(words, k):
                return k if subject_head(unit, outer) in SPEAKERS else None
        if lows[k] in OTHER_CLAUSES:
            return None
        if words.texts[k] in ("who", "which"):
            past = max(words.verbs[k + 1 : j + 1], default=0) >= MAY_BE_PAST
            return k if past or not reporting_lexicon().by_form.keys().isdisjoint(lows[k + 1 : j + 1]) else None
    return None


def _stands_apart(words: Words, j: int) -> bool:
    """Whether a word is a quotation that is no part of a noun phrase: not "the giant of “ride-hailing”"."""
    return words.lows[j] == MASK and (j == 0 or words.lows[j - 1] not in WITHIN)


def _is_somebody(unit: Unit, subject: Subject) -> bool:
    words = unit.words
    return words.lows[words.at(subject.start)] in PEOPLE or subject_head(unit, subject) in PEOPLE


def _is_free_relative(unit: Unit, subject: Subject) -> bool:
    """Whether it is the subject of "what one side calls …"."""
    lows = unit.words.lows
    if "what" not in lows or unit.ends_with_colon:
        return False
    k = unit.words.at(subject.start)
    return k > 0 and lows[k - 1] == "what"


def _infinitive_subject(words: Words, i: int, j: int, earlier: list[Report]) -> Subject | None:
    lead = words.lows[max(0, j - 14) : j]
    if not UNWILLING.isdisjoint(lead[-3:]) or GOVERNORS.isdisjoint(lead):
        return None
    return _shared(words, i, earlier)


def _antecedent(words: Words, j: int) -> Subject | None:
    lows, k = words.lows, j - 1
    while k > 0 and lows[k] in (",", "today", "yesterday"):
        k -= 1
    span = phrase_before(words, k) if k >= 0 else None
    if span and (to := [n for n in range(span[0], span[1] - 1) if lows[n] == "to"]):
        span = to[-1] + 2, span[1]
    return Subject.of(words, *span, words.ends[j]) if span else None


def _self_named(words: Words, who: int, i: int, subject: Subject) -> Subject:
    """The subject with the clause that tells its name set beside it: "a man who gave his name as Yusuf"."""
    clause = words.starts[who], words.ends[i - 1]
    return subject._replace(apposition=clause) if CALLED.search(words.masked, *clause) else subject


def _set_beside(antecedent: Subject | None, earlier: list[Report]) -> Subject | None:
    """The antecedent, or the one before it whom it describes: "said Ana Ruiz, the mayor, who urged"."""
    if antecedent is None or not earlier or not (beside := earlier[-1].subject.apposition):
        return antecedent
    return earlier[-1].subject if beside[0] <= antecedent.start < beside[1] else antecedent


def _participle_subject(unit: Unit, i: int, group: VerbGroup, earlier: list[Report]) -> Subject | None:
    words, lows, j = unit.words, unit.words.lows, group.before
    if j < 0:
        return _after_lead(unit, i)
    low = lows[j]
    if low in DASHES and not earlier and lows[i] in SHOWING and lows[i + 1 : i + 2] != ["that"]:
        return None
    if low in SHARING:
        return _shared(words, i, earlier)
    if low in SOME and j and lows[j - 1] in (",", "—", "–", "-"):
        return Subject.of(words, j, j)
    if earlier and earlier[-1].content and earlier[-1].content[1] == words.ends[j] and low not in MESSAGES:
        return earlier[-1].subject
    k = j
    while k >= 0 and lows[k] not in STOPS:
        if lows[k] == "with" and k < j:
            return Subject.of(words, k + 1, j)
        k -= 1
    return _sender(words, i)


def _sender(words: Words, i: int) -> Subject | None:
    """Who issued the message whose words a participle tells: not who "received a letter saying"."""
    k = message_before(words, i)
    if k is None or not RECEIVED.isdisjoint(words.lows[:k]):
        return None
    verb = next((n for n in range(k - 1, -1, -1) if words.lows[n] in ISSUING), None)
    if verb is None:
        outer = main_subject(words, i)
        return outer if outer and outer.end == words.ends[k] else None
    return subject_before(words, verb_group(words, verb)) or main_subject(words, verb)


def _after_lead(unit: Unit, i: int) -> Subject | None:
    """The subject behind a leading participle clause: "Condemning the raid, SUBJECT …"."""
    lows = unit.words.lows
    return phrase_after(unit, lows.index(",", i) + 1) if "," in lows[i:-1] else None


def _shared(words: Words, i: int, earlier: list[Report]) -> Subject | None:
    return earlier[-1].subject if earlier else main_subject(words, i)
