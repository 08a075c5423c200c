"""Reads the entries of a card strictly and turns every mistake into a `CardError` with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from advancelint.errors import CardError, hint
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.source import Source, Span

# Enough for any deal in any currency.
MOST_DIGITS = 12


class Fields:
    """One card's file: knows its name and text so that a mistake can be placed."""

    def __init__(self, source: Source, slots: tuple[str, ...] = ()) -> None:
        """Take the card's text and the slots that its own options fill."""
        self._source = source
        self._slots = slots

    def with_slots(self, slots: Iterable[str]) -> Fields:
        """Return fields of the same card whose sentences can also quote ``slots``."""
        return Fields(self._source, tuple(slots))

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots that the card's own options fill."""
        return self._slots

    @property
    def source(self) -> Source:
        """The card's text."""
        return self._source

    def fail(self, message: str, span: Span, remedy: str = "") -> NoReturn:
        """Raise the CardError for what stands at ``span``."""
        raise CardError(message, remedy=remedy, path=self._source.path, place=self._source.place(span.start))

    def mapping(self, value: Value, what: str, known: Iterable[str]) -> Mapping:
        """Return ``value`` as a mapping with known keys only; ``what`` names it in errors."""
        names = tuple(known)
        if not isinstance(value, Mapping):
            self.fail(f"{what} must be a mapping (key: value)", value.span)
        for key, _ in value.entries:
            if key.text not in names:
                self.fail(f"{what} has no key “{key.text}”", key.span, hint(key.text, names))
        return value

    def words(self, value: Value, what: str) -> str:
        """Return ``value`` as text that is not blank, surrounding white space removed."""
        if not isinstance(value, Scalar):
            self.fail(f"{what} must be text", value.span)
        text = value.text.strip()
        if not text:
            self.fail(f"{what} must not be empty", value.span)
        return text

    def choice(self, value: Value, what: str, known: Iterable[str]) -> str:
        """Return ``value`` as one of the ``known`` words."""
        names = tuple(known)
        text = self.words(value, what)
        if text not in names:
            self.fail(f"{what} cannot be “{text}”", value.span, hint(text, names))
        return text

    def number(self, value: Value, what: str) -> int:
        """Return ``value`` as a whole number of at most twelve digits."""
        text = self.words(value, what)
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
            self.fail(f"{what} must be a whole number of at most {MOST_DIGITS} digits, not “{text}”", value.span)
        return int(text)

    def sequence(self, value: Value, what: str) -> tuple[Value, ...]:
        """Return the items of a sequence that is not empty."""
        if not isinstance(value, Sequence):
            self.fail(f"{what} must be a list", value.span)
        if not value.items:
            self.fail(f"{what} must not be empty", value.span)
        return value.items

    def required(self, mapping: Mapping, key: str, what: str) -> Value:
        """Return the value of ``key``; its absence is an error at the mapping."""
        value = mapping.get(key)
        if value is None:
            self.fail(f"{what} lacks the key “{key}”", Span(mapping.span.start, mapping.span.start))
        return value

    def optional_words(self, mapping: Mapping, key: str) -> str:
        """Return the text of ``key``, "" where the mapping lacks it."""
        value = mapping.get(key)
        return "" if value is None else self.words(value, f"“{key}”")
