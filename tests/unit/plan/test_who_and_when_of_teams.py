"""Who does what by when, as strangers wrote it in ways that had been read wrongly."""

import pytest
from planning import plan_of

from advancelint.plan import Known, clockwords, persons, scorecards
from advancelint.plan.vocabulary import vocabulary

NOW = Known(as_of="2026-12-01")
NOTES = (
    "# Notes Norwood, 1 Dec 2026\n\nMet Ana Ruiz (procurement, Norwood) and Ade Obi (Norwood).\n\n## Next steps\n{}\n"
)


@pytest.mark.parametrize(
    ("line", "owner", "side"),
    [
        ("- Board resolution - Ana Ruiz - date awaited", "Ana Ruiz", "client"),
        ("- Cancel the old clocks – Fergus – must be with the supplier", "Fergus", "seller"),
        ("- after call -> me: send 3 CVs same day", "me", "seller"),
        ("- me, read reviews", "me", "seller"),
        ("- update the CRM (me), ask Danny for a spare motor", "me", "seller"),
        ("- still to do, me: pick the reader up", "me", "seller"),
        ("- let me check the price list", "", "seller"),
    ],
)
def test_whoever_stands_apart_from_a_deed_owns_it(line: str, owner: str, side: str) -> None:
    (step,) = plan_of(NOTES.format(line), "notes.md", NOW).next_steps
    assert (step.owner.value, step.apparent_side) == (owner, side)


@pytest.mark.parametrize(
    ("line", "owner", "done"),
    [
        ("1. DONE 23 Nov - Ana: clearance letter", "Ana", True),
        ("1. Sent: clearance letter - Ana - by mail", "Ana", True),
        ("1. Donegal office - Ana: clearance letter", "", False),
    ],
)
def test_a_step_that_is_led_by_done_is_done(line: str, owner: str, done: bool) -> None:
    (step,) = plan_of(NOTES.format(line), "notes.md", NOW).next_steps
    assert (step.owner.value if owner else owner, step.done) == (owner, done)


def test_a_column_of_actions_beside_a_scorecard_holds_steps() -> None:
    text = (
        "# Norwood deal\n\nStage: Evaluation\n\n| | Letter | What we know | {} |\n|---|---|---|---|\n"
        "| **M** | Metrics | 1,900 hrs | - |\n| **E** | Economic buyer | Ana Ruiz, CFO | Tom to call Ana by 4 Dec |\n"
        "| **D** | Criteria | RFP | - |\n| **P** | Paper process | theirs | Marcus: request the template, 4/12 |\n"
    )
    acted = plan_of(text.format("Gap / action"), "deal.md", NOW)
    assert [one.due.value for one in acted.next_steps] == ["2026-12-04", "2026-12-04"]
    assert not plan_of(text.format("Gap"), "deal.md", NOW).next_steps
    assert scorecards.lines(text.format("Gap")) == {7, 8, 9, 10}
    assert not scorecards.lines(text.format("To do"))


def test_the_zone_of_an_hour_is_no_name() -> None:
    assert clockwords.is_zone("ET")
    assert not clockwords.is_zone("Et")
    assert not persons.is_name("ET Colleen", vocabulary())
    plan = plan_of(NOTES.format("- 12/10 3pm ET Colleen + Ingrid: demo"), "notes.md", NOW)
    assert "ET Colleen" not in {one.name for one in plan.people}


def test_a_name_does_not_go_on_behind_the_end_of_a_sentence() -> None:
    assert not persons.is_name("Kelly. There I", vocabulary())
    assert persons.is_name("Jos. Berg", vocabulary())
    assert persons.is_name("Dr. Ana Ruiz", vocabulary())


def test_a_clients_mail_that_is_sent_on_goes_to_colleagues() -> None:
    text = (
        "From: Marcus Hale\nTo: Owen Lind; Teresa Boone\nSubject: FW: RE: Norwood - recap\n\n"
        "Guys, fyi. See Ana's reply.\n\nM.\n\n---\n\n> From: Ana Ruiz\n> To: Marcus Hale\n> Subject: RE: Norwood\n>\n"
        "> Hi Marcus,\n>\n> Thanks for the recap. I'll send you the list by 4 December.\n>\n> Ana Ruiz\n"
        "> Chief Risk Officer, Norwood Federal\n\nNext steps:\n- Owen to send the questionnaire by 2 December\n"
    )
    sides = {one.name: one.apparent_side for one in plan_of(text, "norwood.md", NOW).people}
    assert sides["Ana Ruiz"] == "client"
    assert [sides[name] for name in ("Marcus Hale", "Owen Lind", "Teresa Boone")] == ["seller"] * 3


@pytest.mark.parametrize(("head", "ours"), [("Us → them", True), ("From us", True), ("Use of our tool", False)])
def test_who_of_ours_deals_with_somebody_stands_below_us(head: str, ours: bool) -> None:
    table = f"| Name | Role | {head} |\n|---|---|---|\n| Ana Ruiz | CFO | Tom Haldane (VP Sales) |\n"
    plan = plan_of(f"# Account plan: Norwood\n\n## Relationship map\n\n{table}\n", "account.md", NOW)
    assert ({one.name: one.side for one in plan.people}.get("Tom Haldane") == "seller") == ours


