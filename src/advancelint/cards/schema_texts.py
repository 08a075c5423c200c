"""Front matter as a card's ``schema`` asks for it: what is to be text is taken as it is written, number or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from advancelint.cards.patterns import compile_pattern
from advancelint.mapping import Mapping, Scalar, Sequence, Value, resolved

# Keywords that say nothing of a number, and those that say nothing of a text.
_OF_TEXT = frozenset(("pattern", "minLength", "maxLength", "format"))
_OF_NUMBERS = frozenset(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"))
_NUMBERS = frozenset(("integer", "number"))
_TEXT, _NUMBER = "text", "number"
_BRANCHES = ("allOf", "anyOf", "oneOf")

Schemas = tuple[Any, ...]
Resolve = Callable[[Value], Any]


def resolver(schema: Any, key: str) -> Resolve:
    """Return what turns the mapping that ``schema`` describes under ``key`` into values that JSON knows.

    A scalar is the text that is written where the schema asks for the type string, or says with a keyword of texts
    what it has to be, and lets it be no number. What is blank stays so, for `required`.
    """

    def resolve(value: Value) -> Any:
        return _resolved(value, tuple(_below(_flat((schema,), schema), key, schema)), schema)

    return resolve


def _resolved(value: Value, schemas: Schemas, root: Any) -> Any:
    if isinstance(value, Sequence):
        inner = tuple(_items(schemas, root))
        return [_resolved(item, inner, root) for item in value.items]
    if isinstance(value, Mapping):
        return {key.text: _resolved(item, tuple(_below(schemas, key.text, root)), root) for key, item in value.entries}
    found = resolved(value)
    return value.text if found is not None and isinstance(value, Scalar) and _asks_text(schemas) else found


def _asks_text(schemas: Schemas) -> bool:
    asked = {name for schema in schemas for name in _asked(schema)}
    return asked == {_TEXT}


def _asked(schema: dict[str, Any]) -> Iterator[str]:
    types = schema.get("type", ())
    types = {types} if isinstance(types, str) else set(types)
    if "string" in types or _OF_TEXT & schema.keys():
        yield _TEXT
    if _NUMBERS & types or _OF_NUMBERS & schema.keys():
        yield _NUMBER


def _flat(schemas: Schemas, root: Any) -> Schemas:
    """Return ``schemas`` with all that they say of the same value: alternatives, conditions, references.

    What a value must not be is asked of it by its keywords, and its type is barred rather than asked for.
    """
    found: list[Any] = []
    waiting = list(schemas)
    while waiting:
        schema = waiting.pop()
        if not isinstance(schema, dict):
            continue
        found.append(schema)
        waiting += [schema.get(name) for name in ("if", "then", "else")]
        waiting += [one for name in _BRANCHES for one in schema.get(name, ())]
        waiting += schema.get("dependentSchemas", {}).values()
        if "$ref" in schema:
            waiting.append(_target(root, schema["$ref"]))
        if isinstance(barred := schema.get("not"), dict):
            waiting.append({name: item for name, item in barred.items() if name != "type"})
    return tuple(found)


def _target(root: Any, ref: str) -> Any:
    here = root
    for part in unquote(ref[1:]).split("/")[1:]:
        here = here[part.replace("~1", "/").replace("~0", "~")]
    return here


def _below(schemas: Schemas, name: str, root: Any) -> Schemas:
    """Return what flat ``schemas`` of a mapping say of its entry ``name``, flat as well."""
    found: list[Any] = []
    for schema in schemas:
        shapes = schema.get("patternProperties", {}).items()
        shaped = [one for shape, one in shapes if compile_pattern(shape).search(name)]
        named = [schema["properties"][name]] if name in schema.get("properties", {}) else []
        found += [*named, *shaped] or [schema.get("additionalProperties")]
    return _flat(tuple(found), root)


def _items(schemas: Schemas, root: Any) -> Schemas:
    """Return what flat ``schemas`` of a list say of its items, whichever of them."""
    found: list[Any] = []
    for schema in schemas:
        found += [schema.get("items"), schema.get("contains"), *schema.get("prefixItems", ())]
    return _flat(tuple(found), root)
