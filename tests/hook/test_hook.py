"""The hook as other repositories get it: the real pre-commit and manifest, an environment built from this tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import NamedTuple

import pytest
import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MANIFEST = os.path.join(ROOT, ".pre-commit-hooks.yaml")

GOOD = """---
type: call-plan
account: Ferrow Glass
date: 2026-06-09
stage: discover
our-team: [Jun Okada]
---
# Furnace call

**Sales objective:** Ferrow Glass orders one burner retrofit (EUR 90k) by 30 November 2026.
**Client's win:** gas per tonne down by a tenth before the winter tariff.
**Attendees:** Lena Marsh (Ferrow Glass), Jun Okada
**Why they see us:** their gas bill of the winter.

**Objective:** Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026.
**Fallback:** Lena names the meter of furnace 2 on the call.
"""
BAD = GOOD.replace(
    "Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026.", "Demonstrate the burner to Lena Marsh."
)


class Repository(NamedTuple):
    """A scratch git repository and the environment in which git and pre-commit run."""

    path: str
    environment: dict[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.path, env=self.environment, capture_output=True, encoding="utf-8", check=False
        )

    def git(self, *arguments: str) -> None:
        run = self.run("git", *arguments)
        assert run.returncode == 0, run.stderr

    def write(self, name: str, text: str) -> None:
        path = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *arguments)


def clean_environment(home: str) -> dict[str, str]:
    """The caller's environment without what git, a running hook or a source tree on the path would bring in."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT"))
        and name not in ("PYTHONPATH", "FORCE_COLOR", "SOURCE_DATE_EPOCH")
    }
    author = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Test"), ("EMAIL", "test@example.invalid"))
    }
    return {
        **kept,
        **author,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": home,
        "SOURCE_DATE_EPOCH": "1780272000",  # 2026-06-01, so that the calls above stay ahead of "today"
    }


def new_repository(path: str, environment: dict[str, str]) -> Repository:
    os.makedirs(path, exist_ok=True)
    repository = Repository(path, environment)
    repository.git("init", "--quiet", "--initial-branch=main")
    return repository


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    if shutil.which("git") is None:
        pytest.fail("these tests need git")
    return clean_environment(str(tmp_path_factory.mktemp("pre-commit-home")))


@pytest.fixture(scope="session")
def hook(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> str:
    """A repository whose HEAD is this working tree: what a release would be."""
    target = os.path.join(tmp_path_factory.mktemp("hook"), "advancelint")
    # the caller's own git settings, because they may be what lets git read a tree that somebody else owns
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, env=outside, capture_output=True, check=True)
    for name in sorted(filter(None, os.fsdecode(listed.stdout).split("\0"))):
        source = os.path.join(ROOT, name)
        if os.path.isfile(source):  # a file can be tracked and deleted
            os.makedirs(os.path.dirname(os.path.join(target, name)), exist_ok=True)
            shutil.copy2(source, os.path.join(target, name))
    repository = new_repository(target, environment)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "the tree under test")
    return target


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str], hook: str) -> Repository:
    """A team's repository that uses the hook through a config, as the README says; built once."""
    repository = new_repository(os.path.join(tmp_path_factory.mktemp("team"), "plans"), environment)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=hook, env=environment, capture_output=True, check=True)
    rev = head.stdout.decode().strip()
    repository.write(
        ".pre-commit-config.yaml", f"repos:\n- repo: {hook}\n  rev: {rev}\n  hooks:\n  - id: advancelint\n"
    )
    repository.write("good/ferrow.md", GOOD)
    repository.write("bad/ferrow call.mkd", BAD)
    repository.write("notes/minutes.txt", BAD)
    repository.write("spared/advancelint.toml", "exclude = ['*.md']\n")
    repository.write("spared/ferrow.md", BAD)
    repository.write(
        "args.yaml",
        f"repos:\n- repo: {hook}\n  rev: {rev}\n  hooks:\n  - id: advancelint\n    args: [--output-format, json]\n",
    )
    repository.git("add", "--all")
    return repository


def test_the_manifest_is_valid() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "")


def test_the_command_is_whole_without_arguments_that_a_user_would_replace() -> None:
    with open(MANIFEST, encoding="utf-8") as file:
        hooks = yaml.safe_load(file)
    assert [(one["id"], one["entry"], one.get("args", []), one["require_serial"]) for one in hooks] == [
        ("advancelint", "advancelint check", [], True)
    ]


@pytest.mark.parametrize("name", ["a.md", "a.MD", "b/c d.markdown", "a.mdown", "a.mkd", "a.mkdn", "-a.md"])
def test_every_markdown_name_is_matched(name: str) -> None:
    assert matches(name)


@pytest.mark.parametrize("name", ["a.txt", "md", "a.md.bak", "readme", "a.mdx"])
def test_other_names_are_left_alone(name: str) -> None:
    assert not matches(name)


def matches(name: str) -> bool:
    with open(MANIFEST, encoding="utf-8") as file:
        return re.search(yaml.safe_load(file)[0]["files"], name) is not None


def test_try_repo_fails_on_a_bad_plan_with_its_message(hook: str, plans: Repository) -> None:
    run = plans.pre_commit("try-repo", hook, "advancelint", "--files", "bad/ferrow call.mkd")
    assert run.returncode == 1, run.stdout + run.stderr
    assert "exit code: 1" in run.stdout
    assert "AD401 error" in run.stdout
    assert "Lena" in run.stdout


def test_a_good_plan_passes(plans: Repository) -> None:
    run = plans.pre_commit("run", "--files", "good/ferrow.md")
    assert (run.returncode, "Passed" in run.stdout) == (0, True), run.stdout + run.stderr


def test_what_the_config_excludes_passes_although_the_hook_names_it(plans: Repository) -> None:
    run = plans.pre_commit("run", "--verbose", "--files", "spared/ferrow.md")
    assert (run.returncode, "Passed" in run.stdout) == (0, True), run.stdout + run.stderr
    assert "1 file excluded by spared/advancelint.toml:1" in run.stdout


def test_all_files_fail_while_one_plan_is_bad(plans: Repository) -> None:
    run = plans.pre_commit("run", "--all-files")
    assert run.returncode == 1
    assert "bad/ferrow call.mkd" in run.stdout
    assert "good/ferrow.md:" not in run.stdout
    assert "minutes.txt" not in run.stdout


def test_a_user_s_arguments_do_not_break_the_command(plans: Repository) -> None:
    run = plans.pre_commit("run", "--config", "args.yaml", "--files", "bad/ferrow call.mkd")
    assert run.returncode == 1
    assert '"code": "AD401"' in run.stdout.replace('"code":"', '"code": "')


def test_a_commit_is_stopped_until_the_plan_is_mended(plans: Repository) -> None:
    installed = plans.pre_commit("install")
    assert installed.returncode == 0, installed.stderr
    stopped = plans.run("git", "commit", "--message", "plans")
    assert stopped.returncode == 1
    assert "AD401" in stopped.stdout + stopped.stderr
    plans.write("bad/ferrow call.mkd", GOOD)
    plans.git("add", "--all")
    passed = plans.run("git", "commit", "--message", "plans")
    assert passed.returncode == 0, passed.stdout + passed.stderr
