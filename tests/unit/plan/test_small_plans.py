"""Plans of a few lines, as people try a tool with: a title, a day, a goal."""

import pytest
from planning import plan_of

from advancelint.plan import Known

GOAL = "Goal: Dana sends us the drawings of hall 2"
STEPS = "Next steps\n\n- Jo mails the sheet by Friday\n"


def kind(text: str) -> str:
    return plan_of(text, known=Known(as_of="2026-11-28")).kind


@pytest.mark.parametrize("title", ["# Lakeward", "# Lakeward call", "# Call with Dana Reyes"])
@pytest.mark.parametrize(
    "line",
    [
        "Call 2026-12-10, Dana Reyes",
        "Call on 10 December 2026 with Dana Reyes",
        "Meeting 10.12., 14:00",
        "Dana, 10 Dec, phone",
    ],
)
@pytest.mark.parametrize("label", ["Goal", "Objective"])
def test_a_title_a_day_and_a_goal_are_the_plan_of_a_call(title: str, line: str, label: str) -> None:
    assert kind(f"{title}\n\n{line}\n\n{label}: Dana sends us the drawings of hall 2\n") == "prep"


def test_a_goal_with_a_fallback_is_that_of_a_call_where_a_day_stands_above() -> None:
    written = (
        f"# Lakeward\n\n10 Dec 2026, Teams, with Dana Reyes (CFO)\n\n{GOAL}\n\nFallback: Dana names who has them\n"
    )
    assert kind(written) == "prep"


def test_a_call_objective_needs_nothing_beside_it() -> None:
    assert kind("# Lakeward\n\nCall objective: Dana sends us the drawings of hall 2\n") == "prep"


def test_a_poor_goal_is_one_where_whom_we_call_is_said() -> None:
    written = f"# Call with Dana Reyes\n\n10 December 2026\n\nGoal: show them the ABC module\n\n{STEPS}"
    assert kind(written) == "prep"


@pytest.mark.parametrize(
    "written",
    [
        "# Interview plan: backend engineer\n\nDate: 10 June 2026\n\n## Objective\nSee how they debug.\n\n" + STEPS,
        "# Lakeward\n\nGoal: Dana sends us the drawings of hall 2\n",
        "when they say PRICE\n\nfor all reps\n\ngoals for every call where they are in\n\n1. customer shows a note\n",
        "# Engineering roadmap\n\n10 December 2026\n\n" + GOAL + "\n",
    ],
)
def test_what_says_less_or_speaks_to_a_team_is_no_plan(written: str) -> None:
    assert kind(written) == "none"


@pytest.mark.parametrize("client", ["Hallam Engineering", "Shannonside Training Board", "Skelton Architecture"])
def test_a_word_for_work_inside_a_team_may_be_one_of_a_name(client: str) -> None:
    assert kind(f"# {client}, 10 December 2026\n\nWith: Dana Reyes (operations)\n\n{GOAL}\n\n{STEPS}") == "prep"


@pytest.mark.parametrize(
    "title", ["Engineering Roadmap", "Training for account managers", "Team Engineering", "Course plan"]
)
def test_and_without_a_name_it_is_not(title: str) -> None:
    assert kind(f"# {title}\n\nWith: Dana Reyes (operations)\n\n{GOAL}\n\n{STEPS}") == "none"


def test_a_client_s_name_with_a_day_above_steps_is_a_plan() -> None:
    steps = "Next steps\n\n- Dana sends the drawings by 4 December\n"
    written = f"# Hallam Foods, 12 Nov 2026\n\nDana showed us line 2.\n\n{steps}"
    assert kind(written) == "notes"


def test_notes_of_a_dated_call_are_told_by_its_heading() -> None:
    written = "# Tarnbrook Dairies – notes\n\n## Last call (12 Nov 2026)\n\nPetra agreed to share figures.\n"
    plan = plan_of(written, known=Known(as_of="2026-11-28"))
    assert plan.kind == "notes"
    assert [(one.passage.text, one.call) for one in plan.outcomes] == [("Petra agreed to share figures", 0)]


@pytest.mark.parametrize("title", ["Hallam Foods, 10 December 2026", "Hallam Foods – call 10 Dec 2026"])
def test_a_goal_and_steps_in_which_nothing_is_told_are_no_notes(title: str) -> None:
    written = f"# {title}\n\nWith: Dana Reyes (operations)\n\n{GOAL}\n\nFallback: Dana names who has them\n\n{STEPS}"
    assert kind(written) == "prep"


