"""Small plans as people keep them, each read as a whole: what it holds is found, and nothing else."""

from planning import plan_of

from advancelint.plan import Plan


def goals(plan: Plan) -> list[tuple[str, str]]:
    return [(one.rank, one.passage.text) for one in plan.objectives]


def steps(plan: Plan) -> list[tuple[str, str]]:
    return [(one.owner.value, one.passage.text) for one in plan.next_steps]


def test_an_item_that_is_a_label_heads_the_list_below_it() -> None:
    plan = plan_of("""\
---
type: call-notes
---
# Handover Ostrel Textiles

As of 30 Sept 2026.

- People
  - Rajan Ostrel: founder. Ring, never mail.
  - Graham Bly: bookkeeper
- Still to do
  - Dean: tracking problem to IT
  - Graham: send the list of disputed invoices
""")
    assert steps(plan) == [("Dean", "tracking problem to IT"), ("Graham", "send the list of disputed invoices")]


def test_what_people_do_stands_among_promises() -> None:
    plan = plan_of("""\
# Trip report wk 29 – Brodin Civils

Tues 14 July 2026.

Saw: Hamish Brodin (contracts manager), then Eck Munro, the foreman.

- Eck: gets the pump fixed, rings me to say it's on
- Hamish tells Lorna to keep the delivery dockets for June
- me - get dispatch to hold 2 wagons
- me - cube results, email to Eck tonight
""")
    assert [owner for owner, _ in steps(plan)] == ["Eck", "Hamish", "me", "me"]


def test_people_and_what_they_do_all_day_are_no_promises() -> None:
    plan = plan_of("""\
# Trip report wk 29 – Brodin Civils

Tues 14 July 2026.

- Hamish runs the contracts
- Eck leads the crew at culvert 3
- Lorna keeps the dockets
""")
    assert steps(plan) == []


def test_a_call_plan_of_a_course_is_one() -> None:
    plan = plan_of("""\
# Call Plan No. 3 (course week 4)

Client: Kestrel Bakeries
Call: 6 October 2026, 11:00, with Tamsin Gower (operations director)

### Call objective
Tamsin releases two vans for our inspection by 16 October.

### Is it an advance? (checklist)
- significant action: yes
- costs the client energy: yes

### Fallback
Rolf e-mails his breakdown list by 9 October.
""")
    assert goals(plan) == [
        ("primary", "Tamsin releases two vans for our inspection by 16 October."),
        ("fallback", "Rolf e-mails his breakdown list by 9 October."),
    ]


def test_goals_of_a_year_are_the_plans() -> None:
    plan = plan_of("""\
# Harrow Bakeries

ACCOUNT PLAN FY26

## Key contacts
- Kath Wyn, Head of Compliance

## 3. Goals FY26
- Grow from 1 to 4 sites
- Become preferred supplier
""")
    assert [rank for rank, _ in goals(plan)] == ["plan", "plan"]


def test_what_we_need_from_a_session_is_its_goal() -> None:
    plan = plan_of("""\
---
type: mutual-plan
---
# Oakhill Dental and Nimbrook – joint plan

| # | Step | Owner | Date |
|---|---|---|---|
| 1 | Share the contract | Rebecca | 17 Apr 2026 |
| 2 | Walk through the findings | both | 5 May 2026 |

## 5 May 2026 session – what we need from it

Rebecca and Vince decide which three practices go first.
""")
    (goal,) = plan.objectives
    assert goal.passage.text == "Rebecca and Vince decide which three practices go first."
    assert plan.calls[goal.call].date.value == "2026-05-05"


def test_lines_led_by_arrows_below_an_aim_are_steps() -> None:
    plan = plan_of("""\
# Tarrow Paints

Client: Ines Vidal (buyer), Phil Orrin (site manager). Us: Shay Malik

Wed 11 Mar 2026 14.00 - call w/ Ines + Phil
aim: get Phil to agree to a rig check
-> Ines to fix a time with Phil
-> Shay: price list by 20 Mar
""")
    assert [goal.passage.text for goal in plan.objectives] == ["get Phil to agree to a rig check"]
    assert [(one.owner.value, one.due.value) for one in plan.next_steps] == [("Ines", ""), ("Shay", "2026-03-20")]


def test_labels_without_their_accents_are_known() -> None:
    plan = plan_of("""\
# Maison Dorval – compte rendu de visite

Date : 4 mai 2026

Prochaines etapes :
- Hugo envoie les tarifs le 12 mai
- Claire : la reunion
""")
    assert [one.owner.value for one in plan.next_steps] == ["Hugo", "Claire"]


def test_goals_per_meeting_are_goals_and_no_steps() -> None:
    plan = plan_of("""\
# Osprel Water – account plan

## Objective per meeting

- 19 Feb: Annika releases the data of the west region
- 15 April: Colm appoints a project lead
""")
    assert len(plan.objectives) == 2
    assert not plan.next_steps
