"""People whom a table or a sentence gives by their company, where nothing else says whose company it is."""

import pytest
from planning import plan_of

MAP = "---\ntype: map\n---\n# Mutual action plan: Norwood Mills {} Tallow\n\nWorking document.\n\n{}\n"
STEPS = "\n| Step | Owner | Due |\n|---|---|---|\n| Load test | Ravi | 12 June |\n| Sign | Olga, Ravi | 15 June |\n"


def sides(text: str) -> dict[str, str]:
    return {one.name: one.side for one in plan_of(text).people}


def test_a_seller_in_one_column_tells_whose_both_columns_are() -> None:
    table = (
        "| Norwood Mills | Tallow |\n|---|---|\n| Olga Brandt, head of quality | Wes Conti, account executive |\n"
        "| Tomas Berg, treasury | Ravi Nair, field engineer |\n| Ines Moro, legal | |\n"
    )
    plan = plan_of(MAP.format("&", table + STEPS))
    assert {one.name: one.side for one in plan.people} == {
        "Olga Brandt": "client",
        "Tomas Berg": "client",
        "Ines Moro": "client",
        "Wes Conti": "seller",
        "Ravi Nair": "seller",
    }
    assert [step.side for step in plan.next_steps] == ["seller", "both"]


def test_two_columns_that_hold_no_people_name_no_teams() -> None:
    table = "| Norwood Mills | Tallow |\n|---|---|\n| Wire speed | Line speed |\n"
    assert not sides(MAP.format("&", table))


def test_companies_with_their_people_in_brackets() -> None:
    text = "Between Norwood (Olga Brandt, CFO; Tomas Berg, treasury) and Tallow (Wes Conti, sales; Ravi Nair, legal).\n"
    people = plan_of(MAP.format("&", text)).people
    assert {one.name: (one.organisation, one.side) for one in people} == {
        "Olga Brandt": ("Norwood", "client"),
        "Tomas Berg": ("Norwood", "client"),
        "Wes Conti": ("Tallow", "seller"),
        "Ravi Nair": ("Tallow", "seller"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Line (Rosa Lane) is down.",
        "Olga (Olga Brandt, CFO) rang.",
        "Line Two (Wire Speed, Line Speed) is down.",
        "The Mill (Old Town) is shut.",
    ],
)
def test_other_brackets_name_no_company(text: str) -> None:
    plan = plan_of(MAP.format("&", text))
    assert not any(one.organisation for one in plan.people)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("- [ ] 12 June | Load test | Ravi Nair (Tallow)", "seller"),
        ("- [ ] 12 June | Load test | Olga Brandt (Norwood)", "client"),
    ],
)
def test_the_company_behind_a_name_tells_the_side(text: str, side: str) -> None:
    plan = plan_of(MAP.format("×", "## Next steps\n\n" + text))
    assert [one.side for one in plan.people] == [side]
    assert [(step.owner.value.split()[0], step.side) for step in plan.next_steps] == [
        (plan.people[0].name.split()[0], side)
    ]


def test_a_name_of_three_words_goes_by_its_last_two() -> None:
    text = "Sponsor: Tan Mei Lin (CFO, Norwood)\n\n## Next steps\n\n- 12 June | Sign | Mei Lin\n"
    assert [(step.owner.value, step.side) for step in plan_of(MAP.format("×", text)).next_steps] == [
        ("Mei Lin", "client")
    ]


def test_of_two_companies_with_people_the_one_across_from_ours_is_the_clients() -> None:
    text = "The call was between Merrow (Ana Ruiz, CFO) and Tallow (Ben Ito, AE).\n"
    plan = plan_of(f"---\naccount: Norwood Mills\ntype: call-notes\n---\n# Norwood Mills, 2 June 2026\n\n{text}")
    assert [(one.name, one.side) for one in plan.people] == [("Ana Ruiz", "client"), ("Ben Ito", "seller")]
