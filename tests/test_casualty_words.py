"""The words of casualty reports: classes, phrases, and the sentences that hold a word of harm."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from newsledger.build.extract import casualties
from newsledger.build.extract.casualties import items
from newsledger.build.extract.casualties.items import Words, read_items
from newsledger.build.extract.casualties.rules import casualty_rules, rules_for
from newsledger.build.extract.casualties.sentences import with_harm
from newsledger.build.extract.casualties.words import casualty_words
from newsledger.build.lexicon.patterns import load_patterns
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata

MODULES = sorted(Path(casualties.__path__[0]).glob("*.py"))


def annotated(text: str) -> Annotated:
    return Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), ArticleMetadata())))


def classes(text: str) -> list[tuple[str, str]]:
    return [(item.low, item.kind) for item in read_items(annotated(text), 0, len(text))]


def names_of(node: ast.expr, module: object) -> set[str]:
    """The strings of a constant, a tuple of constants, or a name of the module that holds some."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    if isinstance(node, ast.Starred):
        return names_of(node.value, module)
    if isinstance(node, ast.Tuple):
        return set().union(*(names_of(part, module) for part in node.elts))
    named = getattr(module, node.id, ()) if isinstance(node, ast.Name) and node.id.isupper() else ()
    return {name for name in named if isinstance(name, str)}


def is_class(node: ast.expr) -> bool:
    """Whether an expression is the class of a part."""
    if isinstance(node, ast.Subscript):
        node = node.value
    return getattr(node, "attr", getattr(node, "id", "")) in ("kind", "kinds")


def asked(tree: ast.AST, module: object) -> Iterator[str]:
    """The classes that the code of a module compares with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and is_class(node.left):
            yield from (name for one in node.comparators for name in names_of(one, module))
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "is_at",
            "_is_at",
        ):
            yield from (name for one in node.args[1:] for name in names_of(one, module))


@pytest.mark.parametrize("path", MODULES, ids=[path.stem for path in MODULES])
def test_every_class_that_the_code_asks_for_is_in_the_lexicon(path: Path) -> None:
    module = import_module(f"{casualties.__name__}.{path.stem}") if path.stem != "__init__" else casualties
    unknown = set(asked(ast.parse(path.read_text(encoding="utf-8")), module)) - {"", *casualty_words().symbols}
    assert not unknown, f"{path.name} asks for classes that casualty_words.yml does not have"


def test_the_check_of_classes_sees_what_the_code_asks_for() -> None:
    tree = ast.parse('part.kind == "deed"; kinds[k - 1] in ("and", "deed"); reading.is_at(k, "deer", *SOME)')
    assert set(asked(tree, type("module", (), {"SOME": ("dear",)}))) == {"deed", "and", "deer", "dear"}


PHRASES = {
    "They were shot dead": [("they", "they"), ("were", "be"), ("shot dead", "harmed")],
    "They were shot": [("they", "they"), ("were", "be"), ("shot", "harmed")],
    "The death toll rose": [("the", "the"), ("death toll", "toll"), ("rose", "rise")],
    "US planes left": [("us", "name"), ("planes", "things"), ("left", "hedge")],
    "They killed 12-year-olds": [("they", "they"), ("killed", "harmed"), ("12-year-olds", "nouns")],
}


@pytest.mark.parametrize("text", PHRASES)
def test_the_longest_phrase_is_one_item(text: str) -> None:
    assert classes(text) == PHRASES[text]


def test_a_phrase_ends_before_a_number() -> None:
    assert [kind for _, kind in classes("The number of 12 dead")] == ["the", "number_of", "number", "state"]


def test_a_full_memory_of_words_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "MOST_WORDS", 2)
    words = Words()
    assert [words[text].low for text in ("Nine", "men", "died", "Nine")] == ["nine", "men", "died", "nine"]
    assert len(words) == 2


READINGS = load_patterns(casualties.__name__, "readings")


@pytest.mark.parametrize("name", READINGS)
def test_a_pattern_holds_in_its_examples_and_in_none_of_its_counterexamples(name: str) -> None:
    assert READINGS[name].failures() == []


def test_a_sentence_is_read_for_a_word_or_phrase_of_harm() -> None:
    text = (
        "Three were killed. He will take a seat. The co-killed plan rests. They were led\naway by bandits. All’s hurt."
    )
    document = annotated(text).document
    assert with_harm(document, document.view.lower()) == {0, 3, 4}


def test_rules_are_tried_in_the_order_of_the_files() -> None:
    rules = casualty_rules()
    tried = [rules.index(rule) for rule in rules_for(["group", "be", "harmed", ""])]
    assert tried == sorted(tried)
    assert {"passive", "participle"} <= {rules[number].name for number in tried}
    assert "fate" not in {rules[number].name for number in tried}
