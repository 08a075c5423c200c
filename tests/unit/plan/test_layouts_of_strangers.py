"""Layouts that strangers wrote: links of note-taking tools, rows of dots, titles before names, letters of companies."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

AUTUMN = Known(as_of="2026-11-30")
NOTE = "---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n"
PREP = "---\ntype: call-plan\naccount: Norwood\n---\n# Visit Norwood, 4 December 2026\n\n"


def understood(text: str, path: str = "norwood.md") -> Plan:
    return plan_of(text, path, AUTUMN)


def steps(plan: Plan) -> list[tuple[str, str, str]]:
    return [(one.passage.text, one.owner.value, one.side) for one in plan.next_steps]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[[Moira Sand]] ships the rings", ("ships the rings", "Moira Sand")),
        ("#task [[Moira Sand|Moira]] ships the rings", ("ships the rings", "Moira")),
        ("#task ship the rings", ("ship the rings", "")),
        ("ship the rings [[Moira Sand]]", ("ship the rings", "Moira Sand")),
    ],
)
def test_a_link_of_a_notebook_says_whose_a_step_is(line: str, told: tuple[str, str]) -> None:
    plan = understood(f"{NOTE}## People\n\n- [[Moira Sand]], head of production\n\n## Next steps\n\n- [ ] {line}\n")
    assert [one[:2] for one in steps(plan)] == [told]
    assert [one.name for one in plan.people] == ["Moira Sand"]


def test_a_link_to_a_page_is_no_step() -> None:
    assert understood(f"{NOTE}next:: [[2026-12-08 Norwood trial]]\n").next_steps == ()


def test_an_alias_stands_where_it_is_written() -> None:
    text = f"{PREP}Goal: [[people/moira|Moira]] signs the list by 11 December\n"
    (goal,) = understood(text).objectives
    assert goal.passage.text == "[[Moira]] signs the list by 11 December"
    assert text[goal.passage.starts[2] : goal.passage.ends[6]] == "Moira"


def test_names_may_stand_before_rows_of_dots() -> None:
    people = "PEOPLE\nMs Moira Sand ... purchasing manager\nMr Pete Lal ....... factory director\n"
    plan = understood(f"---\ntype: account-plan\naccount: Norwood\n---\n# Norwood\n\n{people}")
    assert [(one.name, one.side, one.role) for one in plan.people] == [
        ("Moira Sand", "client", "purchasing manager"), ("Pete Lal", "client", "factory director")
    ]  # fmt: skip


def test_titles_of_work_stand_before_full_names() -> None:
    ours, theirs = "Partner Joon-ho Baek, Manager Claire Yoon", "Team Leader Ana Ruiz (planning)"
    plan = understood(f"{PREP}| | |\n|---|---|\n| Our attendees | {ours} |\n| Their attendees | {theirs} |\n")
    assert [(one.name, one.side) for one in plan.people] == [
        ("Joon-ho Baek", "seller"), ("Claire Yoon", "seller"), ("Ana Ruiz", "client")
    ]  # fmt: skip
    assert [one.name for one in understood(f"{PREP}Attendees: Director Supply Chain\n").people] == []


def test_goals_of_coming_calls_stand_behind_what_a_log_says_of_them() -> None:
    rows = (
        "| 24/11/2026 | Moira | she counts the boxes | Moira: the list, by 27/11 |\n"
        "| 03/12/2026 | Moira | PLANNED, 9.30 h. Goal: Moira names the two lines | |\n"
    )
    plan = understood(f"{NOTE}| Date | With | What came of it | To do |\n|---|---|---|---|\n{rows}")
    assert [(one.passage.text, plan.calls[one.call].date.value) for one in plan.objectives] == [
        ("Moira names the two lines", "2026-12-03")
    ]  # fmt: skip


def test_letters_of_companies_behind_owners_need_no_explanation() -> None:
    owners = {"Moira (NM) + Gus (TT)": "both", "Moira (NM)": "client", "TT legal": "seller", "Both teams": "both"}
    rows = "".join(f"| the report on trial {number} | {who} | {number} Dec |\n" for number, who in enumerate(owners, 1))
    head = "# Mutual plan: Norwood Mills <> Tallow Tools\n\n| What | Who | By |\n|---|---|---|\n"
    assert [one[1:] for one in steps(understood(head + rows))] == list(owners.items())


def test_a_title_that_joins_two_companies_above_shared_steps_is_a_mutual_plan() -> None:
    head = "# Norwood Growers & Tallow: our way to switch-on\n\n"
    head += "Questions to Moira Sand (Norwood) or Gus Orre (Tallow).\n\n"
    rows = "| # | Milestone | Who | By |\n|---|---|---|---|\n| 1 | Roof survey | Gus Orre | 1 Dec |\n"
    plan = understood(head + rows)
    assert (plan.kind, plan.account.value) == ("map", "Norwood Growers")
    assert steps(plan) == [("Roof survey", "Gus Orre", "seller")]
    assert understood(head.partition("\n")[0] + "\n\nNorwood is big. Tallow is small.\n").kind == "none"


def test_who_stands_beside_the_reader_of_a_letter_is_the_clients() -> None:
    letter = (
        "From: Gus Orre\nTo: Moira Sand\nCc: Pete Lal; Jo Berg\nDate: Wed, 25 Nov 2026 17:02\n"
        "Subject: RE: contract Norwood\n\nHi Moira,\n\nGood to speak to you and Pete this afternoon.\n\n"
        "- You send us the schedule by Monday 30 November\n- Pete puts it on the agenda by Friday 4 December\n\n"
        "Kind regards,\nGus\n"
    )
    plan = understood(f"---\ntype: call-notes\naccount: Norwood\n---\n{letter}")
    assert {one.name: one.side for one in plan.people} == {
        "Gus Orre": "seller", "Moira Sand": "client", "Pete Lal": "client", "Jo Berg": "seller"
    }  # fmt: skip
    assert [one[1:] for one in steps(plan)] == [("Moira Sand", "client"), ("Pete", "client")]


def test_the_steps_of_a_log_are_due_behind_its_days() -> None:
    rows = "| 03/09/2026 | Moira | agreed a trial | deliver two | Gus | 14/09/2026 ok |\n"
    plan = understood(f"{NOTE}| Date | Spoke to | Result | Next | Who | When |\n|---|---|---|---|---|---|\n{rows}")
    assert [(one.due.value, one.done) for one in plan.next_steps] == [("2026-09-14", True)]


def test_the_line_above_a_goal_may_name_its_call() -> None:
    text = "NEXT VISIT 10 December 2026, factory\nGoal: Mr Lal frees line 2 for a run\n"
    text += "Smaller goal: Mr Sand does the test\n"
    plan = understood(f"---\ntype: account-plan\naccount: Norwood\n---\n# Norwood account plan\n\n{text}")
    assert [(one.rank, plan.calls[one.call].date.value) for one in plan.objectives] == [
        ("primary", "2026-12-10"), ("fallback", "2026-12-10")
    ]  # fmt: skip


def test_you_and_somebody_else_are_the_clients_only_where_both_are_spoken_to() -> None:
    letter = (
        "From: Gus Orre\nTo: Moira Sand\nCc: Jo Berg\nDate: Wed, 25 Nov 2026 17:02\nSubject: RE: contract Norwood\n\n"
        "Hi Moira,\n\nyou told us to send the quote by Friday 4 December.\n\n"
        "I will set up a call between you and Jo, our engineer, for your team.\n\nKind regards,\nGus\n"
    )
    plan = understood(f"---\ntype: call-notes\naccount: Norwood\n---\n{letter}")
    assert {one.name: one.side for one in plan.people}["Jo Berg"] == "seller"
    assert "client" not in {one.side for one in plan.next_steps}


def test_an_author_may_bear_the_name_of_the_reader() -> None:
    letter = (
        "From: Tom Berg\nTo: Tom Sand\nDate: Wed, 25 Nov 2026 17:02\nSubject: RE: contract Norwood\n\nHi Tom,\n\n"
        "Thanks for your time and your patience.\n\n- I will send you the quote by Friday 4 December\n\nTom Berg\n"
    )
    plan = understood(f"---\ntype: call-notes\naccount: Norwood\n---\n{letter}")
    assert [(one.owner.value, one.side) for one in plan.next_steps] == [("Tom Berg", "seller")]


def test_what_both_teams_get_is_not_theirs_to_do() -> None:
    boxes = "- [ ] Minutes to both teams, 4 Dec\n- [ ] Signature, both sides, 5 Dec\n"
    text = f"# Mutual plan: Norwood Mills <> Tallow Tools\n\n{boxes}"
    assert [one.side for one in understood(text).next_steps] == ["unknown", "both"]
