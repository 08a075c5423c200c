"""Each plan in this folder is understood as the file beside it says: nothing is missed and nothing is made up."""

import glob
import os
from typing import Any

import pytest
import yaml

from advancelint.markdown import parse
from advancelint.plan import Known, NextStep, Objective, Outcome, Plan, skim, understand
from advancelint.source import Source

HERE = os.path.dirname(__file__)
NAMES = sorted(os.path.basename(path)[:-3] for path in glob.glob(os.path.join(HERE, "*.md")))
KNOWN = Known(as_of="2026-06-01")


def understood(name: str) -> tuple[Source, Plan]:
    with open(os.path.join(HERE, name + ".md"), encoding="utf-8", newline="") as file:
        source = Source.of(name + ".md", file.read())
    return source, understand(source, parse(source), KNOWN)


def expected(name: str) -> dict[str, Any]:
    with open(os.path.join(HERE, name + ".expected.yaml"), encoding="utf-8") as file:
        loaded: dict[str, Any] = yaml.safe_load(file)
    return loaded


def objective(one: Objective) -> dict[str, Any]:
    return {"text": one.passage.text, "rank": one.rank, "call": one.call, "placeholder": one.placeholder}


def step(one: NextStep) -> dict[str, Any]:
    return {
        "text": one.passage.text, "owner": one.owner.value, "side": one.apparent_side, "due": one.due.value,
        "due_raw": "" if one.due.value else one.due.raw, "done": one.done, "call": one.call,
    }  # fmt: skip


def outcome(one: Outcome) -> dict[str, Any]:
    return {"label": one.label, "text": one.passage.text, "call": one.call}


NO_STEP = {"owner": "", "side": "unknown", "due": "", "due_raw": "", "done": False, "call": -1}


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_understood_as_written_beside_it(name: str) -> None:
    _, plan = understood(name)
    want = expected(name)
    assert (plan.kind, plan.declared) == (want["kind"], want.get("declared", False))
    if plan.is_plan:
        assert plan.account.value == want["account"]
        assert plan.stage.value == want.get("stage", "")
        assert (plan.close_date.value or plan.close_date.raw) == want.get("close_date", want.get("close_date_raw", ""))
        assert plan.sales_objective.value == want.get("sales_objective", "")
        assert plan.client_win.value == want.get("client_win", "")


@pytest.mark.parametrize("name", NAMES)
def test_its_calls_objectives_steps_and_outcomes_are_found_and_no_others(name: str) -> None:
    _, plan = understood(name)
    want = expected(name)
    assert [call.date.value for call in plan.calls] == want.get("calls", [])
    assert [call.date.value for call in plan.mentions] == want.get("mentions", [])
    places = any(one.get("placeholder") for one in want.get("objectives", []))
    # What only keeps a place is compared where the file is about that.
    assert [objective(one) for one in plan.objectives if places or not one.placeholder] == [
        {"placeholder": False, **one} for one in want.get("objectives", [])
    ]
    assert [step(one) for one in plan.next_steps] == [{**NO_STEP, **one} for one in want.get("next_steps", [])]
    assert [outcome(one) for one in plan.outcomes] == want.get("outcomes", [])


@pytest.mark.parametrize("name", NAMES)
def test_a_quick_look_finds_the_same_account_and_close_date(name: str) -> None:
    source, plan = understood(name)
    skimmed = skim(source, parse(source), KNOWN)
    assert skimmed.close_date == plan.close_date
    if plan.is_plan:
        assert skimmed.account == plan.account
    else:
        assert not skimmed.account.present


@pytest.mark.parametrize("name", NAMES)
def test_its_people_are_on_their_sides(name: str) -> None:
    _, plan = understood(name)
    assert {person.name: person.apparent_side for person in plan.people} == expected(name).get("people", {})


@pytest.mark.parametrize("name", NAMES)
def test_what_it_passed_over_is_said_with_the_reason(name: str) -> None:
    _, plan = understood(name)
    want = expected(name).get("passed_over", [])
    if plan.is_plan and "passed_over" in expected(name):
        assert len(plan.passed_over) == len(want)
        for found, place in zip(plan.passed_over, want, strict=True):
            assert found.line == place["line"]
            assert place["why"] in found.why
    assert [problem.kind for problem in plan.problems] == expected(name).get("problems", [])


@pytest.mark.parametrize("name", NAMES)
def test_every_span_points_at_its_words(name: str) -> None:
    source, plan = understood(name)
    found: list[Objective | NextStep | Outcome] = [*plan.objectives, *plan.next_steps, *plan.outcomes]
    for one in found:
        for char, start, end in zip(one.passage.text, one.passage.starts, one.passage.ends, strict=True):
            written = source.text[start:end]
            assert char in written or (char == " " and written == "\n")
    for field in (plan.account, plan.stage, plan.close_date, plan.sales_objective, plan.client_win, plan.title):
        if field.present:
            assert source.text[field.span.start] == field.raw[0]
    for person in plan.people:
        assert source.text[person.span.start : person.span.end] == person.name
