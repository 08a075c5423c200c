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


TAGGED = (
    "# Road to 1 March\n\nNorwood Biologics [NB] and Tallow Supply [TS]. The name in brackets is the one to chase.\n\n"
    "- [x] 17/11 Report of the test [NB: Ana Ruiz]\n- [ ] 02/12 Leachables report [TS: Ben Ito]\n"
    "- [ ] 10/12 Safety stock settled [NB: Vera Lund, TS: Ben Ito]\n- [ ] 01/03/2027 Price file loaded [TS]\n"
)


def test_tags_of_a_company_and_a_person_are_owners_and_no_slots_of_a_template() -> None:
    plan = plan_of(TAGGED, "road.md")
    assert plan.kind == "map"
    assert plan.account.value == "Norwood Biologics"
    assert sides(plan) == ["client", "seller", "both", "seller"]
    assert {one.name: one.side for one in plan.people} == {
        "Ana Ruiz": "client", "Ben Ito": "seller", "Vera Lund": "client",
    }  # fmt: skip


def test_slots_that_nobody_filled_in_still_make_a_template() -> None:
    text = "# Joint plan\n\n- [ ] [Step: what] [Owner: name]\n- [ ] [Step: what] [Owner: name]\n- [Account name]\n"
    assert plan_of(text, "joint-plan.md").kind in {"template", "none"}


def test_a_heading_that_says_what_a_company_does_owns_the_steps_below() -> None:
    text = (
        "# Joint plan Norwood Foods AS + Tallow Leasing AS\n\nSponsor at Norwood: Petra Hollins, CFO\n\n"
        "## Norwood does\n\n1. Registration list (Ana Ruiz), by 1 Dec 2026\n2. Board approval, 18 December 2026\n\n"
        "## Tallow does\n\n1. Draft of the agreement (Ben Ito), 4 Dec 2026\n"
    )
    plan = plan_of(text, "joint-plan.md")
    assert sides(plan) == ["client", "client", "seller"]
    found = {one.name: one.side for one in plan.people}
    assert (found["Ana Ruiz"], found["Ben Ito"]) == ("client", "seller")


def test_two_companies_on_a_line_of_their_own_and_their_teams() -> None:
    text = (
        "## Mutual success plan - draft\n\nHale & Barrow Prints + Tallow Group\n\n"
        "Team H&B: Ana Ruiz (Dir. Marketing), Petra Hollins (IT)\nTeam Tallow: Ben Ito, Jo Berg\n\n"
        "[x] Ben: portal sandbox live\n[ ] Petra: questionnaire back to Jo (Dec 2)\n[ ] H&B: sign it (Dec 18)\n"
    )
    plan = plan_of(text, "msp.md")
    assert plan.account.value == "Hale & Barrow Prints"
    assert sides(plan) == ["seller", "client", "client"]


def test_whom_nothing_else_puts_on_a_side_is_on_that_of_the_company_before_the_name() -> None:
    text = (
        "# Mutual action plan\n\nNorwood Textiles Ltd (Customer) and Tallow (Vendor)\nPrepared by Jo Berg, Tallow\n\n"
        "- Sandbox for 12 users — Tallow, Jo Berg — 24/11\n- Mapping of codes — Tallow, Ben Ito — 03/12\n"
        "- Parallel run — Norwood, Ms. Lund (payroll) — 04/12\n"
    )
    plan = plan_of(text, "map.md")
    assert sides(plan) == ["seller", "seller", "client"]
    assert {one.side for one in plan.people if one.name in {"Ben Ito", "Jo Berg"}} == {"seller"}


def test_the_title_and_the_parties_of_a_mutual_plan_are_no_steps() -> None:
    text = (
        "MUTUAL ACTION PLAN\nNorwood Textiles Ltd (Customer) and Tallow (Vendor)\nPrepared by Jo Berg, Tallow\n\n"
        "Week of 30 Nov\n- Parallel run — Norwood — 04/12\n- Mapping of codes — Tallow, Ben Ito — 03/12\n"
    )
    assert [step.passage.text for step in plan_of(text, "map.md").next_steps] == ["Parallel run", "Mapping of codes"]


def test_behind_a_company_that_leads_a_step_the_bracket_says_who_does_it() -> None:
    text = (
        "# Road to go-live: Norwood Resorts / Tallow\n\n- [x] Norwood: room list for all resorts (Ana) Nov 25\n"
        "- [ ] Tallow: final quotation (Ben) Dec 3\n"
    )
    plan = plan_of(text, "joint-plan.md")
    assert [(step.owner.value, step.side) for step in plan.next_steps] == [("Ana", "client"), ("Ben", "seller")]
