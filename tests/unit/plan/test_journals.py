"""What a file with many calls is: a log, a week's round, or the file of one deal."""

import pytest
from planning import plan_of

CALLS = (
    "\n\n## 2026-05-12\nPetra agreed to log the waste.\n\n"
    "## 2026-06-09\nPetra wants a price.\n\n- [ ] Jo: send the price by 12 June\n"
)
ROUND = (
    "# Wk 24 calls - Ana\n\n| Day | Account | Who | Ask | Plan B |{}\n|---|---|---|---|---|{}\n"
    "| 8 June 2026 | Norwood Mills | Petra Hollis | Petra signs the trial | she names who does |{}\n"
    "| 9 June 2026 | Oakbeck Laundry | Wilma Tarn | Wilma shows us the water bill | |{}\n"
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("# Norwood Mills - log (newest on top)\n\nstage: Evaluation", "notes"),
        ("# Norwood Mills: running log\n\nStage: Evaluation", "notes"),
        ("# Norwood Mills – heat pumps: running log\n\nStage: Evaluation", "deal"),
    ],
)
def test_a_log_is_notes_unless_it_is_of_one_sale(title: str, kind: str) -> None:
    assert plan_of(title + CALLS).kind == kind


def test_a_week_of_calls_is_a_preparation_until_it_tells_what_came_of_them() -> None:
    assert plan_of(ROUND.format("", "", "", "")).kind == "prep"
    assert plan_of(ROUND.format(" Outcome |", "---|", " she signed |", " |")).kind == "notes"
