"""Headings that share out deeds between two companies, with and without marks of a heading."""

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-12-01")
PAGE = (
    "{t}Norwood Dairy and Halden Thermal: through next summer\n\nPrepared for Ana Ruiz, Manager, by Tomas Berg.\n\n"
    "{h}What Norwood will do\n\nAna sends the reports by Friday 4 December.\n\n"
    "{h}What Halden will do\n\nTomas sends the draft by 8 December.\n\n"
    "{h}What we do together\n\nBoth teams write the schedule by 18 December.\n"
)


@pytest.mark.parametrize("mark", ["## ", ""])
def test_what_each_of_two_companies_will_do_are_steps_and_no_goals(mark: str) -> None:
    plan = plan_of(PAGE.format(t="# " if mark else "", h=mark), "with-norwood.md", NOW)
    assert plan.kind == "map"
    assert [(one.due.value, one.apparent_side) for one in plan.next_steps] == [
        ("2026-12-04", "client"),
        ("2026-12-08", "seller"),
        ("2026-12-18", "both"),
    ]
    assert not plan.objectives


def test_whoever_heads_a_list_owns_what_nobody_else_does() -> None:
    lists = "## What Norwood does\n\n- Reports – 4 December\n\n## What Halden does\n\n- Order the parts – 9 December\n"
    plan = plan_of(f"# Norwood Dairy and Halden Thermal, to go-live\n\n{lists}", "map.md", NOW)
    assert [(one.owner.value, one.apparent_side) for one in plan.next_steps] == [
        ("Norwood", "client"),
        ("Halden", "seller"),
    ]


def test_what_one_company_is_to_do_is_what_a_call_is_for() -> None:
    text = "# Call plan Norwood Dairy, 9 December 2026\n\n## What Norwood will do\n\nAna names the day of the trial.\n"
    plan = plan_of(text, "call.md", NOW)
    assert [one.passage.text for one in plan.objectives] == ["Ana names the day of the trial."]
    assert not plan.next_steps
