"""The published form of a node: what ``inspect`` prints of it, and its fields, as values that JSON knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any

from advancelint import resources
from advancelint.mapping import Mapping, Scalar, Sequence, Value, resolved
from advancelint.markdown import front_matter
from advancelint.nodes.fieldtype import FieldType
from advancelint.nodes.vocabulary import VOCABULARY
from advancelint.plan.front import pairs_of
from advancelint.plan.model import Plan
from advancelint.plan.published import published, published_part
from advancelint.records import NamedTuple
from advancelint.rule import Node
from advancelint.source import NOWHERE, Source, Span

# Where `inspect` keeps the parts of a kind; those of a call stand in the call as well.
_LISTS = {"call": "calls", "objective": "objectives", "next_step": "next_steps", "outcome": "outcomes",
          "person": "people"}  # fmt: skip
OF_A_CALL = ("objectives", "next_steps", "outcomes")
# What a part says of its place, which the rest of the file decides.
PLACED = ("line", "column", "call")
FIELDS, FRONT = "fields", "front_matter"
_LONGEST_KEY = 200
ANYTHING: dict[str, Any] = {}
_TYPES = {"number": "integer", "flag": "boolean"}

Path = tuple[str | int, ...]


class Form(NamedTuple):
    """A node's published form, and where in the text the values of its front matter stand."""

    value: dict[str, Any]
    places: dict[Path, Span]


class Forms:
    """The forms of one plan's nodes; what they share is worked out once."""

    def __init__(self, plan: Plan, text: str, front: Callable[[Value], Any] = resolved) -> None:
        """Take ``plan``, the text that it was read from, and what tells the values of its ``front`` matter."""
        self._plan = plan
        self._told = front
        self.source = Source.of(plan.path, text)

    def is_of(self, node: Node) -> bool:
        """Say whether ``node`` belongs to this plan."""
        return node.plan is self._plan and node.written == self.source.text

    def form(self, node: Node, names: tuple[str, ...]) -> Form:
        """Return the published form of ``node``; of its fields only those with ``names``, since each costs work."""
        value: dict[str, Any] = {}
        places: dict[Path, Span] = {}
        if node.kind == "plan":
            value = {**self._published, FRONT: self._front.value}
            places = self._front.places
        elif node.kind != "document":
            index = int(node.identity.rpartition(":")[2])
            value = published_part(self._plan, node.kind, index, self.source)
            if node.kind == "call":
                value |= {name: self._of_call[name][index] for name in OF_A_CALL}
        return Form({**value, FIELDS: {name: node.values[name] for name in names}}, places)

    @cached_property
    def _published(self) -> dict[str, Any]:
        return published(self._plan, self.source)

    @cached_property
    def _of_call(self) -> dict[str, defaultdict[int, list[Any]]]:
        found: dict[str, defaultdict[int, list[Any]]] = {name: defaultdict(list) for name in OF_A_CALL}
        for name, parts in found.items():
            for part in self._published[name]:
                if part["call"] is not None:
                    parts[part["call"]].append(part)
        return found

    @cached_property
    def _front(self) -> Form:
        pairs, _ = pairs_of(self.source, front_matter(self.source)[0])
        kept = [(name, value) for name, value in pairs if len(name) <= _LONGEST_KEY]
        places: dict[Path, Span] = {}
        for name, value in kept:
            _note(value, (FRONT, name), places)
        whole = Mapping(tuple((Scalar(name, NOWHERE), value) for name, value in kept), NOWHERE)
        return Form(self._told(whole), places)


def _note(value: Value, path: Path, places: dict[Path, Span]) -> None:
    places[path] = value.span
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            _note(item, (*path, index), places)
    elif isinstance(value, Mapping):
        for key, inner in value.entries:
            _note(inner, (*path, key.text), places)


def form_schema(kind: str) -> dict[str, Any]:
    """Return a JSON Schema of the published form of a node of ``kind``, with the definitions that it refers to."""
    import json

    with open(resources.schema("plan"), encoding="utf-8") as file:
        plan: dict[str, Any] = json.load(file)
    fields = {name: _shape(field) for name, field in VOCABULARY[kind].items()}
    properties: dict[str, Any] = {}
    if kind == "plan":
        properties = {**plan["properties"], FRONT: {"type": "object"}}
    elif kind != "document":
        properties = dict(plan["properties"][_LISTS[kind]]["items"]["properties"])
    if kind == "call":
        properties |= {name: plan["properties"][name] for name in OF_A_CALL}
    properties[FIELDS] = {"type": "object", "properties": fields}
    return {"type": "object", "properties": properties, "$defs": plan["$defs"]}


def _shape(field: FieldType) -> dict[str, Any]:
    if field.choices:
        return {"enum": list(field.choices)}
    return {"type": _TYPES.get(field.type, "string")}


class Shapes:
    """Tells what a part of a form can hold, through references and alternatives."""

    def __init__(self, form: dict[str, Any]) -> None:
        """Take the form of a node, as `form_schema` gives it."""
        self._definitions = form["$defs"]

    def properties(self, part: dict[str, Any]) -> dict[str, Any]:
        """Return the keys of a part with what each can hold."""
        return {name: inner for one in self._parts(part) for name, inner in one.get("properties", {}).items()}

    def items(self, part: dict[str, Any]) -> dict[str, Any]:
        """Return what the items of a part can hold."""
        return next((one["items"] for one in self._parts(part) if "items" in one), ANYTHING)

    def choices(self, part: dict[str, Any]) -> list[str]:
        """Return the words of a part that is one of a closed set, none for any other."""
        parts = self._parts(part)
        if not all("enum" in one or one.get("type") == "null" for one in parts):
            return []
        return [word for one in parts for word in one.get("enum", ()) if isinstance(word, str)]

    def _parts(self, part: dict[str, Any]) -> list[dict[str, Any]]:
        """Return ``part`` without references and alternatives."""
        if "$ref" in part:
            return self._parts(self._definitions[part["$ref"].rpartition("/")[2]])
        choices = part.get("anyOf", part.get("oneOf"))
        return [inner for one in choices for inner in self._parts(one)] if choices else [part]
