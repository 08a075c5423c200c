"""The letters by which a mutual plan calls its two parties say whose a step is, and are nobody's name."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan.model import Plan

HEAD = "# Mutual action plan, Brenton and Northfold\n\nClient: Brenton Health Authority"
STEPS = """
## Steps

- [ ] QX: linen count on all wards (Maureen Pike), 16 October 2026
- [ ] VZ: loss report based on the count (Tyler Beausoleil), 30 October 2026
- [ ] QX + VZ: read the first scans together, 18 December 2026
"""


def sides(plan: Plan) -> list[str]:
    return [step.side for step in plan.next_steps]


@pytest.mark.parametrize(
    "told",
    [
        "Owners: **QX** = Brenton, **VZ** = Northfold",
        "(both sides edit here. QX = Brenton, VZ = Northfold)",
        "Brenton Health Authority (QX) and Northfold Linen (VZ) keep it together.",
        "QX = Brenton. VZ = us, Tyler and Rosa.",
        "QX = the customer, VZ = us",
    ],
)
def test_letters_that_are_explained_tell_whose_a_step_is(told: str) -> None:
    plan = plan_of(f"{HEAD}\n\n{told}\n{STEPS}")
    assert plan.account.value == "Brenton Health Authority"
    assert sides(plan) == ["client", "seller", "both"]
    assert {one.name for one in plan.people}.isdisjoint({"QX", "VZ"})


def test_whoever_is_named_beside_the_letters_owns_the_step_and_is_on_that_side() -> None:
    told = "Owners: QX = Brenton, VZ = Northfold"
    plan = plan_of(f"{HEAD}\n\n{told}\n{STEPS}")
    assert [step.owner.value for step in plan.next_steps] == ["Maureen Pike", "Tyler Beausoleil", "QX + VZ"]
    assert {one.name: one.side for one in plan.people} == {"Maureen Pike": "client", "Tyler Beausoleil": "seller"}


def test_letters_and_a_name_in_brackets_before_a_step() -> None:
    plan = plan_of(
        "# Joint plan: Dulcimer Skin and Neemrana Fillworks\n\n"
        "Account: Dulcimer Skin\nDS = Dulcimer Skin, VZ = Neemrana Fillworks\n\n## Steps\n\n"
        "- [ ] [DS, Ira] brief with three products (9 November 2026)\n"
        "- [ ] [VZ] lab samples @Anjali, 18 November 2026\n"
        "- [ ] [DS + VZ] agreement signed (22 December 2026)\n"
    )
    assert sides(plan) == ["client", "seller", "both"]


@pytest.mark.parametrize(
    "told", ["Ana Ruiz (CFO) and Ben Ito (KAM) keep it.", "ROI = return on investment", "QX = small batch"]
)
def test_other_letters_are_no_parties(told: str) -> None:
    plan = plan_of(f"{HEAD}\n\n{told}\n{STEPS}")
    assert sides(plan)[:2] != ["client", "seller"]


def test_letters_say_nothing_in_a_plan_of_one_side() -> None:
    plan = plan_of(f"# Call plan: Brenton\n\nQX = Brenton, VZ = Northfold\n\nObjective: QX signs\n{STEPS}")
    assert plan.kind == "prep"
    assert "client" not in sides(plan), "letters alone are initials of ours here"


def test_tags_behind_steps_of_two_companies_in_a_line() -> None:
    plan = plan_of(
        "Joint evaluation plan\n=====================\n\nOyelaran Foods (OF) | Stratiq Software (S)\n"
        "Status 25 Nov 2026, kept by Ben Achterberg (S)\n\nFor Oyelaran that means a close in 5 days instead of 12.\n\n"
        "Phase 1\n-------\n\n"
        "- [x] List of 14 legal entities [OF, Folake] 2 Nov 2026\n- [x] Workshop, Lagos [both] 11 Nov 2026\n"
        "- [ ] Load and map [S, Marta Ziel] 7 Dec 2026\n- [ ] Review finished [OF, IT] 8 Jan 2027\n"
    )
    assert plan.account.value == "Oyelaran Foods"
    told = [(step.passage.text, step.side, step.due.value) for step in plan.next_steps]
    assert told == [
        ("List of 14 legal entities", "client", "2026-11-02"),
        ("Workshop, Lagos", "both", "2026-11-11"),
        ("Load and map", "seller", "2026-12-07"),
        ("Review finished", "client", "2027-01-08"),
    ]


@pytest.mark.parametrize(
    ("owner", "side"),
    [
        ("Hospital: Beata Kurowska (head nurse)", "client"),
        ("Dr. Brandl, our regulatory", "seller"),
        ("Us: Beata", "seller"),
        ("Client: Beata", "client"),
    ],
)
def test_a_party_before_or_behind_an_owner_tells_the_side(owner: str, side: str) -> None:
    table = f"| Step | Owner | Due |\n|---|---|---|\n| Report on the trial, signed | {owner} | 2026-11-13 |\n"
    plan = plan_of(f"# Mutual action plan\n\nClient: Brenton Hospital\n\n## Steps\n\n{table}")
    assert sides(plan) == [side]


def test_columns_that_are_headed_by_the_letters_of_the_parties() -> None:
    plan = plan_of(
        "# Mutual plan\n\n**P** = Petawawa Lumber Yards, **K** = Kingsgate Lift Leasing. Either may edit.\n\n"
        "| Step | P | K | By |\n|---|---|---|---|\n| 1 | list of owned trucks with serials | | 6 Nov 2026 |\n"
        "| 2 | | appraisal of the nine trucks | 20 Nov 2026 |\n"
        "| 3 | yard tour for the drivers | send two trucks | 30 Nov 2026 |\n"
    )
    assert plan.account.value == "Petawawa Lumber Yards"
    assert [(step.passage.text, step.side) for step in plan.next_steps] == [
        ("list of owned trucks with serials", "client"),
        ("appraisal of the nine trucks", "seller"),
        ("yard tour for the drivers", "client"),
        ("send two trucks", "seller"),
    ]
