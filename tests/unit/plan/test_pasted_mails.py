"""A mail that the client wrote turns "I", "you" and "us" about, wherever somebody pasted it."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known
from advancelint.plan.model import Plan

AUTUMN = Known(as_of="2026-11-25")
NOTES = "# Call on 9 December 2026 (Ben)\n\nObjective: Ana Ruiz brings the drawings of both halls.\n\n"
HEAD = "From: Ana Ruiz\nTo: Ben Ito\nCc: Vera Lund\nSubject: Re: labelling line\n\nDear Ben,\n\n"
THEIRS = (
    "Thank you for the visit on Tuesday.\n\nI will send you the drawings of both halls by 2 December.\n\n"
    "Could you send us a revised quotation without the second printer?\n\nKind regards\nAna Ruiz\n"
)
OURS = (
    "Thank you for your time on Tuesday.\n\nI will send you our offer by 2 December.\n\n"
    "Your finance team wanted the terms of the lease.\n\nKind regards\nAna Ruiz\n"
)


def sides(plan: Plan) -> dict[str, str]:
    return {one.name: one.side for one in plan.people}


def owners(plan: Plan) -> dict[str, tuple[str, str]]:
    return {step.passage.text: (step.owner.value, step.side) for step in plan.next_steps}


@pytest.mark.parametrize("before", ["", NOTES], ids=["on top", "below notes"])
def test_who_thanks_for_a_visit_and_wants_an_offer_is_the_client(before: str) -> None:
    plan = plan_of(f"{before}{HEAD}{THEIRS}", "call-notes.md", AUTUMN)
    assert sides(plan)["Ana Ruiz"] == "client"
    assert sides(plan)["Ben Ito"] == "seller"


def test_who_is_in_copy_of_the_clients_mail_works_with_the_client() -> None:
    assert sides(plan_of(f"{HEAD}{THEIRS}", "call-notes.md", AUTUMN))["Vera Lund"] == "client"


def test_what_i_promise_in_the_clients_mail_is_the_clients_step() -> None:
    steps = owners(plan_of(f"{NOTES}{HEAD}{THEIRS}", known=AUTUMN))
    promised = [one for text, one in steps.items() if "drawings" in text]
    assert promised == [("Ana Ruiz", "client")]


@pytest.mark.parametrize("before", ["", NOTES.replace("Ana Ruiz", "Petra")], ids=["on top", "below notes"])
def test_a_mail_of_ours_stays_ours(before: str) -> None:
    plan = plan_of(f"{before}{HEAD}{OURS}", "call-notes.md", AUTUMN)
    assert sides(plan)["Ana Ruiz"] == "seller"
    promised = [side for text, (_, side) in owners(plan).items() if "offer" in text]
    assert promised == ["seller"]


@pytest.mark.parametrize(
    "signed",
    ["Ana Ruiz | Planner, Norwood Housing", "Ana Ruiz\nHead of Purchasing, Norwood Housing", "Ana\nNorwood Housing"],
)
def test_the_company_below_the_clients_mail_is_the_account(signed: str) -> None:
    text = f"## scribbles before the call on 9 December\n\nGoal: Ana brings the drawings.\n\n{HEAD}{THEIRS}"
    plan = plan_of(text.replace("Ana Ruiz\n", f"{signed}\n").replace(f"From: {signed}", "From: Ana Ruiz"), known=AUTUMN)
    assert plan.account.value == "Norwood Housing"


def test_the_day_when_a_pasted_mail_was_sent_is_that_of_no_call() -> None:
    sent = HEAD.replace("Subject", "Date: Thu, 26 Nov 2026 16:41\nSubject")
    plan = plan_of(f"{NOTES}{sent}{THEIRS}", "call-prep.md", AUTUMN)
    assert "2026-11-26" not in {call.date.value for call in plan.calls}
    assert "2026-12-09" in {call.date.value for call in plan.calls}
