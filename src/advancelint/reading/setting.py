"""Works out who is meant when a line names nobody: the owner beside it, the heading above it, the voice."""

from __future__ import annotations

from advancelint.reading.lexicon import Lexicon
from advancelint.reading.line import Line, make
from advancelint.reading.model import Scene
from advancelint.reading.parties import party

_SIDES = {
    "client": "client",
    "customer": "client",
    "buyer": "client",
    "prospect": "client",
    "them": "client",
    "seller": "seller",
    "us": "seller",
    "we": "seller",
    "our": "seller",
    "ours": "seller",
    "vendor": "seller",
    "me": "seller",
}
# "Call with Gene" is about Gene; "After the call, Gene" is Gene's.
_ABOUT = frozenset(("with", "about", "on", "at", "for", "to", "call", "meeting", "visit", "meet", "see"))
_MOST_WORDS = 14


def owner_side(scene: Scene, lexicon: Lexicon) -> str:
    """Return the side of the one who owns the line: client, seller or unknown, from owner, then heading."""
    if scene.owner_side != "unknown":
        return scene.owner_side
    if scene.owner:
        side = _side(make(scene.owner, lexicon, scene), known_only=True)
        if side != "unknown":
            return side
    return _heading_side(make(scene.heading, lexicon, scene)) if scene.heading else "unknown"


def _side(line: Line, *, known_only: bool) -> str:
    for token in line.tokens:
        if token.norm in _SIDES:
            return _SIDES[token.norm]
    found = party(line, 0, len(line.tokens))
    if found.side not in ("client", "seller"):
        return "unknown"
    if known_only and found.person == "named" and found.side == "client":
        named = any(token.norm in line.client for token in line.tokens)
        role = any(line.role(i) is not None for i in range(len(line.tokens)))
        return "client" if named or role else "unknown"
    return found.side


def _heading_side(line: Line) -> str:
    """Read "Client's homework", "After the meeting, Gene", "What the client commits to", "MPG actions"."""
    count = len(line.tokens)
    if not 0 < count <= _MOST_WORDS:
        return "unknown"
    if any(token.norm in ("seller", "us", "we", "our", "vendor", "ours") for token in line.tokens):
        return "seller"
    found = party(line, 0, count)
    if found.side not in ("client", "seller"):
        return "unknown"
    first, last = found.first, found.last
    while first > 0 and line.at(first - 1).has("determiner"):
        first -= 1
    owns = line.norm(last) == "'s" or any(
        line.at(i).has("modal") or line.norm(i) == "to" or set(line.at(i).codes) & set("s") for i in range(last, count)
    )
    if owns and not any(line.norm(i) in ("questions", "pitch") for i in range(count)):
        return found.side
    about = line.norm(first - 1) in _ABOUT if first else False
    listed = any(line.norm(i) in line.lexicon.groups["heading-owed"] for i in range(count))
    ends = last >= count - (line.at(count - 1).kind == "mark")
    return (
        found.side
        if not about and (listed or (ends and (first == 0 or line.norm(first - 1) in (",", "of", ":", "from", "by"))))
        else "unknown"
    )
