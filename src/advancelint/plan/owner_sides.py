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
    head, colon, _ = text.partition(": ")
    if colon and (led := _led(head, cast, vocabulary)):
        return led  # "Hospital: Ana Ruiz (head nurse)"
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
    # "Dr. Brandl, our regulatory" is one of us, "Ana + our lab" may be both.
    ours = bare.count(", ") == 1 and len(parts) == 2 and parties.side_of_role(parts[1]) == "seller"
    sides = {cast.side(part) if cast.knows(part) else vocabulary.word("side", part) or "unknown" for part in parts}
    if any(part in cast.codes for part in parts):
        sides.discard("unknown")  # "NF, Ana"
    if sides == {"client", "seller"} or "both" in sides:
        return "both"
    return sides.pop() if len(sides) == 1 and sides != {"unknown"} else "seller" if ours else "unknown"


def _led(head: str, cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of a party before a colon: a company, "client", or what the client is, "Hospital"; or ""."""
    side = cast.side(head) if cast.is_firm(head) else vocabulary.word("side", head) or ""
    theirs = vocabulary.word("institution", head) is not None
    return side if side in {"client", "seller"} else "client" if theirs else ""


def _first_known(cast: Cast, vocabulary: Vocabulary, *names: str) -> str:
    """Return the side of the first name that has one: "Tomas (Norwood)", "Norwood (Tomas)", "Tomas (client)"."""
    sides = (cast.side(name) if cast.knows(name) else vocabulary.word("side", name) or "unknown" for name in names)
    return next((side for side in sides if side != "unknown"), "unknown")
