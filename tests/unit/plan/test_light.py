"""What hardly looks like a goal, a step or a call's day is none, and what surely does is one."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

NOW = Known(as_of="2026-11-30")
PAGE = (
    "# Call notes: Norwood Paper, 24 Nov 2026\n\nPresent: Ana Ruiz (Norwood), Tomas Berg (us)\n\n"
    "## Background\n\n- Board: coated, four lines\n- Their mill in the north is older\n\n{}\n\n"
    "## Next steps\n\n- [ ] Tomas sends the price of reel 2 by 1 Dec\n- [ ] Ana: the stop log of October, 4 Dec\n"
)


def found(text: str) -> list[str]:
    return [one.passage.text for one in plan_of(PAGE.format(text), "norwood.md", NOW).next_steps]


def test_a_fact_that_somebody_told_is_no_step() -> None:
    assert found("- Ana: direct award is possible below 180k if three references are on file") == found("")


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] Ana (Norwood IT) finishes the mapping, 4 Dec",
        "- [ ] book the slot in the lab??",
        "- [ ] Could you send us the drawings of hall 2 by 4 December?",
    ],
)
def test_brackets_and_question_marks_keep_no_step_away(text: str) -> None:
    assert len(found(f"## Open points\n\n{text}")) == len(found("")) + 1


DEAL = (
    "# Norwood Paper, deal\n\nStage: Evaluate\n\nPeople: Ana Ruiz (buyer, Norwood), Tomas Berg (us)\n\n"
    "## Next meeting 10 Dec, with Ana\n\n"
    "> Best: Ana signs the trial order for hall 2\n> If not: Ana names the board member\n"
)


def test_goals_that_a_plan_sets_apart_as_a_quote_are_its_own() -> None:
    goals = plan_of(DEAL, "norwood.md", NOW).objectives
    assert [one.passage.text for one in goals] == [
        "Ana signs the trial order for hall 2",
        "Ana names the board member",
    ]


def dates(plan: Plan) -> set[str]:
    return {one.date.value for one in (*plan.calls, *plan.mentions)} - {""}


@pytest.mark.parametrize("written", ["drafted 27 Nov between two shutdowns", "filled in by Tomas, 27 Nov 2026"])
def test_the_day_on_which_a_page_was_written_is_no_call(written: str) -> None:
    page = (
        "# Norwood Paper, call plan for 10 Dec 2026\n\n*T. Berg, {}*\n\nWith: Ana Ruiz (buyer)\n\nGoal: Ana signs it\n"
    )
    assert "2026-11-27" not in dates(plan_of(page.format(written), "norwood.md", NOW))


def test_what_has_a_box_stays_a_step_whatever_is_said_behind_it() -> None:
    told = "## Open points\n\n- [ ] deck drawing from Ana -- asked on Monday, silence"
    assert len(found(told)) == len(found("")) + 1
