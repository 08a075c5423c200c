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
    properties = {key.name: _described(key.shape.schema(), key.help) for key in (*KEYS, OVERRIDE)}
    items = _described(properties[OVERRIDE.name]["items"], OVERRIDE.help)
    properties[OVERRIDE.name]["items"] = items
    for key in KEYS:
        if key.sometimes:
            items["properties"][key.name] = {"$ref": f"#/properties/{key.name}", "description": key.help}
    return {
        **lead("config", "a config file", _ABOUT, edited=True),
        **CONFIG.schema(),
        "properties": properties,
        "$defs": {"texts": {"type": "array", "items": {"type": "string", "pattern": "\\S"}}},
    }


def _described(made: Schema, help_text: str) -> Schema:
    """Return a schema with what its key says, which is also what editors show for the keys of its tables."""
    inner = {name: _described(value, help_text) for name, value in made.get("properties", {}).items()}
    return {**made, **({"properties": inner} if inner else {}), "description": help_text}


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
