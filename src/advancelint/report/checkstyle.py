"""The report as Checkstyle writes it, which Jenkins and many others read."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.diagnostic import Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.neutral import neutral
from advancelint.report.words import FAULT, fault_words, sentences
from advancelint.report.xmltext import Element, add, write

# The version of Checkstyle's own report, which readers expect there.
_VERSION = "4.3"


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield one XML document with an element for each file that has findings or broke the tool."""
    del look
    root = Element("checkstyle", {"version": _VERSION})
    files: dict[str, Element] = {}
    for path in sorted({one.path for one in report.diagnostics} | {one.path for one in report.failures}):
        files[path] = add(root, "file", name=neutral(path))
    for failure in report.failures:
        add(files[failure.path], "error", line=1, severity="error", message=fault_words(failure),
            source=f"advancelint.{FAULT}")  # fmt: skip
    for one in report.diagnostics:
        add(files[one.path], "error", line=one.start.line, column=one.start.column, severity=one.severity,
            message="; ".join(sentences(one)), source=f"advancelint.{one.code}")  # fmt: skip
    yield write(root)
