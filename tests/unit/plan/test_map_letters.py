"""Mutual plans that name both companies in a line at their head, and whose tables give a letter to each."""

from __future__ import annotations

from planning import plan_of

PLAN = """---
type: mutual-action-plan
---

**Joint steps to the first delivery**
Vantora Coatings (Gent) and Pellgate Solvents (Hull), rev. 4
Agreed between Lena Maes, EHS at Vantora, and Craig Holt, sales at Pellgate

Pays off for Vantora => sixty drums fewer to handle each week
Aim we share => Vantora moves to bulk with Pellgate from 1 March

#|What has to happen|V or P|Name|Day|ok
-|-|-|-|-|-
1|Sample to the lab in Gent|P|Craig|9 Nov|✔
2|Lab report back to Hull|V|Bram De Smet|20 Nov|✔
3|Survey of the tank farm|V+P|Lena, Owen Trant|9 Dec|
"""


def test_the_one_that_gains_is_the_client() -> None:
    assert plan_of(PLAN).account.value == "Vantora Coatings"


def test_whoever_works_at_a_company_is_on_its_side() -> None:
    sides = {one.name: one.side for one in plan_of(PLAN).people}
    assert (sides["Lena Maes"], sides["Craig Holt"]) == ("client", "seller")


def test_a_name_owns_a_step_and_a_letter_beside_it_tells_the_side() -> None:
    told = [(one.owner.value, one.side, one.done) for one in plan_of(PLAN).next_steps]
    assert told == [("Craig", "seller", True), ("Bram De Smet", "client", True), ("Lena, Owen Trant", "both", False)]


def test_a_row_that_only_says_that_it_is_done_names_no_step() -> None:
    rows = PLAN.replace("Lab report back to Hull", "(done)")
    assert [one.passage.text for one in plan_of(rows).next_steps] == [
        "Sample to the lab in Gent",
        "Survey of the tank farm",
    ]
