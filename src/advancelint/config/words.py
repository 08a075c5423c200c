"""The words of a config that should choose rules; which of them do, only the catalogue can tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from advancelint.config.keys import CONFIG
from advancelint.config.layered import Config
from advancelint.config.layers import Origin
from advancelint.config.shapes import Path, Texts
from advancelint.config.tables import Fields, Map, Tables


def rule_words(config: Config) -> Iterator[tuple[str, Origin]]:
    """Yield each word of every layer, overrides included, with where it stands."""
    for layer in config.layers:
        for word, path in _words(CONFIG, layer.document.table, ()):
            yield word, Origin(layer, path)


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
