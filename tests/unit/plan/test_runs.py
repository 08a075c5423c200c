"""Paragraphs in which a title stands between rules, or lines stand that arrows lead."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

NOTES = "# Norwood Mills – log\n\n{}\n"


def notes(text: str) -> Plan:
    return plan_of(NOTES.format(text), known=Known(as_of="2026-11-28"))


@pytest.mark.parametrize("title", ["--- 4 Nov ---", "--- 4/11 ---", "=== Wed 4 Nov ===", "-- 4 Nov, phone --"])
def test_a_day_between_rules_heads_a_call(title: str) -> None:
    plan = notes(f"{title}\nRang Petra. She agreed to a trial.\n\n--- 13 Oct ---\nPetra came to the stand.")
    assert [one.date.value for one in plan.calls] == ["2026-11-04", "2026-10-13"]
    assert [(one.passage.text, one.call) for one in plan.outcomes] == [("She agreed to a trial", 0)]


@pytest.mark.parametrize("line", ["--- Original message ---", "--- cut here ---", "a -- 4 Nov -- b"])
def test_other_words_between_rules_head_nothing(line: str) -> None:
    plan = notes(f"## Visit 12 November\n\nPetra agreed to a trial.\n\n{line}\nRang Petra again.")
    assert [one.date.value for one in plan.calls] == ["2026-11-12"]


def test_lines_that_arrows_lead_below_a_text_are_steps() -> None:
    plan = notes(
        "## 26-11 phone, Petra\n\nPetra counted the bales. Nobody had asked her to do that since the spring.\n"
        "-> Lena mails the sketch by 4 December\n-> Petra: forecast for Q1, promised 27/11\nShe was in a hurry."
    )
    assert [(one.passage.text, one.owner.value) for one in plan.next_steps] == [
        ("Lena mails the sketch by 4 December", "Lena"),
        ("forecast for Q1, promised 27/11", "Petra"),
    ]
    assert [one.date.value for one in plan.calls] == ["2026-11-26"]


def test_a_double_arrow_leads_to_what_came_of_a_call() -> None:
    plan = notes("## Visit 12 November\n\nWalked the hall with her, an hour.\n=> Petra left us 500 tubes to compare")
    assert not plan.next_steps


def test_a_short_line_above_arrows_heads_them() -> None:
    plan = notes("## Visit 12 November\n\nWhat we are after on the 9th\n-> Petra signs the trial\n-> Ana joins her")
    assert [one.passage.text for one in plan.objectives] == ["Petra signs the trial", "Ana joins her"]


def test_numbers_with_a_dash_are_a_day_where_a_call_follows() -> None:
    assert [one.date.value for one in notes("## 26-11 phone, Petra\n\nShe agreed.").calls] == ["2026-11-26"]
    assert not any(one.date.value for one in notes("## 10-12 visits\n\nShe agreed.").calls)
