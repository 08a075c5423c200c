"""The ranks of objectives: what labels say and what stands beside."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.markdown import Row
from advancelint.plan.model import Objective
from advancelint.plan.vocabulary import Vocabulary

RANKS = {"primary": "primary", "fallback": "fallback", "objective": "unranked", "plan-objective": "plan"}
PARTS = {"primary-part": "primary", "fallback-part": "fallback"}
TOLD = {**PARTS, "primary": "primary", "fallback": "fallback"}  # "Objective (must have)"


def in_row(row: Row, column: int, vocabulary: Vocabulary) -> str:
    """Return the rank that a cell of a row beside ``column`` says: "primary", "fallback", or "" for none."""
    for index, cell in enumerate(row.cells):
        roles = vocabulary.label(cell.text().passage.text.strip()).roles if index != column else frozenset()
        rank = next((rank for role, rank in (*RANKS.items(), *PARTS.items()) if role in roles), "")
        if rank in {"primary", "fallback"}:
            return rank
    return ""


def settled(objectives: Sequence[Objective]) -> list[Objective]:
    """Return the objectives with those of a call that names none primary as its primary ones.

    Beside one that is named so, an objective without a rank stays unranked: it may be as good, or nice to have.
    """
    led = {one.call for one in objectives if one.rank == "primary"}
    return [
        one._replace(rank="primary") if one.rank == "unranked" and one.call not in led else one for one in objectives
    ]
