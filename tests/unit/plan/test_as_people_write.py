"""Small words of real plans that tell a day, a side or a call, each where it was once passed over."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known, dates
from advancelint.plan.material import is_placeholder
from advancelint.plan.model import Plan
from advancelint.plan.vocabulary import vocabulary

GOAL = "\n\nObjective: Ana Ruiz signs the test plan.\n"
AUTUMN = Known(as_of="2026-11-25")


def days(plan: Plan) -> list[str]:
    return [call.date.value for call in plan.calls]


@pytest.mark.parametrize(
    "text",
    [
        "norwood salmon - thurs 3 dec 2026 - 10.30 teams",
        "Norwood Mills SE / Teams-Call vom 03.12.2026",
        "# Norwood Mills, 3 Dec 2026 – 14.00",
        "# Notes from the Norwood meeting of December 3, 2026\n\nWritten by Denise the same afternoon.",
        "---\nkunde: Norwood Mills\ntermin: 03.12.2026, 10:30 Uhr (Teams)\n---\n\n# Vorbereitung",
    ],
)
def test_the_first_words_of_a_page_say_when_its_call_is(text: str) -> None:
    assert "2026-12-03" in days(plan_of(text + GOAL, "call-prep.md", AUTUMN))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 nov 2026 - 10.30 teams", ["2026-11-12"]),
        ("3.12.2026 – 14.00", ["2026-12-03"]),
        ("3.12.2026 – 10.12.2026", ["", "2026-12-10"]),
        ("8 - 12 December 2026", [""]),
    ],
)
def test_an_hour_behind_a_day_is_no_end_of_a_range(text: str, days: list[str]) -> None:
    assert [one.iso for one in dates.find(text, vocabulary(), "2026-11-25")] == days


LOG = """# Call log: Norwood Mills

