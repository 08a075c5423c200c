"""The year of days without one is told by the days of the week beside them, and the short ways to write a day."""

import pytest
from planning import plan_of

from advancelint.plan import Known, dates, years
from advancelint.plan.vocabulary import vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("text", "near", "told"),
    [
        ("Thu 9 Jul, with Petra. Done by 31 March 2027.", "2027-03-31", "2026"),
        ("Thursday 15/10 at eleven, then Mon 19 Oct", "2027-05-01", "2026"),
        ("Thu 9 Jul, with Petra.", "2026-03-31", "2026"),
        ("Thurs 19/11 with Petra, then Tues 24/11", "2025-12-18", "2026"),
        ("9 Jul, with Petra. Done by 31 March 2027.", "2027-03-31", "2027"),
    ],
)
def test_weekdays_tell_the_year(text: str, near: str, told: str) -> None:
    assert years.as_weekdays(text, near, WORDS)[:4] == told


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Date: 29-09-26", "2026-09-29"),
        ("14-10-26", "2026-10-14"),
        ("Drafted 1 Oct 26 for the meeting", "2026-10-01"),
        ("seen 12 Oct '26.", "2026-10-12"),
        ("Tues 13 Oct 20:00", "2024-10-13"),
        ("on 1 Oct 26 people came", "2024-10-01"),
        ("20-30-40", ""),
    ],
)
def test_short_years_are_read_where_nothing_else_can_be_meant(text: str, iso: str) -> None:
    assert next((one.iso for one in dates.find(text, WORDS, "2024-08-01")), "") == iso


def test_an_account_plan_for_next_year_is_dated_by_when_it_was_drafted() -> None:
    plan = plan_of(
        "# Account plan Norwood Mills 2027\n\nDrafted 3 Nov 26.\n\n## Actions\n\n"
        "| Action | Who | When |\n|---|---|---|\n| Send the list | Petra | 20 Nov |\n"
    )
    assert [one.due.value for one in plan.next_steps] == ["2026-11-20"]


@pytest.mark.parametrize(
    ("as_of", "written", "iso"),
    [
        ("2026-11-28", "annual review on 20 November", "2026-11-20"),
        ("2026-11-28", "site visit on 14 January", "2027-01-14"),
        ("2027-10-05", "site visit on 14 November", "2027-11-14"),
        ("2027-10-05", "annual review on 20 May", "2027-05-20"),
    ],
)
def test_before_a_plans_year_days_behind_are_of_the_year_before(as_of: str, written: str, iso: str) -> None:
    text = f"# Norwood Mills: account plan 2027\n\n**Stage:** Proposal\n\n## Calls\n\nThere is the {written}.\n"
    assert iso in [call.date.value for call in plan_of(text, known=Known(as_of=as_of)).mentions]
