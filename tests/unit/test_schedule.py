"""Which calls are still to come, by their days and by the outcomes that a plan records."""

import pytest
from building import call, line_outcome, objective, plan

from advancelint.doctrine.schedule import is_upcoming, recorded_in
from advancelint.plan.model import Plan

TEXT = "Ana sends the May log"


def planned(kind: str, told_at: int, *, goal_at: int = 100, day: str = "2026-06-10", of: int = 0) -> Plan:
    """Return a plan with a goal of its one call, or of none (-1), and an outcome of the same at ``told_at``."""
    calls = (call(day),) if of >= 0 else ()
    goal = objective(TEXT, call=of, offset=goal_at)
    return plan(goal, kind=kind, calls=calls, outcomes=(line_outcome("yes", of, told_at),))


def upcoming(judged: Plan, as_of: str = "2026-06-01") -> bool:
    return is_upcoming(judged, judged.objectives[0].call, as_of, recorded_in(judged))


@pytest.mark.parametrize("kind", ["notes", "prep"])
def test_what_is_told_above_the_goals_of_a_call_to_come_is_of_another_one(kind: str) -> None:
    assert upcoming(planned(kind, told_at=0))
    assert not upcoming(planned(kind, told_at=200))


def test_notes_whose_call_has_come_are_over() -> None:
    assert not upcoming(planned("notes", told_at=0), as_of="2026-06-10")
    assert not upcoming(planned("notes", told_at=0, day=""))


@pytest.mark.parametrize("kind", ["deal", "account", "map"])
@pytest.mark.parametrize("told_at", [0, 200])
def test_a_deal_is_not_over_because_its_file_records_what_calls_brought(kind: str, told_at: int) -> None:
    assert upcoming(planned(kind, told_at, of=-1))
    assert not upcoming(planned(kind, told_at))  # the call itself is
