"""Tasks as systems for sales export them."""

import pytest
from planning import plan_of

from advancelint.plan import Plan

HEAD = "# Deal: Norwood Paper – reels\n\nStage: Proposal\nContacts: Ana Ruiz (Norwood), Tomas Berg (us)\n\n"


def told(plan: Plan) -> list[tuple[str, str, str, bool]]:
    """Return words, owner, due date and whether it is done, of each step."""
    return [(one.passage.text, one.owner.value, one.due.value, one.done) for one in plan.next_steps]


@pytest.mark.parametrize(
    "body",
    [
        "OPEN ACTIVITIES\nTask | Send the reel | Assigned to: Ana Ruiz | Due 05/20/2026 | Not Started\n",
        "Tasks\n[Not Started] 05/20/2026 | Ana Ruiz | Send the reel\n[Open] Ring Bo again | Tomas Berg | 2026-05-20\n",
        "| ID | Type | When | What | Who |\n|-|-|-|-|-|\n| A-2 | Task | 2026-05-20 | Send the reel | Ana Ruiz |\n",
        "**Task** assigned to Ana Ruiz. Due: May 20, 2026. Status: Not started\nSend the reel\n",
        "### Task 00T51877\n**Subject:** Send the reel\n**Due:** 2026-05-20\n**Assigned To:** Ana Ruiz\n",
        "Due 2026-05-20 | Ana Ruiz | Send the reel\nNo date | Tomas Berg | Ring Bo again about the works\n",
        "#### ACTION 1 — Send the reel\n\n| | |\n|---|---|\n| Owner | Ana Ruiz |\n| Due date | 2026-05-20 |\n",
        "**To do**\n1.1 What: Send the reel   Who: Ana Ruiz   By: 20.05.2026\n1.2 What: ring Bo   Who: Bo   By: May\n",
    ],
)
def test_a_task_is_a_step_whatever_it_was_exported_as(body: str) -> None:
    assert told(plan_of(HEAD + body))[0] == ("Send the reel", "Ana Ruiz", "2026-05-20", False)


def test_what_a_status_says_is_done_is_done() -> None:
    closed = "[Closed] Send the reel | Ana Ruiz | 2026-05-20\n"
    assert told(plan_of(HEAD + "Tasks\n" + closed)) == [("Send the reel", "Ana Ruiz", "2026-05-20", True)]
    completed = "Task completed 05/07/2026: email the photos to Ana (Tomas Berg)\n"
    assert [done for *_, done in told(plan_of(HEAD + completed))] == [True]


@pytest.mark.parametrize(
    "body",
    [
        "Task | Owner | Due\n",
        "Call | Intro with Ana | Assigned to: Tomas Berg | Due 05/20/2026 | Completed\n",
        "Due 20 May 2026 | Ana Ruiz | The other half of the yearly fee\n",
        "The task | as Ana sees it | is to cut waste\n",
        "### ACTION 1: Steering group\n| Field | Value |\n|---|---|\n| Owner | Ana Ruiz |\n| Due Date | 2026-06-12 |\n",
    ],
)
def test_heads_calls_and_prose_are_no_tasks(body: str) -> None:
    assert told(plan_of(HEAD + body)) == []


def test_a_task_set_apart_by_dots_is_a_step() -> None:
    line = "**Task** · Send the test summary · Assigned: Ana Ruiz · Due: 15 May 2026 · Status: COMPLETED"
    plan = plan_of(f"---\ntype: deal-plan\naccount: Norwood\nour-team: [Ana Ruiz]\n---\n# Norwood\n\n{line}\n")
    (step,) = plan.next_steps
    assert (step.passage.text, step.owner.value, step.due.value, step.done) == (
        "Send the test summary", "Ana Ruiz", "2026-05-15", True,
    )  # fmt: skip
