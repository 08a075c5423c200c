"""The parts of a card that could be left out: each with its words, its place, and the card without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advancelint.cards.alternatives import alternatives
from advancelint.cards.cutting import (
    NOTHING_LEFT,
    Part,
    Put,
    in_card,
    inside,
    inside_condition,
    mapping_of,
    nth,
    part_at,
)
from advancelint.cards.fields import Fields
from advancelint.cards.schema_parts import schema_parts
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.source import Place, Source

_RESTRICTIONS = ("not", "except")


def parts_of(fields: Fields, card: Mapping) -> Iterator[Part]:
    """Yield the parts of the condition, of what narrows it, and of the conditions of severities, in their order."""
    walk = _Walk(fields)
    for key, value in card.entries:
        if key.text in ("when", "where"):
            yield from walk.condition(value, in_card(card, key.text))
        elif key.text == "phrases":
            yield from walk.phrases(value, in_card(card, key.text))
        elif key.text == "schema":
            yield from schema_parts(fields.source, value, in_card(card, key.text))
        elif key.text == "severity" and isinstance(value, Sequence):
            yield from walk.grades(value, in_card(card, key.text))


def without_exception(source: Source, card: Mapping, place: Place | None) -> Mapping:
    """Return the card without the exception of its phrases that stands at ``place``; itself where none does."""
    phrases = mapping_of(card.get("phrases") or NOTHING_LEFT)
    spared = phrases.get("except")
    put = inside(phrases, "except", in_card(card, "phrases"))
    items = spared.items if isinstance(spared, Sequence) else ()
    for number, item in enumerate(items):
        if isinstance(spared, Sequence) and source.place(item.span.start) == place:
            return nth(spared, number, put)(None)
    return put(None) if isinstance(spared, Scalar) and source.place(spared.span.start) == place else card


class _Walk:
    """Goes through a condition; a class only to carry the card's text. ``put`` puts a value back into the card."""

    def __init__(self, fields: Fields) -> None:
        self._source = fields.source

    def condition(self, value: Value, put: Put) -> Iterator[Part]:
        """Yield the parts of a condition: its joiners and the tests of its fields."""
        mapping = mapping_of(value)
        for key, item in mapping.entries:
            inner = inside_condition(mapping, key.text, put)
            if key.text in ("any", "all") and isinstance(item, Sequence):
                yield from self._items(item, inner, key.text, self.condition, "alternative")
            elif key.text == "not":
                yield self._part("exception", "not", item, inner(None))
                yield from self.condition(item, inner)
            else:
                yield from self._test(item, inner, key.text)

    def _test(self, value: Value, put: Put, under: str) -> Iterator[Part]:
        if isinstance(value, Sequence):
            yield from self._items(value, put, under, None, "value")
        mapping = mapping_of(value)
        for key, item in mapping.entries:
            inner = inside(mapping, key.text, put)
            if key.text == "matches":
                yield from self._pattern(item, inner, under)
            elif key.text == "not":
                yield from self._unwanted(item, inner, under)
            elif isinstance(item, Sequence):
                yield from self._items(item, inner, key.text, lambda one, at: self._test(one, at, under), "alternative")

    def _unwanted(self, value: Value, put: Put, under: str) -> Iterator[Part]:
        if isinstance(value, Sequence):
            yield from self._items(value, put, f"{under}: not", None, "exception")
            return
        yield self._part("exception", f"{under}: not", value, put(None))
        yield from self._test(value, put, under)

    def phrases(self, value: Value, put: Put) -> Iterator[Part]:
        """Yield the phrases, and what they except."""
        if isinstance(value, Sequence):
            yield from self._items(value, put, "phrases", self._phrase, "phrase")
        mapping = mapping_of(value)
        for key, item in mapping.entries:
            inner = inside(mapping, key.text, put)
            kind = "exception" if key.text in _RESTRICTIONS else "phrase"
            if isinstance(item, Sequence):
                yield from self._items(item, inner, key.text, self._phrase, kind)

    def _phrase(self, value: Value, put: Put) -> Iterator[Part]:
        mapping = mapping_of(value)
        for key, item in mapping.entries:
            if key.text in _RESTRICTIONS and isinstance(item, Sequence):
                yield from self._items(item, inside(mapping, key.text, put), key.text, None, "exception")

    def grades(self, value: Sequence, put: Put) -> Iterator[Part]:
        """Yield the severities that have a condition, and the parts of these."""
        for number, grade in enumerate(value.items):
            place = nth(value, number, put)
            if not isinstance(grade, Mapping) or (when := grade.get("when")) is None:
                continue
            yield self._part("alternative", "severity", grade, place(None))
            yield from self.condition(when, inside(grade, "when", place))

    def _items(
        self,
        value: Sequence,
        put: Put,
        under: str,
        deeper: Callable[[Value, Put], Iterator[Part]] | None,
        kind: str,
    ) -> Iterator[Part]:
        """Yield the items of a list, and the parts within them; all of “all” have to hold, so it has no items."""
        alone = len(value.items) == 1 and kind in ("value", "alternative")
        for number, item in enumerate(value.items):
            place = nth(value, number, put)
            if under != "all" and not alone:
                yield self._part(kind, under, item, place(None))
            if deeper is not None:
                yield from deeper(item, place)

    def _pattern(self, value: Value, put: Put, under: str) -> Iterator[Part]:
        if not isinstance(value, Scalar):
            return
        written = self._source.text[value.span.start : value.span.end]
        shift = written.find(value.text)
        for one in alternatives(value.text):
            start = value.span.start + (shift + one.start if shift >= 0 else 0)
            without = put(Scalar(one.without, value.span))
            yield Part("pattern", f"{under}: matches", one.words, self._source.place(start), without)

    def _part(self, kind: str, under: str, value: Value, without: Mapping) -> Part:
        return part_at(self._source, kind, under, value, without)
