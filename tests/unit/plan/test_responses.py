"""What came of past calls, told in running notes."""

import pytest
from planning import plan_of

NOTES = """---
type: call-notes
account: Norwood Mills
date: 2026-05-14
---
# Norwood Mills

Petra Hollins, mill manager, took the call.

{}
"""
LOG = """---
type: deal-plan
account: Norwood Mills
---
# Norwood Mills

Petra Hollins, mill manager.

## Story so far

{}
"""


def told(text: str) -> list[str]:
    return [one.passage.text for one in plan_of(text).outcomes]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("She agreed to a trial in hall 2. We had tea.", ["She agreed to a trial in hall 2"]),
        ("They turned down the longer lease.", ["They turned down the longer lease"]),
        ("Gave us the shift roster, twelve pages.", ["Gave us the shift roster, twelve pages"]),
        ("Petra would take two on trial.", ["Petra would take two on trial"]),
        ("She got us half an hour with the owner.", ["She got us half an hour with the owner"]),
        ("She got the car washed.", []),
        ("Petra wants rental terms for the dryers.", []),
        ("Petra did let us hang one logger.", ["Petra did let us hang one logger"]),
        ("She said that she would pay for the trial.", ["She said that she would pay for the trial"]),
        ("She won't let us in before May.", ["She won't let us in before May"]),
        ("She wouldn't give us the roster.", ["She wouldn't give us the roster"]),
        ("She asked Jo to ring me.", ["She asked Jo to ring me"]),
        ("She asked Jo to make tea.", []),
        ("They moved us to 18 June.", ["They moved us to 18 June"]),
        ("She'll have Jo fit the loggers.", ["She'll have Jo fit the loggers"]),
        ("She's going to try two looms.", ["She's going to try two looms"]),
        ("Yes to a trial in June.", ["Yes to a trial in June"]),
        ("Asked how many looms run at night.", []),
        ("Wanted to make a good impression.", []),
        ("Petra agreed to send the roster by 20 May.", ["Petra agreed to send the roster by 20 May"]),
        ("Credit note accepted.", ["Credit note accepted"]),
        ("Sie hat die Pläne mitgegeben.", ["Sie hat die Pläne mitgegeben"]),
        ("Nos dio las planillas.", ["Nos dio las planillas"]),
        ("Let me tell you what I heard.", []),
        ("She said she'd ask the lab and let me know.", []),
        ("Once the offer is accepted we start.", []),
        ("but petra OK'd a loan loom, two weeks", ["but petra OK'd a loan loom, two weeks"]),
        ("Petra will try the sealed spindles, four.", ["Petra will try the sealed spindles, four"]),
        ("Petra will be away in June. Amir will try it.", []),
        ("ours will try to hold that", []),
        ("Wanted nothing. Did not commit to a day.", ["Wanted nothing", "Did not commit to a day"]),
        ("Sie hat die Kriterien unterschrieben.", ["Sie hat die Kriterien unterschrieben"]),
        ("Aceptó probar dos unidades en junio.", ["Aceptó probar dos unidades en junio"]),
        ("She runs three halls and signs up to 20k alone.", []),
        ("We agreed that tea was good.", []),
        ("Said yes to that myself.", []),
        ("She liked that.", []),
        ("Has she agreed to a trial?", []),
        ("want her to agree to a trial", []),
    ],
)
def test_notes_tell_what_the_client_answered(text: str, outcomes: list[str]) -> None:
    assert told(NOTES.format(text)) == outcomes


def test_a_dated_line_of_a_log_is_a_call() -> None:
    lines = "14 May visit: Petra asked for a price per week\n\n- 21 May she turned down the lease"
    assert told(LOG.format(lines)) == ["Petra asked for a price per week", "21 May she turned down the lease"]


def test_what_no_day_introduces_is_no_call() -> None:
    assert told(LOG.format("Petra asked for a price per week.")) == []


