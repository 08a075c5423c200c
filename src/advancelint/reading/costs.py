"""Says what the nouns of an act are and what the act costs: bosses, money, own data, travel, writing."""

from __future__ import annotations

from advancelint.reading.line import Line

ENERGIES = ("none", "unknown", "low", "medium", "high")
_CURRENCY_SIGNS = frozenset("£$€")
_NOMINAL_ORDER = ("act", "thing", "meeting", "content", "topic", "soft")
# A head noun of these kinds decides alone; "thing" and "topic" may be outweighed by what follows.
_DECISIVE = frozenset(("soft", "content", "meeting", "act"))


def trimmed(line: Line, first: int, last: int) -> int:
    """Return ``last`` moved left over times, marks and dangling joiners."""
    while last > first + 1:
        token, time = line.at(last - 1), line.timed.get(last - 1)
        mark = token.kind not in ("word", "number", "clitic") and token.norm not in (")", "]", "%")
        dangles = token.has("preposition") or token.has("conjunction") or token.norm in ("the", "a")
        if time is not None and time.first > first:
            last = time.first
        elif mark or dangles:
            last -= 1
        else:
            break
    return last


def raised(line: Line, first: int, last: int, energy: str) -> str:
    """Return ``energy`` lifted by what the words from ``first`` to ``last`` add (energies in `ENERGIES`)."""
    best = energy
    for index in range(first, last):
        lift = _lift(line, index, first)
        if ENERGIES.index(lift) > ENERGIES.index(best):
            best = lift
    return best


def _lift(line: Line, index: int, first: int) -> str:
    norm, role = line.norm(index), line.role(index)
    if norm in line.lexicon.groups["costs-high"] or line.at(index).text[:1] in _CURRENCY_SIGNS:
        return "high"
    if role is not None and role.rank == "senior" and role.side == "client" and index > first:
        return "high"
    written = (norm, line.norm(index + 1)) in (("in", "writing"), ("in", "person"), ("on", "paper"))
    if norm in line.lexicon.groups["costs-medium"] or written:
        return "medium"
    works = norm in ("working", "technical", "hands-on") and line.nominal(index + 1) is not None
    return "medium" if works else "none"


def best_nominal(line: Line, first: int, last: int) -> str:
    """Return the kind of the noun that decides between tokens: act, thing, meeting, content, topic, soft or none.

    The head of the first noun phrase decides ("intro meeting" is a meeting); behind a head that says little the
    firmest noun of the rest does.
    """
    kinds: list[str] = []
    for index in range(first, last):
        if index in line.timed:
            continue
        token, nominal = line.at(index), line.nominal(index)
        if nominal is not None and not token.has("be"):
            kinds.append(nominal.kind)
        closes = token.kind not in ("word", "number", "clitic")
        closes = closes or (bool(token.classes) and (token.has("preposition") or token.has("relative")))
        if kinds and closes and kinds[-1] in _DECISIVE:
            return kinds[-1]
    if not kinds:
        return "none"
    if kinds[-1] in ("soft", "content", "meeting"):
        return kinds[-1]
    if "soft" in kinds and kinds[0] != "act":
        return "soft"
    return min(kinds, key=_NOMINAL_ORDER.index)
