"""The summary of a CI job, in the Markdown that GitHub and others show below it."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.diagnostic import Diagnostic, Report
from advancelint.report.chains import chain_lines
from advancelint.report.formats import PLAIN, Look
from advancelint.report.marked import escape, size
from advancelint.report.neutral import neutral
from advancelint.report.statistics import counts
from advancelint.report.words import counted, fault_words, held_words, past_words, remedy, tally, worst_first

# GitHub drops a summary of more than 1 MiB as a whole; what else a step writes to it needs room too.
LIMIT = 1_000_000
_RESERVE = 200
_COLUMNS = ("| severity | place | rule | finding | instead |", "| --- | --- | --- | --- | --- |")


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield the lines of the summary: the counts, the findings in a table, the worst first, and the chains.

    The table ends before the whole is larger than `LIMIT` bytes, and then says how many findings are left out. The
    chains have at most a quarter of that.
    """
    chains = list(chain_lines(report, LIMIT // 4))
    used = sum(size(line) for line in chains)
    for line in _head(report, look):
        used += size(line)
        yield line
    found = worst_first(report)
    for number, diagnostic in enumerate(found):
        row = _row(diagnostic)
        used += size(row)
        if used + _RESERVE > LIMIT:
            yield ""
            yield f"{counted(len(found) - number, 'finding')} more left out here, since a summary has a limit."
            break
        yield row
    yield from chains


def _head(report: Report, look: Look) -> Iterator[str]:
    summary = report.summary
    yield f"### advancelint: {tally(summary)}"
    yield ""
    passed = f", {summary.passed_over} passed over" if summary.passed_over else ""
    held = f" {held_words(report)}." if report.held else ""
    yield (
        f"{counted(summary.plans, 'plan')} judged of {counted(summary.files, 'file')}{passed}, "
        f"as of {summary.as_of}.{held}"
    )
    if past := past_words(summary):
        yield ""
        yield f"{past[0].upper()}{past[1:]}."
    for failure in report.failures:
        yield f"- **{escape(neutral(failure.path))}**: {escape(fault_words(failure))}"
    if look.statistics and report.diagnostics:
        yield from ("", "| rule | name | findings | fixable |", "| --- | --- | --- | --- |")
        yield from (f"| {row.code} | {row.name} | {row.findings} | {row.fixable} |" for row in counts(report))
    if report.diagnostics:
        yield from ("", *_COLUMNS)


def _row(diagnostic: Diagnostic) -> str:
    place = f"{neutral(diagnostic.path)}:{diagnostic.start.line}"
    mend = remedy(diagnostic)
    said = (diagnostic.message, f"({diagnostic.note})" if diagnostic.note else "")
    advice = (diagnostic.instead, f"({mend})" if mend else "")
    cells = (
        diagnostic.severity,
        escape(place),
        f"{diagnostic.code} {diagnostic.name}",
        escape(neutral(" ".join(said).strip())),
        escape(neutral(" ".join(advice).strip())),
    )
    return f"| {' | '.join(cells)} |"
