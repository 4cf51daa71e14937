"""Subjects: who can act in the clause of a trigger, reporting clauses aside, pronouns read as whom they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsledger.build.extract.events.frames import pattern, words_of
from newsledger.build.extract.events.match import Match
from newsledger.build.lexicon.function_words import function_words
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.reading import speech_verbs
from newsledger.build.mentions.roles import word_lists
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import BlockType, EventType

THAT = " that "
WORD = re.compile(r"[a-z]+")
WORDS = re.compile(r"[\w.’'-]+")
BASE = re.compile(r"[A-Za-z]+(?<!s)(?<!ing)")
OWNERS = frozenset(("its", "their", "his", "her"))
AGENTS = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.STATE})
PERSONS = frozenset({ActorKind.PERSON})
REACH = 90


ACCUSING = pattern("accusing")
ADVERBS = pattern("adverbs")
ARTICLE = pattern("article")
AUXILIARIES = pattern("auxiliaries")
GERUND = pattern("gerund")
GOES_OFF = pattern("goes_off")
GOVERNING = pattern("governing")
OBJECTIVE = pattern("objective")
OBLIQUE = pattern("oblique")
PARTICIPLE = pattern("participle")
PASSIVE = pattern("passive")
PRONOUN = pattern("pronoun")
RELATIVE = pattern("relative")
SAYS = pattern("says")
SINGLE = pattern("single")
TOLD_IN = pattern("told_in")
WITHIN_CLAUSE = pattern("within_clause")
HARMS = words_of("harms")
HARMING = words_of("harming")
NO_VERBS = words_of("no_verbs")
SUFFERED = {True: words_of("suffered"), False: words_of("suffered_in_text")}
MOVES_OTHERS = words_of("moves_others")


def told_from(view: str, start: int, end: int) -> int:
    """Where what is told begins in `start:end`: after "X told Y that"; `start` where nothing is reported.

    >>> view = "A police officer told the court that gunmen "
    >>> view[told_from(view, 0, len(view)) :]
    'gunmen '
    """
    for accused in reversed(list(ACCUSING.finditer(view, start, end))):
        return accused.end()
    at = view.rfind(THAT, start, end)
    while at >= 0:
        if not speech_verbs().isdisjoint(WORD.findall(view, max(start, at - REACH), at)):
            return at + len(THAT)
        at = view.rfind(THAT, start, at)
    return start


def tells(view: str, mention: ActorMention, match: Match) -> bool:
    """Whether a mention says what another does, without "that" ("police say a gunman opened fire")."""
    return match.start > mention.end and SAYS.match(view, mention.end) is not None


def antecedent(annotated: Annotated, match: Match, start: int) -> ActorMention | None:
    """Whom "it" or "he" before a trigger means: the one who says so, else the subject of the sentence before."""
    document = annotated.document
    pronoun = PRONOUN.match(document.view, start, match.start)
    if pronoun is None:
        return None
    kinds = PERSONS if pronoun["who"].lower() in ("he", "she") else AGENTS
    sentence = match.sentence
    told = [m for m in within(annotated.actors, sentence.start, start) if m.kind in kinds]
    if told:
        return told[-1]
    if sentence.index == 0:
        return None
    before = document.sentences[sentence.index - 1]
    named = within(annotated.actors, before.start, before.end)[:1]
    is_subject = bool(named) and document.view[before.start : named[0].start].strip(' \n“"•-') in ("", "The", "the")
    return named[0] if is_subject and named[0].kind in kinds else None


def is_passive(document: Document, match: Match) -> bool:
    """Whether a trigger tells what its subject suffers: after a form of "be", or in the short form of headlines."""
    trigger = document.view[match.start : match.end].lower()
    if not PARTICIPLE.match(trigger):
        return trigger.startswith(("being ", "was ", "were ", "been ", "is ", "are ", "came under ", "under "))
    if PASSIVE.search(document.view[max(0, match.start - 30) : match.start]) is not None:
        return True
    is_headline = document.block_at(match.start).kind is BlockType.HEADLINE
    return SUFFERED[is_headline].fullmatch(trigger) is not None and TOLD_IN.match(document.view, match.end) is not None


def harms(view: str, subject: ActorMention, match: Match) -> bool:
    """Whether the verb behind a subject tells of harm it did, before a nominal ("troops killed nine in a raid")."""
    adverbs = ADVERBS.match(view, subject.end, match.start)
    verb = HARMS.match(view, adverbs.end(), match.start) if adverbs else None
    return verb is not None and OBJECTIVE.match(view, verb.end()) is not None


def is_object(view: str, mention: ActorMention, start: int) -> bool:
    """Whether a verb right before a mention makes it the one acted on ("confronted police", "killing the guards")."""
    found = GOVERNING.search(view, start, mention.start)
    if found is None:
        return False
    if GERUND.search(view, start, mention.start) and not NO_VERBS.fullmatch(found[1].lower()):
        return True
    verb = found[1].lower()
    if HARMING.fullmatch(verb):
        return True
    if verb in speech_verbs() or verb in word_lists()["modifiers"] or NO_VERBS.fullmatch(verb):
        return False
    return verb.endswith("ed") or bool(found[2]) or view[mention.start : mention.start + 4].lower() == "the "


def subject_before(document: Document, told: Sequence[ActorMention], match: Match) -> ActorMention | None:
    """The first of the actors told before a clause that nothing governs, in the clause right before if it has one."""
    view, start = document.view, match.sentence.start
    end = start + len(view[start : match.clause_start].rstrip(", "))
    own = WITHIN_CLAUSE.match(view, start, end)
    free = [
        mention
        for mention in told
        if not OBLIQUE.search(view, max(start, mention.start - 40), mention.start)
        and not is_object(view, mention, start)
    ]
    return next((m for m in free if own and m.start >= own.end()), next(iter(free), None))


def is_progressive(view: str, match: Match) -> bool:
    """Whether a form of "be" makes a verb of a form in -ing ("troops are fighting")."""
    return (
        view[match.end - 3 : match.end].lower() == "ing"
        and PASSIVE.search(view[max(0, match.start - 30) : match.start]) is not None
    )


def is_nominal(view: str, match: Match) -> bool:
    """Whether an article makes a noun of a form that can be a verb ("a drive-by shooting", "a major attack")."""
    is_base = BASE.fullmatch(view, match.start, match.end) and not PARTICIPLE.match(
        view[match.start : match.end].lower()
    )
    if is_base and SINGLE.search(view, max(match.clause_start, match.start - 40), match.start):
        return True
    if view[match.end - 3 : match.end].lower() != "ing":
        return False
    return ARTICLE.search(view, max(match.clause_start, match.start - 40), match.start) is not None


@cache
def _breaks() -> frozenset[str]:
    """Words behind which another phrase begins; a possessive pronoun belongs to its own."""
    kinds = ("prepositions", "auxiliaries", "subordinators", "relatives", "conjunctions", "determiners", "adverbs")
    return function_words(*kinds) - OWNERS


def premodifiers(view: str, match: Match) -> list[str]:
    """The words of the clause right before a nominal, up to the last word that begins another phrase."""
    first = max(match.clause_start, match.start - 40)
    words = [found[0] for found in WORDS.finditer(view, first, match.start)]
    breaks = [n for n, word in enumerate(words) if word.lower() in _breaks() and word != "US"]
    return words[breaks[-1] + 1 :] if breaks else words


def relative(view: str, mentions: Sequence[ActorMention], match: Match) -> ActorMention | None:
    """Whom "who" right before a verb takes up ("bandits who stormed the village")."""
    last = mentions[-1] if mentions else None
    who = RELATIVE.match(view, last.end, match.start) if last is not None else None
    if last is None or who is None:
        return None
    return last if AUXILIARIES.fullmatch(view, who.end() - 1, match.start) else None


def beside(view: str, mentions: Sequence[ActorMention], match: Match) -> ActorMention | None:
    """The last of some mentions, where only auxiliaries part it from a verb; of two coordinated, the first."""
    if not mentions or AUXILIARIES.fullmatch(view, mentions[-1].end, match.start) is None:
        return None
    if len(mentions) > 1 and view[mentions[-2].end : mentions[-1].start] == " and ":
        return mentions[-2]
    return mentions[-1]


def goes_off(match: Match, view: str) -> bool:
    """Whether a trigger tells what a bomb does by itself ("exploded", "went off")."""
    return match.rule.event_type is EventType.BOMBING and GOES_OFF.match(view, match.start, match.end) is not None


def moves_others(match: Match, view: str) -> bool:
    """Whether a trigger of displacement says that somebody moves others ("evacuated", "drove out")."""
    if match.rule.event_type is not EventType.DISPLACEMENT:
        return True
    return MOVES_OTHERS.match(view[match.start : match.end].lower()) is not None
