"""Every mistake in a card has a line, a column and, where it can, the word that was meant."""

import os
from inspect import unwrap

import pytest
from markdown_it.common.utils import escapeHtml

from advancelint.cards import load_card
from advancelint.errors import CardError
from advancelint.rule import OWN, Origin

GOOD = """\
code: XX101
name: some-rule
summary: A summary.
family: house
severity: warning
on: objective
when: {actor: seller}
at: action
message: "“{action}” by {client}"
why: because
examples:
  flagged: [{text: We act, at: We}]
  clean: [{text: They act}]
"""


def broken(old: str, new: str) -> CardError:
    assert old in GOOD
    with pytest.raises(CardError) as caught:
        load_card("rules/XX101-some-rule.yaml", GOOD.replace(old, new))
    return caught.value


def test_the_good_card_loads() -> None:
    card = load_card("rules/XX101-some-rule.yaml", GOOD).card
    assert (card.code, card.name, card.severities, card.precedence) == ("XX101", "some-rule", ("warning",), 99)


OPTION = "options: {most: {schema: {type: integer}, default: 3, help: how many}}\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "says"),
    [
        ("summary: A summary.", "sumary: A summary.", 3, 1, "Did you mean “summary”?"),
        ("summary: A summary.\n", "", 1, 1, "lacks the key “summary”"),
        ("summary: A summary.", "summary: ''", 3, 10, "must not be empty"),
        ("summary: A summary.", "summary: [A]", 3, 10, "must be text"),
        ("name: some-rule", "code: XX102", 2, 1, "stands here twice"),
        ("code: XX101", "code: xx1", 1, 7, "capital letters and three digits"),
        ("name: some-rule", "name: Some_Rule", 2, 7, "joined by hyphens"),
        ("severity: warning", "severity: warnin", 5, 11, "Did you mean “warning”?"),
        ("severity: warning", "severity: [{when: {actor: seller}, is: info}]", 5, 12, "the last has none"),
        ("severity: warning", "severity: [{is: info}, {is: error}]", 5, 12, "every severity but the last"),
        ("on: objective", "on: objektive", 6, 5, "Did you mean “objective”?"),
        ("when: {actor: seller}", "when: {aktor: seller}", 7, 8, "Did you mean “actor”?"),
        ("when: {actor: seller}", "when: {actor: sellers}", 7, 15, "Did you mean “seller”?"),
        ("when: {actor: seller}", "when: {actor: [seller, us]}", 7, 24, "is never “us”"),
        ("when: {actor: seller}", "when: {actor: {nott: seller}}", 7, 16, "Did you mean “not”?"),
        ("when: {actor: seller}", "when: {actor: {at_least: 2}}", 7, 16, "needs a number"),
        ("when: {actor: seller}", "when: {stages_ahead: two}", 7, 22, "must be a whole number"),
        ("when: {actor: seller}", "when: {stages_ahead: 1234567890123}", 7, 22, "at most 12 digits"),
        ("when: {actor: seller}", "when: {has_due: yes}", 7, 17, "cannot be “yes”"),
        ("when: {actor: seller}", "when: {text: {matches: 'a(b'}}", 7, 24, "no regular expression"),
        ("when: {actor: seller}", "when: {text: {matches: a(b}}", 7, 25, "no regular expression"),
        ("when: {actor: seller}", "when: {text: {matches: '(a+)+b'}}", 7, 24, "could take for ever"),
        ("when: {actor: seller}", "when: {has_due: {matches: a}}", 7, 27, "needs words"),
        ("when: {actor: seller}", "when: {}", 7, 7, "must not be empty"),
        ("when: {actor: seller}", "when: {any: seller}", 7, 13, "must be a list"),
        ("when: {actor: seller}", "when: {actor: seller}\nphrases: [x]", 8, 1, "one condition"),
        ("when: {actor: seller}", "", 1, 1, "lacks a condition"),
        ("when: {actor: seller}", "phrases: [x, X]", 7, 14, "stands here twice"),
        ("when: {actor: seller}", "phrases: ['!']", 7, 11, "at least one word"),
        ("when: {actor: seller}", "phrases: [{phrase: x, by: y}]", 7, 23, "has no key “by”"),
        ("when: {actor: seller}", "check: nowhere", 7, 8, "package.module:function"),
        ("when: {actor: seller}", "check: nowhere_at_all:run", 7, 8, "no installed pack"),
        ("when: {actor: seller}", "check: advancelint.checks:run", 7, 8, "installed pack"),
        ("when: {actor: seller}", "check: advancelint.checks.nothing:run", 7, 8, "cannot be imported"),
        ("when: {actor: seller}", "input: unreadible", 7, 8, "Did you mean “unreadable”?"),
        ("at: action", "at: akt", 8, 5, "“at” cannot be “akt”"),
        ("{action}” by", "{acton}” by", 9, 10, "Did you mean “action”?"),
        ("{action}” by", "{action”} by", 9, 10, "stray brace"),
        ("flagged: [{text: We act, at: We}]", "flagged: []", 12, 12, "must not be empty"),
        ("  clean: [{text: They act}]", "", 12, 3, "lacks the key “clean”"),
        ("at: We}", "at: Us}", 12, 32, "does not occur"),
        ("{text: They act}", "{text: They act, at: They}", 13, 32, "underlines nothing"),
        ("{text: They act}", "{text: They act, plan: x}", 13, 11, "either “text” or “plan”"),
        ("{text: They act}", "{text: They act, stage: propos}", 13, 35, "Did you mean “propose”?"),
        ("why: because", "why: because\nprecedence: first", 11, 13, "whole number"),
        ("why: because", "why: because\nsource: see there", 11, 9, "no source tag"),
        ("why: because", "why: because\nstatus: beta", 11, 9, "Known are: stable, preview, deprecated."),
        ("why: because", "why: because\nstatus: deprecated", 11, 9, "what to do instead"),
        ("why: because", "why: because\ndeprecated: Use XX102.", 11, 13, "this one is stable"),
        ("why: because", "why: because\nstatus: preview\ndeprecated: Use XX102.", 12, 13, "this one is preview"),
        ("why: because", "why: because\nstatus: deprecated\ndeprecated: ''", 12, 13, "must not be empty"),
        ("why: because", "why: because\nreplaces: XX100", 11, 11, "must be a list"),
        ("why: because", "why: because\nreplaces: []", 11, 11, "must not be empty"),
        ("why: because", "why: because\nreplaces: [Old-Name]", 11, 12, "neither a code nor a name"),
        ("why: because", "why: because\nreplaces: [XX10]", 11, 12, "neither a code nor a name"),
        ("why: because", "why: because\nreplaces: [old, XX101]", 11, 17, "is what the rule is called now"),
        ("why: because", "why: because\nreplaces: [some-rule]", 11, 12, "is what the rule is called now"),
        ("why: because", "why: because\nreplaces: [XX100, old, XX100]", 11, 24, "stands here twice"),
        ("why: because", "why: because\nsince: next year", 11, 8, "Write it as in 1.2.0."),
        ("why: because", "why: because\nsince: v1.2.0", 11, 8, "is no version"),
        ("why: because", "why: because\nsince: 1.2", 11, 8, "is no version"),
        ("why: because", f"why: because $most {{most}}\n{OPTION}", 11, 11, "uses the option “most”"),
        ("why: because", "why: 'because", 10, 6, "is not closed"),
    ],
)
def test_a_mistake_has_its_place_and_a_remedy(old: str, new: str, line: int, column: int, says: str) -> None:
    error = broken(old, new)
    assert says in str(error)
    assert error.place == (line, column)
    assert str(error).startswith(f"rules/XX101-some-rule.yaml:{line}:{column}: ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: {actor: seller}", "when: {length: {at_most: $most}}"),
        ("why: because", "why: because\ninstead: at most {most} words"),
        ("when: {actor: seller}", "check: markdown_it.common.utils:escapeHtml"),
    ],
)
def test_an_option_is_used_by_a_condition_a_sentence_or_a_check(old: str, new: str) -> None:
    text = f"{GOOD.replace(old, new)}{OPTION}"
    assert load_card("x.yaml", text, Origin("acme", "installed")).card.settings == {"most": 3}


