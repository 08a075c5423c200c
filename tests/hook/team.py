"""A team's repository that uses the hooks, and the real git and pre-commit in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

from command import ROOT, START
from ferrow_glass import ADVANCE, GOOD

import built
from advancelint import HOME, __version__

MANIFEST = os.path.join(ROOT, ".pre-commit-hooks.yaml")
IDS = ("advancelint", "advancelint-fix", "advancelint-portfolio", "advancelint-config")

# A frame that --fix turns: the step is there, in a sentence about us.
TURNED = GOOD.replace("Lena Marsh sends Jun", "Get Lena Marsh to send Jun")
# Stands on its own, and asks too early: what it lacks is told by the account, so that --portfolio speaks of it.
EARLY = GOOD.replace(ADVANCE, "Lena Marsh signs the supply contract by 12 June 2026.")


class Team(NamedTuple):
    """A scratch git repository and the environment in which git and pre-commit run."""

    path: str
    environment: dict[str, str]

    def run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **more}
        return subprocess.run(
            command, cwd=self.path, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def git(self, *arguments: str) -> str:
        run = self.run("git", *arguments)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    def write(self, name: str, text: str) -> None:
        path = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def read(self, name: str) -> str:
        with open(os.path.join(self.path, name), encoding="utf-8", newline="") as file:
            return file.read()

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *arguments)

    def tool(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run the tool of this tree, not the one that pre-commit installed."""
        return self.run(sys.executable, "-c", START, *arguments, PYTHONPATH=built.place(), **more)

    def hooks(self, *ids: str, args: Sequence[str] = (), beside: Sequence[str] = ()) -> None:
        """Write the pre-commit config, with the address and the version that the documentation names.

        What is named in ``beside`` is installed beside the tool.
        """
        given = f"\n    args: [{', '.join(args)}]" if args else ""
        given += f"\n    additional_dependencies: [{', '.join(beside)}]" if beside else ""
        listed = "".join(f"  - id: {name}{given}\n" for name in ids)
        text = f"repos:\n- repo: {HOME}\n  rev: v{__version__}\n  hooks:\n{listed}"
        self.write(".pre-commit-config.yaml", text)

    def commit(self, message: str = "plans") -> subprocess.CompletedProcess[str]:
        """Commit what is staged, as a person would: with the installed hooks."""
        return self.run("git", "commit", "--message", message)


def said(run: subprocess.CompletedProcess[str]) -> str:
    return run.stdout + run.stderr


def outcome(run: subprocess.CompletedProcess[str], name: str) -> str:
    """What pre-commit says of the hook called ``name``: Passed, Failed or Skipped."""
    found: list[str] = re.findall(rf"^{name}\.+(?:\(.*\))?(Passed|Failed|Skipped)$", said(run), flags=re.MULTILINE)
    assert len(found) == 1, said(run)
    return found[0]
