"""Every card's examples, run: what is flagged is flagged there, what is clean is not."""

import pytest

from advancelint.catalog import load_rules
from advancelint.engine.rehearse import rehearse
from advancelint.rule import Example, Rule

RULES = load_rules()
FLAGGED = [(rule, example) for rule in RULES for example in rule.card.flagged]
CLEAN = [(rule, example) for rule in RULES for example in rule.card.clean]


def name(value: object) -> str:
    if isinstance(value, Rule):
        return value.code
    return f"line {value.place.line}" if isinstance(value, Example) else str(value)


@pytest.mark.parametrize(("rule", "example"), FLAGGED, ids=name)
def test_a_flagged_example_gets_the_code_among_all_rules(rule: Rule, example: Example) -> None:
    found = rehearse(RULES, example)
    assert any(rule.code in (item.code, *item.also) for item in found), found


@pytest.mark.parametrize(("rule", "example"), FLAGGED, ids=name)
def test_a_flagged_example_is_underlined_where_the_card_says(rule: Rule, example: Example) -> None:
    # What is said of suppressions depends on the rules that they name.
    found = [item for item in rehearse((rule,) if rule.card.measured else RULES, example) if item.code == rule.code]
    underlined = [item.frame.line[item.frame.start : item.frame.end] for item in found]
    assert any(words.startswith(example.at) for words in underlined), underlined


@pytest.mark.parametrize(("rule", "example"), CLEAN, ids=name)
def test_a_clean_example_is_free_of_the_rule(rule: Rule, example: Example) -> None:
    found = rehearse(RULES, example)
    assert [item.code for item in found if rule.code in (item.code, *item.also)] == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_message_never_shows_an_empty_slot(rule: Rule) -> None:
    for example in rule.card.flagged:
        for item in rehearse((rule,) if rule.card.measured else RULES, example):
            sentences = (item.message, item.note, item.instead)
            assert not any("{" in sentence or "“”" in sentence for sentence in sentences), item
