"""Front matter, strict and lenient, and documents that are broken or empty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advancelint.markdown import parse
from advancelint.plan import Known, understand
from advancelint.source import Source

BROKEN = "---\nauthor: Desk: Pipeline\ntype: deal-plan\naccount: 'Norwood'\nour-team:\n  - Ana Ruiz\nattendees: [Mia Salo, Jo]\n---\n"


def test_what_is_no_yaml_is_read_line_by_line_and_reported(plan_of):
    plan = plan_of(BROKEN)
    assert (plan.kind, plan.account.value) == ("deal", "Norwood")
    assert {person.name: person.side for person in plan.people}["Ana Ruiz"] == "seller"
    (problem,) = plan.problems
    assert problem.kind == "front-matter"
    assert BROKEN[problem.span.start : problem.span.end] == "author: Desk: Pipeline"


@pytest.mark.parametrize(
    "text", ["---\n- a\n- b\n---\n", "---\njust words\n---\n", "---\n\n---\n", "---\n? [a]\n: b\n---\n"]
)
def test_front_matter_that_is_no_mapping_is_harmless(plan_of, text):
    assert plan_of(text).kind == "none"


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file_is_a_problem(plan_of, text):
    assert [problem.kind for problem in plan_of(text).problems] == ["empty"]


def test_keys_may_be_written_in_any_case_with_any_joint(plan_of):
    plan = plan_of("---\nType: deal-plan\nClose_Date: 2026-06-30\nOur Team: [Ana Ruiz]\n---\n")
    assert plan.close_date.value == "2026-06-30"
    assert plan.people[0].side == "seller"


def test_a_quoted_value_points_at_its_words(plan_of):
    text = '---\ntype: deal-plan\naccount: "Norwood"\nnext_step: "Tomas \\"T\\" sends it"\n---\n'
    plan = plan_of(text)
    assert text[plan.account.span.start : plan.account.span.end] == "Norwood"
    (step,) = plan.next_steps
    assert text[step.span.start : step.span.end] == '"Tomas \\"T\\" sends it"'


LINES = [
    "# Account plan: Norwood", "## 2026-06-08 Call", "**Objective:** Ana signs", "**Objective:**", "- [x] Ana: ~~calls~~", "- Owner: Ana",
    "| Date | Objective | Outcome |", "|---|---|---|", "| 2 May | a | b |", "| Who | What | Due |", "## Next steps", "**Norwood:**", "> Goal: b",
    "- a", "  - By: 3 May", "---", "type: deal-plan", "stage: a → b", "Next step: x — Ana, by 2 May", "<!-- Goal: x -->", "```", "", "🎯: @", "\u00a0",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=8)), max_size=20), st.sampled_from(["\n", "\r\n"]))
def test_any_document_is_understood_without_an_exception_and_within_its_text(lines, joint):
    text = joint.join(lines)
    source = Source.of("plan.md", text)
    plan = understand(source, parse(source), Known(kind="account", as_of="2026-06-01"))
    for one in (*plan.objectives, *plan.next_steps, *plan.outcomes):
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert -1 <= one.call < len(plan.calls)
    for place in plan.passed_over:
        assert 1 <= place.line <= source.line_count
