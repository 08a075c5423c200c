"""Times that are no plain day become days or ranges, told from the day of the call."""

import pytest
from planning import plan_of

from advancelint.plan import due, moments
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Passage

WORDS = vocabulary()
WEDNESDAY = Anchor("2026-05-13", "2026-05-13")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("Friday", "2026-05-15", "2026-05-15", "day"),
        ("Wednesday", "2026-05-20", "2026-05-20", "day"),
        ("next Tuesday", "2026-05-19", "2026-05-19", "day"),
        ("next Friday", "2026-05-15", "2026-05-22", "relative"),
        ("Friday week", "2026-05-22", "2026-05-22", "day"),
        ("Wed wk", "2026-05-27", "2026-05-27", "day"),
        ("Fri weekly", "2026-05-15", "2026-05-15", "day"),
        ("tomorrow", "2026-05-14", "2026-05-14", "day"),
        ("within 48h", "2026-05-15", "2026-05-15", "day"),
        ("in two weeks", "2026-05-27", "2026-05-27", "day"),
        ("in 3 Tagen", "2026-05-16", "2026-05-16", "day"),
        ("in one month", "2026-06-13", "2026-06-13", "day"),
        ("the 20th", "2026-05-20", "2026-05-20", "day"),
        ("the 5th", "2026-06-05", "2026-06-05", "day"),
        ("end of week", "2026-05-15", "2026-05-15", "day"),
        ("end of month", "2026-05-31", "2026-05-31", "day"),
        ("end of June", "2026-06-30", "2026-06-30", "day"),
        ("Ende Juni", "2026-06-30", "2026-06-30", "day"),
        ("fin février 2028", "2028-02-29", "2028-02-29", "day"),
        ("end of Q3", "2026-09-30", "2026-09-30", "day"),
        ("Q3", "2026-07-01", "2026-09-30", "quarter"),
        ("Q1 2027", "2027-01-01", "2027-03-31", "quarter"),
        ("H2", "2026-07-01", "2026-12-31", "quarter"),
        ("week 25", "2026-06-15", "2026-06-21", "week"),
        ("KW 22", "2026-05-25", "2026-05-31", "week"),
        ("w/c 15 June 2026", "2026-06-15", "2026-06-21", "week"),
        ("next week", "2026-05-18", "2026-05-24", "week"),
        ("July", "2026-07-01", "2026-07-31", "month"),
        ("next month", "2026-06-01", "2026-06-30", "month"),
        ("2026-07", "2026-07-01", "2026-07-31", "month"),
        ("the week of 15 June 2026", "2026-06-15", "2026-06-21", "week"),
        ("3-5 June", "2026-06-03", "2026-06-05", "range"),
        ("Jun 1-7", "2026-06-01", "2026-06-07", "range"),
        ("viernes", "2026-05-15", "2026-05-15", "day"),
        ("sexta-feira", "2026-05-15", "2026-05-15", "day"),
        ("ASAP", "", "", "vague"),
        ("mid-June", "", "", "vague"),
        ("12 June", "2026-06-12", "2026-06-12", "day"),
        ("week 99", "", "", "week"),
    ],
)
def test_a_time_covers_days(text: str, start: str, end: str, precision: str) -> None:
    (found,) = moments.find(text, WORDS, WEDNESDAY)
    assert found.period == (start, end, precision)


@pytest.mark.parametrize("text", ["Friday", "tomorrow", "in two weeks", "end of month", "next week", "the 20th"])
def test_without_a_call_nothing_is_told_from_it(text: str) -> None:
    (found,) = moments.find(text, WORDS, Anchor("2026-05-13"))
    assert found.period.start == ""


@pytest.mark.parametrize(
    ("text", "value", "raw"),
    [
        ("send it by Friday 12 June", "2026-06-12", "12 June"),
        ("send it by Friday", "2026-05-15", "Friday"),
        ("send it on Saturday's shift and file it by 15 June", "2026-06-15", "15 June"),
        ("lend it from 8 June to 12 June", "", ""),
        ("talk about the week 25 plan", "", ""),
        ("board paper in Q3", "", "Q3"),
        ("send it (end of June)", "2026-06-30", "end of June"),
        ("read 30 days of data", "", ""),
        ("quote in two weeks", "2026-05-27", "in two weeks"),
        ("Set the May dates", "", ""),
        ("enviar hasta el 10 de junio", "2026-06-10", "10 de junio"),
    ],
)
def test_only_a_deadline_is_due(text: str, value: str, raw: str) -> None:
    found = due.in_words(Passage.plain(text), WORDS, WEDNESDAY)
    assert (found.field.value, found.field.raw) == (value, raw)


def test_the_end_of_the_calendar_breaks_nothing() -> None:
    for text in ("in 10 months", "31 Dec 9999", "week 53 2026", "by the 31st", "Feb 30-31"):
        moments.find(text, WORDS, Anchor("2199-12-31", "2199-12-31"))


def test_many_times_take_linear_time() -> None:
    assert moments.find("next week in two " * 2000, WORDS, WEDNESDAY)


@pytest.mark.parametrize("year", ["9999", "0001"])
def test_a_call_at_the_end_of_the_calendar_is_still_a_call(year: str) -> None:
    head = f"# Call notes: Norwood\n\n**Date:** {year}-06-09\n\n"
    plan = plan_of(head + "## Next steps\n- Ana: send it by Friday, week 3 or in Q3\n- June\n")
    assert [call.date.value for call in plan.calls] == [f"{year}-06-09"]
    assert plan.next_steps[0].due.value == ""


@pytest.mark.parametrize(("text", "day"), [("the 5th", "2026-05-05"), ("the 20th", "2026-04-20")])
def test_what_is_prepared_is_due_before_the_call(text: str, day: str) -> None:
    (found,) = moments.find(text, WORDS, WEDNESDAY._replace(before=True))
    assert found.period == (day, day, "day")


def test_a_year_has_four_quarters_and_two_halves() -> None:
    assert moments.find("Q5", WORDS, WEDNESDAY) == moments.find("H3", WORDS, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("quote to Brett by fri", "2026-03-20"),
        ("read the letter (wed)", "2026-03-18"),
        ("the sun is out, wed to nobody", ""),
        ("c'est mon avis", ""),
    ],
)
def test_a_small_short_weekday_is_one_behind_a_word_for_a_due_date(text: str, start: str) -> None:
    found = moments.find(text, WORDS, Anchor("2026-03-17", "2026-03-17"))
    assert (found[0].period.start if found else "") == start
