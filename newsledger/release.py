"""One release from start to end: read, build, stage, validate, finish, move into place. Nothing is half-written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from newsledger.build.read.articles import Inputs, read_inputs
from newsledger.build.read.dataset import dataset_for
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError
from newsledger.validation.report import Report

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
) -> Outcome:
    """Build, validate and release a dataset into `out/<dataset>/`.

    Raises:
        PublisherError: bad input, no readable article, an article skipped under `strict`, or a folder that cannot be
            written. The previous release is untouched then.
    """
    from newsledger.build.publish.place import check_target, staging_folder

    config = dataset_for(articles[0], dataset)
    check_target(out / config.name)
    inputs = read_inputs(articles, metadata)
    _demand_articles(inputs, strict)
    built = _build(inputs, workers)
    if built.skipped_articles and (strict or not built.articles):
        raise PublisherError(_told(built.skipped_articles[0].source_name, built.skipped_articles[0].reason))
    target = out / config.name
    with staging_folder(target) as staging:
        report = _validated(built, config, staging)
        released = _publish(built, config, report, staging, target) if report.exit_code == 0 else None
    return Outcome(released, config, built, report, inputs.warnings)


def _demand_articles(inputs: Inputs, strict: bool) -> None:
    if inputs.skipped and (strict or not inputs.articles):
        raise PublisherError(_told(inputs.skipped[0].source_name, inputs.skipped[0].reason))


def _told(name: str, reason: str) -> str:
    return f"{name}: {reason}."


def _build(inputs: Inputs, workers: int) -> Built:
    """Run the pipeline, with a bar on a terminal."""
    import typer

    from newsledger.build.pipeline import build

    workers = workers if len(inputs.articles) >= WORKERS_FROM else 1
    if not sys.stderr.isatty():
        return build(inputs, workers)
    with typer.progressbar(length=len(inputs.articles), label="Reading articles", file=sys.stderr) as bar:
        return build(inputs, workers, bar.update)


def _validated(built: Built, config: DatasetConfig, staging: Path) -> Report:
    from newsledger.build.publish.stage import stage
    from newsledger.validation.run import validate_release

    stage(built, config, staging)
    texts = {article.article_id: article.text for article in built.articles}
    return validate_release(staging, texts)


def _publish(built: Built, config: DatasetConfig, report: Report, staging: Path, target: Path) -> Path:
    from newsledger.build.publish.finish import finish
    from newsledger.build.publish.load import verify_loads
    from newsledger.build.publish.place import publish_into

    finish(
        staging,
        built,
        config,
        report.canonical_json(),
        report.quality_results(),
        report.expectations,
        report.quarantine(),
    )
    verify_loads(staging)
    publish_into(staging, target)
    return target
