"""The command line: one command per stage, in the order of the work."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from newsledger import __version__
from newsledger.cli_releases import releases
from newsledger.schema.problem import PublisherError

app = typer.Typer(
    name="newsledger",
    help="Conflict news in; attributed claims out, each bound to the characters it came from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

INTERRUPTED = 130
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for machines.")]


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Conflict news in; attributed claims out, each bound to the characters it came from."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


@app.command()
def build(
    articles: Annotated[
        list[Path] | None, typer.Argument(help="Text files, or folders of .txt files; without it, the sample.")
    ] = None,
    dataset: Annotated[Path | None, typer.Option(help="The dataset.yml, if not beside the articles.")] = None,
    metadata: Annotated[Path | None, typer.Option(help="The sidecar (.jsonl or .csv), if not beside them.")] = None,
    out: Annotated[Path, typer.Option(help="The release is written to OUT/<dataset>/.")] = Path("dist"),
    strict: Annotated[bool, typer.Option("--strict", help="An unreadable article stops the build.")] = False,
    workers: Annotated[int, typer.Option(min=1, help="Processes for large builds.")] = 1,
    previous: Annotated[
        Path | None, typer.Option(help="The release before this one: keep its ids, and say what changed since.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Read articles, extract and validate claims, and write a dataset folder.

    Example: newsledger build reports/ --out dist
    """
    from newsledger.release import given_or_sample, make_release
    from newsledger.told import tell_outcome

    try:
        with given_or_sample(articles) as inputs:
            outcome = make_release(inputs, out, dataset, metadata, strict, workers, previous)
    except KeyboardInterrupt:
        typer.echo("newsledger: interrupted; nothing was released, an earlier release is untouched.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(tell_outcome(outcome, as_json))


@app.command()
def validate(
    release: Annotated[Path, typer.Argument(help="A release folder.")],
    articles: Annotated[Path | None, typer.Option(help="Your copies of the articles: re-check the evidence.")] = None,
    as_json: Json = False,
) -> None:
    """Check a release: files, schema, keys, rules, and with --articles every span of evidence.

    Example: newsledger validate dist/lebanon-2024-09
    """
    from newsledger.build.read.articles import read_inputs
    from newsledger.told import tell_report
    from newsledger.validation.run import validate_release

    texts = {a.article_id: a.text for a in read_inputs([articles]).articles} if articles else None
    raise typer.Exit(tell_report(validate_release(release, texts), as_json))


@app.command()
def schema(
    table: Annotated[str | None, typer.Argument(help="One table; without it, all.")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Add every rule with its measured precision.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Schema instead of the codebook.")] = False,
) -> None:
    """Print the tables and columns of the dataset.

    Example: newsledger schema casualties
    """
    from newsledger.schema import TABLES
    from newsledger.schema.codebook import codebook
    from newsledger.schema.json_schema import json_schema

    if table is not None and table not in TABLES:
        raise typer.BadParameter(f"no table {table!r}; there are {', '.join(TABLES)}.")
    models = [TABLES[table]] if table else list(TABLES.values())
    if as_json:
        schemas = {model.TABLE: json_schema(model) for model in models}
        typer.echo(json.dumps(schemas[table] if table else schemas, indent=2, ensure_ascii=False))
    else:
        from newsledger.build.extract.confidence import rule_table

        parts = [codebook(model) for model in models] + ([rule_table()] if rules else [])
        typer.echo("\n".join(parts), nl=False)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="The folder of articles.")] = Path(),
    name: Annotated[str | None, typer.Option(help="Name of the dataset; without it, the folder's name.")] = None,
    ci: Annotated[
        bool, typer.Option("--ci", help="Also write a GitHub workflow that checks, publishes and attests releases.")
    ] = False,
) -> None:
    """Write a dataset.yml beside the articles, and with --ci a release workflow for their repository.

    Example: newsledger init reports/ --name sudan-2026
    """
    from newsledger.build.read.dataset import FILE_NAME
    from newsledger.build.read.template import write_dataset

    if not (ci and (folder / FILE_NAME).exists()):
        typer.echo(f"Wrote {write_dataset(folder, name)}; edit it, then run: newsledger build {folder}")
    if ci:
        from newsledger.build.publish.workflow import write_workflow
        from newsledger.build.read.dataset import dataset_for

        typer.echo(f"Wrote {write_workflow(folder, dataset_for(folder).name)}; its first lines say what to set up.")


