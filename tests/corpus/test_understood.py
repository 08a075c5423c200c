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


@pytest.mark.parametrize("folder", understood.FOLDERS)
def test_plans_of_strangers_are_understood_as_their_authors_expect(folder: str) -> None:
    now = understood.found_in(folder)
    assert now.keys() == {name for name in PLANS if name.startswith(f"{folder}/")}
    for name, (found, false) in now.items():
        assert (found >= PLANS[name][0], false <= PLANS[name][1]) == (True, True), f"{name}: {RENEW}"
