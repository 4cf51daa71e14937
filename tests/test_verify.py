"""Verifying a release: a sound one is proved, and every injury fails and is named, also under seals made anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from injuries import OF_ROWS, SEALED, UNSEALED, Injury
from releases import edit_json, edit_text, release, rewrite, rows_of, seal

from newsledger.schema.article import Article
from newsledger.schema.built import Built
from newsledger.schema.casualties import Casualty
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError
from newsledger.schema.vocabularies import ReviewStatus, VictimClass
from newsledger.told_verify import tell_proof
from newsledger.validation import expectations
from newsledger.validation.report import CheckResult
from newsledger.validation.run import validate_release
from newsledger.verify import Proof, verify_release


@pytest.fixture(scope="module")
def own(articles: tuple[Article, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's copies of the articles."""
    folder = tmp_path_factory.mktemp("articles")
    for article in articles:
        (folder / article.source_name).write_text(article.text, encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def sound(
    built: Built, config: DatasetConfig, texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A release that follows another: one casualty came, one was corrected, one evacuation went."""
    folder = tmp_path_factory.mktemp("sound")
    first, second = built.tables["casualties"]
    old = replace(built, tables={**built.tables, "casualties": [first]})
    corrected = first.model_copy(update={"victim_class": VictimClass.CIVILIAN, "review_status": ReviewStatus.CORRECTED})
    assert isinstance(corrected, Casualty)
    line = {"table": "casualties", "id": corrected.casualty_id, "column": "victim_class", "value": "civilian"}
    tables = {**built.tables, "casualties": [corrected, second], "evacuations": built.tables["evacuations"][:1]}
    new = replace(built, tables=tables, corrections=json.dumps(line) + "\n")
    previous = release(old, config, folder / "old" / config.name)
    later = config.model_copy(update={"version": "2019.6.0"})
    yield release(new, later, folder / config.name, previous, lambda staged: validate_release(staged, texts))


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    """The release, to injure."""
    return Path(shutil.copytree(sound, tmp_path / sound.name))


@pytest.fixture(scope="module")
def rules(sound: Path) -> list[CheckResult]:
    """What Great Expectations finds on the sound release: slow, and the same for all injuries that are not of rows."""
    from newsledger.validation.tables import read_tables

    return expectations.run(sound, read_tables(sound))


def wrong(proof: Proof) -> dict[str, str]:
    """The messages of failed critical checks by rule."""
    return {r.rule_id: r.message for r in proof.report.results if not r.success and r.severity == "critical"}


def test_a_sound_release_is_proved_with_its_articles(
    sound: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = verify_release(sound, own)
    assert wrong(proof) == {} and proof.same_code
    assert tell_proof("here", proof, as_json=False) == 0
    told = capsys.readouterr().out
    assert "6 of 6 spans re-derived (100.0 %) from 2 articles" in told
    assert "all the same" in told and told.endswith("Verified.\n")
    assert tell_proof("here", proof, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["evidence"] == {"spans": 6, "hold": 6}


@pytest.mark.parametrize(
    ("injure", "rule", "named"), [case[1:] for case in UNSEALED], ids=[case[0] for case in UNSEALED]
)
def test_an_injury_is_named(
    injure: Injury, rule: str, named: str, copy: Path, rules: list[CheckResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expectations, "run", lambda *_: rules)
    injure(copy)
    found = wrong(verify_release(copy))
    assert rule in found and named in found[rule], found


@pytest.mark.parametrize(("injure", "rule", "named"), [case[1:] for case in SEALED], ids=[case[0] for case in SEALED])
def test_an_injury_is_named_though_the_seals_were_made_anew(
    injure: Injury,
    rule: str,
    named: str,
    copy: Path,
    own: Path,
    rules: list[CheckResult],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(expectations, "run", lambda *_: rules)
    event = rows_of(copy, "events")[0]["event_id"]
    injure(copy)
    if rule == "tombstones.gone":
        rewrite(copy, "tombstones", lambda rows: [{**r, "id": event} if r["id"] == "EVENT" else r for r in rows])
    seal(copy, content=not rule.startswith(("manifest.content", "manifest.rows")))
    proof = verify_release(copy, own)
    found = wrong(proof)
    assert "file.checksum" not in found and "manifest.files" not in found
    assert rule in found and named in found[rule], found
    assert proof.report.exit_code == 3


def test_injuries_to_rows_are_named_by_the_rule_book(copy: Path) -> None:
    for _, injure, _, _ in OF_ROWS:
        injure(copy)
    seal(copy, content=True)
    found = wrong(verify_release(copy))
    for _, _, rule, named in OF_ROWS:
        assert rule in found and named in found[rule], found


def test_the_matrix_has_more_than_twenty_injuries() -> None:
    assert len({case[0] for case in (*UNSEALED, *SEALED, *OF_ROWS)}) == len(UNSEALED) + len(SEALED) + len(OF_ROWS) > 50


@pytest.fixture
def quick(rules: list[CheckResult], monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave Great Expectations out."""
    monkeypatch.setattr(expectations, "run", lambda *_: rules)


def test_absent_articles_are_named_and_their_rows_go_unchecked(
    quick: None, sound: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(own / "velora.txt", tmp_path / "renamed.txt")
    proof = verify_release(sound, tmp_path)
    assert tell_proof("here", proof, as_json=False) == 0
    told = capsys.readouterr().out
    assert "5 of 5 spans" in told and "absent     lumo.txt" in told


def test_a_copy_of_the_same_name_with_another_text_fails(
    quick: None, sound: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(own, tmp_path / "own")
    (tmp_path / "own" / "lumo.txt").write_text("Another text.\n", encoding="utf-8")
    proof = verify_release(sound, tmp_path / "own")
    assert wrong(proof).keys() == {"articles.same_text"}
    assert tell_proof("here", proof, as_json=False) == 3
    assert "differing  lumo.txt" in capsys.readouterr().out


def test_other_code_may_write_other_documents_and_that_is_said(
    quick: None, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_json(copy, "provenance.json", lambda facts: facts["package"].update(version="0.0.1"))
    edit_text(copy, "DATASHEET.md", "a", "e")
    seal(copy)
    proof = verify_release(copy)
    assert wrong(proof) == {} and not proof.same_code
    assert tell_proof("here", proof, as_json=False) == 0
    assert "1 differ; other code made the release" in capsys.readouterr().out


def test_no_articles_where_they_should_be_is_one_sentence(sound: Path, tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"no \.txt file there"):
        verify_release(sound, tmp_path)
    with pytest.raises(PublisherError, match="no table of articles"):
        verify_release(tmp_path, sound)
