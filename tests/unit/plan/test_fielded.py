"""Lines that all fall into the same fields: who, what and when are told by all of them together."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Plan

HEAD = (
    "# Norwood Paper, notes of 14 May 2026\n\nMet Petra Ruiz (works manager at Norwood) and Bo Falk, their buyer. "
    "Tomas Berg went for us.\n\n"
)


def told(plan: Plan) -> list[tuple[str, str, str, bool]]:
    """Return words, owner, due date and whether it is done, of each step."""
    return [(one.passage.text, one.owner.value, one.due.value, one.done) for one in plan.next_steps]


SENT, ASKED = ("reel samples", "petra", "2026-05-20", False), ("trial dates from the works", "dora", "2026-05-27", True)


@pytest.mark.parametrize(
    "body",
    [
        "jobs\n petra > reel samples > 20 May\n dora > trial dates from the works > 27 May > done\n",
        "Next steps\n- petra / reel samples / 20 May\n- dora / trial dates from the works / 27 May / recd\n",
        "## To do\n\n- reel samples - petra - 20 May\n- trial dates from the works - dora - 27 May - done\n",
        "## To do\n\n- [ ] reel samples → petra, 20 May\n- [x] trial dates from the works → dora, 27 May\n",
        "## To do\n\n- reel samples :: petra :: 20 May\n- trial dates from the works :: dora :: 27 May :: done\n",
    ],
)
def test_a_stranger_owns_what_stands_where_others_of_the_list_are_named(body: str) -> None:
    assert told(plan_of(HEAD + body)) == [SENT, ASKED]


def test_the_words_themselves_may_hold_what_parts_the_fields() -> None:
    body = "## To do\n\n- reel samples - petra - 20 May\n- dates - trial and works - dora - 27 May\n"
    assert told(plan_of(HEAD + body))[1] == ("dates - trial and works", "dora", "2026-05-27", False)


def test_a_line_with_other_fields_stays_what_it_was() -> None:
    body = "## To do\n\n- reel samples - petra - 20 May\n- trial dates - dora - 27 May\n- ring the works again\n"
    assert [words for words, *_ in told(plan_of(HEAD + body))] == [
        "reel samples",
        "trial dates",
        "ring the works again",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "People\n- Petra Ruiz - works manager - since 2021\n- Bo Falk - buyer - since 2023\n",
        "Three lines run there - reel, sheet, core - all from Bo\nThe works close - as they do - on Friday\n",
    ],
)
def test_people_calls_and_prose_are_no_steps(body: str) -> None:
    assert told(plan_of(HEAD + body)) == []


def test_a_column_of_those_with_whom_something_is_done_says_who_does_it() -> None:
    table = (
        "| Action | With | Due | State |\n|---|---|---|---|\n| Price letter | Tomas | 20 May | open |\n"
        "| Vendor number | Petra's office | 27 May | done |\n"
    )
    assert told(plan_of(f"{HEAD}## Open actions\n\n{table}")) == [
        ("Price letter", "Tomas", "2026-05-20", False),
        ("Vendor number", "Petra's office", "2026-05-27", True),
    ]


def test_columns_that_no_head_tells_are_told_by_their_cells() -> None:
    table = (
        "| # | vad | vem | när | klart |\n|---|---|---|---|---|\n| 1 | order for line 2 | Petra | 20.5. | |\n"
        "| 2 | meter list and codes | Bo | 27.5. | x |\n"
    )
    assert told(plan_of(f"{HEAD}## Open actions\n\n{table}")) == [
        ("order for line 2", "Petra", "2026-05-20", False),
        ("meter list and codes", "Bo", "2026-05-27", True),
    ]


def test_the_office_of_somebody_is_on_the_same_side() -> None:
    table = "| Action | With | Due |\n|---|---|---|\n| Vendor number | Petra's office | 27 May |\n"
    assert [one.side for one in plan_of(f"{HEAD}## Open actions\n\n{table}").next_steps] == ["client"]


def test_whoever_is_told_to_do_something_owns_it() -> None:
    assert told(plan_of(f"{HEAD}NEXT\ntodo dora: price letter, 20 May\ntodo TB: ring the works\n")) == [
        ("price letter", "dora", "2026-05-20", False),
        ("ring the works", "TB", "", False),
    ]


def test_boxes_may_be_empty() -> None:
    assert told(plan_of(f"{HEAD}### todo\n[] ring Petra again, 20 May\n[x] Bo: interval data for 12 months\n")) == [
        ("ring Petra again", "", "2026-05-20", False),
        ("interval data for 12 months", "Bo", "", True),
    ]
