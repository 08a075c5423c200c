"""The poor goals that stand among good ones, and what only looks like one of them."""

import pytest
from planning import plan_of

from advancelint.plan import Plan

PREP = "---\ntype: call-plan\n---\n# Norwood, 8 June 2026\n\n{}\n"
GOALS = "**Objective:** Ana signs the test sheet.\n**Fallback:** Ben shows us the press.\n"


def found(plan: Plan) -> list[tuple[str, str]]:
    return [(one.rank, one.passage.text) for one in plan.objectives]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "## Visit\n- aim: Ana signs the test sheet\n- if she won't: Ben shows us the press\n- she should feel safe",
            [
                ("primary", "Ana signs the test sheet"),
                ("fallback", "Ben shows us the press"),
                ("unranked", "she should feel safe"),
            ],
        ),
        (
            (
                "**Aims**\n\nFor the 8th:\n* Win the whole site\n* If nothing else: Ana shows us the press\n"
                "* They should be impressed"
            ),
            [
                ("primary", "Win the whole site"),
                ("fallback", "Ana shows us the press"),
                ("unranked", "They should be impressed"),
            ],
        ),
        (
            "## For the 8th\n**Target:** Ana signs the test sheet\n**Otherwise:** Ben shows us the press",
            [("primary", "Ana signs the test sheet"), ("fallback", "Ben shows us the press")],
        ),
        (
            "What I want from it\nAna signs the test sheet.\n\nAnd get Ben to like us.",
            [("primary", "Ana signs the test sheet."), ("unranked", "get Ben to like us.")],
        ),
        (
            (
                "## What I want from it\nAna signs the test sheet.\n\n"
                "I'd also like to see the press, and raise our name with Ben."
            ),
            [
                ("primary", "Ana signs the test sheet."),
                ("unranked", "see the press"),
                ("unranked", "raise our name with Ben."),
            ],
        ),
        (
            (
                "## Purpose\n☐ Main: Ana signs the test sheet\n  (page two as well)\n"
                "☐ Minimum: Ben shows us the press\n☐ Build rapport with both"
            ),
            [
                ("primary", "Ana signs the test sheet (page two as well)"),
                ("fallback", "Ben shows us the press"),
                ("unranked", "Build rapport with both"),
            ],
        ),
        (
            "## What I want from it\nAna to sign the test sheet, and Ben to show us the press.",
            [("unranked", "Ana to sign the test sheet"), ("unranked", "Ben to show us the press.")],
        ),
    ],
)
def test_what_stands_among_goals_is_one(body: str, expected: list[tuple[str, str]]) -> None:
    # Which of two without a fallback is the first one is weighed, and as good as open.
    said = [(rank, text) if "fallback" in dict(expected) else ("", text) for rank, text in expected]
    assert [
        (rank if "fallback" in dict(expected) else "", text) for rank, text in found(plan_of(PREP.format(body)))
    ] == said


@pytest.mark.parametrize(
    "body",
    [
        "## Notes to self\n- Goal of this call: Ana signs the test sheet.\n- Bring the depot map.",
        "- goal: Ana signs the test sheet\n- who: Ben\n- bring the depot map\n- fallback: Ben shows us the press",
        "- goal: Ana signs the test sheet\n- if not: Ben shows us the press\n- send the deck\n- lunch at one",
        GOALS + "**With Mr Okafor:** always late",
        "## What I want from it\nAna signs the test sheet.\n\nBen told us in May that he runs hall 2.",
        "## What I want from it\nAna signs the test sheet.\n\nAnd the press is down again.",
        GOALS + "## What NOT to do\n- pitch the new line\n- talk about the price",
        GOALS + "## Don'ts\n- name Halden as a reference",
    ],
)
def test_what_only_stands_near_is_none(body: str) -> None:
    named = {
        "Ana signs the test sheet.",
        "Ana signs the test sheet",
        "Ben shows us the press.",
        "Ben shows us the press",
    }
    assert {text for _, text in found(plan_of(PREP.format(body)))} <= named
