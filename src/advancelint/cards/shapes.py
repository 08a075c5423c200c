"""What may stand behind a key of a card, as JSON Schema. Nothing is built before somebody asks for the schema.

The loader has the last word: a shape may let pass what it cannot express, and refuses nothing that loads. A scalar is
a text to the loader, whatever YAML takes it for, so that a number is a text here as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from advancelint.records import NamedTuple

Schema: TypeAlias = "dict[str, Any]"
# The schema of a value on a card about one kind of node.
Shape: TypeAlias = "Callable[[str], Schema]"


def text(kind: str) -> Schema:
    """Return the schema of a text that is not blank."""
    del kind
    return {"$ref": "#/$defs/text"}


def sentence(kind: str) -> Schema:
    """Return the schema of a text with slots."""
    del kind
    return {"$ref": "#/$defs/sentence"}


def number(kind: str) -> Schema:
    """Return the schema of a whole number, however it is written."""
    del kind
    return {"$ref": "#/$defs/number"}


def when(kind: str) -> Schema:
    """Return the schema of a condition on the values of a node."""
    return {"$ref": f"#/$defs/when-{kind}"}


def bound(kind: str) -> Schema:
    """Return the schema of a number, whole or not, however it is written."""
    del kind
    return {"type": ["number", "string"]}


def asked(kind: str) -> Schema:
    """Return the schema of a JSON Schema of the published form of a node."""
    return {"type": "object", "minProperties": 1, "allOf": [{"$ref": f"#/$defs/asks-{kind}"}]}


def option(kind: str) -> Schema:
    """Return the schema of the name of an option that stands for a value."""
    del kind
    return _OPTION


def anything(kind: str) -> Schema:
    """Return the schema of whatever the loader alone can tell."""
    del kind
    return {}


def test(name: str) -> Schema:
    """Return the schema of a test of one value; ``name`` says of which values."""
    return {"$ref": f"#/$defs/test-{name}"}


class Key(NamedTuple):
    """A key of a card, or of a mapping in one: what it says (``help``) and the shape of its value.

    ``needed`` marks a key that must be there. ``condition`` marks one that says what the rule looks for, of which a
    card has exactly one.
    """

    name: str
    help: str
    shape: Shape = text
    needed: bool = False
    condition: bool = False

    def schema(self, kind: str) -> Schema:
        """Return the schema of the value with what the key says."""
        return {**self.shape(kind), "description": self.help}


def names(keys: Iterable[Key]) -> tuple[str, ...]:
    """Return the names of ``keys``."""
    return tuple(key.name for key in keys)


def only(*words: str) -> Shape:
    """Return the shape of one of ``words``."""
    return lambda _: {"enum": list(words)}


def choice(words: Callable[[str], Iterable[str]]) -> Shape:
    """Return the shape of one of the words that ``words`` has for a kind of node; where it has none, nothing fits."""

    def schema(kind: str) -> Schema:
        known = list(words(kind))
        return {"enum": known} if known else {"not": {}}

    return schema


def shaped(pattern: str) -> Shape:
    """Return the shape of a text that ``pattern`` matches from end to end; “true” is a word like any other."""

    def schema(kind: str) -> Schema:
        del kind
        types = ["string", "boolean"] if re.fullmatch(pattern, "true") else ["string"]
        return {"type": types, "pattern": f"^(?:{pattern})$"}

    return schema


def items(one: Shape, **rules: Any) -> Shape:
    """Return the shape of a list that is not empty; ``rules`` are what JSON Schema is to ask of it besides."""
    return lambda kind: {"type": "array", "minItems": 1, "items": one(kind), **rules}


def mapping(keys: Iterable[Key], **rules: Any) -> Shape:
    """Return the shape of a mapping with ``keys``; ``rules`` are what JSON Schema is to ask of it besides."""
    known = tuple(keys)

    def schema(kind: str) -> Schema:
        needed = list(names(key for key in known if key.needed))
        properties = {key.name: key.schema(kind) for key in known}
        required = {"required": needed} if needed else {}
        return {"type": "object", "additionalProperties": False, **required, "properties": properties, **rules}

    return schema


def named(pattern: str, keys: Iterable[Key]) -> Shape:
    """Return the shape of a mapping of names of one's own, which ``pattern`` matches, to mappings with ``keys``."""
    one = mapping(keys)

    def schema(kind: str) -> Schema:
        made = {"type": "object", "minProperties": 1, "propertyNames": {"pattern": f"^(?:{pattern})$"}}
        return {**made, "additionalProperties": one(kind)}

    return schema


def values(pattern: str) -> Shape:
    """Return the shape of a mapping of names of one's own, which ``pattern`` matches, to values."""
    return lambda _: {"type": "object", "propertyNames": {"pattern": f"^(?:{pattern})$"}}


def either(simple: Shape, *rich: Shape) -> Shape:
    """Return the shape of a scalar of the shape ``simple``, or of a list or mapping of one of the shapes ``rich``.

    What JSON Schema asks of lists and mappings says nothing of other values, so it needs no branch of its own, and an
    editor says what is wrong with the one that was written.
    """

    def schema(kind: str) -> Schema:
        made = [shape(kind) for shape in rich]
        types = {"type": [one.pop("type") for one in made]}
        return {"anyOf": [simple(kind), types], **{key: value for one in made for key, value in one.items()}}

    return schema


def optional(shape: Shape) -> Shape:
    """Return the shape of what ``shape`` describes, or of the name of an option that stands for it."""

    def schema(kind: str) -> Schema:
        made = shape(kind)
        if "anyOf" in made:
            return {**made, "anyOf": [*made["anyOf"], _OPTION]}
        return {"anyOf": [made, _OPTION]}

    return schema


_OPTION: Schema = {"$ref": "#/$defs/option"}
