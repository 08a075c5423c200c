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
        ("Petra wants rental terms for the dryers.", []),
        ("Petra did let us hang one logger.", ["Petra did let us hang one logger"]),
        ("She said that she would pay for the trial.", ["She said that she would pay for the trial"]),
        ("She won't let us in before May.", ["She won't let us in before May"]),
        ("Credit note accepted.", ["Credit note accepted"]),
        ("Sie hat die Pläne mitgegeben.", ["Sie hat die Pläne mitgegeben"]),
        ("Nos dio las planillas.", ["Nos dio las planillas"]),
        ("Let me tell you what I heard.", []),
        ("She said she'd ask the lab and let me know.", []),
        ("Once the offer is accepted we start.", []),
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
