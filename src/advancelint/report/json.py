"""The report that programs read; its shape is published in `schemas/diagnostics.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.diagnostic import Diagnostic, Failure, Fix, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.jsontext import write
from advancelint.report.statistics import counts
from advancelint.report.words import fixable, held_counts

VERSION = 1


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield the lines of one JSON document, without line ends; all places are 1-based and count code points."""
    document = {
        "version": VERSION,
        "diagnostics": [entry(diagnostic) for diagnostic in report.diagnostics],
        "held": [held_entry(diagnostic) for diagnostic in report.held],
        "failures": [failure_entry(failure) for failure in report.failures],
        "summary": summary_entry(report),
        **({"statistics": statistics(report)} if look.statistics else {}),
    }
    yield write(document, indent=2)


def entry(diagnostic: Diagnostic) -> dict[str, object]:
    """Return the object of a diagnostic."""
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
        "fingerprint": diagnostic.key.fingerprint(),
        "fix": _fix(diagnostic.fix) if fixable(diagnostic) else None,
    }


def held_entry(diagnostic: Diagnostic) -> dict[str, object]:
    """Return the object of a diagnostic that does not count, with what holds it and why."""
    return {**entry(diagnostic), "held": {"by": diagnostic.held.by, "reason": diagnostic.held.reason}}


def failure_entry(failure: Failure) -> dict[str, str]:
    """Return a fault as JSON."""
    return {"path": failure.path, "step": failure.step, "message": failure.message}


def summary_entry(report: Report) -> dict[str, object]:
    """Return the object of the account of the run."""
    return {**report.summary._asdict(), "held": held_counts(report)}


def statistics(report: Report) -> list[dict[str, object]]:
    """Return an object for each rule that found something, the most frequent first."""
    return [
        {"code": row.code, "name": row.name, "count": row.findings, "fixable": row.fixable} for row in counts(report)
    ]


def _fix(fix: Fix) -> dict[str, object]:
    edits = [
        {
            "line": edit.start.line,
            "column": edit.start.column,
            "end_line": edit.end.line,
            "end_column": edit.end.column,
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"safety": fix.safety, "title": fix.title, "edits": edits}
