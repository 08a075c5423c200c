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
