"""Sentences that are neither goals nor steps, whatever stands around them."""

import pytest
from planning import let_weigh, plan_of

from advancelint.plan import remarks

NOTES = (
    "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n"
    "## What I want out of the next visit\n\nPetra puts the nine presses on the agenda of the board by 2 June. {}\n\n"
    "## Next steps\n\n- Petra sends the gate log by 20 May\n- Ana: revised quote by 22 May\n- Mo rings the yard\n"
)


@pytest.mark.parametrize(
    "remark",
    ["That's the main thing, and the only one worth the diesel.", "It's her board after all.", "This was her idea."],
)
def test_what_is_said_of_a_goal_is_no_second_one(remark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert remarks.is_one(remark)
    let_weigh(monkeypatch, remark, objective=0.9)
    (goal,) = plan_of(NOTES.format(remark)).objectives
    assert goal.passage.text.startswith("Petra puts the nine presses")


@pytest.mark.parametrize(
    "text", ["It is to be signed by Mo", "It's so that Petra signs", "Is it signed?", "That day she signs"]
)
def test_what_goes_on_to_say_what_is_to_be_done_is_no_remark(text: str) -> None:
    assert not remarks.is_one(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The old press stops 14 times per shift", True),
        ("Two formats (A and B) make 80 % of the volume", True),
        ("all good", True),
        ("Petra sends 14 sacks by Friday", False),
        ("Mo makes a list of the 14 stops", False),
        ("all goods are to be counted", False),
    ],
)
def test_what_is_measured_is_a_fact(text: str, fact: bool) -> None:
    assert remarks.is_fact(text) is fact


def test_what_an_item_says_of_the_step_above_it_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    let_weigh(monkeypatch, "in print", step=0.99)
    text = "## Next steps\n\n- send the gate log\n  - in print\n- Petra calls Mo by Friday\n- Ana: quote by 22 May\n"
    steps = plan_of("---\ntype: deal-plan\naccount: Norwood Mills\n---\n# Norwood Mills\n\n" + text).next_steps
    assert [one.passage.text for one in steps] == ["send the gate log", "Petra calls Mo by Friday", "quote"]
