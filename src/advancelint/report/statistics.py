"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advancelint.diagnostic import Report
from advancelint.records import NamedTuple
from advancelint.report.columns import columns
from advancelint.report.words import fixable


class Count(NamedTuple):
    """The findings of one rule that count, and how many of them can be mended without asking."""

    code: str
    name: str
    findings: int
    fixable: int


def counts(report: Report) -> tuple[Count, ...]:
    """Return a count for each rule that found something, the most frequent first."""
    found = Counter((one.code, one.name) for one in report.diagnostics)
    mendable = Counter((one.code, one.name) for one in report.diagnostics if fixable(one))
    made = [Count(code, name, number, mendable[code, name]) for (code, name), number in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.findings, one.code)))


def statistic_lines(report: Report) -> Iterator[str]:
    """Yield a blank line and one for each rule that found something: count, code, name, and what could be mended."""
    rows = counts(report)
    if not rows:
        return
    yield ""
    yield from columns(
        [(str(row.findings), row.code, row.name, f"{row.fixable} fixable" if row.fixable else "") for row in rows],
        right=1,
    )
