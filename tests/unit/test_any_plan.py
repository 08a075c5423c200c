"""What holds of every file, from its bytes to every report: see benchmarks/invariants.py, and the properties here.

`ADVANCELINT_EXAMPLES=4000 pytest tests/unit/test_any_plan.py` tries far more than CI, and something new each time.
"""

from __future__ import annotations

import os
import random
import re
from typing import Any

import pytest
from command import ROOT
from hostile_path import invariants, pipeline
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plan_shapes import bytes_of, files, plans

from advancelint.diagnostic import Diagnostic
from advancelint.engine import Judgement, decode, judge_input

# Each example is read, judged and reported some ten times.
_GIVEN = os.environ.get("ADVANCELINT_EXAMPLES", "")
SOME = settings(max_examples=int(_GIVEN or 60), derandomize=not _GIVEN, deadline=None)
FEW = settings(SOME, max_examples=int(_GIVEN or 25))
HOSTILE = os.path.join(ROOT, "tests", "hostile")
BOM = b"\xef\xbb\xbf"
# Plain prose that holds no label and no promise, in a part of its own: what stands above is whole without it.
REST = "\n\n# Background\n\nThe river behind the old mill was quiet that year, and nobody remembered a dry summer.\n"
ASIDE = "\nThe mill had been built of red brick long before the railway came, and its clock was never right.\n"


def places(one: Diagnostic) -> dict[str, Any]:
    """Return what ``one`` says, with places by line and column."""
    edits = [(edit.start, edit.end, re.sub(r"\r\n?", "\n", edit.text)) for edit in one.fix.edits]
    told = one._asdict() | {"span": ()}
    return {**told, "fix": (one.fix.safety, one.fix.title, edits)}


def told(judgement: Judgement) -> list[Any]:
    """Return what ``judgement`` says, with places by line and column."""
    groups = [[places(one) for one in group] for group in (judgement.diagnostics, judgement.held)]
    return [judgement.status, judgement.why, judgement.failures, *groups]


@SOME
@given(data=files)
def test_nothing_breaks_and_what_is_said_is_true(data: bytes) -> None:
    invariants.hold(data, pipeline.whole(data))


@pytest.mark.parametrize("name", sorted(os.listdir(HOSTILE)))
def test_what_broke_tools_breaks_nothing(name: str) -> None:
    with open(os.path.join(HOSTILE, name), "rb") as file:
        data = file.read()
    invariants.hold(data, pipeline.whole(data))


@FEW
@given(data=files)
def test_twice_is_the_same(data: bytes) -> None:
    assert pipeline.whole(data) == pipeline.whole(data)


@FEW
@given(text=plans())
def test_line_ends_make_no_difference(text: str) -> None:
    text = text.replace("\r", "")
    expected = told(pipeline.judged(bytes_of(text)))
    shown = pipeline.whole(bytes_of(text)).shown
    for end in ("\r\n", "\r"):
        assert told(pipeline.judged(bytes_of(text.replace("\n", end)))) == expected, repr(end)
        assert pipeline.whole(bytes_of(text.replace("\n", end))).shown == shown, repr(end)


@FEW
@given(text=plans())
def test_a_byte_order_mark_makes_no_difference(text: str) -> None:
    data = bytes_of(text.removeprefix("\ufeff"))
    assert pipeline.whole(BOM + data) == pipeline.whole(data)


@FEW
@given(data=files, seed=st.integers(0, 1000))
def test_the_order_of_the_rules_makes_no_difference(data: bytes, seed: int) -> None:
    rules = random.Random(seed).sample(pipeline.RULES, len(pipeline.RULES))
    shuffled = judge_input(rules, decode("plan.md", data), pipeline.SETTINGS, register=pipeline.REGISTER)
    assert shuffled == pipeline.judged(data)


@FEW
@given(text=plans(odd=False, titled=True).filter(lambda text: "advancelint" not in text))
def test_a_paragraph_about_something_else_changes_nothing(text: str) -> None:
    before, after = (pipeline.judged(bytes_of(one)) for one in (text + REST, text + REST + ASIDE))
    assert told(after) == told(before)


@FEW
@given(text=plans(odd=False))
@example(
    text="# Call plan: Norwood Dairy\n\nDana Reyes signs the test plan 9/6\nObjective\n===\n- discovery\n"
    "- Account: Dana Reyes present the module 9 June 2026"
)
def test_a_suppression_that_holds_nothing_changes_nothing_else(text: str) -> None:
    before = pipeline.judged(bytes_of(text))
    silent = "SP206" if all(one.code != "SP206" and "SP206" not in one.also for one in before.diagnostics) else "RE306"
    after = pipeline.judged(bytes_of(f"{text}\n\n<!-- advancelint-disable-file {silent} reason: none -->\n"))
    kept = [places(one) for one in after.diagnostics if not one.code.startswith("SU")]
    assert kept == [places(one) for one in before.diagnostics if not one.code.startswith("SU")]


@FEW
@given(text=plans(odd=False))
def test_what_is_suppressed_is_held_and_nothing_else_is_lost(text: str) -> None:
    before = pipeline.judged(bytes_of(text))
    found = [one for one in before.diagnostics if not one.code.startswith(("SU", "IN"))]
    if not found:
        return
    code = found[0].code
    after = pipeline.judged(bytes_of(f"{text}\n\n<!-- advancelint-disable-file {code} reason: known -->\n"))
    assert code not in {one.code for one in after.diagnostics}
    assert code in {one.code for one in after.held}
    others = {(one.code, one.start) for one in before.diagnostics if one.code not in (code, "SU701")}
    assert others <= {(one.code, one.start) for one in after.diagnostics}


@pytest.mark.parametrize("end", ["\n", "\n\n", "  \n"])
@FEW
@given(text=plans(odd=False))
def test_blank_lines_at_the_end_make_no_difference(end: str, text: str) -> None:
    expected = told(pipeline.judged(bytes_of(f"{text}\n")))
    assert told(pipeline.judged(bytes_of(f"{text}\n{end}"))) == expected
