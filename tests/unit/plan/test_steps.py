"""Who promises what by when, and whether it is done."""

import pytest
from planning import plan_of

from advancelint.plan import Plan

DEAL = (
    "---\ntype: deal-plan\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Tomas Berg\ndate: 2026-05-14\n---\n"
    "# Norwood\n\n{}\n"
)


def steps(plan: Plan) -> list[tuple[str, str, str, str, bool]]:
    return [
        (one.passage.text, one.owner.value, one.apparent_side, one.due.value or one.due.raw, one.done)
        for one in plan.next_steps
    ]


@pytest.mark.parametrize(
    ("line", "owner", "side", "due"),
    [
        ("Tomas: sends the log by 20 May", "Tomas", "client", "2026-05-20"),
        ("**Tomas:** sends the log (May 20)", "Tomas", "client", "2026-05-20"),
        ("**Tomas**: sends the log, due: ASAP", "Tomas", "client", "ASAP"),
        ("Tomas Berg – sends the log", "Tomas Berg", "client", ""),
        ("send the log @ana 📅 2026-05-20", "ana", "seller", "2026-05-20"),
        ("send the log @tomas.berg", "tomas.berg", "client", ""),
        ("ask @ana to send it today", "ana", "seller", "2026-05-14"),
        ("TB: send the log", "TB", "client", ""),
        ("send the log (TB)", "TB", "client", ""),
        ("T: send the log", "T", "seller", ""),
        ("send the log — Owner: Tomas, Status: open", "Tomas", "client", ""),
        ("send the log — Tomas Berg, by Feb 10", "Tomas Berg", "client", "2026-02-10"),
        ("send the log (Ana, 20 May 2026)", "Ana", "seller", "2026-05-20"),
        ("Tomas & Ana: meet by Friday", "Tomas & Ana", "both", "2026-05-15"),
        ("Us: send the log next week", "Us", "seller", "next week"),
        ("Norwood: sends the log", "Norwood", "client", ""),
        ("Rolf Dahl: send the log", "Rolf Dahl", "seller", ""),
        ("Demo-Package: print the log of 3 May for them", "", "seller", ""),
        ("March 10: send the log", "", "seller", "2026-03-10"),
        ("Email: send the log", "", "seller", ""),
        ("send the log — quickly", "", "seller", ""),
        ("see http://example.org: it helps", "", "seller", ""),
    ],
)
def test_owner_and_due_date_are_read_from_the_words(line: str, owner: str, side: str, due: str) -> None:
    (step,) = steps(plan_of(DEAL.format(f"## Next steps\n- {line}")))
    assert (step[1], step[2], step[3].lower()) == (owner, side, due.lower())


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("**Next step:** send it", ["send it"]),
        ("**Next steps**\n- send it\n- call", ["send it", "call"]),
        ("Next steps:\n\n1. send it\n   - in print\n2. call Tomas\n3. see Ana", ["send it", "call Tomas", "see Ana"]),
        ("- **Next action:** send it", ["send it"]),
        ("## Next step\n\nsend it\n\nwhy we do", ["send it"]),
        ("## Next step: send it", ["send it"]),
        ("## Action items\n### Us\n- send it\n### Norwood\n- call", ["send it", "call"]),
        ("## Next steps\n- **Demo package:** print it", ["Demo package: print it"]),
        ("## Next steps\n- TBD\n- \n- …", []),
        ("## Weather\n- [ ] Tomas: send it\n- [ ] call by 2 May\n- [ ] think", ["send it", "call by 2 May"]),
        ("## Materials\n- [ ] Tomas: bring it", []),
        ("## Questions to ask\n- [ ] Who decides by 2 May?", []),
        ("## Notes\n- Tomas: liked it by 2 May", []),
        ("> **Next step:** old", []),
    ],
)
def test_steps_are_found_in_lists_labels_and_task_boxes(body: str, texts: list[str]) -> None:
    assert [step[0] for step in steps(plan_of(DEAL.format(body)))] == texts


def test_a_table_of_steps_is_read_by_the_names_of_its_columns() -> None:
    head = "| Done | By when | Owner | Action |\n|---|---|---|---|\n"
    body = head + "| ✅ | 20 May | Tomas | send it |\n| | TBD | us | ~~call~~ |\n| | | | |"
    assert steps(plan_of(DEAL.format(body))) == [
        ("send it", "Tomas", "client", "2026-05-20", True),
        ("call", "us", "seller", "", True),
    ]


