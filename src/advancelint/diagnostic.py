"""What a reporter gets: a complete, plain value, so that it never opens a file or knows a rule."""

from __future__ import annotations

from typing import NamedTuple

from advancelint.source import Place

SEVERITIES = ("info", "warning", "error")
CONFIDENCES = ("low", "medium", "high")


class Frame(NamedTuple):
    """The source line under a diagnostic. ``start`` and ``end`` are 0-based columns of ``line`` (end exclusive)."""

    line: str
    start: int
    end: int


class Diagnostic(NamedTuple):
    """One judgement on one place of one file.

    ``start`` and ``end`` are 1-based places, ``end`` exclusive. ``also`` holds the codes of findings on the same node
    that the primary diagnosis stands for.
    """

    path: str
    start: Place
    end: Place
    code: str
    name: str
    severity: str
    confidence: str
    message: str
    note: str
    why: str
    instead: str
    frame: Frame
    url: str
    also: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, Place, str]:
        """The sort key: path, place, code."""
        return (self.path, self.start, self.code)


class Failure(NamedTuple):
    """A fault of the tool itself: the rule (or step) that broke on a file, and how."""

    path: str
    step: str
    message: str


class Summary(NamedTuple):
    """The account of a run. ``as_of`` is the ISO date that counted as today; the rest are counts."""

    files: int
    plans: int
    passed_over: int
    errors: int
    warnings: int
    infos: int
    as_of: str

    @property
    def findings(self) -> int:
        """The number of diagnostics of all severities."""
        return self.errors + self.warnings + self.infos
