"""How ripe a plan is: draft, qualified or committed, and what keeps it from the next level."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.doctrine import chain, facts
from advancelint.doctrine.view import View
from advancelint.records import NamedTuple

LEVELS = ("draft", "qualified", "committed")


class Maturity(NamedTuple):
    """The level that a plan reaches, and what blocks the next one, as phrases; nothing blocks the last level."""

    level: str
    blocks: tuple[str, ...]


def maturity_of(view: View) -> Maturity:
    """Return the maturity of the plan: each level has all that the one before it has."""
    blocks = tuple(_for_qualified(view))
    if blocks:
        return Maturity("draft", blocks)
    blocks = tuple(_for_committed(view))
    return Maturity("qualified", blocks) if blocks else Maturity("committed", ())


def has_buying_process(view: View) -> bool:
    """Say whether a file of the account writes down how the client decides and buys, or the client has told it."""
    if view.foreign or any(facts.has_buying_process(sheet.text, view.people) for sheet in view.sheets):
        return True
    return bool(view.record.known & facts.TELLING)


def _for_qualified(view: View) -> Iterator[str]:
    """Yield what a plan lacks that anybody could judge a call by."""
    if view.stage not in view.ladder.stages:
        yield "a stage of the ladder"
    if not any(plan.sales_objective.value for plan in view.plans):
        yield "the sales objective"
    if not any(plan.client_win.value for plan in view.plans):
        yield "the client's win"
    if not chain.client_people(view.people, view.entries, view.plans):
        yield "somebody on the client's side"
    if not any(entry.day and entry.objectives for entry in view.upcoming):
        yield "a dated call that is still to come and has an objective"


def _for_committed(view: View) -> Iterator[str]:
    """Yield what a plan lacks that the client, and not only the seller, would be seen to follow."""
    following = next(entry for entry in view.upcoming if entry.day and entry.objectives)
    if all(one.reading.client_action.value != "act" for one in following.objectives):
        yield "an act of the client's as the objective of the next call"
    if any(view.missing_for(one).strength in ("hard", "soft") for one in following.objectives):
        yield "the ground that the next objective rests on"
    if not following.fallbacks:
        yield "a fallback for the next call"
    if not view.record.done - {"first_conversation"}:
        yield "an act of the client's on record"
    if not has_buying_process(view):
        yield "how the client decides and buys"
    acting, _ = chain.acting_people(view.entries, view.plans)
    if acting < max(2, chain.people_needed(view.stage)):
        yield f"a {'third' if chain.people_needed(view.stage) == 3 else 'second'} person on their side who acts"
    if not any(plan.close_date.value >= view.as_of for plan in view.plans if plan.close_date.value):
        yield "a close date that is still to come"
