"""Paragraphs that are counted, "5.1 …", "5.2 …", are the items of a list."""

from planning import plan_of

from advancelint.plan import Known

AUTUMN = Known(as_of="2026-11-30")
PLAN = """# Account plan 2027 – Norwood

**4. What we want by December 2027**

4.1  Norwood moves the acetate of the second plant to us

4.2  Be seen by them as a true partner

**5. Next steps**

5.1  Len opens the tank farm for the survey – 22 January 2027

5.2  Moira puts us on the tender list – 31 March 2027
"""


def test_counted_paragraphs_are_goals_and_steps_without_their_numbers() -> None:
    plan = plan_of(PLAN, "norwood.md", AUTUMN)
    assert [plan.sales_objective.value, *(one.passage.text for one in plan.objectives)] == [
        "Norwood moves the acetate of the second plant to us",
        "Be seen by them as a true partner",
    ]
    assert [(one.owner.value, one.due.value) for one in plan.next_steps] == [
        ("Len", "2027-01-22"), ("Moira", "2027-03-31")
    ]  # fmt: skip


def test_days_are_no_numbers() -> None:
    log = "3.1 first phone. Ana agreed to a visit.\n\n3.2 visit. Ana took 200 lids for a test.\n\n3.3 phone, nothing.\n"
    plan = plan_of(f"# Calls Norwood Tubs\n\nStage: Proposal\n\n{log}", "norwood-log.md", Known(as_of="2026-03-30"))
    assert not plan.next_steps
    assert not plan.objectives


def test_one_number_makes_no_list() -> None:
    text = "# Account plan 2027 – Norwood\n\n## 5. Next steps\n\n5.1  Len opens the plant – 22 January 2027\n"
    (step,) = plan_of(text, "norwood.md", AUTUMN).next_steps
    assert step.due.value == "2027-01-22"
