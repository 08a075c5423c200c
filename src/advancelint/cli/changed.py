"""``check --changed-since``: what was changed decides which findings are reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advancelint.cli import files
from advancelint.errors import UsageError

if TYPE_CHECKING:
    from advancelint.cli.bench import Bench
    from advancelint.engine import Judgement
    from advancelint.engine.changed import Comparison
    from advancelint.engine.neighbours import Neighbours

_SHORT = 10


def compare(revision: str, paths: Sequence[str], bench: Bench) -> Comparison:
    """Return what has changed in the files ``paths`` since ``revision``; raises UsageError where it cannot be told."""
    from advancelint.engine.changed import Comparison

    if files.STDIN in paths:
        remedy = "Save the plan, and give its path."
        raise UsageError("--changed-since compares files on disk, and standard input is none", remedy=remedy)
    return Comparison(revision, paths, bench.worktrees, bench.register)


def narrow(
    judgements: Sequence[Judgement], comparison: Comparison, neighbours: Neighbours
) -> tuple[list[Judgement], str]:
    """Return ``judgements`` with what the change may have brought, held or not, and a note on the other findings."""
    made = [judged.only(lambda one: comparison.keeps(one, neighbours)) for judged in judgements]
    left = sum(len(judged.diagnostics) for judged in judgements) - sum(len(judged.diagnostics) for judged in made)
    since = f" since {comparison.bases[0][:_SHORT]}" if len(comparison.bases) == 1 else ""
    many = "1 finding stands" if left == 1 else f"{left} findings stand"
    return made, f"{many} on what has not changed{since}, and {'is' if left == 1 else 'are'} not reported"
