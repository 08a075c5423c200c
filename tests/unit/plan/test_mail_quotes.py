"""Mails that are pasted as quotes are what somebody wrote, and no asides."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known, mail_quotes

NOW = Known(as_of="2026-11-30")
MAIL = (
    "> From: Ana Ruiz\n> To: Jo Berg\n> Sent: Thursday 26 November 2026 16:12\n> Subject: RE: visit\n>\n> Hi Jo,\n>\n"
    "> Thanks for the visit.\n> I will send you the drawings by Wednesday 2 December.\n"
    "> Could you send us a revised quotation?\n>\n> Kind regards\n> Ana\n"
)
PAGE = (
    "# Norwood Mills, call on 3 December 2026\n\nkept from my inbox - Jo\n\n{}\n\n"
    "Goal: Ana names the day of the trial.\n"
)


def test_what_a_quoted_mail_promises_is_its_writers() -> None:
    plan = plan_of(PAGE.format(MAIL), "norwood-prep.md", NOW)
    steps = {one.passage.text.partition(" by ")[0]: (one.owner.value, one.side) for one in plan.next_steps}
    assert steps["I will send you the drawings"] == ("Ana Ruiz", "client")
    assert {one.name: one.side for one in plan.people} == {"Ana Ruiz": "client", "Jo Berg": "seller"}


def test_what_a_quotation_of_nobody_known_promises_is_the_clients() -> None:
    quotation = MAIL.replace("From:", "Sender:").replace("To:", "Whom:").replace("Sent:", "On:")
    plan = plan_of(PAGE.format(quotation.replace("Ana", "A.")), "norwood-prep.md", NOW)
    assert [(one.owner.value, one.side) for one in plan.next_steps if "drawings" in one.passage.text] == [
        ("", "client")
    ]


def test_what_was_wanted_when_a_mail_was_written_is_no_goal_of_the_call() -> None:
    mail = MAIL.replace("Thanks for the visit.", "Our goal is cameras on every line before the season.")
    plan = plan_of(PAGE.format(mail), "norwood-prep.md", NOW)
    assert [one.passage.text for one in plan.objectives] == ["Ana names the day of the trial."]


def test_a_mail_ends_with_its_quote() -> None:
    page = PAGE.format(MAIL) + "\nI will ring Ben by Friday 4 December.\n"
    plan = plan_of(page, "norwood-prep.md", NOW)
    sides = {one.passage.text.partition(" by ")[0]: one.side for one in plan.next_steps}
    assert sides["I will ring Ben"] == "seller"


@pytest.mark.parametrize(
    ("written", "bared"),
    [
        ("> From: Ana\n> hi\n", "  From: Ana\n  hi\n"),
        ("> hi\n> From: Ana\n", "> hi\n> From: Ana\n"),
        ("> From: Ana\n> hi\n\n> said she\n", "  From: Ana\n  hi\n\n> said she\n"),
        ("> **From:** Ana\n>> From: Jo\n>> hi\n", "  **From:** Ana\n   From: Jo\n   hi\n"),
        ("> From: Ana\n>> said she\n> hi\n", "  From: Ana\n>> said she\n  hi\n"),
        ("> From where she stands\n", "> From where she stands\n"),
        ("no quote\n", "no quote\n"),
    ],
)
def test_marks_of_quoted_mails_become_blanks(written: str, bared: str) -> None:
    assert mail_quotes.bared(written) == bared
    assert len(bared) == len(written)


@pytest.mark.parametrize(("line", "inside"), [("hi", True), ("said she", False), ("after", False)])
def test_it_is_told_whether_a_line_is_of_a_quoted_mail(line: str, inside: bool) -> None:
    text = "> From: Ana\n> hi\n\n> said she\n\nafter\n"
    assert mail_quotes.holds(text, text.index(line)) is inside


@pytest.mark.parametrize(
    ("head", "name"),
    [("Ruiz, Ana", "Ana"), ("Ana Ruiz", "Ana Ruiz"), ("Ruiz, Ana (Norwood Mills)", "Ana")],
)
def test_address_books_put_the_family_first(head: str, name: str) -> None:
    plan = plan_of(PAGE.format(MAIL.replace("From: Ana Ruiz", f"From: {head}")), "norwood-prep.md", NOW)
    assert {one.side for one in plan.people if one.name == name} == {"client"}


def test_the_family_name_of_a_sender_is_no_company() -> None:
    mail = MAIL.replace("From: Ana Ruiz", "From: Ruiz, Ana").replace("> Ana\n", "> Ana Ruiz, Harbour Works\n")
    page = PAGE.replace("Norwood Mills, call on", "Call on").format(mail)
    assert plan_of(page, "mail.md", NOW).account.value == "Harbour Works"


@pytest.mark.parametrize(
    "above", ["kept from my inbox - Jo", "pasted from outlook, Jo", "Mail from Ana, pasted:", "not to lose it. J."]
)
def test_the_page_says_whose_a_mail_is(above: str) -> None:
    plain = MAIL.replace("Thanks for the visit.", "All is well here.").replace(
        "Could you send us a revised quotation?", ""
    )
    page = PAGE.replace("kept from my inbox - Jo", above).format(plain)
    sides = {one.name: one.side for one in plan_of(page, "norwood-prep.md", NOW).people}
    assert sides["Ana Ruiz"] == "client"


def test_what_i_promise_as_was_said_is_its_writers_still() -> None:
    page = PAGE.format(MAIL.replace("I will send", "As promised I will send"))
    (step,) = (one for one in plan_of(page, "norwood-prep.md", NOW).next_steps if "drawings" in one.passage.text)
    assert (step.owner.value, step.side) == ("Ana Ruiz", "client")
