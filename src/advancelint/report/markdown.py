"""The summary of a CI job, in the Markdown that GitHub and others show below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.diagnostic import Diagnostic, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.neutral import neutral
from advancelint.report.statistics import counts
from advancelint.report.words import counted, fault_words, held_words, remedy, tally, worst_first

# GitHub drops a summary of more than 1 MiB as a whole; what else a step writes to it needs room too.
LIMIT = 1_000_000
_RESERVE = 200
_MARKUP = re.compile(r"([\\`*_\[\]#|~$])")
# Nobody is told, nothing linked: an invisible space stands where a mention, a number of an issue or a link begins.
_LIVE = re.compile(r"(?i)[@#](?=\w)|:(?=//)|www(?=\.)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_COLUMNS = ("| severity | place | rule | finding | instead |", "| --- | --- | --- | --- | --- |")


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield the lines of the summary: the counts, then the findings in a table, the worst first.

    The table ends before the whole is larger than `LIMIT` bytes, and then says how many findings are left out.
    """
    used = 0
    for line in _head(report, look):
        used += _size(line)
        yield line
    found = worst_first(report)
    for number, diagnostic in enumerate(found):
        row = _row(diagnostic)
        used += _size(row)
        if used + _RESERVE > LIMIT:
            yield ""
            yield f"{counted(len(found) - number, 'finding')} more left out here, since a summary has a limit."
            return
        yield row


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


def escape(text: str) -> str:
    """Return neutral ``text`` such that Markdown shows it letter by letter."""
    plain = "".join(_ENTITIES.get(character, character) for character in text)
    # The entities are made first: they hold no character that the next step would escape.
    marked = _MARKUP.sub(r"\\\1", plain)
    return _LIVE.sub(lambda match: f"{match.group()}&#8203;", marked)


def _size(line: str) -> int:
    return len(line.encode("utf-8")) + 1
