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
    """Return the objectives, the only other one beside a call's fallback being its primary, whatever its label."""
    ranks: dict[int, list[str]] = {}
    for one in objectives:
        ranks.setdefault(one.call, []).append(one.rank)
    led = {call for call, found in ranks.items() if "fallback" in found and "primary" not in found}
    alone = {call for call in led if ranks[call].count("unranked") == 1}
    return [one._replace(rank="primary") if one.rank == "unranked" and one.call in alone else one for one in objectives]
