"""The parts of a card's ``schema``: what it asserts, one by one, and the branches among which it lets choose."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.cards.cutting import Part, Put, inside, inside_schema, mapping_of, nth, part_at
from advancelint.mapping import Sequence, Value
from advancelint.source import Source, Span

_NAMED = ("properties", "patternProperties", "dependentSchemas", "$defs")
_INNER = ("items", "contains", "propertyNames", "if", "then", "else")
_SILENT = ("title", "description", "$comment", "$schema", "$id", "$ref", "default", "examples")


def schema_parts(source: Source, value: Value, put: Put, *, top: bool = True) -> Iterator[Part]:
    """Yield the parts of the schema ``value``; ``put`` puts another one in its place in the card."""
    schema = mapping_of(value)
    for key, item in schema.entries:
        # A card needs a schema that says something; one within another does not.
        cut = (inside if top else inside_schema)(schema, key.text, put)
        if key.text in _NAMED:
            named = mapping_of(item)
            for name, inner in named.entries:
                yield from schema_parts(source, inner, inside_schema(named, name.text, cut), top=False)
        elif key.text == "allOf" and isinstance(item, Sequence):
            for number, inner in enumerate(item.items):
                yield from schema_parts(source, inner, nth(item, number, cut), top=False)
        elif key.text in ("anyOf", "oneOf", "required", "enum") and isinstance(item, Sequence):
            yield from _listed(source, key.text, item, cut)
        elif key.text in _INNER:
            yield from schema_parts(source, item, cut, top=False)
        elif key.text not in _SILENT:
            whole = item._replace(span=Span(key.span.start, item.span.end))
            yield part_at(source, "assertion", "schema", whole, cut(None))


def _listed(source: Source, name: str, value: Sequence, put: Put) -> Iterator[Part]:
    kind = {"required": "assertion", "enum": "value"}.get(name, "alternative")
    if kind != "assertion" and len(value.items) == 1:
        return
    for number, item in enumerate(value.items):
        cut = nth(value, number, put)
        yield part_at(source, kind, name, item, cut(None))
        if kind == "alternative":
            yield from schema_parts(source, item, cut, top=False)
