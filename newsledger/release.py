"""One release from start to end: read, build, stage, validate, finish, move into place. Nothing is half-written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from newsledger.build.read.articles import Inputs, read_inputs
from newsledger.build.read.corrections import Corrections, corrections_for
from newsledger.build.read.dataset import dataset_for
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError
from newsledger.validation.report import RELEASE, Report, make_report, outcome

if TYPE_CHECKING:
    from newsledger.build.publish.history import History

WORKERS_FROM = 200


@dataclass(frozen=True)
class Outcome:
    """What a build came to: the folder when it was released, and the report either way."""

    folder: Path | None
    config: DatasetConfig
    built: Built
    report: Report
    warnings: tuple[str, ...]


@contextmanager
def sample_articles() -> Iterator[Path]:
    """The folder of sample articles that comes with the package."""
    with as_file(files("newsledger.build") / "data" / "sample") as folder:
        yield folder


@contextmanager
def given_or_sample(articles: Sequence[Path] | None) -> Iterator[Sequence[Path]]:
    """The articles a user names, or else the sample."""
    if articles:
        yield articles
    else:
        with sample_articles() as sample:
            yield [sample]


def make_release(
    articles: Sequence[Path],
    out: Path,
    dataset: Path | None = None,
    metadata: Path | None = None,
    strict: bool = False,
    workers: int = 1,
    previous: Path | None = None,
) -> Outcome:
    """Build, validate and release a dataset into `out/<dataset>/`; with a previous release, say what changed since.

    Raises:
        PublisherError: bad input, no readable article, an article skipped under `strict`, a previous release that
            cannot be one, or a folder that cannot be written. The previous release is untouched then.
    """
    from newsledger.build.publish.place import check_target, staging_folder

    config = dataset_for(articles[0], dataset)
    check_target(out / config.name)
    known = _known(previous, config)
    inputs = read_inputs(articles, metadata)
    _demand_articles(inputs, strict)
    built = _build(inputs, workers, known, corrections_for(articles[0], dataset))
    if built.skipped_articles and (strict or not built.articles):
        raise PublisherError(_told(built.skipped_articles[0].source_name, built.skipped_articles[0].reason))
    target = out / config.name
    with staging_folder(target) as staging:
        staged = _staged(built, config, staging, previous)
        report = staged.report
        released = _publish(built, config, staged, staging, target) if report.exit_code == 0 else None
    return Outcome(released, config, built, report, (*inputs.warnings, *built.unused_corrections))


def _demand_articles(inputs: Inputs, strict: bool) -> None:
    if inputs.skipped and (strict or not inputs.articles):
        raise PublisherError(_told(inputs.skipped[0].source_name, inputs.skipped[0].reason))


def _told(name: str, reason: str) -> str:
    return f"{name}: {reason}."


def _known(previous: Path | None, config: DatasetConfig) -> frozenset[str]:
    """The ids of events that survive, when a previous release is named and can be one."""
    from newsledger.build.publish.history import check_previous
    from newsledger.build.publish.tombstones import event_ids

    if previous is None:
        return frozenset()
    check_previous(previous, config)
    return event_ids(previous)


def _build(inputs: Inputs, workers: int, known: frozenset[str], corrections: Corrections | None) -> Built:
    """Run the pipeline, with a bar on a terminal."""
    import typer

    from newsledger.build.pipeline import build

    workers = workers if len(inputs.articles) >= WORKERS_FROM else 1
    if not sys.stderr.isatty():
        return build(inputs, workers, None, known, corrections)
    with typer.progressbar(length=len(inputs.articles), label="Reading articles", file=sys.stderr) as bar:
        return build(inputs, workers, bar.update, known, corrections)


@dataclass(frozen=True)
class _Staged:
    """A staged release that was checked: the report, and what it says of the release before it."""

    report: Report
    history: History | None


def _staged(built: Built, config: DatasetConfig, staging: Path, previous: Path | None) -> _Staged:
    from newsledger.build.publish.history import write_history
    from newsledger.build.publish.stage import stage
    from newsledger.validation.run import validate_release

    stage(built, config, staging)
    history = write_history(previous, built, config, staging) if previous is not None else None
    texts = {article.article_id: article.text for article in built.articles}
    report = validate_release(staging, texts)
    return _Staged(report if history is None else _with_step(report, history), history)


def _with_step(report: Report, history: History) -> Report:
    """The report with the check that a schema which breaks readers says so in its version."""
    demand = history.step_demand
    reason = "A schema that breaks readers of the previous release takes a step in its version."
    result = outcome("schema.step", RELEASE, reason, 1, ["SCHEMA_VERSION"] if demand else [], detail=demand)
    return make_report([*report.results, result], report.rows, report.expectations)


def _publish(built: Built, config: DatasetConfig, staged: _Staged, staging: Path, target: Path) -> Path:
    from newsledger.build.publish.finish import finish
    from newsledger.build.publish.load import verify_loads
    from newsledger.build.publish.place import publish_into

    report = staged.report
    finish(
        staging,
        built,
        config,
        report.canonical_json(),
        report.quality_results(),
        report.expectations,
        report.quarantine(),
        staged.history,
    )
    verify_loads(staging)
    publish_into(staging, target)
    return target
