"""Who and when, as they stand apart from a step in the habits of tools and of hurried people."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.plan import Known

NOW = Known(as_of="2026-11-30")
MAP = "# Mutual action plan: Norwood Paper ✕ Halden Presses\n\n- [ ] {}\n- [ ] Tomas (Halden): the drawings, 7 Dec\n"
NOTES = (
    "# Call notes Norwood Paper, 24 Nov 2026\n\nPresent: Ana Ruiz (Norwood), Tomas Berg (us)\n\n## Next steps\n\n- {}\n"
)


@pytest.mark.parametrize(
    ("written", "words", "owner", "side", "due"),
    [
        ("trial import: @Ana (Norwood), 4 Dec", "trial import", "Ana (Norwood)", "client", "2026-12-04"),
        (
            "log of hall 2: @Prof. Vogt (Norwood IT), 4 Dec",
            "log of hall 2",
            "Prof. Vogt (Norwood IT)",
            "client",
            "2026-12-04",
        ),
        ("staff course, half a day: @Jo (Halden)", "staff course, half a day", "Jo (Halden)", "seller", ""),
    ],
)
def test_whom_a_tool_calls_is_the_owner_with_their_company(
    written: str, words: str, owner: str, side: str, due: str
) -> None:
    step = plan_of(MAP.format(written), "map.md", NOW).next_steps[0]
    assert (step.passage.text, step.owner.value, step.apparent_side, step.due.value) == (words, owner, side, due)


@pytest.mark.parametrize(
    ("written", "words", "owner", "due"),
    [
        ("root cause report --- Tomas --- 2026-12-08", "root cause report", "Tomas", "2026-12-08"),
        ("Tomas: fix for the report, overdue since 15 Nov", "fix for the report", "Tomas", "2026-11-15"),
        ("Ana: the list, was due 20/11", "the list", "Ana", "2026-11-20"),
        ("Ana: the volumes, promised for 4 Dec", "the volumes", "Ana", "2026-12-04"),
        ("print the drop test, Tomas, ?", "print the drop test", "Tomas", ""),
    ],
)
def test_what_stands_apart_at_the_end_is_who_and_when(written: str, words: str, owner: str, due: str) -> None:
    step = plan_of(NOTES.format(written), "norwood.md", NOW).next_steps[0]
    assert (step.passage.text, step.owner.value, step.due.value) == (words, owner, due)


def test_keys_beside_a_step_in_front_matter_say_when_and_who() -> None:
    keys = "next_step: revised clause to Ana\nnext_step_date: 2026-12-02\nnext_step_owner: Tomas"
    (step,) = plan_of(f"---\naccount: Norwood\n{keys}\n---\n# Norwood, deal\n", "norwood.md", NOW).next_steps
    assert (step.passage.text, step.owner.value, step.due.value) == ("revised clause to Ana", "Tomas", "2026-12-02")


def test_a_column_of_ticks_may_hold_a_word() -> None:
    table = (
        "| Step | Who | Date | |\n|---|---|---|---|\n| Check | Ana | 6 Nov | ✔ |\n| Course | Tomas | 20 Nov | late |\n"
    )
    plan = plan_of(f"# Mutual action plan Norwood and Halden\n\n{table}", "map.md", NOW)
    assert [one.done for one in plan.next_steps] == [True, False]


@pytest.mark.parametrize("box", ["[v]", "[x]", "[✓]"])
@pytest.mark.parametrize("led", ["  ", "- ", "1. "])
def test_a_box_is_ticked_with_whatever_is_at_hand(led: str, box: str) -> None:
    lines = f"{led}[ ] Tomas — credit limit check, 7.12\n{led}{box} Tomas — confirm the visit"
    plan = plan_of(f"# Call notes Norwood Paper, 24 Nov 2026\n\nWith: Ana Ruiz\n\nTo arrange\n\n{lines}\n", "n.md", NOW)
    assert [one.done for one in plan.next_steps] == [False, True]
