"""Tells on which side the owner of a step is, as it is written: a person, a company, "us", or several joined."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import parties, persons
from advancelint.plan.cast import Cast
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import Vocabulary

AND = expression(r"(?:(?<!\s)\s+)?(?:&|/|,|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_HOUSE = expression(r"['’]s? (?:office|team|people|assistant|desk|pa|lot)$", re.IGNORECASE)  # "Ana's office"
_THEIRS = expression(r"(?:their|(?:the )?(?:client|customer|buyer)(?:['’]s)?|deren|leurs?) (?=\w)", re.IGNORECASE)


def side_of(text: str, cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of an owner as written, a person, a company, "us" or several joined; else "unknown"."""
    whole = "both" if text.casefold().startswith("both ") else cast.side(text)
    if whole == "unknown":
        whole = vocabulary.word("side", normalise(text)) or "unknown"
    if whole != "unknown":
        return whole
    bare = _HOUSE.sub("", text.partition("(")[0].strip())
    parts = [part for part in AND.split(bare) if part]
    if len(parts) > 1 and cast.is_person(parts[0]):
        # "Lars Eide, CEO and economic buyer" is one person
        parts = [part for number, part in enumerate(parts) if not number or not persons.is_role(part, vocabulary)]
        bare = parts[0] if len(parts) == 1 else bare
    if len(parts) == 1 and parts != [text] and cast.is_person(bare) and cast.side(bare) != "unknown":
        return cast.side(bare)
    if len(parts) == 1:
        inner = text.partition("(")[2].strip(" )")
        found = _first_known(cast, vocabulary, bare, inner, *inner.split(", ")) if inner else "unknown"
        if found == "unknown" and inner:
            found = vocabulary.word("side", inner.partition(" ")[0]) or parties.department_side(inner, cast)
        found = found if found != "unknown" else parties.department_side(bare, cast)
        told = "client" if _THEIRS.match(bare) else parties.side_of_role(bare)  # "their IT", "our legal"
        return told if found == "unknown" and told else found
    sides = {cast.side(part) if cast.knows(part) else vocabulary.word("side", part) or "unknown" for part in parts}
    if any(part in cast.codes for part in parts):
        sides.discard("unknown")  # "NF, Ana"
    if sides == {"client", "seller"} or "both" in sides:
        return "both"
    return sides.pop() if len(sides) == 1 else "unknown"


def _first_known(cast: Cast, vocabulary: Vocabulary, *names: str) -> str:
    """Return the side of the first name that has one: "Tomas (Norwood)", "Norwood (Tomas)", "Tomas (client)"."""
    sides = (cast.side(name) if cast.knows(name) else vocabulary.word("side", name) or "unknown" for name in names)
    return next((side for side in sides if side != "unknown"), "unknown")
