"""Cuts a part out of a card: puts another value, or none, in its place, and everything around it as it was."""

from __future__ import annotations

from collections.abc import Callable

from advancelint.expressions import expression
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Place, Source

Put = Callable[[Value | None], Mapping]
_SPACE = expression(r"\s+")
# What is left of a card that loses its only phrase: nothing that could find.
NOTHING_LEFT = Mapping((), NOWHERE)
# What is left of a condition that loses its only entry: it holds for every node.
_HOLDS = Mapping(
    ((Scalar("text", NOWHERE), Mapping(((Scalar("matches", NOWHERE), Scalar("^", NOWHERE)),), NOWHERE)),), NOWHERE
)


class Part(NamedTuple):
    """A part of a card: what sort of part, under which key, its words on one line, its place, the card without it.

    ``kind`` is value, alternative, exception, phrase, pattern or assertion, and line for a line of a check. ``without``
    is `NOTHING_LEFT` where no condition is.
    """

    kind: str
    under: str
    words: str
    place: Place
    without: Mapping


def part_at(source: Source, kind: str, under: str, value: Value, without: Mapping) -> Part:
    """Return the part that is written at ``value`` in the card ``source``."""
    words = _SPACE.sub(" ", source.text[value.span.start : value.span.end]).strip()
    return Part(kind, under, words, source.place(value.span.start), without)


def mapping_of(value: Value) -> Mapping:
    """Return ``value`` where it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else NOTHING_LEFT


def in_card(card: Mapping, name: str) -> Put:
    """Return what puts another value in the place of the entry ``name`` of the card."""
    return lambda value: NOTHING_LEFT if value is None else _with(card, name, value)


def inside(mapping: Mapping, name: str, put: Put) -> Put:
    """Return what puts a value in the place of the entry ``name`` of a mapping; one that gets empty goes itself."""

    def place(value: Value | None) -> Mapping:
        left = _with(mapping, name, value)
        return put(left if left.entries else None)

    return place


def inside_condition(mapping: Mapping, name: str, put: Put) -> Put:
    """Do as `inside` for a condition, of which nothing is left but that it always holds."""

    def place(value: Value | None) -> Mapping:
        left = _with(mapping, name, value)
        return put(left if left.entries else _HOLDS)

    return place


def inside_schema(mapping: Mapping, name: str, put: Put) -> Put:
    """Do as `inside` for a schema within another, which may be empty."""
    return lambda value: put(_with(mapping, name, value))


def nth(sequence: Sequence, number: int, put: Put) -> Put:
    """Return what puts a value in the place of an item of a list; a list that gets empty goes itself."""

    def place(value: Value | None) -> Mapping:
        items = sequence.items[:number] + (() if value is None else (value,)) + sequence.items[number + 1 :]
        return put(sequence._replace(items=items) if items else None)

    return place


def _with(mapping: Mapping, name: str, value: Value | None) -> Mapping:
    kept = ((key, value if key.text == name else old) for key, old in mapping.entries)
    return mapping._replace(entries=tuple((key, item) for key, item in kept if item is not None))
