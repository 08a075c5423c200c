"""Front matter, strict and lenient, and documents that are broken or empty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planning import plan_of

from advancelint.markdown import parse
from advancelint.plan import Known, NextStep, Objective, Outcome, understand
from advancelint.source import Source

BROKEN = """---
author: Desk: Pipeline
type: deal-plan
account: 'Norwood'
our-team:
  - Ana Ruiz
attendees: [Mia Salo, Jo]
---
"""


def test_what_is_no_yaml_is_read_line_by_line_and_reported() -> None:
    plan = plan_of(BROKEN)
    assert (plan.kind, plan.account.value) == ("deal", "Norwood")
    assert {person.name: person.side for person in plan.people}["Ana Ruiz"] == "seller"
    assert all(BROKEN[person.span.start : person.span.end] == person.name for person in plan.people)
    (problem,) = plan.problems
    assert problem.kind == "front-matter"
    assert BROKEN[problem.span.start : problem.span.end] == "author: Desk: Pipeline"
    # In the words that a mistake in a card has, which tests/unit/test_yaml_faults.py lists.
    assert problem.message.startswith("a second colon stands in this line")
    assert problem.message.endswith('put the whole text in quotation marks: author: "Desk: Pipeline"')


@pytest.mark.parametrize(
    "text", ["---\n- a\n- b\n---\n", "---\njust words\n---\n", "---\n\n---\n", "---\n? [a]\n: b\n---\n"]
)
def test_front_matter_that_is_no_mapping_is_harmless(text: str) -> None:
    assert plan_of(text).kind == "none"


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file_is_a_problem(text: str) -> None:
    assert [problem.kind for problem in plan_of(text).problems] == ["empty"]


def test_keys_may_be_written_in_any_case_with_any_joint() -> None:
    plan = plan_of("---\nType: deal-plan\nClose_Date: 2026-06-30\nOur Team: [Ana Ruiz]\n---\n")
    assert plan.close_date.value == "2026-06-30"
    assert plan.people[0].side == "seller"


def test_a_quoted_value_points_at_its_words() -> None:
    text = '---\ntype: deal-plan\naccount: "Norwood"\nnext_step: "Tomas \\"T\\" sends it"\n---\n'
    plan = plan_of(text)
    assert text[plan.account.span.start : plan.account.span.end] == "Norwood"
    (step,) = plan.next_steps
    assert text[step.span.start : step.span.end] == '"Tomas \\"T\\" sends it"'


BITS = """
# Account plan: Norwood
## 2026-06-08 Call
**Objective:** Ana signs
**Objective:**
- [x] Ana: ~~calls~~
- Owner: Ana
| Date | Objective | Outcome |
|---|---|---|
| 2 May | a | b |
| Who | What | Due |
## Next steps
**Norwood:**
> Goal: b
- a
  - By: 3 May
---
type: deal-plan
stage: a → b
Next step: x — Ana, by 2 May
<!-- Goal: x -->
```
🎯: @
"""


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(BITS.split("\n")), st.text(max_size=8)), max_size=20),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_document_is_understood_without_an_exception_and_within_its_text(lines: list[str], joint: str) -> None:
    text = joint.join(lines)
    source = Source.of("plan.md", text).with_line_feeds()
    plan = understand(source, parse(source), Known(kind="account", as_of="2026-06-01"))
    found: list[Objective | NextStep | Outcome] = [*plan.objectives, *plan.next_steps, *plan.outcomes]
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert -1 <= one.call < len(plan.calls)
    for place in plan.passed_over:
        assert 1 <= place.line <= source.line_count
