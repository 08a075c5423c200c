"""Makes the cast of a plan from its people, and the companies of both sides with the letters that stand for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from advancelint.plan import codes
from advancelint.plan.cast import Cast, assemble
from advancelint.plan.companies import our_companies
from advancelint.plan.material import Material
from advancelint.plan.model import Person


def of(material: Material, account: str) -> Callable[[Iterable[Person]], Cast]:
    """Return what makes the cast of people in a plan whose client is ``account``."""
    ours = our_companies(material, account)
    called = codes.find(material, account, ours)
    return partial(
        assemble, account=account, ours=ours, known=material.known, vocabulary=material.vocabulary, codes=called
    )
