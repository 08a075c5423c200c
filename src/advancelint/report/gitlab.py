"""The report for GitLab's Code Quality widget: a list of issues."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.diagnostic import Diagnostic, Failure, Key, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.jsontext import write
from advancelint.report.neutral import neutral
from advancelint.report.words import FAULT, fault_words, fingerprints

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield one JSON list: the faults of the tool and the findings that count."""
    del look
    # The marks of held findings, which come last, are left over.
    found = zip(report.diagnostics, fingerprints(report), strict=False)
    faults = [_fault(failure, number) for number, failure in enumerate(report.failures, 1)]
    yield write([*faults, *(_issue(diagnostic, mark) for diagnostic, mark in found)], indent=2)


def _issue(diagnostic: Diagnostic, mark: str) -> dict[str, object]:
    note = f": {neutral(diagnostic.note)}" if diagnostic.note else ""
    return {
        "description": f"{neutral(diagnostic.message)}{note}",
        "check_name": f"{diagnostic.code} {diagnostic.name}",
        "fingerprint": mark,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": neutral(diagnostic.path),
            "lines": {"begin": diagnostic.start.line, "end": diagnostic.end.line},
        },
    }


def _fault(failure: Failure, number: int) -> dict[str, object]:
    return {
        "description": fault_words(failure),
        "check_name": FAULT,
        "fingerprint": Key(FAULT, (), failure.step, number).fingerprint(failure.path),
        "severity": "blocker",
        "location": {"path": neutral(failure.path), "lines": {"begin": 1}},
    }