def test_the_life_of_a_rule_is_in_its_card() -> None:
    status = "status: deprecated\ndeprecated: Use XX102,\n  which knows more.\n"
    card = load_card("x.yaml", f"{GOOD}{status}replaces: [XX100, some-old-rule]\nsince: 1.2.0\n").card
    assert (card.status, card.deprecated, card.since) == ("deprecated", "Use XX102, which knows more.", "1.2.0")
    assert [(old.word, old.is_code, tuple(old.place)) for old in card.replaces] == [
        ("XX100", True, (17, 12)), ("some-old-rule", False, (17, 19)),
    ]  # fmt: skip
    assert [card.now_called(word) for word in ("xx100", "Some-Old-Rule", "XX101")] == ["XX101", "some-rule", ""]
    assert load_card("x.yaml", GOOD).card.status == "stable"


def test_yaml_truth_values_stay_words() -> None:
    # Plain YAML 1.1 would read the key `on` as true.
    assert load_card("x.yaml", GOOD).card.on == "objective"


PACK = Origin("acme", "installed")
CHECK = GOOD.replace("when: {actor: seller}", "check: {target}")


def test_a_check_of_an_installed_package_is_bound() -> None:
    bound = load_card("x.yaml", CHECK.replace("{target}", "markdown_it.common.utils:escapeHtml"), PACK).find
    assert unwrap(bound) is escapeHtml


