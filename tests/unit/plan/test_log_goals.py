"""Goals that a line of a log states belong to the call of that line."""

import pytest
from planning import plan_of

from advancelint.plan import Known

LOG = """\
# Ostrel Castings (log)

Contact: Jiri Novak, purchasing; Hana Mala, process engineer

2026-11-02 phone w/ Jiri. He will pull the scrap figures for Q3.
2026-11-12 visit. Hana showed us furnace 2.
2026-12-08 visit planned. Goal: Hana hands over the trial sheet with scrap per casting.
"""


def test_the_goal_of_a_line_belongs_to_the_call_of_that_line() -> None:
    plan = plan_of(LOG)
    (goal,) = plan.objectives
    call = plan.calls[goal.call]
    assert (call.date.value, call.mentioned) == ("2026-12-08", False)
    assert all(one.date.value != "2026-12-08" for one in plan.mentions)
    assert [one.span for one in plan.calls] == sorted(one.span for one in plan.calls)


def test_a_day_behind_the_goal_is_not_its_call() -> None:
    plan = plan_of(
        LOG.replace("2026-12-08 visit planned. Goal:", "Goal:").replace("casting.", "casting, 8 December 2026.")
    )
    assert all(plan.calls[goal.call].date.value != "2026-12-08" for goal in plan.objectives)


def test_a_goal_belongs_to_the_call_that_its_label_dates_and_its_fallback_with_it() -> None:
    head = "---\ntype: call-notes\naccount: Norwood Paper\ndate: 2026-11-19\n---\n# Visit\n\nWith: Claire Vasseur\n"
    goal = "Objective of the next meeting (18 December): Claire presents the figures to Mr Petit."
    plan = plan_of(f"{head}\n{goal}\nOtherwise: she passes on the figures.\n")
    assert [plan.calls[one.call].date.value for one in plan.objectives] == ["2026-12-18", "2026-12-18"]
    assert not plan.mentions


TABLE = """\
# Norwood Paper: calls

| When | Who | {} | Then |
|---|---|---|---|
| 2026-10-15 | Claire Vasseur | Came: she told us who signs | Craig sends the photos |
| 2026-12-11 | Claire Vasseur | {}: Claire lets us count two shifts | |
| 2026-12-19 | Claire Vasseur | Fallback: she names the day | |
"""


@pytest.mark.parametrize("head", ["What for / what came of it", "Remarks"])
@pytest.mark.parametrize("label", ["Goal", "Call objective", "Ziel"])
def test_a_cell_that_begins_with_the_label_of_a_goal_is_one(head: str, label: str) -> None:
    plan = plan_of(TABLE.format(head, label))
    found = [(one.passage.text, one.rank == "fallback", plan.calls[one.call].date.value) for one in plan.objectives]
    assert found == [
        ("Claire lets us count two shifts", False, "2026-12-11"),
        ("she names the day", True, "2026-12-19"),
    ]


def test_a_label_in_a_cell_takes_nothing_from_the_other_goals_of_its_column_and_doubles_none() -> None:
    rows = (
        "| 2026-12-11 | Claire counts two shifts | |\n"
        "| 2026-12-19 | Goal: Claire names the day | Fallback: she calls |\n"
    )
    head = "---\ntype: call-notes\naccount: Norwood\n---\n# Norwood Paper: calls\n\n"
    plan = plan_of(head + "| Date | Objective | Fallback |\n|---|---|---|\n" + rows)
    words = sorted(one.passage.text for one in plan.objectives if one.passage.text)
    assert words == ["Claire counts two shifts", "Claire names the day", "she calls"]


def test_what_a_column_of_results_calls_an_advance_is_a_goal_only_of_a_call_to_come() -> None:
    text = TABLE.format("Outcome", "Advance").replace("Fallback: ", "")
    assert not plan_of(text, known=Known(as_of="2027-01-15")).objectives
    (goal,) = plan_of(text, known=Known(as_of="2026-06-01")).objectives
    assert goal.passage.text == "Claire lets us count two shifts"


@pytest.mark.parametrize("label", ["(aim)", "[goal]", "GOING FOR:", "Want:"])
def test_a_cell_of_results_may_hold_the_goal_of_a_call_to_come(label: str) -> None:
    rows = (
        f"| 2026-06-11 | Claire | agreed to count |\n| 2026-07-09 | Claire | {label} she names the day of the trial |\n"
    )
    plan = plan_of(
        f"# Norwood Paper: calls\n\n| date | who | what came of it |\n|---|---|---|\n{rows}",
        "calls.md",
        Known(as_of="2026-06-20"),
    )
    (goal,) = plan.objectives
    assert (goal.passage.text, plan.calls[goal.call].date.value) == ("she names the day of the trial", "2026-07-09")


