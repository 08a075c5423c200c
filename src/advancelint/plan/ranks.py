"""Settles the ranks of objectives by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.plan.model import Objective


def settled(objectives: Sequence[Objective]) -> list[Objective]:
    """Return the objectives, the only other one beside a call's fallback being its primary, whatever its label."""
    ranks: dict[int, list[str]] = {}
    for one in objectives:
        ranks.setdefault(one.call, []).append(one.rank)
    led = {call for call, found in ranks.items() if "fallback" in found and "primary" not in found}
    alone = {call for call in led if ranks[call].count("unranked") == 1}
    return [one._replace(rank="primary") if one.rank == "unranked" and one.call in alone else one for one in objectives]
