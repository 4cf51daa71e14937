"""Who issues a directive, offers a means or states an aim, and how binding the words are."""

from __future__ import annotations

import re
from functools import lru_cache

from newsledger.build.extract.evacuations.frames import Candidate
from newsledger.build.extract.evacuations.rules import Register, phrase, rule_book
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import RecordKind, Strength

MODAL = {
    "must": Strength.ORDER,
    "shall": Strength.ORDER,
    "are to": Strength.ORDER,
    "should": Strength.RECOMMEND,
    "ought to": Strength.RECOMMEND,
    "need to": Strength.RECOMMEND,
    "may wish to": Strength.RECOMMEND,
    "please": Strength.RECOMMEND,
    "may": Strength.INFORM,
    "can": Strength.INFORM,
}
AFTER_QUOTE = 120
WE = re.compile(r"\b[Ww]e (?:\w+ ){0,3}$")
UNNAMED = re.compile(
    r"\b(?:the|an?|some|all|any|these|those|his|her|their|its|are|is|was|were|be|under|by|of|to|for|from|in|on|at|with|and|"
    r"or|that|which|new|more|fresh|further|mandatory|immediate|no|this|many|several|few|most|other|more than)$",
    re.IGNORECASE,
)
GOVERNED = re.compile(r"\b(?:to|in|from|of|into|against|on|across|inside|near|for|by)(?: the)? $")
PRONOUNS = {"it", "he", "she", "they", "we", "i", "who", "which", "that", "you"}


def strength_of(candidate: Candidate) -> Strength | None:
    """How binding a directive is: the rule's own strength, else that of its cue."""
    if candidate.rule.kind is not RecordKind.DIRECTIVE:
        return None
    groups = candidate.match.groupdict()
    if candidate.rule.strength is not None:
        return candidate.rule.strength
    cue = (groups.get("cue") or "").lower()
    if "prohibit" in cue or "restrict" in cue or "barred" in cue:
        return Strength.INFORM if "may" in cue else Strength.ORDER
    for modal, strength in MODAL.items():
        if cue.endswith(modal):
            return strength
    cues = rule_book().cues
    for word in cue.split():
        if word in cues:
            return cues[word]
    return Strength.URGE


def cue_start(candidate: Candidate) -> int:
    """Where the cue of a candidate stands in the text."""
    groups = candidate.match.groupdict()
    return candidate.sentence.start + (candidate.match.start("cue") if groups.get("cue") else candidate.match.start())


def speaker_of(annotated: Annotated, candidate: Candidate, reach: int = AFTER_QUOTE) -> str | None:
    """The actor that stands nearest outside the quotation of a candidate, before it if there is one.

    `reach` is how far after the quotation the actor may stand where the sentence ends sooner.
    """
    quote = annotated.document.quote_at(candidate.start)
    if quote is None:
        return None
    sentence = candidate.sentence
    before = within(annotated.actors, sentence.start, quote.outer_start)
    after = within(annotated.actors, quote.outer_end, max(sentence.end, quote.outer_end + reach))
    found = before[-1:] or after[:1]
    return found[0].name if found else None


def agent_of(annotated: Annotated, candidate: Candidate) -> str | None:
    """The actor before the cue of an active verb, in the quotation when the cue is quoted; else the words there."""
    cue = cue_start(candidate)
    quote = annotated.document.quote_at(cue)
    first = max(candidate.sentence.start, quote.start if quote else 0)
    before = within(annotated.actors, first, cue)
    free = [a for a in before if not GOVERNED.search(annotated.document.view[max(0, a.start - 12) : a.start])]
    if before:
        return (free or before)[-1].name
    lead = phrase("lead_words").sub(
        "", phrase("trailing_words").sub("", annotated.document.view[min(candidate.clause_start, cue) : cue].strip())
    )
    named = 2 < len(lead) < 70 and lead.lower() not in PRONOUNS and not UNNAMED.search(lead)
    return lead if named else None


def reporter_of(annotated: Annotated, candidate: Candidate) -> str | None:
    """The actor beside a verb of saying after the clause of a passive or a modal, or before it."""
    sentence = candidate.sentence
    after = within(annotated.actors, candidate.end, sentence.end)
    if after and phrase("reporting").search(annotated.document.view, candidate.end, sentence.end):
        return after[-1].name
    before = within(annotated.actors, sentence.start, candidate.clause_start)
    if before and phrase("reporting").search(annotated.document.view, before[-1].end, candidate.clause_start + 1):
        return before[-1].name
    return None


@lru_cache(maxsize=1)
def authority_of(annotated: Annotated) -> str | None:
    """The embassy or ministry that an advisory speaks for: the first one named."""
    found = phrase("authority").search(annotated.document.view)
    return phrase("lead_words").sub("", found[0]) if found else None


def directive_issuer(annotated: Annotated, candidate: Candidate) -> str | None:
    """Who gives a directive."""
    view = annotated.document.view
    if (agent := phrase("by_issuer").search(view[candidate.start : candidate.end])) is not None:
        return phrase("lead_words").sub("", agent["issuer"])
    if "imperative" in candidate.rule.flags:
        return speaker_of(annotated, candidate) or authority_of(annotated)
    if WE.search(view[max(0, cue_start(candidate) - 30) : cue_start(candidate)]):
        return authority_of(annotated) or speaker_of(annotated, candidate)
    if candidate.subject is not None:
        return reporter_of(annotated, candidate) or authority_of(annotated)
    return agent_of(annotated, candidate)


def adviser_of(annotated: Annotated, candidate: Candidate) -> str | None:
    """Who speaks in an advisory: the agent of the clause, the authority behind "we", or that of a directive."""
    groups = candidate.match.groupdict()
    speaker = speaker_of(annotated, candidate, 0) or authority_of(annotated)
    if groups.get("agent") and groups["agent"] not in PRONOUNS:
        start, end = (candidate.sentence.start + offset for offset in candidate.match.span("agent"))
        named = [actor.name for actor in annotated.actors if actor.start < end and start < actor.end]
        return named[0] if named else speaker
    return speaker if groups.get("agent") or candidate.rule.kind is RecordKind.DIRECTIVE else None


def issuer_of(annotated: Annotated, candidate: Candidate) -> str | None:
    """Who stands behind a directive, an offer, an aim, a transport or an obstacle."""
    kind = candidate.rule.kind
    if candidate.rule.register is Register.ADVISORY or "agent" in candidate.match.groupdict():
        issuer = adviser_of(annotated, candidate)
    elif kind is RecordKind.DIRECTIVE:
        issuer = directive_issuer(annotated, candidate)
    elif kind is RecordKind.GOAL:
        issuer = speaker_of(annotated, candidate) or agent_of(annotated, candidate)
    elif kind is RecordKind.CAPACITY or "agent" in candidate.rule.flags:
        issuer = agent_of(annotated, candidate)
    else:
        return None
    return fuller(annotated, phrase("lead_words").sub("", issuer)) if issuer else None


def fuller(annotated: Annotated, issuer: str) -> str:
    """The fullest name of an embassy that is called only "the embassy" here."""
    if issuer.lower() not in ("embassy", "u.s. embassy", "us embassy", "consulate", "mission"):
        return issuer
    found = [
        m[0]
        for m in phrase("authority").finditer(annotated.document.view)
        if issuer.split()[-1].lower() in m[0].lower()
    ]
    return phrase("lead_words").sub("", max(found, key=len)) if found else issuer
