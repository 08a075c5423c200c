"""Days of calls that only the words around them tell."""

import pytest
from planning import plan_of

from advancelint.lookup import Lookup, pieces_of
from advancelint.plan import raw_lines, weighed_days

PLAN = (
    "---\ntype: deal-plan\naccount: Norwood Mills\n---\n# Norwood Mills: press for hall 2\n\n"
    "Us: Jo Marsh, Ana Ruiz. Them: Petra Vogt, Mo Idle.\n\n{}\n\n"
    "## Next steps\n\n- Jo sends the terms by 12 June 2026\n"
)
MENTIONED = "Next call with Petra on 3 June 2026"  # which rules know


def days(text: str) -> list[str]:
    """Return the days of the calls that a plan mentions."""
    return [call.date.value for call in plan_of(PLAN.format(text)).mentions]


@pytest.mark.parametrize(
    "line",
    [
        "CALL JUNE 3 2026, PETRA + MO, 30 MIN",
        "- 3 June 2026: presented the offer to Petra and Mo",
        "Last met: Petra on 3 June 2026, claims review. Mo only once, at introductions.",
    ],
)
def test_the_words_around_a_day_tell_that_it_is_of_a_call(line: str) -> None:
    assert days(line) == ["2026-06-03"]


@pytest.mark.parametrize(
    "line",
    [
        "- offer out on 3 June 2026, no answer yet",
        "The lease of hall 2 ends on 3 June 2026, says the bank.",
        "- [ ] Ana: visit report to Petra and Mo, 3 June 2026",
        "> CALL JUNE 3 2026, PETRA + MO, 30 MIN",
        "```\nCALL JUNE 3 2026, PETRA + MO, 30 MIN\n```",
        "<!-- CALL JUNE 3 2026, PETRA + MO, 30 MIN -->",
        f"CALL JUNE 3 2026, PETRA + MO, 30 MIN {'and then some more ' * 110}",
    ],
)
def test_days_of_all_else_are_of_no_call(line: str) -> None:
    assert days(line) == []


def test_the_day_of_a_known_call_is_told_once() -> None:
    assert days(f"{MENTIONED}\n\nCALL JUNE 3 2026, PETRA + MO, 30 MIN") == ["2026-06-03"]
    body = "## Call on 3 June 2026\n\n**Objective:** Mo signs the form\n\nCALL JUNE 3 2026, PETRA + MO, 30 MIN"
    plan = plan_of(PLAN.format(body))
    assert ([call.date.value for call in plan.calls], plan.mentions) == (["2026-06-03"], ())


def test_a_next_call_that_is_said_needs_no_weighing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighed_days, "weights", lambda: Lookup(pieces_of([("", "-1000")]), int, 0))
    assert days(MENTIONED) == ["2026-06-03"]


@pytest.mark.parametrize(("sure", "found"), [(-1000, []), (0, ["2026-06-03"]), (1000, ["2026-06-03", "2026-06-09"])])
def test_a_day_that_is_hardly_of_a_call_is_none_whatever_rules_say(
    sure: int, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighed_days, "weights", lambda: Lookup(pieces_of([("", str(sure))]), int, 0))
    assert days("Visit at Petra's on 3 June 2026\n\nThe lease of hall 2 ends on 9 June 2026.") == found


def test_a_day_is_weighed_by_the_words_on_both_sides_of_it() -> None:
    line = "met on 3 June at noon"
    signs = set(raw_lines.around(line, line.index("3"), line.index(" at")))
    assert {"led on", "led met on", "led ^ met on", "before met", "left at", "left at noon", "behind noon"} <= signs
    assert "before noon" not in signs
