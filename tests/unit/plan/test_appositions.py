"""People are found by the role behind their name, wherever it stands, and sides by what is said around."""

import pytest
from planning import plan_of

HEAD = "# Call plan: Norwood Mills, 9 June 2026\n\n**Objective:** The buyer signs.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over 250k needs Doug Feeney (CFO) to countersign.", {"Doug Feeney": "client"}),
        ("Helena Stroud, Supply Chain Director, came in July.", {"Helena Stroud": "client"}),
        ("Petra Hollins = ops manager, signs.", {"Petra Hollins": "client"}),
        ("- Mei-Lin Carter – Operations Director", {"Mei-Lin Carter": "client"}),
        ("Ade Bankole, our applications engineer, comes along.", {"Ade Bankole": "seller"}),
        ("On our side Joel Whitcombe (finance) does the numbers.", {"Joel Whitcombe": "seller"}),
        ("*Written by Alasdair Munro, 2 September.*", {"Alasdair Munro": "seller"}),
        ("Jemima Stott, former plant manager, will take a call.", {"Jemima Stott": "unknown"}),
        ("They use Kessel Logistics (Hamburg).", {}),
        ("The Norwood Mills (paper) order is open.", {}),
        ("> Doug Feeney (CFO) wrote that", {}),
    ],
)
def test_people_in_running_text(text: str, expected: dict[str, str]) -> None:
    plan = plan_of(f"{HEAD}## Background\n\n{text}\n")
    assert {one.name: one.side for one in plan.people} == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ade Bankole, our applications engineer, comes along.", "applications engineer"),
        ("Doug Feeney (their CFO) countersigns.", "CFO"),
        ("Doug Feeney, the head of quality, countersigns.", "head of quality"),
    ],
)
def test_a_role_goes_without_the_word_that_says_whose_it_is(text: str, role: str) -> None:
    assert [one.role for one in plan_of(f"{HEAD}## Background\n\n{text}\n").people] == [role]


def test_a_column_for_each_company_tells_the_sides() -> None:
    plan = plan_of(
        "# Norwood Mills × Thermovane: mutual action plan\n\n| Norwood Mills | Thermovane |\n|---|---|\n"
        "| Ana Ruiz – COO | Jo Park – AE |\n\n| Date | What | Norwood | Thermovane |\n|---|---|---|---|\n"
        "| 12 June 2026 | Load data handed over | Ana | |\n| 19 June 2026 | Concept issued | | Jo |\n"
    )
    assert plan.account.value == "Norwood Mills"
    assert {one.name: one.side for one in plan.people} == {"Ana Ruiz": "client", "Jo Park": "seller"}
    assert [(one.passage.text, one.side, one.due.value) for one in plan.next_steps] == [
        ("Load data handed over", "client", "2026-06-12"),
        ("Concept issued", "seller", "2026-06-19"),
    ]
