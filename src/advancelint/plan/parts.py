"""The parts of the published form of a plan: each a table of keys that says how a key is told and what it may hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from advancelint.plan.model import (
    OUTCOMES,
    PRECISIONS,
    RANKS,
    SIDES,
    Call,
    Field,
    NextStep,
    Objective,
    Outcome,
    Period,
    Person,
    Problem,
)
from advancelint.reading.model import CONFIDENCES, FACETS
from advancelint.records import NamedTuple
from advancelint.source import Source, Span

LADDER = FACETS["stage"][:-1]
Schema: TypeAlias = "dict[str, Any]"


class Key(NamedTuple):
    """A key of one part of the published form.

    ``tell`` returns its value from what the part is about and the source; unknown is None. ``shape`` is the JSON
    Schema of the value, ``help`` what it means.
    """

    name: str
    tell: Callable[[Any, Source], Any]
    shape: Schema
    help: str


def shape_of(keys: tuple[Key, ...]) -> Schema:
    """Return the JSON Schema of a part that has ``keys``."""
    properties = {key.name: {**key.shape, "description": key.help} for key in keys}
    return {"type": "object", "required": [*properties], "additionalProperties": False, "properties": properties}


def told(keys: tuple[Key, ...], about: Any, source: Source) -> dict[str, Any]:
    """Return a part as JSON: the value of each of its ``keys``."""
    return {key.name: key.tell(about, source) for key in keys}


def each(keys: tuple[Key, ...], items: tuple[Any, ...], source: Source) -> list[dict[str, Any]]:
    """Return a list of parts as JSON."""
    return [told(keys, item, source) for item in items]


def list_of(keys: tuple[Key, ...]) -> Schema:
    """Return the JSON Schema of a list of parts that have ``keys``."""
    return {"type": "array", "items": shape_of(keys)}


def or_null(shape: Schema) -> Schema:
    """Return the JSON Schema of a value that can be unknown."""
    return {"anyOf": [shape, {"type": "null"}]}


TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
YES: Schema = {"type": "boolean"}
DAY: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
LINE: Schema = {"type": "integer", "minimum": 1}
INDEX: Schema = {"type": ["integer", "null"], "minimum": 0}
_WHICH = "its place in “calls”, from 0, or null for the plan's own"


def line_of(one: Field | Call | Person | Objective | NextStep | Outcome | Problem, source: Source) -> int:
    """Return the 1-based line in which ``one`` begins."""
    return source.place(one.span.start).line


def _column(one: Objective, source: Source) -> int:
    return source.place(one.span.start).column


def _flat(text: str) -> str | None:
    """Return the words of a facet with single blanks, as a comment that is blanked out leaves many; None for none."""
    return " ".join(text.split()) or None


def _words(span: Span, source: Source) -> str:
    end = min(span.end, source.line_span(source.place(span.start).line).end)
    return source.text[span.start : end].rstrip()


def fact(field: Field, source: Source) -> dict[str, Any] | None:
    """Return a fact with its words, or None where the plan does not state it or only keeps a place for it."""
    return told(PLACE, field, source) if field.present and field.value else None


def _index(one: Objective | NextStep | Outcome, _: Source) -> int | None:
    return one.call if one.call >= 0 else None


def _reading(one: Objective | NextStep | Outcome, source: Source) -> dict[str, Any]:
    return told(READING, one.reading, source)


def dated(field: Field, source: Source) -> dict[str, Any] | None:
    """Return a date with its words, or None where the plan does not state one."""
    return told(DATED, field, source) if field.present else None


def _range(period: Period, source: Source) -> dict[str, Any] | None:
    return None if period.precision == PRECISIONS[-1] else told(RANGE, period, source)


PLACE = (
    Key("line", line_of, LINE, "the line on disk, from 1"),
    Key("column", _column, LINE, "the column in code points, from 1"),
    Key("text", lambda one, source: _words(one.span, source), TEXT, "the words as they stand in the line"),
)
FACT = or_null(shape_of(PLACE))
DATED = (*PLACE, Key("date", lambda one, _: one.value or None, DAY, "the exact day, null where none is given"))
STAGE = (
    Key("raw", lambda one, _: one.raw if one.present else None, TEXT_OR_NULL, "the stage as written"),
    Key("id", lambda one, _: one.value if one.value in LADDER else None, {"enum": [*LADDER, None]},
        "the stage of the ladder, null where it is none"),
    Key("closed", lambda one, _: one.value if one.value in ("won", "lost") else None, {"enum": ["won", "lost", None]},
        "the end that the plan came to, which is no step of the ladder"),
    Key("line", lambda one, source: line_of(one, source) if one.present else None,
        {"type": ["integer", "null"], "minimum": 1}, "the line on disk, from 1"),
)  # fmt: skip
CALL = (
    Key("date", lambda one, _: one.date.value or None, DAY, "the exact day, null where none is given"),
    Key("line", line_of, LINE, "the line on disk, from 1"),
    Key("title", lambda one, _: one.title, TEXT, "the words of its heading"),
    Key("date_raw", lambda one, _: one.date.raw or None, TEXT_OR_NULL, "the date as written, exact or not"),
    Key("mentioned", lambda one, _: one.mentioned, YES, "the line names it only in passing, and no rule looks at it"),
)
PERSON = (
    Key("name", lambda one, _: one.name, TEXT, "the name as written"),
    Key("side", lambda one, _: one.apparent_side, {"enum": [*SIDES]}, "the side that the person is on"),
    Key("likely", lambda one, _: bool(one.likely), YES, "the side is only likely, and no finding relies on it"),
    Key("role", lambda one, _: one.role or None, TEXT_OR_NULL, "the role or job title as written"),
    Key("organisation", lambda one, _: one.organisation or None, TEXT_OR_NULL, "the company as written"),
    Key("line", line_of, LINE, "the line on disk, from 1"),
)
FACET = (
    Key("value", lambda one, _: one.value, TEXT, "what was read"),
    Key("words", lambda one, _: _flat(one.text), TEXT_OR_NULL, "the words that decided it, null where none did"),
)


def _facets() -> Schema:
    """Return the schema of the values of a reading, by the name of the facet."""
    made: Schema = {}
    for name, values in FACETS.items():
        value = FACET[0]._replace(shape={"enum": [*values]} if values else TEXT)
        made[name] = {**shape_of((value, FACET[1])), "description": f"the reading's {name}"}
    return {"type": "object", "required": [*made], "additionalProperties": False, "properties": made}


READING = (
    Key("confidence", lambda one, _: one.confidence, {"enum": [*CONFIDENCES]}, "how sure the reading is"),
    Key("facets", lambda one, source: {name: told(FACET, facet, source) for name, facet in one.facets().items()},
        _facets(), "the values of the reading"),
)  # fmt: skip
_READ: Schema = {"$ref": "#/$defs/reading"}
OBJECTIVE = (
    *PLACE,
    Key("rank", lambda one, _: one.apparent_rank, {"enum": [*RANKS]}, "primary, fallback, the plan's own, or unranked"),
    Key("call", _index, INDEX, _WHICH),
    Key("reading", _reading, or_null(_READ), "null for the sales objective, which need not be an act of the client's"),
)
RANGE = (
    Key("from", lambda one, _: one.start or None, DAY, "the first day, null where it is not known"),
    Key("to", lambda one, _: one.end or None, DAY, "the last day, null where it is not known"),
    Key("precision", lambda one, _: one.precision, {"enum": [*PRECISIONS[:-1]]},
        "how exact the words are; relative: told from a day that is not known"),
)  # fmt: skip
STEP = (
    *PLACE,
    Key("owner", lambda one, _: one.owner.value or None, TEXT_OR_NULL,
        "who owns the step, as written; the author for “me”"),
    Key("side", lambda one, _: one.apparent_side, {"enum": [*SIDES]}, "the side that owns it"),
    Key("likely", lambda one, _: bool(one.likely), YES, "the side is only likely, and no finding relies on it"),
    Key("due", lambda one, _: one.due.value or None, DAY, "the exact day, null where none is given"),
    Key("due_raw", lambda one, _: one.due.raw or None, TEXT_OR_NULL, "the time as written, exact or not"),
    Key("due_range", lambda one, source: _range(one.period, source), or_null(shape_of(RANGE)),
        "the days that the words cover, both inclusive"),
    Key("done", lambda one, _: one.done, YES, "it is ticked off"),
    Key("call", _index, INDEX, _WHICH),
    Key("reading", _reading, _READ, "how its words are read"),
)  # fmt: skip
OUTCOME = (
    *PLACE,
    Key("label", lambda one, _: one.label, {"enum": [*OUTCOMES]}, "what the call is said to have produced"),
    Key("call", _index, INDEX, _WHICH),
    Key("reading", _reading, _READ, "how its words are read"),
)
PASSED_OVER = (
    Key("line", lambda one, _: one.line, LINE, "the line on disk, from 1"),
    Key("why", lambda one, _: one.why, TEXT, "the reason"),
)
PROBLEM = (
    *PLACE[:2],
    Key("kind", lambda one, _: one.kind, TEXT, "what sort of trouble it is"),
    Key("message", lambda one, _: one.message, TEXT, "what is wrong, in words"),
)
