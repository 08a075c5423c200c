"""Annotations on GitHub: workflow commands, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advancelint.diagnostic import Diagnostic, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.neutral import neutral
from advancelint.report.words import FAULT, counted, fault_words, sentences, worst_first

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
# GitHub shows no more of a kind for one step of a job.
_SHOWN = 10


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield a command for each fault of the tool and each finding, the worst first, and one on those not shown."""
    del look
    for failure in report.failures:
        where = {"file": neutral(failure.path), "title": f"advancelint {FAULT}"}
        yield _command("error", where, fault_words(failure))
    found = worst_first(report)
    yield from (_annotation(one) for one in found if one.severity != "info")
    beyond = _beyond(report)
    if beyond:
        yield _command("notice", {"title": "advancelint"}, f"{counted(beyond, 'finding')} more in the log of this step")
    yield from (_annotation(one) for one in found if one.severity == "info")


def _annotation(diagnostic: Diagnostic) -> str:
    where: dict[str, object] = {
        "title": f"{diagnostic.code} {diagnostic.name}",
        "file": neutral(diagnostic.path),
        "line": diagnostic.start.line,
        "endLine": diagnostic.end.line,
    }
    # Columns hold for a place within one line alone.
    if diagnostic.start.line == diagnostic.end.line:
        where |= {"col": diagnostic.start.column, "endColumn": diagnostic.end.column}
    return _command(_COMMANDS[diagnostic.severity], where, "\n".join(sentences(diagnostic)))


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _beyond(report: Report) -> int:
    summary = report.summary
    counts = (summary.errors + len(report.failures), summary.warnings)
    beyond = sum(max(0, count - _SHOWN) for count in counts)
    # The notice itself takes a place among the notes where there is one.
    return beyond + max(0, summary.infos - _SHOWN + bool(beyond or summary.infos > _SHOWN))
