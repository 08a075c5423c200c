"""The report for code scanning: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint import HOME, __version__
from advancelint.diagnostic import HOLDERS, Diagnostic, Edit, Failure, Fix, Hold, Report
from advancelint.expressions import expression
from advancelint.report.formats import PLAIN, Look
from advancelint.report.jsontext import write
from advancelint.report.neutral import neutral
from advancelint.report.sarif_rules import LEVELS, descriptor, plain
from advancelint.report.words import fault_words, fingerprints, fixable, sentences

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# A key of our own: GitHub works out its primaryLocationLineHash itself and complains of a tool that sets it.
_FINGERPRINT = "advancelint/v1"
_ROOT = "%SRCROOT%"
_KINDS = {"suppression": "inSource", "baseline": "external"}
# RFC 3986's characters of a path segment, but for the colon, which would turn a first segment into a scheme.
_SAFE = "/~!$&'()*+,;=@"
_DRIVE = expression(r"[A-Za-z]:/")
# Half characters that stand for no byte of a name, as `os.fsdecode` would have them.
_HALVES = expression("[\ud800-\udc7f\udd00-\udfff]")


def render(report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield one SARIF log with one run; held findings are in it, marked as suppressed."""
    del look
    ranks = {rule.code: rank for rank, rule in enumerate(report.rules)}
    found = zip((*report.diagnostics, *report.held), fingerprints(report), strict=True)
    run = {
        "tool": {
            "driver": {
                "name": "advancelint",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [descriptor(rule) for rule in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top of the repository."}}},
        "invocations": [_invocation(report)],
        "results": [_result(diagnostic, mark, ranks) for diagnostic, mark in found],
    }
    yield write({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _result(diagnostic: Diagnostic, mark: str, ranks: dict[str, int]) -> dict[str, object]:
    made: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": plain("\n".join(sentences(diagnostic)))},
        "locations": [_location(diagnostic)],
        "partialFingerprints": {_FINGERPRINT: mark},
        # Empty says “not suppressed”; a result without the list would say that nobody knows.
        "suppressions": _suppressions(diagnostic.held),
        "properties": {"confidence": diagnostic.confidence, "also": list(diagnostic.also)},
    }
    if diagnostic.code in ranks:
        made["ruleIndex"] = ranks[diagnostic.code]
    if fixable(diagnostic):
        made["fixes"] = [_fix(diagnostic.fix, diagnostic.path)]
    return made


def _suppressions(held: Hold) -> list[dict[str, object]]:
    if held.by == HOLDERS[0]:
        return []
    reason = {"justification": neutral(held.reason)} if held.reason else {}
    return [{"kind": _KINDS[held.by], "status": "accepted", **reason}]


def _location(diagnostic: Diagnostic) -> dict[str, object]:
    (line, column), (end_line, end_column) = diagnostic.start, diagnostic.end
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"physicalLocation": {"artifactLocation": _artifact(diagnostic.path), "region": region}}


def _artifact(path: str) -> dict[str, object]:
    from urllib.parse import quote

    drive = path[:2] if _DRIVE.match(path) else ""
    # A name that is no UTF-8 keeps its bytes.
    quoted = quote(_HALVES.sub("\ufffd", path[len(drive) :]), safe=_SAFE, errors="surrogateescape")
    if quoted.startswith("/"):
        return {"uri": f"file://{'/' if drive else ''}{drive}{quoted}"}
    return {"uri": quoted, "uriBaseId": _ROOT}


def _fix(fix: Fix, path: str) -> dict[str, object]:
    change = {"artifactLocation": _artifact(path), "replacements": [_replacement(edit) for edit in fix.edits]}
    return {"description": {"text": plain(neutral(fix.title or "Mend it."))}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> dict[str, object]:
    (line, column), (end_line, end_column) = edit.start, edit.end
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _invocation(report: Report) -> dict[str, object]:
    notices = [_notice(failure) for failure in report.failures]
    return {"executionSuccessful": not notices, "toolExecutionNotifications": notices}


def _notice(failure: Failure) -> dict[str, object]:
    return {
        "level": "error",
        "message": {"text": plain(fault_words(failure))},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}],
    }
