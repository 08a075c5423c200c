"""From the paths of a command line to the files that are judged, each once and in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
STDIN = "-"
_SKIPPED = ("node_modules", "__pycache__", "venv")


class Inputs(NamedTuple):
    """Files in the order in which they are judged, and the paths that do not exist."""

    files: tuple[str, ...]
    missing: tuple[str, ...]


def collect(paths: Sequence[str]) -> Inputs:
    """Return the files of ``paths``: a file named is always taken, a folder gives its Markdown files.

    Hidden folders and those of other tools are passed by, and links to folders are not followed.
    """
    found: dict[str, str] = {}
    missing: list[str] = []
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            missing.append(path)
            continue
        for name in [path] if path == STDIN or not os.path.isdir(path) else _walk(path):
            shown = name if name == STDIN else os.path.normpath(name)
            found.setdefault(os.path.realpath(shown) if name != STDIN else STDIN, shown)
    return Inputs(tuple(sorted(found.values())), tuple(dict.fromkeys(missing)))


def is_passed_by(name: str) -> bool:
    """Say whether a folder of this name is not looked into."""
    return name.startswith(".") or name in _SKIPPED


def _walk(folder: str) -> Iterator[str]:
    closed: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = [name for name in folders if not is_passed_by(name)]
        for name in names:
            if name.lower().endswith(SUFFIXES):
                yield os.path.join(parent, name)
    # A folder that cannot be listed is handed on as a file, so that reading it says why rather than nothing.
    yield from closed
