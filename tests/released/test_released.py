"""What was released stays: every line of the lists beside this file still holds, as docs/stability.md promises."""

from __future__ import annotations

import importlib.util
import os
import re
from types import ModuleType

import pytest
from command import DAY, run

from advancelint import __version__
from advancelint.catalog import find_rule, load_rules
from advancelint.config.version import satisfies
from advancelint.engine.rehearse import FORMERLY
from advancelint.errors import UsageError
from advancelint.rule import Former, Rule
from advancelint.source import Place

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULES = load_rules()


def script() -> ModuleType:
    path = os.path.join(ROOT, "scripts", "list_released.py")
    spec = importlib.util.spec_from_file_location("list_released", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LISTS = script()


def gone(listed: list[str], found: set[str]) -> list[str]:
    """The lines of ``listed`` that are not ``found`` any more."""
    return [line for line in listed if line not in found]


def lost_rules(listed: list[str], rules: tuple[Rule, ...]) -> list[str]:
    """The lines, code and name, that no longer lead to one rule, by today's names or by old ones."""
    lost = []
    for line in listed:
        code, name = line.split()
        try:
            same = find_rule(rules, code) is find_rule(rules, name)
        except UsageError:
            same = False
        lost += [] if same else [line]
    return lost


def of_today(listed: list[str], found: set[str]) -> list[str]:
    """The lines about today's versions of formats: a later version may lack what an earlier one had."""
    now = {tuple(line.split()[:2]) for line in found}
    return [line for line in listed if tuple(line.split()[:2]) in now]


@pytest.mark.parametrize("surface", LISTS.SURFACES)
def test_a_list_is_sorted_and_says_something(surface: str) -> None:
    listed = LISTS.listed(surface)
    assert listed
    assert listed == sorted(set(listed))


@pytest.mark.parametrize("surface", sorted(set(LISTS.SURFACES) - {"rules", "json"}))
def test_what_was_released_is_still_there(surface: str) -> None:
    assert gone(LISTS.listed(surface), set(LISTS.SURFACES[surface]())) == []


def test_a_released_code_or_name_leads_to_its_rule_for_good() -> None:
    assert lost_rules(LISTS.listed("rules"), RULES) == []


def test_the_keys_of_a_version_of_a_format_are_only_added() -> None:
    listed, found = LISTS.listed("json"), set(LISTS.printed())
    assert gone(of_today(listed, found), found) == []
    versions = {line.split()[0]: int(line.split()[1]) for line in found}
    assert set(versions) == {line.split()[0] for line in listed}
    assert all(int(line.split()[1]) <= versions[line.split()[0]] for line in listed), "no version goes back"


def test_the_page_tells_the_versions_of_all_formats() -> None:
    with open(os.path.join(ROOT, "docs", "stability.md"), encoding="utf-8") as file:
        rows = re.findall(
            r"^\| .* \| `version` (\d+) \| `src/advancelint/schemas/([a-z]+)\.schema\.json` \|$", file.read(), re.M
        )
    found = {tuple(line.split()[:2]) for line in LISTS.printed()}
    assert {(name, version) for version, name in rows} == {pair for pair in found if pair[0] != "baseline"}


@pytest.mark.parametrize("form", ["text", "concise"])
def test_a_finding_begins_with_place_code_and_severity_for_people_too(form: str) -> None:
    plan = "examples/plans/pitfalls/mixed-quillon-robotics.md"
    told = run("check", "--as-of", DAY, "--select", "AD401", "--output-format", form, plan, cwd=ROOT).stdout
    assert re.match(rf"{re.escape(plan)}:\d+:\d+: AD401 error: \S", told)


def test_what_goes_is_noticed() -> None:
    assert gone(["a", "b"], {"b", "c"}) == ["a"]
    assert of_today(["plan 1 a", "plan 2 b"], {"plan 2 c"}) == ["plan 2 b"]
    without = tuple(rule for rule in RULES if rule.code != "AD401")
    assert lost_rules(["AD401 seller-activity", "AD402 no-client-action"], without) == ["AD401 seller-activity"]
    renamed = tuple(
        rule._replace(card=rule.card._replace(replaces=tuple(Former(word, Place(1, 1)) for word in old)))
        for rule, old in ((rule, ("AD401", "seller-activity") if rule.code == "AD402" else ()) for rule in without)
    )
    assert lost_rules(["AD401 seller-activity"], renamed) == []


def test_every_rule_of_this_version_and_before_is_listed() -> None:
    listed = {line.split()[0] for line in LISTS.listed("rules")}
    out = {rule.code for rule in RULES if satisfies(f">={rule.card.since}", __version__)}
    assert out
    assert out <= listed, "make released"


def test_our_codes_have_two_letters_and_others_more() -> None:
    assert [rule.code for rule in RULES if not re.fullmatch(r"[A-Z]{2}[0-9]{3}", rule.code)] == []
    assert [old.word for rule in RULES for old in rule.card.replaces if re.match(r"[A-Z]{3}", old.word)] == []


def test_the_names_that_examples_take_for_old_ones_were_never_a_rule() -> None:
    taken = {word for rule in RULES for word in (rule.code, rule.card.name, *(old.word for old in rule.card.replaces))}
    assert taken.isdisjoint(FORMERLY[0])
    assert FORMERLY[1] in taken
