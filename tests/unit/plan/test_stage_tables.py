"""Stages that the facts of a sale tell in a table, and below a heading that asks where it stands."""

from __future__ import annotations

import pytest
from planning import plan_of

HEAD = "# Deal: Norwood Paper – reels\n\nOwner: Tomas Berg (us) | Support: Bo (delivery)\n\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "| Value | Close target | Stage | Owner |\n|---|---|---|---|\n| 90k | 29 Jan | Negotiation | Tomas |",
            "negotiate",
        ),
        ("| Item | Status |\n|---|---|\n| Value | 90k |\n| Stage | Evaluation |", "evaluate"),
        ("| Stage before | Proposal |\n|---|---|\n| Stage now | Negotiation |", "negotiate"),
        ("- where\n  - in evaluation, two others bidding\n- money\n  - 90k", "evaluate"),
        ("## Where we stand\n\nProposal is out, nothing back yet", "propose"),
        ("### Call of 12 May · stage: expand (live since April)", "expand"),
    ],
)
def test_a_table_or_a_heading_tells_the_stage_of_one_sale(body: str, told: str) -> None:
    assert plan_of(HEAD + body + "\n").stage.value == told


def test_of_a_story_nothing_is_told() -> None:
    story = (
        "The works at Leeds is the smaller of the two, and they would test the reels there only if the other one is "
        "shut for good, which nobody expects before the summer of next year."
    )
    assert not plan_of(f"{HEAD}## Where we stand\n\n{story}\n").stage.value
