"""Finds the config file of a path: the nearest one upward from the folder it lies in."""

from __future__ import annotations

import os
from typing import NamedTuple

from advancelint.errors import ConfigError

NAMES = ("advancelint.toml", ".advancelint.toml", "pyproject.toml")
_LARGEST = 1024 * 1024
_TABLE = "[tool.advancelint"


class Found(NamedTuple):
    """A config file: its path and text; ``shared`` says that it is a pyproject.toml with a table of ours."""

    path: str
    text: str
    shared: bool


def nearest(folder: str) -> Found | None:
    """Return the config file of ``folder``, or None; raises ConfigError for one that cannot be read.

    In one folder advancelint.toml comes before .advancelint.toml and pyproject.toml; the last counts only with a
    [tool.advancelint] table.
    """
    here = os.path.abspath(folder)
    while True:
        for name in NAMES:
            path = os.path.join(here, name)
            if os.path.isfile(path):
                found = Found(os.path.relpath(path), _text(path), name == "pyproject.toml")
                if not found.shared or _TABLE in found.text:
                    return found
        parent = os.path.dirname(here)
        if parent == here:
            return None
        here = parent


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ConfigError("this config file is larger than 1 MiB", path=path)
        return data.decode("utf-8")
    except OSError as error:
        raise ConfigError(f"this config file cannot be read: {error.strerror}", path=path) from error
    except UnicodeDecodeError as error:
        raise ConfigError("this config file is no UTF-8", path=path) from error
