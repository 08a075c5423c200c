"""When steps are due that say it by a weekday, a number or the call itself."""

from __future__ import annotations

import pytest
from planning import plan_of

HEAD = "---\ntype: {}\nclient: Norwood\ndate: 2026-05-14\n---\n# {}\n\nClient: Petra Vogt\n\nUs: Ana Ruiz\n\n"
PREP = HEAD.format("prep", "Norwood, 14 May 2026") + "## {}\n\n- {}\n"


def due(plan: str) -> list[str]:
    return [one.due.value for one in plan_of(plan).next_steps]


@pytest.mark.parametrize(
    ("heading", "line", "day"),
    [
        ("Who does what", "Ana: pack the samples, Tues", "2026-05-12"),
        ("Who does what", "Ana: ring the hall before Thursday", "2026-05-14"),
        ("Afterwards", "Ana: write to Petra, Tues", "2026-05-19"),
        ("Who does what", "Ana: price list without hall 3 (needed before the call)", "2026-05-14"),
        ("Who does what", "Ana: send the agenda, same day", "2026-05-14"),
        ("Who does what", "Ana: pack the samples (Tues pm)", "2026-05-12"),
        ("Who does what", "After the call Ana writes to Petra by Wed", "2026-05-20"),
        ("Who does what", "Ana: write to Petra the same day with whatever was agreed", "2026-05-14"),
    ],
)
def test_what_a_preparation_has_to_do_is_due_before_the_call(heading: str, line: str, day: str) -> None:
    assert due(PREP.format(heading, line)) == [day]


def test_what_is_promised_below_results_is_due_after_the_call() -> None:
    results = "## Where we landed\n\n- Petra opened the cost book to us\n\n"
    assert due(HEAD.format("prep", "Norwood, 14 May 2026") + f"{results}## To do\n\n- Ana: price list (Tues)\n") == [
        "2026-05-19"
    ]


@pytest.mark.parametrize(("cell", "day"), [("27.05", "2026-05-27"), ("1-6", "2026-06-01"), ("4.6", "2026-06-04")])
def test_a_column_of_days_holds_days_however_short(cell: str, day: str) -> None:
    table = f"| Action | Person | Deadline |\n|---|---|---|\n| price list | Ana | {cell} |\n"
    assert due(HEAD.format("call-notes", "Norwood, 14 May 2026") + f"## Next steps\n\n{table}") == [day]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("price list (Ana) 12/6", "Ana"),
        ("redlines (both teams) 6/12", "both teams"),
        ("terms settled – both legal teams, 15 Jan", "both legal teams"),
        ("their attorney: redlines back, 8 Dec", "their attorney"),
        ("infosec review (their guy Owen)", "their guy Owen"),
        ("detection pack loaded, Asha (P9 SE), Dec 3", "Asha (P9 SE)"),
        ("credit note 412.50, Declan, mon", "Declan"),
    ],
)
def test_who_stands_apart_at_the_end_of_a_step_owns_it(line: str, owner: str) -> None:
    notes = HEAD.format("call-notes", "Norwood, 14 May 2026") + f"## Next steps\n\n- [ ] {line}\n"
    assert [one.owner.value for one in plan_of(notes).next_steps] == [owner]


def test_before_the_call_is_no_day_in_notes() -> None:
    notes = HEAD.format("call-notes", "Norwood, 14 May 2026") + "## Next steps\n\n- Ana: send it before the call\n"
    assert due(notes) == [""]


def test_a_day_in_the_middle_of_a_promise_is_when() -> None:
    notes = HEAD.format("call-notes", "Norwood, 14 May 2026") + "## Next steps\n\n- Ana rings him Monday to fix that\n"
    assert due(notes) == ["2026-05-18"]


def test_a_plan_without_a_call_counts_from_the_day_it_was_written() -> None:
    head = "---\ntype: deal\nclient: Norwood\n---\n# Norwood\n\nUpdated: 14 May 2026\n\nUs: Ana Ruiz\n\n"
    deal = head + "## Next steps\n\n{}"
    assert due(deal.format("- Ana: send it by the 28th\n- Ana: quote, Friday\n")) == ["2026-05-28", "2026-05-15"]


def test_a_list_for_a_week_counts_from_before_it() -> None:
    calls = (
        "# Week 21 calls 2026, Norwood\n\nClient: Petra Vogt\n\nUs: Ana Ruiz\n\nStage: Proposal\n\n## Next steps\n\n{}"
    )
    assert due(calls.format("- Ana: proof to Petra by Weds\n")) == ["2026-05-20"]


def test_a_fiscal_year_begins_in_the_year_before_it() -> None:
    plan = "# Account plan FY27: Norwood Mills\n\nUs: Ana Ruiz\n\nStage: Expand\n\n## Next steps\n\n{}"
    assert due(plan.format("- Ana: quote, 9 October\n- Ana: visit hall 3, 4 March\n")) == ["2026-10-09", "2027-03-04"]


