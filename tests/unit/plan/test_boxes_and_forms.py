"""Facts in a quote at the top, fields in one line, exports of a CRM and companies that front matter joins."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-11-30")
BOX = (
    "# OPP-0412 · Norwood Builders · safety training\n\n"
    "> **Stage:** Negotiation\n> **Amount:** $94,500\n> **Est. close:** 12/18/2026\n\n"
    "### Open items\n\n* Jo: send Ana the redline, 12/1/2026\n* Ana: the wording to us, 12/3/2026\n"
)


def test_facts_in_a_quote_at_the_top_are_the_pages_own() -> None:
    plan = plan_of(BOX, "OPP-0412.md", NOW)
    assert (plan.is_plan, plan.stage.value, plan.close_date.value) == (True, "negotiate", "2026-12-18")


@pytest.mark.parametrize(
    "quote",
    [
        "> **Close:** 18/12/2026\n> **Stage:** Negotiation\n> said Ana when I rang\n",
        "> **Close:** 18/12/2026\n",
        "> **Close:** 18/12/2026\n> **Remark:** none\n",
    ],
)
def test_a_quotation_holds_no_facts(quote: str) -> None:
    page = f"# Norwood Builders, call plan\n\n{quote}\nObjective: Ana names the day of the trial.\n"
    assert not plan_of(page, "norwood-prep.md", NOW).close_date.present


def test_a_line_of_nothing_but_fields_has_a_label_in_each() -> None:
    line = "Account: Norwood Brass Ltd; Opp: mill-turn; Owner: Jo Berg; Stage: Technical Evaluation; Close: 26/02/2027"
    plan = plan_of(f"{line}\n\nObjective: Ana signs the protocol\n", "export.md", NOW)
    assert (plan.account.value, plan.stage.value) == ("Norwood Brass Ltd", "evaluate")
    assert {one.name: one.side for one in plan.people}["Jo Berg"] == "seller"


def test_semicolons_within_a_value_part_nothing() -> None:
    plan = plan_of("Account: Norwood; a mill\n\nObjective: Ana signs; Ben pays\n", "norwood-prep.md", NOW)
    assert [one.passage.text for one in plan.objectives] == ["Ana signs; Ben pays"]


EXPORT = (
    "Account: Norwood Brass Ltd; Owner: Jo Berg; Stage: Technical Evaluation\n\n"
    "| ActDate | Type | Contact | Subject | Result | NextStep | NextOwner | NextDue | Status |\n"
    "|---|---|---|---|---|---|---|---|---|\n"
    "| 05/11/2026 | Visit | Ana Ruiz | Walked it | She agreed to it | Time study | Ana Ruiz | 20/11/2026 | Closed |\n"
    "| 24/11/2026 | Call | Ana Ruiz | Study | She accepts 7 min | Send 10 billets | Jo Berg | 04/12/2026 | Open |\n"
)


def test_an_export_tells_what_comes_next_whose_it_is_and_by_when() -> None:
    plan = plan_of(EXPORT, "export.md", NOW)
    assert [(one.passage.text, one.owner.value, one.due.value, one.done) for one in plan.next_steps] == [
        ("Time study", "Ana Ruiz", "2026-11-20", True),
        ("Send 10 billets", "Jo Berg", "2026-12-04", False),
    ]
    assert [one.date.value for one in plan.calls] == ["2026-11-05", "2026-11-24"]


LOG = (
    "# Norwood Foods\n\n**Stage:** Proposal out\n\n## Contacts so far, and the next\n\n"
    "| When | What | Who | Came out of it |\n|---|---|---|---|\n"
    "| 6 Oct 2026 | discovery, on site | Ana, Jo | they gave us the data |\n"
    "| 3 Dec 2026 | payback session | Ben, Jo | |\n"
)


def test_what_came_out_of_it_makes_a_table_one_of_calls() -> None:
    plan = plan_of(LOG, "norwood-deal.md", NOW)
    assert not plan.next_steps
    assert [one.date.value for one in plan.calls] == ["2026-10-06", "2026-12-03"]


def test_below_next_steps_such_a_table_holds_steps() -> None:
    steps = LOG.replace("Contacts so far, and the next", "Next steps").replace("Came out of it", "Result")
    steps = steps.replace("discovery, on site", "send the data").replace("payback session", "sign the form")
    assert len(plan_of(steps, "norwood-deal.md", NOW).next_steps) == 2


SHARED = (
    "---\ntitle: Road to first fill\nbetween: [Ocmulgee Brewing Barn, Tallow Gas]\n---\n\n"
    "Drawn up on Nov 19, 2026. OBB = the brewery, TG = Tallow.\n\n## November\n\n"
    "- [x] OBB: invoices of three months (Hank, 11/23)\n- [x] TG: measure the pad (Brooke, 11/25)\n"
    "- [ ] OBB: the landlord's word (Hank, 12/11)\n- [ ] TG: set the tank (1/22)\n"
)


def test_front_matter_joins_two_companies_that_share_steps() -> None:
    plan = plan_of(SHARED, "road.md", NOW)
    assert (plan.kind, plan.account.value) == ("map", "Ocmulgee Brewing Barn")
    assert [one.side for one in plan.next_steps] == ["client", "seller", "client", "seller"]


@pytest.mark.parametrize("between", ["[Ocmulgee Brewing Barn]", "[a, b]", "Ocmulgee and Tallow"])
def test_other_values_join_nobody(between: str) -> None:
    page = SHARED.replace("[Ocmulgee Brewing Barn, Tallow Gas]", between).replace("OBB = the brewery, TG = Tallow.", "")
    assert plan_of(page, "road.md", NOW).kind != "map"


def test_who_is_on_our_side_behind_their_work_is_the_clients() -> None:
    page = (
        "---\naccount: Norwood Pumps\nstage: Proposal\nowner: Jo Berg\n---\n\n## People\n\n"
        "- Hank Brauer, plant manager, signs up to 100K\n- Teo Marin, coatings tech, on our side\n"
    )
    assert {one.name: one.side for one in plan_of(page, "norwood-deal.md", NOW).people}["Teo Marin"] == "client"


@pytest.mark.parametrize(("kind", "due"), [("call-notes", "2026-11-27"), ("call-plan", "2026-11-20")])
def test_a_to_do_list_stands_before_a_call_to_come_and_behind_one_that_was(kind: str, due: str) -> None:
    page = f"---\ntype: {kind}\ndate: 2026-11-26\naccount: Norwood\n---\n\n## Todo\n\n- Jo: the photos, by Friday\n"
    assert [one.due.value for one in plan_of(page, "norwood.md", NOW).next_steps] == [due]


def test_what_to_ask_somebody_is_a_goal_above_what_is_wanted_failing_that() -> None:
    page = (
        "norwood dairies tues 1/12 half 7 in the parlour\nask Janet to weigh out 20 cows for 3 wks\n"
        "if not get her to let Rob the vet ring me\ntake: 2 bags, price list w/o the old rebate\n"
    )
    goals = {one.passage.text: one.rank == "fallback" for one in plan_of(page, "tues norwood.md", NOW).objectives}
    assert goals == {
        "ask Janet to weigh out 20 cows for 3 wks": False,
        "get her to let Rob the vet ring me": True,
    }


def test_a_note_says_whom_somebody_rang_by_title_and_small_name() -> None:
    page = (
        "rang dr amin at Norwood Bio fri 27 nov\n\nshe likes the reader\n"
        "i send the loan form monday, she gets it signed by 18 dec\nring her again 9 dec\n"
    )
    plan = plan_of(page, "norwood.md", NOW)
    assert (plan.is_plan, plan.account.value) == (True, "Norwood Bio")


@pytest.mark.parametrize("label", ["Speaking to", "Meeting with"])
def test_a_day_above_and_whom_somebody_speaks_to_make_a_preparation(label: str) -> None:
    page = (
        f"## Norwood Wind, Wed 2 Dec 2026, 09:15, phone\n\n| | |\n|:--|:--|\n| {label} | Ana Ruiz, HR director |\n\n"
        "**Prepare**\n* [ ] fee scale to Ana, Tue 1 Dec\n"
    )
    plan = plan_of(page, "norwood.md", NOW)
    assert (plan.kind, [one.date.value for one in plan.calls]) == ("prep", ["2026-12-02"])


def test_to_whom_a_mail_is_makes_no_plan() -> None:
    assert not plan_of(
        "From: Jo Berg\nTo: Ana Ruiz\nDate: 2 Dec 2026\n\nHi Ana,\n\nlunch at one?\n", "mail.md", NOW
    ).is_plan


@pytest.mark.parametrize("title", ["Q3 look-back, racking team", "Lookback: the Norwood order", "Lessons learned"])
def test_what_a_team_learnt_is_no_plan(title: str) -> None:
    page = f"# {title}\n\nHeld 30 Oct 2026. Curt, Jo.\n\n- Jo: the checklist by 15 November\n- Curt: no quote unasked\n"
    assert not plan_of(page, "lookback.md", NOW).is_plan
