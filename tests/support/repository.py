"""Scratch repositories and the command line in them, for tests of what git decides."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from pathlib import Path

from click.testing import CliRunner
from command import DAY, Ended, environment
from command import run as run_command

from advancelint.cli.app import app

AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    command = ["git", *AUTHOR, "-c", "protocol.file.allow=always", *words]
    run = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def new_repository(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8", newline="")


def commit(folder: Path, message: str = "a commit") -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD").strip()


def run(folder: Path, *arguments: str, text: str = "", **more: str) -> Ended:
    return run_command(*arguments, cwd=folder, text=text, **more)


def check(folder: Path, *arguments: str, **environment: str) -> Ended:
    return run(folder, "check", "--as-of", DAY, *arguments, **environment)


def found(folder: Path, *arguments: str, **environment: str) -> list[tuple[str, int, str]]:
    """Path, line and code of each finding; judged in this process, which a test can afford often."""
    words = ["check", "--as-of", DAY, "--output-format", "json", *arguments]
    unset = dict.fromkeys(name for name in os.environ if name.startswith("GIT_") or name == "PRE_COMMIT")
    with contextlib.chdir(folder):
        ended = CliRunner().invoke(app, words, env={**unset, **environment})
    assert ended.exit_code in (0, 1), ended.output
    return [(one["path"], one["line"], one["code"]) for one in json.loads(ended.stdout)["diagnostics"]]
