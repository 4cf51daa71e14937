"""`validation/report.html`: the results of all checks as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsledger.build.publish.templates import fill
from newsledger.schema.dataset import DatasetConfig

SEVERITIES = ("critical", "warning", "info")


def report_page(config: DatasetConfig, figures: Mapping[str, Any], results: Mapping[str, Any]) -> str:
    """The page: verdict, evidence, what did not hold, then every check by table."""
    every = results["results"]
    spans = [result for result in every if result["rule_id"].endswith(".rehashes") and result["table"] != "articles"]
    return fill(
        "report.html.j2",
        config=config,
        title=config.title or config.name,
        gate_passed=results.get("gate_passed", True),
        summary=results["summary"],
        failures=sorted((result for result in every if not result["success"]), key=_gravity),
        spans=sum(result["n_checked"] for result in spans),
        spans_failed=sum(result["n_failed"] for result in spans),
        tables=[_table(name, every, figures) for name in sorted({result["table"] for result in every})],
    )


def _gravity(result: Mapping[str, Any]) -> tuple[bool, int, str, str]:
    return (not result["errored"], SEVERITIES.index(result["severity"]), result["table"], result["rule_id"])


def _table(name: str, every: list[dict[str, Any]], figures: Mapping[str, Any]) -> dict[str, Any]:
    own = [result for result in every if result["table"] == name]
    stated = figures["tables"].get(name)
    filled = {column: facts["fill_rate"] for column, facts in stated["columns"].items()} if stated else {}
    return {
        "name": name,
        "rows": stated["rows"] if stated else None,
        "results": own,
        "passed": sum(result["success"] for result in own),
        "fill": filled,
    }
