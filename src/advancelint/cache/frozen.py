"""Named tuples become bytes and named tuples again, those of known classes alone: reading them runs nothing."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any


def freeze(value: tuple[Any, ...]) -> bytes:
    """Return ``value`` as bytes: a named tuple of texts, numbers, truth values, tuples and named tuples."""
    return zlib.compress(json.dumps(_flat(value), separators=(",", ":")).encode("ascii"), 1)


def thaw(data: bytes, classes: Mapping[str, type[tuple[Any, ...]]]) -> Any:
    """Return what `freeze` made of ``data``; ``classes`` are those of named tuples, by name.

    Raises ValueError where ``data`` is nothing that `freeze` made of such a value.
    """
    try:
        return _built(json.loads(zlib.decompress(data)), classes)
    except (zlib.error, TypeError, KeyError, IndexError, RecursionError) as error:
        raise ValueError("no frozen value") from error


def _flat(value: Any) -> Any:
    if isinstance(value, tuple):
        name = type(value).__name__ if hasattr(value, "_fields") else ""
        return [name, *map(_flat, value)]
    return value


def _built(value: Any, classes: Mapping[str, type[tuple[Any, ...]]]) -> Any:
    if not isinstance(value, list):
        return value
    name, *parts = value
    built = [_built(part, classes) for part in parts]
    return classes[name](*built) if name else tuple(built)
