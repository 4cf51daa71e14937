"""The workflows: jobs, order of the gates, least rights, no stored secret, and commands that exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from newsledger import cli
from newsledger.build.publish.workflow import write_workflow
from newsledger.schema.problem import PublisherError

ROOT = Path(__file__).parents[1]
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
INDEX_HOST = re.compile(r"index-url|pypi\.|conda\.|registry\.|proxy\.golang", re.IGNORECASE)


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `newsledger init --ci` writes."""
    repository = tmp_path_factory.mktemp("repository")
    (repository / ".git").mkdir()
    (repository / "reports" / "2026 north").mkdir(parents=True)
    return write_workflow(repository / "reports" / "2026 north", "north-2026")


@pytest.fixture(params=[*(path.name for path in OURS), "init --ci"])
def file(request: pytest.FixtureRequest, users: Path) -> Path:
    return users if request.param == "init --ci" else ROOT / ".github" / "workflows" / request.param


@pytest.fixture(params=["release.yml", "init --ci"])
def release(request: pytest.FixtureRequest, users: Path) -> dict[str, Any]:
    path = users if request.param == "init --ci" else ROOT / ".github" / "workflows" / "release.yml"
    return read(path)


def read(path: Path) -> dict[str, Any]:
    """A workflow; YAML reads its key `on` as true."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return {"on" if key is True else key: value for key, value in content.items()}


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def gates(workflow: dict[str, Any]) -> list[int]:
    """The last gate that each step names."""
    named = [re.match(r"Gates? (?:\d+ to )?(\d+)", step.get("name", "")) for step in steps(workflow)]
    return [int(match[1]) for match in named if match]


def test_there_is_a_workflow_for_tests_and_one_for_releases() -> None:
    assert [path.name for path in OURS] == ["release.yml", "test.yml"]


def test_the_test_workflow_runs_what_the_contributing_guide_says() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "test.yml")
    assert steps(workflow)[-1]["run"] == ".ci/run"
    assert workflow["on"].keys() >= {"push", "pull_request"}
    assert workflow["permissions"] == {"contents": "read"}


def test_gates_run_in_the_order_of_the_design(release: dict[str, Any]) -> None:
    assert gates(release) == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


def test_bytes_of_two_builds_are_compared_under_different_hash_seeds(release: dict[str, Any]) -> None:
    text = str(release)
    assert "diff --recursive first second" in text
    assert re.search(r"PYTHONHASHSEED\D+1\b", text) and re.search(r"PYTHONHASHSEED\D+2\b", text)


def test_only_the_publishing_job_can_prove_who_it_is(release: dict[str, Any]) -> None:
    assert release["permissions"] == {}
    *before, last = release["jobs"].values()
    assert last["permissions"] == {"contents": "read", "id-token": "write", "attestations": "write"}
    assert [job["permissions"] for job in before] == [{"contents": "read"}] * len(before)
    assert last["needs"] in release["jobs"]
    assert last["environment"] == "release"


def test_publishing_is_trusted_and_stores_no_token(file: Path, release: dict[str, Any]) -> None:
    text = file.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "HF_TOKEN" not in text
    publishing = next(step for step in steps(release) if "Gate 11" in step.get("name", ""))
    assert publishing["env"]["HF_OIDC_RESOURCE"].startswith("datasets/${{ vars.HF_")
    assert re.search(r"newsledger publish \S+ --to \S+ --tag ", publishing["run"])


def test_the_checksums_are_attested_after_publishing(release: dict[str, Any]) -> None:
    last = steps(release)[-1]
    assert last["uses"] == "actions/attest@v4"
    assert last["with"]["subject-checksums"].endswith("/SHA256SUMS")


def test_a_pull_request_publishes_nothing(users: Path) -> None:
    workflow = read(users)
    assert "pull_request" in workflow["on"]
    assert workflow["jobs"]["publish"]["if"] == "github.event_name == 'push'"
    assert workflow["on"]["push"] == {"tags": ["v*"]}


def test_the_artifact_carries_hidden_files(users: Path) -> None:
    upload = next(step for step in steps(read(users)) if "upload-artifact" in step.get("uses", ""))
    assert upload["with"]["include-hidden-files"] is True


def test_actions_are_githubs_own_and_pinned_to_a_major_version(file: Path) -> None:
    used = [step["uses"] for step in steps(read(file)) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used), used


def test_a_checkout_leaves_no_credentials_behind(file: Path) -> None:
    checkouts = [step for step in steps(read(file)) if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_scripts_take_values_from_the_environment_only(file: Path) -> None:
    assert [step["run"] for step in steps(read(file)) if "${{" in step.get("run", "")] == []


def test_every_job_ends_and_names_its_machine(file: Path) -> None:
    for job in read(file)["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job["runs-on"] == "ubuntu-24.04"


def test_no_workflow_names_a_package_index(file: Path) -> None:
    assert not INDEX_HOST.search(file.read_text(encoding="utf-8"))


def test_every_command_and_option_in_a_script_exists(file: Path) -> None:
    commands = get_command(cli.app).commands  # type: ignore[attr-defined]
    for step in steps(read(file)):
        for line in step.get("run", "").splitlines():
            for call in re.findall(r"(?<![\w./-])newsledger ([a-z]+ [^;&|]*|[a-z]+$)", line):
                name, *words = shlex.split(call)
                assert name in commands, line
                known = {option for parameter in commands[name].params for option in parameter.opts}
                assert {word for word in words if word.startswith("--")} <= known, line


def test_python_in_a_script_compiles_and_its_imports_exist(file: Path) -> None:
    for step in steps(read(file)):
        for script in re.findall(r"<<'END'\n(.*?)\n *END", step.get("run", ""), re.DOTALL):
            compile(script, str(file), "exec")
            imports = [line for line in script.splitlines() if line.startswith(("import ", "from "))]
            exec("\n".join(imports), {})
        for module in re.findall(r"python -m (newsledger\.[\w.]+)", step.get("run", "")):
            assert (ROOT / (module.removeprefix("newsledger.").replace(".", "/") + ".py")).is_file()


def test_scripts_are_good_bash(file: Path) -> None:
    for step in steps(read(file)):
        done = subprocess.run(["bash", "-n"], input=step.get("run", ""), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_actionlint_finds_nothing(file: Path) -> None:
    linter = shutil.which("actionlint")
    if linter is None:
        pytest.skip("actionlint is not installed")
    done = subprocess.run([linter, str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_users_workflow_knows_its_dataset_wherever_its_articles_lie(users: Path) -> None:
    assert users.parts[-3:] == (".github", "workflows", "release.yml")
    assert (users.parents[2] / ".git").is_dir()
    env = read(users)["env"]
    assert (env["ARTICLES"], env["DATASET"]) == ("reports/2026 north", "north-2026")
    assert re.fullmatch(r"newsledger\[croissant\]==\d+\.\d+\.\d+\S*", env["NEWSLEDGER"])


def test_an_existing_workflow_is_not_overwritten(users: Path) -> None:
    before = users.read_bytes()
    with pytest.raises(PublisherError, match="exists already"):
        write_workflow(users.parents[2] / "reports", "other")
    assert users.read_bytes() == before


def test_outside_a_git_repository_the_workflow_lies_beside_the_articles(tmp_path: Path) -> None:
    if any((parent / ".git").exists() for parent in tmp_path.parents):
        pytest.skip("the temporary folder is in a git repository")
    assert write_workflow(tmp_path, "x") == tmp_path.resolve() / ".github" / "workflows" / "release.yml"
    assert read(tmp_path / ".github" / "workflows" / "release.yml")["env"]["ARTICLES"] == "."


def test_init_adds_a_workflow_to_an_existing_dataset(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "dataset.yml").write_text("name: north-2026\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["newsledger", "init", str(tmp_path), "--ci"])
    with pytest.raises(SystemExit) as stop:
        cli.run()
    assert not stop.value.code
    assert "release.yml" in capsys.readouterr().out
    assert (tmp_path / "dataset.yml").read_text(encoding="utf-8") == "name: north-2026\n"
    assert read(tmp_path / ".github" / "workflows" / "release.yml")["env"]["DATASET"] == "north-2026"
