"""The layers of a config: a file and, before it, the files that it extends."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from advancelint.config.document import Document, open_document
from advancelint.config.keys import BY_NAME
from advancelint.config.shapes import Mistake, Path, Text, Texts
from advancelint.errors import ConfigError
from advancelint.paths import is_top, is_within, leads_out, shown_path
from advancelint.records import NamedTuple
from advancelint.source import Place

_MOST_LAYERS = 50
_ENDING = ".toml"
_VOUCH = "Keep it inside. Or name the config with --config: then you answer for what it leads to."


class Layer(NamedTuple):
    """One file of a config. Its patterns count from ``root``, its paths from ``folder``; both are absolute.

    ``depth`` is 0 for the file that was found and more for those that it extends.
    """

    document: Document
    folder: str
    root: str
    depth: int


class Origin(NamedTuple):
    """Where a value comes from: the key or list item ``path`` of a layer."""

    layer: Layer
    path: Path

    @property
    def place(self) -> Place:
        """The 1-based place in the file."""
        return self.layer.document.place(self.path)

    @property
    def described(self) -> str:
        """The origin in words: “advancelint.toml:3”, “extends ../all.toml:7”, “overrides[1] in advancelint.toml:20”."""
        where = f"{self.layer.document.path}:{self.place.line}"
        if len(self.path) > 1 and isinstance(self.path[1], int) and self.path[0] == "overrides":
            return f"overrides[{self.path[1] + 1}] in {where}"
        return f"extends {where}" if self.layer.depth else where


def layers_of(path: str, above: str, ground: str = "") -> tuple[Layer, ...] | None:
    """Return the layers of the config file ``path``, what is extended first; None for a pyproject.toml not of ours.

    The patterns of a file count from its folder where that is ``above`` or lies over it. In a file that comes from
    elsewhere they count from ``above``: the current folder for a config that is named by hand, the root of the file
    that extends it for one that is extended. Where ``ground`` is a folder, neither the file nor a path in it may lead
    out of that, by links or otherwise. Raises ConfigError.
    """
    gathered: list[Layer] = []
    ground = os.path.realpath(ground) if ground else ""
    return tuple(gathered) if _gather(os.path.abspath(path), above, ground, (), gathered) else None


def _gather(path: str, above: str, ground: str, within: tuple[str, ...], gathered: list[Layer]) -> bool:
    if ground and leads_out(os.path.realpath(path), ground):
        message = f"this config is a link out of {_described(ground)}, and was not read"
        raise ConfigError(message, path=shown_path(path), remedy=_VOUCH)
    document = open_document(path)
    if document is None:
        return False
    folder = os.path.dirname(path)
    if ground:
        document.fail_if(_leading_out(document, folder, ground))
    root = folder if is_within(above, folder) else above
    within = (*within, os.path.realpath(path))
    for place, name in _extended(document):
        target = os.path.normpath(os.path.join(folder, name))
        if why := _refusal(target, name, within, gathered):
            document.fail([Mistake(place, why)])
        if not _gather(target, root, ground, within, gathered):
            message = f"{shown_path(target)} has no table [tool.advancelint]"
            document.fail([Mistake(place, message)])
    gathered.append(Layer(document, folder, root, len(within) - 1))
    return True


def _leading_out(document: Document, folder: str, ground: str) -> Iterator[Mistake]:
    """Yield a mistake for each path of ``document``, which lies in ``folder``, that leads out of ``ground``."""
    for place, name in _paths(document.table):
        target = os.path.join(folder, name.strip())
        if "\0" not in target and leads_out(os.path.realpath(target), ground):
            yield Mistake(place, f"“{name}” leads out of {_described(ground)}", _VOUCH)


def _paths(table: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for key, value in table.items():
        shape = BY_NAME[key].shape
        if isinstance(value, str) and (isinstance(shape, Texts) or (isinstance(shape, Text) and shape.path)):
            yield (key,), value
        elif isinstance(shape, Texts) and shape.of == "paths":
            yield from (((key, number), one) for number, one in enumerate(value))


def _described(ground: str) -> str:
    return "this repository" if is_top(ground) else f"the folder {shown_path(ground)}"


def _extended(document: Document) -> list[tuple[Path, str]]:
    value = document.table.get("extends", [])
    if isinstance(value, str):
        return [(("extends",), value)]
    return [(("extends", number), name) for number, name in enumerate(value)]


def _refusal(target: str, name: str, within: tuple[str, ...], gathered: list[Layer]) -> str:
    """Return why the file ``target``, written ``name``, cannot be extended; "" where it can."""
    if not target.endswith(_ENDING):
        return f"“{name}” cannot be extended: only {_ENDING} files can"
    if not os.path.isfile(target):
        return f"there is no file “{name}” to extend ({shown_path(target)})"
    if os.path.realpath(target) in within:
        return f"“{name}” extends this file in turn"
    return "too many files are extended" if len(gathered) + len(within) >= _MOST_LAYERS else ""
