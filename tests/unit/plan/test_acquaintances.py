"""People whom sentences name and no list does."""

import pytest
from planning import plan_of

NOTE = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n## Notes\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Olga says no.", {"Olga": "client"}),
        ("Saw Bastien at the dock.", {"Bastien": "client"}),
        ("Fiona McAllister runs production.", {"Fiona McAllister": "client"}),
        ("On our side Mette knows the crews.", {"Mette": "seller"}),
        ("Mr Pell reads the first page and no more.", {"Mr Pell": "client"}),
        ("Bettina Graf came late. Frau Graf was short of time.", {"Bettina Graf": "client"}),
        ("Olga told us. Olga Brandt has signed before.", {"Olga Brandt": "client"}),
        ("Colin Thwaite General Counsel at Norwood was there.", {"Colin Thwaite": "client"}),
        ("Fiona McAllister Jr. runs production.", {"Fiona McAllister Jr.": "client"}),
        ("We met in Florence and went on to Victoria Station.", {}),
        ("Norwood wants a price. Quote to follow.", {}),
        ("Walter Paper Ltd quoted, too.", {}),
        ("> Olga wants a quote", {}),
    ],
)
def test_a_first_name_or_a_title_tells_a_person(text: str, people: object) -> None:
    assert {one.name: one.apparent_side for one in plan_of(NOTE.format(text)).people} == people


def test_who_has_a_deputy_is_named_without_the_ending() -> None:
    text = NOTE.format("- Tom Scully's deputy, Pauline Creagh\n- Ana Prior, buyer").replace("## Notes", "## People")
    assert {one.name for one in plan_of(text).people} == {"Tom Scully", "Pauline Creagh", "Ana Prior"}


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("- Rosa: send the samples", "seller"),
        ("- Rosa gets us the tonnage sheets", "client"),
        ("- Rosa (Kettering Ltd): send the samples", "unknown"),
    ],
)
def test_who_owns_a_step_and_is_on_no_list_is_a_colleague_unless_they_give_us_something(line: str, side: str) -> None:
    text = NOTE.replace("date:", "contact: Olga Brandt\ndate:").replace("## Notes", "## Next steps").format(line)
    assert [step.apparent_side for step in plan_of(text).next_steps] == [side]


def test_without_people_of_the_client_a_stranger_who_owns_a_step_is_a_colleague() -> None:
    text = NOTE.replace("## Notes", "## Next steps").format("- Rosa: send the samples")
    assert [step.apparent_side for step in plan_of(text).next_steps] == ["seller"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("- get the one-pager off Ingrid's drive", ["Ingrid"]),
        ("- claims go through the lab (Jude)", ["Jude"]),
        ("- somebody called Rosa does their IT", ["Rosa"]),
        ("- the valley lies behind Rosa.", []),
    ],
)
def test_what_stands_around_a_first_name_shows_a_person(text: str, people: list[str]) -> None:
    assert [one.name for one in plan_of(NOTE.format(text)).people] == people


def test_an_address_book_turns_names() -> None:
    table = "| Contact | Title |\n|---|---|\n| Lindqvist, Olga | Head of Sourcing |"
    assert "Olga Lindqvist" in {one.name for one in plan_of(NOTE.format(table)).people}


def test_who_is_to_act_in_an_objective_is_the_clients() -> None:
    text = "---\ntype: call-plan\naccount: Norwood\n---\n# Norwood\n\n**Objective:** Rosa opens the gate log\n"
    assert [(one.name, one.apparent_side) for one in plan_of(text).people] == [("Rosa", "client")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Olga to train the counter staff.", ["Olga"]),
        ("Tell Olga I'm late. Olga wants it.", ["Olga"]),
        ("Seen by the Sr Mgr SecOps.", []),
        ("Olga O'Dea came.", ["Olga O'Dea"]),
    ],
)
def test_a_name_ends_where_a_word_is_no_surname(text: str, found: list[str]) -> None:
    plan = plan_of(f"---\ntype: call-notes\naccount: Norwood Mills\n---\n# Norwood Mills\n\n## Notes\n\n{text}\n")
    assert [one.name for one in plan.people] == found
