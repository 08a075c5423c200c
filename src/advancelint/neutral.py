"""Makes words from a plan safe to print: they cannot steer a terminal, nor the machine that reads a CI log."""

from __future__ import annotations

import re
import unicodedata

from advancelint.expressions import expression

# Control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls, interlinear annotations,
# invisible operators, byte order marks, noncharacters, lone surrogates and tag characters; and the beginning of a log
# command of Azure Pipelines or GitHub Actions, which both obey wherever in a line it stands.
_UNSAFE = expression(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U000e0000-\U000e007f]|(?<=#)#(?=(?:[vV][sS][oO])?\[)"
)
_COMMAND = expression(r"##(?=(?:vso)?\[)", re.IGNORECASE)
_TAB = "    "


def neutral(text: str) -> str:
    r"""Return ``text`` with unsafe characters shown as ``\x1b`` or ``\u202e`` and tabs as four spaces."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    return _UNSAFE.sub(_escape, text).replace("\t", _TAB)


def leading(text: str) -> str:
    """Return neutral ``text`` that may begin a line: a path like “::error::x.md” gets the “./” that it can bear.

    One colon is enough for that, since a second one may come behind the path.
    """
    shown = neutral(text)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


def apart(before: str, after: str) -> str:
    """Return neutral ``before`` such that neutral ``after`` behind it makes up no log command."""
    found = _COMMAND.search(before + after)
    return f"{before[: found.start()]}\\x23{before[found.start() + 1 :]}" if found else before


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def width(text: str) -> int:
    """Return the number of terminal columns of neutral ``text``: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
