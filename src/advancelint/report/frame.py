"""The lines under a diagnostic: the source line, the underline with its note, nothing wider than a terminal."""

from __future__ import annotations

from advancelint.diagnostic import Diagnostic, Frame
from advancelint.report.neutral import apart, neutral, width

_COLUMNS = 110
_BEFORE = 40
_ELLIPSIS = "…"


def frame_lines(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return gutter, source line and underline, without the note; the last two are empty where there is no line."""
    return framed(diagnostic.frame, diagnostic.start.line)


def framed(frame: Frame, line: int) -> tuple[str, str, str]:
    """Do as `frame_lines` for a frame by itself, which shows the 1-based ``line``."""
    number = str(line)
    gutter = " " * len(number)
    if not frame.line.strip():
        return gutter, "", ""
    before, marked, after = _window(frame.line, frame.start, frame.end)
    carets = "^" * max(1, width(marked))
    return gutter, f"{number} | {before}{marked}{after}", f"{gutter} | {' ' * width(before)}{carets}"


def _window(line: str, start: int, end: int) -> tuple[str, str, str]:
    """Cut a long line around the marked part; the three parts come back neutral."""
    after = neutral(line[end:])
    marked = apart(neutral(line[start:end]), after)
    before = apart(neutral(line[:start]), marked + after)
    if width(before) + width(marked) + width(after) <= _COLUMNS:
        return before, marked, after.rstrip()
    if width(before) > _BEFORE:
        before = _ELLIPSIS + _last(before, _BEFORE - 1)
    marked = _first(marked, _COLUMNS - width(before))
    return before, marked, _first(after, _COLUMNS - width(before) - width(marked)).rstrip()


def _first(text: str, columns: int) -> str:
    """Return the beginning of ``text`` that fits, with an ellipsis where something is left out."""
    if width(text) <= columns:
        return text
    kept, used = 0, 0
    while kept < len(text) and used + width(text[kept]) < columns:
        used += width(text[kept])
        kept += 1
    return text[:kept] + (_ELLIPSIS if columns > 0 else "")


def _last(text: str, columns: int) -> str:
    kept, used = len(text), 0
    while kept > 0 and used + width(text[kept - 1]) <= columns:
        used += width(text[kept - 1])
        kept -= 1
    return text[kept:]
