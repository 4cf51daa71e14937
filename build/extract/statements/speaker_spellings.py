"""Spellings: a speaker's name in full where the article spells it out, without the number it was first told with."""

from __future__ import annotations

import re
from functools import lru_cache

from newsledger.build.extract.statements.speaker_names import ACRONYM, is_bare_role, is_proper, plain
from newsledger.build.lexicon.function_words import speaker_nouns

COUNTED = re.compile(
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|[a-z]*(?:teen|ty)(?:-\w+)?) (?=[A-Za-z])"
)
EXPANDED = re.compile(r"((?:[A-Z][\w’'-]+)(?:,? (?:of|for|the|and|&|on|in|to|[A-Z][\w’'-]+))* [A-Z][\w’'-]+) \(")

# The UN's bodies go by their short forms: a name that does not spell one out is another description.
UN_BODY = re.compile(r"(?:UN|U\.N\.|United Nations) \w")
UN = re.compile(r"^[Tt]he (?:UN|U\.N\.|United Nations)(?:[’']s)? ")
PROPER = re.compile(r"[A-Z][\w’'-]+(?:,? (?:of|for|the|and|&|on) [A-Z][\w’'-]+| [A-Z][\w’'-]+)+")


def without_count(name: str, text: str) -> str:
    """A group's name without the number it was first told with.

    >>> without_count("25 rebels", "The rebels"), without_count("25 rebels", "25 rebels")
    ('rebels', '25 rebels')
    """
    return name if COUNTED.match(plain(text)) else COUNTED.sub("", name, count=1) if COUNTED.match(name) else name


def acronym(text: str) -> str | None:
    """The short form a phrase consists of: "the DGP"."""
    found = ACRONYM.fullmatch(text.strip())
    return found[1] if found else None


def spelt_before(view: str, short: str, foreign: bool) -> str | None:
    """The name an article sets in full before its short form: "Kayan News Agency (KNA)".

    One that is `foreign` may be short for the name in another language: "Office for Relief (BNR)".
    """
    at = view.find(f"({short})")
    best = None
    for found in EXPANDED.finditer(view, max(0, at - 90), at + 1) if at > 0 else ():
        best = found[1]
    if best is None or not view.startswith(best, at - 1 - len(best)):
        return None
    words = best.split()
    initials = "".join(w[0] for w in words if w[0].isupper())
    start = next((k for k in range(len(words)) if "".join(w[0] for w in words[k:] if w[0].isupper()) == short), None)
    if start is not None:
        return " ".join(words[start:])
    body = not speaker_nouns("organisation").isdisjoint(best.lower().split()) and len(words) > 2
    return plain(best) if initials == short or (foreign and body) else None


@lru_cache(maxsize=256)
def _spelling(short: str) -> re.Pattern[str]:
    """Words whose initials are the letters of a short form, the little words between them left out."""
    first, *rest = (rf"[{letter}{letter.lower()}][\w’'-]+" for letter in short.rstrip("s"))
    joint = r"[- ](?:(?:of|for|the|and|&|on|in|to) )*"
    return re.compile(rf"(?<![\w-]){first}{''.join(joint + word for word in rest)}(?![\w-]| [A-Z])")


def spelt_anywhere(view: str, short: str) -> str | None:
    """The name whose initials a short form of three letters or more is, wherever the article has it.

    >>> spelt_anywhere("The Kaya Relief Office shut. KRO left. non-State armed groups (NSAGs)", "NSAGs")
    'non-State armed groups'
    """
    for found in _spelling(short).finditer(view) if len(short.rstrip("s")) > 2 else ():
        if is_proper(found[0]) or view.startswith(f" ({short})", found.end()):
            return found[0]
    return None


def body_described(view: str, text: str) -> str | None:
    """The proper name of the body a phrase tells of by its work: "the country's disaster agency".

    Such a name is headed by an office and holds every word of the phrase but those of place.
    """
    text = UN.sub("the ", text)
    words = [word for word in re.findall(r"[a-z]+(?:-[a-z]+)?", text.removeprefix("the ")) if len(word) > 2]
    if (
        text[:4] != "the "
        or not text[4:].replace("'", "").replace("’", "").replace(" ", "").isalpha()
        or len(words) < 2
    ):
        return None
    telling = [word for word in words[:-1] if word not in speaker_nouns("places_of_bodies")]
    if not telling or words[-1] not in speaker_nouns("bodies_of_work") or not text.islower():
        return None
    for found in PROPER.finditer(view):
        own = found[0].lower().split()
        if not speaker_nouns("bodies_of_work").isdisjoint(own) and all(
            any(w.startswith(t) for w in own) for t in telling
        ):
            return plain(found[0])
    return None


def as_written(view: str, name: str, text: str, body: bool) -> str:
    """A name as the article has it: in full where it spells it out, and for a body never one it does not use."""
    name = without_count(name, text)
    if body and name.islower() and is_bare_role(text):
        return plain(text)
    if (short := acronym(name)) and (full := spelt_before(view, short, not body) or spelt_anywhere(view, short)):
        return full
    if (short := acronym(text)) and UN_BODY.match(name) and not _spelling(short).match(name):
        return short
    return plain(text) if body and name not in view and text[:3].lower() == "the" else name
