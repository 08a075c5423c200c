"""Deadlines: which words date the act, and how firmly."""

import pytest

from advancelint.reading import read
from advancelint.reading.model import FACETS
from advancelint.source import Passage

DEADLINES = [
    ("Dana signs by 3 May", "by 3 May", "date"),
    ("Dana signs on or before 1 Aug", "on or before 1 Aug", "date"),
    ("Dana signs by 2026-06-12", "by 2026-06-12", "date"),
    ("Dana signs by 9/30", "by 9/30", "date"),
    ("Dana signs on 15.04.", "on 15.04.", "date"),
    ("Dana signs by May 14, 2026", "by May 14, 2026", "date"),
    ("Dana signs, Thurs 3pm", "Thurs 3pm", "date"),
    ("Dana signs by EOD Thu", "by EOD Thu", "date"),
    ("Dana signs this Friday latest", "this Friday latest", "date"),
    ("Dana signs on Friday at the latest", "on Friday at the latest", "date"),
    ("On Friday March Ltd signs the form", "On Friday", "date"),
    ("Dana signs by 5 June or earlier", "by 5 June or earlier", "date"),
    ("Dana signs the form by 5th and Omar reads it", "by 5th", "date"),
    ("Dana signs w/in 10 days", "w/in 10 days", "date"),
    ("Dana signs w/c 9 June", "w/c 9 June", "date"),
    ("Dana signs in the week of 14 December", "in the week of 14 December", "date"),
    ("Dana signs the form, wk 36", "wk 36", "date"),
    ("Dana signs the form the 11th", "the 11th", "date"),
    ("Dana signs no later than 4 June", "no later than 4 June", "date"),
    ("Dana signs before month end", "before month end", "date"),
    ("Dana signs before we hang up", "before we hang up", "in-call"),
    ("Dana signs during the call", "during the call", "in-call"),
    ("Dana signs before the end of the meeting", "before the end of the meeting", "in-call"),
    ("Dana signs before Thursday's review", "before Thursday's review", "date"),
    ("Dana signs before the Nov deadline", "before the Nov deadline", "event"),
    ("Dana signs ahead of the audit", "ahead of the audit", "event"),
    ("Dana signs next week", "next week", "fuzzy"),
    ("Dana signs soon", "soon", "vague"),
    ("Dana signs as soon as possible", "as soon as possible", "vague"),
    ("Then she signs the form as soon as possible", "as soon as possible", "vague"),
    ("Dana signs at some point", "at some point", "vague"),
    ("Dana signs at some time", "at some time", "vague"),
    ("Dana signs in a few weeks' time by phone", "in a few weeks' time", "vague"),
    ("Dana signs in a couple of weeks' time", "in a couple of weeks' time", "vague"),
    ("Dana signs in a week's time", "in a week's time", "date"),
    ("Dana signs in two weeks' time", "in two weeks' time", "date"),
    ("Dana says 'I sign within a month'", "within a month", "date"),
    ("Dana signs Fri. 12 June", "Fri. 12 June", "date"),
    ("Dana signs May 6–8", "May 6–8", "date"),
    ("Dana signs on 6 – 7 May", "on 6 – 7 May", "date"),
    ("Dana signs upon the audit", "upon the audit", "event"),
    ("Dana signs in due course", "in due course", "vague"),
    ("Dana signs when ready", "when ready", "vague"),
    ("Dana signs by noon on 3 May", "by noon on 3 May", "date"),
    ("Dana signs, Thurs pm", "Thurs pm", "date"),
    ("Dana signs by close on the 28th", "by close on the 28th", "date"),
    ("Dana signs on the last Friday of the month", "on the last Friday of the month", "date"),
    ("Dana signs by the second of June", "by the second of June", "date"),
    ("Dana signs at seven on Tuesday", "at seven on Tuesday", "date"),
    ("Dana signs on 6 and 7 May", "on 6 and 7 May", "date"),
    ("Dana signs until mid of November", "until mid of November", "date"),
    ("Dana signs, Mon-Weds", "Mon-Weds", "date"),
    ("Dana signs w/e 12 Dec", "w/e 12 Dec", "date"),
    ("Dana signs each Friday", "each Friday", "date"),
    ("Dana signs first thing Monday", "first thing Monday", "date"),
    ("Dana signs over the weekend", "over the weekend", "date"),
    ("Dana signs that same afternoon", "that same afternoon", "date"),
    ("Dana signs within ten days of the visit", "within ten days of the visit", "date"),
    ("Dana signs on or after the 18th", "on or after the 18th", "date"),
    ("Dana signs before the partners meet", "before the partners meet", "event"),
    ("Dana signs once the pilot is done", "once the pilot is done", "event"),
    ("Dana signs by the time the truck leaves", "by the time the truck leaves", "event"),
    ("Dana signs on our first call", "on our first call", "in-call"),
    ("Dana signs there and then", "there and then", "in-call"),
    ("Dana signs on the day", "on the day", "in-call"),
    ("Dana signs in Q1", "in Q1", "fuzzy"),
    ("Dana signs this quarter", "this quarter", "fuzzy"),
    ("Dana signs in H1", "in H1", "vague"),
    ("Dana signs within the week", "within the week", "date"),
    ("Dana signs, this call", "this call", "in-call"),
    ("Dana signs before the summer recess", "before the summer recess", "event"),
    ("Dana speaks for us at the committee on 19 September", "on 19 September", "date"),
    ("Dana signs, week ending 12 June", "week ending 12 June", "date"),
    ("Dana signs, week commencing 9 June", "week commencing 9 June", "date"),
    ("Dana signs at end Q3", "at end Q3", "date"),
    ("Dana signs, month-end", "month-end", "date"),
    ("Dana signs, Weds 10th, at our plant", "Weds 10th", "date"),
    ("Dana signs by the end of our quarter", "by the end of our quarter", "date"),
    ("Dana signs by the end of the audit", "by the end of the audit", "event"),
    ("Dana signs by 12.30", "by 12.30", "date"),
    ("Dana signs Fri May 9", "Fri May 9", "date"),
    ("Dana signs on 3 May 3 pm", "on 3 May 3 pm", "date"),
    ("Dana signs this June", "this June", "fuzzy"),
    ("Dana signs from May on", "from May on", "fuzzy"),
    ("Dana signs just before the audit", "just before the audit", "event"),
    ("Dana signs before Tom can travel", "before Tom can travel", "event"),
    ("Dana signs once the new line is live", "once the new line is live", "event"),
    ("Dana opens the line later than 4 June", "later than 4 June", "date"),
    ("Dana tests the samples thru 14th", "thru 14th", "date"),
    ("Dana signs on Wednesday 8 July, 10:00.", "on Wednesday 8 July, 10:00", "date"),
    ("Dana signs as soon as the permit is in", "as soon as the permit is in", "event"),
    ("Dana signs the form before you and Tom meet", "before you and Tom meet", "in-call"),
    ("Dana signs before they or the board meet", "before they or the board meet", "event"),
]
NO_DEADLINES = [
    "Dana confirms four kitchens in one lot, in the minutes",
    "Dana signs the form",
    "Dana sends 30 days of data",
    "Dana sends the logs for the last 12 months",
    "Dana may sign the form",
    "Dana sat through the demo",
    "The test plan is signed by their CISO",
    "Dana confirms a 2.4 ratio",
    "Dana commits the budget for FY27",
    "Dana moves the Tuesday tour",
    "Dana reads it on a wet Monday",
    "Dana looks after the vans",
    "Dana shows what the plant pays today",
]
ROLES = [
    ("Dana sends the logs by 9 June", "due"),
    ("Dana moves the Tuesday tour", "event"),
    ("Dana sends the logs of last week", "period"),
    ("Dana sends the logs", "none"),
]


