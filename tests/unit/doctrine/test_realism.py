"""What an ask rests on: the stage and the record say what is missing; silence alone never makes an error."""

import pytest

from advancelint.doctrine.ladder import ladder
from advancelint.doctrine.realism import NOTHING, Missing, Standing, advanced, missing
from advancelint.doctrine.record import EMPTY, Record

LADDER = ladder()


def record(*done: str, denied: tuple[str, ...] = (), kept: bool = True) -> Record:
    return Record(frozenset(done), frozenset(), frozenset(denied), kept)


def standing(stage: str, held: Record = EMPTY, *planned: str) -> Standing:
    return Standing(stage, held, frozenset(planned))


@pytest.mark.parametrize(
    ("act", "stage", "held", "expected"),
    [
        ("visit_seller_plant", "discover", EMPTY, "hard value_prop_discussed"),
        ("visit_seller_plant", "discover", record("value_prop_discussed"), "soft economic_buyer_meeting"),
        ("visit_seller_plant", "align", EMPTY, "none"),
        ("visit_seller_plant", "evaluate", EMPTY, "none"),
        ("visit_seller_plant", "evaluate", record(denied=("value_prop_discussed",)), "hard value_prop_discussed"),
        ("visit_seller_plant", "unknown", record("sign_nda"), "none"),
        ("compare_pilot_results", "evaluate", EMPTY, "none"),
        ("compare_pilot_results", "evaluate", record("sign_nda"), "open run_pilot"),
        ("sign_contract", "close", EMPTY, "none"),
        ("sign_contract", "discover", EMPTY, "hard economic_buyer_meeting"),
    ],
)
def test_what_is_missing(act: str, stage: str, held: Record, expected: str) -> None:
    found = missing(act, standing(stage, held), LADDER)
    assert f"{found.strength} {found.act}".strip() == expected


def test_an_earlier_planned_call_lays_the_ground() -> None:
    assert missing("visit_seller_plant", standing("discover", EMPTY, "value_prop_discussed", "economic_buyer_meeting"),
                   LADDER) == NOTHING  # fmt: skip


def test_the_first_step_is_the_deepest_one_that_is_missing() -> None:
    found = missing("co_write_business_case", standing("engage"), LADDER)
    assert found == Missing("hard", "quantify_impact", "quantify_impact")


def test_stages_advance_by_planned_calls_and_stop_at_two() -> None:
    assert [advanced("discover", steps, LADDER) for steps in (0, 1, 2, 5)] == [
        "discover",
        "align",
        "evaluate",
        "evaluate",
    ]
    assert advanced("expand", 2, LADDER) == "expand"
    assert advanced("unknown", 1, LADDER) == "unknown"
