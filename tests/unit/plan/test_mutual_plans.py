"""Mutual action plans: what stands in the table, what only explains it, and who is on which side."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

AS_OF = Known(as_of="2026-11-25")
TABLE = (
    "| # | Step | Owner | Until | Status |\n|---|---|---|---|---|\n"
    "| 1 | Pilot protocol on one page | Ilse | 13 Nov | done |\n| 2 | Draft contract | Marek | 8 Dec | |\n"
)
PEOPLE = (
    "Quarrybank: Ilse Wouters (head of laboratory), Piet Okker (IT)\n"
    "Tallow: Marek Stoll (account), Yara Lind (application specialist)\n"
)


def mutual(body: str) -> Plan:
    return plan_of(f"# Mutual action plan\n\n{body}", known=AS_OF)


def steps(plan: Plan) -> list[str]:
    return [one.passage.text for one in plan.next_steps]


def test_only_the_rows_of_the_table_are_steps() -> None:
    plan = mutual(
        f"Prepared by Marek, updated 24 Nov\n\n{PEOPLE}\nQuarrybank wants the line to run by 31 March.\n\n{TABLE}\n"
        "## Dependencies\n\n* Holidays 25 Dec to 1 Jan\n* The roof of bay 4 is in their scope\n"
    )
    assert plan.kind == "map"
    assert steps(plan) == ["Pilot protocol on one page", "Draft contract"]


def test_a_line_in_brackets_is_no_list_of_people() -> None:
    plan = plan_of(
        f"# Mutual action plan\n\n{PEOPLE}\n## Next steps\n\n- (Piet opens the test system by 4 Dec)\n", known=AS_OF
    )
    assert [one.due.value for one in plan.next_steps] == ["2026-12-04"]


def test_a_box_beside_the_table_is_a_step_too() -> None:
    assert "Piet opens the test system" in steps(mutual(f"{TABLE}\n- [ ] Piet opens the test system\n"))


@pytest.mark.parametrize("label", ["Together we work to", "End point", "Target of this plan", "Goal of the deal"])
@pytest.mark.parametrize("mark", [":", " ->"])
def test_what_both_work_towards_is_the_sales_objective_and_no_step(label: str, mark: str) -> None:
    plan = mutual(f"{label}{mark} Quarrybank orders two systems by 12 Feb\n\n{TABLE}")
    assert plan.sales_objective.value == "Quarrybank orders two systems by 12 Feb"
    assert steps(plan) == ["Pilot protocol on one page", "Draft contract"]


def test_a_line_of_a_company_and_its_people_tells_their_sides() -> None:
    plan = mutual(f"{PEOPLE}\nQuarrybank tests, Tallow installs.\n\n{TABLE}")
    sides = {one.name: one.side for one in plan.people}
    assert sides == {"Ilse Wouters": "client", "Piet Okker": "client", "Marek Stoll": "seller", "Yara Lind": "seller"}
    assert [one.side for one in plan.next_steps] == ["client", "seller"]


def test_labels_of_roles_are_no_companies() -> None:
    lines = "Sponsors: Ilse Wouters (Quarrybank), Marek Stoll (Tallow)\nDaily: Piet Okker (Quarrybank)\n"
    sides = {one.name: one.side for one in mutual(f"# Quarrybank / Tallow\n\n{lines}\n{TABLE}").people}
    assert sides["Ilse Wouters"] == sides["Piet Okker"]


def test_steps_below_counted_parts_of_a_list_are_found() -> None:
    plan = plan_of(
        "# Quarrybank × Atelier Tallow\n**Plan d'actions partagé – salle 3**\n\n"
        "Chez le client : Ilse Wouters (directrice), Piet Okker (achats)\nChez nous : Marek Stoll\n\n"
        "- Étape 1, cadrer\n    - Brief signé (Ilse) ✅\n    - Visite du site (Marek + Ilse) – mercredi 2/12, 9 h\n"
        "- Étape 2, décider\n    - Contrat à jour (Piet) – 4/12\n",
        known=AS_OF,
    )
    found = [(one.passage.text, one.owner.value, one.side, one.due.value, one.done) for one in plan.next_steps]
    assert plan.kind == "map"
    assert found == [
        ("Brief signé", "Ilse", "client", "", True),
        ("Visite du site", "Marek + Ilse", "both", "2026-12-02", False),
        ("Contrat à jour", "Piet", "client", "2026-12-04", False),
    ]


@pytest.mark.parametrize(
    "title", ["Weekly checkpoint (Wednesdays, 09:15)", "Checkpoints (30 min)", "Risks", "Monthly call"]
)
def test_days_below_standing_checkpoints_are_calls(title: str) -> None:
    plan = plan_of(
        "# Mutual close plan: Norwood Mills and Tallow\n\n| Step | Owner | By |\n|---|---|---|\n"
        "| Survey | Norwood | 13 Nov 2026 |\n\n"
        f"## {title}\n\n- 25 Nov: step 4 moved.\n- 10 Dec: board paper, last look\n",
        known=Known(as_of="2026-11-30"),
    )
    days = {call.date.value for call in plan.mentions}
    assert days == (set() if title == "Risks" else {"2026-11-25", "2026-12-10"})


ROAD = (
    "NORWOOD DIAGNOSTICS + TALLOW: road to the portal\n(shared page, both sides edit)\n\n"
    "AR = Ana Ruiz, Norwood lab ops · JB = Jo Berg, Tallow\n\n**w/c 23 Nov**\n"
    "* list of the top items · AR · 25/11\n* price file loaded · JB · 27/11\n* go / no-go · AR+JB · 11/12\n"
)


def test_a_shared_page_whose_lines_end_with_who_and_when_is_a_mutual_plan() -> None:
    plan = plan_of(ROAD, "road.md", Known(as_of="2026-11-30"))
    assert (plan.kind, plan.account.value) == ("map", "NORWOOD DIAGNOSTICS")
    assert [(one.passage.text, one.side, one.due.value) for one in plan.next_steps] == [
        ("list of the top items", "client", "2026-11-25"),
        ("price file loaded", "seller", "2026-11-27"),
        ("go / no-go", "both", "2026-12-11"),
    ]
    ours = ROAD.replace("shared page, both sides edit", "my list")
    assert plan_of(ours, "road.md", Known(as_of="2026-11-30")).kind != "map"


def test_what_a_coming_call_is_for_is_no_step() -> None:
    text = "# Norwood deal\n\nStage: trial\n\n## Next\n- ring Ana on 1 Dec\n- for - keep her happy\n- send the list\n"
    steps = [one.passage.text for one in plan_of(text, known=Known(as_of="2026-11-30")).next_steps]
    assert "send the list" in steps
    assert not any(step.startswith("for") for step in steps)


def test_boxes_below_a_title_of_two_companies_need_no_word_for_sharing() -> None:
    plan = plan_of(
        "# Norwood Mills / Tallow Systems: road to go-live\n\n"
        "Norwood Mills buys, Tallow Systems sells. Tallow and Norwood meet.\n\n"
        "- [ ] price file loaded · Tallow · 27/11\n- [ ] list of the items · Norwood · 27/11\n"
        "- [ ] go / no-go · Norwood · 27/11\n",
        "road.md",
    )
    assert (plan.kind, len(plan.next_steps)) == ("map", 3)


def test_what_is_to_be_done_monthly_is_no_call() -> None:
    deal = "# Norwood Mills - deal\n\nStage: trial\n\n## {}\n\n- 25 Nov: invoice paid\n- 9 Dec: invoice due\n"
    for title in ("Monthly review of invoices", "Monthly sync job"):
        assert not plan_of(deal.format(title), known=Known(as_of="2026-11-30")).mentions


NORWOOD = "---\naccount: Norwood Mills\ntype: mutual-plan\n{}---\n# Close plan\n\n{}\n"


def test_two_columns_of_names_that_no_list_knows_hold_who_acts() -> None:
    rows = (
        "| Step | Bank | Velmo | Date |\n|---|---|---|---|\n"
        "| Security review | Ana Ruiz | Jo Berg | 3 June |\n| Redlines | Ana Ruiz | Jo Berg | 9 June |\n"
    )
    found = plan_of(NORWOOD.format("", rows)).next_steps
    assert [one.owner.value for one in found] == ["Ana Ruiz, Jo Berg"] * 2


def test_ticks_below_two_companies_say_who_acts_and_on_which_side() -> None:
    rows = (
        "| Step | Mills | Velmo | Date |\n|---|---|---|---|\n| Review | x | | 3 June |\n| Redlines | | x | 9 June |\n"
    )
    found = plan_of(NORWOOD.format("our-team: [Jo Berg]\ncontact: Ana Ruiz\n", rows)).next_steps
    assert [(one.owner.value, one.side) for one in found] == [("Mills", "client"), ("Velmo", "seller")]
