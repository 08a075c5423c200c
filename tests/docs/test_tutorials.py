"""What the tutorials promise happens in what they show, so that new output cannot turn them into something else."""

from __future__ import annotations

import pytest
from scripts_path import pages


def shown(tutorial: str, command: str) -> list[str]:
    """What each of the commands that begin so prints, in order."""
    page = pages.load(f"docs/tutorials/{tutorial}.md")
    typed = [one for block in page.blocks if block.tells for one in pages.commands(block)]
    return ["\n".join(one.shown) for one in typed if one.line.startswith(command)]


def test_the_account_manager_goes_from_nothing_to_a_plan_without_a_finding() -> None:
    empty, first, mended, after, last = shown("account-manager", "advancelint check")
    assert "no plan was found" in empty
    assert "AD401 error: “Demo the scanner to Priya” is your own work" in first
    assert "nothing to object to" in mended
    assert "error" in after
    assert "nothing to object to" in last


def test_the_account_manager_asks_back() -> None:
    weak, strong = shown("account-manager", "advancelint read")
    assert "client action  none" in weak
    assert "client action  act" in strong
    assert shown("account-manager", "advancelint explain")[0].startswith("AD401")
    assert "1. Priya" in shown("account-manager", "advancelint suggest")[0]


def test_sales_operations_lets_old_plans_be_and_stops_new_ones() -> None:
    found, held, branch = shown("sales-operations", "advancelint check")
    assert "error" in found
    assert "nothing to object to; 4 held by the baseline" in held
    assert "nothing to object to" in branch
    refused, passed = shown("sales-operations", 'git add --all && git commit --message "Plan')
    assert "AD401 error" in refused
    assert "Failed" in refused
    assert "Failed" not in passed
    assert "in-use  AD401" in shown("sales-operations", "advancelint suppressions")[0]
    assert "2 findings taken out" in shown("sales-operations", "advancelint baseline prune")[0]


def test_the_rule_author_writes_tries_and_applies_three_rules() -> None:
    one, three, *_ = shown("rule-author", "advancelint check --select THV")
    assert "THV101 error: “synergy”" in one
    assert {word for word in three.split() if word.startswith("THV")} == {"THV101", "THV102", "THV103"}
    first, all_three, failing, mended, *_ = shown("rule-author", "advancelint rule test")
    assert "all as the card says" in first
    assert all_three.startswith("3 rules")
    assert "all as the cards say" in all_three
    assert "found something in this clean example" in failing
    assert "all as the cards say" in mended


def test_the_rule_author_sets_an_option_and_allows_a_check() -> None:
    higher, wrong = shown("rule-author", "advancelint check --select THV102")
    assert "nothing to object to" in higher
    assert "advancelint.toml:4:1" in wrong
    assert "--allow-checks" in shown("rule-author", "advancelint check --select THV ")[-1]
    assert "all as the cards say" in shown("rule-author", "advancelint rule test --allow-checks")[0]


@pytest.mark.parametrize("tutorial", ["account-manager", "sales-operations", "rule-author"])
def test_a_tutorial_shows_no_traceback_and_no_fault(tutorial: str) -> None:
    text = pages.load(f"docs/tutorials/{tutorial}.md").text
    assert "Traceback" not in text
    assert "internal failure" not in text
