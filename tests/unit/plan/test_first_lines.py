"""The day of a call that one of the first lines names."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known

BODY = (
    "\n\nWith Petra Vogt (mill manager).\n\n## Objective\n\nPetra signs the order.\n\n"
    "## Next steps\n\n- Ana: quote, 4 December\n"
)


def day(top: str) -> str:
    return plan_of(f"{top}{BODY}").calls[0].date.value


@pytest.mark.parametrize(
    "top",
    [
        "# Call notes\n\nNorwood Creamery - phone, Thurs Sept 10 2026, 25 min",
        "# Visit report Norwood\n\nNorwood Mills, hall 2\n10/09/2026 – on site, two hours",
        "# Post-call: Norwood tasting\n\n**Held** 2026-09-10, demo kitchen. We were three.",
        "# NORWOOD - PHONE - THU 10 SEP 2026 - 35 MINS!!",
        "# Minutes of the demo\n\n- Client: Norwood Mills\n- Dt: 10 Sep 2026",
    ],
)
def test_a_day_set_apart_in_the_first_lines_is_that_of_the_call(top: str) -> None:
    assert day(top) == "2026-09-10"


@pytest.mark.parametrize(
    "top",
    [
        "# Visit report Norwood\n\nCustomer since 10 Sep 2026, two halls",
        "# Visit report Norwood\n\nTheir contract ends 10 Sep 2026",
        "# Visit report Norwood\n\nPetra wants the whole of the second line to be up by now, 10 Sep 2026",
    ],
)
def test_other_days_there_are_none(top: str) -> None:
    assert day(top) == ""


def test_the_line_that_opens_a_note_is_apart_from_those_below() -> None:
    text = (
        "norwood foods thurs 3/12 10am - Colin (HR dir) + maybe someone from IT\n"
        "touch base, see how theyre getting on w the proposal, build the relationship\n"
        "dont mention price unless he does!!\nafterwards - send him the tidied up quote\n"
    )
    plan = plan_of(text, "norwood.md", Known(as_of="2026-11-30"))
    assert [one.passage.text.partition(",")[0] for one in plan.objectives] == ["touch base"]
    assert [one.passage.text for one in plan.next_steps] == ["send him the tidied up quote"]


@pytest.mark.parametrize(
    "first",
    ["mon 30 nov, evening", "ok so this is me talking in the truck monday 30 november 2026, sorry for the spelling"],
)
def test_what_is_tomorrow_stands_behind_a_day_that_only_says_when_it_was_written(first: str) -> None:
    text = (
        f"{first}\n\nright so tomorrow its Norwood Manor again, meeting Mrs Pelling there at half nine\n\n"
        "Objective: Mrs Pelling picks two rooms for the trial\nFallback: she names who decides\n"
    )
    plan = plan_of(text, "norwood.md", Known(as_of="2026-11-30"))
    assert [call.date.value for call in plan.calls] == ["2026-12-01"]


def test_an_evening_to_come_is_when_the_call_is() -> None:
    text = (
        "Thu 3 Dec 2026, evening\n\nDinner with Ana Ruiz (CFO) of Norwood Mills\n\nObjective: Ana names two dates\n"
        "Fallback: she names who decides\n\n- Jo: send the list, tomorrow\n"
    )
    plan = plan_of(text, "norwood.md", Known(as_of="2026-11-30"))
    assert [call.date.value for call in plan.calls] == ["2026-12-03"]
