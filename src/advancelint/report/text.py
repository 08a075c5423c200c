"""The report that people read in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from advancelint.diagnostic import Diagnostic, Report, Summary
from advancelint.report.frame import frame_lines
from advancelint.report.neutral import neutral

Paint = Callable[[str, str], str]
_HOLDERS = {"suppression": "suppressed in the plans", "baseline": "in the baseline"}
_RESET = "\x1b[0m"
_STYLES = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m", "place": "\x1b[1m", "rest": "\x1b[2m"}


def render(report: Report, *, color: bool = False) -> Iterator[str]:
    """Yield the lines of the report, without line ends: a block for each diagnostic, then the account of the run."""
    paint = _paint if color else _plain
    for diagnostic in report.diagnostics:
        yield from _block(diagnostic, paint)
        yield ""
    yield from summary_lines(report.summary)
    yield from held_lines(report.held)


def _plain(text: str, style: str) -> str:
    del style
    return text


def _paint(text: str, style: str) -> str:
    return f"{_STYLES[style]}{text}{_RESET}"


def _block(diagnostic: Diagnostic, paint: Paint) -> Iterator[str]:
    place = f"{neutral(diagnostic.path)}:{diagnostic.start.line}:{diagnostic.start.column}:"
    head = paint(f"{diagnostic.code} {diagnostic.severity}:", diagnostic.severity)
    yield f"{paint(place, 'place')} {head} {neutral(diagnostic.message)}"
    gutter, line, underline = frame_lines(diagnostic)
    if line:
        yield f"{gutter} |"
        yield line
        note = f" {neutral(diagnostic.note)}" if diagnostic.note else ""
        code = len(gutter) + 3
        yield underline[:code] + paint(underline[code:] + note, diagnostic.severity)
        yield f"{gutter} |"
    for sentence in (diagnostic.why, diagnostic.instead):
        if sentence:
            yield f"{gutter} = {neutral(sentence)}"
    if diagnostic.also:
        yield paint(f"{gutter} = also here: {', '.join(diagnostic.also)}", "rest")


def summary_lines(summary: Summary) -> Iterator[str]:
    """Yield the account of a run: what was judged, what was found, which day counted as today."""
    counts = [
        _count(summary.errors, "error"), _count(summary.warnings, "warning"), _count(summary.infos, "note"),
    ]  # fmt: skip
    found = ", ".join(counts) if summary.findings else "nothing to object to" if summary.plans else "nothing judged"
    passed = f", {summary.passed_over} passed over" if summary.passed_over else ""
    yield f"{_count(summary.plans, 'plan')} judged of {_count(summary.files, 'file')}{passed}: {found}"
    yield f"as of {summary.as_of}"


def held_lines(held: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield one line that counts what does not count, so that nothing is hidden; none where nothing is held."""
    counts = ((sum(one.held.by == by for one in held), what) for by, what in _HOLDERS.items())
    told = [f"{number} {what}" for number, what in counts if number]
    if told:
        yield f"not counted: {', '.join(told)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
