"""The documents say what the program does."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from newsledger import cli
from newsledger.build.extract.confidence import rule_table
from newsledger.schema import TABLES
from newsledger.schema.codebook import codebook

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_codebook_is_what_the_schema_command_prints() -> None:
    printed = "\n".join([*(codebook(model) for model in TABLES.values()), rule_table()])
    told = "run: newsledger schema --rules > docs/codebook.md"
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == printed, told


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = get_command(cli.app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"newsledger {name}" not in readme] == []


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_links_within_the_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_a_document_has_one_topic_and_under_500_lines(document: Path) -> None:
    lines = document.read_text(encoding="utf-8").splitlines()
    assert document.name == "codebook.md" or (lines[0].startswith("# ") and len(lines) < 500)
