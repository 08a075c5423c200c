"""Definition lists: a term with what stands behind a colon in the lines below it."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-11-30")
PAGE = (
    "# Norwood Paper, deal\n\n## Who\n\nNorwood Paper\n: Ana Ruiz, mill manager\n: Bo Lind, speaks for the shifts\n\n"
    "Halden Presses\n: Tomas Berg, account manager\n: Jo Marsh, start-up\n\n"
    "Objective\n: Ana signs the trial order for hall 2 by 9 December\n\n"
    "Next steps\n: Ana sends the curves\n  of the last shift by 4 December\n: Tomas books the lab\n\n"
    "## Background\n\nBoard.\n"
)


def test_people_are_of_the_company_above_them() -> None:
    sides = {one.name: one.apparent_side for one in plan_of(PAGE, "norwood.md", NOW).people}
    assert sides == {"Ana Ruiz": "client", "Bo Lind": "client", "Tomas Berg": "seller", "Jo Marsh": "seller"}


def test_each_definition_is_an_item_of_its_term() -> None:
    plan = plan_of(PAGE, "norwood.md", NOW)
    assert plan.sales_objective.value == "Ana signs the trial order for hall 2 by 9 December"
    assert [(one.owner.value, one.due.value) for one in plan.next_steps] == [("Ana", "2026-12-04"), ("Tomas", "")]
    assert PAGE[plan.next_steps[0].span.start :].startswith("Ana sends the curves")


@pytest.mark.parametrize("text", ["Ratio\n: 3 to 1 says Ana", "Call Ana:\n:-) she laughed", ": nothing above"])
def test_a_colon_alone_makes_no_plan(text: str) -> None:
    assert plan_of(f"# Norwood\n\n{text}\n", "n.md", NOW).next_steps == ()
