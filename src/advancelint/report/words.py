"""What several formats say in the same words: sentences, counts, fingerprints, addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advancelint import HOME
from advancelint.diagnostic import HOLDERS, SEVERITIES, Diagnostic, Failure, Report, Summary
from advancelint.report.neutral import neutral

# What is said of a fault of the tool where a format has room for findings alone.
FAULT = "internal-failure"
_OPTIONS = {"safe": "--fix", "unsafe": "--fix --unsafe-fixes"}


def sentences(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Return what there is to say, the message first, then the note, the reason and the suggestion; all neutral."""
    said = (diagnostic.message, diagnostic.note, diagnostic.why, diagnostic.instead)
    return tuple(neutral(sentence) for sentence in said if sentence)


def fault_words(failure: Failure) -> str:
    """Return the neutral sentence on a fault of the tool."""
    return neutral(f"internal failure in {failure.step}: {failure.message}")


def remedy(diagnostic: Diagnostic) -> str:
    """Return how the finding can be mended without asking, "" where it cannot."""
    fix = diagnostic.fix
    if fix.safety not in _OPTIONS:
        return ""
    title = f": {neutral(fix.title)}" if fix.title else ""
    return f"fixable with {_OPTIONS[fix.safety]}{title}"


def fixable(diagnostic: Diagnostic) -> bool:
    """Say whether the finding can be mended without asking."""
    return diagnostic.fix.safety in _OPTIONS


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, as “1 error” and “2 errors”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tally(summary: Summary) -> str:
    """Return the counts of findings by severity."""
    counts = ((summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "note"))
    return ", ".join(counted(number, noun) for number, noun in counts)


def past_words(summary: Summary) -> str:
    """Return how many objectives nobody judged, since their calls are over, "" where none is."""
    number = summary.past_objectives
    calls = "a call that is over" if number == 1 else "calls that are over"
    return f"not judged: {counted(number, 'objective')} of {calls}" if number else ""


def held_words(report: Report) -> str:
    """Return how many findings are held and by what, "" where none is."""
    by = held_counts(report)
    said = ((by["suppression"], "by suppressions"), (by["baseline"], "by the baseline"))
    parts = [f"{number} held {words}" for number, words in said if number]
    return ", ".join([*parts[:1], *(part.replace(" held", "", 1) for part in parts[1:])])


def held_counts(report: Report) -> dict[str, int]:
    """Return the number of held findings for each holder."""
    by = Counter(diagnostic.held.by for diagnostic in report.held)
    return {holder: by[holder] for holder in HOLDERS[1:]}


def worst_first(report: Report) -> list[Diagnostic]:
    """Return the findings that count, the gravest first; within a severity every file has its first one first.

    Whoever shows only the first few of them then shows the worst, and of as many plans as possible.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for number, diagnostic in enumerate(report.diagnostics):
        ranked.append((-SEVERITIES.index(diagnostic.severity), seen[diagnostic.severity, diagnostic.path], number))
        seen[diagnostic.severity, diagnostic.path] += 1
    return [report.diagnostics[number] for _, _, number in sorted(ranked)]


def fingerprints(report: Report) -> Iterator[str]:
    """Yield a fingerprint for each finding, those that count first, then those that are held; no two are the same."""
    seen: Counter[str] = Counter()
    for diagnostic in (*report.diagnostics, *report.held):
        first = diagnostic.key.fingerprint(diagnostic.path)
        seen[first] += 1
        nth = seen[first]
        # Keys of one file differ; what has none is told apart by its place in the order.
        yield first if nth == 1 else diagnostic.key._replace(nth=-nth).fingerprint(diagnostic.path)


def page_of(page: str) -> str:
    """Return the address of a rule's ``page``: one of ours is a path in the repository, others have one or none."""
    return f"{HOME}/{page}" if page and "://" not in page else page