@app.command()
def publish(
    release: Annotated[Path, typer.Argument(help="A release folder.")],
    to: Annotated[
        str, typer.Option(metavar="REPO|DIR|s3://…", help="OWNER/NAME on the Hugging Face Hub, a folder, or a store.")
    ],
    tag: Annotated[str | None, typer.Option(help="The tag on the Hub; without it, v and the version.")] = None,
    private: Annotated[
        bool | None, typer.Option("--private/--public", help="How to make a new repository; else as the Hub does.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done; change nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Publish a checked release under its version: one commit and a tag on the Hub, or a folder per version.

    Example: newsledger publish dist/reports --to acme/reports --dry-run
    """
    from newsledger.told_publish import WHEN_INTERRUPTED, publish_release

    try:
        code = publish_release(release, to, tag, private, dry_run, as_json)
    except KeyboardInterrupt:
        typer.echo(WHEN_INTERRUPTED, err=True)
        raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(code)


@app.command()
def explain(
    record_id: Annotated[str, typer.Argument(help="A row's id, or its first characters.")],
    release: Annotated[
        list[Path] | None, typer.Option(help="Release folders to look in; without it, all under dist/.")
    ] = None,
    articles: Annotated[Path | None, typer.Option(help="Your copies of the articles, to show the sentence.")] = None,
    as_json: Json = False,
) -> None:
    """Show one claim in its sentence: rule, source, date reasoning, and what it is linked to.

    Example: newsledger explain 3f9a1c --articles reports/
    """
    from newsledger.explain import explain_record

    typer.echo(explain_record(record_id, release or sorted(Path("dist").glob("*/")), articles, as_json))


@app.command()
def evaluate(
    release: Annotated[Path, typer.Argument(help="A release folder.")],
    gold: Annotated[Path, typer.Option(help="A folder of hand annotations, one .json per article.")],
    articles: Annotated[Path | None, typer.Option(help="Your copies of the articles, to show mistakes.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List misses and false alarms in context.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Print how often each rule was right, as CSV.")] = False,
    as_json: Json = False,
) -> None:
    """Measure a release against hand annotations: precision, recall and F1 per table, accuracies per attribute.

    Example: newsledger evaluate dist/reports --gold gold/ --errors --articles reports/
    """
    from newsledger.build.evaluate.records import read_gold, read_release
    from newsledger.build.evaluate.scores import score
    from newsledger.build.read.articles import read_inputs
    from newsledger.told_scores import article_lines, mistake_lines, rule_lines, score_lines, scores_as_dict, tier_lines

    scores = score(read_release(release), read_gold(gold))
    if as_json:
        typer.echo(json.dumps(scores_as_dict(scores), indent=2, ensure_ascii=False))
        return
    if rules:
        typer.echo("\n".join(rule_lines(scores)))
        return
    texts = {a.source_name: a.text for a in read_inputs([articles]).articles} if articles else {}
    lines = [*score_lines(scores), "", *tier_lines(scores), "", *article_lines(scores)]
    typer.echo("\n".join([*lines, "", *mistake_lines(scores, texts)] if errors else lines))


@app.command()
def estimate(
    release: Annotated[Path, typer.Argument(help="A release folder.")],
    policy: Annotated[str | None, typer.Option(help="One policy; without it, all.")] = None,
    as_json: Json = False,
) -> None:
    """Recompute low, best and high of every event's tolls under named policies.

    Example: newsledger estimate dist/lebanon-2024-09 --policy most_conservative
    """
    from newsledger.schema.estimates import Policy
    from newsledger.told_links import estimate_text, policy_text

    if policy is not None and policy not in list(Policy):
        raise typer.BadParameter(f"no policy {policy!r}; there are:\n{policy_text()}", param_hint="--policy")
    typer.echo(estimate_text(release, Policy(policy) if policy else None, as_json))


@app.command()
def crosswalk(
    event_type: Annotated[str | None, typer.Argument(help="One native event type; without it, all.")] = None,
    as_json: Json = False,
) -> None:
    """Print what native event types are in ACLED, PLOVER, CAMEO, UCDP and IDMC terms, every target checked.

    Example: newsledger crosswalk air_strike
    """
    from newsledger.schema.vocabularies import EventType
    from newsledger.told_links import crosswalk_text

    if event_type is not None and event_type not in list(EventType):
        raise typer.BadParameter(f"no event type {event_type!r}; there are {', '.join(EventType)}.")
    typer.echo(crosswalk_text(EventType(event_type) if event_type else None, as_json))


app.add_typer(releases)


def run() -> None:
    """Run the command line; a user's mistake is one sentence on stderr and exit code 1."""
    try:
        app()
    except PublisherError as problem:
        typer.echo(f"newsledger: {problem}", err=True)
        sys.exit(1)
