"""A short note about a sale is told by how it talks, if all of the signs are there."""

import pytest
from planning import plan_of

from advancelint.plan.talk import is_of_a_sale
from advancelint.plan.vocabulary import vocabulary

NOTE = """St Brannoc's theatres

tues 12 may. sat with Nuala between lists, she showed us the waste

- the competitor's pack, 3 pieces thrown away every case
- budget year ends 30 june

- me: priced list to Nuala by fri 15 may
- Nuala: ask Breda in infection control for the nod
"""


NO_ROLES: frozenset[str] = frozenset()


def test_people_and_an_objective_stand_for_words_of_selling() -> None:
    text = (
        "Tarn Forest Owners\n\nWanted to know: why they stopped. Olga blames us.\n\n- me: send it, 4 May\n- Nils: map\n"
    )
    assert is_of_a_sale(text, vocabulary(), frozenset({"objective"}))
    assert not is_of_a_sale(text, vocabulary(), NO_ROLES)
    assert not is_of_a_sale(text.replace("Olga", "Somebody"), vocabulary(), frozenset({"objective"}))


def test_a_note_without_labels_is_a_plan() -> None:
    plan = plan_of(NOTE)
    assert (plan.is_plan, plan.declared) == (True, False)


@pytest.mark.parametrize(
    ("taken", "put"),
    [
        ("competitor's", "other"),  # one word of a sale is left beside "budget": "priced" goes below
        ("- me: priced", "- list, priced, goes"),
        ("showed us", "showed"),
        (" by fri 15 may", ""),
    ],
)
def test_each_sign_has_to_be_there(taken: str, put: str) -> None:
    text = NOTE.replace(taken, put)
    if "other" in put:
        text = text.replace("priced", "long")
    if "list" in put or "other" in put:
        text = text.replace("Breda in ", "")  # one name is left, and one promise
    if put == "showed":
        text = text.replace("me: priced", "Ana: priced")
    if not put:
        text = text.replace("tues 12 may. ", "").replace(" ends 30 june", "")
    assert is_of_a_sale(NOTE, vocabulary(), NO_ROLES)
    assert not is_of_a_sale(text, vocabulary(), NO_ROLES)


@pytest.mark.parametrize("more", ["\n```\ncode\n```\n", "\n" + "and so on " * 900])
def test_what_is_long_or_holds_code_says_by_headings_what_it_is(more: str) -> None:
    assert not is_of_a_sale(NOTE + more, vocabulary(), NO_ROLES)


def test_work_inside_a_team_is_no_sale() -> None:
    assert not plan_of(NOTE.replace("St Brannoc's theatres", "# Mon sales mtg")).is_plan
