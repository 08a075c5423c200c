"""What stands behind a step and says how far it is."""

import pytest
from planning import plan_of

from advancelint.plan import statuses
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Passage

NOTES = """---
type: call-notes
account: Norwood Mills
date: 2026-05-14
---
# Norwood Mills

With: Petra Hollins (mill manager, Norwood), Jonas Marsh (us)

## Next steps

{}
"""


def parted(text: str) -> tuple[str, bool]:
    found = statuses.parted(Passage.plain(text), vocabulary(), lambda rest: rest[:1].isdigit())
    return found.passage.text, found.done


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[done] signed test report", ("signed test report", True)),
        ("[open] price letter", ("price letter", False)),
        ("[Leeds] price letter", ("[Leeds] price letter", False)),
        ("ring Petra about the sizes DONE", ("ring Petra about the sizes", True)),
        ("collect the unit -- done", ("collect the unit", True)),
        ("two boxes to Petra ✔ sent 18 March", ("two boxes to Petra", True)),
        ("send the log — Tomas sent it 8 May", ("send the log", True)),
        ("send the log. Tomas has sent it already", ("send the log", True)),
        ("quote for Petra by 27/11 - NOT DONE", ("quote for Petra by 27/11", False)),
        ("send Petra the page. Done 2/10", ("send Petra the page", True)),
    ],
)
def test_a_status_stands_in_front_or_behind(text: str, told: tuple[str, bool]) -> None:
    assert parted(text) == told


def test_however_many_ticks_stand_behind_a_step_it_is_read() -> None:
    assert parted("a ✔ " * 100_000) == ("a", True)


def test_what_came_or_went_on_a_day_is_done() -> None:
    assert parted("certificate to Pip (went 19 Nov)") == ("certificate to Pip", True)
    assert parted("hours of the old machine (came in)") == ("hours of the old machine", True)
    assert parted("price rev D (went up 4 %)") == ("price rev D (went up 4 %)", False)
    assert parted("report sample to Jo, done 12 pm") == ("report sample to Jo", True)


@pytest.mark.parametrize(
    ("text", "step", "done"),
    [
        ("Price list, 8 May – sent", "Price list, 8 May", True),
        ("Petra – send the form – she did, same evening", "Petra – send the form", True),
        ("Price list – Jonas – erledigt 6.3.", "Price list – Jonas", True),
        ("Muestra para Petra – Jonas – hecho", "Muestra para Petra – Jonas", True),
        ("Book the fitter, done 14 May", "Book the fitter", True),
        ("Clear the bay (he has done it already)", "Clear the bay", True),
        ("Jonas to send the form. He's sent it already, came in today", "Jonas to send the form", True),
        ("I've sent the wiring plans already", "I've sent the wiring plans already", True),
        ("I've read the wiring plans already", "I've read the wiring plans already", False),
        ("Form to Petra, 11/11. Done.", "Form to Petra, 11/11", True),
        ("Form to Petra, 11/11. Soon.", "Form to Petra, 11/11. Soon.", False),
        ("Drawings of line 4 – still missing!", "Drawings of line 4", False),
        ("Contract – signed copy to Jonas", "Contract – signed copy to Jonas", False),
        ("Draft, signed version", "Draft, signed version", False),
        ("Send the done list", "Send the done list", False),
    ],
)
def test_a_status_is_parted_from_its_step(text: str, step: str, done: bool) -> None:
    assert parted(text) == (step, done)


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("Jonas: write it up same evening & send it to Petra", "2026-05-14"),
        ("Jonas to write it up the same night to be sure", "2026-05-14"),
        ("Jonas: walk of the hall, proposing 20 May or 21 May", ""),
        ("Petra to clear the 21st with the wardens", ""),
        ("Petra to clear the bay by the 21st", "2026-05-21"),
    ],
)
def test_a_day_is_when_a_step_is_due_only_where_it_is_one(step: str, due: str) -> None:
    (found,) = plan_of(NOTES.format(f"- {step}")).next_steps
    assert found.due.value == due


@pytest.mark.parametrize(("day", "due"), [("12th", "2026-05-12"), ("20th", "2026-05-20"), ("2nd", "2026-05-02")])
def test_a_day_of_the_month_in_a_preparation_is_the_nearer_one(day: str, due: str) -> None:
    text = NOTES.replace("call-notes", "call-plan").format(f"- Jonas to send Petra the list by the {day}")
    (found,) = plan_of(text).next_steps
    assert found.due.value == due


def test_a_done_step_keeps_its_owner_and_its_due_date() -> None:
    plan = plan_of(NOTES.format("- Jonas: price list, 18 May – sent\n- Done: sent Petra the old curves"))
    assert [(one.passage.text, one.owner.value, one.due.value, one.done) for one in plan.next_steps] == [
        ("price list", "Jonas", "2026-05-18", True),
        ("sent Petra the old curves", "", "", True),
    ]


def test_a_status_below_a_step_still_belongs_to_it() -> None:
    plan = plan_of(NOTES.format("- Jonas: price list\n  - Status: done"))
    assert [(one.passage.text, one.done) for one in plan.next_steps] == [("price list", True)]


@pytest.mark.parametrize("end", [" >> done", " => done", " → arrived", ", OK done", ". YA ENVIADA"])
def test_a_step_may_end_in_that_it_is_done(end: str) -> None:
    assert parted(f"mail the list{end}") == ("mail the list", True)
