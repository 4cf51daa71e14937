"""The standard forms of a release: valid against their schemas, true to the tables, readable by their own tools."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from newsledger.build.publish.finish import finish
from newsledger.build.publish.manifest import describe
from newsledger.build.publish.provenance import sources_sha256
from newsledger.build.publish.report_page import report_page
from newsledger.build.publish.stage import stage
from newsledger.build.publish.statistics import statistics
from newsledger.build.publish.templates import percent
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig, Maintainer

SCHEMAS = Path(__file__).parent / "schemas"
RESULTS: dict[str, Any] = {
    "results": [],
    "summary": {"checks": 0, "passed": 0, "errored": 0, "failed": {"critical": 0, "warning": 0, "info": 0}},
}
NAMELESS = DatasetConfig(name="bare")
NAMED = DatasetConfig(
    name="Velora.2019",
    title="Velora: <counts> & claims",
    description="Two reports | one day.",
    licence="cc-by-sa-4.0",
    version="2019.5",
    released="2019-05-10",
    maintainers=[Maintainer(name="Ida Ström", email="ida@example.org", orcid="0000-0002-1825-0097", affiliation="Lab")],
)


@pytest.fixture(scope="module", params=[NAMELESS, NAMED], ids=lambda config: config.name)
def release(request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("standards")
    stage(built, request.param, folder)
    finish(folder, built, request.param, json.dumps(RESULTS), (), {"casualties": "{}\n"}, "")
    return folder


def errors(schema: str, content: object) -> list[str]:
    """What a JSON Schema finds wrong."""
    stated = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(stated)
    return [error.message for error in validator(stated).iter_errors(content)]


def load(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_the_citation_is_a_citation_file(release: Path) -> None:
    text = (release / "CITATION.cff").read_text(encoding="utf-8")
    assert errors("cff-1.2.0.schema.json", yaml.load(text, Loader=yaml.BaseLoader)) == []
    assert yaml.safe_load(text)["type"] == "dataset"


def test_the_contract_is_an_open_data_contract(release: Path) -> None:
    content = yaml.safe_load((release / "contract.odcs.yaml").read_text(encoding="utf-8"))
    assert errors("odcs-3.1.0.schema.json", content) == []
    assert [table["name"] for table in content["schema"]] == list(TABLES)


def test_the_data_package_holds_keys_and_hashes(release: Path) -> None:
    package = load(release, "datapackage.json")
    assert errors("datapackage-1.schema.json", package) == []
    assert package["$schema"].endswith("/2.0/datapackage.json")
    for resource in package["resources"]:
        content = (release / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
        assert resource["schema"]["primaryKey"] == list(TABLES[resource["name"]].KEY)
    links = {r["name"]: r["schema"].get("foreignKeys", []) for r in package["resources"]}
    assert {"fields": ["event_id"], "reference": {"resource": "events", "fields": ["event_id"]}} in links["casualties"]


def test_a_link_to_a_table_without_rows_is_left_out(built: Built, tmp_path: Path) -> None:
    stage(replace(built, tables=built.tables | {"events": []}), NAMELESS, tmp_path)
    finish(tmp_path, built, NAMELESS, json.dumps(RESULTS), ())
    resources = {resource["name"]: resource for resource in load(tmp_path, "datapackage.json")["resources"]}
    assert "events" not in resources
    assert [link["fields"] for link in resources["casualties"]["schema"]["foreignKeys"]] == [["article_id"]]


def test_croissant_validates_and_its_records_load(release: Path) -> None:
    mlcroissant = pytest.importorskip("mlcroissant")
    dataset = mlcroissant.Dataset(str(release / "croissant.json"))
    assert not dataset.metadata.issues.errors
    rows = {name: described.rows.num_rows for name, described in describe(release).items()}
    assert {r.uuid: sum(1 for _ in dataset.records(r.uuid)) for r in dataset.metadata.record_sets} == rows
    [event] = dataset.records("events")
    assert event["events/mentions"][0]["events/mentions/rule_id"] == b"by_hand"


def test_croissant_finds_a_changed_file(release: Path, tmp_path: Path) -> None:
    mlcroissant = pytest.importorskip("mlcroissant")
    copy = shutil.copytree(release, tmp_path / "copy")
    path = copy / "data/casualties/train-00000-of-00001.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"X")
    dataset = mlcroissant.Dataset(str(copy / "croissant.json"))
    with pytest.raises(mlcroissant.GenerationError, match="casualties"):
        list(dataset.records("casualties"))


def test_croissant_says_where_it_comes_from_and_what_to_mind(release: Path) -> None:
    content = load(release, "croissant.json")
    assert "http://mlcommons.org/croissant/RAI/1.0" in content["conformsTo"]
    for field in ("dataCollection", "dataBiases", "dataLimitations", "personalSensitiveInformation", "dataUseCases"):
        assert content[f"rai:{field}"]
    released = yaml.safe_load((release / "dataset.yml").read_text(encoding="utf-8")).get("released")
    assert content.get("datePublished") == released


def test_every_table_has_its_json_schema(release: Path, built: Built) -> None:
    for name, model in TABLES.items():
        schema = load(release, f"schemas/{name}.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        for row in built.tables.get(name, []):
            assert list(jsonschema.Draft202012Validator(schema).iter_errors(row.model_dump(mode="json"))) == []
        assert set(schema["properties"]) == set(model.model_fields)


def test_vocabularies_are_listed_with_the_columns_that_use_them(release: Path) -> None:
    with (release / "vocab" / "index.csv").open(encoding="utf-8", newline="") as file:
        index = {row["file"]: row for row in csv.DictReader(file)}
    assert {path.name for path in (release / "vocab").iterdir()} == set(index) | {"index.csv"}
    assert "events.mentions.block_type" in index["block_type.csv"]["columns"].split()
    codes = (release / "vocab" / "outcome.csv").read_text(encoding="utf-8").splitlines()
    assert codes == ["code", "killed", "injured", "missing", "abducted", "casualties"]
    assert all(row["meaning"] for row in index.values())


def test_statistics_count_what_is_there(release: Path) -> None:
    figures = load(release, "statistics.json")
    columns = figures["tables"]["casualties"]["columns"]
    assert figures["tables"]["casualties"]["rows"] == 2
    assert (columns["count"]["min"], columns["count"]["max"], columns["count"]["distinct"]) == (0, 14, 2)
    assert columns["outcome"]["codes"] == {"killed": 1, "injured": 1}
    assert columns["event_id"]["fill_rate"] == 0.5 and columns["also"]["members"] == 0
    assert columns["date_start"]["min"] == "2019-05-03"
    assert figures["rows_by_source"]["velora.txt"] == {"casualties": 1, "statements": 2, "evacuations": 2}


def test_provenance_names_sources_tools_and_inputs_but_no_clock_and_no_commit(release: Path) -> None:
    content = load(release, "provenance.json")
    assert [entry["source_name"] for entry in content["inputs"]] == ["lumo.txt", "velora.txt"]
    assert set(content["sources_sha256"]) == {"newsledger.schema", "newsledger.build", "newsledger.validation"}
    assert content["tools"]["pyarrow"] and content["models"] == []
    assert not {"git", "commit", "host", "time", "user"} & set(json.dumps(content).replace('"', " ").split())


def test_the_hash_of_the_sources_goes_by_their_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "somepackage"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "__pycache__").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    before = sources_sha256.__wrapped__("somepackage", (".py",))
    (package / "__pycache__" / "x.py").write_text("compiled")
    (package / "notes.md").write_text("not code")
    assert sources_sha256.__wrapped__("somepackage", (".py",)) == before
    (package / "more.py").write_text("x = 1")
    assert sources_sha256.__wrapped__("somepackage", (".py",)) != before


class _Page(HTMLParser):
    """Collects what a page would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "action", "data")]