| date | who | gist | follow up |
|---|---|---|---|
| 6 Oct 2026 | Ana Ruiz | rang, was busy harvesting and had no time at all | ring her again |
| 20 Oct 2026 | Ana Ruiz | mould in a third of the queens of last season | me: post her the certificates |
"""


def test_a_table_that_tells_what_was_said_and_what_follows_is_a_log() -> None:
    plan = plan_of(LOG, known=AUTUMN)
    assert days(plan) == ["2026-10-06", "2026-10-20"]
    assert [step.due.value for step in plan.next_steps] == ["", ""], "its days are those of the calls"


def test_a_table_of_steps_with_the_day_in_front_is_none() -> None:
    table = "| date | who | what |\n|---|---|---|\n| 6 Oct 2026 | Ana Ruiz | sends us the drawings of hall two |\n"
    plan = plan_of(f"# Mutual action plan: Norwood\n\n## Steps\n\n{table}", known=AUTUMN)
    assert [step.due.value for step in plan.next_steps] == ["2026-10-06"]


SCRIBBLE = """{}
want: kev gets us the line 3 stoppage data and brings his finance guy to a call
if not: he names who signs
they've 2 fillers from 2009, spares are a pain
"""


@pytest.mark.parametrize(
    "first",
    [
        "delaney foods, mon 30/11 10am, zoom w/ kev (plant mgr)",
        "ring Delaney Foods mon, Kev",
        "tues 1 dec, Delaney & Sons, showroom, 9:30, with Kev",
    ],
)
def test_a_scribble_whose_first_line_says_who_is_met_and_when_is_a_plan(first: str) -> None:
    assert plan_of(SCRIBBLE.format(first), "tmrw.md", AUTUMN).is_plan


@pytest.mark.parametrize(
    "text",
    [
        "Monday depot meeting, 9am: minutes\n\nKarl to do a list of the trucks. Vans: the new tracker goes in.\n",
        "Lunch mon 30/11 12:30, canteen\n\nBring your own plate. The oven is broken.\n",
        "Kev's birthday, fri 4 dec, 5pm, the Crown\n\nSue brings the cake. Everybody chips in a fiver.\n",
    ],
)
def test_other_pages_that_begin_with_a_day_are_none(text: str) -> None:
    assert not plan_of(text, "note.md", AUTUMN).is_plan


@pytest.mark.parametrize(
    ("line", "name", "side"),
    [
        ("Our trainer, Hamish Boyle, keeps 20 January free.", "Hamish Boyle", "seller"),
        ("Our trainer Hamish Boyle keeps 20 January free.", "Hamish Boyle", "seller"),
        ("Our champion Hamish Boyle keeps 20 January free.", "Hamish Boyle", "client"),
        ("Name of consultant: Fiona Urquhart", "Fiona Urquhart", "seller"),
        ("Attendees: Colm Hegarty (IT manager, first time with us), Dana Pell (us)", "Colm Hegarty", "client"),
        ("Attendees: Jill Farrow, lab manager (our way in)", "Jill Farrow", "unknown"),
        ("Deal owner: Rosa Ibarra\nAssociated Contacts: Gil Ost (VP Care); Tom Beck (Counsel)", "Tom Beck", "client"),
        ("- Opposed: Stu Halvorsen, plant mgr in Dayton", "Stu Halvorsen", "client"),
    ],
)
def test_whose_somebody_is(line: str, name: str, side: str) -> None:
    plan = plan_of(f"# Call prep: Norwood Mills, 3 Dec 2026\n\n{line}{GOAL}", known=AUTUMN)
    assert {one.name: one.side for one in plan.people}[name] == side


@pytest.mark.parametrize("head", ["Buying team", "3. Buying team", "4) Buying team"])
def test_a_number_before_a_heading_changes_nothing_of_whose_people_stand_below(head: str) -> None:
    table = "| Name | Role |\n|---|---|\n| Curt Hallbeck | managing partner |\n| Pete Vandeveer | administrator |\n"
    facts = "Account: Norwood Mills\nOwner: Tanya Brandt\nStage: Align"
    plan = plan_of(f"# Opportunity sheet\n\n{facts}\n\n## {head}\n\n{table}")
    assert {one.name: one.side for one in plan.people} == {
        "Tanya Brandt": "seller", "Curt Hallbeck": "client", "Pete Vandeveer": "client",
    }  # fmt: skip


def test_a_mail_from_somebody_of_the_client_is_not_ours() -> None:
    plan = plan_of(
        "Account: Norwood Mills\n\nFrom: Wessel Berg (Norwood Mills)\nTo: Jaco van Rensburg\nSent: 2026-11-16 14:22\n\n"
        "Jaco, we agree on the lift plan as you drew it. Please send us the certificates.\n\nStage: negotiate"
        f"{GOAL}"
    )
    sides = {one.name: one.side for one in plan.people}
    assert (sides["Wessel Berg"], sides["Jaco van Rensburg"]) == ("client", "seller")


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("Ana Ruiz confirms the stock b4 fri", "2026-12-04"),
        ("Ana Ruiz trims the deck thu", "2026-12-10"),
        ("the drawings (Ana Ruiz) – Dec 11", "2026-12-11"),
    ],
)
def test_when_a_step_is_due(step: str, due: str) -> None:
    text = f"# Call notes: Norwood Mills, 3 Dec 2026\n\nAttendees: Ana Ruiz (CFO)\n\n## Next steps\n\n- {step}\n"
    assert [one.due.value for one in plan_of(text, known=AUTUMN).next_steps] == [due]


def test_a_column_that_says_when_work_is_ready_tells_when_it_is_due() -> None:
    table = "| Nr | What | Who | Ready on |\n|--|--|--|--|\n| 1 | Logs of the test | Ana Ruiz | 2026-12-02 |\n"
    plan = plan_of(f"# Call prep: Norwood Mills, 3 Dec 2026\n\n## Preparation\n\n{table}{GOAL}", known=AUTUMN)
    assert [(one.owner.value, one.due.value) for one in plan.next_steps] == [("Ana Ruiz", "2026-12-02")]


@pytest.mark.parametrize(("text", "placed"), [("(name follows)", True), ("(held)", True), ("(Ana Ruiz)", False)])
def test_small_words_in_brackets_hold_a_place(text: str, placed: bool) -> None:
    assert is_placeholder(text, vocabulary()) is placed


def test_a_day_of_the_week_tells_which_number_is_the_month() -> None:
    text = f"# Ana on Tuesday\n\nAna on Tuesday (8/12/2026, 2pm, her office){GOAL}"
    assert days(plan_of(text, "call-prep.md", AUTUMN)) == ["2026-12-08"]


@pytest.mark.parametrize(
    "client",
    [
        "Pennock Cold Stores Ltd, Leeds", "Fjelltrykk AS, Leeds", "Yamane Seiki K.K., Niigata",
        "Orrin & Dane LLP, Perth",
        "Tillery Brothers Millwork, Dubuque IA", "Selva Sdn Bhd, Ipoh",
    ],
)  # fmt: skip
def test_where_a_company_is_names_nobody(client: str) -> None:
    plan = plan_of(f"# Call prep, 3 Dec 2026\n\n**Client:** {client}{GOAL}", known=AUTUMN)
    assert {one.name for one in plan.people} == {"Ana Ruiz"}


def test_somebody_behind_a_company_is_named() -> None:
    plan = plan_of(f"# Call prep, 3 Dec 2026\n\n**Client:** Pennock Stores Ltd, Leah Moss{GOAL}", known=AUTUMN)
    assert "Leah Moss" in {one.name for one in plan.people}


COUNTED = LOG.replace("| date |", "| No | date |").replace("|---|", "|---|---|", 1)
COUNTED = COUNTED.replace("| 6 Oct", "| 1 | 6 Oct").replace("| 20 Oct", "| 2 | 20 Oct")


def test_a_log_may_count_its_rows() -> None:
    plan = plan_of(COUNTED, known=AUTUMN)
    assert days(plan) == ["2026-10-06", "2026-10-20"]
    assert [step.due.value for step in plan.next_steps] == ["", ""]


def test_a_heading_that_says_its_goal_makes_no_goals_of_the_tasks_further_below() -> None:
    tasks = "**November**\n- [x] Sample panel — Tallow, by 13 Nov\n- [ ] Price with the crane — Phil, 9 Dec\n"
    head = "# Norwood Homes / Tallow\n### aim: Norwood orders the roofs by 22 Jan\n\n"
    plan = plan_of(head + tasks, "close-plan.md", AUTUMN)
    goals = [one.passage.text for one in plan.objectives] + [plan.sales_objective.value]
    assert [goal for goal in goals if goal] == ["Norwood orders the roofs by 22 Jan"]
    assert [step.done for step in plan.next_steps] == [True, False]


@pytest.mark.parametrize(
    ("backup", "goals"),
    [
        ("Backup: Ana Ruiz (applications)", 1),
        ("Backup: Ana Ruiz", 1),
        ("Backup: Ana Ruiz sends the list by Friday", 2),
    ],
)
def test_who_stands_in_is_no_fallback(backup: str, goals: int) -> None:
    head = "# Call Norwood Mills, 3 Dec 2026\n\nObjective: Petra signs the test plan.\n\n"
    plan = plan_of(f"{head}{backup}\n", "call-prep.md")
    assert len(plan.objectives) == goals


@pytest.mark.parametrize(
    "title",
    [
        "Lost: Norwood Tissue. What did we learn?",
        "Why we lost Norwood (tender)",
        "Win/loss, Norwood Mills",
        "Lost deal review: Norwood",
        "Warum wir Norwood verloren haben",
    ],
)
def test_a_look_back_at_a_sale_that_is_over_is_no_plan(title: str) -> None:
    text = f"# {title}\n\nBen: make two contacts a gate, from January\n\nJo shows the team how, on 13 January\n"
    assert plan_of(text, "notes.md", AUTUMN).kind == "none"


@pytest.mark.parametrize("title", ["Why Norwood buys", "What we learned on 3 Dec", "Norwood Mills: won the pilot"])
def test_a_plan_may_tell_of_what_was_won_or_learned(title: str) -> None:
    text = f"# Call notes Norwood Mills\n\n## {title}\n\nNext steps:\n- Ana Ruiz sends the load data by 11 Dec\n"
    assert plan_of(text, "notes.md", AUTUMN).kind == "notes"


@pytest.mark.parametrize(
    "title", ["Why Norwood buys", "Norwood Mills: won the pilot", "Norwood lost two days: call of 3 Dec"]
)
def test_a_title_that_tells_of_winning_or_losing_is_no_look_back_by_itself(title: str) -> None:
    text = f"---\nstage: align\n---\n# {title}\n\nObjective: Ana Ruiz sends the load data by 11 Dec\n"
    assert plan_of(text, "norwood.md", AUTUMN).kind != "none"


@pytest.mark.parametrize("name", ["Gemeinsamer Fahrplan", "Feuille de route commune", "Hoja de ruta conjunta"])
def test_a_road_map_of_two_companies_is_a_mutual_plan(name: str) -> None:
    steps = "- [ ] Messung – Norwood – 09.12.\n- [ ] Konzept – Tallow – 18.12.\n"
    assert plan_of(f"{name} Norwood / Tallow\n=====\n\n{steps}", "massnahmen.md", AUTUMN).kind == "map"


@pytest.mark.parametrize(
    "text",
    [
        "goal = Ana Ruiz signs the test plan\nstretch: she orders both lines on the call",
        "main goal = Ana Ruiz signs the test plan\nif not: she names who does",
        "stage = quoted, waiting\nwant - Ana Ruiz signs the test plan",
    ],
)
def test_a_line_with_an_equals_sign_is_none_of_the_label_on_the_next_line(text: str) -> None:
    plan = plan_of(f"norwood mills / thurs 12/3 2pm / zoom\n\n{text}\n", "norwood-prep.md", AUTUMN)
    assert "Ana Ruiz signs the test plan" in [one.passage.text for one in plan.objectives]


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Ring Petra Tues 1 Dec. by end of call she has given us a PO number", "she has given us a PO number"),
        (
            "Petra, Tue 8 Dec, 45 min. We're there so that she invites Lars to the demo.",
            "she invites Lars to the demo.",
        ),
        ("On se rappelle le 4/12 à 13h. Je veux qu'elle fixe la date du test.", "elle fixe la date du test."),
        ("Goal: Petra signs the plan\nwould settle for Petra shipping 5 samples", "Petra shipping 5 samples"),
    ],
)
def test_a_sentence_says_what_a_call_is_for(text: str, goal: str) -> None:
    head = "# Call notes Norwood Mills, 24 Nov 2026\n\nWith Petra Hollins (owner)\n\n"
    assert goal in [one.passage.text for one in plan_of(f"{head}{text}\n", "call-notes.md", AUTUMN).objectives]


@pytest.mark.parametrize("asked", ["ask: odour test who does it, kilos 2027", "To settle: who pays for the scrap"])
def test_what_is_to_be_asked_is_no_goal(asked: str) -> None:
    plan = plan_of(f"# Prep Norwood Mills, 1 Dec 2026\n\ngoal: Petra signs the plan\n\n{asked}\n", "prep.md", AUTUMN)
    assert [one.passage.text for one in plan.objectives] == ["Petra signs the plan"]


BEFORE = (
    "# Call prep Norwood Mills, 3 Dec 2026\n\nPetra Hollins, owner\n\nObjective: she signs the plan.\n\n## Context\n\n"
)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("On 28 October (telephone) Petra agreed to a duty day.", "Petra agreed to a duty day"),
        ("On the Nov 18 call Petra agreed to open up the logs.", "Petra agreed to open up the logs"),
        ("Telephone of 16 November with Dr Hollins: she accepted to receive us.", "she accepted to receive us"),
    ],
)
def test_what_was_agreed_on_an_earlier_day_is_an_outcome(text: str, outcome: str) -> None:
    assert [one.passage.text for one in plan_of(f"{BEFORE}{text}\n", "call-prep.md", AUTUMN).outcomes] == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "On 18 December Petra agreed to meet us again.",  # still to come
        "At 10 Dec prices Petra agreed with nobody.",
        "The plan of 18 Nov is that Petra agrees later.",
    ],
)
def test_what_is_still_to_come_or_told_of_something_else_is_none(text: str) -> None:
    assert plan_of(f"{BEFORE}{text}\n", "call-prep.md", AUTUMN).outcomes == ()


def test_what_a_heading_of_a_call_calls_decided_came_of_it() -> None:
    text = (
        "# Mutual action plan Norwood Mills / Tallow\n\n| Step | Owner | Due |\n|---|---|---|\n"
        "| Survey | Norwood | 4 Dec 2026 |\n\n## Steering call 24/11/2026 – what was decided\n\n"
        "- Pilot extended by one week\n- Price book frozen until 31 January\n"
    )
    plan = plan_of(text, "map.md", AUTUMN)
    assert [one.passage.text for one in plan.outcomes] == [
        "Pilot extended by one week", "Price book frozen until 31 January",
    ]  # fmt: skip
    assert "2026-11-24" in {call.date.value for call in (*plan.calls, *plan.mentions)}


@pytest.mark.parametrize(
    ("first", "account"),
    [
        ("norwood bakery thu 3/12 2.30", "norwood bakery"),
        ("# Norwood Bakery, Thu 3/12 2.30 pm", "Norwood Bakery"),
    ],
)
def test_the_hour_behind_a_day_is_no_part_of_the_account(first: str, account: str) -> None:
    text = "speak to Colin re new trays, see how hes getting on w the samples\nsal to ring the driver b4 then\n"
    assert plan_of(f"{first}\n\n{text}", "prep.md", AUTUMN).account.value == account


@pytest.mark.parametrize("text", ["n/a.", "none.", "todo!", "Open…"])
def test_a_mark_behind_a_placeholder_does_not_make_it_words(text: str) -> None:
    assert is_placeholder(text, vocabulary())