def test_what_a_preparation_tells_of_an_earlier_call_belongs_to_that() -> None:
    written = (
        "# Tarnbrook Dairies\n\n## Next call (3 Dec 2026, Petra Lund)\n\nObjective: Petra walks the line with us.\n\n"
        "## Last call (12 Nov 2026)\n\nPetra agreed to share downtime figures.\n"
    )
    plan = plan_of(written, known=Known(as_of="2026-11-28"))
    assert [(one.passage.text, one.call) for one in plan.outcomes] == [("Petra agreed to share downtime figures", 1)]


def test_bold_words_that_begin_lines_are_labels() -> None:
    written = (
        "**Client** Lakeward Port\n**Value** 410k\n**Stage** Negotiation\n\n"
        "**Objective of opportunity** Dana Reyes signs the renewal by 31/12\n"
        "**Their gain** the plan is back in an hour\n"
    )
    plan = plan_of(written, known=Known(as_of="2026-11-28"))
    assert plan.sales_objective.value == "Dana Reyes signs the renewal by 31/12"
    assert plan.stage.value == "negotiate"


def test_a_form_with_bars_behind_its_labels_states_goals() -> None:
    written = (
        "# Visit form\n\n**Client:** Lakeward\n**Date:** 3 Dec\n\n## B  Visit goal\n"
        "**B1 best result** | Dana lets our inspector open all six rooms\n"
        "**B2 minimum** | Dana names who has the keys\n"
    )
    plan = plan_of(written, known=Known(as_of="2026-11-28"))
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        ("Dana lets our inspector open all six rooms", "primary"),
        ("Dana names who has the keys", "fallback"),
    ]


def test_ranks_may_end_in_a_full_stop() -> None:
    goals = f"- Primary. {GOAL[6:]}\n- Fallback. Dana names who has them\n"
    written = f"# Lakeward, 10 Dec 2026\n\n## What we want from the call\n\n{goals}"
    plan = plan_of(written, known=Known(as_of="2026-11-28"))
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        (GOAL[6:], "primary"),
        ("Dana names who has them", "fallback"),
    ]


def test_commitments_sought_are_the_goals_of_a_call() -> None:
    written = (
        "# Lakeward, 10 Dec 2026\n\nWith Dana Reyes (CFO)\n\n### Commitments sought\n\n"
        "| Level | Commitment |\n|---|---|\n"
        f"| Target | {GOAL[6:]} |\n| Minimum | Dana names who has them |\n"
    )
    plan = plan_of(written, known=Known(as_of="2026-11-28"))
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        (GOAL[6:], "primary"),
        ("Dana names who has them", "fallback"),
    ]


def test_a_page_in_small_letters_with_questions_to_ask_and_a_quote_is_a_plan() -> None:
    plan = plan_of(
        "millhaven paper, tues 1 dec 10ish, sign in at the gatehouse\nseeing col bryant (maint eng, 19 yrs there)\n\n"
        'col on the phone - "cant keep doing that every quarter"\nthey buy off brannock, always have, its a habit\n\n'
        "main thing im after - col agrees to pull one valve on the 4 jan shut and strip it on our bench with him\n"
        "if not that then at least he hands over the valve list with sizes\n\n"
        "ask\nwhats an hour down cost you\nwho signs over 5k\ndo you keep spares\n\n"
        "before i go\nprint the swap sheet\nring warehouse re stock, mon\n",
        known=Known(as_of="2026-11-28"),
    )
    assert plan.kind == "prep"
    assert [one.passage.text.partition(" ")[0] for one in plan.objectives] == ["col", "he"]
    assert [one.passage.text for one in plan.next_steps] == ["print the swap sheet", "ring warehouse re stock"]


def test_capitals_in_a_numbered_form_head_the_line_below() -> None:
    plan = plan_of(
        "# Pre-call form\n\nclient: Lakeward\ncall date: 10 Dec 2026\n\n"
        f"3. PURPOSE OF CALL - PRIMARY\n   {GOAL[6:]}\n\n"
        "4. PURPOSE OF CALL - SECONDARY (if 3 is not met)\n   Understand their needs better\n\n"
        "5. OVERALL SALES OBJECTIVE FOR THIS CUSTOMER\n   Dana orders the whole hall before Christmas\n",
        known=Known(as_of="2026-11-28"),
    )
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        (GOAL[6:], "primary"),
        ("Understand their needs better", "fallback"),
    ]
    assert plan.sales_objective.value == "Dana orders the whole hall before Christmas"


