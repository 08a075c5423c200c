"""Whether a note looks back on a call or ahead to one."""

import pytest

from advancelint.plan import tone
from advancelint.plan.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "title", "told", "planned"),
    [
        ("Met Ana. She showed us the line.\ngot:\n- a drawing", "Norwood", 3, 0),
        ("ask:\n- who signs\nbring: the gauge\nif not: one week", "Norwood", 0, 3),
        ("Fragen\n- wer gibt frei\nmitnehmen: Helm", "Norwood", 0, 2),
        ("mit Jana gesprochen, sie wollte mieten", "Norwood", 2, 0),
        ("apporter : le devis\nsinon : la facture", "Norwood", 0, 2),
        ("Ana joins.", "Norwood, tomorrow", 0, 6),
        ("Norwood asks for more than the results of the last five years show.", "Norwood", 0, 0),
        ("Result of the very last trial", "Norwood", 0, 0),
        ("", "", 0, 0),
    ],
)
def test_words_that_tell_and_lines_that_plan_are_counted(text: str, title: str, told: int, planned: int) -> None:
    assert tone.of(text, title, vocabulary()) == (told, planned)


@pytest.mark.parametrize(("told", "planned", "ahead"), [(1, 2, True), (2, 2, False), (0, 1, False)])
def test_a_note_looks_ahead_where_more_is_planned_than_told(told: int, planned: int, *, ahead: bool) -> None:
    assert tone.Tone(told, planned).is_ahead is ahead
