"""Puts people who are listed together on one side: below "*Norwood:*" and "*Tallow:*", or "Ana, Jo · Ben, Kim"."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence

from advancelint.plan.model import ACROSS, Person

_PARTIES = 2


def settle(persons: MutableMapping[str, Person], groups: Mapping[tuple[int, int], Sequence[str]]) -> None:
    """Give a side to those of ``persons`` of whom nothing is said, from those in the same part of a list.

    ``groups`` has the keys of the people in each part of each list. Where a list has two parts and only one of them is
    told, the other one is across the table. Part 0 is the whole of a list in one line without parts.
    """
    lists: dict[int, list[Sequence[str]]] = {}
    for (number, part), keys in groups.items():
        if part:
            lists.setdefault(number, []).append(keys)
        else:
            _follow(persons, keys)
    for parts in lists.values():
        if len(parts) < _PARTIES:
            continue
        sides = [{persons[key].side for key in keys} - {"unknown"} for keys in parts]
        if len(parts) == _PARTIES and not all(sides):
            told = next(filter(None, sides), set())
            sides = [found or ({ACROSS[next(iter(told))]} if len(told) == 1 else set()) for found in sides]
        for keys, found in zip(parts, sides, strict=True):
            side = next(iter(found)) if len(found) == 1 else "unknown"
            for key in keys:
                if persons[key].side == "unknown":
                    persons[key] = persons[key]._replace(side=side)


def _follow(persons: MutableMapping[str, Person], keys: Sequence[str]) -> None:
    """Put who is named behind one of ours on our side: a list names the client's people first, and then ours."""
    ours = next((index for index, key in enumerate(keys) if persons[key].side == "seller"), 0)
    for key in keys[ours:] if ours else ():
        if persons[key].side == "client":
            break
        if persons[key].side == "unknown" and not persons[key].organisation:
            persons[key] = persons[key]._replace(side="seller")
