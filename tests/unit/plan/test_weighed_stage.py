"""Stages that only the words around their names tell."""

import pytest
from planning import plan_of

from advancelint.plan import weighed_stage
from advancelint.plan.vocabulary import vocabulary

DEAL = (
    "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood: press for hall 2\n\n{}\n\n"
    "## Next steps\n\n- Jo sends the terms by 12 June 2026\n"
)


def stage(body: str, kind: str = "deal-plan") -> tuple[str, str]:
    """Return the stage of a plan and its words."""
    found = plan_of(DEAL.replace("deal-plan", kind).format(body)).stage
    return found.value, found.raw


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "```\nAccount Name   : Norwood\nStageName      : 5 - Negotiation/Review\nAmount         : 40k\n```",
            "negotiate",
        ),
        ("Gwen has it as Discover in the CRM, I'd say further on.", "discover"),
        ("I moved it to Proposal in Salesforce. Forecast: best case.", "propose"),
    ],
)
def test_a_stage_is_told_by_the_words_around_its_name(line: str, expected: str) -> None:
    assert stage(line)[0] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Their stage lighting proposal is with the theatre.",
        "Stage discovery workshops were held at three sites.",
        "The tag #stage/align is for notes.",
        "stage 2 of the plant is in evaluation",
        "They close at five. Our proposal was too long, they said.",
        "**Meeting:** Discovery Call",
        "<!-- advancelint-disable-next-line SP206 reason: Stage is Proposal in Salesforce -->",
    ],
)
def test_a_word_of_each_day_is_no_stage(line: str) -> None:
    assert stage(line) == ("", "")


def test_the_phases_that_head_a_mutual_plan_lie_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighed_stage, "_SURE", 0.5)
    assert stage("## Phase 1: Technical validation (by 19 June)", kind="map") == ("", "")


def test_one_sale_of_an_account_is_not_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighed_stage, "_SURE", 0.5)
    assert stage("## Open\n\n### Line 4\n\nStatus: quote is out with Petra", kind="account-plan") == ("", "")


def test_the_longest_name_that_begins_at_a_word_counts_with_its_place() -> None:
    text = "# Norwood\n\nwe are at Technical Validation now\n"
    (found,) = weighed_stage.mentions(text, vocabulary())
    assert (found.stage, found.line) == ("evaluate", 3)
    assert text[found.span.start : found.span.end] == "Technical Validation"


def test_each_sign_weighs_something() -> None:
    known = weighed_stage.weights().cells()
    assert "" in known
    assert all(int(weight) for sign, weight in known.items() if sign)


def test_a_sentence_that_likely_names_a_stage_leaves_the_kind_of_a_plan_as_it_is() -> None:
    page = (
        "# Norwood Mills\n\n{}\n\n## People\n\n- Petra Vogt, mill manager (Norwood)\n- Jo Marsh (us)\n\n"
        "## Sales objective\n\nNorwood buys two presses by September.\n"
    )
    told = plan_of(page.format("Gwen has it as Discover in the CRM, I'd say further on."))
    assert told.stage.value == "discover"
    assert told.kind == plan_of(page.format("Gwen has it on her desk, I'd say further on.")).kind == "account"
