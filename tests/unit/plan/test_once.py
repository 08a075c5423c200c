"""The words of a goal are no promise beside it."""

from __future__ import annotations

from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-11-30")
NOTES = "# Call notes Norwood Paper, 24 Nov 2026\n\nPresent: Ana Ruiz (Norwood), Tomas Berg (us)\n\n{}\n"


def test_what_is_wanted_of_the_next_call_is_a_goal_alone() -> None:
    told = (
        "## Next steps\n\n- Tomas: the price by 27/11\n\n## Next = 10/12, hall 2\n\n"
        "get Ana to pick the reel and to sign the trial order that day\n"
    )
    plan = plan_of(NOTES.format(told), "norwood.md", NOW)
    assert ["sign the trial order" in one.passage.text for one in plan.objectives] == [True]
    assert [one.owner.value for one in plan.next_steps] == ["Tomas"]


def test_a_step_in_a_further_line_of_a_goal_stays() -> None:
    told = "## Goal and steps\n\nGoal: Ana signs the trial order\n- Tomas sends her the price by 27 Nov\n"
    plan = plan_of(NOTES.format(told), "norwood.md", NOW)
    assert [one.passage.text.partition(" by")[0] for one in plan.next_steps] == ["Tomas sends her the price"]
