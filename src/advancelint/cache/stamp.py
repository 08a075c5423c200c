"""Which tool it is that remembers: another version, another Python, a changed file of ours, a package that came."""

from __future__ import annotations

import os
import sys

import advancelint
from advancelint.cache.digest import digest_of

_PACKAGE = os.path.dirname(os.path.abspath(advancelint.__file__))
_CHECKOUT = os.path.dirname(os.path.dirname(_PACKAGE))
_DATA = ("rules", "lexicon")


def stamp() -> str:
    """Return what changes when the tool does, by the times and sizes of its files and of the folders of packages.

    The latter change whenever a package is installed, taken away or renewed.
    """
    parts = [advancelint.__version__, sys.version, sys.executable]
    for folder in (_PACKAGE, *(os.path.join(_CHECKOUT, name) for name in _DATA)):
        _list(folder, parts)
    parts += [f"{place} {_time(place)}" for place in sys.path]
    return digest_of(*(os.fsencode(part) for part in parts))


def _list(folder: str, parts: list[str]) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # data that lies in the package in one installation, and beside it in the other
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                _list(entry.path, parts)
        else:
            told = entry.stat()
            parts.append(f"{entry.path} {told.st_mtime_ns} {told.st_size}")


def _time(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except (OSError, ValueError):
        return 0
