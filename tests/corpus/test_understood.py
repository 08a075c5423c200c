"""What annotators and authors said of their lines and plans is understood as well as it was when that was recorded."""

import pytest
from benchmarks_path import understood

LINES = understood.recorded(understood.LINES)
PLANS = understood.recorded(understood.PLANS)
RENEW = "where the change as a whole is for the better, record it: benchmarks/understood.py --record"


@pytest.mark.parametrize("author", understood.AUTHORS)
def test_lines_are_read_as_their_annotator_labelled_them(author: str) -> None:
    now = understood.agreement(author)
    fallen = {
        label: (before, count)
        for label, before, count in zip(now._fields, LINES[author], now, strict=True)
        if count < before
    }
    assert not fallen, RENEW


@pytest.mark.parametrize("name", understood.NAMES)
def test_plans_of_strangers_are_understood_as_their_authors_expect(name: str) -> None:
    found, false = understood.found_in(name)
    assert (found >= PLANS[name][0], false <= PLANS[name][1]) == (True, True), RENEW


def test_the_records_name_every_author_and_plan() -> None:
    assert (sorted(LINES), sorted(PLANS)) == (sorted(understood.AUTHORS), sorted(understood.NAMES))
