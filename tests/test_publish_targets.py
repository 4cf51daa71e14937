"""Publishing into folders and object stores: a folder per version, complete with its checksums, never overwritten."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
import s3fs
from moto.server import ThreadedMotoServer

from newsledger.build.publish.manifest import write_checksums
from newsledger.build.publish.sealed import Plan, Sealed, read_sealed
from newsledger.build.publish.storage import Place
from newsledger.build.publish.target import Kind, Published, Status, publish, read_target
from newsledger.schema.problem import PublisherError
from newsledger.told_publish import lines

BUCKET = "releases"
SHARD = "data/casualties/train-00000-of-00001.parquet"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> s3fs.S3FileSystem:
    """An empty bucket, and the environment in which boto finds it."""
    for name, value in {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    system = s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False)
    if system.exists(BUCKET):
        system.rm(BUCKET, recursive=True)
    system.mkdir(BUCKET)
    return system


@pytest.fixture(params=["folder", "s3"])
def to(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A target of each kind."""
    if request.param == "folder":
        return str(tmp_path / "published")
    request.getfixturevalue("bucket")
    return f"s3://{BUCKET}/news"


def push(release: Path, to: str, dry_run: bool = False) -> Published:
    return publish(read_sealed(release), read_target(to), dry_run=dry_run)


def held(to: str) -> dict[str, bytes]:
    """Every file under a target."""
    if not to.startswith("s3"):
        root = Path(to)
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}
    system = s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False)
    root_name = to.removeprefix("s3://")
    return {name.removeprefix(root_name + "/"): system.cat_file(name) for name in system.find(root_name)}


def expected(release: Path, version: str) -> dict[str, bytes]:
    files = {file.relative_to(release).as_posix(): file for file in release.rglob("*") if file.is_file()}
    return {f"velora-2019-05/{version}/{path}": file.read_bytes() for path, file in files.items()}


def version_of(release: Path, folder: Path, version: str, note: str = "") -> Path:
    """A sealed copy of a release, under another version or with another card."""
    shutil.copytree(release, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"version": version}), encoding="utf-8")
    (folder / "README.md").write_text((folder / "README.md").read_text(encoding="utf-8") + note, encoding="utf-8")
    write_checksums(folder)
    return folder


def test_each_version_has_a_folder_of_its_own(to: str, finished: Path, tmp_path: Path) -> None:
    done = push(finished, to)
    assert (done.status, done.creates) == (Status.PUBLISHED, True)
    assert held(to) == expected(finished, "2019.5.0")
    second = version_of(finished, tmp_path / "second", "2019.5.1")
    assert push(second, to).status is Status.PUBLISHED
    assert held(to) == expected(finished, "2019.5.0") | expected(second, "2019.5.1")
    assert len(pd.read_parquet(f"{done.where}/{SHARD}")) == 2
    assert done.where in "\n".join(lines(read_sealed(finished), done))


def test_the_same_release_again_is_left_as_it_is(to: str, finished: Path) -> None:
    push(finished, to)
    again = push(finished, to)
    assert (again.status, again.plan) == (Status.UNCHANGED, Plan())


def test_a_published_version_is_never_overwritten(to: str, finished: Path, tmp_path: Path) -> None:
    push(finished, to)
    other = version_of(finished, tmp_path / "other", "2019.5.0", note="More.\n")
    with pytest.raises(PublisherError, match=r"published already with other content.*new `version` in dataset\.yml"):
        push(other, to)
    assert held(to) == expected(finished, "2019.5.0")


def test_a_dry_run_writes_nothing(to: str, finished: Path) -> None:
    planned = push(finished, to, dry_run=True)
    assert planned.status is Status.PLANNED
    assert len(planned.plan.added) == len(expected(finished, ""))
    assert held(to) == {}


