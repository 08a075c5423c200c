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


LABELLED = """# Mutual plan: Norwood Mills / Tallow Systems

**Team Norwood (N):** Ms. Ana Ruiz, Purchasing. Mr. Ben Cole, Quality.
**Team Tallow (T):** Jo Berg, Leasing. Lt. Max Hall, Projects.

- [x] T / Jo: send the title report, 24 Nov 2026
- [ ] N + T: review meeting, 4 Dec 2026
- [ ] N: security deposit, 9 Dec 2026
- [ ] T: show Ben one running site
"""


def test_letters_in_the_labels_of_people_stand_for_their_companies() -> None:
    plan = plan_of(LABELLED)
    assert {one.name: (one.side, one.role) for one in plan.people} == {
        "Ana Ruiz": ("client", "Purchasing"),
        "Ben Cole": ("client", "Quality"),
        "Jo Berg": ("seller", "Leasing"),
        "Max Hall": ("seller", "Projects"),
    }
    assert [(one.owner.value, one.side) for one in plan.next_steps] == [
        ("T / Jo", "seller"),
        ("N + T", "both"),
        ("N", "client"),
        ("T", "seller"),
    ]


def test_one_letter_before_a_colon_owns_nothing_where_nobody_explains_it() -> None:
    plain = LABELLED.replace(" (N)", "").replace(" (T)", "")
    assert [one.owner.value for one in plan_of(plain).next_steps][2:] == ["", ""]
