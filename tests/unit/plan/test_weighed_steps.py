"""Next steps that all signs of a line tell together, and lines that are none though a rule takes them."""

from __future__ import annotations

import pytest
from planning import plan_of

NOTES = (
    "---\ntype: call-notes\nclient: Norwood\ndate: 2026-05-14\n---\n# Norwood, 14 May 2026\n\n"
    "With Petra Vogt and Mo Idle. Us: Ana Ruiz.\n\nThey lost two days in January, and hall 2 is cold.\n\n{}\n"
)


def steps(body: str) -> list[tuple[str, str]]:
    return [(one.passage.text, one.owner.value) for one in plan_of(NOTES.format(body)).next_steps]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("- Ana finds out who the works council is", ("Ana finds out who the works council is", "Ana")),
        ("- revised price without hall 3 -> Ana, Tuesday", ("revised price without hall 3", "Ana")),
    ],
)
def test_a_line_with_all_signs_of_a_step_is_one_below_no_heading(line: str, step: tuple[str, str]) -> None:
    assert step in steps(f"{line}\n- Petra sends the gate log by 20 May\n- Ana to book the hall by 22 May")


@pytest.mark.parametrize("fact", ["the hall is from 1961", "Mo likes the harbour", "Visit fixed for 16 June"])
def test_how_things_are_is_no_step(fact: str) -> None:
    assert fact not in {text for text, _ in steps(f"- {fact}\n- Ana to book the hall by 22 May")}


def test_a_cell_that_names_who_does_each_holds_several_steps() -> None:
    table = (
        "| Date | Aim | What came of it | Follow-up |\n|---|---|---|---|\n"
        "| 7 May 2026 | Petra opens the log | she opened it | Ana to book the hall; Petra to bring two readers |\n"
    )
    assert [text for text, _ in steps(table)] == ["Ana to book the hall", "Petra to bring two readers"]
