"""What strangers wrote that had been read wrongly: columns, logs, mails, last words."""

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-12-01")


def test_a_column_whose_cells_name_who_acts_owns_the_steps_whatever_its_head() -> None:
    table = (
        "| Step | Proof it's done | Ball is in whose court | No later than | Light |\n|---|---|---|---|---|\n"
        "| Share the data | file | Ana (Norwood) | Nov 13 | ✅ |\n| Security form | answers | Halden | Dec 4 | 🟡 |\n"
        "| Visit | report | Both | Dec 11 | ⬜ |\n"
    )
    people = "People: Norwood — Ana Ruiz (Dir. Warehousing). Halden — Luis Berg (Solutions), Gail Stroud (VP Sales)."
    plan = plan_of(f"# Norwood Distribution + Halden\n\nMutual action plan\n\n{table}\n{people}\n", "map.md", NOW)
    assert [(one.owner.value, one.apparent_side, one.done) for one in plan.next_steps] == [
        ("Ana (Norwood)", "client", True),
        ("Halden", "seller", False),
        ("Both", "both", False),
    ]
    assert {one.name: one.apparent_side for one in plan.people}["Luis Berg"] == "seller"


def test_a_close_plan_of_letters_behind_days_is_a_mutual_plan() -> None:
    text = (
        "# Close plan Norwood Gears, cell 9\n\nBuyer: Norwood Gears (NG), contact Ana Ruiz, technical director\n"
        "Seller: Halden Grinding (HG), contact Ben Ito\n\n- [x] 13.11. NG – confirm the cycle time (Ana Ruiz)\n"
        "- [ ] 27.11. NG – energy drawings\n- [ ] 2.12. HG – final offer\n- [ ] 4.12. NG + HG – price meeting\n"
    )
    plan = plan_of(text, "close.md", NOW)
    assert plan.kind == "map"
    assert [one.apparent_side for one in plan.next_steps] == ["client", "client", "seller", "both"]


def test_whose_letters_stand_behind_the_days_of_a_log_keeps_it() -> None:
    text = (
        "# Norwood Grain contact log (newest first, MB = Mick Barlow, TS = Tess Sorrel)\n\n"
        "27/11/26 TS, phone, Ana Ruiz (buyer)\n-> TS to send the sample file Mon 30/11\n\n"
        "18/11/26 MB + TS, depot, Ana Ruiz\n-> MB to cost the cable run, 4/12\n"
    )
    plan = plan_of(text, "log.md", NOW)
    sides = {one.name: one.apparent_side for one in plan.people}
    assert (sides["Mick Barlow"], sides["Tess Sorrel"]) == ("seller", "seller")


def test_a_file_named_for_whose_mail_was_sent_on_holds_the_clients() -> None:
    text = (
        "From: Ana Ruiz <ana@norwoodparts.example>\nTo: Jo Marsh\nSent: Friday 27 November 2026 16:52\n"
        "Subject: RE: Tuesday\n\nHi Jo,\n\nThanks to you and Tess for coming over on Tuesday.\n\n"
        "I'll get the list over to you by Wednesday. You were going to let us have the pallet rates in writing.\n\n"
        "Ana\n"
    )
    plan = plan_of(text, "Fwd Ana - tuesday.md", NOW)
    assert {one.name: one.apparent_side for one in plan.people}["Ana Ruiz"] == "client"
    assert {one.name: one.apparent_side for one in plan.people}["Jo Marsh"] == "seller"


@pytest.mark.parametrize(
    "promise",
    [
        "I said I would give him a written answer by 4 December.",
        "I said I would have our quality people look at the numbers by 4 December.",
    ],
)
def test_what_the_author_said_that_he_would_do_by_a_day_is_a_step(promise: str) -> None:
    text = (
        "Visit report Norwood Centre, Friday 27 November 2026\n\nObjective: to get to know him\n\n"
        f"Saw Tobias Wren, the theatre manager. He was not angry. {promise}\n"
    )
    plan = plan_of(text, "visit.md", NOW)
    assert [(one.apparent_side, one.due.value) for one in plan.next_steps] == [("seller", "2026-12-04")]


@pytest.mark.parametrize("led", ["**Next call: Tue 8 Dec 09:30** - ", "Next visit: Tue 8 Dec, "])
def test_whom_the_next_call_is_to_get_to_act_is_its_goal(led: str) -> None:
    text = (
        "# Norwood Tower — maintenance\n\n## 2026-11-30 tel. with Ana Ruiz (property manager)\n\n"
        f"She got the board together. She'll mail me the minutes, by Thu 3/12.\n\n{led}get Ana to sign the letter.\n"
    )
    plan = plan_of(text, "log.md", NOW)
    assert [one.passage.text for one in plan.objectives] == ["get Ana to sign the letter."]
    assert plan.calls[plan.objectives[0].call].date.value == "2026-12-08"


