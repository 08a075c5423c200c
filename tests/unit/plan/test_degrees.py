"""The ranks that labels give by how much of something would do, whichever words compose them."""

import pytest
from planning import plan_of

from advancelint.plan import degrees, prose
from advancelint.plan.vocabulary import vocabulary

PREP = "# Call prep: Norwood Paper\n\nDate: 12 May 2026\nWith: Ana Ruiz (Norwood), Tomas Berg (us)\n\n{}"
DEAL = "# Deal: Norwood Paper – reels\n\nStage: Proposal\n\n{}"


def ranks(text: str) -> list[tuple[str, str]]:
    """Return the ranks of the objectives of a plan, with their words."""
    return [(one.rank, one.passage.text) for one in plan_of(text).objectives]


@pytest.mark.parametrize(
    ("label", "rank"),
    [
        ("Must have", "primary"),
        ("Best result", "primary"),
        ("Maximalziel", "primary"),
        ("Walk-away minimum", "fallback"),
        ("Will settle for", "fallback"),
        ("Lowest acceptable result", "fallback"),
        ("1st choice", "primary"),
        ("First prize", "primary"),
        ("Second prize", "fallback"),
        ("Silver", "fallback"),
        ("Overall", "plan"),
        ("Hope", degrees.BESIDE),
        ("Also nice", degrees.BESIDE),
        ("Wäre schön", degrees.BESIDE),
        ("Außerdem", degrees.BESIDE),
        ("Minimum order", ""),
        ("Best reel and minimum order", ""),
        ("Ana", ""),
    ],
)
def test_a_label_is_composed_of_a_degree_and_small_words(label: str, rank: str) -> None:
    assert degrees.of(label, vocabulary()) == rank


@pytest.mark.parametrize("mark", ["- ", ""])
def test_below_goals_each_line_with_a_degree_is_one_without_its_label(mark: str) -> None:
    lines = ("Must: Ana signs the trial order", "Should: a date for the tour", "Walk-away minimum: her reel numbers")
    assert ranks(PREP.format("GOALS FOR TUESDAY\n" + "\n".join(mark + line for line in lines))) == [
        ("primary", "Ana signs the trial order"),
        ("unranked", "a date for the tour"),
        ("fallback", "her reel numbers"),
    ]


def test_what_is_nice_to_have_is_no_fallback_and_a_second_goal_above_one_neither() -> None:
    told = "## Objectives\n- Primary: Ana signs it\n- Secondary: Bo lets us in\n- Fallback: Ana sends a reel\n"
    assert [rank for rank, _ in ranks(PREP.format(told))] == ["primary", "unranked", "fallback"]
    nice = "- Must get: Ana signs the order\n- Nice to get: the name of the new buyer\n"
    assert [rank for rank, _ in ranks(PREP.format(nice))] == ["primary", "unranked"]


def test_a_conjunction_adds_another_goal() -> None:
    told = "I want: Ana lists what is missing and names the day\nand: convince Bo that the reel is safe\n"
    assert [rank for rank, _ in ranks(PREP.format(told))] == ["primary", "unranked"]


def test_of_a_list_without_ranks_no_goal_is_the_first() -> None:
    listed = "## Walk away with\n- Ana signs the trial\n- Bo picks the shutdown\n- Cy sends us the reels\n"
    assert {rank for rank, _ in ranks(PREP.format(listed))} == {"unranked"}
    below = ranks(PREP.format(listed + "\nFallback: Ana names the day\n"))
    assert below[0] == ("primary", "Ana signs the trial")


def test_the_closing_part_of_a_call_keeps_its_fallback() -> None:
    told = "## 5. Close (5 min)\n**Goal:** Ana signs the trial\n**Plan B:** Bo sends us a reel\n"
    assert [rank for rank, _ in ranks(PREP.format(told))] == ["primary", "fallback"]


@pytest.mark.parametrize(
    "line",
    [
        "Next visit: 21 October, at the mill. Goal: Ana signs the trial. At the very least: she names the price.",
        "Nächster Termin: 21.10.2026, bei uns. Ziel: Frau Ruiz unterschreibt. Notfalls: sie nennt den Preis.",
        "Prochain échange : 21/10/2026 à 9 h, Ana Ruiz. Objectif : signature de la commande.",
    ],
)
def test_a_goal_behind_the_day_of_the_next_call_is_that_calls_and_the_line_no_step(line: str) -> None:
    plan = plan_of(
        f"# Call notes: Norwood Paper, 12 May 2026\n\n## Next steps\n- Ana: send the reel, 20 May\n\n{line}\n"
    )
    assert len(plan.objectives) >= 1
    assert [one.passage.text for one in plan.next_steps] == ["send the reel"]


def test_a_degree_leads_a_goal_of_one_line_and_a_section_behind_goals_holds_more_of_them() -> None:
    goals = "## Goals\n- Overall: all 11 halls by May\n- Ana signs the trial order\n- Min: her reel numbers\n"
    more = "## Other things I'd like\n- Bo shows us hall 3\n- talk about reels\n"
    assert ranks(PREP.format(goals + more)) == [
        ("plan", "all 11 halls by May"),
        ("primary", "Ana signs the trial order"),
        ("fallback", "her reel numbers"),
        ("unranked", "Bo shows us hall 3"),
        ("unranked", "talk about reels"),
    ]
    assert ranks(PREP.format("## Goals\n- Ana signs it\n\n## Also\n- Ana has been ill\n- Bo is new\n")) == [
        ("primary", "Ana signs it")
    ]


def test_a_heading_of_a_low_degree_ranks_what_stands_below_it() -> None:
    body = "## Objective\n\nAna signs the test plan\n\n## Worst to get\n\nAna names the day\n"
    assert ranks(PREP.format(body)) == [("primary", "Ana signs the test plan"), ("fallback", "Ana names the day")]


@pytest.mark.parametrize(("text", "length"), [("Dr. Jo Berg", 4), ("with Dr. Jo Berg", 4), ("and so. Jo Berg", 0)])
def test_a_title_is_found_right_before_a_name(text: str, length: int) -> None:
    assert prose.degree(text, text.index("Jo"), vocabulary()) == length