def test_an_owner_with_a_role_is_one_person() -> None:
    row = "| Owner | Action | Due |\n|---|---|---|\n| Tomas Berg, CEO and economic buyer (Norwood) | send it | 20 May |"
    (step,) = steps(plan_of(DEAL.format(row)))
    assert step[1:3] == ("Tomas Berg, CEO and economic buyer (Norwood)", "client")


def test_a_date_column_is_a_due_date_only_beside_an_action() -> None:
    assert steps(plan_of(DEAL.format("| Date | Event |\n|---|---|\n| 2 May | visit |"))) == []
    (step,) = steps(plan_of(DEAL.format("| Date | Task |\n|---|---|\n| 2 May | visit |")))
    assert step[3] == "2026-05-02"


def test_owner_due_and_done_may_stand_on_lines_of_their_own() -> None:
    body = "## Next step\n\nsend it\n\n- **Owner:** Tomas\n- **By:** 20 May\n- **Status:** done"
    assert steps(plan_of(DEAL.format(body))) == [("send it", "Tomas", "client", "2026-05-20", True)]


@pytest.mark.parametrize(
    ("group", "owner", "side"),
    [
        ("**Norwood commits:**", "Norwood", "client"),
        ("### Ana's actions", "Ana", "seller"),
        ("### Ana’s actions", "Ana", "seller"),
        ("**Client:**", "Client", "client"),
        ("### Our side", "Our side", "seller"),
        ("**This week:**", "", "seller"),
    ],
)
def test_the_label_above_a_list_owns_it(group: str, owner: str, side: str) -> None:
    (step,) = steps(plan_of(DEAL.format(f"## Action items\n\n{group}\n\n- send it")))
    assert step[1:3] == (owner, side)


def test_the_heading_may_date_the_list() -> None:
    (step,) = steps(plan_of(DEAL.format("## Follow-up plan (by 4 Mar 2026)\n- send it")))
    assert step[3] == "2026-03-04"


def test_front_matter_may_hold_the_next_step() -> None:
    text = DEAL.format("").replace("date:", "next_step: 'Tomas: sends it'\ndate:")
    assert steps(plan_of(text)) == [("sends it", "Tomas", "client", "", False)]


def test_two_sides_never_share_a_first_name() -> None:
    text = DEAL.format("## Next steps\n- Ana: send it").replace("contact: Tomas Berg", "contact: Ana Stone")
    assert steps(plan_of(text)) == [("send it", "Ana", "unknown", "", False)]


def test_items_that_set_off_owner_and_date_are_steps_below_any_heading() -> None:
    plan = plan_of(DEAL.format("## Before we fly\n- Ana: print the read-out, 5 June\n- Tomas likes the harbour\n"))
    assert steps(plan) == [("print the read-out", "Ana", "seller", "2026-06-05", False)]


def test_a_log_names_its_next_steps_in_a_column() -> None:
    table = (
        "| Date | Objective | Next step | By |\n|---|---|---|---|\n"
        "| 2026-05-12 | Tomas opens line 2 | Ana to send the mark | 2026-05-20 |\n"
    )
    assert steps(plan_of(DEAL.format("## Calls\n" + table))) == [
        ("Ana to send the mark", "Ana", "seller", "2026-05-20", False)
    ]


def test_a_call_of_a_list_may_name_its_next_step_itself() -> None:
    calls = "## Calls\n\n- **11 June 2026, visit** — Next step: Ana sends the plan by 20 June\n"
    assert [(step[0], step[3]) for step in steps(plan_of(DEAL.format(calls)))] == [
        ("Ana sends the plan by 20 June", "2026-06-20")
    ]


def test_boxes_in_a_paragraph_are_steps() -> None:
    plan = plan_of(DEAL.format("## Next steps\n[x] Ana: price sheet, 3 June\n[ ] Tomas: lender's approval, 4 June\n"))
    assert steps(plan) == [
        ("price sheet", "Ana", "seller", "2026-06-03", True),
        ("lender's approval", "Tomas", "client", "2026-06-04", False),
    ]


def test_two_columns_of_owners_make_one_owner() -> None:
    table = (
        "| Step | Owner (Norwood) | Owner (us) | Due |\n|---|---|---|---|\n"
        "| Survey | Tomas Berg | Ana Ruiz | 2026-06-08 |\n| Terms | | Ana Ruiz | 2026-06-12 |\n"
    )
    found = steps(plan_of(DEAL.format("## Action plan\n" + table)))
    assert [(one[0], one[1], one[2]) for one in found] == [
        ("Survey", "Tomas Berg, Ana Ruiz", "both"),
        ("Terms", "Ana Ruiz", "seller"),
    ]


