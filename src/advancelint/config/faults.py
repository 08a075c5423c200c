"""What to do about text that is no TOML, and about a key that slipped into a table."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

from advancelint.config.keys import ANYWHERE, OVERRIDES
from advancelint.config.shapes import Mistake, Path, dotted
from advancelint.expressions import expression

_WORD = expression(r"(?<![\"'\w./*-])(?!(?:[Tt]rue|[Ff]alse)\b)[A-Za-z*./][\w./*-]*")
_QUOTES = 'Texts stand in quotation marks: key = "text", key = ["text", "text"].'
_REMEDIES = (
    ("Invalid value", _QUOTES),
    ("Unescaped", "Write paths with “/”; in single quotation marks a backslash stays one."),
    ("Invalid hex value", "Write paths with “/”; in single quotation marks a backslash stays one."),
    ("Found invalid character", "Close the quotation mark in the line in which it was opened."),
    ("Illegal character", "Close the quotation mark in the line in which it was opened."),
    ("Expected '='", "Write each line as key = value."),
    ("Expected newline", "Write each key on a line of its own, and a text in one pair of quotation marks."),
    ("Unclosed array", "Close the list with “]”, and put commas between what stands in it."),
    ("Cannot", "Keep one of the two, or write both values into one list."),
)


def remedy_for(message: str, line: str) -> str:
    """Return what to do about what `tomllib` says (``message``) of ``line``; "" where nothing is known to help."""
    remedy = next((remedy for begins, remedy in _REMEDIES if message.startswith(begins)), "")
    return _quoted(line) or remedy if remedy == _QUOTES else remedy


def _quoted(line: str) -> str:
    key, equals, value = line.partition(" #")[0].partition("=")
    quoted = _WORD.sub('"\\g<0>"', value.strip())
    written = f"{key.strip()} = {quoted}"
    try:
        tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""
    return f"Write, with quotation marks: {written}" if equals else ""


def slipped(one: Mistake, prefix: Sequence[str]) -> Mistake:
    """Return ``one``, told as what it is where a key that belongs above all tables stands in one.

    ``prefix`` is the path of our table in the file.
    """
    keys: Path = one.path
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    *above, key = keys or ("",)
    if not above or above[0] == OVERRIDES or key not in ANYWHERE or one.remedy.startswith("Did you"):
        return one
    table = dotted((*prefix, *above))
    message = f"“{key}” stands below [{table}], and so in that table, to which it does not belong"
    return Mistake(keys, message, f"Move it {place_of_keys(prefix)}.")


def place_of_keys(prefix: Sequence[str]) -> str:
    """Return where in a file keys stand that are in no table but ours, whose path is ``prefix``."""
    return f"right below [{dotted(tuple(prefix))}]" if prefix else "above the first [table]"
