"""Next steps that all signs of a line tell together, and lines that are none though a rule takes them."""

from __future__ import annotations

import pytest
from planning import let_weigh, plan_of

NOTES = (
    "---\ntype: call-notes\nclient: Norwood\ndate: 2026-05-14\n---\n# Norwood, 14 May 2026\n\n"
    "With Petra Vogt and Mo Idle. Us: Ana Ruiz.\n\nThey lost two days in January, and hall 2 is cold.\n\n{}\n"
)


def steps(body: str) -> list[tuple[str, str]]:
    return [(one.passage.text, one.owner.value) for one in plan_of(NOTES.format(body)).next_steps]


def test_lines_with_all_signs_of_steps_are_some_below_no_heading() -> None:
    body = (
        "- Petra sends the gate log by 20 May\n- revised quote w/o hall 3, open point of Mo -> me\n- she knows line 3"
    )
    assert steps(body) == [
        ("Petra sends the gate log by 20 May", "Petra"),
        ("revised quote w/o hall 3, open point of Mo", "me"),
    ]


@pytest.mark.parametrize("fact", ["the hall is from 1961", "Petra knows the crew"])
def test_how_things_are_is_no_step(fact: str) -> None:
    told = "- the hall is from 1961\n- Petra knows the crew"
    body = f"## Next bits\n- Ana to book the hall by 22 May\n{told}\n- Mo: gate log"
    assert fact not in {text for text, _ in steps(body)}


def test_a_call_that_is_fixed_is_no_step() -> None:
    body = "- Visit fixed for 16 June\n- Petra sends the gate log by 20 May\n- Ana to book the hall by 22 May"
    assert "Visit fixed for 16 June" not in {text for text, _ in steps(body)}


def test_what_was_taken_for_a_step_and_has_hardly_a_sign_of_one_is_none() -> None:
    list_of_ideas = "- Petra wants to see hall 3 in June\n- they fall in love with the idea\n- present all 34 boards"
    assert "present all 34 boards" not in {text for text, _ in steps(f"## Where we might go\n\n{list_of_ideas}")}


BACKGROUND = "\n\nWith them since 2019.\n\n## Background\n\nThe mill runs two shifts.\n\nPetra likes the frame.\n"


def test_a_goal_below_a_heading_of_steps_has_hardly_a_sign_of_one() -> None:
    body = "## Next steps\n\nFor the June review I'd want one thing: Petra opens the log to us" + BACKGROUND
    assert steps(body) == []


def test_what_its_own_label_calls_a_step_stays_one_if_a_poor_one() -> None:
    assert steps("**Next step:** Petra wants to think" + BACKGROUND) == [("Petra wants to think", "Petra")]


def test_a_cell_that_names_who_does_each_holds_several_steps() -> None:
    table = (
        "| Date | Aim | What came of it | Follow-up |\n|---|---|---|---|\n"
        "| 7 May 2026 | Petra opens the log | she opened it | Ana to book the hall; Petra to bring two readers |\n"
    )
    assert [text for text, _ in steps(table)] == ["Ana to book the hall", "Petra to bring two readers"]


def test_several_steps_behind_one_label_are_several() -> None:
    told = "Petra sends the gate log by 20 May.\nI owe her the price of hall 3.\nMo rings the yard by 22 May."
    body = f"**Follow-ups**\n{told}"
    assert [text for text, _ in steps(body)] == [
        "Petra sends the gate log by 20 May.",
        "I owe her the price of hall 3.",
        "Mo rings the yard by 22 May.",
    ]


def test_a_bullet_drawn_by_hand_is_none_of_the_words() -> None:
    assert steps("## Next steps\n\n- ~ Petra asks the bank by 20 May\n- ~ Ana to ring the yard") == [
        ("Petra asks the bank by 20 May", "Petra"),
        ("Ana to ring the yard", "Ana"),
    ]


def test_the_day_on_which_somebody_wrote_is_no_due_date() -> None:
    body = "Petra wrote on Monday:\n\n- Petra sends the gate log\n- Ana is to ring the yard"
    assert [one.due.value for one in plan_of(NOTES.format(body)).next_steps] == ["", ""]


@pytest.mark.parametrize(("line", "found"), [("Mo and the gate log (done)", True), ("Mo and the gate log", False)])
def test_a_line_told_as_done_needs_less_to_be_a_step(line: str, found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    let_weigh(monkeypatch, line, step=0.5)
    told = plan_of(NOTES.format(f"Petra likes it.\n\nHall 3 is dry.\n\n{line}\n\nIt rained.")).next_steps
    assert [one.done for one in told] == [True] * found


@pytest.mark.parametrize(
    ("line", "found"), [("Petra sent the readings of the gate.", 0), ("Petra sends the readings of the gate.", 1)]
)
def test_what_an_outcome_tells_is_over(line: str, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    let_weigh(monkeypatch, line, step=0.99)
    text = f"**Outcome:** advance. {line}\n\nHall 3 is dry.\n\nIt rained.\n\nPetra likes it.\n\nThe yard is new."
    assert len(plan_of(NOTES.format(text)).next_steps) == found
