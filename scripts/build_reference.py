"""Write docs/reference/ from the command line, the published schemas and the API; with ``--check``, only compare.

Exit code 1 means that ``--check`` found a page that is out of date.
"""

from __future__ import annotations

import glob
import inspect
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

import click  # noqa: E402 - behind the path of the checkout

import api_page  # noqa: E402 - beside this script, as Python finds it
from advancelint.cli.app import app  # noqa: E402 - the checkout's own code, installed or not
from update_docs import put, read, update  # noqa: E402

FOLDER = "docs/reference"
SCHEMAS = "src/advancelint/schemas"
GENERATED = "<!-- Written by scripts/build_reference.py; do not edit. -->"
_ELSEWHERE = {"config.schema.json": "config", "card.schema.json": "cards"}
_MANY = 60  # a schema with more keys has many names for the same thing
_DEEP = 2  # a key further down is told by the schema alone

Schema = dict[str, Any]


def documents() -> dict[str, str]:
    """Return the text of every page by its path relative to the repository."""
    new = {f"{FOLDER}/{name}.md": "\n".join(lines()) + "\n" for name, lines in _PAGES.items()}
    cards = read(f"{FOLDER}/cards.md")
    if os.path.exists(os.path.join(ROOT, _CARD)):
        new[f"{FOLDER}/cards.md"] = put(cards, "card keys", "\n".join(_keys(_loaded(_CARD))))
    return new


# --- the command line


def _commands() -> Iterator[str]:
    yield from (GENERATED, "# Command line", "")
    yield "What `--help` tells of each command. [Using advancelint](../usage.md) says what they are for, and"
    yield "[what the exit codes mean](../usage.md#exit-codes)."
    for names, command in _tree((), app):
        yield from _command(names, command)


