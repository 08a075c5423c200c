"""Whether words ask somebody of the client for something, as the objective of a call does."""

import pytest

from advancelint.plan.asking import asks, is_act


@pytest.mark.parametrize(
    ("text", "asked", "acted"),
    [
        ("Moira agrees to a mock-up", True, True),
        ("Get Moira to sign the plan", True, True),
        ("Petra says yes", True, True),
        ("Wes carried it to the yard", False, True),  # it is over
        ("Wes agreed to carry it to the yard", False, True),
        ("she'll name it", False, True),
        ("We agree to a mock-up", False, False),
        ("Does Moira agree to a mock-up?", False, False),
        ("Moira agrees", False, False),
        ("Moira agrees to a mock-up\nDoes Petra?", True, True),  # the first line counts
    ],
)
def test_somebody_elses_act_is_asked_for_where_it_is_still_to_come(text: str, asked: bool, acted: bool) -> None:
    assert (asks(text), is_act(text)) == (asked, acted)
