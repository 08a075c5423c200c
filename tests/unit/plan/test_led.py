"""Lines of a paragraph that people lead, which Markdown takes for running text."""

import pytest
from planning import plan_of

NOTE = (
    "---\ntype: call-notes\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Olga Brandt\ndate: 2026-05-14\n---\n"
    "# Norwood\n\n{}\n"
)


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("## Jobs\n\nAna - print the sheets\nOlga to find the key, by Fri 22 May",
         ["print the sheets", "Olga to find the key"]),
        ("What's left\n\nOlga – get the key\nAna – sheets, 21 May\nVera – list of doors, 22 May",
         ["get the key", "sheets", "list of doors"]),
        ("So\nana: print the sheets, 20 May\nOlga to find the key\n(nothing said on price)",
         ["print the sheets", "Olga to find the key"]),
        ("Things we owe / they owe:\n  Ana – print the sheets\n  Olga: find the key\n  Vera is to tell us the day",
         ["print the sheets", "find the key", "Vera is to tell us the day"]),
        ("TO DO\nAna   print the sheets      20 May\nOlga  the key      21 May", ["print the sheets", "the key"]),
        ("To do\nAna - print the sheets for all of the doors on the floor\nthat they told us of\nOlga - the key",
         ["print the sheets for all of the doors on the floor that they told us of", "the key"]),
        ("So\nme = print the sheets, 20 May\nOlga = the key, 21 May", ["print the sheets", "the key"]),
        ("> Ana -> print the sheets\n> Olga -> the key, 21 May", ["print the sheets", "the key"]),
        ("> Ana - print the sheets\n> Olga finds the key\n> Vera hold the lift to Friday",
         ["print the sheets", "Olga finds the key", "Vera hold the lift to Friday"]),
    ],
)  # fmt: skip
def test_lines_that_people_lead_are_steps(body: str, texts: list[str]) -> None:
    assert [step.passage.text for step in plan_of(NOTE.format(body)).next_steps] == texts


@pytest.mark.parametrize(
    "body",
    [
        "Ana: likes cake\nOlga: is the buyer",
        "## People\n\nOlga – runs the mill\nVera – signs the cheques",
        "Olga wants the key by Friday. It is\nVera who has it. She\nsaid no.",
        "## Goals\n\nOlga to hand us the key\nVera signs the order",
        "> Dear Ana,\n> Olga wants a price\n> thanks",
        "Stage: proposal\nValue: 20 May",
    ],
)
def test_other_texts_that_begin_with_people_are_none(body: str) -> None:
    assert plan_of(NOTE.format(body)).next_steps == ()
