"""The dot of a shortened word ends no sentence."""

import pytest
from planning import plan_of

from advancelint.plan.shortened import ends_in_short

NOTE = "# Call with Norwood Mills, 2 June 2026\n\n"


@pytest.mark.parametrize(
    "text", ["Dr. Okafor", "sends rev. C", "z. B. am Montag", "am 12. Mai", "Capt. Idris", "ca. 5"]
)
def test_a_shortened_word_goes_on(text: str) -> None:
    assert ends_in_short(text, text.rindex("."))


@pytest.mark.parametrize("text", ["badge the first 10. I also want it", "he signs. Then she", "by May 3. We"])
def test_a_sentence_ends(text: str) -> None:
    assert not ends_in_short(text, text.index("."))


def test_a_letter_that_names_a_thing_ends_a_sentence() -> None:
    text = "10 flats have now written in about lift B. She'll put it on the agenda, says J. Price"
    assert not ends_in_short(text, text.index("."))
    assert ends_in_short(text, text.rindex("."))


def test_a_goal_is_not_cut_behind_a_shortened_word() -> None:
    goal = "Hwee Ling sends rev. C to the tender board for the 16 June sitting"
    plan = plan_of(f"{NOTE}Objective: {goal}\n")
    assert [one.passage.text for one in plan.objectives] == [goal]


def test_a_name_behind_a_title_signs_nothing() -> None:
    plan = plan_of(f"{NOTE}Last contact: 23 May, lunch, Capt. Azman\n\nI show him the sheet.\n")
    assert {one.side for one in plan.people} <= {"client", "unknown"}


def test_a_captain_is_one_person_with_a_name() -> None:
    plan = plan_of(f"{NOTE}## People\n\n- Capt. S. Venkat — Director (Operations), signs\n- Ms. Lavanya Prasad — IT\n")
    assert [one.name for one in plan.people] == ["S. Venkat", "Lavanya Prasad"]
