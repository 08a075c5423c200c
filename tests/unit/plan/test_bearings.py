"""Whose somebody is whom no list places, as what is said of them tells."""

import pytest
from planning import plan_of

from advancelint.plan import likely

NOTE = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood\n\n## Notes\n\n{}\n"


def sides(text: str) -> dict[str, str]:
    return {one.name: one.apparent_side for one in plan_of(NOTE.format(text)).people}


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Her brother Koen has to sign. Koen runs the line.", "Koen", "client"),
        ("Tomas Berg came, and so did Petra Hollins, who chairs the board.", "Petra Hollins", "client"),
        ("Spoke with Petra Hollins of Norwood.", "Petra Hollins", "client"),
        ("Samples are late. Ask Petra to trim five.", "Petra", "seller"),
        ("Petra comes with me on Tuesday. Petra has the key.", "Petra", "seller"),
    ],
)
def test_what_is_said_of_somebody_tells_their_side(text: str, name: str, side: str) -> None:
    assert sides(text)[name] == side


def test_who_is_ordered_about_and_wants_something_is_the_clients() -> None:
    assert sides("Ask Petra to sign. Petra wants a trial.")["Petra"] == "client"


def test_a_mutual_plan_explains_both_sides() -> None:
    said = "Petra Hollins, who chairs the board, reads it."
    text = (
        f"# Mutual action plan: Norwood\n\n{said}\n\n| Task | Owner | Due |\n|---|---|---|\n| Sign | Bo Ek | 2 June |\n"
    )
    assert {one.name: one.side for one in plan_of(text).people}["Petra Hollins"] == "unknown"


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Petra Hollins (our champion) was away.", "Petra Hollins", "client"),
        ("Took a call. Their electrician (Koen) was great.", "Koen", "client"),
        ("Petra Hollins, former plant manager, will take a call.", "Petra Hollins", "unknown"),
        ("Came in via broker Petra Hollins.", "Petra Hollins", "unknown"),
        ("Petra Hollins from procurement asked for a price and Petra wants three quotes.", "Petra Hollins", "client"),
    ],
)
def test_weak_signs_are_weighed_and_outsiders_left_open(text: str, name: str, side: str) -> None:
    assert sides(text)[name] == side


def test_a_name_in_a_list_and_nothing_else_stays_open() -> None:
    text = "---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n**Attendees:** Olga Brandt, Rosa Lane, Wes Ek\n"
    assert {one.apparent_side for one in plan_of(text).people} == {"unknown"}


def test_the_side_of_an_owner_follows_to_the_steps_and_back() -> None:
    steps = "\n- Jess: send the drawing\n- Abel in tech: do the sums\n- Bid desk: price it\n"
    plan = plan_of(NOTE.format(f"Jess wants a trial.\n\n## Next steps\n{steps}"))
    assert [one.apparent_side for one in plan.next_steps] == ["client", "seller", "seller"]


def test_weights_are_signs_of_several_rounds() -> None:
    weights = likely.weights()
    assert weights.find("said seller") > 0 > weights.find("said client")
    assert weights.cell("") is not None


def test_beside_people_who_are_introduced_a_first_name_in_a_goal_tells_nothing() -> None:
    head = "# Norwood Mills – account plan\n\nOwner: Olga Brandt\n\n## Who\n\n| Name | Role |\n|---|---|\n"
    goals = "\n## Goals for the year\n\n- Petra to do a free check of the kiln by May\n"
    rows = ("| Tomas Berg | CFO |\n", "| Rosa Lane | COO |\n", "| Wes Ek | buyer |\n")
    few, many = ({one.name: one.side for one in plan_of(head + "".join(rows[:n]) + goals).people} for n in (1, 3))
    assert (few.get("Petra"), many.get("Petra")) == ("client", "unknown")
