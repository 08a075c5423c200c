"""The words of a config that should choose rules; which of them do, only the catalogue can tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from advancelint.config.keys import CONFIG, EXTEND, OVERRIDES
from advancelint.config.layered import Config
from advancelint.config.layers import Origin
from advancelint.config.shapes import Path, Texts
from advancelint.config.tables import Fields, Map, Tables


def rule_words(config: Config) -> Iterator[tuple[str, Origin]]:
    """Yield each word of every layer, overrides included, with where it stands."""
    for layer in config.layers:
        for word, path in _words(CONFIG, layer.document.table, ()):
            yield word, Origin(layer, path)


def chooses(origin: Origin) -> bool:
    """Say whether a word that stands at ``origin`` chooses rules to judge by, and does not leave out or set any."""
    key = origin.path[2] if origin.path[0] == OVERRIDES else origin.path[0]
    return key in ("select", f"{EXTEND}select")


def option_values(config: Config) -> Iterator[tuple[str, str, Any, Origin]]:
    """Yield each value for an option of every layer, overrides included: rule, option, value, where it stands."""
    for layer in config.layers:
        table = layer.document.table
        tables = [((), table), *(((OVERRIDES, number), one) for number, one in enumerate(table.get(OVERRIDES, ())))]
        for at, one in tables:
            for word, options in one.get("options", {}).items():
                for name, value in options.items():
                    yield word, name, value, Origin(layer, (*at, "options", word, name))


def _words(shape: object, value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    if isinstance(shape, Fields | Map) and isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(shape, Map) and shape.of == "codes":
                yield key, (*path, key)
            yield from _words(shape.inner(key), item, (*path, key))
    elif isinstance(shape, Tables):
        for number, item in enumerate(value):
            yield from _words(shape.one, item, (*path, number))
    elif isinstance(shape, Texts) and shape.of == "codes":
        for number, word in enumerate(value):
            yield word.strip(), (*path, number)