def test_of_two_columns_by_the_one_with_names_says_who() -> None:
    table = "| # | Move | By | Due | State |\n|---|---|---|---|---|\n| 1 | Write up hall 3 | Ana | 18 May | open |\n"
    (step,) = plan_of(HEAD.format("deal", "Norwood") + f"## Moves\n\n{table}").next_steps
    assert (step.passage.text, step.owner.value, step.due.value) == ("Write up hall 3", "Ana", "2026-05-18")


def test_the_days_of_calls_in_a_log_are_not_when_its_steps_are_due() -> None:
    table = (
        "| Date | With | Aim | Result | Next |\n|---|---|---|---|---|\n"
        "| 6 May | Petra | Petra shows us hall 3 | she did | Ana sends the quote by 18 May (done) |\n"
        "| 12 May | Petra | Petra names the day | not yet | Petra asks Mo |\n"
    )
    found = plan_of(HEAD.format("deal", "Norwood") + f"## Calls\n\n{table}").next_steps
    assert [(one.passage.text, one.due.value, one.done) for one in found] == [
        ("Ana sends the quote by 18 May", "2026-05-18", True),
        ("Petra asks Mo", "", False),
    ]


def test_a_column_of_names_beside_one_of_days_says_whose_steps_are() -> None:
    table = (
        "| # | What has to happen | Whose | When |\n|---|---|---|---|\n"
        "| 1 | Sign the terms | Norwood (Petra) | 9 May |\n"
        "| 2 | Write up hall 3 | Ana Ruiz | 18 May |\n| 3 | Open the gate log | Petra Vogt | 20 May |\n"
    )
    found = plan_of(HEAD.format("map", "Norwood") + table).next_steps
    assert [(one.owner.value, one.side) for one in found] == [
        ("Norwood (Petra)", "client"),
        ("Ana Ruiz", "seller"),
        ("Petra Vogt", "client"),
    ]


def test_of_two_columns_of_a_log_that_sound_like_steps_the_last_one_holds_them() -> None:
    table = (
        "| Date | With | After what? | What really happened | Follow-thru |\n|---|---|---|---|---|\n"
        "| 6 May | Petra | Petra shows us hall 3 | she did | Ana: the quote by 18 May |\n"
        "| 12 May | Petra | Petra names the day | not yet | Ana: model of hall 3, 20 May |\n"
    )
    found = plan_of(HEAD.format("deal", "Norwood") + f"## Calls\n\n{table}").next_steps
    assert [(one.passage.text, one.due.value) for one in found] == [
        ("the quote", "2026-05-18"),
        ("model of hall 3", "2026-05-20"),
    ]


def test_whoever_is_called_is_no_owner_for_being_described() -> None:
    notes = HEAD.format("call-notes", "Norwood, 14 May 2026") + "## Next steps\n\n- [ ] call Erin Maddox (our VP)\n"
    assert [one.owner.value for one in plan_of(notes).next_steps] != ["our VP"]


@pytest.mark.parametrize(
    ("line", "day"), [("me: price list, mon", "2026-05-18"), ("me: price list, tmrw", "2026-05-15")]
)
def test_a_small_day_that_stands_alone_is_one(line: str, day: str) -> None:
    assert due(HEAD.format("call-notes", "Norwood, 14 May 2026") + f"## Next steps\n\n- {line}\n") == [day]


def test_a_column_without_a_head_may_say_whose_the_steps_are() -> None:
    table = "| | What | Date |\n|---|---|---|\n| Petra | sends the form | May 27 |\n| Ana | quote | May 29 |\n"
    notes = HEAD.format("call-notes", "Norwood, 14 May 2026") + f"## Next steps\n\n{table}"
    assert [(one.owner.value, one.side) for one in plan_of(notes).next_steps] == [
        ("Petra", "client"),
        ("Ana", "seller"),
    ]


def test_a_log_may_say_behind_the_next_step_whose_it_is() -> None:
    table = (
        "| Date | Met | Result | Next step | Who | By |\n|---|---|---|---|---|---|\n"
        "| 2026-05-04 | Petra | wants a sample | 2 bags of 25 kg | Ana | 2026-05-11 |\n"
    )
    plan = plan_of(f"# Contact log Norwood\n\nClient: Petra Vogt\n\nUs: Ana Ruiz\n\n{table}")
    assert [(one.passage.text, one.owner.value) for one in plan.next_steps] == [("2 bags of 25 kg", "Ana")]


def test_what_stands_above_a_call_dates_none_of_its_steps() -> None:
    text = (
        "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## Week to 19 June 2026\n\n"
        "### Call with Petra Vogt, 2026-06-03\n\n#### Next steps\n\n- Ana Ruiz sends the list\n"
    )
    assert due(text) == [""]
    assert due(text.replace("#### Next steps", "#### Next steps, by 19 June 2026")) == ["2026-06-19"]
