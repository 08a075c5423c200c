"""One bracket, or one line, says of several people whose they are."""

import pytest
from planning import plan_of

JOINT = (
    "---\ntype: map\n---\n# Norwood Schools Trust & Brackwater\n\n## Joint plan to the start\n\n{}\n\n"
    "The Trust signs, Brackwater installs.\n"
)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Names: **RE** Rosa Ellery (Trust COO), **NO** Nell Osgood, **PA** Piers Ahmadi (both Brackwater).",
            {"Rosa Ellery": "client", "Nell Osgood": "seller", "Piers Ahmadi": "seller"},
        ),
        (
            "Working team: Rosa Ellery (Norwood, IT), Nell Osgood and Piers Ahmadi (Brackwater)",
            {"Rosa Ellery": "client", "Nell Osgood": "seller", "Piers Ahmadi": "seller"},
        ),
        (
            "Nell Osgood and Piers Ahmadi (chair) meet monthly.",
            {"Nell Osgood": "unknown", "Piers Ahmadi": "unknown"},
        ),
    ],
)
def test_who_several_people_work_for(text: str, sides: dict[str, str]) -> None:
    assert {one.name: one.side for one in plan_of(JOINT.format(text)).people} == sides


def test_the_line_below_the_title_sets_two_companies_against_each_other() -> None:
    plan = plan_of(
        "# Mutual close plan – dosing platform\n### Norwood Mercantile Bank ⇄ Brackwater Systems\n\n"
        "**Stage:** Proposal\n\n"
        "| | Bank | Brackwater |\n|---|---|---|\n| Sponsor | Rosa Ellery, CTO | Nell Osgood |\n\n"
        "| Milestone | Bank | Brackwater | Date |\n|---|---|---|---|\n"
        "| Scope signed | R. Ellery | Nell | 12 June 2026 |\n"
    )
    assert plan.account.value == "Norwood Mercantile Bank"
    assert {one.name: one.side for one in plan.people} == {"Rosa Ellery": "client", "Nell Osgood": "seller"}
    assert [one.side for one in plan.next_steps] == ["both"]


def test_a_step_of_both_sides_tells_the_second_owner_by_the_first() -> None:
    plan = plan_of(
        "# Joint plan: Norwood Trust & Brackwater\n\nAgreed between Rosa Ellery and Nell Osgood.\n\n"
        "| Step | Who | Side | When |\n|---|---|---|---|\n| Inventory | Rosa Ellery | Trust | 2 June 2026 |\n"
        "| Visit | Rosa, Nell | both | 9 June 2026 |\n\nThe Trust signs, Brackwater installs.\n"
    )
    assert {one.name: one.side for one in plan.people} == {"Rosa Ellery": "client", "Nell Osgood": "seller"}


def test_a_bracket_behind_names_ends_those_that_one_company_shares() -> None:
    tale = " and we talked for a whole hour about looms and thread and prices and what they pay and who signs" * 3
    text = f"Lee Moss (Tallow) and Ana Ruiz and Ben Ito (both Norwood Mills){tale}.\n"
    plan = plan_of(f"---\naccount: Norwood Mills\ntype: call-notes\n---\n# Norwood Mills, 2 June 2026\n\n{text}")
    assert [one.name for one in plan.people if one.side == "client"] == ["Ana Ruiz", "Ben Ito"]
