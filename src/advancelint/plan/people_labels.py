"""Understands labels of people that are put together: "Participants (client)", "Présents côté client", "For us"."""

from __future__ import annotations

from collections.abc import Mapping

from advancelint.expressions import expression
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple


class PeopleLabel(NamedTuple):
    """What such a label says: the side ("client", "seller" or "unknown") and a company's name, "" for none."""

    side: str
    company: str

    @property
    def named(self) -> str:
        """The company with capitals."""
        return " ".join(word[:1].upper() + word[1:] for word in self.company.split())


def compose(label: str, words: Mapping[str, Mapping[str, str]]) -> PeopleLabel | None:
    """Return what a label of people says; None for any other label.

    ``label`` is normalised; ``words`` are the lists of the plan layer. It takes a word for people ("participants"),
    or a side behind "for" or "from"; what is left over is a company's name.
    """
    people, sides, fillers = words["people-noun"], words["side-word"], words["people-filler"]
    if _OF_TIME.search(label):
        return None
    parts = [bare for part in label.replace("(", " ").split() if (bare := part.strip("(),–—-:/"))]
    found = {sides[part] for part in parts if part in sides}
    named = any(part in people for part in parts)
    rest = [part for part in parts if part not in sides and part not in people and part not in fillers]
    if (rest and not _WHO.isdisjoint(parts)) or any(map(str.isdigit, label)):
        return None  # "Who decides", "17 June, the team"
    led = bool(parts) and parts[0] in fillers and not rest
    if len(found) > 1 or len(rest) > _MOST_LEFT or not (named or (found and led)):
        return None
    company = "" if all(map(_is_common, rest)) else " ".join(rest)  # "Working team" is of no company
    return PeopleLabel(found.pop() if found else "unknown", company)


def _is_common(word: str) -> bool:
    known = load("en")
    return word in known.common or word in known.forms


_OF_TIME = expression(r"\b(?:next|last|this|first|second|any|some|every|by|same) times?\b")  # no "time" of Portugal
_MOST_LEFT, _WHO = 2, frozenset({"who", "wer", "qui", "quién", "quem"})
