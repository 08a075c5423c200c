"""People whose initials a plan explains, and steps that initials own."""

import pytest
from planning import plan_of

from advancelint.plan import monograms

NOTE = "---\ntype: call-notes\naccount: Norwood\ndate: 2026-05-14\n---\n# Norwood\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zoom with Siobhán Keane (SK), who runs goods-in.", {"Siobhán Keane"}),
        ("Met Perdita Quill (PQ, owner, hates screens) upstairs.", {"Perdita Quill"}),
        ("RD → Rosamund Devlin, head of finance\nGG → Gervase Gantley, chair", {"Rosamund Devlin", "Gervase Gantley"}),
        ("ALR = Anna-Lena Rott", {"Anna-Lena Rott"}),
        ("The Standard Rate Card (PDF) is out.", set()),
        ("The new Norwood Rotary Kiln (NRK) stops twice a week.", set()),
    ],
)
def test_explained_initials_show_a_person(text: str, names: object) -> None:
    assert {one.name for one in plan_of(NOTE.format(text)).people} == names


def test_our_before_a_name_and_me_behind_letters_tell_whose_they_are() -> None:
    plan = plan_of(NOTE.format("TM → our Tobias Mulcahy, does the onboarding\nAN → me\nRD → Rosamund Devlin, finance"))
    sides = {one.name: one.side for one in plan.people}
    assert (sides["Tobias Mulcahy"], sides["AN"]) == ("seller", "seller")
    assert sides["Rosamund Devlin"] != "seller"
    assert set(sides) == {"Tobias Mulcahy", "AN", "Rosamund Devlin"}


def test_initials_own_steps_and_whom_nobody_explains_is_ours() -> None:
    text = (
        "Met Perdita Quill (PQ, owner).\n\n## Who does what\n\n* BK → test the connection, Mon 18 May\n"
        "* PQ → login to BK by Fri 22 May\n* PQ + BK → look at the numbers, Thu 28 May"
    )
    plan = plan_of(NOTE.format(text))
    assert [(one.owner.value, one.passage.text) for one in plan.next_steps] == [
        ("BK", "test the connection"), ("PQ", "login to BK"), ("PQ + BK", "look at the numbers"),
    ]  # fmt: skip
    assert [one.due.value for one in plan.next_steps] == ["2026-05-18", "2026-05-22", "2026-05-28"]
    assert {one.name: one.side for one in plan.people}["BK"] == "seller"


def test_papers_in_capitals_own_nothing() -> None:
    (step,) = plan_of(NOTE.format("## Next steps\n\n- DMF + COA set in one folder")).next_steps
    assert not step.owner.present


@pytest.mark.parametrize(
    ("word", "letters"), [("AN", True), ("ABC", True), ("THE", False), ("A", False), ("An", False)]
)
def test_what_may_be_initials(word: str, letters: object) -> None:
    assert monograms.are_letters(word) is letters
