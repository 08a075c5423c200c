"""What a rule says of its scope is so: whoever looks at the account's other files says “account”, and nobody else.

The files beside a plan are a sequence that notes when somebody looks. A rule that did not look cannot depend on them.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from typing import overload

import pytest

from advancelint.cards import load_card
from advancelint.cards.scope import OF_THE_COMMENT
from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.doctrine.account import Account, Sheet
from advancelint.engine import judge_file, judge_input, understand
from advancelint.engine.gate import looking
from advancelint.engine.grounds import grounds_of
from advancelint.engine.rehearse import EXAMPLE_DAY, plan_of_line
from advancelint.errors import CardError
from advancelint.nodes import KINDS, LINE_KINDS, VOCABULARY, nodes_of
from advancelint.plan.model import Plan
from advancelint.rule import SCOPES, Rule
from advancelint.source import Source

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULES = load_rules()
# Telling the stage looks at the other files only where the plan itself states none.
STAGE_ONLY = "stage"


class Watched(Sequence[Sheet]):
    """No other files, and a note of whether somebody looked."""

    def __init__(self) -> None:
        self.looked = False

    @overload
    def __getitem__(self, index: int) -> Sheet: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Sheet]: ...
    def __getitem__(self, index: int | slice) -> Sheet | Sequence[Sheet]:
        self.looked = True
        raise IndexError

    def __len__(self) -> int:
        self.looked = True
        return 0


def examples_of(rule: Rule) -> Iterator[tuple[Plan, str]]:
    for example in (*rule.card.flagged, *rule.card.clean):
        if example.plan:
            yield read(example.plan), example.plan
        else:
            yield plan_of_line(example), example.text


def read(text: str) -> Plan:
    return understand(Source.of("plan.md", text), Settings(as_of=EXAMPLE_DAY))


def whole_plans() -> list[tuple[Plan, str]]:
    paths = sorted(glob.glob(os.path.join(ROOT, "tests", "plans", "*.md")))[::4]
    paths += sorted(glob.glob(os.path.join(ROOT, "examples", "account", "*", "*.md")))
    texts = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    return [(plan, text) for text in texts if (plan := read(text)).is_plan]


WHOLE = whole_plans()


def verdicts(rule: Rule, plan: Plan, text: str) -> Iterator[tuple[str, bool]]:
    """The scope of each verdict of ``rule`` on ``plan``, and whether reaching it took a look at the other files."""
    watched = Watched()
    for node in nodes_of(plan, EXAMPLE_DAY, Account(text=text, beside=watched)):
        if node.kind == rule.card.on and looking((rule,), node):
            watched.looked = False
            found = list(rule.find(node))
            if found:
                rule.severity(node)
            looked = watched.looked
            yield grounds_of(rule, node).scope, looked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_looks_at_other_files_says_so(rule: Rule) -> None:
    for plan, text in [*examples_of(rule), *WHOLE]:
        # What was worked out for one node serves the next, so that the first look of each plan alone is seen.
        for scope, looked in verdicts(rule, plan, text):
            assert not looked or scope in ("account", "portfolio"), text[:400]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.card.scope == "account"], ids=lambda rule: rule.code)
def test_a_rule_that_says_account_does_look(rule: Rule) -> None:
    assert any(looked for plan, text in examples_of(rule) for _, looked in verdicts(rule, plan, text))


def test_a_diagnostic_tells_how_far_its_rule_looked() -> None:
    text = "---\ntype: call-plan\n{stage}---\n# Brandt Optics\n\n## Call with Vesna Ilic, 2026-06-10\n\n"
    text += "**Objective:** Demonstrate the lamps\n"

    def scopes(stage: str) -> dict[str, str]:
        judged = judge_input(RULES, Source.of("plan.md", text.format(stage=stage)), Settings(as_of=EXAMPLE_DAY))
        return {one.code: one.scope for one in judged.diagnostics}

    stated = scopes("stage: discover\n")
    assert (stated["AD401"], stated["AD411"]) == ("line", "document")
    unstated = scopes("")  # the other files of the account may tell the stage
    assert (unstated["AD401"], unstated["AD411"]) == ("line", "account")
    (unread,) = judge_file(RULES, "nowhere/plan.md", Settings(as_of=EXAMPLE_DAY)).diagnostics
    assert (unread.code, unread.scope) == ("IN001", "document")


def looks(kind: str, name: str) -> set[bool]:
    """Whether telling the field looks at other files: for plans that state a stage, and for those that do not."""
    found: set[bool] = set()
    for plan, text in WHOLE:
        watched = Watched()
        nodes = [node for node in nodes_of(plan, EXAMPLE_DAY, Account(text=text, beside=watched)) if node.kind == kind]
        assert not watched.looked, "making nodes looks at nothing"
        for node in nodes:
            node.values[name]
        if watched.looked:
            found.add(plan.stage.present)
    return found


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in KINDS for name in VOCABULARY[kind]])
def test_a_field_is_told_by_what_the_table_says(kind: str, name: str) -> None:
    reach = VOCABULARY[kind][name].reach
    if reach == "account":
        assert looks(kind, name) == {True, False}
    elif reach == STAGE_ONLY:
        assert looks(kind, name) == {False}
    else:
        assert looks(kind, name) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_about_more_than_a_line_has_no_line_scope(rule: Rule) -> None:
    assert rule.card.scope in SCOPES
    assert (rule.card.scope == "line") <= (rule.card.on in LINE_KINDS or rule.card.trouble in OF_THE_COMMENT)


CARD = """\
code: ZZ101
name: a-rule
summary: Sums it up.
family: plan
severity: error
on: {on}
{scope}
when: {when}
message: says so
why: it is so
examples:
  flagged: [{{text: one}}]
  clean: [{{text: two}}]
