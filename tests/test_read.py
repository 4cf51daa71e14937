"""Bad input is one clear sentence, or a skip with its reason; good input is read as it is."""

import json
import os
from pathlib import Path

import pytest

from newsledger.build.read.articles import MAX_BYTES, read_inputs
from newsledger.build.read.dataset import dataset_for, read_dataset
from newsledger.build.read.metadata import read_sidecar
from newsledger.build.read.template import write_dataset
from newsledger.schema.problem import PublisherError


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(raw)
    return folder


def test_text_is_never_altered(tmp_path: Path) -> None:
    raw = "\ufeffOne\r\ntwo\u00a0three\rfour\n"
    article = read_inputs([write(tmp_path, a__txt=raw)]).articles[0]
    assert article.text == raw


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "holds no text"),
        (" \r\n\u00a0\t \n".replace("\u00a0", " "), "holds no text"),
        (b"abc\xff\xfe", "not UTF-8 at byte 3"),
        (b"%PDF-1.7 \x00\x01", "binary file"),
        (b"one\x00two", "control character U+0000 at offset 3"),
        ("one\x07two", "control character U+0007 at offset 3"),
        (b"a" * (MAX_BYTES + 1), "more than the 5,000,000"),
    ],
)
def test_a_bad_article_is_skipped_with_its_reason(tmp_path: Path, content: str | bytes, words: str) -> None:
    inputs = read_inputs([write(tmp_path, bad__txt=content, good__txt="Two people were killed.")])
    assert [article.source_name for article in inputs.articles] == ["good.txt"]
    assert words in inputs.skipped[0].reason


def test_the_second_of_two_equal_files_is_listed_not_read(tmp_path: Path) -> None:
    inputs = read_inputs([write(tmp_path, a__txt="Same.", b__txt="Same.")])
    assert [a.source_name for a in inputs.articles] == ["a.txt"]
    assert [(s.source_name, s.same_as) for s in inputs.same_content] == [("b.txt", "a.txt")]


def test_a_missing_path_names_itself_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"nowhere: no such file or folder; give"):
        read_inputs([tmp_path / "nowhere"])


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"no \.txt file in this folder"):
        read_inputs([tmp_path])


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('{"source_name": "gone.txt"}', "line 1: describes 'gone.txt', which is not there"),
        ('\n{"source_name": "a.txt"', "line 2: not JSON at column"),
        ('["a.txt"]', "line 1: not a JSON object"),
        ('{"title": "x"}', "line 1: no source_name"),
        ('{"source_name": "a.txt", "published_date": "soon"}', "line 1: published_date 'soon' is no date"),
        ('{"source_name": "a.txt"}\n{"source_name": "a.txt"}', "line 2: 'a.txt' is described a second time"),
    ],
)
def test_a_bad_sidecar_line_is_named(tmp_path: Path, lines: str, words: str) -> None:
    with pytest.raises(PublisherError, match=r"articles\.jsonl") as caught:
        read_inputs([write(tmp_path, a__txt="Text.", articles__jsonl=lines)])
    assert words in str(caught.value)


def test_a_sidecar_may_be_csv_and_unknown_keys_warn(tmp_path: Path) -> None:
    table = 'source_name,published_date,rights,mood\na.txt,2024-09-25,"CC BY, mostly",sad\n'
    inputs = read_inputs([write(tmp_path, a__txt="Text.", articles__csv=table)])
    metadata = inputs.articles[0].metadata
    assert (str(metadata.published_date), metadata.licence) == ("2024-09-25", "CC BY, mostly")
    assert "unknown key 'mood'" in inputs.warnings[0]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('{"source_name": "a.txt", "title": "A", "title": "B"}', "line 1: says 'title' twice"),
        ('{"source_name": "a.txt", "published_date": "2024-09-25banana"}', "is no date"),
        ('{"source_name": "a.txt", "published_date": "20240925120000"}', "is no date"),
        ('{"source_name": "a.txt", "title": "\\ud83d"}', "line 1: title: holds U+D83D"),
        ('{"source_name": "a.txt", "title": "a\\u0000b"}', "line 1: title: holds U+0000"),
        ('{"source_name": "./a.txt"}', "line 1: './a.txt' is a path; write the file's name alone"),
        ('{"source_name": "a.txt", "x": ' + "[" * 100_000, "line 1: nested too deep"),
        ('{"source_name": "a.txt", "x": ' + "1" * 5000 + "}", "line 1: holds a number too long"),
    ],
)
def test_what_json_lets_pass_is_still_an_error(tmp_path: Path, lines: str, words: str) -> None:
    with pytest.raises(PublisherError, match=r"articles\.jsonl") as caught:
        read_inputs([write(tmp_path, a__txt="Text.", articles__jsonl=lines)])
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("source_name,title,title\na.txt,A,B\n", "line 1: two columns are named 'title'"),
        ('source_name,title\na.txt,"A\nb.txt,B\n', "line 2: cannot be read as CSV (unexpected end of data); close"),
        ("source_name,title\na.txt," + "x" * 200_000 + "\n", "line 2: cannot be read as CSV"),
        ("source_name;title\na.txt;A\n", "line 1: no column source_name; "),
    ],
)
def test_a_bad_csv_sidecar_is_named(tmp_path: Path, table: str, words: str) -> None:
    with pytest.raises(PublisherError, match=r"articles\.csv") as caught:
        read_inputs([write(tmp_path, a__txt="Text.", articles__csv=table)])
    assert words in str(caught.value)