@pytest.mark.parametrize("after", [0, 1, 7])
def test_an_interrupted_upload_is_no_release_and_the_next_run_completes_it(
    after: int, to: str, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Place.put
    done: list[str] = []

    def interrupted(place: Place, source: Path, path: str) -> None:
        if len(done) == after:
            raise ConnectionError("the line went dead")
        done.append(path)
        put(place, source, path)

    with monkeypatch.context() as during:
        during.setattr(Place, "put", interrupted)
        with pytest.raises(PublisherError, match=r"the line went dead\).*complete there without SHA256SUMS"):
            push(finished, to)
    assert [path for path in held(to) if path.endswith(("SHA256SUMS", "manifest.json"))] == []
    assert push(finished, to).status is Status.PUBLISHED
    assert held(to) == expected(finished, "2019.5.0")


def test_the_seals_are_written_last(to: str, finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put = Place.put
    order: list[str] = []

    def noted(place: Place, source: Path, path: str) -> None:
        order.append(path)
        put(place, source, path)

    monkeypatch.setattr(Place, "put", noted)
    push(finished, to)
    assert order[-2:] == ["manifest.json", "SHA256SUMS"]


def test_a_file_that_arrives_otherwise_is_noticed_before_the_seal(
    to: str, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Place.put

    def garbled(place: Place, source: Path, path: str) -> None:
        put(place, finished / "LICENSE" if path == "README.md" else source, path)

    monkeypatch.setattr(Place, "put", garbled)
    with pytest.raises(PublisherError, match=r"README\.md: is not what was written"):
        push(finished, to)
    assert not any(path.endswith("SHA256SUMS") for path in held(to))


def test_a_file_lost_from_a_published_version_is_put_back(finished: Path, tmp_path: Path) -> None:
    push(finished, str(tmp_path / "published"))
    (tmp_path / "published" / "velora-2019-05" / "2019.5.0" / "LICENSE").unlink()
    done = push(finished, str(tmp_path / "published"))
    assert done.plan == Plan(added=("LICENSE",))
    assert held(str(tmp_path / "published")) == expected(finished, "2019.5.0")


def test_someone_elses_files_are_left_alone(finished: Path, tmp_path: Path) -> None:
    mine = tmp_path / "published" / "velora-2019-05" / "2019.5.0" / "thesis.docx"
    mine.parent.mkdir(parents=True)
    mine.write_text("years of work")
    with pytest.raises(PublisherError, match=r"holds thesis\.docx, which is no part of this one"):
        push(finished, str(tmp_path / "published"))
    assert held(str(tmp_path / "published")) == {"velora-2019-05/2019.5.0/thesis.docx": b"years of work"}


def test_a_version_is_not_put_inside_the_release_itself(finished: Path) -> None:
    with pytest.raises(PublisherError, match="inside the release"):
        push(finished, str(finished))
    read_sealed(finished)


def test_a_missing_bucket_is_one_sentence(bucket: s3fs.S3FileSystem, finished: Path) -> None:
    with pytest.raises(PublisherError, match=r"^s3://nowhere/news: cannot be published to \(.*are whole"):
        push(finished, "s3://nowhere/news")
    assert not bucket.exists("nowhere")


def test_an_unwritable_folder_is_one_sentence(finished: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PublisherError, match="cannot be published to"):
        push(finished, str(tmp_path / "file"))


def test_missing_credentials_are_one_sentence(
    bucket: s3fs.S3FileSystem, finished: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    with pytest.raises(PublisherError, match="NoCredentialsError"):
        push(finished, f"s3://{BUCKET}/news")
    assert bucket.find(BUCKET) == []


def test_a_store_whose_package_is_missing_says_which(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(import_module("fsspec.registry")._registry, "s3", raising=False)
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(PublisherError, match=r"needs a package that is not installed: newsledger\[s3\]"):
        push(finished, "s3://bucket/news")
    with pytest.raises(PublisherError, match="nosuch://bucket: cannot be published to"):
        push(finished, "nosuch://bucket")


def test_a_published_version_passes_sha256sum(finished: Path, tmp_path: Path) -> None:
    done = push(finished, str(tmp_path / "published"))
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=done.where, check=True)


@pytest.mark.parametrize("option", [{"tag": "v2019.5.0"}, {"private": True}, {"private": False}])
def test_options_of_the_hub_are_refused_elsewhere(option: dict[str, object], finished: Path, tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match="is for the Hub only"):
        publish(sealed(finished), read_target(str(tmp_path)), **option)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def sealed(release: Path) -> Sealed:
    return read_sealed(release)


@pytest.mark.parametrize(
    ("to", "kind", "address"),
    [
        ("acme/news", Kind.HUB, "acme/news"),
        ("hf://datasets/acme/news", Kind.HUB, "acme/news"),
        ("https://huggingface.co/datasets/acme/news/", Kind.HUB, "acme/news"),
        ("./acme/news", Kind.FOLDER, "./acme/news"),
        ("../news", Kind.FOLDER, "../news"),
        ("/srv/news", Kind.FOLDER, "/srv/news"),
        ("~/news", Kind.FOLDER, "~/news"),
        ("news", Kind.FOLDER, "news"),
        ("acme/news/2026", Kind.FOLDER, "acme/news/2026"),
        ("file:///srv/news", Kind.FOLDER, "file:///srv/news"),
        ("s3://bucket/news", Kind.STORE, "s3://bucket/news"),
        ("gs://bucket", Kind.STORE, "gs://bucket"),
    ],
)
def test_what_a_target_means_follows_from_how_it_is_written(to: str, kind: Kind, address: str) -> None:
    target = read_target(to)
    assert (target.kind, target.address) == (kind, address)


@pytest.mark.parametrize("to", ["", " ", "hf://acme/news", "https://example.org/news", "hf://datasets/acme"])
def test_a_target_that_means_nothing_is_refused(to: str) -> None:
    with pytest.raises(PublisherError, match="--to"):
        read_target(to)


def test_a_name_that_is_a_folder_here_must_be_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acme" / "news").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PublisherError, match=r"write \./acme/news for it, or hf://datasets/acme/news for the Hub"):
        read_target("acme/news")
