"""What a file with many calls is: a log, a week's round, or the file of one deal."""

import pytest
from planning import plan_of

from advancelint.plan import Known

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


RINGS = (
    "ring list {week}\n\nday | who | why | what came of it | then\n---|---|---|---|---\n"
    "26/11 | Norwood Mills, Nadia | hood quote | agreed facilities will cut the duct | Nadia sends the sizes by 2/12\n"
    "27/11 | Tallow Vets, Wim | portal login | trial agreed | set up the login, 30/11\n"
    "30/11 | Norwood Mills, Nadia | Nadia raises the order before the price goes up | |\n"
    "3/12 | Pell Brewing, Lowri | talk her through the options | |\n"
)


def test_a_list_of_whom_somebody_called_what_for_is_a_plan() -> None:
    plan = plan_of(RINGS.format(week="wk 48/49"), "ring_list.md", Known(as_of="2026-11-30"))
    assert plan.kind == "notes"
    assert [call.date.value for call in plan.calls] == ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-03"]
    assert [(one.passage.text, one.call) for one in plan.objectives] == [
        ("Nadia raises the order before the price goes up", 2),
        ("talk her through the options", 3),
    ]
    assert [(one.passage.text, one.due.value) for one in plan.next_steps] == [
        ("Nadia sends the sizes by 2/12", "2026-12-02"),
        ("set up the login", "2026-11-30"),
    ]


def test_a_purpose_that_names_no_aim_is_none() -> None:
    bare = RINGS.format(week="wk 48").replace("talk her through the options", "hood quote")
    goals = plan_of(bare, "ring_list.md", Known(as_of="2026-11-30")).objectives
    assert [one.passage.text for one in goals] == ["Nadia raises the order before the price goes up"]


def test_other_columns_behind_what_came_of_a_call_hold_no_steps() -> None:
    bare = (
        RINGS.format(week="wk 48").replace("| then", "| mood").replace("Nadia sends the sizes by 2/12", "pleasant lady")
    )
    steps = plan_of(bare, "ring_list.md", Known(as_of="2026-11-30")).next_steps
    assert "pleasant lady" not in [one.passage.text for one in steps]


def test_what_is_planned_stands_among_results_before_acts() -> None:
    log = (
        "# Norwood Mills - call log\n\n| Date | Who | Outcome | Action |\n|---|---|---|---|\n"
        "| 2026-11-12 | Ana Ruiz | agreed to a trial | Ben to send the list |\n"
        "| 2026-12-04 | Ana Ruiz | (planned) Ana signs the order | Ben to bring the form |\n"
    )
    goals = plan_of(log, known=Known(as_of="2026-11-30")).objectives
    assert [one.passage.text for one in goals] == ["Ana signs the order"]


def test_a_company_before_somebody_in_a_cell_is_nobody() -> None:
    plan = plan_of(RINGS.format(week="wk 48"), "ring_list.md", Known(as_of="2026-11-30"))
    assert {"Norwood Mills", "Tallow Vets", "Pell Brewing"}.isdisjoint(one.name for one in plan.people)
