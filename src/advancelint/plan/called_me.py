"""Tells whose name a plan calls "me": "myself (Aoife Brannock)", "me = Ingrid Falk", "ich: Alois Rehm"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.given import is_first

_SELF = expression(r"\b(?:me|myself|ich|moi|moi-même|yo|eu) ?(?:[=(]|(?P<led>:)) ?$", re.I)
_CALLED_ME = expression(r" ?\((?:me|myself|that['’]s me|ich|moi|yo|eu)\)", re.I)  # "AR = Ana Ruiz (me)"
_BESIDE = expression(r"\b(?:with|avec|mit|con|com) $", re.IGNORECASE)
_STOP = expression(r"[*_]{0,2}(?:$|[,.;(|\n])")


def is_me(name: str, before: str, text: str, end: int) -> bool:
    """Say whether a ``name`` that ends at ``end`` is called "me": "myself (Ana Ruiz)", "AR = Ana Ruiz (me)"."""
    if _CALLED_ME.match(text, end):
        return True
    myself = _SELF.search(before)
    if not myself or _BESIDE.search(before, 0, myself.start()):
        return False  # "Avec moi : Ana Ruiz"
    if not myself["led"]:
        return True
    # "ich: Preisliste Berg anfordern" is a step, and so is "ich: Entwurf Vertrag, bis 4.12."
    stop = _STOP.match(text, end)
    return stop is not None and (stop.end() == len(text) or is_first(name.partition(" ")[0]))
