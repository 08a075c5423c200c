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
    assert "both" not in sides(plan)[:2]
