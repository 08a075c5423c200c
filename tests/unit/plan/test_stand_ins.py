"""Who owns a step that only a pronoun gives to somebody."""

import pytest
from planning import plan_of

from advancelint.plan import Known, NextStep

AUTUMN = Known(as_of="2026-11-30")
HEAD = "# Call notes Norwood, 26 Nov 2026\n\nClient: Ana Ruiz, Petra Lund\nUs: Ben Ito\n\n## Next steps\n\n"


def step_of(line: str) -> NextStep:
    """Return the last step of notes that promise this."""
    return plan_of(f"{HEAD}- {line}\n", "notes.md", AUTUMN).next_steps[-1]


@pytest.mark.parametrize(
    "line",
    ["Rang Ana, she'll send the load data by 4 Dec", "Met Ana Ruiz at the plant. She will send the data by 4 Dec."],
)
def test_he_or_she_is_the_one_who_is_named_before(line: str) -> None:
    plan = plan_of(f"# Call notes Norwood, 26 Nov 2026\n\nClient: Ana Ruiz\nUs: Ben Ito\n\n{line}\n", "n.md", AUTUMN)
    (step,) = plan.next_steps
    assert step.owner.value in {"Ana", "Ana Ruiz"}
    assert step.side == "client"


def test_of_two_who_are_named_nobody_is_meant() -> None:
    text = "Ana told Petra that the lab is late. She will send the load data by 4 Dec."
    head = "# Call notes Norwood, 26 Nov 2026\n\nClient: Ana Ruiz, Petra Lund\nUs: Ben Ito\n\n"
    (step,) = plan_of(f"{head}{text}\n", "n.md", AUTUMN).next_steps
    assert step.owner.value == ""


def test_what_he_or_she_does_is_likely_the_clients() -> None:
    step = step_of("she sends the list of sites by 4 Dec")
    assert (step.side, step.likely) == ("unknown", "client")


def test_one_of_ours_is_not_meant() -> None:
    text = "Told Ben about it. He will send the load data by 4 Dec."
    head = "# Call notes Norwood, 26 Nov 2026\n\nClient: Ana Ruiz\nUs: Ben Ito\n\n"
    assert all(one.owner.value != "Ben" for one in plan_of(f"{head}{text}\n", "n.md", AUTUMN).next_steps)


LETTER = """From: Emily Carr
To: Josh Orre, Norwood Bakery
Cc: Dee Lal
Sent: 27 November 2026 08:52
Subject: Yesterday / trays

Hi Josh,

Thanks for the time yesterday. So that we're all on one page:

You said you would
  1. put 50 trays through the freezer, by Mon 7 Dec
  2. ask Helen whether the paper needs testing

I said I would
  1. get you 50 trays on Monday's van (30 Nov)
  2. find out what 400k cost, by Wed 2 Dec

Best,
Emily
"""


def test_you_in_a_letter_to_the_client_is_the_client_and_not_who_gets_a_copy() -> None:
    steps = plan_of(LETTER, "mail.md", AUTUMN).next_steps
    assert [(one.owner.value, one.side) for one in steps] == [
        ("You", "client"), ("You", "client"), ("Emily Carr", "seller"), ("Emily Carr", "seller")
    ]  # fmt: skip


def test_what_you_offered_is_the_readers_step() -> None:
    subject = "Norwood Bakery, trial: our call of yesterday"
    head = LETTER.partition("Hi Josh")[0].replace("Yesterday / trays", subject)
    head += "Dear Josh,\n\nThank you for the hour yesterday.\n\n"
    promised = "From our side, I will send the revised quote by 27 November, and Dee sets up the test by 4 December.\n"
    asked = "You kindly offered to ask the works council before 2 December, and Karel will send us the export.\n\n"
    tail = "I would like to speak again on Thursday 3 December at 14:00.\n\nBest,\nEmily\n"
    steps = plan_of(f"{head}{promised}{asked}{tail}", "mail.md", AUTUMN).next_steps
    assert [(one.owner.value, one.side) for one in steps] == [
        ("Emily Carr", "seller"),
        ("Dee", "seller"),
        ("Josh Orre", "client"),
    ]


def test_what_you_will_do_is_the_readers_whose_name_the_words_tell() -> None:
    text = (
        "From: Jo Berg\nTo: Priya Shah\nSubject: handover Norwood Mills\n\nHi Priya,\n\nNext steps:\n"
        "- you send the list to Ana\n- You'll ring Ben by Friday\n\nJo\n"
    )
    owner = plan_of(text).next_steps[-1].owner
    assert (owner.value, owner.surface) == ("Priya Shah", "text")
