"""Finds people of whom one bracket says whose they all are: "Ana Ruiz and Ben Ito (Norwood)", "(all three Norwood)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan.companies import our_companies, same_company
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.plan.prose import FULL_NAME, is_person
from advancelint.source import Passage, Span

_FIRM = r"(?P<firm>[^\W\d_a-z][^(),;]{1,40})\)"
_SHARED = expression(
    r"\((?:all(?: (?:of )?(?:them|two|three|four|five|\d))?|both|beide|alle|tous(?: les \w+)?|ambos|todos)"
    rf"(?: (?:from|of|at|von|bei|de|da))?,? {_FIRM}"
)
_BEHIND = expression(rf" \({_FIRM}")
_JOINT = expression(r" (?:and|&|\+|und|et|y|e) ")
_APART = expression(r"\b(?:between|zwischen|entre)\b[^.;:()]{0,12}$", re.IGNORECASE)  # of one company each
_FAR, _NEAR = 300, 24


def read(material: Material, account: str, passages: Iterator[Passage]) -> Iterator[Placed]:
    """Yield the people of ``passages`` before "(both Norwood)" and such, where the plan knows the company."""
    ours = our_companies(material, account)
    for passage in passages:
        text = passage.text
        shared = [(match["firm"], _begin(text, match.start()), match.start()) for match in _SHARED.finditer(text)]
        for firm, start, end in (*shared, *_pairs(text)):
            theirs = bool(account) and same_company(firm.strip(), account, material.vocabulary)
            side = "client" if theirs else "seller" if _is_one_of(firm.strip(), ours, material) else ""
            for match in FULL_NAME.finditer(text, start, end) if side else ():
                if is_person(match.group(), material.vocabulary):
                    span = passage.source_span(Span(*match.span()))
                    yield Placed(Named(match.group(), "", "", span, side), side, 0, met=False)


def _begin(text: str, end: int) -> int:
    """Return where the list of names begins that ends at ``end``."""
    return max(text.rfind(mark, max(0, end - _FAR), end) for mark in (")", ". ", "; ", ": ")) + 1


def _pairs(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (company, start, end) of "Ana Ruiz and Ben Ito (Norwood)"."""
    if "(" not in text or not _JOINT.search(text):
        return  # most texts
    last = None
    for match in FULL_NAME.finditer(text):
        firm = _BEHIND.match(text, match.end())
        joint = _JOINT.fullmatch(text, last.end(), match.start()) if last and firm else None
        if last and firm and joint and not _APART.search(text[max(0, last.start() - _NEAR) : last.start()]):
            yield firm["firm"], last.start(), match.end()
        last = match


def _is_one_of(firm: str, ours: list[str], material: Material) -> bool:
    return any(same_company(firm, one, material.vocabulary) for one in ours)
