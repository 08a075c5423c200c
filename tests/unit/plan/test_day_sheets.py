"""Sheets that list day by day whom somebody calls at which hour."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-11-30")
SHEET = (
    "wk 49 - Jo\n\n"
    "MON 30/11\n"
    "9:15 Norwood Mills, Ana Ruiz -> she sends us the lease\n"
    "2:00 Tallow Print, Ben Ito -> catch up, see how things are\n\n"
    "TUE 1/12\n"
    "11:00 Corby Law, Mia Berg (office mgr) -> she puts her partners down for a visit\n\n"
    "WED - trade fair, no calls\n"
    "9:30 Stand with Bo\n\n"
    "THU 3/12\n"
    "Dunmore Ltd, 3:30 phone, only if the lease is in\n"
)


def days(text: str, path: str = "wk49.md") -> list[tuple[str, int]]:
    plan = plan_of(text, path, NOW)
    return sorted((one.date.value, text[: one.span.start].count("\n") + 1) for one in (*plan.calls, *plan.mentions))


def test_each_entry_is_a_call_on_the_day_above_it() -> None:
    found = days(SHEET)
    assert [day for day, _ in found] == ["2026-11-30", "2026-11-30", "2026-12-01", "2026-12-03"]
    assert 5 in [line for _, line in found]  # the second one of the Monday


def test_what_stands_behind_the_arrow_is_wanted_of_the_call() -> None:
    goals = [one.passage.text for one in plan_of(SHEET, "wk49.md", NOW).objectives]
    assert "she sends us the lease" in goals
    assert "she puts her partners down for a visit" in goals


def test_a_workshop_of_two_days_is_no_such_sheet() -> None:
    agenda = SHEET.replace("wk 49 - Jo", "Norwood Mills, workshop\n\nObjective: Ana names the day of the trial")
    assert [day for day, _ in days(agenda, "norwood-workshop.md")].count("2026-11-30") == 1


@pytest.mark.parametrize("day", ["## Mon 30", "**Mon 30/11**", "Mon, 30 Nov", "MON 30/11:"])
def test_a_day_stands_alone_in_its_line(day: str) -> None:
    assert [one for one, _ in days(SHEET.replace("MON 30/11", day))].count("2026-11-30") == 2
