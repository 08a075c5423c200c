"""Which asks want everything at once."""

import pytest

from advancelint.doctrine.sweeping import asks_for_everything
from advancelint.reading import read
from advancelint.source import Passage


@pytest.mark.parametrize(
    ("text", "everything"),
    [
        ("Odd signs the order for all five lines", True),
        ("Marit buys both presses", True),
        ("get the whole fleet signed over", True),
        ("the signature for everything", True),
        ("Odd awards us every depot", True),
        ("Odd orders five housings", False),
        ("Odd walks us through all five lines", False),
        ("Odd signals that all is well", False),
    ],
)
def test_an_order_with_a_word_that_leaves_nothing_out_asks_for_everything(text: str, everything: bool) -> None:
    assert asks_for_everything(read(Passage.plain(text))) is everything
