"""Patterns with their examples: what a data file must give, and how a pattern meets its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsledger.build.lexicon import loader
from newsledger.build.lexicon.patterns import any_of, load_patterns, load_sections


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(loader, "files", lambda _: tmp_path)
    return str(tmp_path)


def write(package: str, text: str) -> None:
    (Path(package) / "data" / "marks.yml").write_text(text, encoding="utf-8")


def test_a_pattern_meets_its_text_in_its_way(package: str) -> None:
    write(package, "late:\n  pattern: late\n  way: match\n  examples: [late on]\n  counterexamples: [too late]\n")
    assert load_patterns(package, "marks")["late"].failures() == []


def test_an_example_that_is_missed_is_told(package: str) -> None:
    write(package, "late:\n  pattern: late\n  examples: [early]\n  counterexamples: [later]\n")
    assert load_patterns(package, "marks")["late"].failures() == ["early", "later"]


def test_patterns_can_be_listed_by_section(package: str) -> None:
    write(package, "times:\n  - id: late\n    pattern: late\n    examples: [late]\n    counterexamples: [soon]\n")
    assert [one.name for one in load_sections(package, "marks")["times"]] == ["late"]


def test_several_patterns_are_asked_at_once(package: str) -> None:
    marks = "  examples: [late]\n  counterexamples: [noon]\n"
    write(package, f"late:\n  pattern: late|lately$\n{marks}soon:\n  pattern: soon|late\n{marks}")
    both = any_of(load_patterns(package, "marks").values())
    assert [text for text in ("too late", "very soon", "at noon") if both.search(text)] == ["too late", "very soon"]


@pytest.mark.parametrize(
    "text",
    [
        "late:\n  pattern: late\n  examples: [late]\n",
        "late:\n  pattern: late\n  counterexamples: [soon]\n",
        "late:\n  pattern: late\n  way: find\n  examples: [late]\n  counterexamples: [soon]\n",
    ],
)
def test_a_pattern_without_examples_counterexamples_or_a_way_is_refused(package: str, text: str) -> None:
    write(package, text)
    with pytest.raises(ValueError, match=r"marks\.yml: late needs"):
        load_patterns(package, "marks")


@pytest.mark.parametrize("file", ["roles", "titles", "phrase_words", "place_frames", "first_names"])
def test_every_listed_word_is_a_string(file: str) -> None:
    """YAML reads a bare `on` or `no` as a truth value: such words stand in quotation marks."""
    tables = [table if isinstance(table, dict) else {"": table} for table in loader.load_yaml(file).values()]
    listed = [word for table in tables for words in table.values() for word in words]
    assert listed and [word for word in listed if not isinstance(word, str)] == []
