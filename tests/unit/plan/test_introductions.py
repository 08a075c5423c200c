"""Whose a person is whom a plan introduces: the client's with their work, ours as ours."""

import pytest
from planning import plan_of

NOTE = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n{}\n"
PAGE = """---
type: account-plan
account: Norwood Mills
---
# Norwood Mills

Maintained by Lena Osterkamp, Key Account, Brandt Presses

## Contacts

| Name | Position |
|---|---|
| Petra Hollins | Mill manager |
| Owen Slade | engineering (us) |

{}
"""


def sides(text: str) -> dict[str, str]:
    return {one.name: one.apparent_side for one in plan_of(text).people}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Head office (Owen Tait, ops director) is against it.", {"Owen Tait": "client"}),
        ("Dr Petra Hollins came late.", {"Dr Petra Hollins": "client"}),
        ("Ask Simon (our finance) about credit.", {"Simon": "seller"}),
        ("Check with Simon, my boss, about credit.", {"Simon": "seller"}),
        ("Took our trainer Simon along.", {"Simon": "seller"}),
        ("Simon (ours) measures the hall.", {"Simon": "seller"}),
        ("Simon, our champion, was away. Simon will tell them.", {"Simon": "unknown"}),
        ("Owen Tait came late.", {"Owen Tait": "client"}),
    ],
)
def test_a_sentence_introduces_a_person(text: str, found: dict[str, str]) -> None:
    assert sides(NOTE.format(text)) == found


def test_who_keeps_the_page_is_ours_and_so_is_their_company() -> None:
    line = "Brandt Presses: Lena Osterkamp (lead), Milo Ferrant (service), Ines Tavares (our agent)"
    found = sides(PAGE.format(line))
    assert {name for name, side in found.items() if side == "seller"} == {
        "Lena Osterkamp",
        "Milo Ferrant",
        "Ines Tavares",
        "Owen Slade",
    }
    assert found["Petra Hollins"] == "client"


def test_the_colleagues_of_who_owns_the_call_are_ours() -> None:
    text = """---
type: call-plan
account: Norwood Mills
---
# Norwood Mills

Owner: Lena Osterkamp

## Attendees

**Norwood:** Petra Hollins (mill manager), Owen Slade (planning)
**Brandt:** Lena Osterkamp, Milo Ferrant (service)
"""
    found = sides(text)
    assert found == {
        "Lena Osterkamp": "seller",
        "Petra Hollins": "client",
        "Owen Slade": "client",
        "Milo Ferrant": "seller",
    }


def test_a_table_of_owners_and_days_holds_steps_whatever_its_first_column_is_called() -> None:
    table = """## Action list

| Measure | Responsible | Until |
|---|---|---|
| Replace the belt in hall 2 | Milo Ferrant | 2026-06-12 |
| Send the film specification | Petra Hollins | 2026-06-19 |
"""
    steps = plan_of(PAGE.format(table)).next_steps
    assert [(one.passage.text, one.owner.value, one.due.value) for one in steps] == [
        ("Replace the belt in hall 2", "Milo Ferrant", "2026-06-12"),
        ("Send the film specification", "Petra Hollins", "2026-06-19"),
    ]


def test_a_schedule_that_ticks_off_days_holds_steps() -> None:
    table = """## Schedule

| Date | Step | Done |
|---|---|---|
| 2026-06-12 | Sample rolls to the mill | x |
| 2026-06-19 | Report on breakage | |
"""
    steps = plan_of(PAGE.format(table)).next_steps
    assert [(one.passage.text, one.done) for one in steps] == [
        ("Sample rolls to the mill", True),
        ("Report on breakage", False),
    ]


def test_a_schedule_of_one_day_is_an_agenda() -> None:
    table = "## Schedule\n\n| Time | Step | Done |\n|---|---|---|\n| 09:00 | Walk through hall 2 | |\n"
    assert not plan_of(PAGE.format(table)).next_steps


def test_a_table_of_parties_and_their_persons_tells_sides() -> None:
    text = """# Common schedule Norwood Mills / Brandt

| Party | Persons |
|---|---|
| Norwood | Petra Hollins (owner), Owen Slade |
| Brandt | Lena Osterkamp, Milo Ferrant |

## Schedule

| Date | Step | Norwood | Brandt | Done |
|---|---|---|---|---|
| 2026-06-12 | Sample rolls to the mill | Slade | | x |
| 2026-06-19 | Test day | Slade, Hollins | Ferrant | |
"""
    plan = plan_of(text)
    assert (plan.kind, plan.account.value) == ("map", "Norwood Mills")
    assert {one.name: one.apparent_side for one in plan.people} == {
        "Petra Hollins": "client",
        "Owen Slade": "client",
        "Lena Osterkamp": "seller",
        "Milo Ferrant": "seller",
    }
    assert [one.apparent_side for one in plan.next_steps] == ["client", "both"]


def test_lines_that_an_arrow_leads_are_steps_of_a_log() -> None:
    log = """**3 June 2026**
Rang Petra.
She said the hall is damp, and that nobody has looked at the roof since the winter.
-> me: price for a dryer by 12 June
-> ring Petra back
-> visit 1 July
-> all good
"""
    steps = plan_of(NOTE.format(log)).next_steps
    assert [(one.passage.text, one.due.value) for one in steps] == [
        ("price for a dryer", "2026-06-12"),
        ("ring Petra back", ""),
    ]
