"""Scorecards of letters hold no goals and no steps, whatever their lines say."""

import pytest
from planning import plan_of

from advancelint.plan import Known, scorecards

NOW = Known(as_of="2026-12-01")
LETTERS = {
    "M": "12% fewer returns",
    "E": "Ana Ruiz, CFO, signs above 50k",
    "D": "we send the offer by 9 Dec, then the board",
    "P": "legal by 12 Dec",
    "I": "need to cut the scrap by June",
    "C": "Joss Hale will push it with the board by 4 Dec",
}


@pytest.mark.parametrize("form", ["- **{}** {}", "{}: {}", "{}  - {}", "| {} | {} |"])
def test_letters_of_a_scorecard_promise_nothing(form: str) -> None:
    head = "| | |\n|---|---|\n" if form.startswith("|") else ""
    card = head + "\n".join(form.format(*line) for line in LETTERS.items())
    text = f"# Norwood deal\n\nStage: Evaluation\n\n{card}\n\nNext steps:\n\n- Ana sends the list by 4 Dec\n"
    plan = plan_of(text, "deal.md", NOW)
    assert [one.due.value for one in plan.next_steps] == ["2026-12-04"]
    assert not plan.objectives


def test_initials_of_people_are_no_scorecard() -> None:
    assert not scorecards.lines("M: sends the list\nE: signs it\nP: books the room\nC: nothing\n")
    assert scorecards.lines("x\nM: a\nE: b\n\nD: c\nP: d\n") == {2, 3, 5, 6}
