"""What a field of a node can hold."""

from __future__ import annotations

from typing import NamedTuple


class FieldType(NamedTuple):
    """What a field can hold: ``type`` is choice, number, flag or words; ``choices`` is the closed set of a choice."""

    type: str
    about: str
    choices: tuple[str, ...] = ()


def choice(choices: tuple[str, ...], about: str) -> FieldType:
    """Return the type of a field with a closed set of values."""
    return FieldType("choice", about, choices)


def number(about: str) -> FieldType:
    """Return the type of a whole number."""
    return FieldType("number", about)


def flag(about: str) -> FieldType:
    """Return the type of a yes or no."""
    return FieldType("flag", about)


def words(about: str) -> FieldType:
    """Return the type of free words."""
    return FieldType("words", about)
