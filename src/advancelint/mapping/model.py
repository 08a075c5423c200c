"""What YAML becomes here: plain values in which every key and value knows where it stands."""

from __future__ import annotations

from typing import Any, TypeAlias

from advancelint.expressions import expression
from advancelint.records import NamedTuple
from advancelint.source import Span


class Scalar(NamedTuple):
    """A scalar as written: always a string, never guessed into a number, a date or a truth value.

    ``plain`` says that it was written without quotes, so that whoever wants a number may take it for one.
    """

    text: str
    span: Span
    plain: bool = False


class Sequence(NamedTuple):
    """A YAML sequence."""

    items: tuple[Value, ...]
    span: Span


class Mapping(NamedTuple):
    """A YAML mapping with its entries in order."""

    entries: tuple[tuple[Scalar, Value], ...]
    span: Span

    def get(self, key: str) -> Value | None:
        """Return the value of ``key``, or None where the mapping lacks it."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


Value: TypeAlias = Scalar | Sequence | Mapping


# How YAML 1.2 tells a plain scalar in its core schema.
_INTEGER = expression(r"[-+]?[0-9]{1,4000}|0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}")
_NUMBER = expression(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def resolved(value: Value) -> Any:
    """Return ``value`` as JSON knows it: plain numbers, truth values and nothing as such, all else as text.

    Plain scalars are told as in the core schema of YAML 1.2, so that a date, “yes” and “no” are texts.
    """
    if isinstance(value, Sequence):
        return [resolved(item) for item in value.items]
    if isinstance(value, Mapping):
        return {key.text: resolved(inner) for key, inner in value.entries}
    text = value.text
    if not value.plain:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _NUMBER.fullmatch(text):
        number = float(text)
        return text if number in (float("inf"), float("-inf")) else number
    return text


class MappingError(Exception):
    """Text that is not the YAML this tool accepts; ``offset`` is a 0-based code point of the text."""

    def __init__(self, message: str, offset: int, remedy: str = "") -> None:
        """State what is wrong (``message``), at which 0-based code point, and what to do (``remedy``)."""
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.remedy = remedy

    @property
    def clause(self) -> str:
        """What is wrong and what to do in one clause, for where there is one place for both."""
        remedy = self.remedy[:1].lower() + self.remedy[1:].removesuffix(".")
        return f"{self.message}; {remedy}" if remedy else self.message
