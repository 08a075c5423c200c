"""The report that people read in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advancelint.diagnostic import HOLDERS, Diagnostic, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.frame import frame_lines
from advancelint.report.neutral import leading, neutral
from advancelint.report.words import counted, held_words, past_words, remedy, tally

Paint = Callable[[str, str], str]
_RESET = "\x1b[0m"
_STYLES = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m", "place": "\x1b[1m", "rest": "\x1b[2m"}


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield the lines of the report, without line ends: a block for each diagnostic, then the account of the run."""
    paint = _paint if look.color else _plain
    for diagnostic in shown(report, look):
        yield from _block(diagnostic, paint)
        yield ""
    yield from summary_lines(report)
    if look.statistics:
        from advancelint.report.statistics import statistic_lines

        yield from statistic_lines(report)


def shown(report: Report, look: Look) -> list[Diagnostic]:
    """Return the diagnostics to show, in order: those that count, and the held ones where they are wanted."""
    return sorted((*report.diagnostics, *(report.held if look.held else ())), key=lambda one: one.order)


def head_of(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return place, rule with severity, and message of a diagnostic, all neutral; a line may begin with the place."""
    place = f"{leading(diagnostic.path)}:{diagnostic.start.line}:{diagnostic.start.column}:"
    return place, f"{diagnostic.code} {diagnostic.severity}:", neutral(diagnostic.message)


def holder_of(diagnostic: Diagnostic) -> str:
    """Return by what a diagnostic is held and why, "" where it counts."""
    by, reason = diagnostic.held
    if by == HOLDERS[0]:
        return ""
    return f"held by {'the baseline' if by == 'baseline' else 'a suppression'}{': ' if reason else ''}{neutral(reason)}"


def _plain(text: str, style: str) -> str:
    del style
    return text


def _paint(text: str, style: str) -> str:
    return f"{_STYLES[style]}{text}{_RESET}"


def _block(diagnostic: Diagnostic, paint: Paint) -> Iterator[str]:
    place, rule, message = head_of(diagnostic)
    held = holder_of(diagnostic)
    style = "rest" if held else diagnostic.severity
    yield f"{paint(place, 'place')} {paint(rule, style)} {message}"
    gutter, line, underline = frame_lines(diagnostic)
    if line:
        yield f"{gutter} |"
        yield line
        note = f" {neutral(diagnostic.note)}" if diagnostic.note else ""
        code = len(gutter) + 3
        yield underline[:code] + paint(underline[code:] + note, style)
        yield f"{gutter} |"
    for sentence in (diagnostic.why, diagnostic.instead):
        if sentence:
            yield f"{gutter} = {neutral(sentence)}"
    for sentence in (remedy(diagnostic), held):
        if sentence:
            yield f"{gutter} = {sentence}"
    if diagnostic.also:
        yield paint(f"{gutter} = also here: {', '.join(diagnostic.also)}", "rest")


def summary_lines(report: Report) -> Iterator[str]:
    """Yield the account of a run: what was judged, what was found and held, which day counted as today."""
    summary = report.summary
    nothing = "nothing found by what did not fail" if report.failures else "nothing to object to"
    found = tally(summary) if summary.findings else nothing if summary.plans else "nothing judged"
    passed = f", {summary.passed_over} passed over" if summary.passed_over else ""
    held = f"; {held_words(report)}" if report.held else ""
    yield f"{counted(summary.plans, 'plan')} judged of {counted(summary.files, 'file')}{passed}: {found}{held}"
    if past := past_words(summary):
        yield past
    yield f"as of {summary.as_of}"
