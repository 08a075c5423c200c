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


def test_a_mail_ends_at_the_next_heading() -> None:
    out = "## Mail out\n\nAna,\n\nI will send both versions on Monday.\n\nBen\n"
    text = f"# Norwood\n\n## Mail in\n\n{HEAD}{THEIRS}\n{out}"
    promised = [one for words, one in owners(plan_of(text, "deal.md", AUTUMN)).items() if "both versions" in words]
    assert [side for _, side in promised] == ["seller"]


def test_whom_the_plan_knows_as_the_clients_wrote_a_mail_of_the_clients() -> None:
    text = (
        "# Norwood Mills / Tallow\n\nChampion: Ana Ruiz (IT manager)\n\n## Mail in\n\nFrom: Ana Ruiz\nTo: Ben Ito\n\n"
        "Hi Ben,\n\nI'll get you the asset list by 2 December.\n\nAna\n"
    )
    assert list(owners(plan_of(text, "deal.md", AUTUMN)).values()) == [("Ana Ruiz", "client")]


def test_what_you_will_do_in_a_letter_to_the_client_is_the_clients() -> None:
    text = (
        "From: Ben Ito\nTo: Ana Ruiz (Norwood Foundry)\nSubject: Recap of today's call\n\nHi Ana,\n\n"
        "Thanks for your time today. Your team showed me the line.\n\n"
        "You'll send twelve months of data by 2 Dec 2026.\n\nI'll get you an example by 9 Dec 2026.\n\nBen\n"
    )
    plan = plan_of(text, "recap.md", AUTUMN)
    assert [step.side for step in plan.next_steps] == ["client", "seller"]
    assert plan.account.value == "Norwood Foundry"
    assert "Hi Ana" not in {one.name for one in plan.people}


PLAIN = (
    "From: Ana Ruiz\nTo: Jo Berg\nDate: Fri, 27 Nov 2026\nSubject: Re: trial\n\nHi Jo,\n\n"
    "Tuesday is fine for you and me. I'll have the list ready by Wednesday. "
    "I still have to tell Lise (our CFO) when you start.\n\nAna\n"
)


@pytest.mark.parametrize(
    "beside",
    [
        "for thursday, Ana's mail below. want: she names two dates\n\n",  # speaks of the sender
        "pasted so it isn't only in my inbox - Jo\n\n",  # is signed by whoever the mail is to
        "(below is from outlook, JB)\n\n",
    ],
)
def test_a_mail_that_the_page_itself_speaks_of_is_the_clients(beside: str) -> None:
    sides = {one.name: one.side for one in plan_of(f"# Norwood Mills, 3 Dec\n\n{beside}{PLAIN}", "norwood.md").people}
    assert (sides["Ana Ruiz"], sides["Jo Berg"], sides["Lise"]) == ("client", "seller", "client")


@pytest.mark.parametrize("beside", ["", "pasted here for when I'm away - Ana\n\n"])
def test_a_mail_that_nothing_speaks_of_is_not(beside: str) -> None:
    sides = {one.name: one.side for one in plan_of(f"# Norwood Mills, 3 Dec\n\n{beside}{PLAIN}", "norwood.md").people}
    assert sides["Ana Ruiz"] != "client"


def test_who_answers_a_seller_buys() -> None:
    ours = (
        "> From: Jo Berg\n> Date: Thu, 26 Nov 2026\n>\n> Hi Ana,\n>\n> thank you for the hour "
        "today. What I took away:\n"
        ">\n> - I'll send the sheet by Wednesday 2 December\n"
    )
    bare = PLAIN.replace("To: Jo Berg\n", "").replace("I still have to tell Lise (our CFO) when you start.", "")
    plan = plan_of(f"# Norwood Mills, 3 Dec 2026\n\n{bare}\n{ours}", "norwood.md", Known(as_of="2026-11-30"))
    sides = {one.name: one.side for one in plan.people}
    assert (sides["Ana Ruiz"], sides["Jo Berg"]) == ("client", "seller")
    owners = {one.passage.text.partition(" by ")[0]: (one.owner.value, one.side) for one in plan.next_steps}
    assert owners["I'll send the sheet"] == ("Jo Berg", "seller")


def test_below_a_mail_of_ours_those_in_copy_stay_ours() -> None:
    first = (
        "From: Jo Berg\nTo: Ana Ruiz\nCc: Ben Ito\nSent: 27 Nov 2026\nSubject: Re: contract\n\nHi Ana,\n\n"
        "thanks for the time today. What I took away: you send us the marked-up schedule by Monday. "
        "Ben sets up the test page for your two sites by Friday.\n\nJo\n\n"
    )
    below = (
        "From: Ana Ruiz\nTo: Jo Berg\nSent: 24 Nov 2026\n\nWednesday works. We have read "
        "your offer and your prices.\n\nAna\n"
    )
    sides = {one.name: one.side for one in plan_of(f"{first}{below}", "norwood.md").people}
    assert (sides["Ana Ruiz"], sides["Ben Ito"]) == ("client", "seller")


def test_a_page_that_lists_both_says_nothing_of_who_wrote() -> None:
    lists = "# Norwood Mills - notes 26 Nov 2026\n\nOur team: Jo Berg (AE)\nClient: Ana Ruiz (CFO)\n\n"
    ours = (
        "From: Jo Berg\nTo: Ana Ruiz\nDate: Fri, 27 Nov 2026\n\nHi Ana,\n\n"
        "you asked for dates. I'll send them by Friday.\n\nJo\n"
    )
    told = sides(plan_of(f"{lists}{ours}", "norwood.md"))
    assert (told["Jo Berg"], told["Ana Ruiz"]) == ("seller", "client")


def test_whom_the_client_greets_is_not_one_of_theirs() -> None:
    mail = (
        "From: Ana Ruiz\nDate: Fri, 27 Nov 2026\nSubject: Re: offer\n\n"
        "Hi Jo, our board likes your offer. Thanks for the visit. I'll sign by Friday.\n\nAna\n"
    )
    told = sides(plan_of(f"# Norwood Mills, 3 Dec 2026\n\n{mail}", "norwood.md", AUTUMN))
    assert (told["Ana Ruiz"], told.get("Jo", "seller")) == ("client", "seller")


def test_the_last_name_of_a_list_is_no_signature() -> None:
    beside = "Ana's mail is below. Also there: Ben Cole, Ana\n\n"
    assert sides(plan_of(f"# Norwood Mills, 3 Dec\n\n{beside}{PLAIN}", "norwood.md"))["Ana Ruiz"] == "client"


@pytest.mark.parametrize(("sent", "due"), [("Mon, 30 Nov 2026", "2026-12-04"), ("Wed, 25 Nov 2026", "2026-11-27")])
def test_a_day_of_the_week_in_a_mail_comes_after_it_was_sent(sent: str, due: str) -> None:
    notes = "Ana's mail below, for Wed 2 Dec 2026, 10:00.\n\nObjective: Ana names two dates\n\n---\n"
    head = f"From: Ana Ruiz\nTo: Jo Berg\nDate: {sent}\n\n"
    mail = f"{head}Hi Jo,\nyou asked for it. I'll have the count ready by Friday.\n\nAna\n"
    plan = plan_of(f"{notes}{mail}", "norwood.md", Known(as_of="2026-12-01"))
    assert [one.due.value for one in plan.next_steps if "count" in one.passage.text] == [due]
