"""Whose a step is, when its own words say so."""

import pytest
from planning import plan_of

HEAD = (
    "---\ntype: call-notes\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Tomas Berg\ndate: 2026-05-14\n---\n"
    "# Norwood\n\n## Next steps\n- {}\n"
)


@pytest.mark.parametrize(
    ("line", "owner", "side"),
    [
        ("Tomas to send the log", "Tomas", "client"),
        ("Tomas Berg sends the log", "Tomas Berg", "client"),
        ("Tomas and Ana agree the mark", "Tomas and Ana", "both"),
        ("Tomas y Ana acuerdan la fecha", "Tomas y Ana", "both"),
        ("Norwood will send the log", "Norwood", "client"),
        ("Norwood site visit booked", "", "unknown"),
        ("Customer to confirm the date", "Customer", "client"),
        ("Customer references sent", "", "unknown"),
        ("We send the log", "", "seller"),
        ("They send the log", "", "client"),
        ("@tomas send the log", "tomas", "client"),
        ("(Ana) send the log", "Ana", "seller"),
        ("(urgent) send the log", "", "unknown"),
        ("send the log – Tomas – 20 May", "Tomas", "client"),
        ("send the log — Tomas Berg (Norwood), 20 May", "Tomas Berg", "client"),
        ("send the log — Norwood IT, 20 May", "Norwood IT", "client"),
        ("Herr Berg: send the log", "Herr Berg", "client"),
        ("David Parr to send the log", "David Parr", "unknown"),
        ("David Parr likes the log", "", "unknown"),
        ("Contract Draft to be sent", "", "unknown"),
        ("Paper Mills to send the log", "", "unknown"),
        ("Tomas's team sends the log", "", "unknown"),
    ],
)
def test_the_words_of_a_step_name_its_owner(line: str, owner: str, side: str) -> None:
    (step,) = plan_of(HEAD.format(line)).next_steps
    assert (step.owner.value, step.side) == (owner, side)


@pytest.mark.parametrize(
    ("cell", "side"),
    [
        ("Tomas (Norwood)", "client"),
        ("Norwood (Tomas)", "client"),
        ("Liz (us)", "seller"),
        ("Colin (Netlink)", "unknown"),
        ("Tomas / Ana", "both"),
        ("Norwood legal", "client"),
        ("Customer", "client"),
        ("Joint", "both"),
    ],
)
def test_a_column_names_the_owner_and_its_side(cell: str, side: str) -> None:
    table = f"| What | Who |\n|---|---|\n| send it | {cell} |"
    (step,) = plan_of(HEAD.format("x").replace("- x", table)).next_steps
    assert (step.owner.value, step.side) == (cell, side)


def test_a_stranger_below_a_sides_heading_is_on_that_side() -> None:
    (step,) = plan_of(HEAD.format("x").replace("- x", "### Buyer actions\n- Jess Orr: send it")).next_steps
    assert (step.owner.value, step.side) == ("Jess Orr", "client")
