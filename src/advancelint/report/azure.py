"""Issues of a run of Azure Pipelines: logging commands, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advancelint.diagnostic import Diagnostic, Report
from advancelint.report.formats import PLAIN, Look
from advancelint.report.neutral import neutral
from advancelint.report.words import FAULT, counted, fault_words, sentences, worst_first

# Azure knows no third kind, and a note that is shown as a warning would be louder than it is meant.
_KINDS = ("error", "warning")


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield a command for each fault of the tool, each error and each warning, and a line that counts the notes."""
    del look
    for failure in report.failures:
        where = {"type": "error", "sourcepath": neutral(failure.path), "code": FAULT}
        yield _command(where, fault_words(failure))
    yield from (_issue(one) for one in worst_first(report) if one.severity in _KINDS)
    if report.summary.infos:
        yield f"advancelint: {counted(report.summary.infos, 'note')} beside, which other formats show"


def _issue(diagnostic: Diagnostic) -> str:
    where = {
        "type": diagnostic.severity,
        "sourcepath": neutral(diagnostic.path),
        "linenumber": diagnostic.start.line,
        "columnnumber": diagnostic.start.column,
        "code": diagnostic.code,
    }
    return _command(where, "\n".join(sentences(diagnostic)))


def _command(properties: Mapping[str, object], message: str) -> str:
    listed = "".join(f"{key}={_property(str(value))};" for key, value in properties.items())
    return f"##vso[task.logissue {listed}]{_data(message)}"


def _data(text: str) -> str:
    # The percent sign has an escape of its own: agents took %25 for itself before they learnt to decode it.
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
