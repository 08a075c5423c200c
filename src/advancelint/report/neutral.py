"""Makes words from a plan safe to print: nothing in them can move the cursor, colour or reorder the terminal."""

from __future__ import annotations

import re
import unicodedata

# Control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls, interlinear annotations,
# invisible operators, byte order marks, lone surrogates and tag characters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_TAB = "    "


def neutral(text: str) -> str:
    r"""Return ``text`` with unsafe characters shown as ``\x1b`` or ``\u202e`` and tabs as four spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_escape, text).replace("\t", _TAB)


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
