"""Homographs: whether claims, reports, orders and the like are verbs where they stand."""

from __future__ import annotations

from newsledger.build.extract.statements.nouns import head_of, phrase_before
from newsledger.build.extract.statements.subjects import VerbGroup
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    DETERMINERS,
    FINITE,
    LEADING,
    MASK,
    NAMED,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    Words,
    is_demonym,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon

MESSAGES, HEADLINE_VERBS, PUBLISHED = map(reporting_words, ("messages", "headline_verbs", "published"))
OTHER_VERBS, MENTAL, FINDINGS, INQUIRERS = map(
    reporting_words, ("other_verbs", "third_person", "findings", "inquirers")
)
NOUN_PREDICATES, NOUN_NEIGHBOURS = map(reporting_words, ("noun_predicates", "noun_neighbours"))
# Behind these forms the words that show them to be nouns.
SINGULAR_NOUNS = {
    "press": reporting_words("press_nouns"),
    "report": PUBLISHED | reporting_words("speaks_anew") | reporting_words("papers_tell"),
}
# What only a noun follows: articles and the like, prepositions; and what a verb agrees with as with a pronoun.
ARTICLES = DETERMINERS - PRONOUNS - {"all", "both", "us", "each"}
GOVERNING = PREPOSITIONS - {"to"}
NOT_LEADING = LEADING | {"according"}
# What begins a clause behind a verb.
THAT = frozenset(("that",))
NOUN_OPENERS = frozenset(("the", "a", "an", "they", "their"))
PRONOMINAL = PRONOUNS | {"who", "which"}
CONTRACTIONS = frozenset(("he's", "she's", "it's"))
NO_ADJECTIVE = DETERMINERS | PREPOSITIONS | PRONOUNS
# Before a participle of saying that is a verb, and behind a noun that ends its phrase.
BEFORE_SAYING = frozenset(("", MASK, ",", "—", "–", "and", "while", "but", "some", "many", "others"))
PHRASE_ENDS = frozenset(("", ",", ".", ";", ")"))
SINGULAR = frozenset(("he", "she", "it", "who", "one", "which"))


