"""What GitHub is told: outputs, annotations, the summary, and a log in which a plan's words command nothing."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

# GitHub shows no more annotations of a kind for one step.
SHOWN = 10
_KINDS = ("error", "warning", "notice")
# The report's own word on what is not shown; here it is said once more, with the place where the rest can be read.
_REST = "::notice title=advancelint::"


def escaped(text: str) -> str:
    """Return ``text`` as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def fault(text: str) -> str:
    """Return the annotation that says why nothing could be judged."""
    return f"::error title=advancelint::{escaped(text)}"


def quoted(text: str) -> Iterator[str]:
    """Yield the lines of ``text`` such that the runner takes none of them for a command."""
    token = secrets.token_hex(16)
    yield f"::stop-commands::{token}"
    yield from text.rstrip("\n").split("\n")
    yield f"::{token}::"


def selected(report: str, rest: str) -> Iterator[str]:
    """Yield the annotations of a report in the format “github” that GitHub would show, in the report's order.

    The report has the worst first, and the first of each file before a second one. How many are left over, and that
    they stand in ``rest``, is said by a last notice.
    """
    lines = [line for line in report.split("\n") if _kind(line) in _KINDS and not line.startswith(_REST)]
    room = Counter(dict.fromkeys(_KINDS, SHOWN))
    if any(count > SHOWN for count in Counter(map(_kind, lines)).values()):
        room["notice"] -= 1
    shown = list(_within(lines, room))
    yield from shown
    beyond = len(lines) - len(shown)
    if beyond:
        yield f"{_REST}{beyond} {'finding' if beyond == 1 else 'findings'} more, see {rest}"


def _within(lines: Iterable[str], room: Counter[str]) -> Iterator[str]:
    for line in lines:
        room[_kind(line)] -= 1
        if room[_kind(line)] >= 0:
            yield line


def _kind(line: str) -> str:
    return line[2:].partition(" ")[0] if line.startswith("::") else ""


def outputs(values: Mapping[str, str]) -> str:
    """Return the text that sets the outputs ``values``; no value can end its own or begin another one."""
    parts = []
    for name, value in values.items():
        end = f"end-{secrets.token_hex(16)}"
        parts.append(f"{name}<<{end}\n{value}\n{end}\n")
    return "".join(parts)


def append(path: str, text: str) -> None:
    """Append ``text`` to a file of the runner's, if it has such a one."""
    if path and text:
        with open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
