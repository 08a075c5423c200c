"""What somebody owes is theirs to do, whoever's notes say so."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-11-30")
PREP = "# Norwood Mills, prep for 2 December 2026\n\nGoal: Ana names the day of the trial\n\n"
NOTES = "# Norwood Mills call notes, 24 November 2026\n\nMet Gail Ormerod (Norwood) on site.\n\n"


@pytest.mark.parametrize(
    ("line", "step", "side"),
    [
        ("They owe us: the drawings", "the drawings", "client"),
        ("he owes me: the drawings", "the drawings", "client"),
        ("She promised: the drawings", "the drawings", "client"),
        ("Owed to us: the drawings", "the drawings", "client"),
        ("I owe her: the price list", "the price list", "seller"),
        ("We owe them: the price list", "the price list", "seller"),
        ("owe him: the price list", "the price list", "seller"),
        ("Owed to them: the price list", "the price list", "seller"),
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
def test_a_label_says_who_owes_what_stands_behind_it(mark: str, line: str, step: str, side: str) -> None:
    found = plan_of(f"{PREP}{mark}{line}\n", "norwood-prep.md", NOW).next_steps
    assert [(one.passage.text, one.side) for one in found] == [(step, side)]


@pytest.mark.parametrize(
    ("sentence", "owner", "due"),
    [
        ("Gail said she'd send the list by Friday.", "Gail", "2026-11-27"),
        ("Gail also said that she would send the list by Friday.", "Gail", "2026-11-27"),
        ("Gail is supposed to be getting the sizes by Thursday.", "Gail", "2026-11-26"),
        ("Gail is meant to send the list by Friday.", "Gail", "2026-11-27"),
    ],
)
def test_what_somebody_said_they_would_do_by_a_day_is_a_step(sentence: str, owner: str, due: str) -> None:
    found = plan_of(f"{NOTES}{sentence}\n", "norwood-notes.md", NOW).next_steps
    assert [(one.owner.value, one.side, one.due.value) for one in found] == [(owner, "client", due)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gail said she'd rather wait till Friday.",
        "Gail said she'd know more on Friday.",
        "Gail said she would think about it by Friday.",
        "I'll see you again on Friday.",
    ],
)
def test_what_somebody_would_rather_know_or_think_is_none(sentence: str) -> None:
    assert not plan_of(f"{NOTES}{sentence}\n", "norwood-notes.md", NOW).next_steps


def test_a_mail_reminds_by_name_of_what_somebody_said() -> None:
    mail = (
        "---\ntype: call-notes\n---\nFrom: Jo Berg\nTo: Gail Ormerod; Ben Ito\nSent: Friday 27 November 2026 17:12\n"
        "Subject: Norwood Mills: today\n\n"
        "Hi Gail, hi Ben,\n\nThanks for the hour this morning.\n\n"
        "Ben, you said you'd export the balances by Wednesday.\nGail, you were going to ask the union.\n\nBest,\nJo\n"
    )
    found = plan_of(mail, "norwood-mail.md", NOW).next_steps
    told = {one.passage.text.rstrip(".").partition(" by ")[0]: (one.owner.value, one.side) for one in found}
    assert told == {"export the balances": ("Ben", "client"), "ask the union": ("Gail", "client")}
