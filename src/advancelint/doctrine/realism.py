"""What has to come before an act: what is missing on record, and with what the client would begin."""

from __future__ import annotations

from advancelint.doctrine.ladder import Ladder
from advancelint.doctrine.record import Record
from advancelint.records import NamedTuple

STRENGTHS = ("hard", "soft", "open", "none")
_DEPTH = 8


class Missing(NamedTuple):
    """A prerequisite that an ask lacks: how strong the lack is, its id, and the id of the act to ask for first.

    hard: the act rests on it and it cannot be there yet, or the plan says that it is not. soft: usual, and cannot be
    there yet. open: the act rests on it, it could be there, and the plan, which keeps a record, does not say so.
    """

    strength: str
    act: str
    first: str


NOTHING = Missing("none", "", "")


class Standing(NamedTuple):
    """Where a plan stands when an act is asked for: stage ("unknown" or an id), record, what is planned before."""

    stage: str
    record: Record
    planned: frozenset[str]


def missing(act: str, standing: Standing, ladder: Ladder) -> Missing:
    """Return the gravest and earliest prerequisite of ``act`` that is missing; `NOTHING` where none surely is."""
    if act not in ladder.acts:
        return NOTHING
    asked = ladder.acts[act]
    for strength, needed in (("hard", asked.hard), ("soft", asked.soft)):
        lacking = sorted((one for one in needed if _lack(one, standing, ladder) == "sure"), key=ladder.order)
        if lacking:
            return Missing(strength, lacking[0], first_before(lacking[0], standing, ladder))
    unsure = sorted((one for one in asked.hard if _lack(one, standing, ladder) == "unsure"), key=ladder.order)
    return Missing("open", unsure[0], first_before(unsure[0], standing, ladder)) if unsure else NOTHING


def _lack(act: str, standing: Standing, ladder: Ladder) -> str:
    """Say whether ``act`` is missing: sure, unsure or no.

    The stage is evidence: what belongs to an earlier one is taken for done, what belongs to a later one is not there
    unless the record or an earlier planned call says so. Without a known stage only a plain "not yet" counts.
    """
    if act not in ladder.acts or act in standing.record.known or act in standing.planned:
        return "no"
    if act in standing.record.denied:
        return "sure"
    if standing.stage not in ladder.stages:
        return "no"
    distance = ladder.distance(act, standing.stage)
    if distance > 0:
        return "sure"
    # What we do ourselves (a proposal, a draft contract) is often not written down, so silence means nothing there.
    return "unsure" if distance == 0 and standing.record.kept and not ladder.acts[act].milestone else "no"


def first_before(act: str, standing: Standing, ladder: Ladder) -> str:
    """Return the act to ask for first on the way to ``act``: the deepest prerequisite that is missing itself."""
    for _ in range(_DEPTH):
        below = sorted((one for one in ladder.acts[act].hard if _lack(one, standing, ladder) == "sure"),
                       key=ladder.order)  # fmt: skip
        if not below:
            return act
        act = below[0]
    return act


def advanced(stage: str, steps: int, ladder: Ladder) -> str:
    """Return the stage that lies ``steps`` (at most 2) beyond ``stage``; unknown stays unknown."""
    if stage not in ladder.stages:
        return stage
    order = list(ladder.stages)
    return order[min(order.index(stage) + min(steps, 2), len(order) - 1)]
