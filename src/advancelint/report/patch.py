"""A change of a file as a unified diff that `git apply` and `patch` take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression

_NO_END = "\\ No newline at end of file\n"
# Characters of a path that git writes as escapes in quotes.
_QUOTED = expression(r'[\x00-\x1f\x7f"\\]')


def patch(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of the diff from ``before`` to ``after``, with their ends; nothing where they are the same.

    Lines end in a line feed only, so that other line ends are shown as what they are: characters of the line.
    """
    from difflib import unified_diff  # here, since few runs print a diff

    old, new = before.split("\n"), after.split("\n")
    lines = unified_diff(_ended(old), _ended(new), _named("a", path), _named("b", path))
    for number, line in enumerate(lines):
        # The heads of the diff end in a line feed; a line of the file lacks it only where the file does.
        yield line if number < 2 or line.endswith("\n") else f"{line}\n{_NO_END}"


def _ended(lines: list[str]) -> list[str]:
    ended = [f"{line}\n" for line in lines[:-1]]
    return [*ended, lines[-1]] if lines[-1] else ended


def _named(side: str, path: str) -> str:
    path = path.replace("\\", "/") if re.match(r"[A-Za-z]:\\", path) else path
    name = path if path.startswith("/") else f"{side}/{path}"
    if _QUOTED.search(name):
        return '"' + _QUOTED.sub(lambda match: f"\\{ord(match.group()):03o}", name) + '"'
    # Without the tab, `patch` takes what stands behind a blank for a time.
    return f"{name}\t" if " " in name else name
