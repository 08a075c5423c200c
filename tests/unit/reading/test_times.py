"""Deadlines: which words date the act, and how firmly."""

import pytest

from advancelint.reading import read
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
    ("Dana signs w/in 10 days", "w/in 10 days", "date"),
    ("Dana signs w/c 9 June", "w/c 9 June", "date"),
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
    ("Dana signs at some point", "at some point", "vague"),
    ("Dana signs in due course", "in due course", "vague"),
    ("Dana signs when ready", "when ready", "vague"),
]
NO_DEADLINES = [
    "Dana signs the form",
    "Dana sends 30 days of data",
    "Dana sends the logs for the last 12 months",
    "Dana may sign the form",
    "Dana sat through the demo",
    "The test plan is signed by their CISO",
    "Dana confirms a 2.4 ratio",
    "Dana commits the budget for FY27",
]


@pytest.mark.parametrize(("text", "words", "kind"), DEADLINES, ids=[row[0] for row in DEADLINES])
def test_the_deadline_is_found_with_its_words(text: str, words: str, kind: str) -> None:
    found = read(Passage.plain(text)).deadline
    assert (found.text, found.value) == (words, kind)


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_what_dates_nothing_is_no_deadline(text: str) -> None:
    assert read(Passage.plain(text)).deadline.value == "none"


def test_of_several_times_the_firmest_counts() -> None:
    found = read(Passage.plain("Soon we send the recap, and they return the signed plan by Wednesday")).deadline
    assert found.text == "by Wednesday"
