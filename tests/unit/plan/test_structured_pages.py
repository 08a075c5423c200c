"""Pages that a notebook, a tracker, a form or a CRM laid out."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

AUTUMN = Known(as_of="2026-11-30")


def steps(plan: Plan) -> list[tuple[str, str, str, bool]]:
    """Return what is to be done, by whom, by when, and whether it is done."""
    return [(one.passage.text, one.owner.value, one.due.value, one.done) for one in plan.next_steps]


def goals(plan: Plan) -> list[tuple[str, str]]:
    """Return the ranks and the words of the goals."""
    return [(one.rank, one.passage.text) for one in plan.objectives]


def test_a_callout_of_a_notebook_is_read() -> None:
    text = (
        "# Norwood QBR, 9 December 2026\n\n<aside>\n💡 **Goal of the meeting:** Liz signs the order for all stores\n\n"
        "</aside>\n\n<aside>\nFallback: Liz names the day for the decision\n</aside>\n"
    )
    plan = plan_of(text, "norwood.md", AUTUMN)
    assert goals(plan) == [
        ("primary", "Liz signs the order for all stores"), ("fallback", "Liz names the day for the decision")
    ]  # fmt: skip
    assert all(text[one.span.start : one.span.end] == one.passage.text for one in plan.objectives)


def test_other_tags_are_no_callouts() -> None:
    text = "# Norwood QBR, 9 December 2026\n\n<details>\nGoal: Liz signs the order for all stores\n</details>\n"
    assert not plan_of(text, "norwood.md", AUTUMN).objectives


TRACKER = """Project: NW - Norwood Hospitals
Deal stage: Negotiation

== DONE ==

NW-28  Security questionnaire returned
       Assignee: Ben Ito | Due: 13/Nov/26 | Resolution: Done

== TO DO ==

NW-34  Sponsor letter to finance director
       Assignee: Carla Nunn (client) | Due: 04/Dec/26 | Priority: High
NW-35  Send savings calc v4 to Carla
       Assignee: Ben Ito | Due: 01/Dec/26 | Blocks: NW-34
"""


def test_a_task_of_a_tracker_is_told_by_the_line_below_it() -> None:
    assert steps(plan_of(TRACKER, "nw-board.md", AUTUMN)) == [
        ("Security questionnaire returned", "Ben Ito", "2026-11-13", True),
        ("Sponsor letter to finance director", "Carla Nunn (client)", "2026-12-04", False),
        ("Send savings calc v4 to Carla", "Ben Ito", "2026-12-01", False),
    ]


@pytest.mark.parametrize("day", ["<2026-12-01 Tue>", "<2026-12-01>", "2026-12-01"])
def test_a_day_of_a_note_taking_tool_is_a_deadline(day: str) -> None:
    text = f"# Call notes Norwood, 26 Nov 2026\n\n## Do\n\n- TODO send the data sheet to Ana\n  DEADLINE: {day}\n"
    (step,) = plan_of(text, "notes.md", AUTUMN).next_steps
    assert (step.passage.text, step.due.value) == ("send the data sheet to Ana", "2026-12-01")


FORM = """# Norwood visit, 8 December 2026

**2. Phase** *(tick one)*

☐ Contact     ☐ Needs     ☒ Evaluation     ☐ Offer     ☐ Order

**4. Objective of visit** *(what should the customer do afterwards?)*

Mr. Beswick books the trial of the kiln and names his engineer

**5. Minimum result** *(if 4. cannot be reached)*

Mr. Beswick sends the gas bills of the year

**7. Action before visit**

☒ Colin to charge demo case

☐ Maureen to obtain gas tariff by 4/12/2026
"""


def test_a_form_with_prompts_and_choices_says_what_was_filled_in() -> None:
    plan = plan_of(FORM, "visit.md", AUTUMN)
    assert goals(plan) == [
        ("primary", "Mr. Beswick books the trial of the kiln and names his engineer"),
        ("fallback", "Mr. Beswick sends the gas bills of the year"),
    ]
    assert plan.stage.value == "evaluate"
    assert [(owner, day, done) for _, owner, day, done in steps(plan)] == [
        ("Colin", "", True), ("Maureen", "2026-12-04", False)
    ]  # fmt: skip


def test_a_goal_in_brackets_is_no_prompt() -> None:
    head = "---\ntype: call-plan\n---\n# Norwood visit, 8 December 2026\n\n"
    text = f"{head}**Objective:** (Ana signs the test plan by 11 December)\n"
    assert len(plan_of(text, "visit.md", AUTUMN).objectives) == 1


def test_states_in_brackets_are_no_slots() -> None:
    lines = "[closed] Mona: list of crew leaders\n[open] Liv: confirm rooms, 11 Dec\n[open] Mona finds out who pays\n"
    plan = plan_of(f"# Norwood, deal file\n\nStage: Proposal\n\n## Next steps\n\n{lines}", "norwood.md", AUTUMN)
    assert plan.is_plan
    assert [(owner, done) for _, owner, _, done in steps(plan)][:2] == [("Mona", True), ("Liv", False)]


def test_an_activity_of_a_crm_may_hold_the_objective_of_its_call() -> None:
    rows = (
        "| Event | Quote walkthrough | 04/12/2026 | Ben Ito | Planned | Objective: Ana puts the quote on the agenda |\n"
        "| Task | Chase the framework number | 03/12/2026 | Ben Ito | Not Started | |\n"
    )
    head = "| Type | Subject | Due Date | Assigned To | Status | Comments |\n|---|---|---|---|---|---|\n"
    text = f"# Opportunity: Norwood Trust\n\nStage: Proposal\n\n## Open Activities\n\n{head}{rows}"
    assert [one.passage.text for one in plan_of(text, "opp.md", AUTUMN).objectives] == [
        "Ana puts the quote on the agenda"
    ]


@pytest.mark.parametrize("label", ["Tasks - Jo", "Tasks (Jo)", "Actions – Jo", "Next steps Jo"])
def test_the_label_of_tasks_may_say_whose_they_are(label: str) -> None:
    text = f"# Call plan Norwood, 3 Dec 2026\n\nUs: Jo Marsh\n\n**{label}:** send the revised quote by 1 Dec\n"
    (step,) = plan_of(text, "prep.md", AUTUMN).next_steps
    assert (step.owner.value, step.due.value) == ("Jo", "2026-12-01")


@pytest.mark.parametrize("box", ["> [!goal]\n> {}\n", "> [!goal] What we want\n> {}\n", "> [!objective]-\n> {}\n"])
def test_the_sort_of_a_callout_is_its_title_where_it_has_none(box: str) -> None:
    text = "# Norwood – call 8 Dec 2026\n\n" + box.format("Orla takes the test to her board on 17 December")
    text += "\n> [!fallback]\n> Piet measures the yield on two shifts\n"
    assert goals(plan_of(text, "norwood.md", AUTUMN)) == [
        ("primary", "Orla takes the test to her board on 17 December"),
        ("fallback", "Piet measures the yield on two shifts"),
    ]
