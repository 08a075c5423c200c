"""Whose a line is, by the owner beside it and the heading above it."""

import pytest

from advancelint.reading import Scene
from advancelint.reading.lexicon import load
from advancelint.reading.setting import owner_side

CLIENT = [
    "Client actions",
    "The customer will",
    "They owe",
    "To do (them)",
    "Buyer commits to",
    "What Lena does next",
    "Them, after the call",
    "What we'd have them do",
    "What I want her to do",
    "We'd like the board to",
    "What we need the client to do before Friday",
]
SELLER = ["Our side", "Vendor to do", "Supplier", "Seller actions", "We will"]
WISHES = ["What we want", "What we need to get from it", "We hope to hear", "What I want from us being there"]
WORK = ["What we need to do", "What we want to show", "What we want to bring", "What we have to do for them"]
NOBODY = ["Next steps", "Action items", "Outcome", "Call with the client", "About the customer", "Agreed actions", ""]


@pytest.mark.parametrize(
    ("heading", "side"),
    [(h, "client") for h in CLIENT]
    + [(h, "seller") for h in SELLER + WORK]
    + [(h, "unknown") for h in NOBODY + WISHES],
)
def test_a_heading_says_whose_the_lines_below_are(heading: str, side: str) -> None:
    assert owner_side(Scene(heading=heading), load("en")) == side


@pytest.mark.parametrize(
    ("owner", "side"),
    [("us", "seller"), ("AE", "seller"), ("Lena", "client"), ("plant manager", "client"), ("Xeno", "unknown")],
)
def test_an_owner_is_known_by_word_by_role_or_by_the_plan(owner: str, side: str) -> None:
    assert owner_side(Scene(owner=owner, client=frozenset({"lena"})), load("en")) == side
