"""``check --portfolio``: the plans that git tracks, and what only several calls or files together can show."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from advancelint.cli import files
from advancelint.errors import UsageError
from advancelint.paths import real_place

if TYPE_CHECKING:
    from advancelint.engine import Judgement
    from advancelint.git import Worktrees
    from advancelint.rule import Rule

_SCOPES = ("account", "portfolio")
_FAMILY = "chain"


def tracked(paths: Sequence[str], worktrees: Worktrees) -> tuple[str, ...]:
    """Return those of ``paths`` that are in git's index; raises UsageError for one that is in no repository."""
    return tuple(path for path in paths if _is_tracked(path, worktrees))


def _is_tracked(path: str, worktrees: Worktrees) -> bool:
    if path == files.STDIN:
        raise UsageError("--portfolio looks at what git tracks, and standard input is no file")
    place = real_place(path)
    tree = worktrees.of_folder(os.path.dirname(place))
    if tree is None:
        said = worktrees.complaint_of(place) or "this path is in no git repository"
        remedy = "Run “git init” and “git add” first, or leave --portfolio out."
        raise UsageError(f"--portfolio looks at what git tracks: {said}", path=path, remedy=remedy)
    return tree.name_of(place) in tree.tracked


def around_calls(judgements: Sequence[Judgement], known: Sequence[Rule]) -> list[Judgement]:
    """Return ``judgements`` with the findings, held or not, that rest on the account or the chain.

    A file that could not be read stays told: what it holds counts for its account.
    """
    kept = {rule.code for rule in known if rule.card.family == _FAMILY or rule.card.condition == "input"}
    return [judged.only(lambda one: one.scope in _SCOPES or one.code in kept) for judged in judgements]
