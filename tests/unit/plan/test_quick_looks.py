"""A quick look only spares a search that would find nothing: without it, everything is found as with it."""

import glob
import json
import os
from collections.abc import Iterable
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning import plan_of

from advancelint.doctrine import matching
from advancelint.plan import callwords, clockwords, dates, edge_times, moments
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import vocabulary

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
WORDS = vocabulary()
LISTS = ("due-word", "weekday", "month", "month-part", "unit", "count", "next-word")
TIMELY = sorted({word for name in LISTS for word in WORDS.words[name]})
BESIDE = ["in", "the", "by", "12", "3rd", "2026", "5/6", "15-09", "Q3", "48h", "2026-06", "week 25", "(", ")", "–", "/"]
PIECES = st.one_of(st.sampled_from(TIMELY), st.sampled_from(TIMELY).map(str.title), st.sampled_from(BESIDE))
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "  ", ", ", "-", "/", "\n", ""])), max_size=7).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
ANCHOR = Anchor("2026-05-13", "2026-05-13")


def searched(text: str, start: int) -> object:
    """Stand in for the search that looks only near digits."""
    return dates._FORMS.search(text, start)


@given(TEXTS)
def test_days_are_found_as_by_a_search_of_every_place(text: str) -> None:
    found = list(dates.find(text, WORDS, "2026-05-13"))
    order = dates.order_in(text, WORDS)
    with mock.patch.object(dates, "_next", searched):
        assert list(dates.find(text, WORDS, "2026-05-13")) == found
        assert dates.order_in(text, WORDS) == order


@given(TEXTS)
def test_times_are_found_as_by_all_searches(text: str) -> None:
    found = moments.find(text, WORDS, ANCHOR)
    everything = frozenset(word for name in TIMELY for word in clockwords.words_in(name))
    with (
        mock.patch.object(moments, "words_in", return_value=everything),
        mock.patch.object(moments, "digit_in", return_value=True),
    ):
        assert moments.find(text, WORDS, ANCHOR) == found
    assert clockwords.may_hold(text) or not found
    assert clockwords.may_hold(f"a {text} b") or not found


def plans() -> Iterable[str]:
    """Return every fifth plan of the suite."""
    return sorted(glob.glob(os.path.join(TOP, "tests", "plans", "*.md")))[::5]


@pytest.mark.parametrize("path", plans(), ids=os.path.basename)
def test_steps_are_those_that_are_found_without_the_quick_look(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    found = plan_of(text).next_steps
    with mock.patch.object(edge_times, "may_hold_time", return_value=True):
        assert plan_of(text).next_steps == found


def test_a_verb_of_an_encounter_has_a_word_of_the_list_that_is_looked_for_first() -> None:
    folders = (os.path.join(TOP, "tests", "plans"), os.path.join(TOP, "benchmarks", "unseen", "*"))
    found = 0
    for path in sorted(path for folder in folders for path in glob.glob(os.path.join(folder, "*.md"))):
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        for line in lines:
            if callwords.MET.search(line) or callwords.SPOKE_ON.search(line) or callwords.LAST.search(line):
                words = {word.casefold() for word in callwords.TOKEN.findall(line)}
                assert not WORDS.words["met-word"].keys().isdisjoint(words), line
                found += 1
    assert found > 200


def test_acts_are_those_that_are_found_without_the_quick_look() -> None:
    lines: list[str] = []
    for path in sorted(glob.glob(os.path.join(TOP, "corpus", "lines", "*.jsonl")))[:4]:
        with open(path, encoding="utf-8") as file:
            lines += [json.loads(line)["text"] for line in file]
    text = ". ".join(lines)
    found = list(matching.acts_recorded(text, matching.NOBODY))
    assert len(found) > 50
    with mock.patch.object(matching, "may_name", return_value=True):
        assert list(matching.acts_recorded(text, matching.NOBODY)) == found