def test_done_in_brackets_is_a_status() -> None:
    plan = plan_of(DEAL.format("## Next steps\n- Ana: reference sheet by 17 May (done)\n- Ana: price sheet ✅\n"))
    assert steps(plan) == [
        ("reference sheet", "Ana", "seller", "2026-05-17", True),
        ("price sheet", "Ana", "seller", "", True),
    ]


@pytest.mark.parametrize(
    ("head", "row", "found"),
    [
        (
            "| Owner | Action | Due |",
            "| Tomas | send it | 20 May |",
            [("send it", "Tomas", "client", "2026-05-20", False)],
        ),
        (
            "| Action | Owner | Due |",
            "| send it | Tomas | 20 May |",
            [("send it", "Tomas", "client", "2026-05-20", False)],
        ),
        ("| Action | Owner | Room |", "| send it | Tomas | 4.12 |", []),
    ],
)
def test_rows_of_a_preparation_are_promises_only_with_owner_and_day(head: str, row: str, found: object) -> None:
    assert steps(plan_of(DEAL.format(f"## Preparation\n{head}\n|---|---|---|\n{row}"))) == found


@pytest.mark.parametrize(
    ("line", "done"),
    [("sent it (done)", True), ("~~sent it~~", True), ("sent it (not done)", False)],
)
def test_what_is_done_says_so_behind_or_is_struck_out(line: str, done: bool) -> None:
    (step,) = steps(plan_of(DEAL.format(f"## Next steps\n- {line}")))
    assert step[4] is done


def test_two_columns_headed_by_the_companies_say_whose_each_row_is() -> None:
    head = "| Norwood | Us | What | When |\n|---|---|---|---|\n"
    rows = "| Tomas | | sends the log to everybody | 20 May |\n| | Ana | calls the plant | 21 May |"
    assert steps(plan_of(DEAL.format(head + rows))) == [
        ("sends the log to everybody", "Tomas", "client", "2026-05-20", False),
        ("calls the plant", "Ana", "seller", "2026-05-21", False),
    ]


def test_initials_that_two_share_name_neither() -> None:
    (step,) = steps(plan_of(DEAL.format("**Contact:** Lars Jensen, Lena Jost\n\n## Next steps\n- LJ: send it")))
    assert step[:3] == ("send it", "LJ", "unknown")


@pytest.mark.parametrize(
    ("line", "due", "further"),
    [
        ("Ana: confirm that 40 sites by January are real, 15 October 2026", "2026-10-15", []),
        ("Ana sends the form, promised on 27 May 2026, due 2 June 2026", "2026-06-02", []),
        (
            "Ana sends the contract on 14 September 2026. Please look at it by 25 September 2026.",
            "2026-09-14",
            ["2026-09-25"],
        ),
    ],
)
def test_of_several_times_the_exact_day_behind_by_or_at_the_end_is_the_deadline(
    line: str, due: str, further: list[str]
) -> None:
    found = plan_of(DEAL.format(f"## Next steps\n\n- {line}\n")).next_steps
    assert [one.due.value for one in found] == [due, *further]


def test_an_owner_on_a_line_further_down_is_none_of_the_step() -> None:
    plan = plan_of(
        DEAL.format("- [ ] send the log\n- Owner: Ana Ruiz\n- Due: 20 May\n\nWe had tea.\n\nOwner: Tomas Berg")
    )
    assert steps(plan)[0][:3] == ("send the log", "Ana Ruiz", "seller")


@pytest.mark.parametrize(
    ("head", "sides"),
    [
        ("| Buyer action | Seller | Due |", ["client", "seller"]),
        ("| Buyer | Seller action | Due |", ["client", "seller"]),
        ("| Buyer | Seller | Due |", []),
    ],
)
def test_columns_of_both_sides_hold_steps_where_a_head_says_so(head: str, sides: list[str]) -> None:
    row = "| sign the form | send the log | 20 May |"
    plan = plan_of(DEAL.format(f"## Plan\n\n{head}\n|---|---|---|\n{row}\n"))
    assert [step.apparent_side for step in plan.next_steps] == sides


