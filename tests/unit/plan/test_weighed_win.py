"""What the client wins where neither a label nor a turn of phrase tells it."""

import pytest
from planning import let_weigh, plan_of

PAGE = (
    "---\ntype: deal-plan\naccount: Norwood Mills\nstage: propose\n---\n# Norwood Mills, new press\n\n"
    "## Where it stands\n\nPetra Vogt showed us hall 2 in May.\n\n{}\n\n"
    "## Next steps\n\n- Petra sends the gate log by 20 May\n- Ana: revised quote by 22 May\n- Mo rings the yard\n"
    "- contract to legal\n"
)


def win(text: str) -> str:
    return plan_of(PAGE.format(text)).client_win.value or ""


@pytest.mark.parametrize(
    ("text", "gain"),
    [
        (
            "**What changes for the mill:** one man less on the night shift, and no more torn sacks",
            "one man less on the night shift, and no more torn sacks",
        ),
        (
            "## What it is for\n\nThe mill gets its nights back and pays 40k a year less in overtime.",
            "The mill gets its nights back and pays 40k a year less in overtime.",
        ),
        ("What they win, if it works: no more silo fires, and Mo sleeps.", "no more silo fires, and Mo sleeps."),
        ("**Ce que le moulin y trouve** : deux heures de moins par changement", "deux heures de moins par changement"),
    ],
)
def test_the_likeliest_line_is_what_the_client_wins(text: str, gain: str) -> None:
    assert win(text) == gain


@pytest.mark.parametrize(
    "text",
    [
        "**What we get:** 400k a year and a name in the region",
        "## What it is for\n\nOur press gives the mill its nights back, and 40k a year less in overtime.",
        "**What changes for the mill:** would it be one man less on the night shift?",
        "> **What changes for the mill:** one man less on the night shift, and no more torn sacks",
        "The mill has run since 1921 and sells 30k t a year.",
    ],
    ids=["ours", "by us", "a question", "quoted", "a fact"],
)
def test_what_we_win_or_ask_and_what_is_quoted_is_nothing_that_the_client_wins(text: str) -> None:
    assert not win(text)


def test_a_page_of_few_lines_tells_too_little() -> None:
    gain = "## What it is for\n\nThe mill gets its nights back and pays 40k a year less in overtime."
    head = "---\ntype: deal-plan\naccount: Norwood Mills\n---\n# Norwood Mills\n\n"
    assert not plan_of(head + gain + "\n").client_win.present


@pytest.mark.parametrize(("goal", "won"), [(0.8, True), (0.95, False)])
def test_what_is_more_likely_a_goal_is_no_win(goal: float, won: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    gain = "The mill gets its nights back and pays 40k a year less in overtime."
    let_weigh(monkeypatch, gain, win=0.9, objective=goal)
    assert plan_of(PAGE.format(f"## What it is for\n\n{gain}")).client_win.present is won
