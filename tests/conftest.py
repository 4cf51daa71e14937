"""Fixtures: a small dataset made by hand, of every table, whose spans are true to its articles."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from velora import OTHER, TEXT, article_row, event_row, killed, moved, ordered, quoted, reported, unhurt

from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.built import Built, SameContent, SkippedArticle
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.row import Row
from newsledger.schema.skip import Reason, Skip

if TYPE_CHECKING:
    from hub_publisher import Publisher
    from hub_repos import Hub

os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")


@pytest.fixture(scope="session")
def articles() -> tuple[Article, Article]:
    """Two articles written for the tests."""
    metadata = ArticleMetadata(title="Shells hit a market", publisher="The Test Wire", published_date=date(2019, 5, 4))
    return (
        Article.from_bytes("velora.txt", TEXT.encode(), metadata),
        Article.from_bytes("lumo.txt", OTHER.encode()),
    )


@pytest.fixture(scope="session")
def built(articles: tuple[Article, Article]) -> Built:
    """What a build of the two articles might give."""
    first, second = articles
    event = event_row(first)
    tables: dict[str, list[Row]] = {
        "events": [event],
        "casualties": [killed(first, event.event_id), unhurt(second)],
        "statements": [quoted(first), reported(first)],
        "evacuations": [ordered(first), moved(first)],
    }
    tables["articles"] = [article_row(first, 6), article_row(second, 1)]
    return Built(
        articles=articles,
        tables=tables,
        skips=(
            Skip(
                article_id=first.article_id, table="casualties", start=5, end=9, rule_id="x", reason=Reason.FIGURATIVE
            ),
        ),
        skipped_articles=(SkippedArticle("empty.txt", "the file is empty"),),
        same_content=(SameContent("copy.txt", "velora.txt", first.article_id),),
    )


@pytest.fixture(scope="session")
def config() -> DatasetConfig:
    """A dataset description."""
    return DatasetConfig(
        name="velora-2019-05",
        title="The shelling of Velora",
        description="Two reports on one day in Velora.",
        licence="cc-by-4.0",
        version="2019.5.0",
        released="2019-05-10",
    )


@pytest.fixture(scope="session")
def texts(articles: tuple[Article, Article]) -> dict[str, str]:
    """The articles' texts by id."""
    return {article.article_id: article.text for article in articles}


@pytest.fixture(scope="session")
def make_release(built: Built, config: DatasetConfig, texts: dict[str, str]) -> Callable[[Path], Path]:
    """Build a finished release in a folder."""

    def make(folder: Path) -> Path:
        from releases import release

        from newsledger.validation.run import validate_release

        return release(built, config, folder, check=lambda staged: validate_release(staged, texts))

    return make


@pytest.fixture(scope="session")
def finished(make_release: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished release; tests that change it copy it first."""
    return make_release(tmp_path_factory.mktemp("out") / "velora-2019-05")


@pytest.fixture
def hub() -> Iterator[Hub]:
    """A stand-in for the Hub."""
    from hub_server import serve

    with serve() as running:
        yield running


@pytest.fixture
def push(hub: Hub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Publisher:
    """Publish in this process; what huggingface_hub reads at import is set on its constants."""
    from hub_publisher import Publisher
    from hub_repos import TOKEN
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", hub.url)
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", hub.url + "/{repo_id}/resolve/{revision}/{filename}")
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "no-token"))
    monkeypatch.delenv("HF_OIDC_RESOURCE", raising=False)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda seconds: None)
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    return Publisher(hub)


@pytest.fixture
def second(finished: Path, tmp_path: Path) -> Path:
    """The next version: one file changed, one new, one gone."""
    from hub_publisher import release_like

    return release_like(finished, tmp_path / "second", "2019.5.1")


@pytest.fixture
def staged(built: Built, config: DatasetConfig, tmp_path: Path) -> Path:
    """A release before its documents are written."""
    from newsledger.build.publish.stage import stage

    folder = tmp_path / "staged"
    stage(built, config, folder)
    return folder


@pytest.fixture
def copy(finished: Path, tmp_path: Path) -> Path:
    """A finished release to injure."""
    return Path(shutil.copytree(finished, tmp_path / "release"))


@pytest.fixture
def own(articles: tuple[Article, ...], tmp_path: Path) -> Path:
    """A user's own copies of the articles."""
    folder = tmp_path / "own"
    folder.mkdir()
    for article in articles:
        (folder / article.source_name).write_text(article.text, encoding="utf-8", newline="")
    return folder
