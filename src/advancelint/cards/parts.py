"""The parts of a card that could be left out: each with its words, its place, and the card without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from advancelint.cards.alternatives import alternatives
from advancelint.cards.fields import Fields
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.source import NOWHERE, Place

_RESTRICTIONS = ("not", "except")
_Put = Callable[[Value | None], Mapping]
# What is left of a card that loses its only phrase: nothing that could find.
NOTHING_LEFT = Mapping((), NOWHERE)
# What is left of a condition that loses its only entry: it holds for every node.
_HOLDS = Mapping(
    ((Scalar("text", NOWHERE), Mapping(((Scalar("matches", NOWHERE), Scalar("^", NOWHERE)),), NOWHERE)),), NOWHERE
)
_SPACE = re.compile(r"\s+")


class Part(NamedTuple):
    """A part of a card: what sort of part, under which key, its words on one line, its place, the card without it.

    ``kind`` is value, alternative, exception, phrase or pattern. ``without`` is `NOTHING_LEFT` where no condition is.
    """

    kind: str
    under: str
    words: str
    place: Place
    without: Mapping


def parts_of(fields: Fields, card: Mapping) -> Iterator[Part]:
    """Yield the parts of the condition, of what narrows it, and of the conditions of severities, in their order."""
    walk = _Walk(fields)
    for key, value in card.entries:
        if key.text in ("when", "where"):
            yield from walk.condition(value, _entry(card, key.text))
        elif key.text == "phrases":
            yield from walk.phrases(value, _entry(card, key.text))
        elif key.text == "severity" and isinstance(value, Sequence):
            yield from walk.grades(value, _entry(card, key.text))


def _entry(card: Mapping, name: str) -> _Put:
    """Return what puts another value in the place of the entry ``name`` of the card."""
    return lambda value: NOTHING_LEFT if value is None else _with(card, name, value)


def _with(mapping: Mapping, name: str, value: Value | None) -> Mapping:
    kept = ((key, value if key.text == name else old) for key, old in mapping.entries)
    return mapping._replace(entries=tuple((key, item) for key, item in kept if item is not None))


class _Walk:
    """Goes through a condition; a class only to carry the card's text. ``put`` puts a value back into the card."""

    def __init__(self, fields: Fields) -> None:
        self._source = fields.source

    def condition(self, value: Value, put: _Put) -> Iterator[Part]:
        """Yield the parts of a condition: its joiners and the tests of its fields."""
        mapping = _mapping(value)
        for key, item in mapping.entries:
            inner = _condition_inside(mapping, key.text, put)
            if key.text in ("any", "all") and isinstance(item, Sequence):
                yield from self._items(item, inner, key.text, self.condition, "alternative")
            elif key.text == "not":
                yield self._part("exception", "not", item, inner(None))
                yield from self.condition(item, inner)
            else:
                yield from self._test(item, inner, key.text)

    def _test(self, value: Value, put: _Put, under: str) -> Iterator[Part]:
        if isinstance(value, Sequence):
            yield from self._items(value, put, under, None, "value")
        mapping = _mapping(value)
        for key, item in mapping.entries:
            inner = _inside(mapping, key.text, put)
            if key.text == "matches":
                yield from self._pattern(item, inner, under)
            elif key.text == "not":
                yield from self._unwanted(item, inner, under)
            elif isinstance(item, Sequence):
                yield from self._items(item, inner, key.text, lambda one, at: self._test(one, at, under), "alternative")

    def _unwanted(self, value: Value, put: _Put, under: str) -> Iterator[Part]:
        if isinstance(value, Sequence):
            yield from self._items(value, put, f"{under}: not", None, "exception")
            return
        yield self._part("exception", f"{under}: not", value, put(None))
        yield from self._test(value, put, under)

    def phrases(self, value: Value, put: _Put) -> Iterator[Part]:
        """Yield the phrases, and what they except."""
        if isinstance(value, Sequence):
            yield from self._items(value, put, "phrases", self._phrase, "phrase")
        mapping = _mapping(value)
        for key, item in mapping.entries:
            inner = _inside(mapping, key.text, put)
            kind = "exception" if key.text in _RESTRICTIONS else "phrase"
            if isinstance(item, Sequence):
                yield from self._items(item, inner, key.text, self._phrase, kind)

    def _phrase(self, value: Value, put: _Put) -> Iterator[Part]:
        mapping = _mapping(value)
        for key, item in mapping.entries:
            if key.text in _RESTRICTIONS and isinstance(item, Sequence):
                yield from self._items(item, _inside(mapping, key.text, put), key.text, None, "exception")

    def grades(self, value: Sequence, put: _Put) -> Iterator[Part]:
        """Yield the severities that have a condition, and the parts of these."""
        for number, grade in enumerate(value.items):
            place = _nth(value, number, put)
            if not isinstance(grade, Mapping) or (when := grade.get("when")) is None:
                continue
            yield self._part("alternative", "severity", grade, place(None))
            yield from self.condition(when, _inside(grade, "when", place))

    def _items(
        self,
        value: Sequence,
        put: _Put,
        under: str,
        deeper: Callable[[Value, _Put], Iterator[Part]] | None,
        kind: str,
    ) -> Iterator[Part]:
        """Yield the items of a list, and the parts within them; all of “all” have to hold, so it has no items."""
        alone = len(value.items) == 1 and kind in ("value", "alternative")
        for number, item in enumerate(value.items):
            place = _nth(value, number, put)
            if under != "all" and not alone:
                yield self._part(kind, under, item, place(None))
            if deeper is not None:
                yield from deeper(item, place)

    def _pattern(self, value: Value, put: _Put, under: str) -> Iterator[Part]:
        if not isinstance(value, Scalar):
            return
        written = self._source.text[value.span.start : value.span.end]
        shift = written.find(value.text)
        for one in alternatives(value.text):
            start = value.span.start + (shift + one.start if shift >= 0 else 0)
            without = put(Scalar(one.without, value.span))
            yield Part("pattern", f"{under}: matches", one.words, self._source.place(start), without)

    def _part(self, kind: str, under: str, value: Value, without: Mapping) -> Part:
        words = _SPACE.sub(" ", self._source.text[value.span.start : value.span.end]).strip()
        return Part(kind, under, words, self._source.place(value.span.start), without)


def _mapping(value: Value) -> Mapping:
    return value if isinstance(value, Mapping) else NOTHING_LEFT


def _inside(mapping: Mapping, name: str, put: _Put) -> _Put:
    """Return what puts a value in the place of the entry ``name`` of a mapping; one that gets empty goes itself."""

    def place(value: Value | None) -> Mapping:
        left = _with(mapping, name, value)
        return put(left if left.entries else None)

    return place


def _condition_inside(mapping: Mapping, name: str, put: _Put) -> _Put:
    """Do as `_inside` for a condition, of which nothing is left but that it always holds."""

    def place(value: Value | None) -> Mapping:
        left = _with(mapping, name, value)
        return put(left if left.entries else _HOLDS)

    return place


def _nth(sequence: Sequence, number: int, put: _Put) -> _Put:
    """Return what puts a value in the place of an item of a list; a list that gets empty goes itself."""

    def place(value: Value | None) -> Mapping:
        items = sequence.items[:number] + (() if value is None else (value,)) + sequence.items[number + 1 :]
        return put(sequence._replace(items=items) if items else None)

    return place
