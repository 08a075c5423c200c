"""Two columns of owners, the client's and ours, are known by their heads however these are put together."""

import pytest
from planning import plan_of

PLAN = """\
# Tarrow Precision – close plan

Goal: signed order for two cells by 2027-03-19

| # | Step | {} | {} | By |
|---|---|---|---|---|
| 1 | Capability study on part 114 | Nils Okoro | Beate | 2026-12-11 |
| 2 | Board reviews the payback model | Helen Strand | | 2027-01-08 |
| 3 | Send the draft contract | | Beate | 2027-01-15 |
| 4 | Legal review | Tarrow legal | our legal | 2027-02-01 |
"""


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Owner (buyer)", "Owner (us)"),
        ("Owner: client", "Owner: vendor"),
        ("Their lead", "Our lead"),
        ("Who (them)", "Who (us)"),
        ("Tarrow owner", "Our owner"),
        ("Responsible (customer)", "Responsible (Velmo)"),
        ("Owner Tarrow", "Owner Velmo"),
        ("Tarrow Precision", "Velmo Robotics"),
        ("Customer", "Velmo"),
        ("Tarrow", "Us"),
    ],
)
def test_both_columns_tell_whose_the_steps_and_the_people_are(theirs: str, ours: str) -> None:
    plan = plan_of(PLAN.format(theirs, ours))
    assert [step.side for step in plan.next_steps] == ["both", "client", "seller", "both"]
    assert {one.name: one.side for one in plan.people} == {
        "Nils Okoro": "client",
        "Helen Strand": "client",
        "Beate": "seller",
    }


def test_a_column_of_notes_is_nobodys() -> None:
    plan = plan_of(PLAN.format("Customer", "Notes").replace("Beate", "as agreed in March"))
    assert plan.next_steps
    assert all(step.apparent_side != "both" for step in plan.next_steps)


def test_columns_of_what_each_party_does_hold_the_steps() -> None:
    text = (
        "---\ntype: mutual-plan\naccount: Norwood\n---\n# Norwood & Velmo: our steps\n\n"
        "| Day | What Norwood does | What Velmo does | Together |\n|---|---|---|---|\n"
        "| 23 Nov 2026 ✔ | Fergus hands over the register | | |\n"
        "| 11 Dec 2026 | Dilys Penhaligon (finance) gives the invoices | Tomas surveys the dock | |\n"
    )
    steps = [(one.owner.value, one.side, one.due.value, one.done) for one in plan_of(text).next_steps]
    assert steps == [
        ("Fergus", "client", "2026-11-23", True),
        ("Dilys Penhaligon (finance)", "client", "2026-12-11", False),
        ("Tomas", "seller", "2026-12-11", False),
    ]
