"""A company beside a name says whose somebody is, and whose the step that they own is."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan.model import Plan

STEPS = "\n\n| No | What | Who | When |\n|---|---|---|---|\n"


def mutual(title: str, *rows: str) -> Plan:
    lines = "".join(f"| {number} | {row} |\n" for number, row in enumerate(rows, 1))
    return plan_of(f"# Joint plan\n\n**{title}**{STEPS}{lines}", "joint-plan.md")


def sides(plan: Plan) -> list[str]:
    return [step.side for step in plan.next_steps]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Jo Berg, Tallow", "Ana Ruiz, Norwood"),
        ("Tallow – Jo Berg", "Norwood – Ana Ruiz"),
        ("Jo Berg (Tallow)", "Ana Ruiz (Norwood)"),
        ("Jo Berg, Tallow", "Ana Ruiz (director Norwood)"),
        ("Jo Berg, Tallow", "Ana Ruiz, Norwood IT"),
    ],
)
def test_whoever_owns_a_step_is_on_the_side_of_the_company_beside(ours: str, theirs: str) -> None:
    rows = (f"List of all methods | {theirs} | 13-11-2026", f"Draft of the contract | {ours} | 13-01-2027")
    plan = mutual("Norwood A/S × Tallow ApS", *rows)
    assert sides(plan) == ["client", "seller"]
    assert {one.name: one.side for one in plan.people} == {"Ana Ruiz": "client", "Jo Berg": "seller"}


@pytest.mark.parametrize(
    ("title", "account"),
    [
        ("Norwood Analyse A/S × Tallow ApS", "Norwood Analyse A/S"),
        ("Têxteis Norwood, S.A. e Corretora Hale & Tallow", "Têxteis Norwood"),
    ],
)
def test_what_a_company_is_by_law_parts_no_name(title: str, account: str) -> None:
    rows = ("Board meets | Norwood – Ana Ruiz | 13-11-2026", "Draft sent | Tallow – Jo Berg | 20-11-2026")
    assert mutual(title, *rows).account.value == account


def test_a_company_goes_by_what_stands_behind_the_word_for_its_trade() -> None:
    rows = ("Apólices em vigor | Norwood – Ana Ruiz | 13-11-2026", "Consulta | Hale & Tallow – Jo Berg | 20-11-2026")
    plan = mutual("Têxteis Norwood, S.A. e Corretora Hale & Tallow", *rows)
    assert sides(plan) == ["client", "seller"]
    assert {one.name: one.side for one in plan.people} == {"Ana Ruiz": "client", "Jo Berg": "seller"}


def test_a_company_in_brackets_tells_whose_people_a_sentence_names() -> None:
    text = (
        "# Norwood Homes / Tallow Roofing\n\nShared doc - Dawn (Norwood) and Phil (Tallow) own it.\n\n"
        "**November**\n- [ ] Sample panel — Phil, 13 Nov\n- [ ] Slate colour signed off — Dawn, 20 Nov\n"
    )
    plan = plan_of(text, "close-plan.md")
    assert {one.name: one.side for one in plan.people} == {"Dawn": "client", "Phil": "seller"}
    assert sides(plan) == ["seller", "client"]


def test_of_two_between_whom_something_is_agreed_each_works_for_another_company() -> None:
    text = (
        "# Joint plan Norwood Mills / Tallow\n\nAgreed between Petra Hollins and Jo Berg (Tallow) on 26 November\n\n"
        "- [ ] Load data — Norwood, 4 Dec\n- [ ] Concept — Tallow, 11 Dec\n"
    )
    found = {one.name: one.side for one in plan_of(text, "joint-plan.md").people}
    assert found["Jo Berg"] == "seller"
    assert found.get("Petra Hollins") != "seller"