def test_whoever_labels_outcomes_has_told_them() -> None:
    text = NOTES.format("She turned down the lease.\n\n**Outcome:** A trial in hall 2 on 3 June")
    assert told(text) == ["A trial in hall 2 on 3 June"]


def test_orderly_notes_have_a_place_for_what_came_of_a_call() -> None:
    text = NOTES.format("**Attendees:** Petra Hollins, me\n\nShe wants rental terms. She agreed to a trial in hall 2.")
    assert told(text) == ["She agreed to a trial in hall 2"]


def test_a_paragraph_below_outcome_is_one_outcome_a_sentence() -> None:
    text = NOTES.format("## Outcome\n\nPetra signed the trial terms. The second hall has to wait.")
    assert told(text) == ["Petra signed the trial terms.", "The second hall has to wait."]


def test_what_happened_last_time_is_told_in_a_preparation() -> None:
    text = NOTES.replace("call-notes", "call-plan").format(
        "**Last visit**\nShe asked for the shift roster.\nShe wants tea."
    )
    assert told(text) == ["She asked for the shift roster"]


def test_a_table_of_what_was_wanted_and_what_came_of_it() -> None:
    table = """| We wanted | Result |
|---|---|
| Two halls for the trial | Petra gave us hall 2 |
| The shift roster | Not yet, it hangs in hall 1 |
"""
    plan = plan_of(NOTES.format(f"## Planned and achieved\n\n{table}"))
    assert [one.passage.text for one in plan.outcomes] == ["Petra gave us hall 2", "Not yet, it hangs in hall 1"]
    assert [one.passage.text for one in plan.objectives] == ["Two halls for the trial", "The shift roster"]


def test_a_day_with_a_point_ends_no_sentence() -> None:
    text = LOG.format("**5. Mai 2026, Besuch.** Petra Hollins hat die Kriterien unterschrieben.")
    assert told(text) == ["Petra Hollins hat die Kriterien unterschrieben"]


def test_a_result_that_begins_with_what_it_was_is_one_outcome() -> None:
    plan = plan_of(NOTES.format("## Outcome\n\nAdvance. Petra signs the trial terms. The second hall has to wait."))
    assert [(one.label, one.passage.text) for one in plan.outcomes] == [
        ("advance", "Petra signs the trial terms. The second hall has to wait.")
    ]


def test_a_heading_that_is_a_day_lets_no_other_claim_what_came_of_it() -> None:
    text = "## Contacts\n\n### 14 April – walk with Petra\n\n- She showed us two old loggers\n- She has a dog"
    assert told(LOG.format(text)) == ["She showed us two old loggers"]


def test_a_sentence_that_begins_with_on_and_a_day_is_dated() -> None:
    assert told(LOG.format("On 16 April I met Petra. She asked for a price per week.")) == [
        "She asked for a price per week"
    ]


def test_remarks_in_a_history_tell_what_came_of_its_calls() -> None:
    table = "| Date | Type | Comments |\n|---|---|---|\n| 2026-04-14 | Call | Petra confirmed 212 spindles. Nice day. |"
    assert told(LOG.format("## Activity history\n\n" + table)) == ["Petra confirmed 212 spindles"]


def test_what_was_agreed_is_an_outcome_and_no_step() -> None:
    agreed = "## What we agreed\n\n- we start with an audit of hall 2\n- the audit is paid\n"
    plan = plan_of(NOTES.format(agreed + "\n## Who does what\n\n- Petra: roster of hall 2, by 30 May\n"))
    assert [one.passage.text for one in plan.outcomes] == ["we start with an audit of hall 2", "the audit is paid"]
    assert [one.passage.text for one in plan.next_steps] == ["roster of hall 2"]


TASKS = "\n## Who does what\n\n- Petra: roster of hall 2, by 30 May\n"


