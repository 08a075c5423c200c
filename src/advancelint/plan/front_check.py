"""Checks front matter against its published schema, schemas/front-matter.schema.json.

jsonschema costs 70 ms to import, twice as much as understanding a plan. So a quick look comes first: what is plainly
right is not handed to the schema, and only the schema says that something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from advancelint import resources
from advancelint.mapping import Scalar, Sequence, Value
from advancelint.plan.front import Entry, Front
from advancelint.plan.model import Problem
from advancelint.source import Source

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MANY = frozenset({
    "attendees", "people", "our-people", "client-people", "objective", "fallback", "next-step", "outcome", "tags",
})  # fmt: skip


def check(source: Source, front: Front) -> tuple[Problem, ...]:
    """Return a problem for each value that its key cannot hold, with the place of the value."""
    doubtful = [entry for entry in front.entries if entry.roles and not is_plain(entry)]
    return tuple(_problems(source, doubtful)) if doubtful else ()


def is_plain(entry: Entry) -> bool:
    """Say whether a value is surely right: a text that is no impossible day, or a list of texts where one may stand."""
    value = entry.value
    if isinstance(value, Scalar):
        return not _DAY.fullmatch(value.text) or _exists(value.text)
    if not isinstance(value, Sequence) or not entry.roles <= _MANY:
        return False
    return all(isinstance(item, Scalar) for item in value.items)


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _problems(source: Source, entries: list[Entry]) -> Iterator[Problem]:
    import json

    from jsonschema import Draft202012Validator

    with open(resources.schema("front-matter"), encoding="utf-8") as file:
        schema: dict[str, Any] = json.load(file)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for entry in entries:
        if any(True for _ in validator.iter_errors({entry.key: plain(entry.value)})):
            kind = schema["properties"][entry.key]["$ref"].rpartition("/")[2]
            span = entry.value.span if entry.value.span else source.line_span(1)
            yield Problem("front-matter-value", f"“{entry.key}” {schema['$defs'][kind]['says']}", span)


def plain(value: Value) -> Any:
    """Return a value of the front matter as JSON knows it; every scalar is a text."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return {key.text.casefold(): plain(inner) for key, inner in value.entries}
