"""A whole config: its layers put together, and what of it counts for one file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from advancelint.config.build import settings_from
from advancelint.config.keys import BY_NAME, CONFIG, EXTEND, OVERRIDES
from advancelint.config.layers import Layer, Origin, layers_of
from advancelint.config.patterns import patterns, rebased, rebased_all
from advancelint.config.settings import Settings, relative_name
from advancelint.config.shapes import Path, Shape, Text, Texts
from advancelint.config.tables import Fields, Map
from advancelint.records import NamedTuple

_NO_LEAVES = (OVERRIDES, "extends", "files")


class Said(NamedTuple):
    """A value of the config with the keys that it comes from; ``items`` are the origins of a list's items."""

    value: Any
    origins: tuple[Origin, ...]
    items: tuple[Origin, ...] = ()


class Override(NamedTuple):
    """Keys that count for the files that match ``files``; ``origin`` is the table they stand in."""

    files: tuple[str, ...]
    table: Mapping[str, Any]
    origin: Origin


class Config:
    """One config file with what it extends. Its patterns count from ``home``, an absolute folder."""

    def __init__(self, layers: tuple[Layer, ...] = ()) -> None:
        """Put ``layers`` together, of which the last is the file that was found; without any nothing is said."""
        self.layers = layers
        self.home = layers[-1].root if layers else ""
        self.said: dict[Path, Said] = {}
        self.overrides: list[Override] = []
        self._settings: dict[tuple[int, ...], Settings] = {}
        for layer in layers:
            _put(self.said, layer, self.home, layer.document.table, ())
            self.overrides += _overrides(layer, self.home)

    @property
    def path(self) -> str:
        """The file that was found, as seen from the current folder; "" without any."""
        return self.layers[-1].document.path if self.layers else ""

    def said_for(self, path: str) -> dict[Path, Said]:
        """Return every value that counts for the file ``path``; overrides come after everything else, in order."""
        return self._with(self._matching(path))

    def settings(self, path: str, as_of: str) -> Settings:
        """Return the settings of the file ``path`` on the ISO date ``as_of``."""
        if not self.layers:
            return Settings(as_of=as_of)
        matching = self._matching(path)
        if matching not in self._settings:
            values = {key: said.value for key, said in self._with(matching).items()}
            self._settings[matching] = settings_from(values, self.home)
        return self._settings[matching]._replace(as_of=as_of).for_file(path)

    def exclusion(self, path: str, *, folder: bool = False) -> Origin | None:
        """Return the pattern that excludes the file or ``folder`` at ``path``, None where none does."""
        lines: list[str] = []
        origins: list[Origin] = []
        for key in ("exclude", f"{EXTEND}exclude"):
            said = self.said.get((key,))
            lines += said.value if said else ()
            origins += said.items if said else ()
        name = relative_name(path, self.home) if lines else ""
        if not name:
            return None
        verdict = patterns(tuple(lines)).verdict(f"{name}/" if folder else name)
        return origins[verdict.number] if verdict.matched else None

    def value(self, key: str) -> Any:
        """Return the value of a ``key`` that no override can change, its default where nothing is said."""
        said = self.said.get((key,))
        return BY_NAME[key].default if said is None else said.value

    def listed(self, key: str) -> list[tuple[str, Origin]]:
        """Return the items of the list ``key``, which no override can change, each with where it stands.

        What its extending key adds comes behind.
        """
        said = (self.said.get((name,)) for name in (key, f"{EXTEND}{key}"))
        return [pair for one in said if one for pair in zip(one.value, one.items, strict=True)]

    def _matching(self, path: str) -> tuple[int, ...]:
        name = relative_name(path, self.home) if self.overrides else ""
        if not name:
            return ()
        return tuple(number for number, one in enumerate(self.overrides) if patterns(one.files).match(name))

    def _with(self, matching: tuple[int, ...]) -> dict[Path, Said]:
        said = dict(self.said)
        for number in matching:
            override = self.overrides[number]
            _put(said, override.origin.layer, self.home, override.table, override.origin.path)
        return said


def load(path: str, above: str, ground: str = "") -> Config | None:
    """Return the config in the file ``path``, None for a pyproject.toml that is not ours; raises ConfigError.

    ``above`` is the folder from which patterns count where the file lies in none above it, ``ground`` the one that it
    may not lead out of, "" for none; see `layers_of`.
    """
    layers = layers_of(path, above, ground)
    return None if layers is None else Config(layers)


def _put(said: dict[Path, Said], layer: Layer, home: str, table: Mapping[str, Any], at: Path) -> None:
    """Let what ``table`` says count from now on; it stands at the path ``at`` of its layer."""
    folders = _between(layer.root, home)
    for key in table:
        said.pop((f"{EXTEND}{key}",), None)  # who names a list anew means no more than that
    for path, stands, shape, value in _leaves(CONFIG, table, (), (), folders):
        origin = Origin(layer, (*at, *stands))
        new = _said(shape, value, origin, home, folders)
        old = said.pop(path, None)  # what is said last comes last, since of kinds the last decides
        if old is not None and str(path[0]).startswith(EXTEND):
            new = Said([*old.value, *new.value], (*old.origins, *new.origins), (*old.items, *new.items))
        said[path] = new


def _leaves(
    shape: Fields | Map, table: Mapping[str, Any], path: Path, stands: Path, folders: list[str]
) -> Iterator[tuple[Path, Path, Shape, Any]]:
    """Yield every value below ``table``: its path, the path at which it stands in the file, its shape, itself."""
    for key, value in table.items():
        if not path and key in _NO_LEAVES:
            continue
        inner = shape.inner(key)
        names = rebased(key, folders) if isinstance(shape, Map) and shape.of == "patterns" else (key,)
        for name in names:
            if isinstance(inner, Fields | Map):
                yield from _leaves(inner, value, (*path, name), (*stands, key), folders)
            else:
                yield (*path, name), (*stands, key), inner, value


def _said(shape: Shape, value: Any, origin: Origin, home: str, folders: list[str]) -> Said:
    if isinstance(value, list):
        made, items = [], []
        for number, item in enumerate(value):
            new = rebased(item.strip(), folders) if isinstance(shape, Texts) and shape.of == "patterns" else (item,)
            if isinstance(shape, Texts) and shape.of == "paths":
                new = (_led_on(item, origin, home),)
            made += [one.strip() for one in new]
            items += [Origin(origin.layer, (*origin.path, number))] * len(new)
        return Said(made, (origin,), tuple(items))
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(shape, Text) and shape.path:
        value = _led_on(value, origin, home)
    return Said(value.strip() if isinstance(value, str) else value, (origin,))


def _led_on(path: str, origin: Origin, home: str) -> str:
    """Return ``path``, which leads on from the folder of the file that it stands in, as seen from ``home``."""
    return os.path.relpath(os.path.join(origin.layer.folder, path.strip()), home).replace(os.sep, "/")


def _overrides(layer: Layer, home: str) -> Iterator[Override]:
    folders = _between(layer.root, home)
    for number, one in enumerate(layer.document.table.get(OVERRIDES, ())):
        files = rebased_all((pattern.strip() for pattern in one["files"]), folders)
        yield Override(files, one, Origin(layer, (OVERRIDES, number)))


def _between(root: str, home: str) -> list[str]:
    """Return the folders that lead from ``root`` down to ``home``."""
    name = relative_name(home, root)
    return name.split("/") if name else []
