"""What stands below a heading corrects what the heading was heard as."""

import pytest
from planning import plan_of

from advancelint.plan import below, weighty

NOTE = "---\ntype: call-notes\naccount: Norwood\ndate: 2026-05-14\n---\n# Norwood\n\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("she has our price list", True),
        ("Petra said the budget is not fixed", True),
        ("they lost a customer in March", True),
        ("Petra signs the trial order", False),
        ("a contract signed by 30 October", False),
        ("to have Petra sign", False),
        ("20 minutes with the plant manager", False),
        ("why did they stop ordering", False),
    ],
)
def test_a_fact_is_told_by_its_verb(text: str, fact: bool) -> None:
    assert below.is_fact(text) is fact


def test_questions_and_facts_are_no_objectives_below_a_heading_that_is_only_heard() -> None:
    asked = plan_of(NOTE + "## My ask\n\n1. what does a day without the crane cost you\n2. who signs?\n")
    told = plan_of(NOTE + "## What I wanted from them\n\n- Petra said no\n- they have a crane\n")
    aimed = plan_of(NOTE + "## What I wanted from them\n\n- Petra lets us read the gate log on site\n")
    assert ([*asked.objectives], [*told.objectives]) == ([], [])
    assert [one.passage.text for one in aimed.objectives] == ["Petra lets us read the gate log on site"]


def test_days_make_steps_of_a_list() -> None:
    plan = plan_of(
        NOTE + "## What has to happen\n\n1. 12 June: PO released (Petra)\n2. 3 June: draft sent to the bank (Jo)\n"
    )
    assert (len(plan.objectives), len(plan.next_steps)) == (0, 2)


@pytest.mark.parametrize(
    ("line", "goals"),
    [
        ("- **Target:** Petra signs the trial order", ["Petra signs the trial order"]),
        ("- **Target:** 12 June", []),
        ("- 612 T€, of which belts 70 %", []),
        ("- NOK 2.9 m, of which 1.1 m service", []),
        ("- Petra Hollins (mill manager, Norwood), Owen Slade (planning)", []),
        ("- Petra takes 30 pallets a week", ["Petra takes 30 pallets a week"]),
    ],
)
def test_a_sum_or_people_below_a_goal_that_was_only_heard_are_none(line: str, goals: list[str]) -> None:
    text = NOTE.replace("call-notes", "call-plan") + f"## What I want to leave with\n\n{line}\n"
    assert [one.passage.text for one in plan_of(text).objectives if not one.placeholder] == goals


def test_who_and_by_when_make_steps_of_a_list() -> None:
    listed = (
        "- Permit: Jo asks Petra for the form, w/c 10 Aug\n- Wear figures: Tam, 14 August\n- Price (Tam, 21 August)\n"
    )
    plan = plan_of(NOTE + "## To get further\n\n" + listed)
    assert (len(plan.objectives), len(plan.next_steps)) == (0, 3)


@pytest.mark.parametrize(
    ("text", "assigned"),
    [
        ("Wear figures for hall 2: Tam, 14 August", True),
        ("Offer – Jo Berg – 3 May", True),
        ("Offer (Jo, next week)", True),
        ("Petra signs the trial order by 3 May", False),
        ("A date with Petra, Jo and Tam", False),
        ("Petra opens hall 2, Ulm first", False),
    ],
)
def test_a_line_that_ends_with_who_and_when_is_assigned(text: str, assigned: bool) -> None:
    assert below.is_assigned(text) is assigned


@pytest.mark.parametrize("title", ["If we slip", "If a date slips", "Falls sich etwas verschiebt", "En cas de retard"])
def test_what_happens_where_a_day_is_missed_is_no_fallback(title: str) -> None:
    text = "## What we want\n\nPetra signs the order for hall 2.\n\n## {}\n\nA week lost moves the start to May.\n"
    plan = plan_of("---\ntype: map\naccount: Norwood\n---\n# Norwood\n\n" + text.format(title))
    assert "fallback" not in [one.rank for one in plan.objectives]


@pytest.mark.parametrize("value", ["R$ 2,3 milhões (ração)", "NOK 2.9 m, of which 1.1 m service", "1.2 Mio. EUR"])
def test_a_sum_of_money_is_no_goal(value: str) -> None:
    text = f"# Norwood\n\n**Valor anual:** {value}\n\n## Sales goal\n\nWin it\n"
    assert plan_of("---\ntype: deal-plan\naccount: Norwood\n---\n" + text).sales_objective.value == "Win it"


def test_what_a_call_did_not_bring_and_what_is_the_clients_is_no_goal_of_ours() -> None:
    denied = plan_of(NOTE + "## Didn't get\n\n- Any word on the date of the tender\n")
    theirs = plan_of(NOTE + "**their stuff**\n- goal this yr = cut the stops by a fifth in all halls\n")
    assert ([*denied.objectives], [*theirs.objectives]) == ([], [])


PREP = "---\ntype: call-plan\naccount: Norwood\ndate: 2026-06-14\n---\n# Norwood\n\n"
AIMS = "- Petra opens the gate log for us\n- that she feels heard\n"


@pytest.mark.parametrize("heading", ["What we want out of it, in order", "What I want", "What we are after"])
def test_in_a_preparation_a_wish_is_the_goal_of_the_call(heading: str) -> None:
    plan = plan_of(f"{PREP}## {heading}\n\n{AIMS}")
    assert [(one.passage.text, one.call) for one in plan.objectives][:1] == [("Petra opens the gate log for us", 0)]
    assert "plan" not in {one.rank for one in plan.objectives}
    assert not plan.sales_objective.present


def test_in_a_preparation_the_overall_goal_stays_the_sale_s() -> None:
    plan = plan_of(f"{PREP}**What we want overall:** the frame contract for all three yards\n")
    assert plan.sales_objective.value == "the frame contract for all three yards"
    assert plan.objectives == ()


def test_what_somebody_may_spend_is_no_goal() -> None:
    assert not weighty.may_be_goal("Hugh orders to GBP 5k, Isla approves to GBP 80k", 0.99)
    assert not weighty.may_be_goal("Isla signs up to £80k", 0.99)
    assert weighty.may_be_goal("Isla approves the order of GBP 80k", 0.99)
