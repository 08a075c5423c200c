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
