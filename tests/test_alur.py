"""The workflows and what surrounds them: few rights, pinned actions, nothing of strangers in a shell."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
RIGHTS = {"contents": {"read"}, "pages": {"write"}, "id-token": {"write"}}


def _load(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


GITLAB = _load(ROOT / ".gitlab-ci.yml")


def _zizmor(*arguments: object) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).parent / "zizmor"
    command = [str(tool), "--offline", "--no-progress", "--pedantic", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_zizmor_finds_nothing() -> None:
    done = _zizmor(GITHUB)
    assert "No findings to report" in done.stdout + done.stderr
    assert done.returncode == 0


def test_zizmor_is_alive(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "salah.yml").write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v6\n      - run: echo ${{ github.event.pull_request.title }}\n"
    )
    done = _zizmor(tmp_path)
    assert done.returncode != 0
    assert {"dangerous-triggers", "template-injection", "unpinned-uses"} <= set(
        re.findall(r"\[([a-z-]+)\]", done.stdout)
    )


def test_there_are_the_workflows_that_the_guide_names() -> None:
    assert [path.stem for path in WORKFLOWS] == ["malam", "periksa", "terbit", "uji"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_few_and_given_job_by_job(workflow: Path) -> None:
    told = _load(workflow)
    assert told["permissions"] == {}
    assert "pull_request_target" not in told["on"] and "workflow_run" not in told["on"]
    for job in told["jobs"].values():
        assert job["timeout-minutes"]
        for right, level in job["permissions"].items():
            assert level in RIGHTS[right]


def test_only_the_job_that_publishes_may_publish_and_it_runs_no_code_of_ours() -> None:
    job = _load(GITHUB / "workflows" / "terbit.yml")["jobs"]["terbit"]
    assert job["permissions"] == {"pages": "write", "id-token": "write"}
    assert [sorted(step) for step in job["steps"]] == [["id", "name", "uses"]]
    others = [
        job
        for path in WORKFLOWS
        for name, job in _load(path)["jobs"].items()
        if (path.stem, name) != ("terbit", "terbit")
    ]
    assert {tuple(job["permissions"].items()) for job in others} == {(("contents", "read"),)}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_with_its_version_and_no_shell_sees_an_expression(workflow: Path) -> None:
    for line in workflow.read_text(encoding="utf-8").splitlines():
        if " uses: " in line:
            assert PINNED.fullmatch(line.split("uses: ")[1])
    for job in _load(workflow)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_the_commands_of_the_workflows_exist() -> None:
    from catalog.commands.arguments import parse_arguments

    scripts = [
        step.get("run", "") for path in WORKFLOWS for job in _load(path)["jobs"].values() for step in job["steps"]
    ]
    scripts += [line for job in GITLAB.values() if isinstance(job, dict) for line in job.get("script", [])]
    called = [
        command
        for script in scripts
        for command in re.findall(r"build_catalog\.py ([^>\n|]+)", script.replace("\\\n", " "))
    ]
    assert len(called) >= 13
    for command in called:
        parse_arguments([word.strip('"') for word in re.sub(r'"\$\([^)]*\)"', "2026-11-22", command).split()])


def test_gitlab_does_what_github_does() -> None:
    jobs = {name for name, job in GITLAB.items() if isinstance(job, dict) and "script" in job}
    assert jobs == {"periksa", "uji", "pages", "malam"}
    assert GITLAB["periksa"]["artifacts"]["reports"] == {"codequality": "mutu.json"}
    for name in jobs:
        for line in GITLAB[name]["script"]:
            assert not re.search(
                r"\$\{?CI_(MERGE_REQUEST_(TITLE|DESCRIPTION|SOURCE)|COMMIT_(MESSAGE|TITLE|REF_NAME))", line
            )


@pytest.mark.parametrize("form", sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.name)
def test_issue_forms_are_whole(form: Path) -> None:
    told = _load(form)
    if form.name == "config.yml":
        assert told == {"blank_issues_enabled": "true"}
        return
    assert {"name", "description", "body"} <= set(told)
    ids = [one["id"] for one in told["body"] if "id" in one]
    assert len(ids) == len(set(ids)) and ids
    labels = [one["attributes"]["label"] for one in told["body"] if one["type"] != "markdown"]
    assert len(labels) == len(set(labels))


def test_folders_that_codeowners_names_exist() -> None:
    text = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8")
    folders = re.findall(r"^(?:# )?(/\S+/)\s+@", text, re.MULTILINE)
    assert "/innovations/kab-blora/" in folders
    assert [folder for folder in folders if not (ROOT / folder.strip("/")).is_dir()] == []


def test_every_command_explains_itself_in_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    from catalog.commands.arguments import parse_arguments

    for command in ("check", "ringkas", "new", "terima", "konfirmasi", "tautan", "skema"):
        with pytest.raises(SystemExit) as left:
            parse_arguments([command, "--help"])
        said = capsys.readouterr().out
        assert left.value.code == 0
        assert said.startswith("cara pakai: build_catalog.py " + command)
        assert not re.search(r"\b(usage|options|show this|arguments)\b", said)
