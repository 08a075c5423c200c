"""Finds people of whom one bracket says whose they all are: "Ana Ruiz, Ben Ito, Jo Berg (all three Norwood)"."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan.companies import our_companies, same_company
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.prose import FULL_NAME, is_person
from advancelint.plan.sides import Placed
from advancelint.source import Passage, Span

_SHARED = expression(
    r"\((?:all(?: (?:of )?(?:them|two|three|four|five|\d))?|both|beide|alle|tous(?: les \w+)?|ambos|todos)"
    r"(?: (?:from|of|at|von|bei|de|da))?,? (?P<firm>[^\W\d_a-z][^(),;]{1,40})\)"
)
_FAR = 300


def read(material: Material, account: str, passages: Iterator[Passage]) -> Iterator[Placed]:
    """Yield the people of ``passages`` before "(both Norwood)", where the plan knows the company."""
    ours = our_companies(material, account)
    for passage in passages:
        text = passage.text
        for shared in _SHARED.finditer(text):
            firm = shared["firm"].strip()
            theirs = bool(account) and same_company(firm, account, material.vocabulary)
            side = "client" if theirs else "seller" if _is_one_of(firm, ours, material) else ""
            start = max(
                text.rfind(mark, max(0, shared.start() - _FAR), shared.start()) for mark in (")", ". ", "; ", ": ")
            )
            for match in FULL_NAME.finditer(text, start + 1, shared.start()) if side else ():
                if is_person(match.group(), material.vocabulary):
                    span = passage.source_span(Span(*match.span()))
                    yield Placed(Named(match.group(), "", "", span, side), side, 0, met=False)


def _is_one_of(firm: str, ours: list[str], material: Material) -> bool:
    return any(same_company(firm, one, material.vocabulary) for one in ours)
