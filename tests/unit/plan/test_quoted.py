"""What somebody promises in a mail or a chat that a plan quotes."""

from __future__ import annotations

import pytest
from planning import plan_of

NOTES = (
    "---\ntype: call-notes\nclient: Norwood\ndate: 2026-05-14\n---\n# Norwood, 14 May 2026\n\n"
    "Client: Petra Vogt, Mo Larkin\n\nUs: Ana Ruiz\n\nThey lost two days in January, and hall 2 is cold.\n\n"
    "- Ana books the hall by 22 May\n- hall 3 is warm\n\n{}\n\n{}\n"
)
MAIL = "> Hello,\n>\n> - {}\n> - Mo sends you the drawings by Friday\n>\n> {}"


def quoted(lead: str, promise: str, end: str = "The hall is cold.") -> list[tuple[str, str, str]]:
    found = plan_of(NOTES.format(lead, MAIL.format(promise, end))).next_steps
    return [(one.passage.text, one.owner.value, one.side) for one in found if "Ana books" not in one.passage.text]


def test_behind_a_greeting_i_is_the_writer_still() -> None:
    found = quoted("Petra wrote:", "Hi Ana, I will bring the keys by 20 May")
    assert [one[1:] for one in found if "keys" in one[0]] == [("Petra", "client")]


def test_promises_in_a_quote_are_steps() -> None:
    assert quoted("From Friday's mail:", "Petra sends the gate log by 20 May") == [
        ("Petra sends the gate log by 20 May", "Petra", "client"),
        ("Mo sends you the drawings by Friday", "Mo", "client"),
    ]


@pytest.mark.parametrize(
    ("lead", "end", "owner"),
    [
        ("Petra to Ana, Friday:", "The hall is cold.", ("Petra", "client")),
        ("Ana Ruiz wrote on Friday:", "The hall is cold.", ("Ana Ruiz", "seller")),
        ("From Friday's mail:", "Best, Petra", ("Petra", "client")),
    ],
)
def test_i_in_a_quote_is_whoever_wrote_it(lead: str, end: str, owner: tuple[str, str]) -> None:
    assert ("I send the gate log by 20 May", *owner) in quoted(lead, "I send the gate log by 20 May", end)


def test_i_in_a_quote_of_nobody_known_is_somebody_of_the_clients() -> None:
    found = quoted("From Friday's mail:", "I send the gate log by 20 May")
    assert ("I send the gate log by 20 May", "", "client") in found


def test_a_label_in_a_quote_is_passed_over_unless_its_line_is_read() -> None:
    body = MAIL.format("Next step: Petra sends the gate log by 20 May", "Objective: everybody happy")
    plan = plan_of(NOTES.format("From Friday's mail:", body))
    assert "Petra sends the gate log by 20 May" in [one.passage.text for one in plan.next_steps]
    assert [one.why for one in plan.passed_over] == ["“Objective” is not read: it stands in a quote"]


BOARD = (
    "---\ntype: call-prep\nclient: Norwood\ndate: 2026-05-14\n---\n# Norwood, 14 May 2026\n\nClient: Petra Vogt\n\n"
    "Us: Ana Ruiz\n\n## {}\n\n{}> - Petra names the two halls for the trial and the week it starts\n"
    "> - Petra tells us who signs\n> - show the absence calendar\n\nThe hall is cold.\n"
)


def aims(heading: str, lead: str) -> list[str]:
    return [one.passage.text for one in plan_of(BOARD.format(heading, lead)).objectives]


def test_goals_in_a_quote_are_some_below_a_heading_of_them() -> None:
    assert "Petra tells us who signs" in aims("What we want", "")


def test_goals_that_somebody_wrote_to_us_are_none_of_ours() -> None:
    assert aims("What they want", "From Petra's mail of 2 May:\n\n") == []
