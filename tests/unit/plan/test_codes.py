"""The letters by which a mutual plan calls its two parties say whose a step is, and are nobody's name."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan.model import Plan

STEPS = """
## Steps

- [ ] SB: linen count on all wards (Maureen Pike), 16 October 2026
- [ ] NF: loss report based on the count (Tyler Beausoleil), 30 October 2026
- [ ] SB + NF: read the first scans together, 18 December 2026
"""


def sides(plan: Plan) -> list[str]:
    return [step.side for step in plan.next_steps]


@pytest.mark.parametrize(
    "told",
    [
        "Owners: **SB** = St. Brendan's, **NF** = Northfold",
        "(both sides edit here. SB = St. Brendan's, NF = Northfold)",
        "St. Brendan's Health Authority (SB) and Northfold Linen (NF) keep it together.",
        "SB = St. Brendan's. NF = us, Tyler and Rosa.",
        "SB = the customer, NF = us",
    ],
)
def test_letters_that_are_explained_tell_whose_a_step_is(told: str) -> None:
    plan = plan_of(f"# Mutual action plan: St. Brendan's Health Authority & Northfold Linen\n\n{told}\n{STEPS}")
    assert plan.account.value == "St. Brendan's Health Authority"
    assert sides(plan) == ["client", "seller", "both"]
    assert {one.name for one in plan.people}.isdisjoint({"SB", "NF"})


def test_whoever_is_named_beside_the_letters_owns_the_step_and_is_on_that_side() -> None:
    told = "Owners: SB = St. Brendan's, NF = Northfold"
    plan = plan_of(f"# Mutual action plan: St. Brendan's Health Authority & Northfold Linen\n\n{told}\n{STEPS}")
    assert [step.owner.value for step in plan.next_steps] == ["Maureen Pike", "Tyler Beausoleil", "SB + NF"]
    assert {one.name: one.side for one in plan.people} == {"Maureen Pike": "client", "Tyler Beausoleil": "seller"}


def test_letters_and_a_name_in_brackets_before_a_step() -> None:
    plan = plan_of(
        "# Joint plan: Dulcimer Skin and Neemrana Fillworks\n\n"
        "Account: Dulcimer Skin\nDS = Dulcimer Skin, NF = Neemrana Fillworks\n\n## Steps\n\n"
        "- [ ] [DS, Ira] brief with three products (9 November 2026)\n"
        "- [ ] [NF] lab samples @Anjali, 18 November 2026\n"
        "- [ ] [DS + NF] agreement signed (22 December 2026)\n"
    )
    assert sides(plan) == ["client", "seller", "both"]


@pytest.mark.parametrize(
    "told", ["Ana Ruiz (CFO) and Ben Ito (KAM) keep it.", "ROI = return on investment", "SB = small batch"]
)
def test_other_letters_are_no_parties(told: str) -> None:
    plan = plan_of(f"# Mutual action plan: St. Brendan's Health Authority & Northfold Linen\n\n{told}\n{STEPS}")
    assert sides(plan)[:2] != ["client", "seller"]


def test_letters_say_nothing_in_a_plan_of_one_side() -> None:
    plan = plan_of(f"# Call plan: St. Brendan's\n\nSB = St. Brendan's, NF = Northfold\n\nObjective: SB signs\n{STEPS}")
    assert plan.kind == "prep"
    assert "both" not in sides(plan)[:2]
