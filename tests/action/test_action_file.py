"""action.yml and what it installs: valid, without a hole that zizmor knows, and as documented."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from command import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from runner import ACTION

import inputs
import interpreters

FILE = os.path.join(ROOT, "action.yml")


def text_of(*parts: str) -> str:
    with open(os.path.join(ROOT, *parts), encoding="utf-8") as file:
        return file.read()


def module(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_it_is_a_valid_action() -> None:
    run = module("check_jsonschema", "--builtin-schema", "vendor.github-actions", FILE)
    assert run.returncode == 0, run.stdout + run.stderr


def test_zizmor_finds_nothing_even_in_its_strictest_mood(tmp_path: Path) -> None:
    zizmor = os.path.join(os.path.dirname(sys.executable), "zizmor")
    command = [zizmor, "--offline", "--no-progress", "--persona", "auditor"]
    run = subprocess.run([*command, FILE], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    # It would find the hole that this action avoids, else the line above says nothing.
    (tmp_path / "action.yml").write_text(text_of("action.yml").replace("run: '", "run: 'echo ${{ inputs.paths }}; "))
    run = subprocess.run([*command, str(tmp_path / "action.yml")], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode != 0
    assert "template-injection" in run.stdout


def test_no_expression_reaches_a_shell_and_no_other_action_is_used() -> None:
    steps = ACTION["runs"]["steps"]
    assert [set(step) for step in steps] == [{"id", "shell", "run", "env"}]
    for step in steps:
        assert "${{" not in step["run"]
        assert not re.search(r"\$\{?(?:ADVANCELINT|GITHUB_(?!ACTION_PATH))", step["run"]), "the script reads them"


def test_every_input_goes_into_a_variable_and_into_the_script() -> None:
    (step,) = ACTION["runs"]["steps"]
    wanted = {
        f"{inputs.PREFIX}{name.upper().replace('-', '_')}": f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]
    }
    assert step["env"] == wanted
    assert [name.replace("-", "_") for name in ACTION["inputs"]] == list(inputs.Inputs._fields)
    for told in ACTION["inputs"].values():
        assert isinstance(told["default"], str), "what is not in quotes could come out as another word"


def test_the_values_that_an_input_can_have_are_those_of_the_config() -> None:
    known: dict[str, Any] = inputs._keys(ROOT)
    for name in ("fail-on", "profile"):
        listed = re.search(r"\(([a-z, ]+)\)", ACTION["inputs"][name]["description"])
        assert listed
        assert listed[1].split(", ") == known[name]["enum"]


@pytest.mark.parametrize("part", ["inputs", "outputs"])
def test_the_documentation_has_the_same_inputs_outputs_and_defaults(part: str) -> None:
    text = text_of("docs", "ci.md")
    table = text.partition(f"<!-- action {part}: begin")[2].partition("<!-- action")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| `")]
    assert [row[0].strip("`") for row in rows] == list(ACTION[part])
    for row in rows if part == "inputs" else ():
        assert row[1].strip("` ") == ACTION["inputs"][row[0].strip("`")]["default"]


# --- what it installs


def locked() -> dict[str, Requirement]:
    found: dict[str, Requirement] = {}
    for block in re.split(r"\n(?=\S)", text_of("action", "requirements.txt").partition("\n")[2].strip("\n")):
        first, *hashes = block.split(" \\\n")
        requirement = Requirement(first)
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        assert len(hashes) >= 1
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}", line) for line in hashes), block
        found[canonicalize_name(requirement.name)] = requirement
    return found


def test_what_pyproject_asks_for_is_locked_in_a_version_that_it_allows() -> None:
    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        document = tomllib.load(file)
    known = locked()
    for line in (*document["project"]["dependencies"], *document["build-system"]["requires"]):
        wanted = Requirement(line)
        (pin,) = known[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(pin.version), f"{line} is locked as {pin}: run “make lock”"


def test_the_script_that_locks_takes_its_wishes_from_pyproject() -> None:
    sys.path.insert(0, os.path.join(ROOT, "scripts"))
    try:
        import lock_action
    finally:
        sys.path.pop(0)
    oldest, wishes = lock_action.wanted()
    assert oldest == ".".join(map(str, interpreters.OLDEST))
    assert {canonicalize_name(Requirement(wish).name) for wish in wishes} <= set(locked())
    assert text_of("action", "requirements.txt").startswith(lock_action.HEADER)


# --- which Python runs it


def test_what_an_old_python_reads_is_written_for_it() -> None:
    for name in ("run.py", "interpreters.py"):
        ast.parse(text_of("action", name), feature_version=(3, 8))


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_newest_python_on_the_path_is_found_first(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "python3.11")
    newest = program(tmp_path / "bin" / "python3.13")
    program(tmp_path / "bin" / "python3.10")
    program(tmp_path / "cache" / "Python" / "3.14.1" / "x64" / "bin" / "python3")
    where = {"PATH": str(tmp_path / "bin"), "RUNNER_TOOL_CACHE": str(tmp_path / "cache")}
    assert interpreters.newer(where) == newest


def test_the_cache_of_the_runner_is_looked_into(tmp_path: Path) -> None:
    home = tmp_path / "Python"
    newest = program(home / "3.12.10" / "x64" / "bin" / "python3")
    for other in ("3.9.20", "3.12.9", "3.15.0-rc.2"):
        program(home / other / "x64" / "bin" / "python3")
    (home / "3.13.0").mkdir()
    (tmp_path / "empty").mkdir()
    where = {"PATH": str(tmp_path / "empty"), "RUNNER_TOOL_CACHE": str(tmp_path)}
    assert interpreters.newer(where) == newest
    for nothing in ({"PATH": str(tmp_path / "empty")}, {**where, "RUNNER_TOOL_CACHE": str(tmp_path / "none")}):
        assert interpreters.newer(nothing) == ""


@pytest.mark.parametrize("found", ["", "other"])
def test_an_old_python_hands_over_to_a_newer_one_or_says_what_is_missing(tmp_path: Path, found: str) -> None:
    """An old one is played by this one, which is told that it is too old."""
    path = str(tmp_path)
    if found:
        other = tmp_path / f"python3.{interpreters.OLDEST[1]}"
        other.write_text('#!/bin/sh\necho "other $*"\nexit 7\n', "utf-8")
        other.chmod(0o755)
    play = "import sys, interpreters; interpreters.is_new_enough = lambda: False; import run; sys.exit(run.main())"
    ended = subprocess.run(
        [sys.executable, "-c", play], cwd=os.path.join(ROOT, "action"), env={"PATH": path}, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    if found:
        assert (ended.returncode, ended.stdout) == (7, f"other -E {os.path.join(ROOT, 'action', 'run.py')}\n")
    else:
        assert ended.returncode == 3
        assert ended.stdout.startswith("::error title=advancelint::Python 3.11 or newer is needed: run actions/setup-")
