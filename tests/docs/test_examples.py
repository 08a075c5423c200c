"""The example plans show what their folder says: the good ones nothing, each pitfall what it was written for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from command import ROOT, START

PLANS = os.path.join("examples", "plans")

# plan, words on the flagged line, the code that is the diagnosis or stands behind it
PITFALLS = [
    ("unrealistic-tarnbrook-foundry.md", "fly to our plant in Osaka", "RE302"),
    ("unrealistic-tarnbrook-foundry.md", "Close the deal.", "RE301"),
    ("unrealistic-tarnbrook-foundry.md", "with redlines by 3 July", "RE302"),
    ("not-an-advance-solvane-pharma.md", "Present the stability data", "AD401"),
    ("not-an-advance-solvane-pharma.md", "Convince Dr. Amaro", "AD406"),
    ("not-an-advance-solvane-pharma.md", "feel confident about the change", "AD403"),
    ("not-an-advance-solvane-pharma.md", "keeps us in mind", "AD404"),
    ("too-general-oakline-packaging.md", "Keep the relationship warm", "SP201"),
    ("too-general-oakline-packaging.md", "Discuss glue consumption", "SP208"),
    ("too-general-oakline-packaging.md", "Build trust and explore", "SP201"),
    ("missing-objective-veldt-insurance.md", "**Objective:** TBD", "PL101"),
    ("missing-objective-veldt-insurance.md", "Workshop, claims systems", "PL101"),
    ("mixed-quillon-robotics.md", "Walk Bo through", "AD401"),
    ("mixed-quillon-robotics.md", "Hopefully Chidi can maybe", "SP207"),
    ("mixed-quillon-robotics.md", "They confirm the result.", "SP202"),
    ("low-energy-brightwater-hotels.md", "attend our demo", "AD405"),
    ("low-energy-brightwater-hotels.md", "agrees to meet again", "AD405"),
]
# the files of the pitfalls that must stop a commit; the last one holds warnings only
WITH_ERRORS = sorted({plan for plan, _, _ in PITFALLS} - {"low-energy-brightwater-hotels.md"})


@cache
def judged(folder: str) -> dict[str, Any]:
    arguments = ["check", "--as-of", "2026-06-01", "--output-format", "json", os.path.join(PLANS, folder)]
    run = subprocess.run(
        [sys.executable, "-c", START, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode in (0, 1), run.stderr
    result: dict[str, Any] = json.loads(run.stdout)
    return result


def diagnostics(plan: str) -> list[dict[str, Any]]:
    path = os.path.join(PLANS, "pitfalls", plan)
    return [found for found in judged("pitfalls")["diagnostics"] if found["path"] == path]


def lines_of(plan: str) -> list[str]:
    with open(os.path.join(ROOT, PLANS, "pitfalls", plan), encoding="utf-8") as file:
        return file.read().split("\n")


def test_there_are_plans_of_both_sorts() -> None:
    assert len(os.listdir(os.path.join(ROOT, PLANS, "good"))) >= 4
    assert {plan for plan, _, _ in PITFALLS} == set(os.listdir(os.path.join(ROOT, PLANS, "pitfalls")))


def test_the_good_plans_have_no_finding_at_all() -> None:
    found = judged("good")["diagnostics"]
    assert [(one["path"], one["line"], one["code"], one["message"]) for one in found] == []


@pytest.mark.parametrize(("plan", "words", "code"), PITFALLS)
def test_a_pitfall_is_found_where_it_stands(plan: str, words: str, code: str) -> None:
    lines = lines_of(plan)
    codes = [{found["code"], *found["also"]} for found in diagnostics(plan) if words in lines[found["line"] - 1]]
    assert any(code in some for some in codes), [(found["line"], found["code"]) for found in diagnostics(plan)]


@pytest.mark.parametrize("plan", WITH_ERRORS)
def test_a_plan_with_a_pitfall_has_an_error(plan: str) -> None:
    assert "error" in {found["severity"] for found in diagnostics(plan)}


@pytest.mark.parametrize("plan", ["mixed-quillon-robotics.md", "unrealistic-tarnbrook-foundry.md"])
def test_the_good_lines_of_a_plan_with_a_pitfall_stay_clean(plan: str) -> None:
    lines = lines_of(plan)
    flagged = [lines[found["line"] - 1] for found in diagnostics(plan)]
    good = [
        words
        for words in ("Ritva runs six grippers", "Ritva gives Gwen four hours", "Sunniva counts the rework")
        if any(words in line for line in flagged)
    ]
    assert good == []
