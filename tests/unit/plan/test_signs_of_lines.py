"""Lines that no list knows, told by all their signs together."""

import os

import pytest
from planning import plan_of

from advancelint import resources
from advancelint.plan import NextStep, signs
from advancelint.plan.vocabulary import vocabulary

PREP = "# Call prep: Norwood Paper\n\nDate: 12 May 2026\nWith: Ana Ruiz (Norwood), Tomas Berg (us)\n\n{}"
NOTES = "# Call notes: Norwood Paper, 12 May 2026\n\nPresent: Ana Ruiz (Norwood), Tomas Berg (us)\n\n{}"


def goals(text: str) -> list[tuple[str, str]]:
    """Return the objectives of a plan with their ranks."""
    return [(one.rank, one.passage.text) for one in plan_of(text).objectives]


def words(steps: tuple[NextStep, ...]) -> list[str]:
    """Return the words of steps."""
    return [one.passage.text for one in steps]


@pytest.mark.parametrize(
    ("below", "ranks"),
    [
        (
            "## Purpose of the call\n- Best result: Ana books the trial\n- Acceptable: Ana sends us one reel\n",
            ["primary", "fallback"],
        ),
        ("## Aim\n\n- Top marks: Ana signs the trial order for hall 2\n", ["primary"]),
    ],
)
def test_labels_that_no_list_knows_name_goals_where_everything_else_agrees(below: str, ranks: list[str]) -> None:
    assert [rank for rank, _ in goals(PREP.format(below))] == ranks


@pytest.mark.parametrize(
    "below",
    [
        "## What they make\n- Board: coated, four lines, since 1990\n- Pulp: their own mill in the north\n",
        "## If she says the other mill is cheaper\n- cost per reel, yes, but not per tonne of board\n",
        '## If they push back\n- "We have one already." – We sit on top of it. Ask what it tells them\n',
        "## Background\n- Ana: runs hall 2 and answers to the board\n- Budget: spent by June every year\n",
        "## Halden's goals\n- Primary: no dust in the hall by autumn\n- Fallback: one supplier, not three\n",
        "## Goals (Norwood's own, from the web)\n- Primary: no dust in the hall\n- Secondary: one supplier\n",
    ],
)
def test_what_a_plan_tells_of_the_client_is_no_goal(below: str) -> None:
    assert goals(PREP.format(below)) == []


def test_goals_of_a_day_are_of_a_call() -> None:
    assert goals(PREP.format("## Tuesday's goals\n- Objective: Ana signs the order\n")) == [
        ("primary", "Ana signs the order")
    ]


def test_a_goal_with_its_words_heads_no_list() -> None:
    told = "## 1. Compressors\nGoal: one picture of all of them\n- four portals today, Ana keeps a sheet on top\n"
    assert [text for _, text in goals(NOTES.format(told)) if "portals" in text] == []


def test_a_list_is_steps_where_most_of_its_lines_have_signs_of_it() -> None:
    listed = (
        "## Loose threads\n- send Ana the sheet by 20 May\n- Tomas to book the van, 22 May\n- ring the mill on Friday\n"
    )
    assert len(plan_of(NOTES.format(listed)).next_steps) == 3


@pytest.mark.parametrize(
    "below",
    [
        "## Ask her\n- [ ] what happened the last time\n- [ ] does the loaner stay\n- [ ] who sees the sheet\n",
        "## What they're trying to do\n- Take 8 % out of energy by 2028\n- Keep hall 2 open\n",
        "## Their decision criteria\n- price per reel\n- deliver within 48 hours\n- order by 1 June\n",
        "## Heard in the hall\n- Tomas likes the new reel\n- Ana says May is hard\n",
    ],
)
def test_questions_wishes_and_opinions_of_the_client_are_no_steps(below: str) -> None:
    assert words(plan_of(NOTES.format(below)).next_steps) == []


@pytest.mark.parametrize(("name", "which"), [("lines", "step"), ("lines", "objective"), ("ranks", "primary")])
def test_every_sign_weighs_something(name: str, which: str) -> None:
    known = resources.nested(os.path.join(resources.folder("lexicon"), f"{name}.tsv"))[which]
    assert "" in known
    assert all(int(weight) for sign, weight in known.items() if sign)


@pytest.mark.parametrize("word", ["he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "ele", "ela"])
def test_a_line_begins_with_who_acts_in_any_language(word: str) -> None:
    assert "begins they" in signs.of_words(f"{word} manda el plano", vocabulary(), "prep")
