"""Somebody as a place of a plan names them, and what is told of them by those who are named beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from advancelint.plan.persons import Named
from advancelint.records import NamedTuple

_FEWEST = 2


class Placed(NamedTuple):
    """Somebody as written, the side that the place suggests, and the section.

    ``met`` says that a list of attendees names them, ``wrote`` that they wrote the document. ``group`` are two numbers:
    of the list that names them, and of their part of it; (0, 0) for a list without parts.
    """

    named: Named
    hint: str
    section: int
    met: bool
    wrote: bool = False
    group: tuple[int, int] = (0, 0)


def as_colleagues(found: Sequence[Placed]) -> list[Placed]:
    """Put "Ana" of a list on our side where Ana Ruiz, who is told to be ours, is the only one of that name."""
    named = {(placed.named.name, placed.named.side == "seller") for placed in found if " " in placed.named.name}
    firsts = Counter(name.partition(" ")[0] for name in {name for name, _ in named})
    ours = {first for name, own in named if own and firsts[first := name.partition(" ")[0]] == 1}
    return [
        placed._replace(named=placed.named._replace(side="seller"))
        if placed.named.name in ours and not placed.named.side
        else placed
        for placed in found
    ]


def placed_apart(found: Sequence[Placed]) -> list[Placed]:
    """Leave open whose "Gaz, Beth" are below people who all have their work beside them: it may be who works on it."""
    listed = [one for one in found if one.hint == "client" and not one.met and not one.wrote]
    described = Counter(one.section for one in listed if one.named.role or one.named.others)
    bare = Counter(one.section for one in listed if _is_bare(one.named))
    return [
        one._replace(hint="unknown")
        if one in listed
        and _is_bare(one.named)
        and bare[one.section] <= described[one.section] >= _FEWEST
        and bare[one.section] + described[one.section] == sum(other.section == one.section for other in listed)
        else one
        for one in found
    ]


def _is_bare(named: Named) -> bool:
    return not (" " in named.name or named.role or named.others or named.side)
