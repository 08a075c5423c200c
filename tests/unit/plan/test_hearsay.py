"""What sentences say of people whom no list places."""

import pytest
from planning import plan_of

NOTE = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood\n\n## Notes\n\n{}\n"


def sides(text: str) -> dict[str, str]:
    return {one.name: one.side for one in plan_of(NOTE.format(text)).people}


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Her brother Koen has to sign. Koen runs the line.", "Koen", "client"),
        ("Tomas Berg came, and so did Petra Hollins, who chairs the board.", "Petra Hollins", "client"),
        ("Spoke with Petra Hollins of Norwood.", "Petra Hollins", "client"),
        ("Samples are late. Ask Petra to trim five.", "Petra", "seller"),
        ("Ring Petra at the depot about stock.", "Petra", "seller"),
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
