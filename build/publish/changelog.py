"""CHANGELOG.md of a dataset: what each release changed, in words, the newest first."""

from __future__ import annotations

from pathlib import Path

from newsledger.build.publish.changes import Differences
from newsledger.schema.dataset import DatasetConfig

FILE_NAME = "CHANGELOG.md"
ENTRY = "\n## "


def changelog(found: Differences, config: DatasetConfig) -> str:
    """The entry of this release, with those of the previous release below."""
    head = f"# Changelog of {config.title or config.name}\n"
    told = "\nWhat each release changed in the data; the table `changes` has it row by row.\n"
    return f"{head}{told}\n{entry(found, config.released)}{_earlier(found.old.folder)}"


def entry(found: Differences, released: str | None = None) -> str:
    """One release: a line for each table that differs, the reasons, the schema."""
    date = f", {released}" if released else ""
    lines = [f"## {found.new.version}{date} (since {found.old.version})", ""]
    lines += [f"- {line}" for line in table_lines(found)] or ["- No row differs."]
    told = ", ".join(f"{reason} {count}" for reason, count in found.reasons().items())
    lines += [f"- Rows by reason: {told}."] if told else []
    lines += [f"- Schema {found.old.schema_version} to {found.new.schema_version}."] if _stepped(found) else []
    lines += [f"- Breaking: {problem}." for problem in found.breaking]
    lines += [f"- New in the schema: {thing}." for thing in found.additions]
    return "\n".join(lines) + "\n"


def table_lines(found: Differences) -> list[str]:
    """A line for each table that differs."""
    return [
        f"{table.table}: {table.added} added, {table.modified} modified, {table.deleted} removed"
        for table in found.tables
        if table.differs
    ]


def _stepped(found: Differences) -> bool:
    return found.old.schema_version != found.new.schema_version


def _earlier(folder: Path) -> str:
    """The entries of the previous release's changelog."""
    file = folder / FILE_NAME
    text = file.read_bytes().decode("utf-8") if file.is_file() else ""
    at = text.find(ENTRY)
    return text[at:] if at >= 0 else ""
