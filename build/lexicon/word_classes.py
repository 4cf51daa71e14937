"""Word classes of event rules: expands the data file's short notation and checks it."""

from __future__ import annotations

from functools import cache

from newsledger.build.lexicon.loader import load_yaml

VOWELS = "aeiou"


def noun_forms(noun: str) -> tuple[str, ...]:
    """A noun and its regular plural.

    >>> noun_forms("battery"), noun_forms("blast")
    (('battery', 'batteries'), ('blast', 'blasts'))
    """
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun, noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun, noun + "es"
    return noun, noun + "s"


def past_and_gerund(verb: str) -> tuple[str, ...]:
    """The regular -ed and -ing forms of a verb; a doubled last letter is written with `+` ("stab+").

    >>> past_and_gerund("bury"), past_and_gerund("stab+"), past_and_gerund("raze")
    (('buried', 'burying'), ('stabbed', 'stabbing'), ('razed', 'razing'))
    """
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if head.endswith("+"):
        stem = head[:-1] + head[-2]
        forms = (stem + "ed", stem + "ing")
    elif head.endswith("e"):
        forms = (head + "d", head[:-1] + "ing")
    elif head.endswith("y") and head[-2:-1] not in VOWELS:
        forms = (head[:-1] + "ied", head + "ing")
    else:
        forms = (head + "ed", head + "ing")
    return tuple(form + tail for form in forms)


def verb_forms(verb: str) -> tuple[str, ...]:
    """A regular verb in all its forms; words after the verb stay ("open~" is written "open~ fire")."""
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    base = head.removesuffix("+")
    return (base + tail, noun_forms(base)[1] + tail, *past_and_gerund(verb))


def expand(entry: str) -> tuple[str, ...]:
    """All forms an entry of the notation stands for.

    >>> expand("torch~")
    ('torch', 'torches', 'torched', 'torching')
    >>> expand("shell-"), expand("open~ fire")[2], expand("drone*")
    (('shelled', 'shelling'), 'opened fire', ('drone', 'drones'))
    """
    head, mark, rest = entry.partition("~")
    if mark:
        return verb_forms(head + rest)
    if entry.endswith("*"):
        return noun_forms(entry[:-1])
    if entry.endswith("-"):
        return past_and_gerund(entry[:-1])
    return (entry,)


@cache
def word_classes() -> dict[str, tuple[str, ...]]:
    """Every class and its words in lower case, in the order of the file."""
    classes: dict[str, tuple[str, ...]] = {}
    for name, entries in load_yaml("event_words").items():
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise ValueError(f"event_words.yml: class {name} must be a list of words")
        classes[name] = tuple(dict.fromkeys(form.lower() for entry in entries for form in expand(entry)))
    return classes
