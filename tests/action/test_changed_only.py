"""``changed-only``: clones as actions/checkout makes them, for the events that start a workflow."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from ferrow_glass import BAD, GOOD
from runner import Ended, seed, step, write

OLD = BAD.replace("Ferrow", "Orlan")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seed(tmp_path_factory.mktemp("seeded"))


def git(folder: Path, *words: str) -> str:
    author = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", *author, "-c", "init.defaultBranch=main", *words]
    run = subprocess.run(command, cwd=folder, env=kept, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a commit")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A repository with an old bad plan on main, and a branch with a new bad one; main has moved on meanwhile."""
    folder = tmp_path / "origin"
    folder.mkdir()
    git(folder, "init", "--quiet")
    write(folder, "old.md", OLD)
    commit(folder)
    git(folder, "switch", "--quiet", "--create", "topic")
    write(folder, "new.md", BAD)
    commit(folder)
    git(folder, "switch", "--quiet", "main")
    write(folder, "since.md", BAD.replace("Ferrow", "Sarn"))
    commit(folder)
    # What GitHub makes of a pull request, and what actions/checkout takes for one.
    git(folder, "switch", "--quiet", "--create", "merge", "main")
    git(folder, "merge", "--quiet", "--no-edit", "topic")
    return folder


def checkout(origin: Path, target: Path, *, depth: int = 0) -> Path:
    """Clone as actions/checkout does; its ``fetch-depth: 0`` fetches the history of all branches."""
    deep = ("--depth", str(depth), "--single-branch") if depth else ()
    git(target.parent, "clone", "--quiet", "--branch", "merge", *deep, origin.as_uri(), str(target))
    git(target, "checkout", "--quiet", "--detach")
    if depth:
        git(target, "update-ref", "-d", "refs/remotes/origin/merge")
    return target


PULL_REQUEST = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": "main"}


def told(ended: Ended) -> list[str]:
    return [where["file"] for name, where, _ in ended.commands if name == "error"]


def test_a_pull_request_answers_for_what_it_brings(environment: Path, origin: Path, tmp_path: Path) -> None:
    clone = checkout(origin, tmp_path / "clone")
    ended = step(environment, tmp_path / "temp", clone, job=PULL_REQUEST, changed_only="true")
    assert (ended.code, told(ended)) == (1, ["new.md"]), ended.log
    assert ended.summary.count("**Ferrow Glass**") == 1
    assert "Orlan" not in ended.summary
    everything = step(environment, tmp_path / "temp", clone, job=PULL_REQUEST)
    assert told(everything) == ["new.md", "old.md", "since.md"]


def test_a_pull_request_without_a_bad_plan_passes_beside_old_ones(
    environment: Path, origin: Path, tmp_path: Path
) -> None:
    clone = checkout(origin, tmp_path / "clone")
    write(clone, "new.md", GOOD)
    commit(clone)
    ended = step(environment, tmp_path / "temp", clone, job=PULL_REQUEST, changed_only="true")
    assert (ended.code, told(ended)) == (0, []), ended.log


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_clone_is_an_error_that_says_what_to_do(
    environment: Path, origin: Path, tmp_path: Path, depth: int
) -> None:
    clone = checkout(origin, tmp_path / "clone", depth=depth)
    ended = step(environment, tmp_path / "temp", clone, job=PULL_REQUEST, changed_only="true", fail_on="never")
    assert (ended.code, ended.outputs["exit-code"]) == (2, "2")
    (message,) = ended.told("error")
    assert "fetch-depth: 0" in message
    assert "main" in message


def test_a_tag_of_the_same_name_is_not_taken_for_the_branch(environment: Path, origin: Path, tmp_path: Path) -> None:
    clone = checkout(origin, tmp_path / "clone")
    git(clone, "tag", "origin/main", "HEAD")
    git(clone, "tag", "main", "HEAD")
    assert told(step(environment, tmp_path / "temp", clone, job=PULL_REQUEST, changed_only="true")) == ["new.md"]


@pytest.mark.parametrize("base", ["--output=x", "no/such", "$(touch pwned)", "main\n::error::x"])
def test_a_hostile_base_is_a_name_and_no_option(environment: Path, origin: Path, tmp_path: Path, base: str) -> None:
    clone = checkout(origin, tmp_path / "clone")
    job = {**PULL_REQUEST, "GITHUB_BASE_REF": base}
    ended = step(environment, tmp_path / "temp", clone, job=job, changed_only="true")
    assert ended.code == 2, ended.log
    assert [name for name, _, _ in ended.commands] == ["error"]
    assert sorted(os.listdir(clone)) == [".git", "new.md", "old.md", "since.md"]


def test_a_merge_queue_compares_with_what_the_group_is_put_on(environment: Path, origin: Path, tmp_path: Path) -> None:
    clone = checkout(origin, tmp_path / "clone")
    event = {"merge_group": {"base_sha": git(clone, "rev-parse", "origin/main")}}
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    job = {"GITHUB_EVENT_NAME": "merge_group", "GITHUB_EVENT_PATH": str(tmp_path / "event.json")}
    assert told(step(environment, tmp_path / "temp", clone, job=job, changed_only="true")) == ["new.md"]


def test_a_push_is_judged_as_a_whole_and_says_so(environment: Path, origin: Path, tmp_path: Path) -> None:
    clone = checkout(origin, tmp_path / "clone")
    ended = step(environment, tmp_path / "temp", clone, changed_only="true")
    assert told(ended) == ["new.md", "old.md", "since.md"]
    assert "changed-only is for pull requests and merge queues; here everything is reported" in ended.log


def test_a_checkout_of_the_base_is_refused_since_it_would_always_be_green(
    environment: Path, origin: Path, tmp_path: Path
) -> None:
    clone = checkout(origin, tmp_path / "clone")
    git(clone, "checkout", "--quiet", "origin/main")
    job = {**PULL_REQUEST, "GITHUB_EVENT_NAME": "pull_request_target"}
    ended = step(environment, tmp_path / "temp", clone, job=job, changed_only="true")
    assert (ended.code, ended.outputs) == (2, {"exit-code": "2"})
    assert "use pull_request" in ended.told("error")[0]
