"""Promises of several people in one sentence, and those that a sentence leads up to."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-11-30")
PAGE = (
    "---\ntype: call-notes\naccount: Norwood Paper\n---\n# Call with Norwood Paper, 25 Nov 2026\n\n"
    "There: Ana Ruiz (Norwood), Bo Lind (Norwood), me\n\n{}\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "I will let you have the draft on Monday 30 November, and my colleague Owen Firth will mail it by 2 Dec.",
            [("seller", "2026-11-30"), ("seller", "2026-12-02")],
        ),
        (
            "From yours, Ana kindly offered to take it through the works council before 11 December.",
            [("client", "2026-12-11")],
        ),
        ("By Friday 4 December I have to print the study.", [("seller", "2026-12-04")]),
        ("What I have to do is send the method statement by 4 December.", [("seller", "2026-12-04")]),
    ],
)
def test_each_is_a_step_of_whoever_made_it(text: str, told: list[tuple[str, str]]) -> None:
    steps = plan_of(PAGE.format(text), "norwood.md", NOW).next_steps
    assert [(one.apparent_side, one.due.value) for one in steps] == told


def test_what_i_have_to_do_is_told_without_what_leads_to_it() -> None:
    (step,) = plan_of(PAGE.format("What I have to do is send the list by 4 December."), "norwood.md", NOW).next_steps
    assert step.passage.text.startswith("send the list")


def test_several_people_of_a_cell_each_have_a_step() -> None:
    log = (
        "| date | who | what happened / result | to do |\n|---|---|---|---|\n"
        "| 9/12/26 | Ana | PLANNED. get Ana to count sheets for a full shift | |\n"
        "| 25/11/26 | Ana | she will run the folder until Christmas | Ana: send the sheet 4/12. Jo: deliver it 1/12 |\n"
    )
    page = f"# Call log Norwood Paper\n\nStage: Evaluate\n\n{log}\nAna Ruiz = production, Jo is me\n"
    plan = plan_of(page, "log.md", NOW)
    assert [(one.owner.value, one.due.value) for one in plan.next_steps] == [
        ("Ana", "2026-12-04"),
        ("Jo", "2026-12-01"),
    ]
    assert [one.passage.text for one in plan.objectives] == ["get Ana to count sheets for a full shift"]


def test_a_shouted_label_makes_a_goal_of_a_row_to_come() -> None:
    log = (
        "| Date | Spoke to | What | Follow up |\n|---|---|---|---|\n"
        "| 24/11/26 | Ana Ruiz | Gets through 900 a month, agreed to count them | Ana sends the count by 8/12 |\n"
        "| 09/12/26 | Ana Ruiz (planned) | go through it. GOAL get Ana to bring Bo in for a walk | - |\n"
    )
    plan = plan_of(f"# Call log Norwood Paper\n\nStage: Discovery\n\n{log}", "call log.md", NOW)
    assert [one.date.value for one in plan.calls] == ["2026-11-24", "2026-12-09"]
    assert [one.passage.text for one in plan.objectives] == ["get Ana to bring Bo in for a walk"]
    assert [one.owner.value for one in plan.next_steps] == ["Ana"]
