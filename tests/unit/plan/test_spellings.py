"""One person with several spellings is one."""

import pytest
from planning import plan_of

PLAN = (
    "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n"
    "## Attendees\n\n{}\n\n## Notes\n\n{}\n"
)


@pytest.mark.parametrize(
    ("listed", "text", "names"),
    [
        ("- Olga Brandt\n- O. Brandt\n- Tomas Berg", "", ["Olga Brandt", "Tomas Berg"]),
        ("- Olga Brandt\n- Frau Brandt", "", ["Olga Brandt"]),
        ("- Tan Mei Lin\n- Mei Lin", "", ["Tan Mei Lin"]),
        ("- Jon Arve Tveit\n- Jon Arve", "", ["Jon Arve Tveit"]),
        ("- Olga", "Olga Brandt runs the lab.", ["Olga Brandt"]),
        ("- Nils P.\n- Nils E.", "Nils Persson said no. Nils Ek said yes.", ["Nils Persson", "Nils Ek"]),
        ("- Olga", "Olga Brandt and Olga Stein run the lab.", ["Olga"]),
        ("- Olga", "Olga Friday at nine.", ["Olga"]),
        ("- Olga Brandt\n- Oskar Brandt\n- O. Brandt", "", ["Olga Brandt", "Oskar Brandt", "O. Brandt"]),
        ("- Olga Brandt\n- Olga Stein", "", ["Olga Brandt", "Olga Stein"]),
        ("- Frau Dr. Olga Brandt\n- Mrs Lena Stein", "", ["Dr. Olga Brandt", "Lena Stein"]),
        ("- Dr Brandt\n- Dr Olga Brandt", "Dr Brandt agrees.", ["Dr Olga Brandt"]),
        ("- Frau Brandt", "Brandt wants tests. Brandt pays.", ["Brandt"]),
        ("- Frau Brandt", "Frau Brandt wants tests.", ["Frau Brandt"]),
        ("- Mr Brandt", "Brandt wants tests. Brandt pays.", ["Brandt"]),
        ("- Mr Brandt", "Brandt pays.", ["Mr Brandt"]),
    ],
)
def test_who_goes_by_several_spellings_is_one_person(listed: str, text: str, names: list[str]) -> None:
    assert [one.name for one in plan_of(PLAN.format(listed, text)).people] == names


def test_what_is_said_of_one_spelling_is_said_of_the_person() -> None:
    table = "| Name | Role |\n|---|---|\n| O. Brandt | CFO |\n| Olga Brandt | |\n"
    people = plan_of(PLAN.replace("## Attendees", "## People").format(table, "")).people
    assert [(one.name, one.role, one.side) for one in people] == [("Olga Brandt", "CFO", "client")]


def test_two_people_on_two_sides_stay_two() -> None:
    text = PLAN.replace("account:", "our-team: [O. Brandt]\naccount:").format("- Client: Olga Brandt", "")
    assert {one.name: one.side for one in plan_of(text).people} == {"O. Brandt": "seller", "Olga Brandt": "client"}
