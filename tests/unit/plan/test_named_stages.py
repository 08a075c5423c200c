"""Stages that a line names beside a word for where a sale stands, or among the facts at the top."""

from __future__ import annotations

import pytest
from planning import plan_of

NOTES = (
    "---\ntype: call-notes\nclient: Norwood\ndate: 2026-05-14\n---\n# Norwood, 14 May 2026\n\n{}\n\n"
    "Petra asked for a date.\n"
)


def stage(line: str) -> tuple[str, str]:
    found = plan_of(NOTES.format(line)).stage
    return found.value, found.raw


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("P.S. CRM moved to “Technical validation”.", ("evaluate", "Technical validation")),
        ("Stage stays at Discovery till the 3rd.", ("discover", "Discovery")),
        ("The stage in CRM still says Expand, leave it.", ("expand", "Expand")),
        ("We've been on “Proposal” since August.", ("propose", "Proposal")),
        ("Pipeline moved from “Solution fit” to “Business case / proposal”.", ("propose", "Business case / proposal")),
        ("Worth 190k a year | close 30 Sep 2026 | owner Ana | Proposal out", ("propose", "Proposal out")),
        ("Value 46k | Owner Ana | Stage **Negotiation** | Close: 30 Nov 2026", ("negotiate", "Negotiation")),
        ("Negotiating - 70%", ("negotiate", "Negotiating - 70%")),
        ("CRM: Discovery, moving to Evaluation", ("discover", "Discovery")),
        ("Stage = existing / grow", ("expand", "existing / grow")),
        ("| Deal | Norwood press |\n|---|---|\n| Opportunity | Evaluate, 45% |", ("evaluate", "Evaluate, 45%")),
        ("pipeline stage: Negotiation 75% | prepared: Ana", ("negotiate", "Negotiation 75%")),
    ],
)
def test_a_name_beside_a_word_for_the_ladder_is_the_stage(line: str, told: tuple[str, str]) -> None:
    assert stage(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "Petra called the evaluation “thorough”, and the deal at the other site was lost.",
        "Where we both want to be: order for all 48 frames by 29 January 2027",
        "The system at the Leeds site needs a pilot of its own.",
        "Petra | Mo | Ana",
    ],
)
def test_other_words_beside_it_are_no_stage(line: str) -> None:
    assert stage(line) == ("", "")
