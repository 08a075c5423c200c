"""Says whether words ask for something: what bears out that a label above them is that of an objective."""

from __future__ import annotations

from advancelint.reading import Scene, read
from advancelint.source import Passage

_LONGEST = 160
_SCENE = Scene(field="objective")
_ACTS = frozenset({"act", "low"})


def asks(text: str) -> bool:
    """Say whether ``text`` is an act of somebody else's that is still to come: "Moira agrees to a mock-up"."""
    first = text.split("\n", 1)[0].strip()[:_LONGEST]
    if len(first.split()) < 3 or "?" in first:
        return False
    facets = read(Passage.plain(first), _SCENE).facets()
    if facets["actor"].value not in {"client", "both"} or facets["client_action"].value not in _ACTS:
        return False
    said = facets["action"].text.split()[:1]
    # What happened is told in the past: "Wes agreed to carry it".
    return bool(said) and (said[0].endswith("s") or f" to {said[0]} " in f" {first} ")
