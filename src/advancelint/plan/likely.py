"""Gives the people and the steps of a plan that nothing puts on a side the one that is likely.

It is shown, advice names whoever is likely the client's, and no finding relies on it: a side that weak signs tell is
wrong for about one in eight, and "all open steps are yours" has to be true.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Sequence

from advancelint import resources
from advancelint.lookup import Lookup
from advancelint.plan import bearings, casting, doers, orders, stand_ins
from advancelint.plan.cast import Cast
from advancelint.plan.hearing import logistic
from advancelint.plan.material import Material
from advancelint.plan.model import NextStep, Person, Plan
from advancelint.reading.lexicon import load

_SURE, _EVEN, _RATHER = 0.58, 0.5, 0.9
# A mutual plan is written by both sides, so it says nothing as by one of them: who owns a step there is told by what
# that is (53 of 58 right, in rounds left out), and who does not needs more signs.
_SURE_OF_ACTING, _SURE_OF_IDLE = 0.67, 0.77
_LONE = frozenset({"named 1", "unexplained"})
_DECISIONS = frozenset(
    {"signature", "unterschrift", "sign", "approve", "decide", "decision", "approval", "approved", "accepted",
     "confirmed", "signed"}
)  # fmt: skip
_FEW = 3


def supposed(plan: Plan, material: Material) -> Plan:
    """Return ``plan``, read from ``material``, with the likely sides of steps that are on none.

    Those of people, which `weighed` gave them, count here.
    """
    account = plan.account.value
    shown = (one._replace(side=one.apparent_side) for one in plan.people)
    cast = casting.of(material, account)(shown)
    steps = (
        one._replace(likely=_side(one, cast, plan, material) if one.side == "unknown" else "")
        for one in plan.next_steps
    )
    return plan._replace(next_steps=tuple(steps))


def weighed(people: Iterable[Person], scene: bearings.Scene) -> tuple[Person, ...]:
    """Return ``people`` with the side that the words around their names tell of those on none, or make likely.

    Somebody is the client's in each plan: where all seem ours, whoever is least surely so is likely that one.
    """
    found: list[Person] = []
    doubtful: list[tuple[float, int]] = []
    for one, signs in bearings.seen(people, scene):
        told = bearings.told(signs) if scene.kind != "map" else ""  # in which "our SE Raj" is either side's
        chance = _chance(signs)
        sure = _SURE if scene.kind != "map" else _SURE_OF_ACTING if "acts" in signs else _SURE_OF_IDLE
        likely = "seller" if chance > sure else "client" if chance < 1 - sure else ""
        if not told and (chance < _EVEN or (likely == "seller" and chance < _RATHER)):
            doubtful.append((chance, len(found)))
        found.append(one._replace(side=told) if told else one._replace(likely=likely))
    chance, index = min(doubtful, default=(_EVEN, -1))
    alone = chance < _EVEN or (len(found) > 1 and all(one.likely == "seller" for one in found))
    if index >= 0 and alone and all(one.apparent_side != "client" for one in found):
        found[index] = found[index]._replace(likely="client")
    return tuple(found)


def _side(step: NextStep, cast: Cast, plan: Plan, material: Material) -> str:
    """Return the likely side of a step that nothing puts on one; "" where none is.

    A mutual plan is written by both sides; in another, whoever is not the client's works for the author: "Bid team".
    """
    owner, vocabulary = step.owner.value, material.vocabulary
    if not owner:
        return _side_of_nobody(step, plan.kind)
    side = doers.side_of(owner, cast, vocabulary)
    if side != "unknown":
        return side
    if plan.kind == "map" or doers.may_be_known(owner, cast) or doers.firm(owner, vocabulary):
        return ""
    client = {word for word in plan.account.value.split() if word[:1].isupper() and len(word) >= _FEW}
    return "seller" if client.isdisjoint(owner.split()) else "client"


def _side_of_nobody(step: NextStep, kind: str) -> str:
    """Return whose a step is that nobody is said to own: its author's, unless both sides write the plan.

    A meeting that comes is of both sides, but not in the preparation of one, where meetings are dry runs.
    "Business case accepted", "Signature" and "Board meets" are done by somebody else.
    """
    reading, text = step.reading, step.passage.text
    words = text.casefold().strip(" .").split()
    deciding = not _DECISIONS.isdisjoint((*words[:1], *words[-1:]))
    forms = [form for form in map(load("en").forms.get, words[1:3]) if form]
    told = reading.construction.value == "subject-verb" and any(set(form[1]) == {"s"} for form in forms)
    passive = told or reading.construction.value == "passive" or orders.is_passive(text)
    if kind != "map" and stand_ins.is_others(text):
        return "client"
    if kind == "map" or deciding or passive:
        return ""
    meets = reading.actor.value == "both" and reading.construction.value == "topic"
    return "both" if meets and kind != "prep" else "seller"


def _chance(signs: Sequence[str]) -> float:
    """Return the chance that somebody with these signs is ours; an even one for a name in a list and nothing else."""
    beside = "behind ," in signs or ("before ," in signs and "apposed" not in signs)
    if not signs or (beside and _LONE.issubset(signs) and "acts" not in signs):
        return _EVEN
    known = weights()
    return logistic(sum(map(known.find, ("", *signs))) / 100)


@functools.cache
def weights() -> Lookup[int]:
    """Return what each sign weighs for the seller's side, in hundredths; raises ResourceError without the list."""
    return resources.weights(os.path.join(resources.folder("lexicon"), "sides.tsv"))
