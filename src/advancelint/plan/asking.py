"""Says whether words ask for something: what bears out that a label above them is that of an objective."""

from __future__ import annotations

from functools import lru_cache

from advancelint.expressions import expression
from advancelint.reading import Scene, read
from advancelint.reading.model import Facet
from advancelint.source import Passage

_LONGEST, _FEWEST = 160, 3
_SCENE = Scene(field="objective")
_ACTS = frozenset({"act", "low"})
_AGREED = expression(r"\bsays? (?:yes|no|ok|okay|go)\b")  # to say so is to decide
_HAPPENED = expression(r"^ *[\w'’-]+(?: [^\W\d_a-z][\w'’-]+)? (?:(?!need)\w+ed|said|told us)$")


def asks(text: str) -> bool:
    """Say whether ``text`` is an act of somebody else's that is still to come: "Moira agrees to a mock-up"."""
    found = _act(_first(text))
    if found is None:
        return False
    said = found.text.split()[:1]
    if not said or said[0].endswith("s"):
        return bool(said)
    led, joint, _ = f" {_first(text)} ".partition(f" to {said[0]} ")
    # What happened is told in the past: "Wes agreed to carry it"; "she is asked to carry it" is still to come.
    return bool(joint) and not _HAPPENED.search(led)


def is_act(text: str) -> bool:
    """Say whether ``text`` is an act of somebody else's, at whatever time: "she'll name it", "Petra lets us in"."""
    return _act(_first(text)) is not None


def _first(text: str) -> str:
    return text.split("\n", 1)[0].strip()[:_LONGEST]


@lru_cache(maxsize=512)  # headings, goals and promises ask for the same lines in turn
def _act(first: str) -> Facet | None:
    """Return what somebody else does in the first line of a text, None where nobody does anything."""
    if len(first.split()) < _FEWEST or "?" in first:
        return None
    facets = read(Passage.plain(first), _SCENE).facets()
    if facets["actor"].value not in {"client", "both"}:
        return None
    acted = facets["client_action"].value in _ACTS or _AGREED.search(first) is not None
    return facets["action"] if acted else None
