"""Small signs that make a document a plan, a template or neither, and lines of it objectives."""

import pytest
from planning import plan_of

CALL = "---\ntype: call-plan\n---\n# Call with Norwood, 2026-06-10\n\n"
TABLE = (
    "| Rank | What |\n|---|---|\n| Minimum | Ines signs the form by 12 June |\n"
    "| Best | Ines places the order by 12 June |\n"
)


@pytest.mark.parametrize(
    ("stage", "kind"),
    [("[Stage of the sale]", "template"), ("discover", "account")],
)
def test_three_slots_to_fill_in_make_a_template_and_two_do_not(stage: str, kind: str) -> None:
    text = f"# Account plan\n\n**Account:** [Client name]\n**Stage:** {stage}\n**Objective:** [What they do]\n"
    assert plan_of(text).kind == kind


@pytest.mark.parametrize("title", ["Call plan template", "TEMPLATE call notes"])
def test_a_first_line_is_a_title_where_there_is_no_heading(title: str) -> None:
    assert plan_of(f"{title}\n\nObjective: Ines signs the form\nNext step: Ines sends the log\n").kind == "template"


@pytest.mark.parametrize(("stage", "is_plan"), [("seedlings", False), ("discovery", True)])
def test_only_a_stage_of_a_sale_shows_a_sale(stage: str, is_plan: bool) -> None:
    assert plan_of(f"# Beds\n\nStage: {stage}\nNext step: water the beds by 12 June\n").is_plan == is_plan
    assert not plan_of(f"# Beds\n\nObjective: {stage}\nNext step: water the beds by 12 June\n").is_plan


@pytest.mark.parametrize(("title", "kind"), [("Norwood, tomorrow", "prep"), ("Norwood", "notes")])
def test_notes_whose_title_looks_ahead_are_a_preparation(title: str, kind: str) -> None:
    text = f"# {title}\n\nNext step: Ines Lund sends the log by 12 June\nStage: discover\n"
    assert plan_of(text, "norwood-notizen.md").kind == kind


def test_two_columns_below_objectives_are_ranks_and_goals() -> None:
    plan = plan_of(f"{CALL}## Objectives\n\n{TABLE}")
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        ("Ines signs the form by 12 June", "fallback"),
        ("Ines places the order by 12 June", "primary"),
    ]


def test_a_goal_that_nobody_owns_is_read_as_ours() -> None:
    (goal,) = plan_of(f"{CALL}**Objective:** submit the outage forecast to the steering group\n").objectives
    assert (goal.reading.actor.value, goal.reading.client_action.value) == ("seller", "none")


def test_a_goal_that_is_struck_out_is_none_and_the_one_below_it_counts() -> None:
    plan = plan_of(
        f"{CALL}## Objective\n\n~~Get on well with Ines~~\n\n## Objective\n\nInes signs the form by 12 June\n"
    )
    assert [one.passage.text for one in plan.objectives] == ["Ines signs the form by 12 June"]


@pytest.mark.parametrize("marks", [("```", "```"), ("<!--", "-->")])
def test_what_is_passed_over_is_told_once_with_what_stands_around_it(marks: tuple[str, str]) -> None:
    quote = f"> - As they wrote:\n>\n>   {marks[0]}\n>   Objective: Ines signs.\n>   {marks[1]}\n"
    assert [one.why for one in plan_of(CALL + quote).passed_over] == ["“Objective” is not read: it stands in a quote"]


WHEN = "| | |\n|---|---|\n| When | Thu 18 June 2026, 14:00 |\n| Stage | 3 - Trial |\n"


def test_a_review_with_a_time_and_goals_is_the_preparation_of_a_call() -> None:
    title, them = "# Norwood – quarterly review\n\n", "| Them | Petra Lind (head of IT) |\n| Us | Kim Roe |\n\n"
    goals = "## Goals\n\n| # | What we want | Type |\n|---|---|---|\n| 1 | Petra puts 20 users on trial | must have |\n"
    assert plan_of(title + WHEN + them + goals, "norwood-qbr.md").kind == "prep"


def test_a_table_of_goals_below_the_time_of_a_call_is_its_preparation() -> None:
    head = f"# Norwood\n\n{WHEN}| Who | Petra Lind, buyer |\n\n"
    goals = "## Objectives\n\n| | Objective |\n|---|---|\n| Must | Petra names the figure the trial has to reach |\n"
    steps = "\n## To do\n\n- [ ] Kim - bring the meter\n"
    assert [plan_of(head + goals + steps).kind, plan_of(head + steps).kind] == ["prep", "deal"]


DICTATED = """\
Norwood Mills, Thursday

This is Jo, it's for the Norwood visit on Thursday the third of December, ten in the morning. Nobody book me anything.

Ana Prior runs the laundry and knows every towel by name. The manager, Ben Castle, is new. Haven't met him.

What I want out of this is that Ben lets us put the meter on both washers for two weeks. If he won't go for that then
Ana gives me the last twelve invoices before I leave the building. And I'd like Ben to come away feeling at ease.

Stan tells me by Monday if the floor drain will take it.
"""


def test_what_was_dictated_without_a_figure_is_a_plan() -> None:
    plan = plan_of(DICTATED, "norwood-thursday.md")
    assert plan.is_plan
    assert "Ben lets us put the meter on both washers for two weeks" in [
        one.passage.text.rstrip(".") for one in plan.objectives
    ]
