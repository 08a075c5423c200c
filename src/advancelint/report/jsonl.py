"""The JSON report cut into lines, each of which stands alone; `$defs/line` of the same schema is its shape."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.diagnostic import Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.json import VERSION, entry, failure_entry, held_entry, statistics, summary_entry
from advancelint.report.jsontext import write


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield a line for each finding, each held one, each fault and each rule's count; the account of the run last."""
    for diagnostic in report.diagnostics:
        yield _line("diagnostic", entry(diagnostic))
    for diagnostic in report.held:
        yield _line("held", held_entry(diagnostic))
    for failure in report.failures:
        yield _line("failure", failure_entry(failure))
    if look.statistics:
        for count in statistics(report):
            yield _line("statistic", count)
    yield _line("summary", summary_entry(report))


def _line(kind: str, value: object) -> str:
    return write({"version": VERSION, kind: value})
