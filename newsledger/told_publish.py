"""The gate before publishing, and what `newsledger publish` says."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from newsledger.build.publish.sealed import Sealed, named, read_sealed
from newsledger.build.publish.target import Kind, Published, Status, demand_access, publish, read_target
from newsledger.validation.report import Report
from newsledger.validation.terminal import render

WHEN_INTERRUPTED = (
    "newsledger: interrupted; the earlier release is whole. Run the same command again: it goes on from where it was."
)
DONE = {
    Status.PLANNED: "Dry run, nothing was changed. It would publish",
    Status.PUBLISHED: "Published",
    Status.TAGGED: "The data was there already; set the tag of",
    Status.UNCHANGED: "Nothing to do, this is published already:",
}


def publish_release(folder: Path, to: str, tag: str | None, private: bool | None, dry_run: bool, as_json: bool) -> int:
    """Verify a release, publish it when it is proved, and say what was done; returns the exit code of contract.md.

    Raises:
        PublisherError: the release is not finished or not whole, or the target refuses, conflicts or fails.
    """
    from newsledger.verify import verify_release

    target = read_target(to)
    release = read_sealed(folder)
    if not dry_run:
        demand_access(target)
    report = verify_release(folder).report
    if report.exit_code:
        _tell_refusal(report, as_json)
        return report.exit_code
    published = publish(release, target, tag, private, dry_run)
    for warning in published.warnings:
        typer.echo(f"warning: {warning}", err=True)
    typer.echo(
        json.dumps(as_dict(published), indent=2, ensure_ascii=False)
        if as_json
        else "\n".join(lines(release, published))
    )
    return 0


def _tell_refusal(report: Report, as_json: bool) -> None:
    if as_json:
        failed = [result.rule_id for result in report.results if not result.success]
        typer.echo(json.dumps({"exit_code": report.exit_code, "status": "refused", "failed_checks": failed}, indent=2))
        return
    typer.echo(render(report), err=True)
    typer.echo("Not published: the checks above failed; what is published is untouched.", err=True)


def as_dict(published: Published) -> dict[str, object]:
    """What was done, for machines."""
    return {
        "exit_code": 0,
        "status": str(published.status),
        "kind": str(published.target.kind),
        "target": published.target.address,
        "where": published.where,
        "version": published.version,
        "tag": published.tag,
        "commit": published.commit,
        "creates": published.creates,
        "added": list(published.plan.added),
        "changed": list(published.plan.changed),
        "deleted": list(published.plan.deleted),
        "warnings": list(published.warnings),
    }


def lines(release: Sealed, published: Published) -> list[str]:
    """What was done, for people."""
    name = release.manifest.dataset
    told = [f"{DONE[published.status]} {name} {published.version} {_place(published)}"]
    for paths, change in (
        (published.plan.added, "added"),
        (published.plan.changed, "changed"),
        (published.plan.deleted, "deleted"),
    ):
        if paths and published.status is Status.PLANNED:
            told += [f"  {change:<8} {path}" for path in paths]
        elif paths:
            told.append(f"  {len(paths):>3} {change}: {named(paths)}")
    if published.status is not Status.PLANNED:
        told += _load(release, published)
    return told


def _place(published: Published) -> str:
    """Where it is, in a phrase."""
    if published.target.kind is not Kind.HUB:
        return f"in {published.where}"
    made = " (a new dataset repository)" if published.creates else ""
    return f"to {published.target.address}{made}, tag {published.tag}"


def _load(release: Sealed, published: Published) -> list[str]:
    """How to read it back."""
    table = next((name for name in ("casualties", "statements") if name in release.manifest.tables), "articles")
    if published.target.kind is Kind.HUB:
        call = f"load_dataset({published.target.address!r}, {table!r}, revision={published.tag!r})"
        return ["Load it with:", f"  from datasets import load_dataset; {call}"]
    file = next(iter(release.manifest.tables[table].files), "") if table in release.manifest.tables else ""
    return ["Load it with:", f"  import pandas; pandas.read_parquet({published.where + '/' + file!r})"] if file else []
