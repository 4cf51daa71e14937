"""Who issues a directive, offers a means or states an aim, and how binding the words are."""

from __future__ import annotations

import re

from newsledger.build.extract.evacuation_frames import Candidate
from newsledger.build.extract.evacuation_rules import rule_book
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import RecordKind, Strength

NAMED = {RecordKind.DIRECTIVE, RecordKind.CAPACITY, RecordKind.GOAL}
MODAL = {"must": Strength.ORDER, "shall": Strength.ORDER, "are to": Strength.ORDER, "should": Strength.RECOMMEND, "ought to": Strength.RECOMMEND}
AUTHORITY = re.compile(
    r"\b(?:(?:[A-Z][\w.’']+ )+(?:Embassy|Consulate|High Commission|Mission)(?: in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?|[Ee]mbassy in [A-Z]\w+|"
    r"(?:[Tt]he )?(?:U\.S\. |US |British |German |French |Canadian |Australian |Swiss |Indian |Chinese )?(?:State Department|Foreign Office|Foreign Ministry|Department of State|"
    r"Ministry of Foreign Affairs|Department of Foreign Affairs|FCDO|FCO|DFAT)|[Tt]he Department|(?:[A-Z]\w+ )?(?:[Aa]rmy|[Mm]ilitary|IDF)|[Aa]uthorities|[Gg]overnor|[Mm]ayor)\b"
)
BY = re.compile(r"\bby (?P<issuer>(?:the |their |its )?[^,.;:]{3,50}?) (?:not )?to\b")
LEADING = re.compile(r"^(?:[Aa]nd|[Bb]ut|[Tt]he|[Mm]eanwhile|[Aa]n|[Aa]) ")
TRAILING = re.compile(r"(?: (?:has|have|had|is|are|was|were|also|again|now|already|then|later|repeatedly|urgently|reportedly|immediately|on \w+|\w+ly))+$")
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


def nearest_actor(annotated: Annotated, candidate: Candidate) -> ActorMention | None:
    """The actor that stands last before the cue in its sentence, or none."""
    cue = candidate.match.start("cue") if candidate.match.groupdict().get("cue") else candidate.match.start()
    before = within(annotated.actors, candidate.sentence.start, candidate.sentence.start + cue)
    return before[-1] if before else None


def stated_issuer(annotated: Annotated, candidate: Candidate) -> str | None:
    """The issuer named in the sentence: an agent with "by", else the actor before the cue, else its subject's words."""
    text = annotated.document.view
    words = text[candidate.start : candidate.end]
    if (agent := BY.search(words)) is not None:
        return LEADING.sub("", agent["issuer"])
    actor = nearest_actor(annotated, candidate)
    if actor is not None and not (candidate.subject is not None and actor.is_plural and actor.kind is ActorKind.ROLE):
        return LEADING.sub("", actor.name)
    if candidate.subject is not None:
        return None
    lead = TRAILING.sub("", text[candidate.clause_start : candidate.start].strip())
    lead = LEADING.sub("", lead)
    return lead if 2 < len(lead) < 70 and lead.lower() not in PRONOUNS else None


def issuer_of(annotated: Annotated, candidate: Candidate) -> str | None:
    """Who stands behind a directive, an offer or an aim; for imperatives and "we", the authority the article speaks for."""
    if candidate.rule.kind not in NAMED:
        return None
    issuer = stated_issuer(annotated, candidate)
    if issuer is not None and issuer.lower() not in PRONOUNS:
        return fuller(annotated, issuer)
    if candidate.rule.kind is RecordKind.GOAL:
        return issuer
    found = AUTHORITY.search(annotated.document.view)
    return LEADING.sub("", found[0]) if found else None


def fuller(annotated: Annotated, issuer: str) -> str:
    """The fullest name of an embassy that is called only "the embassy" here."""
    if issuer.lower() not in ("embassy", "u.s. embassy", "us embassy", "consulate", "mission"):
        return issuer
    found = [m[0] for m in AUTHORITY.finditer(annotated.document.view) if issuer.split()[-1].lower() in m[0].lower()]
    return LEADING.sub("", max(found, key=len)) if found else issuer
