"""The recipes for other CIs in ci/ and docs/ci.md: valid for their readers, and run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import parse

import pytest
import yaml
from command import ROOT, START
from ferrow_glass import BAD, GOOD
from runner import loaded, write
from test_changed_only import PULL_REQUEST, checkout, git, origin

import advancelint
import built

__all__ = ["origin"]  # a fixture
TAG = f"v{advancelint.__version__}"
SOURCE = f"git+{advancelint.HOME}@{TAG}"
RECIPES = ("ci/gitlab.yml", "ci/azure-pipelines.yml", "ci/Jenkinsfile")
CONFIG = """\
rules:
  unpinned-uses:
    config:
      policies: {"example/*": any, "github/*": ref-pin, "actions/*": hash-pin}
"""


def text_of(name: str) -> str:
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text_of("docs/ci.md"), flags=re.MULTILINE | re.DOTALL)


def valid(schema: str, *words: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *words]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr


# --- valid


def test_they_are_what_their_readers_expect() -> None:
    valid("gitlab-ci", "--data-transform", "gitlab-ci", os.path.join(ROOT, "ci", "gitlab.yml"))
    # Patterns of this schema and of the next are not ones that every engine reads.
    patterns = ("--regex-variant", "python")
    valid(
        "azure-pipelines",
        *patterns,
        "--data-transform",
        "azure-pipelines",
        os.path.join(ROOT, "ci", "azure-pipelines.yml"),
    )


@pytest.fixture
def workflows(tmp_path: Path) -> list[str]:
    found = [block for block in blocks("yaml") if block.startswith("# .github/workflows/")]
    assert len(found) == 2
    for number, block in enumerate(found):
        (tmp_path / f"{number}.yml").write_text(block, "utf-8")
    return [str(tmp_path / f"{number}.yml") for number in range(len(found))]


def test_the_workflows_of_the_documentation_are_valid_and_without_a_hole(workflows: list[str], tmp_path: Path) -> None:
    valid("github-workflows", "--regex-variant", "python", *workflows)
    (tmp_path / "zizmor.yaml").write_text(CONFIG, "utf-8")
    zizmor = os.path.join(os.path.dirname(sys.executable), "zizmor")
    command = [zizmor, "--offline", "--no-progress", "--config", str(tmp_path / "zizmor.yaml"), *workflows]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_workflows_use_inputs_and_outputs_that_the_action_has(workflows: list[str]) -> None:
    action = yaml.safe_load(text_of("action.yml"))
    for path in workflows:
        text = Path(path).read_text("utf-8")
        (job,) = yaml.safe_load(text)["jobs"].values()
        (step,) = [step for step in job["steps"] if step["uses"].partition("@")[0].endswith("/advancelint")]
        assert step["uses"].partition("@")[2] == TAG
        assert set(step["with"]) <= set(action["inputs"])
        assert set(re.findall(r"steps\.plans\.outputs\.([a-z-]+)", text)) <= set(action["outputs"])
        assert step["with"] == {name: str(value) for name, value in step["with"].items()}


def test_the_same_tool_is_named_everywhere() -> None:
    for name in (*RECIPES, "docs/ci.md"):
        found = set(re.findall(r"git\+https?://\S+?@[\w.]+", text_of(name)))
        assert found == {SOURCE}, name
    assert {word for block in blocks("yaml") for word in re.findall(r"\bref: (\S+)", block)} == {TAG}


def test_the_variables_that_a_team_sets_are_those_of_the_gitlab_job() -> None:
    (job,) = yaml.safe_load(text_of("ci/gitlab.yml")).values()
    (example,) = [block for block in blocks("yaml") if "include:" in block]
    assert set(yaml.safe_load(example)["variables"]) <= set(job["variables"])


# --- run


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """An environment in which the tool is installed, and pipx and uvx run what they are told to."""
    programs = tmp_path / "bin"
    tool = f'exec {shlex.quote(sys.executable)} -c {shlex.quote(START)} "$@"'
    write(programs, "advancelint", f"#!/bin/sh\n{tool}\n")
    launch = 'while [ "$1" != advancelint ]; do shift; done; shift'
    write(programs, "pipx", f"#!/bin/sh\n[ $1 = run ] || exit 9\n{launch}\n{tool}\n")
    write(programs, "uvx", f"#!/bin/sh\n{launch}\n{tool}\n")
    for name in os.listdir(programs):
        (programs / name).chmod(0o755)
    (tmp_path / "agent").mkdir()
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": built.place(),
        "PYTHONIOENCODING": "utf-8",
        "SOURCE_DATE_EPOCH": "1780272000",  # 2026-06-01
        "AGENT_TEMPDIRECTORY": str(tmp_path / "agent"),
        "HOME": str(tmp_path),
    }


def shell(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["bash", "--noprofile", "--norc", "-e", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def gitlab(machine: dict[str, str], **variables: str) -> tuple[str, dict[str, str]]:
    (job,) = yaml.safe_load(text_of("ci/gitlab.yml")).values()
    (script,) = job["script"]
    # The tool stands elsewhere here; how it is installed is told by the line before.
    assert any("pip install" in line and '"$ADVANCELINT_SOURCE"' in line for line in job["before_script"])
    return script.replace("/tmp/advancelint/bin/", ""), {**job["variables"], **machine, **variables}


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    write(tmp_path / "plans", "Acme Corp/good.md", GOOD)
    write(tmp_path / "plans", "Acme Corp/bad.md", BAD)
    return tmp_path / "plans"


def failed(path: Path) -> list[str]:
    return [case.get("classname") or "" for case in parse(path).iter("testcase") if case.find("failure") is not None]


@pytest.mark.parametrize(("options", "code"), [("", 1), ("--fail-on never --profile pharma", 0)])
def test_the_gitlab_job_writes_its_artifacts(plans: Path, machine: dict[str, str], options: str, code: int) -> None:
    script, environment = gitlab(machine, ADVANCELINT_PATH="Acme Corp", ADVANCELINT_OPTIONS=options)
    ended = shell(script, plans, environment)
    assert ended.returncode == code, ended.stderr
    assert "AD401" in ended.stdout
    (job,) = yaml.safe_load(text_of("ci/gitlab.yml")).values()
    quality, junit = (job["artifacts"]["reports"][name] for name in ("codequality", "junit"))
    assert [quality, junit] == job["artifacts"]["paths"]
    found: list[dict[str, Any]] = loaded(str(plans / quality))
    assert {one["location"]["path"] for one in found} == {"Acme Corp/bad.md"}
    assert len(failed(plans / junit)) == 1


def test_the_gitlab_job_compares_with_the_target_of_the_merge_request(
    origin: Path, tmp_path: Path, machine: dict[str, str]
) -> None:
    """Its runner fetches the commit under test alone, but with its whole history."""
    clone = checkout(origin, tmp_path / "clone")
    git(clone, "update-ref", "-d", "refs/remotes/origin/main")
    target = {
        "ADVANCELINT_CHANGED_ONLY": "true",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": PULL_REQUEST["GITHUB_BASE_REF"],
    }
    script, environment = gitlab(machine, **target)
    ended = shell(script, clone, environment)
    assert ended.returncode == 1, ended.stderr
    assert {one["location"]["path"] for one in loaded(str(clone / "gl-code-quality-report.json"))} == {"new.md"}
    script, environment = gitlab(machine, ADVANCELINT_CHANGED_ONLY="true")
    assert shell(script, clone, environment).returncode == 1
    assert len({one["location"]["path"] for one in loaded(str(clone / "gl-code-quality-report.json"))}) == 3
    script, environment = gitlab(machine, **{**target, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "gone"})
    assert shell(script, clone, environment).returncode not in (0, 1), "what cannot be compared is not green"


def azure() -> list[str]:
    steps = yaml.safe_load(text_of("ci/azure-pipelines.yml"))["steps"]
    scripts = [step["bash"] for step in steps if "bash" in step]
    assert not [script for script in scripts if "$(" in script], "a macro would be put into the script as text"
    return scripts


def test_the_azure_pipeline_tells_of_issues_tests_and_a_summary(plans: Path, machine: dict[str, str]) -> None:
    _, check, summary = azure()
    ended = shell(check, plans, machine)
    assert ended.returncode == 1, ended.stderr
    assert "##vso[task.logissue type=error;sourcepath=Acme Corp/bad.md;" in ended.stdout
    agent = Path(machine["AGENT_TEMPDIRECTORY"])
    assert len(failed(agent / "advancelint-junit.xml")) == 1
    assert shell(summary, plans, machine).stdout == f"##vso[task.uploadsummary]{agent}/advancelint.md\n"
    os.unlink(agent / "advancelint.md")
    assert shell(summary, plans, machine).stdout == ""


def test_the_azure_pipeline_compares_with_the_target_of_the_pull_request(
    origin: Path, tmp_path: Path, machine: dict[str, str]
) -> None:
    clone = checkout(origin, tmp_path / "clone")
    target = {"ADVANCELINT_CHANGED_ONLY": "true", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}
    ended = shell(azure()[1], clone, {**machine, **target})
    assert set(re.findall(r"type=error;sourcepath=([^;]+);", ended.stdout)) == {"new.md"}
    ended = shell(azure()[1], clone, {**machine, "ADVANCELINT_CHANGED_ONLY": "false"})
    assert set(re.findall(r"type=error;sourcepath=([^;]+);", ended.stdout)) == {"new.md", "old.md", "since.md"}


def test_the_jenkins_pipeline_writes_the_report_that_it_publishes(plans: Path, machine: dict[str, str]) -> None:
    text = text_of("ci/Jenkinsfile")
    assert text.count("{") == text.count("}")
    script = re.search(r"sh '''(.*?)'''", text, flags=re.DOTALL)
    published = re.search(r"junit testResults: '([^']+)'", text)
    assert script
    assert published
    # Groovy reads a backslash at the end of a line as none.
    ended = shell(script[1], plans, machine)
    assert ended.returncode == 1, ended.stderr
    assert len(failed(plans / published[1])) == 1


def test_the_lines_for_any_ci_judge(plans: Path, machine: dict[str, str]) -> None:
    write(plans, "plans/bad.md", BAD)
    lines = [line for block in blocks("sh") for line in block.splitlines() if re.match("pipx|uvx", line)]
    assert len(lines) == 2
    for line in lines:
        ended = shell(line, plans, machine)
        assert ended.returncode == 1, ended.stderr
        assert "plans/bad.md:15:" in ended.stdout
