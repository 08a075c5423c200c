"""Days of steps as people write them beside each other, and what they are told from."""

import pytest
from planning import plan_of

from advancelint.plan import Known

AUTUMN = Known(as_of="2026-11-30")


@pytest.mark.parametrize("day", ["Mon EOD", "(Mon EOD)", "Mon COB"])
def test_the_end_of_a_day_is_that_day(day: str) -> None:
    text = f"# Prep: Norwood Mills, 1 Dec 2026\n\n## Next steps\n\n- Ben: send Ana the one-pager, {day}\n"
    (step,) = plan_of(text, "prep.md", AUTUMN).next_steps
    assert (step.passage.text, step.due.value) == ("send Ana the one-pager", "2026-11-30")


@pytest.mark.parametrize("stamp", ["Updated 27/11/26", "*Ben's version, do not fork.*\n\nUpdated 27/11/26"])
def test_a_weekday_is_told_from_when_a_deal_was_updated(stamp: str) -> None:
    calls = "## How we got here\n\n**13/10 coffee with Ana.** About her weekend.\n\n**5/11 workshop.** Six of them.\n"
    text = f"# Norwood\n\n{stamp}\n\nStage: Proposal\n\n{calls}\n## Actions\n\n1. Mei: rework page 4, by Tues\n"
    (step,) = plan_of(text, "norwood.md", AUTUMN).next_steps
    assert step.due.value == "2026-12-01"


@pytest.mark.parametrize("cell", ["27/11 (done)", "27/11/2026 – sent", "27/11, sent"])
def test_a_day_may_say_that_it_is_done(cell: str) -> None:
    table = f"| What | Who | By |\n|---|---|---|\n| send the mandate | Ben | {cell} |\n| send the list | Ana | 4/12 |\n"
    plan = plan_of(f"# Notes Norwood, 25 Nov 2026\n\nClient: Ana Ruiz\n\n## Next steps\n\n{table}", "n.md", AUTUMN)
    assert [(one.due.value, one.done) for one in plan.next_steps] == [("2026-11-27", True), ("2026-12-04", False)]


def test_what_is_not_done_yet_is_not() -> None:
    table = "| What | Who | By |\n|---|---|---|\n| send the mandate | Ben | 27/11 (not done) |\n"
    (step,) = plan_of(f"# Notes Norwood, 25 Nov 2026\n\n## Next steps\n\n{table}", "n.md", AUTUMN).next_steps
    assert not step.done


def test_a_heading_of_a_call_to_come_is_no_step() -> None:
    head = "# Norwood\n\nStage: Proposal\n\n## Next: Ana Ruiz, Wed 2 Dec 2026, 8.00am, her office\n\n"
    text = f"{head}Goal: Ana signs the test.\n"
    plan = plan_of(text, "norwood.md", AUTUMN)
    assert not plan.next_steps
    assert [call.date.value for call in plan.calls] == ["2026-12-02"]


def test_the_day_of_an_export_is_no_call() -> None:
    rows = (
        "| Activity Type / Date | Face to face, 03/12/2026 14:00 |\n| Primary Objective | Ana signs the agreement |\n"
    )
    table = f"| Field | Value |\n|---|---|\n| Account Name | Norwood Ltd |\n{rows}"
    text = f"**Call Plan**\n\n*Exported 30/11/2026 07:58*\n\n{table}"
    plan = plan_of(text, "callplan.md", AUTUMN)
    assert [call.date.value for call in (*plan.calls, *plan.mentions)] == ["2026-12-03"]


def test_a_day_of_the_week_is_told_from_the_bracket_that_says_when_it_was_written() -> None:
    goal = "Objective: Ana puts our kit on one washer for four weeks and her lads log it.\n"
    text = f"---\ntype: call-plan\n---\nNorwood Laundries, weds (written mon 30/11/2026 in a lay-by)\n\n{goal}"
    assert [call.date.value for call in plan_of(text, "norwood.md", AUTUMN).calls] == ["2026-12-02"]
