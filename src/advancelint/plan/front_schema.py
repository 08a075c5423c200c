"""The published schema of front matter, made of the keys of the word lists and of what each of them holds."""

from __future__ import annotations

import re

from advancelint.plan.front_check import CALL, DAY, ENTRIES, HELD, NAME, PEOPLE, TEXT, TEXTS
from advancelint.plan.parts import Schema
from advancelint.plan.vocabulary import LADDER, vocabulary
from advancelint.resources import lead

_ABOUT = (
    "What the keys that advancelint knows may hold. Keys are compared in lower case, with - for _ and blanks; others "
    "are free. Every scalar is taken as the text that is written. The words under “says” complete a message that "
    "begins with the key."
)
_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
_NAMED: Schema = {
    "type": [*_SCALAR["type"], "object"],
    "required": ["name"],
    "properties": {"name": {"type": "string", "minLength": 1, "description": "the name of the person"}},
    "additionalProperties": _SCALAR,
}
_ENTERED: Schema = {"$ref": "#/$defs/entry"}
_WITHIN: Schema = {"anyOf": [_ENTERED, {"type": "array", "items": _ENTERED}]}
_ENTRY: Schema = {"type": [*_SCALAR["type"], "object"], "minProperties": 1, "additionalProperties": _WITHIN}
_PERSON: Schema = {"$ref": "#/$defs/person"}
_SIDE: Schema = {"anyOf": [_PERSON, {"type": "array", "items": _PERSON}]}
_SHAPES: dict[str, Schema] = {
    TEXT: {"says": "holds one text, not a list or entries", **_SCALAR},
    NAME: {
        "says": "holds one text, or entries with a “name”",
        "type": [*_SCALAR["type"], "object"],
        "required": ["name"],
        "properties": {"name": {**_SCALAR, "description": "the text itself"}},
    },
    DAY: {
        "says": "holds one date that the calendar has, as 2026-06-30",
        **_SCALAR,
        "if": {"pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "then": {"format": "date"},
    },
    CALL: {
        "says": "holds one date that the calendar has, as 2026-06-30, or entries such as “date: …” and “objective: …”",
        "anyOf": [{"$ref": f"#/$defs/{DAY}"}, {"type": "object", "minProperties": 1}],
    },
    TEXTS: {
        "says": "holds a text or a list of texts",
        "type": [*_SCALAR["type"], "array"],
        "items": _SCALAR,
    },
    PEOPLE: {
        "says": "holds a name, a list of names, entries with a “name”, or such a list for each side",
        "anyOf": [*_SIDE["anyOf"], {"type": "object", "minProperties": 1, "additionalProperties": _SIDE}],
    },
    ENTRIES: {
        "says": "holds a text, or texts and entries of texts, as “primary: …” or “action: …, owner: …, due: …”",
        **_WITHIN,
    },
    "person": _NAMED,
    "entry": _ENTRY,
}


def schema() -> Schema:
    """Return the JSON Schema of the front matter of plans."""
    words = vocabulary()
    offered = {"stage": [*LADDER], "kind": [word for word in words.words["kind"] if word.endswith(("-plan", "-notes"))]}
    properties: Schema = {}
    other: dict[str, list[str]] = {}
    for key, roles in sorted(words.front.items()):
        for role in roles:
            shape, about = HELD[role]
            examples = {"examples": offered[role]} if role in offered else {}
            properties[key] = {"$ref": f"#/$defs/{shape}", "description": about, **examples}
            if "-" in key:
                other.setdefault(shape, []).append(re.escape(key).replace(r"\-", "[ _]"))
    return {
        **lead("front-matter", "the front matter of a plan", _ABOUT, edited=True),
        "type": "object",
        "properties": properties,
        "patternProperties": {f"^(?:{'|'.join(keys)})$": {"$ref": f"#/$defs/{shape}"} for shape, keys in other.items()},
        "$defs": _SHAPES,
    }
