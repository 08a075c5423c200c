"""What a house calls its stages is told from the words behind a label that asks for one, and from its number."""

import pytest
from planning import plan_of

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
