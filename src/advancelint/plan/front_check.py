"""Checks front matter against its published schema, schemas/front-matter.schema.json.

jsonschema costs 70 ms to import, twice as much as understanding a plan. So a quick look comes first: what is plainly
right is not handed to the schema, and only the schema says that something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from advancelint import resources
from advancelint.expressions import expression
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.plan.front import Front
from advancelint.plan.front_entries import NAMED, Entry
from advancelint.plan.model import Problem
from advancelint.source import Source

_DAY = expression(r"\d{4}-\d{2}-\d{2}")
TEXT, NAME, DAY, CALL, TEXTS, PEOPLE, ENTRIES = "text", "name", "day", "call", "texts", "people", "entries"
# What the value of a key holds, by the role that the key plays, and what it says; the published schema is made of it.
HELD = {
    "kind": (TEXT, "what sort of plan the document is; whatever is known here makes it a declared plan"),
    "title": (TEXT, "the title of the document"),
    "account": (NAME, "the client"),
    "stage": (NAME, "the stage of the sale, in the words of the ladder or of a CRM"),
    "status": (TEXT, "the stage of the sale, or the state of the document"),
    "close-date": (DAY, "when the sale is to close"),
    "call-date": (CALL, "the day of the call"),
    "attendees": (PEOPLE, "who is in the call"),
    "people": (PEOPLE, "people of the account"),
    "client-people": (PEOPLE, "people on the client's side"),
    "our-people": (PEOPLE, "our people"),
    "our-company": (TEXT, "our company"),
    "objective": (ENTRIES, "what the call is to achieve"),
    "fallback": (ENTRIES, "the smaller alternative to the objective"),
    "sales-objective": (TEXT, "what the whole plan is to achieve"),
    "client-win": (TEXT, "what the client gains"),
    "next-step": (ENTRIES, "promised acts"),
    "outcome": (TEXTS, "what the call produced"),
    "tags": (TEXTS, "words to find the document by; a stage among them counts"),
}
_MANY = frozenset(role for role, (shape, _) in HELD.items() if shape in (TEXTS, PEOPLE, ENTRIES))
_ENTERED = frozenset(role for role, (shape, _) in HELD.items() if shape == ENTRIES)
_CALLED = frozenset(role for role, (shape, _) in HELD.items() if shape == CALL)
_PEOPLED = frozenset(role for role, (shape, _) in HELD.items() if shape == PEOPLE)


def check(source: Source, front: Front) -> tuple[Problem, ...]:
    """Return a problem for each value that its key cannot hold, with the place of the value: the outermost of each."""
    doubtful = [entry for entry in front.entries if entry.roles and not is_plain(entry)]
    return tuple(_problems(source, doubtful)) if doubtful else ()


def is_plain(entry: Entry) -> bool:
    """Say whether a value is surely right: a text that is no impossible day, a list, people where they may stand."""
    value = entry.value
    if isinstance(value, Scalar):
        return not _DAY.fullmatch(value.text) or _exists(value.text)
    if entry.roles <= _PEOPLED:
        sides = [inner for _, inner in value.entries] if isinstance(value, Mapping) else [value]
        return bool(sides) and all(map(_are_people, sides))
    if entry.roles <= NAMED and isinstance(value, Mapping) and value.get("name"):
        return isinstance(value.get("name"), Scalar)
    if entry.roles <= _CALLED and isinstance(value, Mapping) and value.entries:
        return True  # "call: {date: 2026-12-04, with: Jo}" is read entry by entry
    if entry.roles <= _ENTERED:
        return all(map(_is_entry, value.items if isinstance(value, Sequence) else (value,)))
    if not isinstance(value, Sequence) or not entry.roles <= _MANY:
        return False
    return all(isinstance(item, Scalar) for item in value.items)


def _is_entry(value: Value) -> bool:
    """Say whether a value is a text, or an entry whose keys hold texts, entries, or lists of either."""
    if isinstance(value, Scalar):
        return True
    facts = [fact for _, fact in value.entries] if isinstance(value, Mapping) else []
    held = (one for fact in facts for one in (fact.items if isinstance(fact, Sequence) else (fact,)))
    return bool(facts) and all(map(_is_entry, held))


def _are_people(value: Value) -> bool:
    return all(map(_is_person, value.items)) if isinstance(value, Sequence) else _is_person(value)


def _is_person(value: Value) -> bool:
    if isinstance(value, Scalar):
        return True
    facts = value.entries if isinstance(value, Mapping) else ()
    names = [fact for key, fact in facts if key.text.casefold() == "name"]
    return (
        bool(names)
        and all(isinstance(fact, Scalar) and fact.text for fact in names)
        and all(isinstance(fact, Scalar) for _, fact in facts)
    )


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _problems(source: Source, entries: list[Entry]) -> Iterator[Problem]:
    schema, validator = _validator()
    told = 0  # where the last value ends that a problem was told of
    for entry in entries:
        if entry.value.span.start >= told and any(True for _ in validator.iter_errors({entry.key: plain(entry.value)})):
            kind = schema["properties"][entry.key]["$ref"].rpartition("/")[2]
            span, told = entry.value.span if entry.value.span else source.line_span(1), entry.value.span.end
            yield Problem("front-matter-value", f"“{entry.key}” {schema['$defs'][kind]['says']}", span)


@cache
def _validator() -> tuple[dict[str, Any], Any]:
    """Return the schema and what holds a value against it."""
    import json

    from jsonschema import Draft7Validator

    schema: dict[str, Any] = json.loads(resources.published("front-matter"))
    return schema, Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def plain(value: Value) -> Any:
    """Return a value of the front matter as JSON knows it; every scalar is a text."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return {key.text.casefold(): plain(inner) for key, inner in value.entries}
