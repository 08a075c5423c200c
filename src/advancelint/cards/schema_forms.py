"""The part of the published schema of cards that describes ``schema``: what a card may ask of a published form."""

from __future__ import annotations

import json
from typing import Any

from advancelint.cards.schema_reads import FORMATS, TYPES, keywords
from advancelint.cards.shapes import Key, Schema, Shape, anything, either, items, only, optional, text
from advancelint.nodes import KINDS
from advancelint.nodes.forms import ANYTHING, Shapes, form_schema
from advancelint.records import NamedTuple

_ANY = "asks"
_DEEP = 3  # further down, in the facets of a reading, any name passes here


def definitions() -> dict[str, Schema]:
    """Return the definitions of what may be asked of the nodes of each kind and of the parts of their forms."""
    forms = _Forms({_ANY: _anything()}, {_made_of({}, ANYTHING, []): _ANY})
    for kind in KINDS:
        form = form_schema(kind)
        forms.define(f"{_ANY}-{kind}", form, Shapes(form), 0)
    return forms.made


class _Forms(NamedTuple):
    """The definitions ``made`` so far; ``known`` has the name of each by what it was made of."""

    made: dict[str, Schema]
    known: dict[str, str]

    def define(self, name: str, part: dict[str, Any], shapes: Shapes, depth: int) -> Shape:
        """Return the shape of what may be asked of a part of a form; it is defined as ``name`` where it is new."""
        if depth > _DEEP:
            return _ref(_ANY)
        keys, inside, words = shapes.properties(part), shapes.items(part), shapes.choices(part)
        made_of = _made_of(keys, inside, words)
        if made_of not in self.known:
            self.known[made_of] = name
            told = [
                Key(key, value.get("description", key), self.define(f"{name}-{key}", value, shapes, depth + 1))
                for key, value in keys.items()
            ]
            item = self.define(f"{name}-item", inside, shapes, depth + 1)
            own = [*_of_keys(told, _ref(name))] if keys else _of_words(words) if words else _of_items(item)
            self.made[name] = {"allOf": [_ref(_ANY)("")], "properties": {key.name: key.schema("") for key in own}}
        return _ref(self.known[made_of])


def _made_of(keys: dict[str, Any], inside: dict[str, Any], words: list[str]) -> str:
    return json.dumps([keys, inside, words], sort_keys=True)


def _ref(name: str) -> Shape:
    return lambda _: {"$ref": f"#/$defs/{name}"}


def _list(one: Shape) -> Shape:
    """Return the shape of a list, which JSON Schema lets be empty here."""
    return lambda kind: {"type": "array", "items": one(kind)}


def _of_keys(keys: list[Key], same: Shape) -> tuple[Key, ...]:
    """Return the words by which something is asked of a mapping with ``keys``."""
    name = only(*(key.name for key in keys))
    inner = {"type": "object", "additionalProperties": False, "properties": {key.name: key.schema("") for key in keys}}
    return (
        Key("required", "the keys that have to be stated", optional(_list(optional(name)))),
        Key("properties", "what has to hold of the value of each key", lambda _: inner),
        Key("not", "what must not hold", same),
        Key("anyOf", "asks of which at least one has to hold", items(same)),
        Key("allOf", "asks that all have to hold", items(same)),
    )


def _of_items(item: Shape) -> tuple[Key, ...]:
    return (
        Key("items", "what has to hold of each item of the list", item),
        Key("contains", "what has to hold of at least one item of the list", item),
    )


def _of_words(words: list[str]) -> tuple[Key, ...]:
    """Return the words by which something is asked of one of ``words``, which may be unknown and is null then."""
    value = optional(lambda _: {"anyOf": [{"enum": words}, {"not": {"type": "string"}}]})
    return (
        Key("const", "the only value that is right", value),
        Key("enum", "the values that are right", optional(_list(value))),
    )


def _anything() -> Schema:
    """Return what may be asked of anything: a JSON Schema in words that a card may use, or an option for one."""
    number, same = optional(lambda _: {"type": "number"}), _ref(_ANY)
    mapping = {"type": "object", "additionalProperties": same("")}
    offered = (
        Key("type", "what sort of value is right", optional(either(only(*TYPES), items(only(*TYPES))))),
        Key("format", "the form that a text has to have", optional(only(*FORMATS))),
        Key("pattern", "a regular expression that has to match somewhere in a text", text),
        Key("minimum", "the lowest number that is right", number),
        Key("maximum", "the highest number that is right", number),
        Key("minItems", "how many items a list has at least", number),
        Key("maxItems", "how many items a list has at most", number),
        Key("const", "the only value that is right", anything),
        Key("enum", "the values that are right", optional(_list(anything))),
        Key("required", "the keys that have to be stated", optional(_list(text))),
        Key("properties", "what has to hold of the value of each key", lambda _: mapping),
        *_of_items(same),
        Key("not", "what must not hold", same),
        Key("anyOf", "asks of which at least one has to hold", items(same)),
        Key("allOf", "asks that all have to hold", items(same)),
        Key("if", "what decides between “then” and “else”", same),
        Key("then", "what has to hold where “if” does", same),
        Key("else", "what has to hold where “if” does not", same),
    )
    return {
        "type": ["object", "boolean", "string"],
        "pattern": r"^\$[A-Za-z]\w*$",
        "propertyNames": {"enum": sorted(keywords())},
        "properties": {key.name: key.schema("") for key in offered},
    }
