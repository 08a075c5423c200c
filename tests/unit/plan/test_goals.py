"""Goals and fallbacks that sentences state, with no label."""

import pytest
from planning import plan_of

from advancelint.plan import goals

PREP = "---\ntype: call-plan\naccount: Norwood\ndate: 2026-05-14\n---\n# Norwood\n\n"


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("What I came for was a look at the cold store. We got it.", "a look at the cold store"),
        ("Where I want him when we hang up: he names a second reader", "he names a second reader"),
        ("All we need is for Petra to open the gate log.", "Petra to open the gate log"),
        ("Aim of the visit was to have Petra open the gate log.", "have Petra open the gate log"),
        ("Our only objective is a date for the trial.", "a date for the trial"),
        ("plan was to leave early", "leave early"),
        ("I want Petra to open the gate log.", "Petra to open the gate log"),
        ("Wanted to come away with the floor plan. No luck.", "the floor plan"),
        ("Wanted to know: why did they change suppliers", "why did they change suppliers"),
        ("We win if Petra opens the gate log.", "Petra opens the gate log"),
        ("If I walk out with the floor plan, it was worth it.", "the floor plan"),
        ("By the time we leave, Petra has named a day.", "Petra has named a day"),
        ("By the end of the call I want the floor plan.", "the floor plan"),
        ("Quería que Petra abriera el registro.", "Petra abriera el registro"),
        ("Their goal is fewer stops.", ""),
        ("The client's aim was fewer stops.", ""),
        ("The plan is good.", ""),
        ("The point is that nobody signs in August.", ""),
        ("What Petra wants is fewer stops.", ""),
        ("We want to help everybody.", ""),
        ("If Petra walks out with the plan, we lose.", ""),
    ],
)
def test_a_sentence_states_a_goal(text: str, goal: str) -> None:
    found = [text[one.value : one.end] for one in goals.stated(text, [0]) if one.role == "objective"]
    assert found == ([goal] if goal else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If Petra wobbles: a letter of intent", "a letter of intent"),
        ("If we can't get there → she lets Rolf present", "she lets Rolf present"),
        ("Failing that, the floor plan", "the floor plan"),
        ("b) otherwise, a logger of our own", "a logger of our own"),
        ("At the very least I want the floor plan", "the floor plan"),
        ("Sinon qu'il nous donne le plan", "qu'il nous donne le plan"),
        ("I would settle for the floor plan", "the floor plan"),
        ("If she calls on Monday that is fine", ""),
        ("Notes on the floor plan", ""),
    ],
)
def test_a_line_below_a_goal_says_what_we_want_failing_that(text: str, words: str) -> None:
    at = goals.otherwise(text)
    assert (text[at:] if at else "") == words


def test_goal_and_fallback_of_one_paragraph_are_objectives() -> None:
    plan = plan_of(PREP + "I want Petra to open the gate log. Failing that, the floor plan.\n")
    assert [(one.passage.text, one.rank, one.heard) for one in plan.objectives] == [
        ("Petra to open the gate log.", "primary", True),
        ("the floor plan.", "fallback", True),
    ]


def test_a_condition_right_below_an_objective_is_its_fallback() -> None:
    plan = plan_of(PREP + "**Objective:** Petra opens the gate log\n\nFailing that, the floor plan\n")
    assert [(one.passage.text, one.rank) for one in plan.objectives][1] == ("the floor plan", "fallback")
    assert not plan_of(PREP + "Petra knows us.\n\nFailing that, the floor plan\n").objectives