def _tree(names: tuple[str, ...], command: click.Command) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that lead to it, a group before what is in it."""
    if names:
        yield names, command
    if isinstance(command, click.Group):
        with click.Context(command) as context:
            inside = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
        for name, found in inside:
            if found:
                yield from _tree((*names, name), found)


def _command(names: tuple[str, ...], command: click.Command) -> Iterator[str]:
    name = " ".join(("advancelint", *names))
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    yield from ("", f"{'#' * (1 + len(names))} {name}", "", f"`{name} {usage}`", "")
    for paragraph in inspect.cleandoc(command.help or "").replace("\b\n", "").split("\n\n"):
        yield from (_escaped(" ".join(paragraph.split())), "")
    records = [record for one in command.get_params(context) if (record := one.get_help_record(context))]
    if len(records) > 1:  # --help alone is no table
        yield from ("| option | what it does |", "| --- | --- |")
        for flags, told in records:
            yield f"| `{flags.replace('|', chr(92) + '|')}` | {_escaped(told)} |"
    if command.epilog:
        example = command.epilog.removeprefix("Example: ")
        yield from ("", f"Example: `{example}`")


# --- the schemas


def _schemas() -> Iterator[str]:
    yield from (GENERATED, "# Schemas", "")
    yield "JSON Schemas (draft 2020-12) of what advancelint reads and prints, for editors and for programs. Keys are"
    yield "only ever added within a version. A key with a dot stands in the value of the key before it, one behind"
    yield "`[]` in each item of it."
    for path in sorted(glob.glob(os.path.join(ROOT, SCHEMAS, "*.json"))):
        name = os.path.basename(path)
        schema = _loaded(f"{SCHEMAS}/{name}")
        yield from ("", f"## {name.removesuffix('.schema.json')}", "", _escaped(_about(schema)), "")
        yield f"[`{SCHEMAS}/{name}`](../../{SCHEMAS}/{name})"
        if name in _ELSEWHERE:
            yield from ("", f"Its keys stand in [{_ELSEWHERE[name]}]({_ELSEWHERE[name]}.md).")
        else:
            yield from _grouped(schema) if len(_properties(schema, schema)) > _MANY else _keys(schema)


def _grouped(schema: Schema) -> Iterator[str]:
    """Yield the table of a schema with many names for the same thing: those with one value and meaning in a row."""
    rows: dict[tuple[str, str], list[str]] = {}
    for name, value in _properties(schema, schema).items():
        rows.setdefault((_kind(schema, value), _told(schema, value)), []).append(name)
    yield from ("", "| keys | value | what it says |", "| --- | --- | --- |")
    for (kind, told), names in rows.items():
        yield f"| {', '.join(f'`{name}`' for name in names)} | {kind} | {_escaped(told)} |"


def _about(schema: Schema) -> str:
    title = str(schema["title"]).removeprefix("advancelint: ")
    told = str(schema.get("description", ""))
    return f"{title[:1].upper()}{title[1:]}. {told}".rstrip()


def _keys(schema: Schema) -> Iterator[str]:
    yield from ("", "| key | value | needed | what it says |", "| --- | --- | --- | --- |")
    for name, value, needed in _rows(schema, schema, ""):
        yield f"| `{name}` | {_kind(schema, value)} | {'yes' if needed else ''} | {_escaped(_told(schema, value))} |"


def _rows(schema: Schema, part: Schema, path: str) -> Iterator[tuple[str, Schema, bool]]:
    for name, value in _properties(schema, part).items():
        yield f"{path}{name}", value, name in _resolved(schema, part).get("required", ())
        if path.count(".") < _DEEP:
            inner = _resolved(schema, value)
            items = _resolved(schema, inner.get("items", {}))
            within, mark = (items, "[].") if items else (inner, ".")
            named = inner.get("additionalProperties")  # a mapping of names of one's own
            within, mark = (named, "[NAME].") if isinstance(named, dict) and named else (within, mark)
            yield from _rows(schema, within, f"{path}{name}{mark}")


def _properties(schema: Schema, part: Schema) -> dict[str, Schema]:
    found: dict[str, Schema] = _resolved(schema, part).get("properties", {})
    return found


def _resolved(schema: Schema, part: Schema) -> Schema:
    """Return what ``part`` refers to; of several shapes the one that is not null, where there is just one."""
    if "$ref" in part:
        target: Schema = schema
        for word in part["$ref"].removeprefix("#/").split("/"):
            target = target[word]
        return _resolved(schema, target)
    shapes = [one for one in _shapes(part) if one.get("type") != "null"]
    return _resolved(schema, shapes[0]) if len(shapes) == 1 else part


def _shapes(part: Schema) -> list[Schema]:
    found: list[Schema] = part.get("anyOf") or part.get("oneOf") or []
    return found


def _kind(schema: Schema, part: Schema) -> str:
    found = _resolved(schema, part)
    if "const" in found:
        return f"`{json.dumps(found['const'])}`"
    if "enum" in found:
        return ", ".join(f"`{json.dumps(one)}`" for one in found["enum"])
    kinds = found.get("type", "")
    told = str(kinds)
    if isinstance(kinds, list):  # YAML takes 12 and true for what they look like, where words are meant
        told = "text" if "string" in kinds and "null" not in kinds else " or ".join(kinds)
        told = "number" if told == "text" and "boolean" not in kinds and {"number", "integer"} & {*kinds} else told
    if kinds == "array":
        told = f"list of {_kind(schema, found.get('items', {})) or 'values'}"
    shapes = _shapes(found)
    told = told or " or ".join(dict.fromkeys(filter(None, (_kind(schema, one) for one in shapes))))
    absent = part is not found and any(one.get("type") == "null" for one in _shapes(part))
    return f"{told} or null" if absent else told


def _told(schema: Schema, part: Schema) -> str:
    return str(part.get("description") or _resolved(schema, part).get("description", ""))


# --- what a check in Python gets


def _api() -> Iterator[str]:
    yield GENERATED
    yield from api_page.lines()


def _loaded(path: str) -> Schema:
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        found: Schema = json.load(file)
    return found


def _escaped(text: str) -> str:
    for character in "\\*_|<>[":
        text = text.replace(character, f"\\{character}")
    return text


_CARD = f"{SCHEMAS}/card.schema.json"
_PAGES = {"api": _api, "command-line": _commands, "schemas": _schemas}

if __name__ == "__main__":
    sys.exit(update(documents(), sys.argv[1:]))
