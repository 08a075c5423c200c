"""Goals that only all their signs together make goals, and what stays none."""

import pytest
from planning import plan_of

PREP = "---\ntype: call-plan\n---\n# Norwood, 8 June 2026\n\n{}\n"
DEAL = "# Norwood: new press, deal page\n\nStage: proposal\n\n{}\n"


def goals(text: str) -> list[tuple[str, str]]:
    """Return the ranks and words of the objectives of a plan."""
    return [(one.rank, one.passage.text) for one in plan_of(text).objectives]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "This call is a success when\n\n1. Petra marks on the plan where the press stands\n"
                "2. Mo names the day of the test\n3. they feel comfortable with us\n"
            ),
            {
                "Petra marks on the plan where the press stands",
                "Mo names the day of the test",
                "they feel comfortable with us",
            },
        ),
        (
            "Gold: Petra signs the order\nSilver: Petra books the test for June\nBronze: keep Petra sweet\n",
            {"Petra signs the order", "Petra books the test for June", "keep Petra sweet"},
        ),
        (
            (
                "I'd like Petra to take the figures to her board. If she won't, at least she lends us the log of "
                "hall 2. And I want to tell her about our new plant.\n"
            ),
            {"Petra to take the figures to her board", "tell her about our new plant"},
        ),
    ],
)
def test_good_and_poor_goals_of_one_place_are_found_together(body: str, expected: set[str]) -> None:
    found = {words.rstrip(".") for _, words in goals(PREP.format(body))}
    assert expected <= found


@pytest.mark.parametrize(
    "body",
    [
        "## Background\nPetra runs hall 2. She told us in May that the press is old.\n",
        "## Questions\n- what does a day down cost?\n- who signs above you?\n",
        "## Bring\n- the samples\n- two price lists\n",
        "## Next steps\n- Jo sends the quote by 20 June\n- Petra books the hall, 22 June\n",
    ],
)
def test_what_a_plan_tells_asks_brings_and_owes_is_no_goal(body: str) -> None:
    text = PREP.format(f"**Objective:** Petra signs the test sheet.\n\n{body}")
    assert [words for _, words in goals(text)] == ["Petra signs the test sheet."]


def test_a_column_without_a_head_of_goals_is_one_where_its_cells_are_goals() -> None:
    table = (
        "| Rung | We would come away with |\n|---|---|\n| best | Petra signs the order for the press |\n"
        "| next | Petra tells us by Friday who else quotes |\n| low | a good talk, she likes us |\n"
    )
    found = [words for _, words in goals(PREP.format(f"What we want:\n\n{table}"))]
    assert found == [
        "Petra signs the order for the press",
        "Petra tells us by Friday who else quotes",
        "a good talk, she likes us",
    ]


def test_what_was_only_weighed_is_heard_and_so_stops_no_commit() -> None:
    text = PREP.format("Gold: Petra signs the order\nSilver: Petra books the test for June\n")
    found = plan_of(text).objectives
    assert len(found) > 1
    assert all(one.heard for one in found)


def test_goals_of_a_coming_call_in_a_deal_are_not_those_of_the_sale() -> None:
    body = "## Call on 15 June\n\n- best: Petra signs the test sheet\n- else: Mo lends us the log\n- impress them\n"
    found = goals(DEAL.format(body))
    assert "Petra signs the test sheet" in {words for _, words in found}
    assert "plan" not in {rank for rank, _ in found}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "first call. 4 halls.\n goal > Petra shows us the form\n fallback > she names a day for it this week\n"
                " goal > cheer her up, she was cross about the bill\n bring > the bills"
            ),
            3,
        ),
        ("**Goals**\n\n3.1 Petra signs the form on the day.\n\n3.2 Mo names the halls for the trial.", 2),
        (
            "## Before the call\n\n*This call's objectives*\n\n- Best case: Petra signs\n- If not: Mo calls her",
            2,
        ),
        ("| Goal beforehand | Verdict |\n|---|---|\n| Petra signs the form | yes |\n| Mo names the halls | no |", 2),
        ("## Order of the meeting\n\n- Petra tells how January went\n- Mo explains the halls", 0),
    ],
    ids=["lines led by >", "numbers", "below a heading of questions", "a column", "an agenda"],
)
def test_goals_are_read_however_lines_are_marked(body: str, expected: int) -> None:
    assert len(goals(PREP.format(body))) == expected


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Petra signs the sheet; else she names a second day", "she names a second day"),
        ("Petra signs the sheet (fallback: a second day by May)", "a second day by May"),
    ],
)
def test_a_smaller_goal_in_a_cell_is_the_fallback(cell: str, words: str) -> None:
    table = f"| Date | With | Objective |\n|---|---|---|\n| 2026-06-08 | Petra | {cell} |\n"
    assert [(rank, text.rstrip(")")) for rank, text in goals(f"# Norwood calls\n\n{table}")] == [
        ("primary", "Petra signs the sheet"),
        ("fallback", words),
    ]


def test_lines_below_a_coming_call_that_read_like_steps_are_none_of_its_goals() -> None:
    body = (
        "**Objective:** Petra opens the gate log to us\n\n## Next call, 22 June: what we agreed to have by then\n\n"
        "1. Petra mails the gate log to Ana by 15 June\n2. Ana sends the revised quote by 17 June\n"
        "3. Ben books the hall by 19 June\n"
    )
    plan = plan_of(PREP.format(body))
    assert [one.passage.text for one in plan.objectives] == ["Petra opens the gate log to us"]
    assert [one.owner.value for one in plan.next_steps] == ["Petra", "Ana", "Ben"]


def test_what_a_plan_quotes_is_a_goal_where_no_label_states_one() -> None:
    quote = "Hall 2 is cold. They lost two days.\n\n> Petra gives us the gate log before we leave\n\nMo pays.\n"
    assert [text for _, text in goals(PREP.format(quote))] == ["Petra gives us the gate log before we leave"]
    stated = f"**Objective:** Mo signs the form\n\n{quote}"
    assert [text for _, text in goals(PREP.format(stated))] == ["Mo signs the form"]


def test_what_the_client_gets_from_a_call_is_no_goal_of_it() -> None:
    text = (
        "---\ntype: account-plan\naccount: Norwood Press\n---\n# Norwood Press\n\n"
        "- Sales objective: Become their partner of choice.\n"
        "- Client's win: night shift on Fridays gone before the school books in autumn.\n\n"
        "## How they buy\n\nThe bindery recommends, the owner decides alone; the bank needs three weeks.\n\n"
        "## Calls\n\n### Call: Contract\n- Why they see us: the owner wants to sign before the works holiday.\n"
        "- Value of the call: the clause on spare parts that another bindery signed.\n"
        "- Objective: The press returns the contract by 19 June.\n- Fallback: TBD\n"
    )
    assert "the clause on spare parts that another bindery signed." not in [said for _, said in goals(text)]


def test_on_a_page_of_few_lines_what_stands_beside_a_line_makes_it_no_goal() -> None:
    facts = (
        "We had a demo on 4 March 2026, and the next call is on 3 August 2026",
        "Hall 3 was cold when Ana was here",
    )
    for fact in facts:
        assert [text for _, text in goals(PREP.format(f"**Objective:** Mo signs the form\n\n{fact}"))] == [
            "Mo signs the form"
        ]
