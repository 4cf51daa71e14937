"""Ends: where what is said stops and the reporter goes on."""

from __future__ import annotations

from newsledger.build.extract.statements.adjuncts import addressee_end, read_adjuncts, skip_space
from newsledger.build.extract.statements.coordination import is_coordinated_cue, says_on, speaks_anew
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit, Word
from newsledger.build.extract.statements.words import (
    DETERMINERS,
    LEADING,
    PARTICIPLES,
    PASSIVE,
    PRONOUNS,
    RELATIVES,
    STOPS,
    is_finite,
    may_be_past,
    may_be_verb,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

RESUMING = reporting_words("resuming")
CLOSING = reporting_words("closing")
QUESTION = reporting_words("questions")
# Cues with which a sentence may close, and nouns that stand before them.
FINAL = reporting_words("final_cues")
SPOKEN = speaker_nouns("person", "plural", "organisation", "media", "document")
# After a comma these may begin the reporter's comment, or describe the last word of a phrase.
COMMENTING = frozenset(("which", "a", "an", "something", "allegations", "claims", "charges", "accusations"))
BESIDE = frozenset(("which", "who", "whose", "where", "with", "whom", "when", "because"))
# Frames whose content is a phrase or an infinitive rather than a clause.
PHRASES = frozenset(("object", "bid", "accuse", "to", "describe", "ing"))
# "all but essential travel": what is left out belongs to the phrase.
EXCEPTING = frozenset(("nothing", "all", "anything", "none", "everything"))
ROUNDING = frozenset(("about", "around", "some", "at", "least", "nearly", "over", "only", "almost", "another"))


def _ends_clause(unit: Unit, first: int, k: int, frame: str) -> bool:
    """Whether what is said ends before word `k`."""
    words = unit.words
    word = words[k]
    if word.text == ";" or (word.text == ":" and k + 1 < len(words) and words[k + 1].is_quote and frame in PHRASES):
        return True
    if word.text == ",":
        return _comma_ends(unit, first, k, frame)
    if word.low in ("and", "but", "or") and (is_coordinated_cue(unit, k) or (frame == "object" and says_on(words, k))):
        return True
    if word.low == "but" and k + 1 < len(words) and is_finite(words, k + 1):
        return words[k + 1].low not in ("were", "are")
    if word.low in ("but", "while", "and") and speaks_anew(unit, first, k):
        return True
    if frame == "object" and word.low in ("in", "on") and section("channels").match(unit.masked, word.start, unit.end):
        return True
    if word.low == "according" and k + 2 < len(words) and words[k + 1].low == "to":
        return not section("not_sources").match(unit.masked, words[k + 2].start, unit.end)
    if k + 1 < len(words) and words[k - 1].low not in PASSIVE and _reports_on(word.low, words[k + 1].low):
        return frame in PHRASES or not any(is_finite(words, j) for j in range(first, k))
    return frame in PHRASES and _ends_phrase(words, k, frame)


def _ends_phrase(words: list[Word], k: int, frame: str) -> bool:
    """Whether what is said in a phrase or an infinitive ends before word `k`."""
    word = words[k]
    if word.low == "but":
        return frame == "object" and words[k - 1].low not in EXCEPTING and not _counts_on(words, k)
    if frame == "object" and word.low == "due" and k + 1 < len(words) and words[k + 1].low == "to":
        return True
    if word.low in CLOSING and words[k - 1].low not in ("the", "day", "days"):
        return True
    if word.low != "as" or frame not in ("bid", "to", "object"):
        return False
    stop = next((j for j in range(k + 2, len(words)) if words[j].text in STOPS or words[j].low == "and"), len(words))
    near = range(k + 2, min(k + 7, stop))
    if any(is_finite(words, j) for j in near):
        return True
    return frame != "object" and any(words[j].low.endswith("s") and words[j].text[0].islower() for j in near)


def _counts_on(words: list[Word], k: int) -> bool:
    """Whether another number follows a conjunction: "reported three dead but about 200 missing"."""
    rest = [word for word in words[k + 1 : k + 5] if word.low not in ROUNDING]
    return bool(rest) and rest[0].text[0].isdigit() and words[k + 1 : k + 5].index(rest[0]) < 3


def _comma_ends(unit: Unit, first: int, k: int, frame: str) -> bool:
    words = unit.words
    if k + 1 >= len(words) or _is_relative(unit, first) or _closes_unit(unit, k):
        return True
    after = words[k + 1]
    if after.low in RESUMING:
        also = after.low == "but" and k + 2 < len(words) and words[k + 2].low == "that"
        tells_on = frame == "account" and after.low in ("as", "after", "following", "amid", "despite", "even")
        return not also and not tells_on and not _interrupts(unit, first, k)
    if after.low in COMMENTING and _comments(unit, k + 1):
        return True
    if (resumes := _resumes_cue(unit, k)) is not None:
        return resumes
    if after.low in ("his", "her", "its", "their") and frame == "bid":
        return begins_clause(unit, k + 1)
    if after.low in ("and", "but") and begins_clause(unit, k + 2):
        bare = words[k + 2].text[0].isupper() and not any(
            words[j].text == "," or _has_verb(words, j) for j in range(first, k)
        )
        return frame == "object" or bare
    if frame == "object" and is_predicate(words, k + 1):
        return True
    return frame in PHRASES and after.low in BESIDE


def _resumes_cue(unit: Unit, k: int) -> bool | None:
    """Whether the reporter goes on behind a comma: "…, says X", "…, adding that"; None where no cue follows."""
    words, after, lexicon = unit.words, unit.words[k + 1], reporting_lexicon()
    verb = lexicon.by_form.get(after.low) or lexicon.by_form.get(" ".join(unit.lows[k + 1 : k + 3]))
    if verb is not None and after.low.endswith("s") and after.low == verb.forms[1] and k + 2 < len(words):
        return words[k + 2].text not in STOPS and words[k - 1].low not in ("the", "of")
    if (
        verb is not None
        and after.low.endswith("ing")
        and after.low not in ("including", "according", "beginning")
        and not section("not_said").match(unit.masked, after.end + 1, unit.end)
    ):
        return True
    if after.low in ("and", "but", "then", "or") and is_coordinated_cue(unit, k + 1):
        return True
    near = words[k + 2 : k + 7]
    if after.low == "with" and any(w.low.endswith("ing") and w.low in lexicon.by_form for w in near):
        return True
    runs_on = after.low in PRONOUNS and after.text[0].isupper() and len(after.low) > 1
    return True if runs_on and near and near[0].low in lexicon.by_form else None


def is_predicate(words: list[Word], k: int) -> bool:
    """Whether another verb of the same subject begins: "declared martial law, suspended the constitution"."""
    low = words[k].low
    takes = k + 1 < len(words) and (words[k + 1].low in DETERMINERS or words[k + 1].low.endswith("s"))
    return low.endswith("ed") and words[k].text[0].islower() and low not in PARTICIPLES and takes


def _closes_unit(unit: Unit, comma: int) -> bool:
    """Whether a cue of somebody else ends the unit, so that all before it is theirs: "…, an aid worker said"."""
    words = unit.words
    first = words[comma + 1]
    if first.low in LEADING or first.low in RELATIVES or first.low.endswith("ing"):
        return False
    for k in range(comma + 2, min(comma + 12, len(words))):
        if words[k].low in FINAL and (words[k - 1].low in SPOKEN or words[k - 1].text[0].isupper()):
            end = words[k].end
            if words[k].low == "told":
                end = addressee_end(unit, skip_space(unit, end), unit.end)
            rest = unit.masked[read_adjuncts(unit, end).end : unit.end].lstrip()
            return not rest.strip(" ,") or rest.startswith((", and ", ", but ", ", while "))
        if words[k].text in STOPS or words[k].low in RELATIVES or is_finite(words, k):
            return False
    return False


def _is_relative(unit: Unit, first: int) -> bool:
    """Whether the cue before the content stands in a clause set off by commas: "the rebels, who say he lied, took"."""
    words, k = unit.words, first - 1
    if k > 0 and words[k].low == "that":
        k -= 1
    return k > 1 and words[k - 1].low == "who" and words[k - 2].text == ","


def _has_verb(words: list[Word], k: int) -> bool:
    """Whether a word may be the verb of a clause."""
    return words[k].is_quote or may_be_verb(words, k)


def begins_clause(unit: Unit, k: int, reach: int = 6) -> bool:
    """Whether a subject and its verb begin at word `k`: "denied the claim, and Ruiz ordered an inquiry"."""
    words = unit.words
    if k + 1 >= len(words) or not (
        words[k].text[0].isupper() or words[k].low in DETERMINERS or words[k].low in PRONOUNS
    ):
        return False
    for j in range(k + 1, min(k + reach, len(words))):
        if words[j].text in STOPS:
            return False
        if is_finite(words, j) or words[j].low in reporting_lexicon().by_form:
            return True
    return False


def _interrupts(unit: Unit, first: int, comma: int) -> bool:
    """Whether a comma opens an aside after a subject: "the guards, though outnumbered, were ready"."""
    words = unit.words
    if any(may_be_past(words, j) for j in range(first, comma)):
        return False
    close = next((j for j in range(comma + 1, min(comma + 14, len(words) - 1)) if words[j].text == ","), None)
    return close is not None and is_finite(words, close + 1)


def _reports_on(low: str, after: str) -> bool:
    """Whether a participle goes on reporting without a comma: "confirmed the raid adding that"."""
    if not low.endswith("ing") or low not in reporting_lexicon().by_form:
        return False
    return after == "that" or (low in ("saying", "adding") and after not in STOPS)


def _comments(unit: Unit, k: int) -> bool:
    """Whether a phrase after a comma is the reporter's: "which X denies", "a charge Kyiv rejects"."""
    words, by_form = unit.words, reporting_lexicon().by_form
    if words[k].low == "which":
        return any(words[j].low in by_form for j in range(k + 1, min(k + 6, len(words))) if words[j].text != ",")
    nouns = reporting_words("comments")
    return any(words[j].low in nouns for j in range(k, min(k + 3, len(words))))


def _lists(unit: Unit, first: int, k: int, frame: str) -> bool:
    """Whether a semicolon divides the members of a subject, whose verb is still to come."""
    words = unit.words
    if words[k].text != ";" or frame != "clause" or any(is_finite(words, j) for j in range(first, k)):
        return False
    return any(words[j].text == ";" and words[j + 1].low in ("and", "or") for j in range(k, len(words) - 1))


def clause_end(unit: Unit, start: int, frame: str, limit: int) -> int:
    """Where the clause or phrase that begins at `start` ends, `limit` at the latest, marks cut off."""
    words, first = unit.words, unit.word_at(start)
    end = min(limit, unit.end)
    for k in range(first, len(words)):
        if words[k].start >= end:
            break
        if k > first and _ends_clause(unit, first, k, frame) and not _lists(unit, first, k, frame):
            end = words[k].start
            break
    while end > start and unit.masked[end - 1] in " ,;:—–-":
        end -= 1
    last = unit.word_at(end) - 1
    return words[last - 1].end if last > first and words[last].low == "even" and frame in PHRASES else end
