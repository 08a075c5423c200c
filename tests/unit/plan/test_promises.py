"""Lists and tables that promise, whatever stands above them."""

import pytest
from planning import plan_of

from advancelint.plan import Known, promise_forms

NOTE = (
    "---\ntype: call-notes\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Olga Brandt\ndate: 2026-05-14\n---\n"
    "# Norwood\n\n{}\n"
)


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("## Odds and ends\n\n- Ana: print the sheets\n- Olga to find the key by Friday\n- me – ring Bob",
         ["print the sheets", "Olga to find the key by Friday", "ring Bob"]),
        ("## Cosas\n\n- yo llamo a compras antes del 20/05\n- yo mando las hojas 21/05",
         ["yo llamo a compras antes del 20/05", "yo mando las hojas 21/05"]),
        ("## Odds and ends\n\n- Ana: likes cake\n- Olga: wants a price", []),
        ("Who does what\nAna → print the sheets\nOlga → the key", ["print the sheets", "the key"]),
        ("To do\n. Ana: print the sheets\n. Olga: the key", ["print the sheets", "the key"]),
        ("| | | |\n|---|---|---|\n| Ana | print the sheets | 20 May |\n| Olga | the key | end of May |",
         ["print the sheets", "the key"]),
        ("| | | |\n|---|---|---|\n| Ana | 3 | blue |\n| Olga | 4 | red |", []),
        ("| Date | What | With |\n|---|---|---|\n| 20 May | site walk | Olga |", []),
        ("## What we agreed\n\n- Reception is a separate option\n- Ana sends the sheets", ["Ana sends the sheets"]),
        ("## Buying team\n\n| | Task | Responsible | Date |\n|---|---|---|---|\n| | find the key | Olga | 20 May |",
         ["find the key"]),
        ("Open tasks (2)\nSubject;Assigned to;Due date\nFind the key;Olga;2026-05-20\nPrint the sheets;Ana;",
         ["Find the key", "Print the sheets"]),
        ("## Open points\n\n- what we owe the crew\n- Olga: find the key\n- Ana: print it",
         ["find the key", "print it"]),
        ("## Open points\n\n- who owns the lift\n- Olga: find the key", ["find the key"]),
    ],
)  # fmt: skip
def test_what_a_list_promises(body: str, texts: list[str]) -> None:
    assert [step.passage.text for step in plan_of(NOTE.format(body)).next_steps] == texts


def test_who_and_when_of_a_table_without_heads() -> None:
    body = "| | | |\n|---|---|---|\n| Ana | print the sheets | 20 May |\n| Olga | the key | 21 May |"
    steps = plan_of(NOTE.format(body)).next_steps
    assert [(one.owner.value, one.side, one.due.value) for one in steps] == [
        ("Ana", "seller", "2026-05-20"),
        ("Olga", "client", "2026-05-21"),
    ]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("We had tea. Olga will send me the specs by Friday. She likes us.", ["Olga will send me the specs by Friday"]),
        ("I owe them a quote. It rained.", ["I owe them a quote"]),
        ("I'll ring the yard before Monday.", ["I'll ring the yard before Monday"]),
        ("Olga will like it.", []),
        ("It will be done by Friday.", []),
        ("The crane will arrive by Friday.", []),
        ("Will Olga send it by Friday?", []),
        ("## By 20 May\n\nI'll ring the yard. Olga will send me the specs.", []),
    ],
)
def test_running_notes_promise(text: str, texts: list[str]) -> None:
    assert [step.passage.text for step in plan_of(NOTE.format(text)).next_steps] == texts


@pytest.mark.parametrize("text", ["You still have to call Olga", "Before Thursday you need to call Olga"])
def test_what_the_reader_of_a_preparation_still_has_to_do_is_a_step(text: str) -> None:
    prep = NOTE.replace("call-notes", "call-plan")
    (step,) = plan_of(prep.format(f"{text}. She likes cake.")).next_steps
    assert step.passage.text.endswith("to call Olga")
    assert step.side == "seller"
    assert not plan_of(NOTE.format(f"{text}. She likes cake.")).next_steps, "notes tell what was said to the client"


@pytest.mark.parametrize(
    "words", ["ask whether they decide after", "check who signs after", "leave the price for after", "be nice after"]
)
def test_what_is_to_be_said_in_a_call_is_not_left_for_after_it(words: str) -> None:
    assert not promise_forms.AFTER.match(words)
    assert promise_forms.AFTER.match("send her the flyer after")


def test_what_is_owed_or_left_for_after_the_call_needs_no_stop() -> None:
    text = (
        "mon 30/11 pm - ring Pru at Stonnard Water re pipettes\ntouch base & see how the loan set does\n"
        "she owes me the head count per lab!!\nsend promo flyer after\n"
    )
    plan = plan_of(text, "pru.md", Known(as_of="2026-11-30"))
    assert [(one.passage.text, one.side) for one in plan.next_steps] == [
        ("she owes me the head count per lab", "client"),
        ("send promo flyer after", "seller"),
    ]


def test_a_column_of_ticks_says_what_is_done() -> None:
    table = "| ☑ | Task | Who | By |\n|---|---|---|---|\n| ✔ | find the key | Olga | 20 May |\n| | call | Ana | |"
    assert [(step.passage.text, step.done) for step in plan_of(NOTE.format(table)).next_steps] == [
        ("find the key", True),
        ("call", False),
    ]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("For my part I have undertaken to send Miss Brandt a specimen", "I"),
        ("I promised her that I would bring the brochure", "I"),
        ("I must ask Gilbert in our service department for the visit", "I"),
        ("I have asked our Mrs Abigail Crewe to remind him", "Mrs Abigail Crewe"),
    ],
)
def test_what_one_of_us_has_undertaken_needs_no_day(sentence: str, owner: str) -> None:
    (step,) = plan_of(NOTE.format(f"Olga told me of the storm. {sentence}. She likes cake.")).next_steps
    assert (step.owner.value, step.side) == (owner, "seller")


@pytest.mark.parametrize(
    "sentence", ["I must say she was nice", "I must not forget how she laughed", "He asked our men"]
)
def test_what_is_only_said_undertakes_nothing(sentence: str) -> None:
    assert not plan_of(NOTE.format(f"Olga told me of the storm. {sentence}. She likes cake.")).next_steps


def test_what_somebody_said_is_no_step() -> None:
    body = '## Next steps\n\n- Olga: "You are always the dearest."\n- Olga: sign "the sheet" by Friday'
    (step,) = plan_of(NOTE.format(body)).next_steps
    assert step.passage.text.startswith("sign")


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("I must send the list.", ["I must send the list."]),
        ("Jo has to send the list.", ["Jo has to send the list."]),
        ("I must say the price is right.", []),
        ("I have to think about the price.", []),
    ],
)
def test_a_duty_is_a_promise_unless_it_is_only_to_think_or_say(line: str, texts: list[str]) -> None:
    found = plan_of(NOTE.format(f"## Notes\n\n{line}")).next_steps
    assert [step.passage.text.rstrip(".") for step in found] == [text.rstrip(".") for text in texts]
