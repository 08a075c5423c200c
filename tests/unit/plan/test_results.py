"""What came of a call in lines below no label: behind a word in capitals, below a question, in a quote."""

import pytest
from planning import plan_of

NOTES = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n{}\n"


def told(text: str) -> list[str]:
    return [one.passage.text for one in plan_of(NOTES.format(text)).outcomes]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            "OUTCOME she lends us the wiring plans\nOUTCOME Petra has the offer by Friday",
            ["she lends us the wiring plans", "Petra has the offer by Friday"],
        ),
        ("OUTCOMES were not what I had hoped", []),
        (
            "so what came out of it\nPetra will forward the survey\nJo ok'd a walk of hall 2",
            ["Petra will forward the survey", "Jo ok'd a walk of hall 2"],
        ),
        (
            "So where that left us:\n\n> Petra will hold back one line for the test.\n\nWe had tea.",
            ["Petra will hold back one line for the test."],
        ),
        ("**Qué se logró**\n\nPetra acepta visitar la planta.", ["Petra acepta visitar la planta."]),
        ("outcome: she pays in 60 days\nThe yard is wet.", ["she pays in 60 days The yard is wet."]),
        ("As she said:\n\n> Petra will hold back one line for the test.", []),
    ],
)
def test_what_came_of_a_call_stands_below_no_label(text: str, outcomes: list[str]) -> None:
    assert told(text) == outcomes


def test_what_is_wanted_of_a_call_came_of_none() -> None:
    text = "---\ntype: call-plan\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n"
    text += "## Outcomes I'm after\n\n**Best:** Petra names a line for the test.\n\n**Also good**\n\n"
    text += "- Petra sends the survey\n"
    assert plan_of(text).outcomes == ()
