"""Frames around reporting verbs: said that, told Y to, X said, said X, was urged by X, saying that."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.build.extract.statement_complements import (
    Complement,
    clause_end,
    read_adjuncts,
    read_complement,
    skip_space,
)
from newsledger.build.extract.statement_reports import Declined, Reading, Report
from newsledger.build.extract.statement_subjects import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    Subject,
    VerbGroup,
    is_finite,
    main_subject,
    phrase_after,
    phrase_before,
    subject_before,
    verb_group,
)
from newsledger.build.extract.statement_units import Unit
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon
from newsledger.schema.skip import Reason

# "went on to say", "took to social media to warn": what may govern an infinitive that reports.
GOVERNORS = frozenset("went goes continued continues took used came met visited wrote phoned rang called returned appeared hastened rushed moved sought".split())
MESSAGES = frozenset("statement statements letter message note post tweet leaflet leaflets communique communiqué report video email notice alert alerts advisory advisories order decree resolution text texts memo warning announcement".split())


def find_verb_reports(unit: Unit) -> Iterator[Reading]:
    """Read every reporting verb of a unit, left to right."""
    lexicon = reporting_lexicon()
    found: list[Report] = []
    words = unit.words
    skip_to = 0
    for i, word in enumerate(words):
        if i < skip_to or word.low not in lexicon.by_form and not (i + 1 < len(words) and f"{word.low} {words[i + 1].low}" in lexicon.by_form):
            continue
        width = 1
        verb = lexicon.by_form.get(word.low)
        if i + 1 < len(words) and (longer := lexicon.by_form.get(f"{word.low} {words[i + 1].low}")):
            verb, width = longer, 2
        if verb is None:
            continue
        reading = _read(unit, i, width, verb, found)
        if isinstance(reading, Report):
            found.append(reading)
            if reading.content:
                skip_to = i + width
        if reading is not None:
            yield reading


def _read(unit: Unit, i: int, width: int, verb: ReportingVerb, earlier: list[Report]) -> Reading | None:
    words = unit.words
    start, end = words[i].start, words[i + width - 1].end
    if any(r.content and r.content[0] <= start < r.content[1] for r in earlier):
        return Declined(start, end, f"statements.{verb.lemma}", Reason.COVERED_BY_ANOTHER_ROW)
    group = verb_group(unit, i)
    if group.is_modal or group.is_negated:
        return Declined(start, end, "statements.unsaid", Reason.NO_CONTENT)
    participle = words[i].low.endswith("ing")
    if group.is_passive and not participle:
        return _passive(unit, i, width, verb, group)
    if "would" in group.auxiliaries:
        return Declined(start, end, "statements.unsaid", Reason.NO_CONTENT)
    if not _is_verb(unit, i, width, verb, group):
        return None
    if inverted := _inverted(unit, i, width, verb, group):
        return inverted
    subject, shares = _subject_of(unit, i, group, earlier)
    if subject is None:
        return Declined(start, end, "statements.no_subject", Reason.NO_SPEAKER)
    return _active(unit, verb, subject, start, end, shares)


def _is_verb(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> bool:
    """Tell the verb from a noun or adjective of the same form."""
    words, low = unit.words, unit.words[i].low
    before = words[i - 1].low if i else ""
    after = words[i + width].low if i + width < len(words) else ""
    if low not in reporting_lexicon().homographs or width > 1:
        return not (before in DETERMINERS - PRONOUNS and not words[i].low.endswith("ing"))
    if before.endswith(("'s", "’s")) or before in ("'", "’") or before in DETERMINERS - PRONOUNS or before in PREPOSITIONS:
        return after == "that" and before not in DETERMINERS | PREPOSITIONS and False
    if low.endswith("ing"):
        return before == "" or before in ",—–" or words[i - 1].is_quote or before in ("and", "while", "as") or bool(group.auxiliaries)
    if low.endswith("ed") or low in verb.forms[2:]:
        return True
    if words[i].text[0].isupper() and i and not _is_title_case(unit):
        return False
    if after in ("that", ":") or i + width < len(words) and words[i + width].is_quote:
        return True
    if after in ("", ",", ".", ";", ")") and before not in PRONOUNS:
        return False
    return _agrees(unit, i, low, verb)


def _is_title_case(unit: Unit) -> bool:
    letters = [w for w in unit.words if w.text[0].isalpha() and len(w.text) > 3]
    return bool(letters) and all(w.text[0].isupper() for w in letters)


def _agrees(unit: Unit, i: int, low: str, verb: ReportingVerb) -> bool:
    """Whether the word before a present form can be its subject: a speaker of the right number."""
    before = unit.words[i - 1] if i else None
    if before is None:
        return False
    plural = low == verb.lemma
    if before.low in PRONOUNS:
        return before.low in (("they", "we", "i", "you", "some", "many", "others") if plural else ("he", "she", "it", "who", "one"))
    if plural:
        return before.low in speaker_nouns("plural")
    return before.low in speaker_nouns("person", "organisation", "media") or before.text[0].isupper()


def _inverted(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Report | None:
    """Read "…," said X: the speaker after the verb."""
    words = unit.words
    if group.auxiliaries or not verb.frames & {"quote", "clause"} or words[i].low.endswith("ing"):
        return None
    before = words[i - 1] if i else None
    if before is not None and not (before.text in (",", "—", "–", ":", "?", "!", "-") or before.is_quote):
        if not (before.low in ("as", "and", "but") and i >= 2 and (words[i - 2].text == "," or words[i - 2].is_quote) and words[i].low == "said"):
            return None
    if before is None and not (words[i].text[0].isupper() and words[i].low in ("said", "says", "added", "asked", "wrote", "explained", "recalled")):
        return None
    subject = phrase_after(unit, i + width)
    if subject is None or _clause_follows(unit, subject):
        return None
    if before is not None and before.text == "," and not _clause_before(unit, i - 1):
        return None
    adjuncts = read_adjuncts(unit, subject.last)
    content = _left_clause(unit, words[i].start) if before is not None else None
    return Report(f"statements.inverted.{verb.lemma}", unit, words[i].start, words[i + width - 1].end, subject, words[i].start, adjuncts.end, content, adjuncts.medium)


def _clause_follows(unit: Unit, subject: Subject) -> bool:
    words = unit.words
    k = unit.word_at(subject.end)
    while k < len(words) and (words[k].low in ADVERBS):
        k += 1
    return k < len(words) and (is_finite(words, k) or words[k].low.endswith("ed") and not words[k].is_quote)


def _clause_before(unit: Unit, comma: int) -> bool:
    words = unit.words
    if words[comma - 1].is_quote:
        return True
    return any(is_finite(words, k) or words[k].low.endswith(("ed", "s")) and words[k].text[0].islower() for k in range(comma))


def _subject_of(unit: Unit, i: int, group: VerbGroup, earlier: list[Report]) -> tuple[Subject | None, bool]:
    """Find whose verb it is; the flag tells that it was taken over from another verb."""
    words, j = unit.words, group.before
    progressive = group.is_passive
    if words[i].low.endswith("ing") and not progressive:
        return _participle_subject(unit, i, group, earlier), True
    if j < 0:
        return None, False
    low = words[j].low
    if low == "to":
        governed = any(words[k].low in GOVERNORS for k in range(max(0, j - 14), j))
        refused = any(words[k].low in ("declined", "refused", "failed", "unable", "wanted", "planned", "expected", "not") for k in range(max(0, j - 3), j))
        return (_shared(unit, i, earlier) if governed and not refused else None), True
    if low in ("who", "which", "that") or low == "whom":
        k = j - 1
        while k >= 0 and words[k].text == ",":
            k -= 1
        span = phrase_before(unit, k) if k >= 0 else None
        return (Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, words[j].end) if span else None), False
    if low in ("and", "but", "or", "then", "yet") or words[j].is_quote:
        return _shared(unit, i, earlier), True
    subject = subject_before(unit, group)
    if subject is None and words[j].text == "," and earlier:
        return _shared(unit, i, earlier), True
    return subject, False


def _participle_subject(unit: Unit, i: int, group: VerbGroup, earlier: list[Report]) -> Subject | None:
    words, j = unit.words, group.before
    if j < 0:
        return _after_lead(unit, i)
    if words[j].text == "," or words[j].is_quote or words[j].low in ("while", "and", "but", "by", "before", "after", "or", "—", "–") or words[j].text in "—–":
        return _shared(unit, i, earlier)
    k = j
    while k >= 0 and words[k].text not in STOPS:
        if words[k].low == "with" and k < j:
            return Subject(words[k + 1].start, words[j].end, words[k + 1].start, words[j].end)
        k -= 1
    if words[j].low in MESSAGES:
        return main_subject(unit, j)
    return None


def _after_lead(unit: Unit, i: int) -> Subject | None:
    """The subject behind a leading participle clause: "Condemning the raid, SUBJECT …"."""
    words = unit.words
    for k in range(i, len(words)):
        if words[k].text == "," and k + 1 < len(words):
            return phrase_after(unit, k + 1)
    return None


def _shared(unit: Unit, i: int, earlier: list[Report]) -> Subject | None:
    return earlier[-1].subject if earlier else main_subject(unit, i)


def _active(unit: Unit, verb: ReportingVerb, subject: Subject, start: int, end: int, shares: bool) -> Reading:
    first = start if shares else min(subject.first, start)
    complement = read_complement(unit, verb, start, end, unit.end)
    adjuncts = read_adjuncts(unit, end)
    if complement is None:
        complement = None
        if not shares and (content := _left_clause(unit, first)):
            content = _with_rest(unit, content, start, adjuncts.end)
            return Report(f"statements.final.{verb.lemma}", unit, start, end, subject, first, adjuncts.end, content, adjuncts.medium)
        return Report(f"statements.quoted.{verb.lemma}", unit, start, end, subject, first, adjuncts.end, None, adjuncts.medium, shares)
    return _complemented(unit, verb, subject, start, first, complement, shares)


def _complemented(unit: Unit, verb: ReportingVerb, subject: Subject, start: int, first: int, found: Complement, shares: bool) -> Report:
    return Report(
        f"statements.{found.frame}.{verb.lemma}", unit, start, found.cue_end, subject, first, found.start,
        (found.start, found.end), found.medium, shares,
    )


def _left_clause(unit: Unit, before: int) -> tuple[int, int] | None:
    """The clause in front of a final cue, if a comma, dash or closing mark divides them."""
    end = before
    while end > unit.start and unit.masked[end - 1] == " ":
        end -= 1
    if end <= unit.start or not (unit.masked[end - 1] in ",—–-?!" or unit.masked[end - 1] == "\x01"):
        return None
    while end > unit.start and unit.masked[end - 1] in " ,—–-":
        end -= 1
    start = unit.start
    words = unit.words
    k = 0
    while k < len(words) and words[k].low in ("but", "and", "meanwhile", "however", "still", "also", "separately", "earlier", ",", "so") and words[k].end < end:
        k += 1
        start = words[k].start
    return (start, end) if end > start else None


def _with_rest(unit: Unit, left: tuple[int, int], cue_start: int, after: int) -> tuple[int, int]:
    """Take in the second half of a clause that the cue interrupts: "The bomb, police said, had been hidden"."""
    if after >= unit.end or unit.masked[skip_space(unit, after, " ")] != ",":
        return left
    rest = unit.word_at(skip_space(unit, after))
    words = unit.words
    if rest >= len(words) or words[rest].is_quote or words[rest].low in ("and", "but", "while", "after", "as") or words[rest].low.endswith("ing"):
        return left
    clause_left = any(is_finite(words, k) for k in range(unit.word_at(left[0]), unit.word_at(left[1])))
    if is_finite(words, rest) or words[rest].low in ADVERBS or words[rest].low in ("to", "in", "with") or not clause_left:
        return left[0], clause_end(unit, words[rest].start, "clause", unit.end)
    return left


def _passive(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Reading:
    """Read "was urged by X to", "was condemned by X", "was quoted as saying"; without an agent there is no speaker."""
    words = unit.words
    start, end = words[i].start, words[i + width - 1].end
    after = i + width
    if verb.lemma == "quote" and after + 1 < len(words) and words[after].low == "as" and words[after + 1].low in ("saying", "telling", "warning", "adding"):
        subject = subject_before(unit, group)
        saying = reporting_lexicon().by_form[words[after + 1].low]
        if subject:
            return _active(unit, saying, subject, start, words[after + 1].end, False)
    by = next((k for k in range(after, min(after + 8, len(words))) if words[k].low == "by"), None)
    agent = phrase_after(unit, by + 1) if by is not None else None
    if agent is None or any(words[k].text in STOPS for k in range(after, by or after)):
        return Declined(start, end, "statements.passive", Reason.NO_SPEAKER)
    begin = read_adjuncts(unit, agent.last).end
    k = unit.word_at(skip_space(unit, begin))
    if k < len(words) and words[k].low in ("that", "to", "not"):
        content_start = words[k].start if words[k].low != "that" else words[k + 1].start
        content = (content_start, clause_end(unit, content_start, "clause", unit.end))
        return Report(f"statements.passive.{verb.lemma}", unit, start, end, agent, start, begin, content)
    patient = phrase_before(unit, group.before) if group.before >= 0 else None
    if patient is None or not verb.frames & {"object", "accuse"}:
        return Declined(start, end, "statements.passive", Reason.NO_CONTENT)
    span = _whole_patient(unit, patient, group)
    return Report(f"statements.passive.{verb.lemma}", unit, start, end, agent, span[0], begin, span)


def _whole_patient(unit: Unit, patient: tuple[int, int], group: VerbGroup) -> tuple[int, int]:
    words = unit.words
    for k in range(group.before, -1, -1):
        if words[k].low == "that" and k and words[k - 1].low in reporting_lexicon().nouns:
            return words[k + 1].start, words[group.before].end
    return words[patient[0]].start, words[patient[1]].end
