"""What came of the calls of a log: what stands behind the event in its lines and rows."""

import pytest
from planning import plan_of

FILE = """---
type: deal-plan
account: Norwood Mills
---
# Norwood Mills

Petra Hollins, mill manager. Amir Sol, finance.

## {}

{}
"""


def told(text: str, title: str = "Story") -> list[str]:
    return [one.passage.text for one in plan_of(FILE.format(title, text)).outcomes]


def test_lines_say_what_took_place_and_then_what_came_of_it() -> None:
    lines = """- 12 Mar 2026 – first call with Petra, budget confirmed
- 2 Apr 2026, service review in Leeds, Petra and Amir: claims for March settled
- 21 Apr 2026 demo. Nine weavers came. Amir saw the alarm report and laughed
- 5 May 2026 – pricing call w/ Amir: verbal yes, subject to the board
"""
    assert told(lines) == [
        "budget confirmed",
        "claims for March settled",
        "Amir saw the alarm report and laughed",
        "verbal yes, subject to the board",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- 12/03/2026 – visita a la hilatura: Petra liberó dos telares", "Petra liberó dos telares"),
        ("- 12.03.2026 Werksbesuch mit Frau Hollins. Sie bestätigt zwei Lose", "Sie bestätigt zwei Lose"),
        ("- 12/03/2026 – visite de l'atelier : essai décalé à juin", "essai décalé à juin"),
        ("- 12/03/2026 – visita à fábrica: vimos o tear e coletamos fios", "vimos o tear e coletamos fios"),
    ],
)
def test_other_languages_keep_logs_alike(first: str, second: str) -> None:
    assert told(first, "Historial") == [second]


def test_rows_of_an_export_end_with_what_was_said() -> None:
    rows = """2026-05-28 | Call | Quote review | P. Vance | Petra OK with the rate, asked for a cap
2026-05-12 | Meeting | Hall tour | P. Vance, L. Jensen | Photos in file.
2026-05-04 | Email | Brochure | P. Vance | no reply to it so far
2026-04-14 | Call | Intro | P. Vance | NDA signed.
"""
    assert told("Activities (4)\n" + rows) == ["Petra OK with the rate, asked for a cap", "NDA signed"]


def test_a_table_of_days_and_events_is_a_log() -> None:
    table = """| Date | What happened |
|---|---|
| 2026-03-12 | First visit, Petra and Amir |
| 2026-04-02 | Meeting in Leeds: Amir asked for a lease |
"""
    assert told(table) == ["Amir asked for a lease"]


@pytest.mark.parametrize(
    "lines",
    [
        "- 12 Mar 2026 visit with Petra and Amir\n- 2 Apr 2026 demo, Leeds\n",
        "- 12 Aug 2026 visit, Petra: understand what she reports\n- 2 Sep 2026 demo: show the alarm report to Amir\n",
        "- 12 Mar 2026 call. Petra described the hall\n- 2 Apr 2026 call. I sent the quote\n",
        "- 12 Mar 2026 – price list (planned): terms clear by then\n- 2 Apr 2026 – demo: Amir to see it, goal agreed\n",
    ],
)
def test_guests_plans_talk_and_what_we_did_are_no_outcomes(lines: str) -> None:
    assert told(lines) == []


def test_a_list_of_contacts_with_days_is_one_of_calls() -> None:
    lines = "- 2026-03-12 workshop w/ Petra, design frozen\n- 2026-04-02 phone, Amir: adviser will join\n"
    assert told(lines, "Prior contacts") == ["design frozen", "adviser will join"]


def test_a_quote_is_what_was_said_and_ours_is_not() -> None:
    lines = """- 12 Mar 2026 – phone, Amir (22 min). Short. "No need."
- 2 Apr 2026 – training day, Lena ran it
- 6 May 2026 – visit with Petra: she went quiet
- 9 May 2026 – call, Petra. Warps are two weeks late, so no trial before July. Amir to send the list by 20 May
"""
    text = FILE.format("History", lines).replace("Amir Sol, finance.", "Amir Sol, finance. Our people: Lena Vogt")
    assert [one.passage.text for one in plan_of(text).outcomes] == [
        '"No need."',
        "Warps are two weeks late, so no trial before July",
    ]


def test_what_is_to_come_brought_nothing_yet() -> None:
    lines = (
        "- 8 Dec 2026 call w/ Petra: she confirms the order and signs the calendar\n- 10 Dec 2026 demo: she sees it\n"
    )
    assert told(lines, "Open activities") == []
    assert told(lines, "Activity history") != []


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (
            "History",
            ["she was happy with the loom and sent us the list", "Ana signed the trial and showed us the hall"],
        ),
        ("Notes", []),
    ],
)
def test_a_table_with_owners_tells_what_was_only_below_a_title_that_says_so(heading: str, told: list[str]) -> None:
    plan = plan_of(
        "---\ntype: deal-plan\naccount: Norwood\nour-team: [Jo Berg]\ncontact: Ana Ruiz\ndate: 2026-05-14\n---\n"
        "# Norwood\n\n"
        f"## {heading}\n\n| Owner | Date | What |\n|---|---|---|\n"
        "| Jo Berg | 2026-05-02 | Call with Ana: she was happy with the loom and sent us the list |\n"
        "| Jo Berg | 2026-05-09 | Visit: Ana signed the trial and showed us the hall |\n"
    )
    assert [one.passage.text for one in plan.outcomes] == told
