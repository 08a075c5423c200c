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
        ("Sales stage ..... 2 - Discovery", ("discover", "2 - Discovery")),
        ("Status – proposal out", ("propose", "proposal out")),
        ("Stage I'd say evaluating, not more", ("evaluate", "evaluating")),
        ("`stage = align`", ("align", "align")),
        ("Stage moved: Engage -> Discover", ("discover", "Engage -> Discover")),
        ("CRM → Negotiation, 60%.", ("negotiate", "Negotiation")),
        ("Phase  negotiating - redlines back", ("negotiate", "negotiating - redlines back")),
        ("Engage stage, then, no more.", ("engage", "Engage")),
        ("We're at what the methodology calls Align: they see the problem.", ("align", "Align")),
        ("Moved to DISCOVER in CRM same day, still there", ("discover", "DISCOVER")),
        ("st: shortlisted, us and one more", ("evaluate", "shortlisted")),
        ("CRM: Renewal – Negotiating", ("negotiate", "Renewal – Negotiating")),
        ("CRM: discovery (was: prospect until 29 Oct)", ("discover", "discovery")),
        ("The stage goes from discover to **align**.", ("align", "align")),
        ("In the funnel I am showing this one under Qualified.", ("discover", "Qualified")),
        ("Ana Ruiz | 2.9M | **Clinical Eval** | last touched 28 Nov", ("evaluate", "Clinical Eval")),
        ("note: stage in crm is still S3 solution fit, I guess", ("align", "solution fit")),
        ('In our CRM: "Shortlist / BAFO", 65%.', ("negotiate", "Shortlist / BAFO")),
        ("Phase bleibt noch Verhandlung.", ("negotiate", "Verhandlung")),
        ("Étape : négociation", ("negotiate", "négociation")),
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
        "Customer status: Active | NPS 41",
        "Stage discovery workshops were held at three sites.",
        "Their stage lighting proposal is with the theatre.",
    ],
)
def test_other_words_beside_it_are_no_stage(line: str) -> None:
    assert stage(line) == ("", "")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ('both have seen it. In the funnel I have it as "proposal out".', ("propose", "proposal out")),
        ("They saw two demos. We are negotiating the price. Petra is on leave till May.", ("negotiate", "negotiating")),
        ("proposal out, she reads it on Monday", ("propose", "proposal out, she reads it on Monday")),
    ],
)
def test_of_a_long_answer_the_words_that_name_the_stage_are_kept(answer: str, told: tuple[str, str]) -> None:
    value, raw = stage(f"Where it stands: {answer}")
    assert value == told[0]
    assert told[1] in raw
    assert raw.count(".") <= 1


def test_a_row_of_facts_that_names_a_paper_tells_no_stage() -> None:
    rows = "| | |\n|---|---|\n| Account | Norwood |\n| {} | Proposal, two pages |"
    assert stage(rows.format("Paper")) == ("", "")
    assert stage(rows.format("Stage of the deal"))[0] == "propose"