def test_the_report_page_needs_no_network_and_runs_no_script(release: Path) -> None:
    text = (release / "validation" / "report.html").read_text(encoding="utf-8")
    page = _Page()
    page.feed(text)
    assert page.fetched == [] and not {"script", "link", "img", "iframe"} & set(page.tags)
    assert "url(" not in text and "@import" not in text


def failed(severity: str, errored: bool = False) -> dict[str, Any]:
    return {
        "rule_id": "count.has_words",
        "table": "casualties",
        "column": "count",
        "severity": severity,
        "success": False,
        "errored": errored,
        "n_checked": 1200,
        "n_failed": 3,
        "example_ids": ["<b>id</b>"],
        "reason": "Why it matters.",
        "message": "the check could not run",
    }


@pytest.mark.parametrize(
    ("result", "gate", "words"),
    [
        (failed("warning"), True, ["Fit for release", "1,200", "Why it matters.", "&lt;b&gt;id&lt;/b&gt;"]),
        (failed("critical"), False, ["Not fit for release", 'class="critical"']),
        (failed("critical", errored=True), True, ["Not fit for release", "crashed", "the check could not run"]),
    ],
)
def test_the_report_page_says_what_did_not_hold(result: dict[str, Any], gate: bool, words: list[str]) -> None:
    summary = RESULTS["summary"] | {"errored": int(result["errored"])}
    page = report_page(NAMED, {"tables": {}}, {"results": [result], "summary": summary, "gate_passed": gate})
    for word in words:
        assert word in page
    assert "Velora: &lt;counts&gt; &amp; claims" in page


def test_the_licence_and_the_datasheet_state_the_terms(release: Path) -> None:
    licence = (release / "LICENSE").read_text(encoding="utf-8")
    assert ("CC-BY-SA-4.0" in licence) or ("No standard licence" in licence)
    sheet = (release / "DATASHEET.md").read_text(encoding="utf-8")
    for heading in ("Motivation", "Composition", "Collection and labelling", "Uses", "Distribution", "Maintenance"):
        assert f"## {heading}" in sheet


def test_zenodo_has_the_fields_it_demands(release: Path) -> None:
    content = load(release, ".zenodo.json")
    assert content["upload_type"] == "dataset" and content["title"] and content["description"] and content["creators"]


def test_suites_and_quarantine_are_carried(finished: Path) -> None:
    suite = load(finished, "expectations/casualties.json")
    rules = [entry["meta"]["rule_id"] for entry in suite["expectations"]]
    assert rules == sorted(rules) and "quantifier.at_least" in rules
    assert "quality_results" in {path.stem for path in (finished / "expectations").iterdir()}
    assert (finished / "validation" / "quarantine.jsonl").read_text() == ""


def test_figures_of_an_empty_release_are_empty() -> None:
    assert statistics({}) == {"tables": {}, "rows_by_source": {}, "rows_by_country": {}}


def test_the_whole_folder_is_the_same_twice(
    make_release: Callable[[Path], Path], finished: Path, tmp_path: Path
) -> None:
    again = make_release(tmp_path / "again")
    files = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(finished) for path in finished.rglob("*") if path.is_file())
    assert [path for path in files if (again / path).read_bytes() != (finished / path).read_bytes()] == []


def test_shares_are_rounded_towards_honesty() -> None:
    assert percent(0.99999) == "99.9 %" and percent(0.33333) == "33.3 %"
