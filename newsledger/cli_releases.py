"""The commands for whole releases: compare, prove, fill from the articles, propose assertions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

releases = typer.Typer()
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for machines.")]
Release = Annotated[Path, typer.Argument(help="A release folder.")]


@releases.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The older release.")],
    new: Annotated[Path, typer.Argument(help="The newer release.")],
    changes: Annotated[bool, typer.Option("--changes", help="List every change, not only their number.")] = False,
    as_json: Json = False,
) -> None:
    """Say what differs between two releases, why, and whether it breaks readers (exit code 3 without a schema step).

    Example: newsledger diff dist/2026.10/reports dist/2026.11/reports --changes
    """
    from newsledger.build.publish.changes import differences
    from newsledger.build.publish.sides import side_of_release
    from newsledger.told_diff import tell_differences

    found = differences(side_of_release(old), side_of_release(new))
    raise typer.Exit(tell_differences(found, changes, as_json))


@releases.command()
def verify(
    release: Release,
    articles: Annotated[
        Path | None, typer.Option(help="Your copies of the articles: re-derive every span of evidence.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Prove a release: checksums, schema, keys, rules, documents made again, and with --articles all evidence.

    Example: newsledger verify dist/lebanon-2024-09 --articles reports/
    """
    from newsledger.told_verify import tell_proof
    from newsledger.verify import verify_release

    raise typer.Exit(tell_proof(str(release), verify_release(release, articles), as_json))


@releases.command()
def rehydrate(
    release: Release,
    articles: Annotated[Path, typer.Option(help="Your copies of the articles.")],
    out: Annotated[Path, typer.Option(help="A new folder for the copy.")],
    as_json: Json = False,
) -> None:
    """Write a private copy of a release with evidence and content filled in from your own articles.

    Example: newsledger rehydrate dist/lebanon-2024-09 --articles reports/ --out private/lebanon
    """
    from newsledger.build.publish.rehydrate import rehydrate as fill
    from newsledger.copies import copies_of
    from newsledger.told_verify import demand_copies, tell_rehydrated

    copies = copies_of(release, articles)
    demand_copies(copies, articles)
    tell_rehydrated(str(out), fill(release, copies.texts, copies.absent, out), copies, as_json)


@releases.command()
def propose(release: Release) -> None:
    """Print assertions that a healthy release suggests, for dataset.yml: a minimum is fatal, a maximum warns.

    Example: newsledger propose dist/reports >> reports/dataset.yml
    """
    from newsledger.schema.problem import PublisherError
    from newsledger.validation.proposal import proposal_yaml, propose_assertions

    if not (release / "data").is_dir():
        raise PublisherError(f"{release}: holds no release (no data/ folder); name the folder of one dataset.")
    typer.echo(proposal_yaml(propose_assertions(release)), nl=False)
