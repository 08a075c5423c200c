"""Runs action.yml as GitHub's runner does, and reads what it wrote as the runner does."""

from __future__ import annotations

import glob
import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from command import DAY, ROOT

import built

sys.path.insert(0, os.path.join(ROOT, "action"))

import install

with open(os.path.join(ROOT, "action.yml"), encoding="utf-8") as file:
    ACTION: dict[str, Any] = yaml.safe_load(file)


class Ended(NamedTuple):
    """What the runner knows when the step is over.

    ``commands`` are the workflow commands that it obeyed: name, properties, message. ``log`` is all that was printed.
    """

    code: int
    log: str
    commands: list[tuple[str, dict[str, str], str]]
    outputs: dict[str, str]
    summary: str

    def told(self, kind: str) -> list[str]:
        """Return the messages of the annotations of a kind."""
        return [message for name, _, message in self.commands if name == kind]


def seed(folder: Path, source: bool = True) -> Path:
    """Make an environment that looks installed and holds this checkout, so that no index is asked for anything."""
    place = folder / "environment"
    venv.create(place, with_pip=False, symlinks=True)
    lines = [built.place()] if source else []
    lines.append(sysconfig.get_path("purelib"))
    (site,) = glob.glob(str(place / "lib" / "python*" / "site-packages"))
    Path(site, "checkout.pth").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    (place / install.READY).touch()
    return place


def step(environment: Path | None, temporary: Path, workspace: Path, *, job: dict[str, str] | None = None,
         **inputs: str) -> Ended:  # fmt: skip
    """Run the action's step, with ``temporary`` as the folder of the runner.

    ``environment`` is one that `seed` made, None for none; ``job`` adds variables of the job; of the inputs that are
    not given the defaults hold, as-of excepted.
    """
    (composed,) = ACTION["runs"]["steps"]
    temporary.mkdir(exist_ok=True)
    given = {"as-of": DAY, **{name.replace("_", "-"): value for name, value in inputs.items()}}
    place = install.environment_place(ROOT, str(temporary))
    if environment and not os.path.lexists(place):
        os.symlink(environment, place)
    programs = temporary.parent / "bin"
    programs.mkdir(exist_ok=True)
    if not (programs / "python3").exists():
        os.symlink(sys.executable, programs / "python3")
    files = {name: temporary.parent / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_bytes(b"")
    script = temporary.parent / "script.sh"
    script.write_text(composed["run"], "utf-8")
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=workspace,
        env={
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(temporary.parent),
            **{name: os.environ[name] for name in os.environ if name.startswith("PIP_")},
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": ROOT,
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(temporary),
            **{name: str(path) for name, path in files.items()},
            **(job or {}),
            **{name: evaluated(value, given) for name, value in composed["env"].items()},
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=300,
    )
    log = run.stdout.decode("utf-8")
    output = files["GITHUB_OUTPUT"].read_text("utf-8")
    return Ended(run.returncode, log, obeyed(log), outputs_in(output), files["GITHUB_STEP_SUMMARY"].read_text("utf-8"))


def evaluated(expression: str, given: dict[str, str]) -> str:
    """Return the value of an expression ``${{ inputs.name }}``."""
    match = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", expression)
    assert match, expression
    default: str = ACTION["inputs"][match[1]]["default"]
    return given.get(match[1], default)


def obeyed(log: str) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands that the runner takes out of a log: between stop-commands and its token it takes none."""
    found = []
    stopped = ""
    for line in log.split("\n"):
        match = re.match(r"\s*::([^ :]+)(?: ([^:]*))?::(.*)", line)
        if stopped:
            stopped = "" if match and match[1] == stopped else stopped
        elif match and match[1] == "stop-commands":
            stopped = match[3]
        elif match or "##[" in line:
            assert match, line
            pairs = [pair.split("=", 1) for pair in (match[2] or "").split(",") if pair]
            found.append((match[1], {key: decoded(value) for key, value in pairs}, decoded(match[3])))
    assert not stopped
    return found


def decoded(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def outputs_in(text: str) -> dict[str, str]:
    """Return the outputs of a step as the runner reads their file."""
    values: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, mark, end = line.partition("<<")
        assert mark, line
        held: list[str] = []
        for value in lines:
            if value == end:
                break
            held.append(value)
        else:
            raise AssertionError(f"{name} has no end")
        assert name not in values
        values[name] = "\n".join(held)
    return values


def loaded(path: str) -> Any:
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
