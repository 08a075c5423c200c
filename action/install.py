"""Installs the tool from the action's own folder into a virtual environment of the runner."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence

# Written last, so that an installation that was broken off is not taken for one.
READY = ".advancelint-ready"


class InstallError(Exception):
    """Why the tool could not be installed."""


def installed(root: str, temporary: str, packs: Sequence[str] = ()) -> str:
    """Return the Python of an environment that holds the tool of the action in ``root``; makes it where it is missing.

    What is installed beside it has the versions and hashes of action/requirements.txt; of ``packs``, which the workflow
    asks for, the wheels and nothing that they ask for themselves. A second step of the same job finds the environment
    below ``temporary`` again. Raises InstallError.
    """
    place = environment_place(root, temporary, packs)
    python = os.path.join(place, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
    if os.path.exists(os.path.join(place, READY)):
        return python
    # -I keeps the current folder, which is the judged repository, and PYTHONPATH out of these.
    pip = [python, "-I", "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install"]
    locked = ["--require-hashes", "--only-binary", ":all:", "--requirement", _requirements(root)]
    _run("make a virtual environment", [sys.executable, "-I", "-m", "venv", "--clear", place], temporary)
    _run("install what the tool needs", [*pip, *locked], temporary)
    # What builds it is locked and installed above, so this asks no index for anything.
    _run("install the tool", [*pip, "--no-deps", "--no-index", "--no-build-isolation", root], temporary)
    if packs:
        _run("install the packs", [*pip, "--no-deps", "--only-binary", ":all:", "--", *packs], temporary)
    with open(os.path.join(place, READY), "x", encoding="utf-8"):
        pass
    return python


def environment_place(root: str, temporary: str, packs: Sequence[str] = ()) -> str:
    """Return the folder of the environment, which is another one for another tool, other requirements or Python."""
    with open(_requirements(root), "rb") as file:
        known = b"\0".join((file.read(), *map(str.encode, (sys.version, os.path.realpath(root), *packs))))
    return os.path.join(temporary, f"advancelint-{hashlib.sha256(known).hexdigest()[:16]}")


def _requirements(root: str) -> str:
    return os.path.join(root, "action", "requirements.txt")


def _run(what: str, command: list[str], folder: str) -> None:
    ended = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        check=False,
    )  # fmt: skip
    if ended.returncode:
        raise InstallError(f"could not {what}:\n{ended.stdout.strip()}")
