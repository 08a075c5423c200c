"""First lines that say who is to be rung or met: the client, the company, the day and no goal."""

import pytest
from planning import plan_of

from advancelint.plan import Known, rung
from advancelint.plan.vocabulary import vocabulary

AUTUMN = Known(as_of="2026-11-30")


@pytest.mark.parametrize(
    ("line", "person", "firm"),
    [
        ("ring Shona, Norwood Foods, wed", "Shona", "Norwood Foods"),
        ("tues 1/12 phone Inês @ Norwood Ceramics, pump skids", "Inês", "Norwood Ceramics"),
        ("# Call Marek at Norwood Foods, Tuesday 10:00", "Marek", "Norwood Foods"),
        ("visit to Olga Brandt (Norwood Mills)", "Olga Brandt", "Norwood Mills"),
        ("Call Marek at Norwood Foods Tuesday 10:00", "Marek", "Norwood Foods"),
        ("ring Ana @ Norwood Mills Thurs 2pm", "Ana", "Norwood Mills"),
        ("ring Ana, Berlin, tues 1/12", "", ""),
        ("call Tom, CFO", "", ""),
        ("Phone call with Marek, Wednesday 18 November", "", ""),
        ("visit Norwood Foods, Leeds", "", ""),
        ("We rang off, and Marek at Norwood Foods was glad", "", ""),
    ],
)
def test_who_is_rung_stands_before_the_company(line: str, person: str, firm: str) -> None:
    found = rung.find(line, vocabulary(), 0)
    assert (line[slice(*found.person)], line[slice(*found.firm)]) == (person, firm)


def test_who_is_rung_is_the_clients_and_the_line_no_goal() -> None:
    plan = plan_of("ring Shona @ Norwood Foods wed 2/12\nwant: she picks a date for the trial\n", "shona.md", AUTUMN)
    assert (plan.kind, plan.account.value) == ("prep", "Norwood Foods")
    assert [(one.name, one.side) for one in plan.people] == [("Shona", "client")]
    assert [call.date.value for call in plan.calls] == ["2026-12-02"]
    assert [one.passage.text for one in plan.objectives] == ["she picks a date for the trial"]


def test_the_first_line_is_the_one_below_front_matter() -> None:
    text = "---\nowner: Jo Berg\n---\nring Shona @ Norwood Foods wed 2/12\nwant: she picks a date for the trial\n"
    plan = plan_of(text, "shona.md", AUTUMN)
    assert (plan.kind, plan.account.value) == ("prep", "Norwood Foods")
    assert ("Shona", "client") in [(one.name, one.side) for one in plan.people]


def test_what_follows_the_day_is_what_for() -> None:
    text = "rang Norwood Foods thurs 26 nov, Shona out\n\nring Shona weds 2/12 - get her to pick the three sites\n"
    plan = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n{text}", "notes.md", AUTUMN)
    assert [one.passage.text for one in plan.objectives] == ["get her to pick the three sites"]
    asked = plan_of(f"---\ntype: call-notes\n---\n{text.replace('get her to pick the three sites', 'ask for Jo')}")
    assert asked.objectives == ()


def test_a_dictated_first_line_opens_with_the_call() -> None:
    line = (
        "Right so this is for Norwood Boatyards, the call is Thursday the third of December with Moira Sand who is the "
        "yard foreman and maybe also her sister, I will ring from the car."
    )
    assert rung.opens(line, vocabulary(), 0)
    assert not rung.opens(line.replace("I will ring from the car", "it is a long one"), vocabulary(), 0)


def test_front_matter_alone_has_no_first_line() -> None:
    plan = plan_of("---\nnote: ring Shona @ Norwood Foods wed 2/12\n---", "shona.md", AUTUMN)
    assert plan.account.value == ""


def test_a_note_in_small_letters_names_whom_somebody_rang() -> None:
    note = (
        "norwood mills - rang declan fri 27/11, he is on about the gable end\n"
        "ring again fri 4/12 - want him to give me the start date in writing\n"
    )
    plan = plan_of(note, "norwood.md", Known(as_of="2026-11-30"))
    assert plan.kind != "none"
    assert ["start date in writing" in one.passage.text for one in plan.objectives] == [True]


def test_an_order_to_ring_somebody_is_no_part_of_the_name() -> None:
    note = "Ring Desmond (Castle Shopping Centre) weds 2/12 am\ntouch base re lifts\nhe still owes me numbers\n"
    plan = plan_of(note, "castle.md", AUTUMN)
    assert [one.name for one in plan.people] == ["Desmond"]
