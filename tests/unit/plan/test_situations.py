"""The stage of a sale from an answer in words."""

import pytest
from planning import plan_of

from advancelint.plan.situations import told


@pytest.mark.parametrize(
    ("answer", "stage"),
    [
        ("Not far, first contact; they answered one mail", "engage"),
        ("they are curious, nobody has asked for an offer", "discover"),
        ("comparing us with two others", "evaluate"),
        ("samples are with their lab, then a quote", "evaluate"),
        ("Angebot liegt vor", "propose"),
        ("Bedarf klar, Angebot noch nicht angefragt", "discover"),
        ("offer is out and we're haggling over the terms", "negotiate"),
        ("verbal yes, contract out", "close"),
        ("verbal yes on Monday, but we are still haggling over payment", "negotiate"),
        ("devis envoyé, pas encore de contrat", "propose"),
        ("cliente ativo desde 2022", "expand"),
        ("on track", ""),
        ("no offer yet", ""),
        ("discovery | trial", ""),
        ("", ""),
    ],
)
def test_an_answer_tells_how_far_the_sale_is(answer: str, stage: str) -> None:
    assert told(answer) == stage


@pytest.mark.parametrize("label", ["Where things stand", "Place in the buying cycle", "Wo wir stehen", "Status"])
def test_it_is_asked_where_a_label_asks_how_far_the_sale_is(label: str) -> None:
    plan = plan_of(
        f"# Deal: Norwood Mills\n\n{label}: shortlisted, us plus one other\n\nObjective: Petra picks a day\n"
    )
    assert (plan.stage.value, plan.stage.raw) == ("evaluate", "shortlisted, us plus one other")


def test_the_status_of_one_thing_of_many_is_no_stage_of_the_sale() -> None:
    text = "# Account plan: Norwood Mills\n\n## Opportunities\n\n### Line 4\n\nStatus: quote is out with Petra\n"
    assert not plan_of(text).stage.present


PLAN = "# Deal plan: Norwood Mills\n\n{}\n\n## Next steps\n\n- Ana sends the terms by 12 June 2026\n"


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("**Step:** 3/6 prove it", "evaluate"),
        ("**Stage:** 5/6", "negotiate"),
        ("**Where we stand today:** 4 – they have our offer", "propose"),
        ("**Where it's at:** haggling", "negotiate"),
        ("Status: Bedarf klären", "discover"),
        ("Status: Bestandskunde, ausbauen", "expand"),
        ("**Where we are:** trial over. Offer not out yet.", "evaluate"),
        ("**Où en sommes-nous:** devis remis", "propose"),
        ("**Where we want to be:** order signed", ""),
        ("**Where we are:** with the committee", ""),
        ("**Step:** sign the order", ""),
        ("Status: green", ""),
    ],
)
def test_a_stage_in_the_words_of_a_house(line: str, stage: str) -> None:
    assert plan_of(PLAN.format(line)).stage.value == stage


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Wir sind also beim Angebot, verhandelt wird noch nicht.", "propose"),
        ("They are in what I'd call still finding out whether it hurts.", "discover"),
        ("We are now agreeing terms: retention and damages.", "negotiate"),
        ("We are not testing anything, and they want a proposal.", ""),
        ("They have bought from us since 2019. Status: renewal.", "expand"),
        ("CRM: Stage 4, Proposal submitted. Forecast: upside.", "propose"),
        ("**How far we are.** Not far, first contact.", "engage"),
    ],
)
def test_a_sentence_tells_the_stage_by_what_is_going_on(text: str, stage: str) -> None:
    plan = plan_of(f"---\ntype: call-notes\n---\n# Norwood, call\n\n{text}\n")
    assert plan.stage.value == stage


def test_the_stage_of_a_sale_may_stand_in_the_part_of_a_call() -> None:
    text = "## Demo, Norwood\n\n| | |\n|---|---|\n| When | 15 September 2026 |\n| Opp stage | Demo / Presentation |\n"
    assert plan_of(f"---\ntype: call-plan\n---\n{text}").stage.value == "evaluate"


def test_a_verbal_yes_with_the_contract_under_way_is_the_close() -> None:
    text = "| Deal stage | Verbal commit → Contracting |\n|---|---|\n| Client | Norwood |\n"
    assert plan_of(f"---\ntype: deal-plan\n---\n# Norwood\n\n{text}").stage.value == "close"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("**Where in the sales process:** Evaluation (10 cases approved)", "evaluate"),
        ("| | |\n|---|---|\n| Position in our cycle | Grow / existing client |", "expand"),
        ("First proper talk, so still early / qualifying.", "discover"),
        ("The renewal is in negotiation, they want four percent.", "negotiate"),
        ("Stage: pre-renewal / fact find", "discover"),
        ("Customer since 2021, now growing the account.", "expand"),
        ("Customer since 2021.", ""),
    ],
)
def test_a_plan_states_its_stage_in_words(text: str, stage: str) -> None:
    plan = plan_of(f"# Account plan: Norwood Mills\n\n{text}\n\n## Next steps\n- Ana: quote, 3 June\n")
    assert plan.stage.value == stage


@pytest.mark.parametrize(("title", "stage"), [("Discovery call", "discover"), ("Discovery prep", "")])
def test_a_title_of_a_call_tells_where_the_sale_is(title: str, stage: str) -> None:
    plan = plan_of(f"# {title} - Norwood Mills - 12 May 2026\n\nObjective: Petra picks a day\n\nNext step: quote\n")
    assert plan.stage.value == stage
