"""The chain of each account in the summary of a CI job: call by call, what came of it or what it asks for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from advancelint.diagnostic import Chain, Link, Report
from advancelint.report.marked import escape, size
from advancelint.report.neutral import neutral
from advancelint.report.words import counted

_WORDS = {
    "order": "an order",
    "advance": "an advance",
    "warm": "called an advance, holds only warm words",
    "continuation": "a continuation",
    "no-sale": "no sale",
    "unnamed": "an outcome that is not named",
    "unwritten": "no outcome written down",
    "asked": "asks for an advance",
    "nothing-asked": "asks for no act of the client's",
    "unsure": "not sure what it asks for",
    "open": "no objective yet",
}
# What is asked for costs the client something, and still the line has findings: too early, too much, by nobody.
_DOUBTED = "asks for an act of the client's"
_AHEAD = ("asked", "nothing-asked", "unsure", "open")
_COLUMNS = ("| call | objective | what came of it, or what it asks for | findings |", "| --- | --- | --- | --- |")
_MOST = 24  # calls of one account; what lies further back is counted
_LONGEST = 100  # code points of an objective; the plan has the rest
_Codes = Mapping[str, list[tuple[int, str]]]


def chain_lines(report: Report, limit: int) -> Iterator[str]:
    """Yield a table for each account, until they take ``limit`` bytes; what is left out is counted."""
    if not report.chains:
        return
    codes: dict[str, list[tuple[int, str]]] = {}
    for one in report.diagnostics:
        codes.setdefault(one.path, []).append((one.start.line, one.code))
    for found in codes.values():
        found.sort()
    yield from ("", "### The chain of each account")
    used = 0
    for number, chain in enumerate(report.chains):
        lines = list(_table(chain, codes))
        used += sum(map(size, lines))
        if used > limit:
            yield from ("", f"{counted(len(report.chains) - number, 'account')} more left out here.")
            return
        yield from lines


def _table(chain: Chain, codes: _Codes) -> Iterator[str]:
    stage = f", stage {escape(neutral(chain.stage))}" if chain.stage != "unknown" else ""
    yield from (
        "",
        f"**{escape(neutral(chain.account)) or 'No account named'}**{stage} ({escape(neutral(chain.path))})",
    )
    earlier = len(chain.links) - _MOST
    if earlier > 0:
        yield from ("", f"{counted(earlier, 'earlier call')} not shown.")
    yield from ("", *_COLUMNS)
    for link in chain.links[-_MOST:]:
        yield f"| {' | '.join(_cells(link, _codes_at(link, codes)))} |"


def _cells(link: Link, found: list[str]) -> tuple[str, str, str, str]:
    when = "**ahead** " if link.standing in _AHEAD else ""
    standing = _DOUBTED if link.standing == "asked" and found else _WORDS[link.standing]
    return when + _cut(link.name), _cut(link.asked), standing, ", ".join(found)


def _codes_at(link: Link, codes: _Codes) -> list[str]:
    """Return the codes of the findings on the lines of ``link``."""
    found = codes.get(link.path, [])
    first, last = link.lines
    begin, end = bisect_left(found, (first, "")), bisect_left(found, (last + 1, ""))
    return sorted({code for _, code in found[begin:end]})


def _cut(text: str) -> str:
    shown = " ".join(text.split())
    return escape(neutral(shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"))