def test_a_goal_belongs_to_the_call_of_the_line_above() -> None:
    text = """\
---
type: deal-plan
account: Norwood Paper
---
# Norwood Paper

## Next call
2026-04-23, 45 min, Tess + Peter, readout
Goal: Tess and Peter sign off the criteria
Plan B: Peter lists in writing what is missing
"""
    plan = plan_of(text)
    assert [plan.calls[one.call].date.value for one in plan.objectives] == ["2026-04-23", "2026-04-23"]
    assert [one.rank for one in plan.objectives] == ["primary", "fallback"]


def test_a_day_that_heads_a_goal_is_the_whole_title_of_its_call() -> None:
    head = "---\ntype: deal-plan\naccount: Norwood Paper\n---\n# Norwood Paper\n\n## Next call\n"
    plan = plan_of(f"{head}Thu 23 April 2026\nGoal: Tess and Peter sign off the criteria\n")
    assert [(one.title, one.date.value) for one in plan.calls] == [("Thu 23 April 2026", "2026-04-23")]


def test_a_goal_led_by_the_day_of_a_call_goes_with_it() -> None:
    plan = plan_of(
        "---\ntype: account-plan\naccount: Norwood\nyear: 2026\n---\n# Norwood 2026\n\n"
        "## Meetings planned\n| Date | With | About |\n|---|---|---|\n| 2026-02-19 | Tomas | Review |\n"
        "| 2026-04-15 | Tomas, Bo | Charging |\n\n"
        "## Objective per meeting\n- 19 Feb: Tomas opens the log\n- 15 April: Bo names the depot\n"
    )
    goals = [(one.passage.text, plan.calls[one.call].date.value) for one in plan.objectives]
    assert goals == [("Tomas opens the log", "2026-02-19"), ("Bo names the depot", "2026-04-15")]


NOTES = """\
---
type: call-notes
account: Norwood Paper
date: 2026-11-24
---
# Norwood Paper

With: Claire Vasseur (Norwood Paper)
{}
Outcome: Claire gives us the scrap log.

- [ ] Craig: photos to Claire, 27 Nov

{}
"""


def days_of_goals(top: str, end: str) -> list[str]:
    plan = plan_of(NOTES.format(top, end))
    return [plan.calls[one.call].date.value for one in plan.objectives]


@pytest.mark.parametrize(
    "end",
    [
        "## Next call\n15 December 2026, 10:00, by phone with Claire.\nObjective: Claire counts two shifts",
        "## Next call: 15 December\n\n### Objective\n\nClaire counts two shifts",
        "NEXT CALL\n12/15 2:00 PM phone, Claire only\nGoal: Claire counts two shifts",
        "## For 15 December\n\nObjective: Claire counts two shifts",
        "Objective for the 15th: Claire counts two shifts",
        "What I want on Tuesday 15 December: Claire counts two shifts",
    ],
)
def test_what_notes_want_of_the_next_call_is_of_that_one(end: str) -> None:
    assert days_of_goals("", end) == ["2026-12-15"]


def test_a_call_that_only_a_heading_names_has_its_words_as_title() -> None:
    plan = plan_of(NOTES.format("", "### Aim for the 15th\n\nObjective: Claire counts two shifts"))
    assert ("Aim for the 15th", "2026-12-15") in [(one.title, one.date.value) for one in plan.calls]


def test_what_was_wanted_of_the_call_that_is_over_stays_with_it() -> None:
    top = "Next call: 15 December 2026\nObjective: Claire counts two shifts"
    assert days_of_goals(top, "") == ["2026-11-24"]
    log = "## 2026-12-15 visit planned\n\n## Objective of today\n\nClaire counts two shifts"
    assert set(days_of_goals("Objective: Claire shows the log", "")) == {"2026-11-24"}
    assert days_of_goals("Objective: Claire shows the log", log)[0] == "2026-11-24"


def test_the_older_entry_of_a_log_has_its_own_goal() -> None:
    text = (
        "# Norwood Paper (log)\n\n### 11/6/2026, Dr. Naomi Fairweather, phone\nShe gave us the log.\n\n"
        "### 10/21/2026 kickoff, Claire\nWanted her to tell us what she would change.\nAgreed to meet again.\n"
    )
    plan = plan_of(text)
    assert {plan.calls[one.call].date.value for one in plan.objectives} == {"2026-10-21"}