"""


@pytest.mark.parametrize(
    ("on", "when", "said", "scope"),
    [
        ("objective", "{actor: seller}", "", "line"),
        ("objective", "{actor: seller, stage: close}", "", "line"),
        ("objective", "{any: [{actor: seller}, {not: {reached: no}}]}", "", "account"),
        ("next_step", "{ticks: true}", "", "document"),
        ("plan", "{calls: 0}", "", "document"),
        ("plan", "{home: true}", "", "account"),
        ("objective", "{actor: seller}", "scope: portfolio", "portfolio"),
        ("plan", "{calls: 0}", "scope: account", "account"),
    ],
)
def test_a_card_has_the_scope_that_it_needs_or_the_wider_one_that_it_says(
    on: str, when: str, said: str, scope: str
) -> None:
    assert load_card("ZZ101-a-rule.yaml", CARD.format(on=on, when=when, scope=said)).card.scope == scope


@pytest.mark.parametrize(
    ("on", "when", "said", "message"),
    [
        ("objective", "{reached: no}", "line", "“reached” is told by the account"),
        ("next_step", "{ticks: true}", "line", "“ticks” is told by the document"),
        ("call", "{upcoming: true}", "line", "a call is not told in a line"),
        ("objective", "{actor: seller}", "acount", "Did you mean “account”?"),
    ],
)
def test_a_scope_that_is_too_narrow_is_refused_at_its_place(on: str, when: str, said: str, message: str) -> None:
    with pytest.raises(CardError) as raised:
        load_card("ZZ101-a-rule.yaml", CARD.format(on=on, when=when, scope=f"scope: {said}"))
    assert message in str(raised.value)
    assert str(raised.value).startswith("ZZ101-a-rule.yaml:7:8: “scope” cannot be")


def test_a_severity_widens_the_scope_like_a_condition() -> None:
    text = CARD.format(on="objective", when="{actor: seller}", scope="").replace(
        "severity: error", "severity: [{when: {reached: no}, is: error}, {is: info}]"
    )
    assert load_card("ZZ101-a-rule.yaml", text).card.scope == "account"


@pytest.mark.parametrize(
    ("on", "condition", "scope"),
    [
        ("objective", "schema: {required: [reading], properties: {text: {maxLength: 1}}}", "line"),
        ("next_step", "schema: {properties: {line: {maximum: 0}}}", "document"),
        ("outcome", "schema: {properties: {fields: {properties: {length: {maximum: 0}}}}}", "line"),
        ("person", "schema: {required: [organisation]}", "line"),
        ("call", "schema: {properties: {objectives: {minItems: 99}}}", "document"),
        ("plan", "schema: {required: [client_win], properties: {front_matter: {required: [region]}}}", "document"),
        (
            "plan",
            "schema: {properties: {fields: {properties: {amount: {minimum: 9}, currency: {const: EUR}}}}}",
            "document",
        ),
        ("plan", "phrases: {never: [the], needs: [snow]}", "document"),
        ("objective", "phrases: {needs: [snow]}\nwhere: {length: {at_least: 1}}", "line"),
        ("objective", "phrases: {needs: [snow]}\nwhere: {reached: {not: unknown}}", "account"),
        ("plan", "schema: {properties: {fields: {properties: {economic_buyer: {const: true}}}}}", "account"),
    ],
)
def test_a_card_of_any_condition_looks_as_far_as_its_scope(on: str, condition: str, scope: str) -> None:
    text = CARD.format(on=on, when="{}", scope="").replace("when: {}", condition)
    rule = load_card("ZZ101-a-rule.yaml", text)
    assert rule.card.scope == scope
    looked = [looked for plan, text in WHOLE for _, looked in verdicts(rule, plan, text)]
    assert any(looked) is (scope == "account")


@pytest.mark.parametrize(("when", "scope"), [("{reached: no}", "account"), ("{actor: seller}", "line")])
def test_a_check_rests_on_what_it_asked_for_whatever_its_card_says(when: str, scope: str) -> None:
    rule = load_card("ZZ101-a-rule.yaml", CARD.format(on="objective", when=when, scope=""))
    check = rule._replace(card=rule.card._replace(condition="check", scope="line"))
    assert {found for plan, text in WHOLE for found, _ in verdicts(check, plan, text)} == {scope}
