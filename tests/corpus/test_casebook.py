"""The casebook keeps its promises: known rules, enough cases, no line twice, acts named as labelled."""

import os

import pytest

from advancelint.catalog import load_rules
from advancelint.doctrine.ladder import ladder
from advancelint.doctrine.matching import NOBODY, act_asked, acts_recorded
from advancelint.figures import load_figures
from advancelint.reading import Scene, read
from advancelint.resources import rows
from advancelint.source import Passage

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CASEBOOK = os.path.join(ROOT, "casebook")
CODES = {rule.code for rule in load_rules()}
LINES = rows(os.path.join(CASEBOOK, "objectives.tsv"))
PLANS = rows(os.path.join(CASEBOOK, "plans.tsv"))
ACTS = ladder().acts


def test_there_are_cases_enough() -> None:
    assert len(LINES) >= 600
    assert len(PLANS) >= 80
    assert len({line[-1] for line in LINES}) == len(LINES)


def test_labels_name_rules_and_stages() -> None:
    for _, stage, _, codes, also, text in LINES:
        assert stage in ladder().stages, text
        assert set(f"{codes} {also}".split()) - {"-"} <= CODES, text
    for name, codes, also in PLANS:
        assert set(f"{codes} {also}".split()) - {"-"} <= CODES, name


def test_every_plan_is_labelled() -> None:
    assert sorted(os.listdir(os.path.join(CASEBOOK, "plans"))) == sorted(name for name, _, _ in PLANS)


def test_every_rule_has_a_figure() -> None:
    measured = {rule.code for rule in load_rules() if rule.card.measured}
    assert set(load_figures()) == measured


def named(use: str, text: str) -> set[str]:
    if use == "objective":
        return {act_asked(read(Passage.plain(text), Scene()), NOBODY)} - {""}
    found = acts_recorded(text, NOBODY)
    return {one.act for one in found if one.status == "done" and not ACTS[one.act].milestone}


@pytest.mark.parametrize("use", ["objective", "record"])
def test_acts_are_named_as_labelled(use: str) -> None:
    cases = [
        (expected, named(use, text))
        for expected, of, text in rows(os.path.join(CASEBOOK, "commitments.tsv"))
        if of == use
    ]
    wrong = [case for case in cases if case[1] - {case[0]}]
    missed = [expected for expected, found in cases if expected != "none" and expected not in found]
    assert len(wrong) <= 0.05 * len(cases), wrong
    assert len(missed) <= 0.1 * len(cases), missed
