"""Which calls lie ahead and which are past, over the files of an account, in the order of their days."""

from __future__ import annotations

from collections import Counter

from advancelint.plan.model import Call, Objective, Outcome, Plan
from advancelint.records import NamedTuple


class Entry(NamedTuple):
    """One call of an account with what belongs to it. ``home`` says that it stands in the plan that is judged.

    ``number`` is the call's place in ``plan.calls``, -1 for a document that states an objective without a call.
    """

    plan: Plan
    home: bool
    number: int
    day: str
    upcoming: bool
    objectives: tuple[Objective, ...]
    fallbacks: tuple[Objective, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def call(self) -> Call | None:
        """The call itself, None for a document without one."""
        return self.plan.calls[self.number] if self.number >= 0 else None


def recorded_in(plan: Plan) -> Counter[int]:
    """Return how many outcomes each call of ``plan`` has.

    What a preparation tells above its goals other calls brought, and so did what notes tell above all goals of a call:
    of a mail "we got the figures … next call Friday: …" only Friday has a day. Nor is a whole deal over because its
    file records what calls brought.
    """
    if plan.kind not in ("prep", "notes"):
        return Counter(one.call for one in plan.outcomes if one.call >= 0)
    first: dict[int, int] = {}  # by call; a preparation has one beginning of goals for all
    for goal in plan.objectives:
        call = goal.call if plan.kind == "notes" else -1
        first[call] = min(goal.span.start, first.get(call, goal.span.start))
    return Counter(
        one.call for one in plan.outcomes if one.span.end > first.get(one.call if plan.kind == "notes" else -1, 0)
    )


def is_upcoming(plan: Plan, call: int, as_of: str, recorded: Counter[int]) -> bool:
    """Say whether call ``call`` of ``plan`` (-1: the document as such) is still to come on ``as_of``, an ISO date.

    A recorded outcome makes a call past whatever its date says. Without a date, notes are past and plans are not.
    """
    if recorded[call]:
        return False
    day = plan.calls[call].date.value if 0 <= call < len(plan.calls) else ""
    if plan.kind == "notes":
        return day > as_of
    return day >= as_of if day else True


def entries_of(plan: Plan, as_of: str, *, home: bool) -> list[Entry]:
    """Return the calls of one plan in its own order."""
    recorded = recorded_in(plan)
    by_call: dict[int, list[Objective]] = {}
    for objective in plan.objectives:
        if objective.rank != "plan" and not objective.placeholder:
            by_call.setdefault(objective.call, []).append(objective)
    outcomes: dict[int, list[Outcome]] = {}
    for outcome in plan.outcomes:
        outcomes.setdefault(outcome.call, []).append(outcome)
    loose = [-1] if -1 in by_call or -1 in outcomes else []
    found = []
    for index in (*loose, *range(len(plan.calls))):
        stated = by_call.get(index, [])
        found.append(
            Entry(
                plan, home, index, plan.calls[index].date.value if index >= 0 else "",
                is_upcoming(plan, index, as_of, recorded),
                tuple(one for one in stated if one.rank != "fallback"),
                tuple(one for one in stated if one.rank == "fallback"),
                tuple(outcomes.get(index, ())),
            )
        )  # fmt: skip
    return found


def timeline(plans: list[Plan], as_of: str) -> list[Entry]:
    """Return the calls of all ``plans`` (the judged one first) by day; calls without a day come last.

    A call that two files tell of (its preparation and its notes, on one day) is one call.
    """
    entries = [entry for place, plan in enumerate(plans) for entry in entries_of(plan, as_of, home=place == 0)]
    merged: dict[tuple[str, int], Entry] = {}
    for place, entry in enumerate(entries):
        key = (entry.day, 0) if entry.day else ("", place + 1)
        known = merged.get(key)
        merged[key] = entry if known is None or known.plan is entry.plan else _joined(known, entry)
        if known is not None and known.plan is entry.plan:
            merged[key] = known  # two calls of one file on one day stay two
            merged[entry.day, place + 1] = entry
    return sorted(merged.values(), key=lambda entry: (not entry.day, entry.day))


def _joined(one: Entry, other: Entry) -> Entry:
    return one._replace(
        upcoming=one.upcoming and other.upcoming,
        objectives=(*one.objectives, *other.objectives) if not one.objectives else one.objectives,
        fallbacks=one.fallbacks or other.fallbacks,
        outcomes=(*one.outcomes, *other.outcomes),
    )
