"""A private copy filled from the articles: whole evidence in it, the release untouched, nothing taken on trust."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from releases import release, rewrite, rows_of, seal

from newsledger.build.publish.rehydrate import rehydrate
from newsledger.copies import copies_of
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig, EvidencePolicy
from newsledger.schema.problem import PublisherError
from newsledger.told_verify import demand_copies, tell_rehydrated


@pytest.fixture
def folder(built: Built, config: DatasetConfig, tmp_path: Path) -> Path:
    """A release of offsets alone, which keeps no reported words either."""
    lean = config.model_copy(update={"evidence": EvidencePolicy.OFFSETS, "max_reproduced_share": 0.0})
    return release(built, lean, tmp_path / config.name)


def test_evidence_and_withheld_content_are_filled_and_hash_to_what_the_rows_state(
    folder: Path, own: Path, texts: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "SHA256SUMS").read_bytes()
    copies = copies_of(folder, own)
    demand_copies(copies, own)
    done = rehydrate(folder, copies.texts, copies.absent, tmp_path / "private")
    assert (folder / "SHA256SUMS").read_bytes() == before
    for table in ("casualties", "statements", "evacuations"):
        assert {row["evidence_text"] for row in rows_of(folder, table)} == {None}
        for row in rows_of(tmp_path / "private", table):
            words = texts[row["article_id"]][row["evidence_start"] : row["evidence_end"]]
            assert row["evidence_text"] == words and row.get("content", words) == words
    assert done.filled == {
        "casualties.evidence_text": 2,
        "evacuations.evidence_text": 2,
        "statements.content": 1,
        "statements.evidence_text": 2,
    }
    tell_rehydrated("private", done, copies, as_json=False)
    assert "7 values filled from 2 articles; keep it private" in capsys.readouterr().out
    assert not (tmp_path / "private" / "manifest.json").exists()
    assert "do not publish" in (tmp_path / "private" / "README.md").read_text()


def test_the_copy_loads_with_datasets(folder: Path, own: Path, tmp_path: Path) -> None:
    import datasets

    rehydrate(folder, copies_of(folder, own).texts, (), tmp_path / "private")
    loaded = datasets.load_dataset(
        str(tmp_path / "private"), "casualties", split="train", cache_dir=str(tmp_path / "c")
    )
    assert loaded.num_rows == 2 and all(loaded["evidence_text"])


def test_rows_of_absent_articles_stay_as_they_were_and_are_counted(
    folder: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "lumo.txt").unlink()
    copies = copies_of(folder, own)
    done = rehydrate(folder, copies.texts, copies.absent, tmp_path / "private")
    assert done.rows_without_article == 1
    tell_rehydrated("private", done, copies, as_json=False)
    assert "absent: lumo.txt" in capsys.readouterr().out
    tell_rehydrated("private", done, copies, as_json=True)
    assert json.loads(capsys.readouterr().out)["absent_articles"] == ["lumo.txt"]
    assert json.loads((tmp_path / "private" / "rehydrated.json").read_text())["absent_articles"] == ["lumo.txt"]


def test_a_copy_with_another_text_is_refused(folder: Path, own: Path) -> None:
    (own / "lumo.txt").write_text("Another text.\n")
    with pytest.raises(PublisherError, match=r"lumo\.txt: is not the text"):
        demand_copies(copies_of(folder, own), own)
    for file in own.glob("*.txt"):
        file.rename(own / f"not-{file.name}")
    (own / "not-velora.txt").write_text("Another text.\n")
    with pytest.raises(PublisherError, match="none of the release's articles"):
        demand_copies(copies_of(folder, own), own)


def test_evidence_that_does_not_hash_is_refused_and_nothing_is_written(folder: Path, own: Path, tmp_path: Path) -> None:
    rewrite(folder, "casualties", lambda rows: [{**row, "evidence_sha256": "0" * 64} for row in rows])
    seal(folder, content=True)
    with pytest.raises(PublisherError, match="does not hash to evidence_sha256"):
        rehydrate(folder, copies_of(folder, own).texts, (), tmp_path / "private")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["own", folder.name])


def test_it_is_never_done_in_place_nor_over_what_is_there(folder: Path, own: Path, tmp_path: Path) -> None:
    texts = copies_of(folder, own).texts
    for out in (folder, folder / "private", folder.parent):
        with pytest.raises(PublisherError, match="lies in the release"):
            rehydrate(folder, texts, (), out)
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    with pytest.raises(PublisherError, match="is not empty"):
        rehydrate(folder, texts, (), other)
