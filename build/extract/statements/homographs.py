"""Homographs: whether claims, reports, orders and the like are verbs where they stand."""

from __future__ import annotations

from newsledger.build.extract.statements.nouns import Subject, head_of, phrase_before
from newsledger.build.extract.statements.subjects import VerbGroup
from newsledger.build.extract.statements.units import Unit, Word
from newsledger.build.extract.statements.words import (
    ADVERBS,
    DETERMINERS,
    LEADING,
    NAMED,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    is_demonym,
    is_finite,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon

MESSAGES = reporting_words("messages")
HEADLINE_VERBS = reporting_words("headline_verbs")
PUBLISHED = reporting_words("published")
REPORTED = PUBLISHED | reporting_words("speaks_anew") | reporting_words("papers_tell")
PRESS_NOUNS = reporting_words("press_nouns")
NOUN_PREDICATES = reporting_words("noun_predicates")
NOUN_NEIGHBOURS = reporting_words("noun_neighbours")
# What only a noun follows: articles and the like, prepositions; and what a verb agrees with as with a pronoun.
ARTICLES = DETERMINERS - PRONOUNS - {"all", "both", "us", "each"}
GOVERNING = PREPOSITIONS - {"to"}
NOT_LEADING = LEADING | {"according"}
# What begins a clause behind a verb.
THAT = frozenset(("that",))
NOUN_OPENERS = frozenset(("the", "a", "an", "they", "their"))
PRONOMINAL = PRONOUNS | {"who", "which"}


def is_verb(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> bool:
    """Tell the verb from a noun, adjective or name of the same form."""
    words, low = unit.words, unit.words[i].low
    before = words[i - 1].low if i else ""
    after = words[i + width].low if i + width < len(words) else ""
    beyond = next((low for low in unit.lows[i + width :] if low not in ADVERBS), "")
    if (
        f"{low} {after}" in reporting_words("other_verbs")
        or _is_noun(low, before, beyond)
        or _is_mental(low, before, verb)
        or _is_adjective(unit, i)
        or (low in NAMED and _names(unit, i, group))
    ):
        return False
    if words[i].text[0].isupper() and i and not (is_title_case(unit) and verb.lemma.split()[0] in HEADLINE_VERBS):
        return False
    owned = (before.endswith(("'s", "’s")) and before not in ("he's", "she's", "it's")) or before in ("'", "’")
    if owned or before in ARTICLES or before in NOUN_NEIGHBOURS:
        return low.endswith("ing") and not owned and before in NOUN_NEIGHBOURS
    if low not in reporting_lexicon().homographs or _behind_quotation(unit, i, width, verb):
        return not (before in GOVERNING and not low.endswith("ing"))
    if low.endswith("ing"):
        return (
            _follows_with(unit, i)
            or (low in ("saying", "adding") and i + width < len(words) and words[i + width].is_quote)
            or before in ("", ",", "—", "–", "and", "while", "but", "some", "many", "others")
            or words[i - 1].is_quote
            or bool(group.auxiliaries)
            or message_before(words, i) is not None
        )
    if before in PREPOSITIONS:
        return before == "to" and low == verb.lemma.split()[0]
    if low.endswith("ed") or (low in verb.forms[2:] and low not in verb.forms[:2]):
        return True
    if after in ("", ",", ".", ";", ")") and before not in PRONOUNS and not _closes_clause(unit, group.before):
        return False
    if before in ("and", "but") and (width > 1 or after in ("that", "to")):
        return True
    return (group.before >= 0 and bool(group.auxiliaries)) or _agrees(unit, group.before, low, verb)


def _behind_quotation(unit: Unit, i: int, width: int, verb: ReportingVerb) -> bool:
    """Whether those who speak stand behind the verb that follows a quotation: "“…”, report witnesses"."""
    words, k = unit.words, i - 1
    while k > 0 and words[k].text == ",":
        k -= 1
    after = words[i + width].low if i + width < len(words) else ""
    return k >= 0 and words[k].is_quote and after in speaker_nouns("plural") and "quote" in verb.frames


def _closes_clause(unit: Unit, last: int) -> bool:
    """Whether only a subject stands between a comma and the verb: "…, rebel leaders claim"."""
    words, span = unit.words, phrase_before(unit, last)
    if span is None or span[0] == 0 or last - span[0] > 7:
        return False
    first, lead = words[span[0]], words[span[0] - 1]
    opens = lead.text in (",", "—", "–") or lead.is_quote or lead.low == "as"
    definite = first.low in ("the", "a", "an") or words[last].text[0].isupper()
    several = words[last].low in speaker_nouns("plural")
    named = several or (definite and not first.low.endswith("ing"))
    return opens and named and first.low not in NOT_LEADING


def _is_mental(low: str, before: str, verb: ReportingVerb) -> bool:
    """Whether a verb of the mind tells a background belief: only "he believes" reports."""
    if verb.lemma not in reporting_words("third_person"):
        return False
    if verb.lemma in reporting_words("findings") and before in reporting_words("inquirers"):
        return False
    return low != verb.forms[1] or before in ("who", "which", "it")


def _is_noun(low: str, before: str, after: str) -> bool:
    """Whether the next word shows the noun: "the press office", "asylum claims rose"."""
    if (low == "press" and after in PRESS_NOUNS) or (low == "report" and after in REPORTED):
        return True
    lexicon = reporting_lexicon()
    plural = low in lexicon.homographs and low.endswith("s")
    reports = after in lexicon.by_form and after not in lexicon.homographs and not after.endswith("ing")
    return plural and (after in NOUN_PREDICATES or reports) and before not in PRONOUNS


def _is_adjective(unit: Unit, i: int) -> bool:
    """Whether a participle is the second of two adjectives: "a small, disputed zone"."""
    words = unit.words
    if i < 3 or i + 1 >= len(words) or words[i - 1].text != "," or not words[i].low.endswith("ed"):
        return False
    noun = words[i + 1].text.islower() and words[i + 1].low not in DETERMINERS | PREPOSITIONS | PRONOUNS
    if any(words[k].text == "," and words[k + 1].low in RELATIVES for k in range(i - 2)):
        return False
    return noun and words[i - 3].low in ("a", "an", "the") and words[i - 2].text.islower()


def _names(unit: Unit, i: int, group: VerbGroup) -> bool:
    """Whether a participle gives a thing its name: "a state called Arkhan", not "a guard called it a lie"."""
    words, span = unit.words, phrase_before(unit, i - 1)
    if group.auxiliaries or span is None or i + 1 >= len(words) or words[span[0]].low not in ("a", "an"):
        return False
    subject = Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, words[span[1]].end)
    named = words[i + 1].text[0].isupper() or words[i + 1].is_quote
    return named and head_of(unit, subject) not in speaker_nouns("person", "plural")


def _follows_with(unit: Unit, i: int) -> bool:
    """Whether a participle stands in "with the president calling for"."""
    for k in range(i - 1, max(-1, i - 10), -1):
        if unit.words[k].text in STOPS:
            return False
        if unit.words[k].low == "with":
            return k < i - 1
    return False


def message_before(words: list[Word], i: int) -> int | None:
    """The message that a participle tells the words of: "issued a statement on its page saying"."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if words[k].text in STOPS or words[k].is_quote or is_finite(words, k):
            return None
        if words[k].low in MESSAGES:
            return k
    return None


def is_title_case(unit: Unit) -> bool:
    """Whether every long word has a capital, as in headlines."""
    letters = [w for w in unit.words if w.text[0].isalpha() and len(w.text) > 3]
    return len(letters) > 2 and all(w.text[0].isupper() for w in letters)


def _agrees(unit: Unit, k: int, low: str, verb: ReportingVerb) -> bool:
    """Whether the word before a present form can be its subject: a speaker of the right number."""
    if k < 0:
        return False
    if k > 0 and unit.words[k].low in PUBLISHED and unit.words[k - 1].low in speaker_nouns("document"):
        k -= 1
    before, plural = unit.words[k], low == verb.lemma.split()[0]
    if before.low in PRONOMINAL:
        singular = before.low in ("he", "she", "it", "who", "one", "which")
        return not singular if plural else singular or before.low == "who"
    if plural:
        several = _opens_clause(unit, k, verb, THAT) and _several_before(unit, k)
        several = several or (
            _opens_clause(unit, k, verb, NOUN_OPENERS) and before.text[0].isupper() and before.low.endswith("s")
        )
        return (
            before.low in speaker_nouns("plural")
            or several
            or (_opens_gerund(unit, k, verb) and _plural_before(unit, k))
        )
    if before.text in (",", ")") or before.low in speaker_nouns("person", "organisation", "media", "document"):
        return True
    described = is_demonym(before.low) and not (k and unit.words[k - 1].text[0].isupper())
    return before.text[0].isupper() and not described


def _opens_clause(unit: Unit, k: int, verb: ReportingVerb, openers: frozenset[str]) -> bool:
    """Whether a clause follows a verb, not a noun: "Muslims claim the army fired"."""
    words, after = unit.words, k + 1 + len(verb.lemma.split())
    return "clause" in verb.frames and after < len(words) and words[after].low in openers


def _opens_gerund(unit: Unit, k: int, verb: ReportingVerb) -> bool:
    words = unit.words
    return "ing" in verb.frames and k + 2 < len(words) and words[k + 2].low.endswith("ing")


def _plural_before(unit: Unit, k: int) -> bool:
    """Whether the phrase that ends at a word has a plural head."""
    words, span = unit.words, phrase_before(unit, k)
    if span is None:
        return False
    subject = Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, words[span[1]].end)
    return head_of(unit, subject) in speaker_nouns("plural")


def _several_before(unit: Unit, k: int) -> bool:
    """Whether the phrase that ends at a word names several: "Doctors of the hospital in Kayes"."""
    words, span = unit.words, phrase_before(unit, k)
    if span is None:
        return False
    if words[span[0]].text[0].isupper() and words[span[0]].low not in ARTICLES and words[k].text[0].isupper():
        return True
    joined = any(words[j].low == "and" for j in range(max(0, span[0] - 1), k))
    return joined or _plural_before(unit, k)
