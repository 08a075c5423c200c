"""What a label or a column seems to name and all other signs speak against."""

import pytest
from planning import let_weigh, plan_of

DEAL = """\
# Deal plan: Norwood Mills

Account: Norwood Mills

Goal: Ana Prior signs the order by 18 December

## Calls

| Date | With | What it should bring |
|---|---|---|
| 9 November 2026 | Ana | (done) |
| 2 December 2026 | Ana, Ben | Ben picks the three lines for the trial |
| 9 December 2026 | Ana | Ana feels comfortable with us |
| 16 December 2026 | Ana, Ben | Ana signs the test record |

## To do

- Jo: send the quote to Ana by 1 December
- Ana: ask the board for half an hour
"""


def goals(text: str) -> list[str]:
    return [one.passage.text for one in plan_of(text).objectives if one.passage.text]


def test_a_cell_that_only_says_that_a_call_is_over_is_no_goal() -> None:
    assert goals(DEAL)[1:] == [
        "Ben picks the three lines for the trial", "Ana feels comfortable with us", "Ana signs the test record",
    ]  # fmt: skip


def test_an_empty_cell_of_goals_is_still_told() -> None:
    empty = [one for one in plan_of(DEAL.replace("(done)", "")).objectives if one.placeholder]
    assert [one.call for one in empty] == [0]


def test_a_cell_that_is_a_goal_is_no_step_as_well() -> None:
    text = DEAL.replace("## Calls", "## Win plan").replace("With | What it should bring", "w/ | what for")
    assert goals(text) == goals(DEAL)
    assert [one.passage.text for one in plan_of(text).next_steps] == [
        "send the quote to Ana", "ask the board for half an hour",
    ]  # fmt: skip


@pytest.mark.parametrize(("chance", "present"), [(0.05, False), (0.4, True)])
def test_a_label_that_was_only_heard_needs_another_sign(
    chance: float, present: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "~$38k ARR, 62 seats, close date 1/29 (soft)"
    text = DEAL.replace("Goal: Ana Prior signs the order by 18 December", f"opp: {words}")
    let_weigh(monkeypatch, words, objective=chance)
    plan = plan_of(text)
    assert (plan.sales_objective.present and plan.sales_objective.value == words) == present


def test_what_a_listed_label_states_is_kept_whatever_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    let_weigh(monkeypatch, "Expand.", objective=0.01)
    text = DEAL.replace("Goal: Ana Prior signs the order by 18 December", "Sales objective: Expand.")
    assert plan_of(text).sales_objective.value == "Expand."