@pytest.mark.parametrize(
    ("box", "done"), [("☐", False), ("⬜", False), ("[ ]", False), ("☑", True), ("✅", True), ("[x]", True)]
)
def test_a_box_in_a_cell_is_ticked_or_not(box: str, done: bool) -> None:
    table = f"| Action | Owner |\n|---|---|\n| {box} send the log | Ana |\n"
    plan = plan_of(DEAL.format(f"## Next steps\n\n{table}"))
    assert [(step.passage.text, step.done) for step in plan.next_steps] == [("send the log", done)]


def test_a_line_right_above_a_table_is_its_heading() -> None:
    table = "| Date | Type | Subject |\n|---|---|---|\n| 2026-05-02 | Meeting | Lunch with Tomas |"
    assert not steps(plan_of(DEAL.format(f"Activity History\n{table}")))


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("budget sheet to Deirdre (she asked on 21 May)", ""),
        ("Deirdre wollte Stückzahlen liefern (zugesagt am 20.5.)", ""),
        ("Deirdre: quantities of 2025 (promised 20 May), by 9 June", "2026-06-09"),
        ("Deirdre: results sent 12 June", "2026-06-12"),
    ],
)
def test_the_day_on_which_a_step_was_spoken_of_is_not_when_it_is_due(step: str, due: str) -> None:
    head = "---\ntype: call-notes\ndate: 2026-05-28\n---\n# Visit at Harrow Foods\n\nWith: Deirdre Quill\n"
    text = head + "\n## Next steps\n- {}\n"
    assert plan_of(text.format(step)).next_steps[0].due.value == due


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "todo\nme: the quote by Fri 22 May\ntomas: cube results to me\ncall again",
            [("the quote", "me"), ("cube results to me", "tomas"), ("call again", "")],
        ),
        ("To do:\nTomas: cube results\nAna: the quote", [("cube results", "Tomas"), ("the quote", "Ana")]),
        (
            "Follow-up\n☐ Text Tomas the numbers same day\n☐ Ask Ana for the date",
            [("Text Tomas the numbers same day", ""), ("Ask Ana for the date", "")],
        ),
        ("## Next steps\n5/17 Ana - reprint the sheet\n5/23 meeting, their office", [("reprint the sheet", "Ana")]),
        ("Next step: see below", []),
        (
            "## Before the call\n- [x] Ana: check which ERP they run\n- [ ] mail the notes\n- [ ] Tomas: who signs?",
            [("check which ERP they run", "Ana"), ("mail the notes", "")],
        ),
    ],
)
def test_lines_that_markdown_takes_for_one_paragraph_or_boxes_are_steps(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [step[:2] for step in steps(plan_of(DEAL.format(text)))] == found


@pytest.mark.parametrize(
    ("line", "words", "owner", "due", "done"),
    [
        ("sheets to the yard (rob)", "sheets to the yard", "rob", "", False),
        ("priya to ring the lab", "priya to ring the lab", "priya", "", False),
        ("(ana) the quote by 20 May", "the quote", "ana", "2026-05-20", False),
        ("Pip and I send the plan", "Pip and I send the plan", "Pip and I", "", False),
        (
            "comparison with the lab (Ana + Dr. Hu in pharmacy) by 20 May",
            "comparison with the lab",
            "Ana + Dr. Hu in pharmacy",
            "2026-05-20",
            False,
        ),
        (
            "get the index from pricing (Brad) by 20 May",
            "get the index from pricing (Brad)",
            "",
            "2026-05-20",
            False,
        ),
        ("two boxes to Tomas ✔ sent Monday", "two boxes to Tomas", "", "", True),
        (
            "Die Stückliste schickt Hr. Berg noch",
            "Die Stückliste schickt Hr. Berg noch",
            "Berg",
            "",
            False,
        ),
        (
            "Ich rechne neu, geht bis 20.5. raus",
            "Ich rechne neu, geht bis 20.5. raus",
            "Ich",
            "2026-05-20",
            False,
        ),
    ],
)
def test_who_and_when_stand_at_the_edges_of_a_step(line: str, words: str, owner: str, due: str, done: bool) -> None:
    (step,) = steps(plan_of(DEAL.format(f"## Next steps\n- {line}")))
    assert (step[0], step[1], step[3], step[4]) == (words, owner, due, done)


@pytest.mark.parametrize(
    "below",
    [
        "## Open tasks\n- LD wording (Ana, 27 May)\n\nRisk: the safe-harbour date, our allocation expires 31 May",
        "## So far\n- 14 May: Tomas, phone. He wants 12 % off. I said I'd think",
        "## Actions\n- LD wording (Ana, 27 May)\n- Follow-up visit fixed for 16 June, installation of the loan unit.",
        "## Aktionen\n- LD wording (Ana, 27 May)\n- Zweittermin steht am 16. Juni, Einbau der Pumpe",
        "Next: 2 June, 9:30, their yard again, Tomas promised the full hour.\n\n## Steps\n- LD wording (Ana, 27 May)",
        "Limits bite from October, so Tomas has to get it down anyway.\n\n## Steps\n- LD wording (Ana, 27 May)",
        "**Where we might go next.** I believe there is more in metering. We want to be whom they turn to.",
        "## Ce qu'on sait\n- Tomas a demandé le tarif par mail, le 2 mai\n\n## Steps\n- LD wording (Ana, 27 May)",
    ],
)
def test_risks_what_was_said_and_calls_that_are_fixed_are_no_steps(below: str) -> None:
    assert [step[0] for step in steps(plan_of(DEAL.format(below)))] in (["LD wording"], [])


def test_a_column_of_numbers_holds_no_steps() -> None:
    table = (
        "| Step | Content | Norwood | By |\n|---|---|---|---|\n"
        "| 1 | Send the log | Tomas | 2026-05-20 |\n| 2 | Sign it | Tomas | 2026-05-28 |\n"
    )
    plan = plan_of(DEAL.format("## Action plan\n" + table))
    assert [one.passage.text for one in plan.next_steps] == ["Send the log", "Sign it"]


def test_a_column_of_names_with_what_they_do_says_who_acts() -> None:
    table = (
        "| Nr. | What | Whose | Day | State |\n|---|---|---|---|---|\n"
        "| 1 | Scores confirmed | Meera Askwith, Norwood procurement | 2026-05-20 | done |\n"
        "| 2 | Contract signed | Colin Brae | 2026-05-28 | |\n"
    )
    plan = plan_of(DEAL.format("## Next steps\n" + table))
    assert [(one.owner.value.partition(",")[0], one.due.value) for one in plan.next_steps] == [
        ("Meera Askwith", "2026-05-20"), ("Colin Brae", "2026-05-28"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("We prepare a one-page answer sheet.", True),
        ("I send the two drawings with it.", True),
        ("We need a one-page answer sheet.", False),
        ("We are late with the answer sheet.", False),
        ("The sheet has one page.", False),
    ],
)
def test_a_line_behind_the_steps_is_one_where_it_says_what_one_of_us_does(line: str, found: bool) -> None:
    plan = plan_of(DEAL.format(f"## Next steps\n\nTomas Berg presents the offer on 11 June 2026.\n\n{line}"))
    assert [one.passage.text for one in plan.next_steps][1:] == [line] * found


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| Item | Status |\n|---|---|\n| Value | 340k |\n| Stage | Negotiation |\n| Close date | 29 May 2026 |", []),
        ("| Who | What |\n|---|---|\n| Petra Vogt | plant manager |\n| Mo Idle | IT manager |", []),
        (
            "| Who | What | By |\n|---|---|---|\n| Ana | brief plant manager | 20 May |\n| Mo | ask Jo | 22 May |",
            ["brief plant manager", "ask Jo"],
        ),
    ],
)
def test_a_table_of_facts_or_of_who_is_what_holds_no_steps(table: str, found: list[str]) -> None:
    told = [one.passage.text for one in plan_of(DEAL.format(f"## Hall 2\n\n{table}")).next_steps]
    assert told == found


def test_lines_that_a_name_leads_below_a_label_are_steps_of_their_own() -> None:
    body = "**To do**\nAna – the safety sheet, till 30.5\nTomas – the log, till 4.6\nAna – samples, handed over (DONE)"
    assert steps(plan_of(DEAL.format(body))) == [
        ("the safety sheet", "Ana", "seller", "2026-05-30", False),
        ("the log", "Tomas", "client", "2026-06-04", False),
        ("samples, handed over", "Ana", "seller", "", True),
    ]


@pytest.mark.parametrize(
    ("cell", "day"), [("27.11.", "2025-11-27"), ("4-6 weeks", ""), ("12.5 kg", ""), ("4-6", "2026-06-04")]
)
def test_two_numbers_in_a_column_of_days_are_a_day_only_alone(cell: str, day: str) -> None:
    table = f"| Step | Owner | Due |\n|---|---|---|\n| Send the list | Ana | {cell} |"
    (step,) = plan_of(DEAL.format(f"## Next steps\n\n{table}")).next_steps
    assert step.due.value == day
