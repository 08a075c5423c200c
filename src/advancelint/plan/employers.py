"""Reads the company with which somebody is named: "Dawn (Norwood) and Phil (Tallow)", "Norwood & Sons – Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from advancelint.expressions import expression
from advancelint.plan import owner_sides
from advancelint.plan.cast import Cast
from advancelint.plan.given import given
from advancelint.plan.model import ACROSS, Person

_BEHIND = expression(r"[*_]{0,2}(?: \(|, )([^(),;:|\n]{2,40})")
_BEFORE = expression(r"(?:^|[(),;:|\[\n–—-])[ *_]*([^\W_][^(),;:|\n\[\]–—]{0,40}?)(?:[,:]| [–—-]) [*_]{0,2}$")
_TIMES, _WIDEST, _PAIR = 12, 48, 2
_MOST = 40  # people: a plan that leaves more open is a list


def sided(people: Iterable[Person], cast: Cast, text: str) -> tuple[Person, ...]:
    """Return ``people`` with the side of the company that ``text`` has behind the names of those on none."""
    everybody = tuple(people)
    left = [one for one in everybody if one.side == "unknown" and not one.organisation][:_MOST]
    found = {one: _side(one.name, cast, text) for one in left}
    return tuple(one._replace(side=found.get(one) or one.side) for one in everybody)


def person_inside(owner: str) -> str:
    """Return the person in brackets behind a department or a company, "" for others: "Ana Ruiz" of "Lab (Ana Ruiz)"."""
    bare, _, inner = owner.partition("(")
    words = [word for word in inner.strip(" ).").split() if word[-1] != "."]
    return " ".join(words) if 0 < len(words) <= _PAIR and words[0] in given() and bare.strip() not in given() else ""


def person_behind(owner: str) -> str:
    """Return the person behind a company and a dash, "Ana Ruiz" of "Norwood & Sons – Ana Ruiz"; "" for others."""
    firm, dash, person = owner.partition(" – ")
    named = bool(dash) and person.split(" ")[0] in given() and firm.split(" ")[0] not in given()
    return person.strip() if named else ""


def _side(name: str, cast: Cast, text: str) -> str:
    """Return the one side of the companies beside a name, in brackets or behind a comma, a colon, a dash; or ""."""
    sides: set[str] = set()
    for match in islice(re.finditer(rf"(?<![\w'’-]){re.escape(name)}(?![\w'’-])", text), _TIMES):
        behind = _BEHIND.match(text, match.end(), match.end() + _WIDEST)
        before = _BEFORE.search(text[max(0, match.start() - _WIDEST) : match.start()])
        sides |= {owner_sides.side_of_firm(found[1].strip("*_ "), cast) for found in (behind, before) if found}
    told = sides & ACROSS.keys()
    return told.pop() if len(told) == 1 else ""
