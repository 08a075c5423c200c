"""Every setting of a file with the place that it comes from, for ``advancelint config show``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from advancelint.cli.settings import Finder
from advancelint.config.keys import BY_NAME, OVERRIDES
from advancelint.config.layered import Config, Said
from advancelint.config.shapes import Path
from advancelint.expressions import expression
from advancelint.records import NamedTuple
from advancelint.report.columns import columns
from advancelint.report.jsontext import write
from advancelint.report.neutral import neutral

VERSION = 1
_BARE = expression(r"[A-Za-z0-9_-]+")
_HIDDEN = ("extends", OVERRIDES)


class Row(NamedTuple):
    """A setting: its keys from the top, its value (None where nothing is set), the words that say where it comes from.

    ``path`` and ``line`` are the file and the 1-based line, "" and 0 for what stands in none.
    """

    key: tuple[str, ...]
    value: Any
    origin: str
    path: str = ""
    line: int = 0


class Shown(NamedTuple):
    """What counts for ``file``, "" for the current folder: config files, what excludes it, the day, the settings."""

    file: str
    configs: tuple[str, ...]
    excluded: str
    as_of: str
    rows: tuple[Row, ...]


def gather(finder: Finder, file: str, options: Mapping[str, str]) -> Shown:
    """Return what ``finder`` finds for ``file``; ``options`` are the values of the command line, by their names."""
    name = file or "-"
    config = finder.config_for(name) or Config()
    said = config.said_for(name) if file else config.said
    rows = list(_rows(said, {key: value for key, value in options.items() if value}))
    if not file:
        rows += _override_rows(config)
    configs = tuple(dict.fromkeys(layer.document.path for layer in reversed(config.layers)))
    excluded = finder.exclusion_of(file) if file else ""
    return Shown(file, configs, excluded, finder.settings_of(name).as_of, tuple(rows))


def _rows(said: Mapping[Path, Said], options: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows in the order of the table of keys."""
    for name, key in BY_NAME.items():
        if name in _HIDDEN:
            continue
        found = [(path, one) for path, one in said.items() if path[0] == name]
        if name in options:
            yield Row((name,), options[name], f"--{name}")
        elif not found:
            unset = key.default in ("", ())
            yield Row((name,), None if unset else _plain(key.default), "default")
        for path, one in () if name in options else found:
            first = one.origins[-1]
            where = ", ".join(dict.fromkeys(origin.described for origin in one.origins))
            yield Row(tuple(map(str, path)), one.value, where, first.layer.document.path, first.place.line)


def _override_rows(config: Config) -> Iterator[Row]:
    for number, one in enumerate(config.overrides, 1):
        place = one.origin.place
        path = one.origin.layer.document.path
        yield Row(
            (f"{OVERRIDES}[{number}]",),
            {**one.table, "files": list(one.files)},
            f"{path}:{place.line}",
            path,
            place.line,
        )


def as_text(shown: Shown) -> Iterator[str]:
    """Yield the lines for a terminal, without line ends."""
    first, *others = shown.configs or ("no config file",)
    extended = f", which extends {', '.join(others)}" if others else ""
    yield neutral(f"{shown.file or 'this folder'}: {first}{extended}")
    if shown.excluded:
        yield neutral(f"not judged: excluded by {shown.excluded}")
    yield f"as of {shown.as_of}"
    yield ""
    yield from columns([(_dotted(row.key), row.origin, _toml(row.value)) for row in shown.rows])


def as_json(shown: Shown) -> Iterator[str]:
    """Yield the lines of one JSON document; its ``values`` are a config that says the same."""
    values: dict[str, Any] = {}
    overrides = []
    for row in shown.rows:
        if row.key[0].startswith(f"{OVERRIDES}["):
            overrides.append(row.value)
            continue
        if row.value is None:
            continue
        table = values
        for name in row.key[:-1]:
            table = table.setdefault(name, {})
        table[row.key[-1]] = row.value
    if overrides:
        values[OVERRIDES] = overrides
    document = {
        "version": VERSION,
        "file": shown.file or None,
        "configs": list(shown.configs),
        "excluded_by": shown.excluded or None,
        "as_of": shown.as_of,
        "values": values,
        "origins": [
            {"key": list(row.key), "origin": row.origin, "path": row.path or None, "line": row.line or None}
            for row in shown.rows
        ],
    }
    yield write(document, indent=2)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _dotted(key: tuple[str, ...]) -> str:
    return ".".join(name if _BARE.fullmatch(name) or name.startswith(OVERRIDES) else _toml(name) for name in key)


def _toml(value: Any) -> str:
    """Return ``value`` as TOML, "(not set)" for None."""
    if value is None:
        return "(not set)"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_dotted((key,))} = {_toml(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
