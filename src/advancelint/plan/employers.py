"""Reads the company with which somebody is named: "Dawn (Norwood) and Phil (Tallow)", "Norwood & Sons – Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advancelint.plan import owner_sides
from advancelint.plan.cast import Cast
from advancelint.plan.given import given
from advancelint.plan.model import ACROSS, Person

_MOST = 40  # people: a plan that leaves more open is a list


def sided(people: Iterable[Person], cast: Cast, text: str) -> tuple[Person, ...]:
    """Return ``people`` with the side of the company that ``text`` has behind the names of those on none."""
    everybody = tuple(people)
    left = [one for one in everybody if one.side == "unknown" and not one.organisation][:_MOST]
    found = {one: _side(one.name, cast, text) for one in left}
    return tuple(one._replace(side=found.get(one) or one.side) for one in everybody)


def person_behind(owner: str) -> str:
    """Return the person behind a company and a dash, "Ana Ruiz" of "Norwood & Sons – Ana Ruiz"; "" for others."""
    firm, dash, person = owner.partition(" – ")
    named = bool(dash) and person.split(" ")[0] in given() and firm.split(" ")[0] not in given()
    return person.strip() if named else ""


def _side(name: str, cast: Cast, text: str) -> str:
    """Return the one side of the companies behind a name, in brackets or behind a comma; "" for none or both."""
    behind = re.finditer(rf"(?<![\w'’-]){re.escape(name)}[*_]{{0,2}}(?: \(|, )([^(),;:|\n]{{2,40}})", text)
    sides = {owner_sides.side_of_firm(match[1].strip("*_ "), cast) for match in behind} & ACROSS.keys()
    return sides.pop() if len(sides) == 1 else ""
