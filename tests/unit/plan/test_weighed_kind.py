"""Plans that only their lines tell, kinds that all signs tell together, and pages about how a team works."""

from __future__ import annotations

import pytest
from planning import plan_of

TIMETABLE = (
    "# Road to the first winter\n\nVersion of 5 October 2026, as read by Ms. Vogt and Mr. Idle.\n\n"
    "## What the visit has to bring\n\n"
    "3.1 Ms. Vogt is to name the ten halls for the trial by 14 October 2026.\n\n"
    "3.2 Mr. Idle signs the form and gives us the keys.\n\n"
    "3.3 Should he be away, Ms. Vogt names five halls instead.\n\n"
    "## What was promised\n\nMs. Vogt will send the gate log by 12 October 2026.\n\n"
    "Mr. Idle will ring the yard by 9 October 2026.\n"
)


def test_a_page_of_goals_people_and_days_is_a_plan_without_a_title_that_says_so() -> None:
    plan = plan_of(TIMETABLE)
    assert plan.is_plan
    assert "Mr. Idle signs the form and gives us the keys." in [one.passage.text for one in plan.objectives]


def test_a_dictated_note_that_names_weekdays_alone_is_a_plan() -> None:
    text = (
        "so, the mill, thurs afternoon. petra vogt and mo idle, he pays\n\n"
        "what i want is petra to name the ten halls for the trial\nand mo signs the form while i'm there\n"
        "if he won't, petra gives me five halls\n\n"
        "to do\nana - floor plan to petra before weds\npetra - gate log to me\n\n40 halls in all\n"
    )
    assert plan_of(text, "mill.md").is_plan
    assert not plan_of(text.replace("thurs ", "").replace("weds", "then"), "mill.md").is_plan
    one_day = text.replace("thurs ", "")
    more = "i want mo to show us the old hall\n\ni want mo to name who signs\n\nthen i want petra to open the log\n\n"
    assert not plan_of(one_day, "mill.md").is_plan
    assert plan_of(one_day.replace("if he won't", more + "if he won't"), "mill.md").is_plan


@pytest.mark.parametrize(
    ("taken", "put"),
    [
        ("Version of 5 October 2026, as read by Ms. Vogt and Mr. Idle.", "You always do this. " * 4),
        ("Version of 5 October 2026, as read", "Version of 5 October 2026. Permission is hereby granted, as read"),
        ("Ms. Vogt", "the planner"),
    ],
    ids=["advice to the reader", "a licence", "nobody"],
)
def test_each_sign_of_it_has_to_be_there(taken: str, put: str) -> None:
    text = TIMETABLE.replace(taken, put)
    text = text.replace("Mr. Idle", "the gate") if taken == "Ms. Vogt" else text
    assert not plan_of(text).is_plan


@pytest.mark.parametrize(
    "head",
    [
        "# Procedure 14: preparing calls\n",
        "# Calls\n\nOwner: Sales Operations. Applies to all branches.\n",
        "# Group desk\n\nValid from 1 May 2026.\n",
    ],
)
def test_a_page_that_says_to_whom_it_applies_is_no_plan(head: str) -> None:
    body = "\nObjective of the call: Ines signs the form by 12 June 2026\nNext step: Ines sends the log by 13 June\n"
    assert plan_of("# Norwood, 10 June 2026\n" + body).is_plan
    assert not plan_of(head + body).is_plan


def test_all_signs_together_may_tell_another_kind_than_the_rules() -> None:
    """A stage and a scorecard say "deal"; the day, who comes, the ladder and the questions are of a call ahead."""
    text = (
        "---\naccount: Norwood\nstage: evaluate\ndate: 2026-06-10\n---\n\n# Before Wednesday\n\n## Who is on\n\n"
        "Petra Vogt runs the halls. Mo Idle pays.\n\n## What we want out of it\n\n"
        "- Best: Petra signs the trial form\n- Good: Mo lets us see the gate log\n- Fallback: Petra names a day\n\n"
        "## Questions to ask\n\n- Which hall was cold?\n- Who else signs?\n- What did January cost?\n\n"
        "## Before we go\n\n- [ ] Ana: print the floor plan\n- [ ] Kim: bring the meter\n"
    )
    plan = plan_of(text, "norwood-wed.md")
    assert (plan.kind, plan.declared) == ("prep", False)
    assert [call.date.value for call in plan.calls] == ["2026-06-10"]
    declared = plan_of(text.replace("account:", "kind: deal\naccount:"), "norwood-wed.md")
    assert (declared.kind, declared.declared) == ("deal", True)