def test_beside_a_list_of_steps_what_was_agreed_is_a_step_only_with_owner_and_day() -> None:
    agreed = "## What we agreed\n\n- You will ring two of our clients\n- Petra sends the roster by 28 May\n"
    plan = plan_of(NOTES.format(agreed + TASKS))
    assert [one.passage.text for one in plan.outcomes] == ["You will ring two of our clients"]
    assert [one.due.value for one in plan.next_steps] == ["2026-05-28", "2026-05-30"]


def test_agreed_actions_are_steps() -> None:
    plan = plan_of(NOTES.format("## Agreed actions\n\n- Petra to send the roster\n" + TASKS))
    assert plan.outcomes == ()
    assert len(plan.next_steps) == 2


@pytest.mark.parametrize("head", ["Decisions", "Entscheidungen", "What we came away with", "Where that leaves us"])
def test_decisions_are_outcomes_whatever_they_say_of_the_client(head: str) -> None:
    lines = "- Petra says yes to a loan loom\n- The board meets on 9 July\n"
    assert told(NOTES.format(f"## {head}\n\n{lines}")) == ["Petra says yes to a loan loom", "The board meets on 9 July"]


def test_a_label_may_tell_of_several_people_and_of_several_lines() -> None:
    text = NOTES.format("**Result:** She sponsors a trial. Petra wants it in May. Half of it.\n")
    assert told(text) == ["She sponsors a trial.", "Petra wants it in May. Half of it."]
    lines = NOTES.format("**What was decided**\nPetra signs in June.\nSpares stay with us.\n")
    assert told(lines) == ["Petra signs in June.", "Spares stay with us."]
    assert told(NOTES.format("**Result:** half. Petra printed six months.\n")) == ["half. Petra printed six months."]


def test_an_arrow_makes_a_label_of_what_was_got() -> None:
    assert told(NOTES.format("got -> free reel, Thursday\n\nhall -> two looms\n")) == ["free reel, Thursday"]


def test_right_behind_an_objective_its_being_reached_is_told() -> None:
    assert told(NOTES.format("Aim was to get Petra to agree to a trial in hall 2. She did. Coffee.")) == ["She did"]
    assert told(NOTES.format("Aim was to get Petra to agree to a trial in hall 2. She did better.")) == []


def test_a_label_tells_of_its_own_call_alone() -> None:
    calls = "## 14 May 2026 – visit\n\n**Result:** a trial in June\n\nShe agreed to pay.\n\n"
    plan = plan_of(NOTES.format(calls + "## 2 May 2026 – phone\n\nTen minutes. Agreed on a visit."))
    assert [one.passage.text for one in plan.outcomes] == ["a trial in June", "Agreed on a visit"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "## Activity history\n\n### 14 May 2026 – Call\n\nComments: Petra OK with the price.",
            "Petra OK with the price",
        ),
        ("## La última vez\n\n- Petra nos pasó las curvas", "Petra nos pasó las curvas"),
    ],
)
def test_the_heading_of_a_past_call_is_enough(text: str, outcome: str) -> None:
    assert told(LOG.format(text)) == [outcome]


def test_a_label_for_the_last_call_tells_what_it_brought() -> None:
    text = (
        "# Pre-call plan: Norwood Mills\n\nCall date: 9 June 2026\n\n**Last call (12 May):** "
        "Petra has put three lines on it. She asked for the nine-month data. Two were happy.\n\n"
        "**Objective:** Petra Hollins picks a day for the trial\n"
    )
    assert told(text)[-1:] == ["She asked for the nine-month data"]


def test_a_table_below_history_says_in_its_results_what_came_of_calls() -> None:
    rows = "| 2026-02-17 | Visit | Petra released the drawings |\n| 2026-05-28 | Review | planned |"
    heads = "**Activity history**\n\n| Date | Subject | Result |\n|---|---|---|\n"
    text = f"# Opportunity: Norwood Mills\n\nStage: Proposal\n\n{heads}{rows}\n"
    assert told(text) == ["Petra released the drawings"]
