"""Every proposition's examples take the side they say, and its counterexamples none."""

import pytest

from newsledger.build.link.identity import differ, titles
from newsledger.build.link.stances import lexicon, side_of

EXAMPLES = [
    (name, e["text"], e["side"] == "affirmed") for name, p in lexicon().propositions.items() for e in p.examples
]
COUNTEREXAMPLES = [(name, text) for name, p in lexicon().propositions.items() for text in p.counterexamples]


@pytest.mark.parametrize(("name", "text", "affirms"), EXAMPLES)
def test_an_example_takes_its_side(name: str, text: str, affirms: bool) -> None:
    assert side_of(text, name) is affirms


@pytest.mark.parametrize(("name", "text"), COUNTEREXAMPLES)
def test_a_counterexample_takes_no_side(name: str, text: str) -> None:
    assert side_of(text, name) is None


@pytest.mark.parametrize(
    ("a", "b", "differ_on"),
    [
        ("military chief, Lt. Gen.", "Chief of Staff, Major General", ("lieutenant general", "major general")),
        ("Gen.", "Lt. Gen.", None),
        ("President", "Prime Minister", ("president", "prime minister")),
        ("former Prime Minister", "President", None),
        ("President", "Mr", None),
        ("Press Secretary Gen.", "Pentagon spokesman", None),
    ],
)
def test_titles_differ_only_where_they_exclude_each_other(a: str, b: str, differ_on: tuple[str, str] | None) -> None:
    assert differ(titles(a), titles(b)) == differ_on
