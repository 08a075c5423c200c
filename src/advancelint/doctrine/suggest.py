"""Which advances come next: acts of the ladder that fit the stage, the people and what is on record."""

from __future__ import annotations

from advancelint.doctrine.ladder import ENERGIES, Act, Ladder
from advancelint.doctrine.people import Known
from advancelint.doctrine.realism import Standing, missing
from advancelint.doctrine.view import View
from advancelint.plan.model import Person
from advancelint.records import NamedTuple

_MOST = 5
_ANY = ("any", "champion")


class Suggestion(NamedTuple):
    """An act to ask for: by whom ("" where the plan names nobody who fits), what it costs, why it comes next.

    ``days`` is how many days it takes at least, 0 where that is not known.
    """

    act: str
    person: str
    title: str
    line: str
    energy: str
    why: str
    stage: str
    days: int


def suggestions(view: View, most: int = _MOST) -> list[Suggestion]:
    """Return up to ``most`` advances that fit the plan, the best first; nothing that is done, planned or too early.

    Without a known stage there is nothing to fit, and the list is empty.
    """
    ladder, standing = view.ladder, Standing(view.stage, view.record, frozenset())
    if view.stage not in ladder.stages:
        return []
    fitting = [act for act in ladder.acts.values() if _fits(act, view, standing)]
    fitting.sort(key=lambda act: _rank(act, view))
    found: list[Suggestion] = []
    for act in fitting:
        # Two lines that say the same under two names would be one suggestion twice.
        if all(act.line != other.line for other in found):
            person = person_for(act, view.known)
            found.append(
                Suggestion(act.id, person.name if person else "", person.role if person else "", act.line, act.energy,
                           _why(act, ladder, view.stage), act.stage, act.days)
            )  # fmt: skip
        if len(found) == most:
            break
    return found


def _fits(act: Act, view: View, standing: Standing) -> bool:
    distance = view.ladder.distance(act.id, view.stage)
    if act.milestone or act.only not in ("", view.ladder.profile) or not 0 <= distance <= 1:
        return False
    if act.id in view.record.known or act.id in view.planned or ENERGIES.index(act.energy) < ENERGIES.index("medium"):
        return False
    return missing(act.id, standing, view.ladder).strength == "none"


def _rank(act: Act, view: View) -> tuple[int, int, int, int]:
    here = view.ladder.stages[view.stage]
    is_exit = act.id in here.exit
    distance = view.ladder.distance(act.id, view.stage)
    fits = person_for(act, view.known) is not None
    order = here.exit.index(act.id) if is_exit else len(here.exit)
    return (distance, 0 if is_exit else 1, 0 if fits else 1, order)


def _why(act: Act, ladder: Ladder, stage: str) -> str:
    if act.id in ladder.stages[stage].exit:
        return f"{act.why}; acts like this close the stage {stage}"
    return act.why


def person_for(act: Act, people: tuple[Known, ...]) -> Person | None:
    """Return the client person who can best give ``act``: by role, in the order of the act's owners; else the first."""
    clients = [one for one in people if one.person.apparent_side == "client"]
    for owner in act.owners:
        if owner in _ANY:
            break
        for one in clients:
            if owner in one.roles:
                return one.person
    able = [one for one in clients if not _is_asked_of(act, one)]
    return next((one.person for one in able or clients), None)


def _is_asked_of(act: Act, one: Known) -> bool:
    """Say whether ``act`` is about this very person, who then is not the one to give it ("introduces the CFO")."""
    about = {"introduce_economic_buyer", "bring_decision_maker", "name_executive_sponsor"}
    return act.id in about and "economic_buyer" in one.roles