def is_verb(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> bool:
    """Tell the verb from a noun, adjective or name of the same form."""
    words, lows = unit.words, unit.words.lows
    low, before = lows[i], lows[i - 1] if i else ""
    after = lows[i + width] if i + width < len(lows) else ""
    other = _is_other(low, before, after, verb) or _is_noun(words, i, width)
    if other or _is_adjective(words, i) or (low in NAMED and _names(words, i, group)):
        return False
    if i and words.texts[i][0].isupper() and not (verb.lemma.split()[0] in HEADLINE_VERBS and is_title_case(words)):
        return False
    owned = before in ("'", "’") or (before.endswith(("'s", "’s")) and before not in CONTRACTIONS)
    if owned or before in ARTICLES or before in NOUN_NEIGHBOURS:
        return low.endswith("ing") and not owned and before in NOUN_NEIGHBOURS
    if low not in reporting_lexicon().homographs or _behind_quotation(words, i, after, verb):
        return not (before in GOVERNING and not low.endswith("ing"))
    if low.endswith("ing"):
        return _is_saying(words, i, width, group)
    if before in PREPOSITIONS:
        return before == "to" and low == verb.lemma.split()[0]
    if low.endswith("ed") or (low in verb.forms[2:] and low not in verb.forms[:2]):
        return True
    if after in PHRASE_ENDS and before not in PRONOUNS and not _closes_clause(words, group.before):
        return False
    if before in ("and", "but") and (width > 1 or after in ("that", "to")):
        return True
    return (group.before >= 0 and bool(group.auxiliaries)) or _agrees(words, group.before, low, verb)


def _is_saying(words: Words, i: int, width: int, group: VerbGroup) -> bool:
    """Whether a participle that may be a noun says something where it stands."""
    lows = words.lows
    if group.auxiliaries or (lows[i - 1] if i else "") in BEFORE_SAYING:
        return True
    if lows[i] in ("saying", "adding") and lows[i + width : i + width + 1] == [MASK]:
        return True
    return _follows_with(words, i) or message_before(words, i) is not None


def _behind_quotation(words: Words, i: int, after: str, verb: ReportingVerb) -> bool:
    """Whether those who speak stand behind the verb that follows a quotation: "“…”, report witnesses"."""
    if after not in speaker_nouns("plural") or "quote" not in verb.frames:
        return False
    k = i - 1
    while k > 0 and words.lows[k] == ",":
        k -= 1
    return k >= 0 and words.lows[k] == MASK


def _closes_clause(words: Words, last: int) -> bool:
    """Whether only a subject stands between a comma and the verb: "…, rebel leaders claim"."""
    span = phrase_before(words, last)
    if span is None or span[0] == 0 or last - span[0] > 7:
        return False
    first, lead = words.lows[span[0]], words.lows[span[0] - 1]
    opens = lead in (",", "—", "–", "as", MASK)
    definite = first in ("the", "a", "an") or words.texts[last][0].isupper()
    named = words.lows[last] in speaker_nouns("plural") or (definite and not first.endswith("ing"))
    return opens and named and first not in NOT_LEADING


def _is_other(low: str, before: str, after: str, verb: ReportingVerb) -> bool:
    """Whether it is another verb ("called off") or one of the mind that tells a belief, not what "he believes"."""
    if f"{low} {after}" in OTHER_VERBS:
        return True
    if verb.lemma not in MENTAL or (verb.lemma in FINDINGS and before in INQUIRERS):
        return False
    return low != verb.forms[1] or before in ("who", "which", "it")


def _is_noun(words: Words, i: int, width: int) -> bool:
    """Whether the next word shows the noun: "the press office", "asylum claims rose"."""
    lexicon, lows, low = reporting_lexicon(), words.lows, words.lows[i]
    plural = low[-1] == "s" and low in lexicon.homographs and not (i and lows[i - 1] in PRONOUNS)
    if not plural and low not in SINGULAR_NOUNS:
        return False
    after = next((word for word in lows[i + width :] if word not in ADVERBS), "")
    if after in SINGULAR_NOUNS.get(low, ()):
        return True
    reports = after in lexicon.by_form and after not in lexicon.homographs and not after.endswith("ing")
    return plural and (reports or after in NOUN_PREDICATES)


def _is_adjective(words: Words, i: int) -> bool:
    """Whether a participle is the second of two adjectives: "a small, disputed zone"."""
    lows, texts = words.lows, words.texts
    if (
        i < 3
        or i + 1 >= len(lows)
        or lows[i - 1] != ","
        or lows[i][-2:] != "ed"
        or lows[i - 3] not in ("a", "an", "the")
    ):
        return False
    if not texts[i + 1].islower() or lows[i + 1] in NO_ADJECTIVE or not texts[i - 2].islower():
        return False
    return not any(lows[k] == "," and lows[k + 1] in RELATIVES for k in range(i - 2))


def _names(words: Words, i: int, group: VerbGroup) -> bool:
    """Whether a participle gives a thing its name: "a state called Arkhan", not "a guard called it a lie"."""
    after = words.texts[i + 1 : i + 2]
    if group.auxiliaries or not after or not (after[0][0] == MASK or after[0][0].isupper()):
        return False
    span = phrase_before(words, i - 1)
    if span is None or words.lows[span[0]] not in ("a", "an"):
        return False
    return head_of(words, span[0], span[1] + 1) not in speaker_nouns("person", "plural")


def _follows_with(words: Words, i: int) -> bool:
    """Whether a participle stands in "with the president calling for"."""
    for k in range(i - 1, max(-1, i - 10), -1):
        if words.texts[k] in STOPS:
            return False
        if words.lows[k] == "with":
            return k < i - 1
    return False


def message_before(words: Words, i: int) -> int | None:
    """The message that a participle tells the words of: "issued a statement on its page saying"."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if words.texts[k] in STOPS or words.lows[k] == MASK or words.verbs[k] == FINITE:
            return None
        if words.lows[k] in MESSAGES:
            return k
    return None


def is_title_case(words: Words) -> bool:
    """Whether every long word has a capital, as in headlines."""
    letters = [text for text in words.texts if text[0].isalpha() and len(text) > 3]
    return len(letters) > 2 and all(text[0].isupper() for text in letters)


def _agrees(words: Words, k: int, low: str, verb: ReportingVerb) -> bool:
    """Whether the word before a present form can be its subject: a speaker of the right number."""
    lows = words.lows
    if k < 0:
        return False
    if k > 0 and lows[k] in PUBLISHED and lows[k - 1] in speaker_nouns("document"):
        k -= 1
    before, plural = lows[k], low == verb.lemma.split()[0]
    capital = words.texts[k][0].isupper()
    if before in PRONOMINAL:
        singular = before in SINGULAR
        return not singular if plural else singular
    if plural:
        if before in speaker_nouns("plural") or (_opens_clause(words, k, verb, THAT) and _several_before(words, k)):
            return True
        if capital and before[-1] == "s" and _opens_clause(words, k, verb, NOUN_OPENERS):
            return True
        return _opens_gerund(words, k, verb) and _plural_before(words, k)
    if before in (",", ")") or before in speaker_nouns("person", "organisation", "media", "document"):
        return True
    return capital and not (is_demonym(before) and not (k and words.texts[k - 1][0].isupper()))


def _opens_clause(words: Words, k: int, verb: ReportingVerb, openers: frozenset[str]) -> bool:
    """Whether a clause follows a verb, not a noun: "Muslims claim the army fired"."""
    after = k + 1 + len(verb.lemma.split())
    return "clause" in verb.frames and after < len(words.lows) and words.lows[after] in openers


def _opens_gerund(words: Words, k: int, verb: ReportingVerb) -> bool:
    return "ing" in verb.frames and k + 2 < len(words.lows) and words.lows[k + 2].endswith("ing")


def _plural_before(words: Words, k: int) -> bool:
    """Whether the phrase that ends at a word has a plural head."""
    span = phrase_before(words, k)
    return span is not None and head_of(words, span[0], span[1] + 1) in speaker_nouns("plural")


def _several_before(words: Words, k: int) -> bool:
    """Whether the phrase that ends at a word names several: "Doctors of the hospital in Kayes"."""
    span = phrase_before(words, k)
    if span is None:
        return False
    first = span[0]
    if words.texts[first][0].isupper() and words.lows[first] not in ARTICLES and words.texts[k][0].isupper():
        return True
    return "and" in words.lows[max(0, first - 1) : k] or _plural_before(words, k)
