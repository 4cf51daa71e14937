"""What `newsledger verify` says: files, checks, documents, evidence, absent articles, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator

import typer

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