def test_until_when_a_contract_runs_is_no_day_of_a_call() -> None:
    plan = plan_of(
        "lakeward oy / 22 cafés, now with Brannock, contract till 28.2.\n\n27.11 call with Dana - samples leaked\n",
        known=Known(as_of="2026-11-28"),
    )
    assert "2027-02-28" not in [call.date.value for call in plan.calls]


def test_labels_of_several_kinds_tell_that_a_table_holds_keys() -> None:
    plan = plan_of(
        "| Lakeward Oy | line scanner |\n|:--|:--|\n| Date | 1 Dec 2026 |\n| Them | Dana Reyes, works manager |\n"
        "| Sales stage | Discovery |\n| Primary objective | Dana sends us the drawings of hall 2 |\n"
        "| Ask Dana | How many stops a week? |\n| Ask Jo | Who pays? |\n| Landmine | the crash of 2024 |\n"
        "| Mood | fine |\n| Parking | behind hall 1 |\n"
    )
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [(GOAL[6:], "primary")]
    assert (plan.stage.value, [call.date.value for call in plan.calls]) == ("discover", ["2026-12-01"])


def test_an_item_above_boxes_heads_them() -> None:
    plan = plan_of(
        "# Lakeward: steps to an order\n\nPeople: Dana Reyes (their buyer), Jo Marsh (us)\n\n"
        "* This coming week\n  * [ ] Redlines back — Dana, Dec 1\n"
        "  * [ ] SOC 2 letter — Jo Marsh, Nov 30\n* Behind us\n  * [x] Price sheet — Jo Marsh\n",
        known=Known(as_of="2026-11-28"),
    )
    assert [(one.passage.text, one.done) for one in plan.next_steps] == [
        ("Redlines back", False),
        ("SOC 2 letter", False),
        ("Price sheet", True),
    ]


def test_a_column_by_without_numbers_says_by_whom() -> None:
    plan = plan_of(
        "# Lakeward: mutual action plan\n\n| Step | By | Limit |\n|---|---|---|\n"
        "| Send the redlines | Dana Reyes | 18.Dec |\n| Answer the questions | Jo Marsh | 2.Dec |\n",
        known=Known(as_of="2026-11-28"),
    )
    assert [(one.owner.value, one.due.value) for one in plan.next_steps] == [
        ("Dana Reyes", "2026-12-18"),
        ("Jo Marsh", "2026-12-02"),
    ]


@pytest.mark.parametrize("label", ["Agreed destination", "Working toward"])
def test_where_both_want_to_arrive_is_the_sales_objective(label: str) -> None:
    plan = plan_of(f"# Lakeward: mutual action plan\n\n**{label}:** the board of Lakeward orders in May\n\n{STEPS}")
    assert plan.sales_objective.value == "the board of Lakeward orders in May"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lakeward review 1 Dec.md", "# Tuesday, 2.30pm, their hall"),
        ("lakeward second visit 1 dec.md", "# Lakeward\n\nwhen: 1/12, 14:00"),
        ("lakeward.md", "Lakeward, tomorrow 10am (written Mon 30 Nov)"),
    ],
)
def test_a_file_s_name_or_a_remark_tells_the_day_of_a_call(name: str, text: str) -> None:
    behind = "Prep\n- send Dana the sheet that is due Tue 8 Dec (Jo, 2 Dec)\n"
    plan = plan_of(f"---\ntype: call-plan\n---\n{text}\n\n{GOAL}\n\n{behind}", name, Known(as_of="2026-11-28"))
    assert [call.date.value for call in plan.calls] == ["2026-12-01"]


def test_a_column_of_single_words_holds_no_goals() -> None:
    assert plan_of("# Lakeward\n\n| Goal | Owner |\n|---|---|\n| grow | Ana |\n| retain | Jo |\n").objectives == ()


def test_a_title_with_an_hour_and_people_names_no_company_of_ours() -> None:
    plan = plan_of(
        "Lakeward Gear, Wed 2 Dec 7am shop floor, Chuck Reyes (owner) + Trini Solis (setup lead)\n\n"
        "obj: Chuck signs the LOI w/ 10% down so slot 14 is ours to hold til Jan\n",
        known=Known(as_of="2026-11-29"),
    )
    (goal,) = plan.objectives
    assert (goal.reading.actor.value, goal.reading.client_action.value) == ("client", "act")
