"""What a field of a node can hold."""

from __future__ import annotations

from advancelint.records import NamedTuple

# Where a field is told. A line includes what it is read by: its call, and the people and settings of its file.
LINE, DOCUMENT, ACCOUNT = "line", "document", "account"
# The stage is told by the file's own stage line; where it has none, by the other files of the account.
STAGE = "stage"


class FieldType(NamedTuple):
    """What a field can hold: ``type`` is choice, number, flag, words or lines.

    ``choices`` is the closed set of a choice; each of the lines is matched alone.
    ``reach`` says where it is told: in the node's own line, the whole document, the files of the account, or the line
    of the plan's stage.
    """

    type: str
    about: str
    choices: tuple[str, ...] = ()
    reach: str = LINE


def choice(choices: tuple[str, ...], about: str, reach: str = LINE) -> FieldType:
    """Return the type of a field with a closed set of values."""
    return FieldType("choice", about, choices, reach)


def number(about: str, reach: str = LINE) -> FieldType:
    """Return the type of a whole number."""
    return FieldType("number", about, reach=reach)


def flag(about: str, reach: str = LINE) -> FieldType:
    """Return the type of a yes or no."""
    return FieldType("flag", about, reach=reach)


def words(about: str, reach: str = LINE) -> FieldType:
    """Return the type of free words."""
    return FieldType("words", about, reach=reach)
