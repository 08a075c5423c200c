"""Where a report goes and in which shape."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from advancelint.diagnostic import Report
from advancelint.errors import UsageError

FORMATS = ("text", "json")


def write(report: Report, name: str, target: str, color: str) -> None:
    """Write ``report`` in the format ``name`` to the file ``target``, or to standard output where that is "".

    ``color`` is auto, always or never. Raises UsageError where the file cannot be written.
    """
    _write(_lines(report, name, color=_wants_color(color, to_file=bool(target))), target)


def _lines(report: Report, name: str, *, color: bool) -> Iterable[str]:
    if name == "json":
        from advancelint.report import json

        return json.render(report)
    from advancelint.report import text

    return text.render(report, color=color)


def _wants_color(choice: str, *, to_file: bool) -> bool:
    """Say whether to colour: the option, then NO_COLOR and FORCE_COLOR (set and not empty), then the terminal."""
    if choice != "auto":
        return choice == "always"
    if to_file or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _write(lines: Iterable[str], target: str) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if not target:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        with open(target, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"the report cannot be written to “{target}”: {reason}") from error