def test_whom_to_ask_on_a_day_is_a_goal() -> None:
    text = (
        "# Call notes Norwood Tower, 30 Nov 2026\n\nMet Ana Ruiz (buyer).\n\nOn Tue 8 Dec ask her to sign the letter.\n"
    )
    assert [one.passage.text for one in plan_of(text, "log.md", NOW).objectives] == ["ask her to sign the letter."]


def test_what_is_struck_out_with_how_it_ended_behind_it_is_done() -> None:
    text = "# Call notes Norwood, 24 Nov 2026\n\n## Next steps\n\n- ~~Method statement to Ana~~ went 20 November, me\n"
    (step,) = plan_of(text, "n.md", NOW).next_steps
    assert (step.passage.text, step.done) == ("Method statement to Ana", True)


@pytest.mark.parametrize(
    "head",
    [
        "Got to do",
        "What still needs doing",
        "Stuff I still gotta do",
        "Still to be done",
        "On my plate",
        "Our homework",
    ],
)
def test_what_is_left_to_do_heads_steps(head: str) -> None:
    text = f"# Call notes Norwood, 24 Nov 2026\n\nWith: Ana Ruiz\n\n## {head}\n\n- samples to Ana - Dawn - 30 Nov\n"
    (step,) = plan_of(text, "n.md", NOW).next_steps
    assert (step.passage.text, step.owner.value, step.due.value) == ("samples to Ana", "Dawn", "2026-11-30")


@pytest.mark.parametrize("led", ["Falling short of that", "Short of this", "Barring that"])
def test_what_falls_short_of_a_goal_is_the_fallback(led: str) -> None:
    text = f"# Call plan Norwood, 8 Dec 2026\n\nI want Ana to sign the letter. {led}, she names the day of the trial.\n"
    assert [one.rank for one in plan_of(text, "c.md", NOW).objectives][-1] == "fallback"


@pytest.mark.parametrize("title", ["SKO January 2027", "Sales kick-off, Hull", "Losing Norwood: what we took from it"])
def test_a_page_of_the_team_itself_is_no_plan(title: str) -> None:
    text = f"# {title}\n\n## Objective\n\nEverybody can run it.\n\n## Actions\n\n- [ ] Ana: hotel block by 4 Dec\n"
    assert plan_of(text, "page.md", NOW).kind == "none"


DICTATED = (
    "This is me dictating in the car after the Norwood call, Thursday the twenty-sixth of November. On the line were "
    "Ana Ruiz, she is the managing partner, and Tobias.\n\n"
    "What we agreed. Ana is going to let us have three contracts as a trial by Wednesday. I said we would turn them "
    "round in five working days, and I promised her a sample of the undertaking by Friday.\n\n"
    "Next call is Tuesday the fifteenth of December, by Teams. By the end of that one I'd like her to have put a yes "
    "or a no against each. Otherwise we're just chatting.\n"
)


def test_what_was_promised_before_the_next_call_is_due_from_the_day_that_it_was_written() -> None:
    plan = plan_of(DICTATED, "memo.md", NOW)
    assert [one.due.value for one in plan.next_steps] == ["2026-12-02", "", "2026-11-27"]
    assert {"2026-11-26", "2026-12-15"} <= {one.date.value for one in (*plan.calls, *plan.mentions)}


def test_what_we_fear_otherwise_is_no_fallback() -> None:
    assert "fallback" not in [one.rank for one in plan_of(DICTATED, "memo.md", NOW).objectives]


@pytest.mark.parametrize(
    ("line", "owner", "side"),
    [
        ("26 Nov · Charger survey at Mill Lane (us, Fintan)", "Fintan", "seller"),
        ("26 Nov · Charger survey at Mill Lane (us, Mon)", "us", "seller"),
    ],
)
def test_who_stands_behind_a_side_in_a_bracket_owns_the_step(line: str, owner: str, side: str) -> None:
    plan = plan_of(f"# Close plan: Norwood Freight, 44 vans\n\nWith Ana Ruiz.\n\n- [ ] {line}\n", "close.md", NOW)
    assert [(one.owner.value, one.apparent_side) for one in plan.next_steps] == [(owner, side)]


def test_the_company_that_a_title_names_is_no_step() -> None:
    lines = "US\n[ ] new price. me. 2/12\n\nTHEM\n[ ] price list from HR (Paula Grieve) - said 30/11, nothing yet\n"
    plan = plan_of(f"who owes what — Norwood Town Council (offices)\n\n{lines}", "owes-norwood.md", NOW)
    assert [one.apparent_side for one in plan.next_steps] == ["seller", "client"]


def test_things_that_they_promised_are_the_clients() -> None:
    text = "# Call notes Norwood, 30 Nov 2026\n\nMet Ana Ruiz.\n\n**Things they've promised**\n\n1. mileage, 9 Dec\n"
    assert [one.apparent_side for one in plan_of(text, "h.md", NOW).next_steps] == ["client"]
