"""Which columns of a table hold goals, and which hold what came of calls."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

HEAD = "# Brackwater – deal plan\n\nClient: Brackwater Ports\n\n## {}\n\n"


def deal(title: str, table: str) -> Plan:
    return plan_of(HEAD.format(title) + table, known=Known(as_of="2026-11-28"))


def goals(plan: Plan) -> list[tuple[str, str, int]]:
    return [(one.passage.text, one.rank, one.call) for one in plan.objectives if one.passage.text]


def test_a_column_of_both_holds_results_of_the_past_and_goals_of_what_is_to_come() -> None:
    plan = deal(
        "Contacts",
        "| Date | Who | Came out of it / aim |\n|---|---|---|\n"
        "| 12 Nov 2026 | Helena | Helena gave us the demurrage sheet |\n"
        "| 9 Dec 2026 | Owen | Owen names the pilot terminal |\n",
    )
    assert goals(plan) == [("Owen names the pilot terminal", "primary", 1)]
    assert [(one.passage.text, one.call) for one in plan.outcomes] == [("Helena gave us the demurrage sheet", 0)]


def test_a_goal_that_its_own_label_tells_is_no_result_of_its_call() -> None:
    plan = deal(
        "Calls",
        "| Date | Who | What for / what came of it |\n|---|---|---|\n"
        "| 12 Nov 2026 | Helena | she gave us the sheet |\n"
        "| 9 Dec 2026 | Owen | Goal: Owen names the pilot terminal |\n",
    )
    assert [text for text, _, _ in goals(plan)] == ["Owen names the pilot terminal"]
    assert [one.call for one in plan.outcomes] == [0]


def test_what_stands_before_a_column_of_fallbacks_is_one_of_goals() -> None:
    plan = deal(
        "Path to signature",
        "| Call | With | Client will … | Fallback |\n|---|---|---|---|\n"
        "| 2 Dec 2026 | Helena | name the pilot terminal | say what the committee needs |\n"
        "| 14 Dec 2026 | Harold | release the budget | |\n",
    )
    assert goals(plan) == [
        ("name the pilot terminal", "primary", 0),
        ("say what the committee needs", "fallback", 0),
        ("release the budget", "primary", 1),
    ]
    assert plan.objectives[1].reading.actor.value == "client"  # who will do that, too


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            (
                "| Renewal | Harold signs three years before 26 February |\n"
                "| Claims | improve our visibility in the claims area |\n"
            ),
            ["Harold signs three years before 26 February", "improve our visibility in the claims area"],
        ),
        (
            (
                "| Harold signs three years before 26 February | signature |\n"
                "| Helena opens the second terminal to us | first crane fitted by our people there |\n"
            ),
            ["Harold signs three years before 26 February", "Helena opens the second terminal to us"],
        ),
    ],
    ids=["named", "said"],
)
def test_goals_are_what_says_them_and_not_what_names_them(rows: str, found: list[str]) -> None:
    plan = deal("Goals for the year", "| Goal | Measure |\n|---|---|\n" + rows)
    assert [text for text, _, _ in goals(plan)] == found


def test_levels_rank_what_stands_beside_them_below_any_heading() -> None:
    written = (
        "# Call with Vik Rao, Ostrander, 4 Dec 2026\n\n## Outcomes\n\n| Level | What |\n|---|---|\n"
        "| Target | Vik confirms 18 % by mail |\n| Stretch | Full signature on Friday |\n"
        "| Minimum | Vik sends his written counter |\n"
    )
    plan = plan_of(written, known=Known(as_of="2026-11-28"))
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        ("Vik confirms 18 % by mail", "primary"),
        ("Full signature on Friday", "unranked"),
        ("Vik sends his written counter", "fallback"),
    ]


def test_what_is_called_no_goal_is_none() -> None:
    plan = plan_of(
        "# Call with Walt Simic, Lakeward, 10 Dec 2026\n\nGoal: Walt forwards the request to the committee\n\n"
        "Fallback: Walt names the missing items\n\nNot the goal: presenting all 40 slides\n\nNot: go down on price\n",
        known=Known(as_of="2026-11-28"),
    )
    assert [one.passage.text for one in plan.objectives] == [
        "Walt forwards the request to the committee",
        "Walt names the missing items",
    ]