@pytest.mark.parametrize("origin", [OWN, Origin("local", "packs"), Origin("local", "files")])
def test_a_card_of_a_team_runs_nothing_that_merely_is_installed(origin: Origin) -> None:
    with pytest.raises(CardError, match="belongs to no installed pack"):
        load_card("x.yaml", CHECK.replace("{target}", "pytest:fail"), origin)


def test_a_module_that_lies_beside_the_plans_is_never_imported(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(os.path.join(str(tmp_path), "planted.py"), "w", encoding="utf-8") as file:
        file.write("raise SystemExit('ran')\ndef run(node): ...\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(CardError, match="no installed package"):
        load_card("x.yaml", CHECK.replace("{target}", "planted:run"), PACK)


FIX = "why: because\nfix: {fix}"


@pytest.mark.parametrize(
    ("fix", "at", "says"),
    [
        ("yes", "yes", "must be a mapping"),
        ("{title: t, replace: text, with: x}", "{", "lacks the key “safety”"),
        ("{safety: safe, replace: text, with: x}", "{", "lacks the key “title”"),
        ("{safety: saef, title: t, replace: text, with: x}", "saef", "Did you mean “safe”?"),
        ("{safety: none, title: t, replace: text, with: x}", "none", "cannot be “none”"),
        ("{safety: safe, title: '{acton}', replace: text, with: x}", "'{acton}", "Did you mean “action”?"),
        ("{safety: safe, title: t, replace: akt, with: x}", "akt", "“replace” cannot be “akt”"),
        ("{safety: safe, title: t, replace: phrase, with: x}", "phrase", "“replace” cannot be “phrase”"),
        ("{safety: safe, title: t, replace: text, with: '{rewrte}'}", "'{rewrte}", "Did you mean “rewrite”?"),
        ("{safety: safe, title: t, replace: text}", "{", "lacks the key “with”"),
        ("{safety: safe, title: t, with: x}", "{", "one of “replace” and “gap”"),
        ("{safety: safe, title: t, replace: text, gap: fallback, with: x}", "gap", "one of “replace” and “gap”"),
        ("{safety: safe, title: t, gap: fallback, label: x, with: x}", "fallback", "no objective has a gap"),
        ("{safety: safe, title: t, replace: text, label: x, with: x}", "x,", "“label” belongs to a gap"),
        ("{safety: safe, title: t, replase: text, with: x}", "replase", "Did you mean “replace”?"),
    ],
)
def test_a_mistake_in_a_fix_has_its_place_and_a_remedy(fix: str, at: str, says: str) -> None:
    error = broken("why: because", FIX.format(fix=fix))
    assert says in str(error)
    assert error.place == (11, 6 + fix.index(at))


def test_a_gap_is_one_of_its_node_and_needs_a_label() -> None:
    card = GOOD.replace(
        "on: objective\nwhen: {actor: seller}\nat: action", "on: call\nwhen: {upcoming: true}\nat: date"
    )
    card = card.replace("{action}", "{date}").replace("why: because", FIX)
    with pytest.raises(CardError, match="Did you mean “fallback”"):
        load_card("x.yaml", card.replace("{fix}", "{safety: unsafe, title: t, gap: falback, label: L, with: x}"))
    with pytest.raises(CardError, match="lacks the key “label”"):
        load_card("x.yaml", card.replace("{fix}", "{safety: unsafe, title: t, gap: fallback, with: x}"))
    loaded = load_card("x.yaml", card.replace("{fix}", "{safety: unsafe, title: t, gap: fallback, label: L, with: x}"))
    assert loaded.card.mend == ("unsafe", "t")


def test_only_a_flagged_example_of_a_card_with_a_fix_is_fixed() -> None:
    assert "has “fixed”" in str(broken("{text: We act, at: We}", "{text: We act, at: We, fixed: They act}"))
    assert "has “fixed”" in str(broken("{text: They act}", "{text: They act, fixed: They act}"))
