"""Reporting verbs, nouns and phrases: the lexicon of who-said-what cues, read once from data/reporting_verbs.yml."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsledger.build.lexicon.loader import load_yaml

FRAMES = frozenset(
    ("quote", "clause", "that", "tell", "tell_that", "bid", "to", "ing", "object", "whether", "describe", "accuse")
)


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb with its inflected forms and the frames in which it takes what is said.

    `prepositions` belong to the cue ("called for"), `links` join the accused to the act ("accused Y of");
    `light_objects` names the only nouns that make an object a statement (None: any object does).
    """

    lemma: str
    forms: tuple[str, ...]
    frames: frozenset[str]
    prepositions: tuple[str, ...]
    links: tuple[str, ...]
    light_objects: tuple[str, ...] | None


@dataclass(frozen=True)
class ReportingLexicon:
    """All cues; `by_form` finds a verb by any of its forms, in lower case ("called for" only by "called").

    `homographs` are the forms that are nouns or adjectives as often as verbs. `nouns` maps a reporting noun to what may
    follow it (that, to, for, of). `phrases` are cues without a verb ("according to").
    """

    verbs: tuple[ReportingVerb, ...]
    by_form: dict[str, ReportingVerb]
    homographs: frozenset[str]
    nouns: dict[str, frozenset[str]]
    phrases: tuple[str, ...]

    def forms(self, *frames: str) -> frozenset[str]:
        """The forms of all verbs that have one of the frames (all verbs if none is named)."""
        return frozenset(f for v in self.verbs if not frames or v.frames & set(frames) for f in v.forms)


def inflect(lemma: str, doubled: bool = False) -> tuple[str, ...]:
    """Inflect a regular verb; only the first word of a phrase changes.

    >>> inflect("deny"), inflect("beg", doubled=True)
    (('deny', 'denies', 'denied', 'denying'), ('beg', 'begs', 'begged', 'begging'))
    """
    head, _, rest = lemma.partition(" ")
    stem = head + head[-1] if doubled else head
    consonant_y = head.endswith("y") and head[-2] not in "aeiou"
    if consonant_y:
        third, past = head[:-1] + "ies", head[:-1] + "ied"
    else:
        third = head + ("es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = stem + ("d" if head.endswith("e") else "ed")
    present = (stem[:-1] if head.endswith("e") and not head.endswith("ee") else stem) + "ing"
    return tuple(f"{form} {rest}".strip() for form in (head, third, past, present))


def lexicon_of(data: dict[str, Any]) -> ReportingLexicon:
    """Build the lexicon from the parsed file.

    Raises:
        ValueError: a group names a frame that does not exist.
    """
    frames: dict[str, set[str]] = defaultdict(set)
    for group in data["groups"]:
        if unknown := set(group["frames"]) - FRAMES:
            raise ValueError(f"unknown frames {sorted(unknown)} in reporting_verbs.yml, group {group['about']!r}")
        for lemma in group["verbs"]:
            frames[lemma].update(group["frames"])
    for lemma in [*data["prepositions"], *data["light_objects"]]:
        frames.setdefault(lemma, set())
    verbs = tuple(_verb(lemma, frozenset(frames[lemma]), data) for lemma in sorted(frames))
    by_form: dict[str, ReportingVerb] = {}
    for verb in verbs:
        for form in verb.forms:
            by_form.setdefault(form, verb)
    nouns: dict[str, set[str]] = defaultdict(set)
    for link, words in data["nouns"].items():
        for word in words:
            nouns[word].add(link)
    return ReportingLexicon(
        verbs,
        by_form,
        frozenset(data["homographs"]),
        {n: frozenset(nouns[n]) for n in sorted(nouns)},
        tuple(data["phrases"]),
    )


def _verb(lemma: str, frames: frozenset[str], data: dict[str, Any]) -> ReportingVerb:
    irregular = data["irregular"].get(lemma)
    forms = (lemma, *irregular) if irregular else inflect(lemma, lemma in data["doubled"])
    light = data["light_objects"].get(lemma)
    return ReportingVerb(
        lemma,
        tuple(dict.fromkeys(forms)),
        frames,
        tuple(data["prepositions"].get(lemma, ())),
        tuple(data["links"].get(lemma, ())),
        tuple(light) if isinstance(light, list) else None,
    )


@cache
def reporting_lexicon() -> ReportingLexicon:
    """The lexicon of the file, read once."""
    return lexicon_of(load_yaml("reporting_verbs"))