@pytest.mark.parametrize(("text", "words", "kind"), DEADLINES, ids=[row[0] for row in DEADLINES])
def test_the_deadline_is_found_with_its_words(text: str, words: str, kind: str) -> None:
    found = read(Passage.plain(text)).deadline
    assert (found.text, found.value) == (words, kind)
    assert kind in FACETS["deadline"], "rule cards may ask for no other value"


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_what_dates_nothing_is_no_deadline(text: str) -> None:
    assert read(Passage.plain(text)).deadline.value == "none"


def test_of_several_times_the_firmest_counts() -> None:
    found = read(Passage.plain("Soon we send the recap, and they return the signed plan by Wednesday")).deadline
    assert found.text == "by Wednesday"


def test_of_several_days_before_the_act_the_nearest_counts() -> None:
    found = read(Passage.plain("We visit on 3 May, and on 9 May Dana signs the form")).deadline
    assert found.text == "on 9 May"


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[row[0] for row in ROLES])
def test_a_time_is_due_or_dates_a_thing_or_is_a_period(text: str, role: str) -> None:
    assert read(Passage.plain(text)).time_role.value == role


@pytest.mark.parametrize("number", ["²", "①", "1²"])
def test_a_digit_that_is_no_number_is_no_week(number: str) -> None:
    assert read(Passage.plain(f"Dana signs the plan in week {number}")).deadline.value == "none"


def test_a_line_without_a_time_has_a_value_that_rule_cards_may_ask_for() -> None:
    found = read(Passage.plain("Dana signs the form")).deadline
    assert found.value == "none"
    assert found.value in FACETS["deadline"]
