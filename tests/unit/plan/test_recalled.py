"""Calls that a text recalls without a date."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known, recalled
from advancelint.plan.vocabulary import vocabulary

HEAD = "From: Jo Berg\nSent: Thursday, 26 November 2026 09:05\n\n"  # a Thursday


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thanks for coming in on Tuesday, it helped.", "2026-11-24"),
        ("Thank you for the time on Tuesday's call.", "2026-11-24"),
        ("Good talking yesterday. What I took away:", "2026-11-25"),
        ("Danke für das Gespräch am Montag.", "2026-11-23"),
        ("Merci pour votre accueil mardi.", "2026-11-24"),
        ("Thanks for sending it before Tuesday.", ""),
        ("Thanks for the hour on 24 November.", ""),
        ("Thanks for your time.", ""),
        ("Thanks for your mail, can we talk on Friday?", ""),
        ("Thank you for the offer, we'll discuss it on Monday", ""),
        ("Thanks for the quote you sent Tuesday", ""),
        ("Danke für den Besuch hier am Dienstag.", "2026-11-24"),
        ("Merci pour la visite d'hier.", "2026-11-25"),
    ],
)
def test_a_mail_thanks_for_a_call_some_days_before(line: str, day: str) -> None:
    found = list(recalled.find(f"{HEAD}{line}\n", vocabulary(), "2026-11-30"))
    assert [(one.day, one.line) for one in found] == ([(day, 4)] if day else [])
    assert not list(recalled.find(f"{line}\n", vocabulary(), "2026-11-30"))  # whoever sent it, nothing says when


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("when we spoke on the 17th she said she'd dig it out", "2026-11-17"),
        ("last time at the field day on the eighteenth she was keen", "2026-11-18"),
        ("I told her on the twenty-first when I called that I'd bring it", "2026-11-21"),
        ("I'll see her on the 17th", ""),
        ("we met on the 17th of March", ""),
        ("we spoke on the 31st", "2026-10-31"),
        ("we spoke on the 30th", "2026-10-30"),
        ("We met on the second floor.", ""),
        ("Ben is coming in on the 12th", ""),
        ("We met Ana, who wants the trial to start on the 14th", ""),
        ("he called, and will decide on the 9th", ""),
        ("I spoke to Ana: delivery on the 5th", ""),
        ("I spoke to Ana on the 5th", "2026-11-05"),
        ("we met on the 17th December 2025", ""),
    ],
)
def test_the_number_of_a_day_is_the_last_such_one(line: str, day: str) -> None:
    assert [one.day for one in recalled.find(line, vocabulary(), "2026-11-30")] == ([day] if day else [])
    assert not list(recalled.find(line, vocabulary(), ""))


def test_what_is_recalled_is_a_call_of_the_plan() -> None:
    notes = "# Norwood Mills, prep 3 Dec 2026\n\nObjective: Ana names two dates\n\n---\n\n"
    plan = plan_of(f"{notes}{HEAD}Thanks for coming in on Tuesday.\n", "norwood.md", Known(as_of="2026-11-30"))
    assert "2026-11-24" in [call.date.value for call in plan.mentions]


def test_a_quoted_mail_may_fix_the_next_call() -> None:
    quoted = "> We meet again on Wednesday, 16 December at 10:00.\n> The parcel left on 2 December.\n"
    plan = plan_of(
        f"# Norwood Mills - notes 26 Nov 2026\n\nAna agreed to a trial.\n\n{quoted}",
        "norwood.md",
        Known(as_of="2026-11-30"),
    )
    days = [call.date.value for call in plan.mentions]
    assert ("2026-12-16" in days, "2026-12-02" in days) == (True, False)


def test_the_day_of_a_plan_is_not_when_a_mail_was_sent() -> None:
    text = (
        "# Norwood Mills - call plan\n\nDate: 18 Dec 2026\nAttendees: Ana Ruiz (CFO)\n\n"
        "When we spoke on the 17th she liked it.\n"
    )
    assert [one.day for one in recalled.find(text, vocabulary(), "2026-11-30")] == ["2026-11-17"]
