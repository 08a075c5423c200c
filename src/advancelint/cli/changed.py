"""``check --changed-since``: what was changed decides which findings are reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advancelint.cli import files
from advancelint.diagnostic import Diagnostic
from advancelint.errors import UsageError

if TYPE_CHECKING:
    from advancelint.engine.changed import Comparison
    from advancelint.engine.neighbours import Neighbours
    from advancelint.git import Worktrees

_SHORT = 10


def compare(revision: str, paths: Sequence[str], worktrees: Worktrees) -> Comparison:
    """Return what has changed in the files ``paths`` since ``revision``; raises UsageError where it cannot be told."""
    from advancelint.engine.changed import Comparison

    if files.STDIN in paths:
        remedy = "Save the plan, and give its path."
        raise UsageError("--changed-since compares files on disk, and standard input is none", remedy=remedy)
    return Comparison(revision, paths, worktrees)


def narrow(
    diagnostics: Sequence[Diagnostic], comparison: Comparison, neighbours: Neighbours
) -> tuple[list[Diagnostic], str]:
    """Return the diagnostics that the change may have brought, and a note on the others."""
    kept = [one for one in diagnostics if comparison.keeps(one, neighbours)]
    left = len(diagnostics) - len(kept)
    since = f" since {comparison.bases[0][:_SHORT]}" if len(comparison.bases) == 1 else ""
    many = "1 finding stands" if left == 1 else f"{left} findings stand"
    return kept, f"{many} on what has not changed{since}, and {'is' if left == 1 else 'are'} not reported"
