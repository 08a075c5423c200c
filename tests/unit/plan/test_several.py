"""Several steps in one line, and the one day that a step names."""

import pytest
from planning import plan_of

NOTE = (
    "---\ntype: call-notes\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Olga Brandt\ndate: 2026-05-14\n---\n"
    "# Norwood\n\n{}\n"
)


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Next steps: I write it up tonight; Olga rings the depot", ["I write it up tonight", "Olga rings the depot"]),
        ("**Actions:** Ana sends the list. Olga signs it (if she can).",
         ["Ana sends the list", "Olga signs it (if she can)."]),
        ("Actions: Ana - the list · Olga - the key", ["the list", "the key"]),
        ("Next steps: I believe there is more. We want to be there.",
         ["I believe there is more. We want to be there."]),
        ("Next steps: Ana sends the list; it is long", ["Ana sends the list; it is long"]),
    ],
)  # fmt: skip
def test_each_of_several_sentences_behind_a_label_is_a_step(line: str, texts: list[str]) -> None:
    assert [step.passage.text for step in plan_of(NOTE.format(line)).next_steps] == texts


@pytest.mark.parametrize(
    ("step", "texts"),
    [
        ("Ana drafts the paper (9 June), Olga cuts it to two pages",
         [("Ana drafts the paper", "2026-06-09"), ("Olga cuts it to two pages", "")]),
        ("I mail the log on Monday, and Olga'll print it for the hall",
         [("I mail the log on Monday", "2026-05-18"), ("Olga'll print it for the hall", "")]),
        ("Ana sends the list; Olga to sign it by 20 May",
         [("Ana sends the list", ""), ("Olga to sign it by 20 May", "2026-05-20")]),
        ("Ana sends the list and Olga signs all of it (20 May)",
         [("Ana sends the list", ""), ("Olga signs all of it", "2026-05-20")]),
        ("Ana asks Olga and Bo to come to the yard", [("Ana asks Olga and Bo to come to the yard", "")]),
        ("Ana sends the list, Olga wants it by then", [("Ana sends the list, Olga wants it by then", "")]),
        ("if Ana signs, Olga sends the list to us", [("if Ana signs, Olga sends the list to us", "")]),
        ("Ana asks whether Bo pays and Olga signs the order",
         [("Ana asks whether Bo pays and Olga signs the order", "")]),
        ("9 June: Ana drafts the paper, Olga cuts it to two pages",
         [("Ana drafts the paper", "2026-06-09"), ("Olga cuts it to two pages", "")]),
        ("the carbon per kg, both plants, and the rest", [("the carbon per kg, both plants, and the rest", "")]),
    ],
)  # fmt: skip
def test_each_of_several_people_in_a_sentence_has_a_step(step: str, texts: list[tuple[str, str]]) -> None:
    found = plan_of(NOTE.format(f"## Next steps\n\n- {step}")).next_steps
    assert [(one.passage.text, one.due.value) for one in found] == texts


def test_the_first_of_several_in_a_cell_keeps_the_day_of_its_column() -> None:
    table = "| What | Due |\n|---|---|\n| Ana drafts the paper, Olga cuts it to two pages | 9 June |\n"
    found = plan_of(NOTE.format(f"## Next steps\n\n{table}")).next_steps
    assert [(one.owner.value, one.due.value) for one in found] == [("Ana", "2026-06-09"), ("Olga", "")]


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("Ana: walk the hall with Olga 20 May so she sees it", "2026-05-20"),
        ("Ana: on site Wed 20 May 2pm, all day", "2026-05-20"),
        ("Ana: ring the depot Monday", "2026-05-18"),
        ("Ana: read the 20 May report", ""),
        ("Ana: the report of 20 May, two pages", ""),
        ("Ana: compare 20 May with 27 May, hall 2", ""),
    ],
)
def test_the_one_day_that_a_step_names_is_when_it_is_due(step: str, due: str) -> None:
    found = plan_of(NOTE.format(f"## Next steps\n\n- {step}")).next_steps
    assert [one.due.value for one in found] == [due]


def test_a_weekday_beside_days_before_the_call_is_before_it() -> None:
    call = "# Call plan: Norwood, Thu 14 May 2026\n\n## Owners\n\n{}"
    steps = "- [ ] Ana: print the sheets, 11 May\n- [ ] Ana: ring Olga Wednesday\n"
    found = plan_of(call.format("## To do\n\n" + steps)).next_steps
    assert [one.due.value for one in found] == ["2026-05-11", "2026-05-13"]


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("**Us:** Ana sends the paper", [("Ana", "seller")]),
        ("**Them:** Olga gets it through legal by 7 June", [("Olga", "client")]),
        ("**Us:** send the paper by Friday", [("Us", "seller")]),
        ("**Us:** Nothing for now", []),
        ("**Us:** Ana Ruiz, Karl Enger", []),
    ],
)
def test_behind_a_side_stands_what_its_people_do(line: str, steps: list[tuple[str, str]]) -> None:
    plan = plan_of(NOTE.format("**Result:** Olga opens the report.\n" + line))
    assert [(one.owner.value, one.side) for one in plan.next_steps] == steps


def test_in_a_preparation_a_side_does_its_part_of_the_call() -> None:
    prep = NOTE.replace("call-notes", "call-plan").format("**Us:** Ana leads the demo")
    assert not plan_of(prep).next_steps


@pytest.mark.parametrize(
    ("heading", "due"),
    [
        ("Next steps by 27 May", "2026-05-27"),
        ("Next steps from 27 May", ""),
        ("Next steps (mail of 27 May)", ""),
    ],
)
def test_a_heading_dates_its_list_unless_the_day_is_of_what_was_written(heading: str, due: str) -> None:
    found = plan_of(NOTE.format(f"## {heading}\n\n- Olga sends the gate log\n- Ana rings the yard")).next_steps
    assert {one.due.value for one in found} == {due}


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("You send the list to Olga, I read it on Friday", ["You send the list to Olga", "I read it on Friday"]),
        ("Olga signs the form, you book the van", ["Olga signs the form", "you book the van"]),
    ],
)
def test_what_you_do_is_a_step_apart_from_what_others_do(line: str, texts: list[str]) -> None:
    found = plan_of(NOTE.format(f"## Next steps\n- {line}")).next_steps
    assert [step.passage.text for step in found] == texts
