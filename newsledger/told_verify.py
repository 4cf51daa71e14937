"""What `newsledger verify` says: files, checks, documents, evidence, absent articles, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import typer

from newsledger.build.publish.rehydrate import Rehydrated
from newsledger.copies import Copies
from newsledger.schema.problem import PublisherError
from newsledger.schema.vocabularies import Severity
from newsledger.validation.report import CheckResult
from newsledger.verify import Proof


def tell_proof(name: str, proof: Proof, as_json: bool) -> int:
    """Print the proof; returns the exit code: 3 when anything is wrong, 1 when a check could not run."""
    if as_json:
        typer.echo(json.dumps(_as_dict(proof), indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(_lines(name, proof)))
    return proof.report.exit_code


def _as_dict(proof: Proof) -> dict[str, object]:
    checked, held = proof.spans
    return {
        "verified": proof.report.exit_code == 0,
        "version": proof.manifest.version if proof.manifest else None,
        "checks": len(proof.report.results),
        "same_code": proof.same_code,
        "evidence": {"spans": checked, "hold": held} if proof.copies else None,
        "absent_articles": list(proof.copies.absent) if proof.copies else None,
        "differing_articles": list(proof.copies.differing) if proof.copies else None,
        "injuries": [result.as_json() for result in _injuries(proof)],
    }


def _injuries(proof: Proof) -> list[CheckResult]:
    """What is wrong: failed critical checks, and checks that could not run."""
    wrong = [result for result in proof.report.results if not result.success]
    return [result for result in wrong if result.errored or result.severity is Severity.CRITICAL]


def _lines(name: str, proof: Proof) -> Iterator[str]:
    manifest, results = proof.manifest, proof.report.results
    told = f"{manifest.dataset} {manifest.version}, {len(manifest.files) + 2} files" if manifest else "no manifest"
    yield f"{name}: {told}"
    held = sum(result.success for result in results)
    yield f"  checks     {held:,} of {len(results):,} hold"
    yield f"  documents  {_documents(proof)}"
    yield from _evidence(proof)
    injuries = _injuries(proof)
    for injury in injuries:
        yield f"wrong: {injury.message}"
    yield "Verified." if not injuries else f"Not verified: {len(injuries)} check{'s' * (len(injuries) > 1)} failed."


def _documents(proof: Proof) -> str:
    made = next((result for result in proof.report.results if result.rule_id == "documents.derived"), None)
    if made is None:
        return "not made again: there is no manifest"
    if made.success:
        return f"{made.n_checked} made again from the data, all the same"
    other = "" if proof.same_code else "; other code made the release"
    return f"{made.n_checked} made again from the data, {made.n_failed} differ{other}"


def _evidence(proof: Proof) -> Iterator[str]:
    if proof.copies is None:
        yield "  evidence   not re-derived: name your copies of the articles with --articles"
        return
    checked, held = proof.spans
    rate = f" ({100 * held / checked:.1f} %)" if checked else ""
    yield f"  evidence   {held:,} of {checked:,} spans re-derived{rate} from {len(proof.copies.texts):,} articles"
    for name in proof.copies.absent:
        yield f"  absent     {name}: its rows went unchecked"
    for name in proof.copies.differing:
        yield f"  differing  {name}: your copy is not the text that the release was read from"


def demand_copies(copies: Copies, articles: Path) -> None:
    """Refuse copies that are none, or that are not the texts they seem.

    Raises:
        PublisherError: a copy has an article's name and another text, or there is no copy at all.
    """
    if copies.differing:
        raise PublisherError(
            f"{articles / copies.differing[0]}: is not the text that the release was read from"
            + (f" (and {len(copies.differing) - 1} more)" if len(copies.differing) > 1 else "")
            + "; put the original there, or take the file away. Nothing was written."
        )
    if not copies.texts:
        raise PublisherError(f"{articles}: holds none of the release's articles. Nothing was written.")


def tell_rehydrated(out: str, done: Rehydrated, copies: Copies, as_json: bool) -> None:
    """Say how many values were filled, and which articles are absent."""
    if as_json:
        absent = {"absent_articles": list(copies.absent), "rows_without_article": done.rows_without_article}
        typer.echo(json.dumps({"out": out, "filled": done.filled, **absent}, indent=2, ensure_ascii=False))
        return
    typer.echo(
        f"{out}: {sum(done.filled.values()):,} values filled from {len(copies.texts):,} articles; keep it private"
    )
    for column, count in done.filled.items():
        typer.echo(f"  {column:<28} {count:>7,}")
    for name in copies.absent:
        typer.echo(f"  absent: {name}")
    if done.rows_without_article:
        typer.echo(f"  {done.rows_without_article:,} rows of absent articles stay as they were")
