"""Who acts: the whole words of a name, a role, a group, and whose side a name is on."""

import pytest

from advancelint.reading import Scene, read
from advancelint.source import Passage

WORDS = [
    ("The condo association's treasurer pins the notice in the lobby", "condo association's treasurer"),
    ("Head of Complaints signs the change request by Friday", "Head of Complaints"),
    ("Board sponsor (Ms Quist) tables the paper on 24 November", "Ms Quist"),
    ("Primar Dr. Zehetner signs the switch on Monday", "Primar Dr. Zehetner"),
    ("Two branch managers sign the pilot form", "Two branch managers"),
    ("Have the contact centre manager switch on the tagging for a week", "contact centre manager"),
    ("Get Bram's fire officer to stamp the sketch by 9 April", "Bram's fire officer"),
    ("Ilse and her quality lead test forty parts", "Ilse and her quality lead"),
    ("Floor plans of both halls from the move manager", "move manager"),
    ("Test protocol signed by the plant's own electricians", "plant's own electricians"),
    ("Katrien's comments on the draft in writing", "Katrien"),
    ("Magnus: purchase order for the film", "Magnus"),
    ("Could your lock keepers note the water level?", "your lock keepers"),
    ("The cooperative lodges the deposit by 1 August", "cooperative"),
    ("On this first visit the mill manager signs the contract", "mill manager"),
    ("In week 25 Dana's comments on the draft", "Dana"),
    ("Form signed by Dana and the Head of Fleet Services", "Dana and the Head of Fleet Services"),
]


@pytest.mark.parametrize(("text", "words"), WORDS, ids=[row[0] for row in WORDS])
def test_a_person_is_named_by_the_whole_phrase(text: str, words: str) -> None:
    field = "ask" if text.endswith("?") else "objective"
    assert read(Passage.plain(text), Scene(field=field)).person.text == words


@pytest.mark.parametrize(
    "text",
    [
        "Our Priti files the draft by 15 January",
        "Nico, our agronomist, counts the trusses on Friday",
        "Wim (ours) signs the audit reply",
        "Audit reply signed by our quality desk",
        "K. sends the gap analysis on Friday",
    ],
)
def test_a_name_beside_our_or_known_as_ours_is_on_our_side(text: str) -> None:
    found = read(Passage.plain(text), Scene(seller=frozenset({"kavya"})))
    assert found.client_action.value != "act"
    assert found.actor.value == "seller"


def test_an_initial_stands_for_a_person() -> None:
    found = read(Passage.plain("G. orders 300 test totes this week"), Scene(client=frozenset({"geneviève"})))
    assert (found.actor.value, found.client_action.value) == ("client", "act")


@pytest.mark.parametrize("text", ["Oil samples drawn by the fitters", "Fuel bills of all depots from the accountant"])
def test_a_capital_at_the_head_makes_no_common_word_a_name(text: str) -> None:
    assert not read(Passage.plain(text)).person.text.startswith(("Oil", "Fuel"))
