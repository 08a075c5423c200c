"""The published schema of the config and the table of its keys in docs/usage.md, both made from the table of keys."""

from __future__ import annotations

import json
from collections.abc import Iterator

from advancelint.config.keys import CONFIG, KEYS, OVERRIDE, Key
from advancelint.config.shapes import Schema
from advancelint.resources import lead

_ABOUT = "advancelint.toml, .advancelint.toml, or the table [tool.advancelint] of pyproject.toml."


def schema() -> Schema:
    """Return the JSON Schema of a config."""
    properties = {key.name: {**key.shape.schema(), "description": key.help} for key in (*KEYS, OVERRIDE)}
    items = properties[OVERRIDE.name]["items"]
    for key in KEYS:
        if key.sometimes:
            items["properties"][key.name] = {"$ref": f"#/properties/{key.name}"}
    return {
        **lead("config", "config", _ABOUT, edited=True),
        **CONFIG.schema(),
        "properties": properties,
        "$defs": {"texts": {"type": "array", "items": {"type": "string", "pattern": "\\S"}}},
    }


def key_table() -> Iterator[str]:
    """Yield the lines of a Markdown table of all keys."""
    yield "| key | value | default | in overrides | together | what it says |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for key in (*KEYS, OVERRIDE):
        sometimes = "yes" if key.sometimes else ""
        yield f"| {key.name} | {key.shape.described} | {_default(key)} | {sometimes} | {key.joins} | {key.help} |"


def _default(key: Key) -> str:
    if key.default in ("", ()):
        return ""
    return f"`{json.dumps(key.default)}`"
