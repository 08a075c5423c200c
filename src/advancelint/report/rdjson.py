"""The report for reviewdog: its diagnostic format as one JSON object, whose columns count bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint import HOME
from advancelint.diagnostic import Diagnostic, Failure, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.jsontext import write
from advancelint.report.neutral import neutral
from advancelint.report.words import FAULT, fault_words, fixable, page_of, sentences
from advancelint.source import Place

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_UNKNOWN = 0


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield one DiagnosticResult: the faults of the tool and the findings that count."""
    del look
    faults = [_fault(failure) for failure in report.failures]
    found = [_finding(diagnostic) for diagnostic in report.diagnostics]
    yield write({"source": {"name": "advancelint", "url": HOME}, "diagnostics": [*faults, *found]}, indent=2)


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    made: dict[str, object] = {
        "message": "\n".join(sentences(diagnostic)),
        "location": {
            "path": neutral(diagnostic.path),
            "range": _range(diagnostic, diagnostic.start, diagnostic.end),
        },
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.code, **({"url": page_of(diagnostic.url)} if diagnostic.url else {})},
    }
    suggestions = _suggestions(diagnostic)
    return {**made, "suggestions": suggestions} if suggestions else made


def _suggestions(diagnostic: Diagnostic) -> list[dict[str, object]]:
    """Return the fix where it is one edit: reviewdog offers suggestions one by one, and half a fix is none."""
    edits = diagnostic.fix.edits
    if not fixable(diagnostic) or len(edits) != 1:
        return []
    edit = edits[0]
    if _UNKNOWN in (_byte_column(diagnostic, edit.start), _byte_column(diagnostic, edit.end)):
        return []
    return [{"range": _range(diagnostic, edit.start, edit.end), "text": edit.text}]


def _range(diagnostic: Diagnostic, start: Place, end: Place) -> dict[str, object]:
    """Return the range with columns where both are known, else its lines."""
    columns = (_byte_column(diagnostic, start), _byte_column(diagnostic, end))
    if _UNKNOWN in columns:
        return {"start": {"line": start.line}, "end": {"line": end.line}}
    first, last = columns
    return {"start": {"line": start.line, "column": first}, "end": {"line": end.line, "column": last}}


def _byte_column(diagnostic: Diagnostic, place: Place) -> int:
    """Return the 1-based column of ``place`` in bytes; only the line that the diagnostic carries can tell it."""
    if place.column == 1:
        return 1
    line, start, _ = diagnostic.frame
    # A line of thousands of characters travels cut, with an ellipsis for what went before.
    whole = diagnostic.start.column == start + 1 and not line.startswith("…")
    if place.line != diagnostic.start.line or not whole or place.column > len(line) + 1:
        return _UNKNOWN
    return len(line[: place.column - 1].encode("utf-8", "surrogatepass")) + 1


def _fault(failure: Failure) -> dict[str, object]:
    return {
        "message": fault_words(failure),
        "location": {"path": neutral(failure.path)},
        "severity": "ERROR",
        "code": {"value": FAULT},
    }
