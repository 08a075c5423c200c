"""Tells on which side the owner of a step is, as it is written: a person, a company, "us", or several joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import parties, persons
from advancelint.plan.cast import Cast
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import Vocabulary

AND = expression(r"(?:(?<!\s)\s+)?(?:&|/|,|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_BRACKETED = expression(r"[^\W\d_][^()]*\([^()]*\)")
_LED = expression(r", (?=[^:,]{1,40}: )")
_DASH, _EMPLOYED, _PAIR = expression(r" [–—-] "), expression(r", | [–—-] "), 2
_HOUSE = expression(r"['’]s? (?:office|team|people|assistant|desk|pa|lot)$", re.IGNORECASE)  # "Ana's office"
_THEIRS = expression(r"(?:their|(?:the )?(?:client|customer|buyer)(?:['’]s)?|deren|leurs?) (?=\w)", re.IGNORECASE)


def side_of(text: str, cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of an owner as written, a person, a company, "us" or several joined; else "unknown"."""
    sides = {_led(firm, cast, vocabulary) for firm, _ in led_by_firms(text)}
    if sides and "" not in sides:
        return sides.pop() if len(sides) == 1 else "both"  # "Hospital: Ana Ruiz (head nurse)"
    if text.count("(") > 1:
        each = {side_of(one[0], cast, vocabulary) for one in _BRACKETED.finditer(text)}  # "Ana (NM) + Ben (T)"
        if "unknown" not in each:
            return each.pop() if len(each) == 1 else "both"
    whole = "both" if text.casefold().startswith("both ") else cast.side(text)
    if whole == "unknown":
        whole = vocabulary.word("side", normalise(text)) or (_employer(text, cast) if _DASH.search(text) else "")
    if whole not in {"", "unknown"}:
        return whole
    bare = _HOUSE.sub("", text.partition("(")[0].strip())
    parts = [part for part in AND.split(bare) if part]
    if len(parts) > 1 and cast.is_person(parts[0]):
        # "Lars Eide, CEO and economic buyer" is one person
        parts = [part for number, part in enumerate(parts) if not number or not persons.is_role(part, vocabulary)]
        bare = parts[0] if len(parts) == 1 else bare
    if len(parts) == 1 and parts != [text] and cast.is_person(bare) and cast.side(bare) != "unknown":
        return cast.side(bare)
    return (
        _of_one(text, bare, cast, vocabulary) if len(parts) == 1 else _of_several(text, bare, parts, cast, vocabulary)
    )


def _of_one(text: str, bare: str, cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of an owner whose words are ``bare`` without their bracket: "Ana (director Norwood)"."""
    inner = text.partition("(")[2].strip(" )")
    firm = inner.rpartition(" ")[2] if text.endswith(")") else ""
    found = _first_known(cast, vocabulary, bare, inner, *inner.split(", "), firm) if inner else "unknown"
    if found == "unknown" and inner:
        found = vocabulary.word("side", inner.partition(" ")[0]) or parties.department_side(inner, cast)
    found = found if found != "unknown" else parties.department_side(bare, cast)
    told = "client" if _THEIRS.match(bare) else parties.side_of_role(bare)  # "their IT", "our legal"
    return told if found == "unknown" and told else found


def _of_several(text: str, bare: str, parts: Sequence[str], cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of several ``parts`` joined in an owner's words: "Ana + Ben", "Ana, Norwood"."""
    # "Dr. Brandl, our regulatory" is one of us, "Ana + our lab" may be both.
    ours = bare.count(", ") == 1 and len(parts) == _PAIR and parties.side_of_role(parts[1]) == "seller"
    sides = {cast.side(part) if cast.knows(part) else vocabulary.word("side", part) or "unknown" for part in parts}
    if any(part in cast.codes for part in parts):
        sides.discard("unknown")  # "NF, Ana"
    if "unknown" in sides and (employer := _employer(text, cast)):
        return employer
    if sides == {"client", "seller"} or "both" in sides:
        return "both"
    return sides.pop() if len(sides) == 1 and sides != {"unknown"} else "seller" if ours else "unknown"


def led_by_firms(owner: str) -> list[tuple[str, str]]:
    """Return each company with its person of "NM: Ana Ruiz, T: Ben Ito"; [] for other words."""
    parts = [part.partition(": ") for part in _LED.split(owner)]
    whole = all(firm and colon and person for firm, colon, person in parts)
    return [(firm.strip(), person.strip()) for firm, _, person in parts] if whole else []


def _employer(text: str, cast: Cast) -> str:
    """Return the side of the company for which somebody owns a step: "Ana, Norwood", "Tallow – Ben"; "" for none."""
    parts = _EMPLOYED.split(text)
    sides = {side_of_firm(part, cast) for part in parts} - {"unknown"} if len(parts) == _PAIR else set[str]()
    return sides.pop() if len(sides) == 1 else ""


def side_of_firm(name: str, cast: Cast) -> str:
    """Return the side of a company that a plan knows, or of a part of it, "Norwood IT"; "unknown" for all else."""
    return cast.side(name) if cast.is_firm(name) else parties.department_side(name, cast)


def _led(head: str, cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of a party before a colon: a company, "client", or what the client is, "Hospital"; or ""."""
    side = cast.side(head) if cast.is_firm(head) else vocabulary.word("side", head) or ""
    theirs = vocabulary.word("institution", head) is not None
    return side if side in {"client", "seller"} else "client" if theirs else ""


def _first_known(cast: Cast, vocabulary: Vocabulary, *names: str) -> str:
    """Return the side of the first name that has one: "Tomas (Norwood)", "Norwood (Tomas)", "Tomas (client)"."""
    sides = (cast.side(name) if cast.knows(name) else vocabulary.word("side", name) or "unknown" for name in names)
    return next((side for side in sides if side != "unknown"), "unknown")
