"""Tells the side of people of whom no list says it from what sentences say of them.

A plan explains its client's people: "her brother Koen", "Georgina, who chairs the board", "Petra wants a trial".
Of its author's colleagues it says what they are to do: "ask Tove to trim five", "ring Moira at the depot".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from advancelint.expressions import expression
from advancelint.plan.acquaintances import said
from advancelint.plan.appositions import OUTSIDE
from advancelint.plan.material import Material
from advancelint.plan.model import Person
from advancelint.plan.sides import same_company
from advancelint.records import NamedTuple

_BEFORE, _BEHIND, _MOST, _FEW = 80, 160, 12, 2
_MOST_OPEN = 40  # a plan that leaves more people open is a list
_SENTENCE = expression(r"[.!?;](?=\s)|\n[ \t]*(?:\n|[-*+>•|#]|\d+[.)])|\|")
# "his dad", "her lab manager", "Ray's son", "their man in Leeds,"
_THEIRS = expression(
    r"\b(?:(?i:his|her|their|your|sein\w{0,2}|ihr\w{0,2}|son|sa|leurs?|su|seu|sua)|[^\W\d_a-z][\w-]+['’]s) "
    r"(?:(?:own|new|old|big|little) )?[^\W\d_A-Z][\w-]*(?:[ /&][^\W\d_A-Z][\w-]*){0,2},? [*_]{0,2}$"
)
_WHO = expression(
    r"[*_]{0,2}(?: \([^()]{1,40}\))?, (?:who|whose|which|der|die|qui|que|quien|quem)\b(?P<clause>[^.;\n]{0,80})"
)
_US = expression(r"\b(?:our|us|my|me|unser\w*|uns|mein\w*|mir|notre|nos|nous|mon|nuestr\w+|noss\w+)\b", re.IGNORECASE)
_BARE_US = expression(r"\bus\b")  # "I want us to leave with Helena's agreement" lists nobody
# "ask Tove to trim five", "Need Tomasz to write", "Can Hilde please check"
_ORDERED = expression(
    r"(?:^|\W)(?:ask|asking|get|getting|need|have|remind|tell|book|can|could|frag\w{0,2}|bitt?e\w{0,2}|pedir a"
    r"|pedir que) [*_]{0,2}$",
    re.IGNORECASE,
)
_TO_ACT = expression(r"[*_]{0,2}(?: \([^()]{1,40}\))? (?:to|please|for|if|whether|que|ob|zu) [^\W\d_A-Z]")
_CALLED = expression(
    r"(?:^|\W)(?:ask|ring|call|phone|check with|sorted w(?:/|ith)|chase|tell|email|ping) [*_]{0,2}$", re.I
)
_PLACE = expression(
    r"[*_]{0,2} (?:at|in|from) (?:the|our) (?:head ?office|office|depot|factory|works|workshop|warehouse|cooperage"
    r"|stores?|yard|foundry|back ?office|lab|bakery)\b"
)
# "Bastien comes with me", "I'm bringing Tash"
_WITH_ME = expression(r"[^.;\n]{0,24}\b(?:with me|mit mir|avec moi|conmigo|comigo)\b")
_BRINGING = expression(
    r"\b(?:(?:I|we)(?:['’](?:m|re|ll)| am| are| will)? (?:bring|take|bringing|taking)|bring|take|me \+|ich bringe"
    r"|j['’]emmène|je viens avec|llevo a|levo) (?:along )?[*_]{0,2}$",
    re.IGNORECASE,
)
_FIRM = expression(r"[*_]{0,2}(?: \(| (?:from|of|at|von|aus|bei|de|chez|da|do) )(?P<firm>[^\W\d_a-z][^(),.;:\n]{2,40})")


class _Heard(NamedTuple):
    """What stands in the sentence before and behind a name."""

    before: str
    behind: str


def introduced(people: Iterable[Person], kind: str) -> tuple[Person, ...]:
    """Put those of ``people`` on the client's side of whom a plan of ``kind`` says what they do and not for whom.

    A plan explains its client's people; a mutual one explains both sides'.
    """
    return tuple(
        one._replace(side="client") if kind != "map" and one.side == "unknown" and _is_explained(one) else one
        for one in people
    )


def _is_explained(one: Person) -> bool:
    return bool(one.role) and not one.organisation and not OUTSIDE.search(one.role)


def sided(people: Iterable[Person], material: Material, account: str) -> tuple[Person, ...]:
    """Return ``people`` with the sides that sentences tell of those of whom nothing is known.

    In a mutual plan, which explains both sides, they tell nothing.
    """
    everybody = tuple(people)
    if material.kind == "map":
        return everybody
    firsts = Counter(one.name.partition(" ")[0] for one in everybody)
    open_ones = [one for one in everybody if one.side == "unknown"][:_MOST_OPEN]
    told = {one: _side(one, firsts, material, account) for one in open_ones}
    return tuple(one._replace(side=told.get(one, one.side)) for one in everybody)


def _side(one: Person, firsts: Mapping[str, int], material: Material, account: str) -> str:
    """Return the side that the mentions of somebody tell, the client's before ours; "unknown" for none."""
    mentions = list(islice(_mentions(one, firsts, material), _MOST))
    if any(_is_theirs(heard, material, account) for heard in mentions):
        return "client"
    sides = {said(_BARE_US.sub("", heard.before), heard.behind, material.vocabulary)[0] for heard in mentions} - {""}
    if len(sides) == 1:
        return sides.pop()
    if any(_WITH_ME.match(heard.behind) or _BRINGING.search(heard.before) for heard in mentions):
        return "seller"
    return "seller" if len(mentions) <= _FEW and any(map(_is_sent, mentions)) else "unknown"


def _is_theirs(heard: _Heard, material: Material, account: str) -> bool:
    """Say whether a mention calls somebody one of the client's: by a relation, an explanation or the company."""
    told = _WHO.match(heard.behind)
    firm = _FIRM.match(heard.behind) if account else None
    return bool(
        _THEIRS.search(heard.before)
        or (told and not _US.search(told["clause"]))
        or (firm and same_company(firm["firm"].strip(), account, material.vocabulary))
    )


def _is_sent(heard: _Heard) -> bool:
    """Say whether a mention orders somebody about as one does a colleague."""
    ordered = _ORDERED.search(heard.before) and _TO_ACT.match(heard.behind)
    return bool(ordered or (_CALLED.search(heard.before) and _PLACE.match(heard.behind)))


def _mentions(one: Person, firsts: Mapping[str, int], material: Material) -> Iterator[_Heard]:
    """Yield what stands around each mention of somebody, by the whole name or by a first name that is theirs alone."""
    text, first = material.source.text, one.name.partition(" ")[0]
    shared = first.endswith(".") or firsts[first] > 1
    called = re.escape(one.name) if shared else rf"{re.escape(first)}(?:{re.escape(one.name[len(first) :])})?"
    for match in re.finditer(rf"(?<!\w){called}(?!\w)", text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        cuts = [cut.end() for cut in _SENTENCE.finditer(before)]
        behind = text[match.end() : match.end() + _BEHIND]
        stop = _SENTENCE.search(behind)
        yield _Heard(before[cuts[-1] :] if cuts else before, behind[: stop.start() + 1] if stop else behind)