def test_who_hands_a_client_off_and_to_whom_are_ours() -> None:
    text = (
        "# SDR → AE hand-off\n\nPriya Raman to Dana Kowal, 12/1/26\n\n**Norwood Mutual** | Lexington\n\n"
        "Stage: Discover\n\nNext steps:\n- Dana to email Connie Yates before the meeting, by 12/9\n"
    )
    sides = {one.name: one.apparent_side for one in plan_of(text, "norwood.md", NOW).people}
    assert (sides["Priya Raman"], sides["Dana Kowal"]) == ("seller", "seller")


def test_a_row_with_initials_can_be_a_call() -> None:
    text = (
        "# Mutual action plan: Norwood & Halden\n\n| # | Milestone | Norwood | Halden | Due |\n|--|--|--|--|--|\n"
        "| 1 | Send the offer | | M. Hale | 4 Dec 2026 |\n| 2 | CFO review call | P. Vance | M. Hale | 8 Dec 2026 |\n"
    )
    assert [one.date.value for one in plan_of(text, "map.md", NOW).mentions] == ["2026-12-08"]


def test_an_opportunity_names_the_account_where_the_title_is_that_of_a_scorecard() -> None:
    text = (
        "**MEDDPICC SCORECARD** rev 3\n\nOpportunity: Norwood Federal Union – Audit suite\nStage: Evaluation\n\n"
        "**Overall sales objective:** Norwood signs for 3 years by 26 Feb 2027.\n"
    )
    assert plan_of(text, "card.md", NOW).account.value == "Norwood Federal Union"


@pytest.mark.parametrize("path", ["tmpl_call_planner.md", "call-planner-tmpl.md"])
def test_a_file_named_as_a_template_is_one(path: str) -> None:
    form = "# Call planner\n\n| Field | Entry |\n|---|---|\n| Account | |\n| Stage | 1 / 2 |\n\n**Best case:** <what>\n"
    assert plan_of(form, path, NOW).kind == "template"


def test_a_battle_card_is_no_plan() -> None:
    text = (
        "# Auditron\n\nUpdated 16 Nov 2026.\n\n### To do\n- Owen: record a demo by 18 Dec\n- Priya: add 2 questions\n"
    )
    assert plan_of(text, "Battlecard - Auditron.md", NOW).kind == "none"


def test_what_somebody_does_tells_the_side_in_a_mutual_plan() -> None:
    text = (
        "# Norwood Savings: how we get to 15 Feb together\n\nJoint plan of Bev and Dana.\n\n## December\n"
        "- [ ] Bev names the 2 controls for the trial - 9 Dec\n- [ ] Dana sends the order form + contract - 11 Dec\n"
        "- [ ] Bev puts the request to the audit committee by 8 Jan\n- [ ] Dana sets up the logins - 14 Dec\n"
    )
    plan = plan_of(text, "norwood close plan.md", NOW)
    assert plan.kind == "map"
    assert {one.name: one.apparent_side for one in plan.people} == {"Bev": "client", "Dana": "seller"}


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("- Ana's assistant books the room by 4 Dec", "Ana's assistant"),
        ("- Norwood legal to send the redlines by 4 Dec", "Norwood legal"),
        ("- Ana's list of pumps by 4 Dec", ""),
    ],
)
def test_who_belongs_to_somebody_known_acts_for_the_same_side(line: str, owner: str) -> None:
    (step,) = plan_of(NOTES.format(line), "notes.md", NOW).next_steps
    assert step.owner.value == owner
    assert (step.side == "client") == bool(owner)


@pytest.mark.parametrize("bracket", ["(worst case she names the sponsor)", "(fallback: she names the sponsor)"])
def test_a_bracket_behind_a_goal_holds_the_fallback(bracket: str) -> None:
    text = f"# Call plan Norwood, 10 Dec 2026\n\nI want Ana to sign the trial order for hall 2 {bracket}\n"
    goals = plan_of(text, "prep.md", NOW).objectives
    assert [(one.rank, one.passage.text) for one in goals][-1] == ("fallback", "she names the sponsor")


@pytest.mark.parametrize(
    ("title", "kind"), [("Brightwell notes, 30 Nov 2026", "notes"), ("Kitchen, 30 Nov 2026", "none")]
)
def test_notes_named_for_a_client_are_a_plan_with_a_goal_and_a_step(title: str, kind: str) -> None:
    body = "I want Ingrid to agree to sponsor it on 10 Dec.\n\nWalter sets up the January check-in.\n"
    assert plan_of(f"# {title}\n\n{body}", "n.md", NOW).kind == kind


@pytest.mark.parametrize("title", ["Doctrine, field and stage model", "Rule catalogue"])
def test_what_teaches_plans_is_none(title: str) -> None:
    body = "Objective: Ana signs the trial order by 4 Dec\n\nStage: Evaluation\n\nNext steps:\n- Ana sends it\n"
    assert plan_of(f"# {title}\n\n{body}", "d.md", NOW).kind == "none"
