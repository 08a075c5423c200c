"""The published schema of cards, made from the tables by which cards are loaded. Nothing imports it to judge a plan.

It says what draft 7 of JSON Schema can say, which every editor reads, and refuses no card that loads; a test holds it
to the loader.
"""

from __future__ import annotations

from advancelint.cards import schema_forms
from advancelint.cards.fields import MOST_DIGITS
from advancelint.cards.keys import CONDITIONS, FIX, FOUND, JOINERS, KEYS, OPERATORS
from advancelint.cards.message import FOUND_SLOTS
from advancelint.cards.shapes import (
    Key,
    Schema,
    Shape,
    either,
    items,
    mapping,
    names,
    number,
    optional,
    sentence,
    test,
    text,
)
from advancelint.cards.where import NARROWED
from advancelint.nodes import KINDS, TEXTS, VOCABULARY, FieldType, slots_of
from advancelint.resources import lead

_ABOUT = "One rule, as a YAML file. What only the loader can tell, “advancelint config check” says."
_OPERATORS_OF = {"number": ("at_least", "at_most"), "flag": (), "words": ("matches",), "lines": ("matches",),
                 "choice": ("matches",)}  # fmt: skip
_WORDS = {"type": ["string", "number", "boolean"]}
_MOST = 10**MOST_DIGITS - 1
_SLOT = "patternErrorMessage"  # what VS Code and others say instead of the pattern


def schema() -> Schema:
    """Return the JSON Schema of a card."""
    shared = {key.name: key.schema(KINDS[0]) if _is_shared(key) else {"description": key.help} for key in KEYS}
    return {
        **lead("card", "a rule card", _ABOUT, edited=True),
        "type": "object",
        "additionalProperties": False,
        "required": list(names(key for key in KEYS if key.needed)),
        "properties": shared,
        "oneOf": [{"required": [name]} for name in CONDITIONS],
        "allOf": [*map(_of_kind, KINDS), *_between_keys()],
        "$defs": _definitions(),
    }


def _is_shared(key: Key) -> bool:
    """Say whether the values of a key are the same on cards about all kinds of nodes."""
    return all(key.shape(kind) == key.shape(KINDS[0]) for kind in KINDS)


def _of_kind(kind: str) -> Schema:
    """Return what the keys of a card about ``kind`` may hold."""
    quoted = {"properties": {"on": {"const": kind}}, "required": ["on"]}
    own = {key.name: key.schema(kind) for key in KEYS if not _is_shared(key)}
    return {"if": quoted, "then": {"properties": own, **_slots(kind)}}


def _slots(kind: str) -> Schema:
    """Hold the slots of sentences to what a node of ``kind`` can fill; a check can bring words of its own."""
    free = {"anyOf": [{"required": ["check"]}, {"required": ["options"]}]}
    held = _sentences(f"slots-{kind}")
    for condition in FOUND_SLOTS:
        held = {"if": {"required": [condition]}, "then": _sentences(f"slots-{kind}-{condition}"), "else": held}
    return {"if": {"not": free}, "then": held}


def _sentences(name: str) -> Schema:
    """Hold all sentences of a card to the definition ``name``."""
    card, fix = (
        {key.name: {"$ref": f"#/$defs/{name}"} for key in keys if key.shape is sentence} for keys in (KEYS, FIX)
    )
    return {"properties": {**card, "fix": {"properties": fix}}}


def _quoting(known: tuple[str, ...]) -> Schema:
    return {
        "pattern": rf"^(?:[^{{}}]|\{{(?:{'|'.join(known)})\}})*$",
        _SLOT: f"A slot in braces is one of: {', '.join(known)}.",
    }


def _between_keys() -> list[Schema]:
    """Return what one key asks of another."""
    has = {name: {"required": [name]} for name in names(KEYS)}
    way = {"required": ["with"], "oneOf": [{"required": ["replace"]}, {"required": ["gap"]}]}
    label = {"if": {"required": ["gap"]}, "then": {"required": ["label"]}, "else": {"not": {"required": ["label"]}}}
    retired = {"properties": {"status": {"const": "deprecated"}}, "required": ["status"]}
    unfixed = {"properties": {"flagged": {"items": {"not": {"required": ["fixed"]}}}}}
    return [
        {"if": retired, "then": has["deprecated"], "else": {"not": has["deprecated"]}},
        {"if": has["input"], "else": has["examples"]},
        {"if": {"anyOf": [has["input"], has["suppression"]]}, "then": {"not": has["fix"]}},
        {"if": has["fix"], "else": {"properties": {"examples": unfixed}}},
        {"if": has["check"], "else": {"properties": {"fix": {**way, "allOf": [label]}}}},
        {"if": has["where"], "then": {"anyOf": [has[name] for name in NARROWED]}},
        {"if": has["phrases"], "else": {"properties": {"fix": {"properties": {"replace": {"not": {"const": FOUND}}}}}}},
    ]


def _definitions() -> Schema:
    tests = {_test_name(field): field for kind in KINDS for field in _fields(kind).values()}
    return {
        "text": {**_WORDS, "pattern": r"\S"},
        "sentence": {**_WORDS, "allOf": [{"pattern": r"\S"}, {"pattern": r"^(?:[^{}]|\{[^{}\s]+\})*$"}]},
        "number": {
            "type": ["integer", "string"],
            "minimum": -_MOST,
            "maximum": _MOST,
            "pattern": f"^-?[0-9]{{1,{MOST_DIGITS}}}$",
        },
        "option": {
            "type": "string",
            "pattern": r"^\$[A-Za-z]\w*$",
            _SLOT: "Write a value, or $name for an option of the card.",
        },
        **{f"slots-{kind}": _quoting(slots_of(kind)) for kind in KINDS},
        **{
            f"slots-{kind}-{condition}": _quoting((*slots_of(kind), *found))
            for kind in KINDS
            for condition, found in FOUND_SLOTS.items()
        },
        **{f"when-{kind}": _when(kind) for kind in KINDS},
        **schema_forms.definitions(),
        **{f"test-{name}": _test(name, field) for name, field in tests.items()},
    }


def _fields(kind: str) -> dict[str, FieldType]:
    return {**VOCABULARY[kind], "text": TEXTS[kind]}


def _when(kind: str) -> Schema:
    fields = [Key(name, field.about, _tested(field)) for name, field in _fields(kind).items()]
    return mapping((*fields, *JOINERS), minProperties=1)(kind)


def _tested(field: FieldType) -> Shape:
    return lambda _: test(_test_name(field))


def _test_name(field: FieldType) -> str:
    """Return the name of the test that fields with the same values share: that of the first of them."""
    if field.type != "choice":
        return field.type
    everywhere = (pair for kind in KINDS for pair in VOCABULARY[kind].items())
    return next(name for name, other in everywhere if other.choices == field.choices)


def _test(name: str, field: FieldType) -> Schema:
    """Return the schema of a test: a value, a list of values, or a mapping of operators."""
    fitting = [key for key in OPERATORS if key.name in ("not", "any", "all", *_OPERATORS_OF[field.type])]
    value = optional(lambda _: _value(field))
    return either(value, items(value), mapping(fitting, minProperties=1))(name)


def _value(field: FieldType) -> Schema:
    if field.type == "flag":
        return {"enum": [True, False, "true", "false"]}
    if field.type == "choice":
        return {"enum": list(field.choices)}
    return (number if field.type == "number" else text)(field.type)
