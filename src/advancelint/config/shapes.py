"""What one value of the config may look like: a shape finds mistakes, describes itself, and knows its JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Protocol, TypeAlias

from advancelint.config.days import DAYS, ISO, is_day
from advancelint.errors import closest, hint
from advancelint.expressions import expression
from advancelint.records import NamedTuple

# Keys of tables and 0-based places in lists, from the top of a table down to a value.
Path: TypeAlias = "tuple[str | int, ...]"
Names: TypeAlias = Callable[[], "tuple[str, ...]"]
Schema: TypeAlias = "dict[str, Any]"

_UNBALANCED = expression(r"\[[^]]*$|(?<!\\)(?:\\\\)*\\$")


class Mistake(NamedTuple):
    """What is wrong with the value at ``path``, and what to do about it."""

    path: Path
    message: str
    remedy: str = ""


class Shape(Protocol):
    """What every shape can do; ``faults`` gets a value as `tomllib` reads it and the path at which it stands."""

    @property
    def described(self) -> str:
        """The shape in words, for tables in documents."""

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""

    def schema(self) -> Schema:
        """Return the JSON Schema."""


def dotted(path: Path) -> str:
    """Return ``path`` as people write it, lists counted from 1: ``overrides[2].severity.AD401``."""
    words = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(words).removeprefix(".")


class Text(NamedTuple):
    """A text; ``noun`` says of what kind. A ``path`` leads on from the folder of the file that it stands in."""

    noun: str = "a text"
    path: bool = False

    @property
    def described(self) -> str:
        """The shape in words."""
        return self.noun

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""
        if not isinstance(value, str) or not value.strip():
            yield Mistake(path, f"{dotted(path)} must be {self.noun}", f'Write: {path[-1]} = "…"')

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": "\\S"}


class Flag(NamedTuple):
    """True or false."""

    described: str = "true or false"

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""
        if not isinstance(value, bool):
            yield Mistake(path, f"{dotted(path)} must be true or false", f"Write, without quotes: {path[-1]} = false")

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"type": "boolean"}


class Number(NamedTuple):
    """A whole number from 1 to ``most``; ``noun`` says of what."""

    noun: str
    most: int

    @property
    def described(self) -> str:
        """The shape in words."""
        return f"a {self.noun} from 1 to {self.most}"

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= self.most:
            yield Mistake(path, f"{dotted(path)} must be {self.described}", f"Write: {path[-1]} = 30")

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"type": "integer", "minimum": 1, "maximum": self.most}


class Choice(NamedTuple):
    """One of the words that ``names`` gives."""

    names: Names

    @property
    def described(self) -> str:
        """The shape in words."""
        return ", ".join(f"`{name}`" for name in self.names())

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""
        names = self.names()
        if value not in names:
            yield Mistake(path, f"{dotted(path)} cannot be “{value}”", hint(str(value), names))

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"enum": list(self.names())}


class OptionValue(NamedTuple):
    """A value for an option of a rule; which values fit, only the rule's card tells."""

    described: str = "a text, a number, true, false or a list of texts"

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""
        listed = value if isinstance(value, list) else []
        if not isinstance(value, str | int | float | list) or not all(isinstance(item, str) for item in listed):
            yield Mistake(path, f"{dotted(path)} must be {self.described}")

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"type": ["string", "number", "boolean", "array"], "items": {"type": "string"}}


class Day(NamedTuple):
    """A date, or a word for one."""

    described: str = "a date, `today`, or `commit`"

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""
        if type(value) is not date and value not in DAYS and not is_day(value):
            meant = closest(value, DAYS) if isinstance(value, str) else ""
            remedy = f"Did you mean “{meant}”?" if meant else 'Write a date as "2026-06-01", or "today", or "commit".'
            yield Mistake(path, f"{dotted(path)} cannot be “{value}”", remedy)

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"anyOf": [{"enum": list(DAYS)}, {"type": "string", "format": "date", "pattern": ISO.pattern}]}


class Texts(NamedTuple):
    """A list of texts. ``of`` says of which kind: names, codes of rules, patterns as in .gitignore, or paths.

    ``one`` allows a single text as well.
    """

    of: str = "texts"
    one: bool = False

    @property
    def described(self) -> str:
        """The shape in words."""
        return f"{'one of, or ' if self.one else ''}a list of {self.of}"

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``; an item that is wrong is told at its own place."""
        if self.one and isinstance(value, str) and value.strip():
            return
        if not isinstance(value, list):
            sample = value if isinstance(value, str) and value.strip() else "…"
            yield Mistake(path, f"{dotted(path)} must be a list of texts", f'Write: {path[-1]} = ["{sample}"]')
            return
        for number, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                yield Mistake((*path, number), f"{dotted(path)} must be a list of texts", f'Write: {path[-1]} = ["…"]')
            elif self.of == "patterns" and (why := useless(item)):
                yield Mistake((*path, number), f"“{item}” in {dotted(path)} matches nothing: {why}")

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        texts = {"$ref": "#/$defs/texts"}
        return {"anyOf": [{"type": "string", "pattern": "\\S"}, texts]} if self.one else texts


def useless(pattern: str) -> str:
    """Return why a pattern as in .gitignore can match nothing, "" where it can."""
    if pattern.startswith("#"):
        return "it is a comment; write \\# for a name that begins so"
    if not pattern.strip("!/ "):
        return "it names nothing"
    return "a bracket is not closed, or a backslash stands last" if _UNBALANCED.search(pattern.rstrip()) else ""
