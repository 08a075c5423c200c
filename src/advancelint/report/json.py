"""The report that programs read; its shape is published in `schemas/diagnostics.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from advancelint.diagnostic import Diagnostic, Report

VERSION = 1


def render(report: Report) -> Iterator[str]:
    """Yield the lines of one JSON document, without line ends; all places are 1-based and count code points."""
    document = {
        "version": VERSION,
        "diagnostics": [_entry(diagnostic) for diagnostic in report.diagnostics],
        "summary": report.summary._asdict(),
    }
    # ASCII output keeps whatever stands in a plan from reaching a terminal as anything but an escape.
    yield dumps(document, indent=2, ensure_ascii=True)


def _entry(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "path": diagnostic.path,
        "line": diagnostic.start.line,
        "column": diagnostic.start.column,
        "end_line": diagnostic.end.line,
        "end_column": diagnostic.end.column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "confidence": diagnostic.confidence,
        "message": diagnostic.message,
        "note": diagnostic.note,
        "why": diagnostic.why,
        "instead": diagnostic.instead,
        "url": diagnostic.url,
        "also": list(diagnostic.also),
    }
