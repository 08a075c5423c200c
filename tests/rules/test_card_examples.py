"""Every card's examples, run: what is flagged is flagged there, what is clean is not."""

import pytest

from advancelint import __version__
from advancelint.catalog import load_rules
from advancelint.engine.rehearse import mended, rehearse, set_by, trials
from advancelint.rule import Example, Rule

RULES = load_rules()
FLAGGED = [(rule, example) for rule in RULES for example in rule.card.flagged]
FIXED = [(rule, example) for rule, example in FLAGGED if example.fixed]
CLEAN = [(rule, example) for rule in RULES for example in rule.card.clean]


def name(value: object) -> str:
    if isinstance(value, Rule):
        return value.code
    return f"line {value.place.line}" if isinstance(value, Example) else str(value)


def among(rule: Rule, example: Example) -> list[Rule]:
    """All rules, of which ``rule`` has the options of ``example``."""
    return [set_by(one, example) if one is rule else one for one in RULES]


@pytest.mark.parametrize(("rule", "example"), FLAGGED, ids=name)
def test_a_flagged_example_gets_the_code_among_all_rules(rule: Rule, example: Example) -> None:
    found = rehearse(among(rule, example), example)
    assert any(rule.code in (item.code, *item.also) for item in found), found


@pytest.mark.parametrize(("rule", "example"), CLEAN, ids=name)
def test_a_clean_example_is_free_of_the_rule(rule: Rule, example: Example) -> None:
    found = rehearse(among(rule, example), example)
    assert [item.code for item in found if rule.code in (item.code, *item.also)] == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_example_comes_out_as_the_card_says(rule: Rule) -> None:
    failed = [one for one in trials(rule, RULES) if not one.passed]
    assert [(one.verdict, one.example.place, one.found, one.made, one.fault) for one in failed] == []


@pytest.mark.parametrize(("rule", "example"), FIXED, ids=name)
def test_a_fixed_example_stays_as_it_is_and_is_green_only_after_a_safe_fix(rule: Rule, example: Example) -> None:
    after = example._replace(plan=example.fixed) if example.plan else example._replace(text=example.fixed)
    assert mended((set_by(rule, example),), after) == example.fixed
    codes = [code for found in rehearse(among(rule, example), after) for code in (found.code, *found.also)]
    assert (rule.code in codes) == (rule.card.mend.safety == "unsafe"), "words to fill in are not what was missing"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.card.mend.safety != "none"], ids=name)
def test_a_card_with_a_fix_shows_it(rule: Rule) -> None:
    assert any(example.fixed for example in rule.card.flagged)


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_no_card_is_younger_than_the_tool(rule: Rule) -> None:
    assert tuple(map(int, rule.card.since.split("."))) <= tuple(map(int, __version__.split(".")[:3]))
