"""Days whose number is a word, as whoever dictates says them."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known, dates
from advancelint.plan.vocabulary import vocabulary

WORDS = vocabulary()
NEAR = "2026-11-25"


@pytest.mark.parametrize(
    ("text", "said", "iso"),
    [
        ("Ayr, Thursday the nineteenth of November.", "the nineteenth of November", "2026-11-19"),
        ("tidemark, thursday third of december, from the car", "third of december", "2026-12-03"),
        ("He does the survey on December eighth with Dwight", "December eighth", "2026-12-08"),
        ("back there Friday the eleventh at nine", "Friday the eleventh", "2026-12-11"),
        ("the twenty-first of May 2027", "the twenty-first of May 2027", "2027-05-21"),
        ("by the thirty first of December", "the thirty first of December", "2026-12-31"),
        ("by December first we need it", "December first", "2026-12-01"),
        ("back there December second.", "December second", "2026-12-02"),
        ("on the first of may", "the first of may", "2027-05-01"),
    ],
)
def test_a_day_that_is_spelled_out_is_a_day(text: str, said: str, iso: str) -> None:
    assert [(text[one.span.start : one.span.end], one.iso) for one in dates.find(text, WORDS, NEAR)] == [(said, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "the second may follow",
        "the first march of the unions",
        "the third of them signs",
        "in June second thoughts came",
        "in December first comes the audit",
        "first thing Monday",
        "the fifteenth floor",
        "a thirtieth of it",
    ],
)
def test_other_words_that_count_are_no_days(text: str) -> None:
    assert list(dates.find(text, WORDS, NEAR)) == []


def test_days_in_words_and_in_numbers_come_in_their_order() -> None:
    text = "on 2 December, then the eighth of December, then 14 December"
    assert [one.iso for one in dates.find(text, WORDS, NEAR)] == ["2026-12-02", "2026-12-08", "2026-12-14"]


def test_a_month_behind_a_number_is_that_numbers() -> None:
    assert [one.iso for one in dates.find("6 May first walk through", WORDS, "2026-05-01")] == ["2026-05-06"]


def test_without_a_year_or_a_day_near_it_no_day_is_known() -> None:
    assert [one.iso for one in dates.find("the third of December", WORDS)] == [""]
    assert list(dates.find("Friday the eleventh", WORDS)) == []


def test_the_thirty_first_of_june_is_no_day_of_the_calendar() -> None:
    assert [one.iso for one in dates.find("the thirty-first of June", WORDS, NEAR)] == [""]


def test_a_dictated_note_tells_when_its_call_is_and_when_a_step_is_due() -> None:
    plan = plan_of(
        "tidemark lifts, call on thursday the third of december, memo from the car\n\n"
        "goal: hazel signs the order for one trailer\n\n"
        "next steps\n- sheila sends the price by the first of december\n",
        known=Known(as_of="2026-11-25"),
    )
    assert [call.date.value for call in plan.calls] == ["2026-12-03"]
    assert [step.due.value for step in plan.next_steps] == ["2026-12-01"]
