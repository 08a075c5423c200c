"""Finds a Python that is new enough, on the path and among those that runners keep; read by old ones too."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping
from typing import Tuple  # noqa: UP035 - Python 3.8 cannot subscript tuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_REQUIRES = re.compile(r'^requires-python = ">=(\d+)\.(\d+)"$', re.MULTILINE)
_FUTURE = 30


def oldest() -> Tuple[int, int]:  # noqa: UP006 - Python 3.8 cannot subscript tuple
    """Return the oldest version that pyproject.toml allows; tomllib came too late to read it here."""
    with open(os.path.join(ROOT, "pyproject.toml"), encoding="utf-8") as file:
        found = _REQUIRES.search(file.read())
    if found is None:
        raise ValueError("pyproject.toml does not say which Python it requires")
    return int(found[1]), int(found[2])


OLDEST = oldest()


def is_new_enough() -> bool:
    """Say whether this Python can run the tool."""
    return sys.version_info[:2] >= OLDEST


def newer(environment: Mapping[str, str]) -> str:
    """Return the path of a Python that can run the tool, the newest of the best place; "" where there is none."""
    major, minor = OLDEST
    for number in range(_FUTURE, minor - 1, -1):
        found = shutil.which(f"python{major}.{number}", path=environment.get("PATH"))
        if found:
            return found
    return _cached(environment.get("RUNNER_TOOL_CACHE", ""))


def _cached(folder: str) -> str:
    """Return the newest Python of a runner's tool cache, which is laid out as Python/3.12.10/x64."""
    home = os.path.join(folder, "Python")
    if not folder or not os.path.isdir(home):
        return ""
    versions = [name for name in os.listdir(home) if re.fullmatch(r"\d+\.\d+\.\d+", name)]
    for version in sorted(versions, key=lambda name: [int(part) for part in name.split(".")], reverse=True):
        major, minor, _ = version.split(".")
        if (int(major), int(minor)) < OLDEST:
            continue
        for kind in sorted(os.listdir(os.path.join(home, version))):
            for program in ("bin/python3", "python.exe"):
                path = os.path.join(home, version, kind, *program.split("/"))
                if os.access(path, os.X_OK):
                    return path
    return ""
