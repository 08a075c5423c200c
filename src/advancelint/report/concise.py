"""One line for each finding, for people in a hurry and for programs such as grep."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.diagnostic import Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.text import head_of, holder_of, shown, summary_lines
from advancelint.report.words import remedy


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield the lines of the report, without line ends, the account of the run last."""
    for diagnostic in shown(report, look):
        marks = [mark for mark in (remedy(diagnostic).partition(":")[0], holder_of(diagnostic)) if mark]
        yield " ".join((*head_of(diagnostic), *(f"[{mark}]" for mark in marks)))
    yield from summary_lines(report)
    if look.statistics:
        from advancelint.report.statistics import statistic_lines

        yield from statistic_lines(report)
