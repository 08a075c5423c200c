"""Goals in the lines of calls to come, in the log rows of such calls, and in columns."""

import pytest
from planning import plan_of

from advancelint.plan import Known

ACCOUNT = "# Account plan: Norwood Mills\n\n## People\n- Ana Ruiz (COO)\n\n{}\n"
PREP = "---\ntype: call-plan\n---\n# Norwood, 8 June 2026\n\n{}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "## Upcoming calls\n**9/25 site day, Ana + Ben** – Ana to leave with a list of three presses\n"
                "**10/14 Ben Okafor, 30 min** – Ben names one person who owns the file"
            ),
            ["Ana to leave with a list of three presses", "Ben names one person who owns the file"],
        ),
        (
            (
                "## Meetings planned\n- 11/06/2026: Ana, Utrecht. Get her gas data, two years.\n"
                "- 02/07/2026: Ben, video. He should come away agreeing to a test."
            ),
            ["Get her gas data, two years.", "He should come away agreeing to a test."],
        ),
        (
            "## Next meetings\n- **18 Feb, Ana** – she invites Ben to a review\n- **March, Ben** – build rapport",
            ["she invites Ben to a review", "build rapport"],
        ),
        (
            "## What each meeting needs to deliver\n**10 June walkthrough:** Ana confirms the date and tells Ben",
            ["Ana confirms the date and tells Ben"],
        ),
        (
            "## Exec briefing, 5 June 2026\nPrimary: Ana tells Ben that she takes it\nSecondary: she agrees to a test",
            ["Ana tells Ben that she takes it", "she agrees to a test"],
        ),
        (
            "## Calls in spring\n### 6.1 Lunch with Ana, day to be fixed\n- Objective: Ana agrees to one test",
            ["Ana agrees to one test"],
        ),
        (
            "## Actions\n- Tom: send it\n\nFor the follow-up call (Mon 4 May): Ana names two users for the test.",
            ["Ana names two users for the test."],
        ),
        ("## Upcoming calls\n- 18 Feb, Ana – review of the pilot\n- 25 Feb, Ben – send the deck", []),
        ("## Past calls\n- 18 Feb, Ana – she invites Ben to a one-hour review", []),
    ],
)
def test_a_line_of_a_coming_call_says_what_it_is_for(body: str, expected: list[str]) -> None:
    assert [one.passage.text for one in plan_of(ACCOUNT.format(body)).objectives] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "WANT    Ana agrees the terms and gives us the date\nOR      Ben drops the 9%\nOR      we part as friends",
            [
                ("primary", "Ana agrees the terms and gives us the date"),
                ("fallback", "Ben drops the 9%"),
                ("fallback", "we part as friends"),
            ],
        ),
        (
            "Goal - Ana books the test run\nIf not - she tells me who said no",
            [("primary", "Ana books the test run"), ("fallback", "she tells me who said no")],
        ),
        (
            "ask\n> Ana tells us what she has to see by May\n\nfallback\n> she lets Ben share the file",
            [("primary", "Ana tells us what she has to see by May"), ("fallback", "she lets Ben share the file")],
        ),
        (
            "## #1 outcome\nAna picks the first site and tells Ben so\n\n## acceptable\nAna agrees to a call with Ben",
            [("primary", "Ana picks the first site and tells Ben so"), ("fallback", "Ana agrees to a call with Ben")],
        ),
        (
            "## Was will ich erreichen?\n- Ideal: Ana unterschreibt den Test\n- Minimalziel: Ben gibt uns Daten",
            [("primary", "Ana unterschreibt den Test"), ("fallback", "Ben gibt uns Daten")],
        ),
        (
            "Gold: Ana books a tasting\nSilver: she gives us two dates",
            [("primary", "Ana books a tasting"), ("fallback", "she gives us two dates")],
        ),
        (
            "## Goals\n1. (must) Ana books a tasting\n2. (nice) Ben tries the samples\n3. (min) two dates",
            [("primary", "Ana books a tasting"), ("unranked", "Ben tries the samples"), ("fallback", "two dates")],
        ),
        ("## Was it worth it?\n- Goal: Ana signs it.", []),
        ("Goal - unclear\n\n**Objective:** Ana signs it.", [("primary", "Ana signs it.")]),
        ("script\n> Ana tells us what she has to see\n\n**Objective:** Ana signs it.", [("primary", "Ana signs it.")]),
        ("**Objective:** Ana signs it.\n\nIf we do this right: no stop by March", [("primary", "Ana signs it.")]),
    ],
)
def test_goals_are_read_in_columns_behind_dashes_and_in_quotes(body: str, expected: object) -> None:
    assert [(one.rank, one.passage.text) for one in plan_of(PREP.format(body)).objectives] == expected


def test_a_bracket_in_a_row_makes_its_goal_a_fallback() -> None:
    head = "| When | With | To achieve |\n|---|---|---|\n| 5 Aug 2026 | Ana | Ana signs |\n"
    rows = f"{head}| 5 Aug 2026 | Ana | (else) she lists what is missing |"
    found = plan_of(ACCOUNT.format(f"## Calls planned\n{rows}")).objectives
    assert [one.passage.text for one in found] == ["Ana signs", "she lists what is missing"]
    assert found[1].rank == "fallback"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "find out who pays\nkeep it friendly\nget her to run 2 pallets as a test in May",
            ["find out who pays", "keep it friendly", "get her to run 2 pallets as a test in May"],
        ),
        (
            "get her to run 2 pallets in May\nif she won't - one pallet, paid",
            ["get her to run 2 pallets in May", "one pallet, paid"],
        ),
        ("bring the samples\nprint the price list\npark at the back", []),
        ("find out who pays\nkeep it friendly", []),
    ],
)
def test_a_bare_list_at_the_top_is_what_the_call_is_for(body: str, expected: list[str]) -> None:
    text = f"---\ntype: call-plan\n---\nNorwood, Ana Ruiz, 8 June 2026\n\n{body}\n\n## Questions\n- how many?\n"
    assert [one.passage.text for one in plan_of(text).objectives] == expected


def test_days_that_are_over_hold_no_goals_of_calls_to_come() -> None:
    text = (
        "# Norwood - deal\n\nStage: trial\n\n## Mon 23/11\n\n- 10:00 Norwood, Ana: Ana to sign the form\n\n"
        "## Mon 30/11\n\n- 9:00 Norwood, Ana: she names who decides\n"
    )
    goals = plan_of(text, known=Known(as_of="2026-11-30")).objectives
    texts = [one.passage.text for one in goals]
    assert ("she names who decides" in texts, "Ana to sign the form" in texts) == (True, False)
