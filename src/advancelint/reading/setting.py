"""Works out who is meant when a line names nobody: the owner beside it, the heading above it, the voice."""

from __future__ import annotations

from functools import lru_cache

from advancelint.reading.lexicon import Lexicon
from advancelint.reading.line import Line
from advancelint.reading.model import Scene
from advancelint.reading.parties import Party, party
from advancelint.reading.prepare import make

# "Call with Gene" is about Gene; "After the call, Gene" is Gene's.
_ABOUT = frozenset(("with", "about", "on", "at", "for", "to", "call", "meeting", "visit", "meet", "see"))
_CAUSES = frozenset(("have", "get", "like", "ask"))
_OBJECTS = frozenset(("her", "you"))  # the lexicon knows "them" and "him"; these stand for more than an object
_MOST_WORDS = 14


@lru_cache(maxsize=64)
def owner_side(scene: Scene, lexicon: Lexicon) -> str:
    """Return the side of the one who owns the line: client, seller or unknown, from owner, then heading."""
    if scene.owner_side != "unknown":
        return scene.owner_side
    if scene.owner:
        side = _side(make(scene.owner, lexicon, scene))
        if side != "unknown":
            return side
    return _heading_side(make(scene.heading, lexicon, scene)) if scene.heading else "unknown"


def _worded(line: Line, index: int) -> str:
    """Return the side that a word of "Buyer", "Us", "Vendor to do" names, or "unknown"."""
    norm = line.norm(index)
    if norm in line.lexicon.groups["side-client"]:
        return "client"
    return "seller" if norm in line.lexicon.groups["side-seller"] else "unknown"


def _side(line: Line) -> str:
    """Return the side of an owner as named beside a line; a name that the plan does not know says nothing."""
    for index in range(len(line.tokens)):
        side = _worded(line, index)
        if side != "unknown":
            return side
    found = party(line, 0, len(line.tokens))
    if found.side not in ("client", "seller"):
        return "unknown"
    if found.person == "named" and found.side == "client":
        named = any(token.norm in line.client for token in line.tokens)
        role = any(line.role(i) is not None for i in range(len(line.tokens)))
        return "client" if named or role else "unknown"
    return found.side


def _heading_side(line: Line) -> str:
    """Read "Client's homework", "After the meeting, Gene", "What the client commits to", "They owe"."""
    count = len(line.tokens)
    generic = all(token.norm in line.lexicon.groups["heading-generic"] for token in line.tokens)
    if not 0 < count <= _MOST_WORDS or generic:
        return "unknown"
    if _made_to_act(line):
        return "client"
    asked = any(line.at(i).lemma == "ask" for i in range(count))
    sides = [side for side in (_worded(line, i) for i in range(count)) if side != "unknown"]
    if "seller" in sides and not asked:
        return "unknown" if _wishes(line) else "seller"
    if line.at(0).has("they") or line.at(0).has("them"):
        return "client"
    found = party(line, 0, count)
    if found.side == "client" and asked:
        return "client"
    if found.side not in ("client", "seller") or asked:
        return "unknown"
    return found.side if _owns(line, found) else "unknown"


def _wishes(line: Line) -> bool:
    """Say whether a heading of ours names what we hope to get, which others have to do: "What we want", "Needed"."""
    for index, token in enumerate(line.tokens):
        if token.lemma in line.lexicon.groups["wishes"]:
            got = line.at(index + 2).lemma in line.lexicon.groups["wished-for"]
            return line.norm(index + 1) != "to" or got
    return False


def _made_to_act(line: Line) -> bool:
    """Say whether a heading of ours names what others are to do: "What we'd have them do", "We need Gene to"."""
    wishes = line.lexicon.groups["wishes"]
    for index, token in enumerate(line.tokens):
        if token.lemma not in wishes and token.lemma not in _CAUSES:
            continue
        made = index + 1
        while line.at(made).has("determiner") and not line.at(made).has("them") and line.norm(made) not in _OBJECTS:
            made += 1
        end = made + 1
        if not (line.at(made).has("them") or line.norm(made) in _OBJECTS):
            found = party(line, made, len(line.tokens))
            if found.side != "client" or found.first != made:
                continue
            end = found.last
        if line.norm(end) == "to" or line.at(end).lemma == "do":
            return True
    return False


def _owns(line: Line, found: Party) -> bool:
    """Say whether what stands below a heading is the party's own: "Gene will", "Buyer actions", "Lena:"."""
    count, first, last = len(line.tokens), found.first, found.last
    while first > 0 and line.at(first - 1).has("determiner"):
        first -= 1
    acts = line.norm(last) == "'s" or any(
        line.at(i).has("modal") or line.norm(i) == "to" or set(line.at(i).codes) & set("s") for i in range(last, count)
    )
    if acts and not any(line.norm(i) in ("questions", "pitch") for i in range(count)):
        return True
    about = line.norm(first - 1) in _ABOUT if first else False
    listed = any(line.norm(i) in line.lexicon.groups["heading-owed"] for i in range(count))
    ends = last >= count - (line.at(count - 1).kind == "mark")
    leads = first == 0 or line.norm(first - 1) in (",", "of", ":", "from", "by", "(")
    return not about and (listed or (ends and leads))