@pytest.mark.parametrize("title", ["two\nlines", "a\u2028b", "a\u0085b"])
def test_a_csv_cell_is_never_altered(tmp_path: Path, title: str) -> None:
    table = f'source_name,title\n\n , \na.txt,"{title}"\n'
    inputs = read_inputs([write(tmp_path, a__txt="Text.", articles__csv=table)])
    assert inputs.articles[0].metadata.title == title


@pytest.mark.parametrize("value", ["2024-09-25T23:10:00Z", "2024-09-25 23:10+03:00", " 2024-09-25 ", "20240925"])
def test_a_date_may_carry_its_time(tmp_path: Path, value: str) -> None:
    line = json.dumps({"source_name": "a.txt", "published_date": value})
    inputs = read_inputs([write(tmp_path, a__txt="Text.", articles__jsonl=line)])
    assert str(inputs.articles[0].metadata.published_date) == "2024-09-25"


@pytest.mark.parametrize("licence", ["null", '""', '" "'])
def test_rights_are_read_where_the_licence_is_empty(tmp_path: Path, licence: str) -> None:
    line = f'{{"source_name": "a.txt", "licence": {licence}, "rights": "CC BY", "title": " "}}'
    metadata = read_inputs([write(tmp_path, a__txt="Text.", articles__jsonl=line)]).articles[0].metadata
    assert (metadata.licence, metadata.title) == ("CC BY", None)


def test_a_single_file_may_be_read_from_a_folder_that_describes_more(tmp_path: Path) -> None:
    lines = '{"source_name": "a.txt", "title": "A"}\n{"source_name": "b.txt"}'
    write(tmp_path, a__txt="A.", b__txt="B.", articles__jsonl=lines)
    assert [a.metadata.title for a in read_inputs([tmp_path / "a.txt"]).articles] == ["A"]


def test_a_missing_metadata_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"m\.jsonl: no such metadata file"):
        read_sidecar(tmp_path / "m.jsonl")


def test_a_dataset_without_a_file_is_named_after_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "My War 2024"
    folder.mkdir()
    assert dataset_for(folder).name == "my-war-2024"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name: [", "cannot be read as YAML"),
        ("just words", "no `key: value` lines"),
        ("name: a b", "name:"),
        ("name: a\ncolour: red", "colour: unknown key"),
        ("name: a/b", "[A-Za-z0-9]"),
        ("name: a\nname: b", "says 'name' twice"),
        ("name: a\nreleased: 2024-13-45", "cannot be read as YAML"),
        ('name: a\nreleased: "2024-13-45"', "released: '2024-13-45' is no date"),
        ('name: a\nversion: ""', "version: '' is no version"),
        ("name: a\nversion: ../x y", "version: '../x y' is no version"),
        ('name: a\ntitle: "\\ud83d"', "holds U+D83D"),
        ("name: " + "[" * 5000, "nested too deep"),
    ],
)
def test_a_bad_dataset_file_is_named(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(PublisherError, match=r"dataset\.yml") as caught:
        read_dataset(write(tmp_path, dataset__yml=content) / "dataset.yml")
    assert words in str(caught.value)


def test_init_writes_a_dataset_that_reads_back_and_never_overwrites(tmp_path: Path) -> None:
    assert read_dataset(write_dataset(tmp_path, "sudan-2026")).name == "sudan-2026"
    with pytest.raises(PublisherError, match="exists already"):
        write_dataset(tmp_path)


def test_a_version_keeps_the_digits_it_is_written_with(tmp_path: Path) -> None:
    assert read_dataset(write(tmp_path, dataset__yml="name: a\nversion: 1.10\n") / "dataset.yml").version == "1.10"


@pytest.mark.parametrize("name", ["2024", "yes", "1.0", "off", "0x10"])
def test_init_writes_names_that_yaml_would_take_for_something_else(tmp_path: Path, name: str) -> None:
    assert read_dataset(write_dataset(tmp_path, name)).name == name


def test_what_is_neither_file_nor_folder_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(PublisherError, match=r"pipe\.txt: is neither a file nor a folder"):
        read_inputs([tmp_path / "pipe.txt"])


def test_a_file_name_that_is_no_utf8_is_skipped(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("One.")
    (tmp_path / "good.txt").write_text("Two.")
    inputs = read_inputs([tmp_path])
    assert [article.source_name for article in inputs.articles] == ["good.txt"]
    assert [(skip.source_name, "rename" in skip.reason) for skip in inputs.skipped] == [("\\xff.txt", True)]


def test_a_folder_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(PublisherError, match=r"cannot be read \(Permission denied\); check"):
        read_inputs([tmp_path])
