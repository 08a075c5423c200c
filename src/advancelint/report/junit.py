"""The report as results of tests: every finding is a case, and only an error is a failed one."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.diagnostic import Diagnostic, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.neutral import leading, neutral
from advancelint.report.words import FAULT, fault_words, sentences
from advancelint.report.xmltext import Element, add, write


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield one XML document with one suite; without findings and faults it holds a case that passed."""
    del look
    skipped = report.summary.warnings + report.summary.infos
    cases = len(report.diagnostics) + len(report.failures)
    counts = {"tests": str(max(1, cases)), "failures": str(report.summary.errors), "errors": str(len(report.failures))}
    root = Element("testsuites", {"name": "advancelint", **counts})
    suite = add(root, "testsuite", name="advancelint", skipped=skipped, **counts)
    for failure in report.failures:
        case = add(suite, "testcase", name=f"{FAULT} in {neutral(failure.step)}", classname=neutral(failure.path))
        add(case, "error", type=FAULT, message=fault_words(failure))
    for diagnostic in report.diagnostics:
        _case(suite, diagnostic)
    if not cases:
        add(suite, "testcase", name="no findings", classname="advancelint")
    yield write(root)


def _case(suite: Element, diagnostic: Diagnostic) -> None:
    where = f"{leading(diagnostic.path)}:{diagnostic.start.line}:{diagnostic.start.column}"
    message, *rest = sentences(diagnostic)
    case = add(suite, "testcase", name=f"{diagnostic.code} {diagnostic.name}: {message}",
               classname=neutral(diagnostic.path))  # fmt: skip
    # A warning is not certain or not grave enough to stop anybody, so it must not turn a report of tests red.
    tag = "failure" if diagnostic.severity == "error" else "skipped"
    body = "\n".join((where, *(leading(sentence) for sentence in rest)))
    add(case, tag, body, type=diagnostic.severity, message=f"{message} ({where})")
