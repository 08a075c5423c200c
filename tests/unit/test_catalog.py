"""The tool's own cards keep the catalogue's names; choosing rules says what was meant."""

import os
import re

import pytest

from advancelint import diagnostic, rule
from advancelint.cards.keys import FAULTS, TROUBLES
from advancelint.catalog import chosen_rules, find_rule, graded_rules, load_rules, select_rules
from advancelint.errors import CardError, UsageError
from advancelint.reading import model
from advancelint.rule import Former
from advancelint.source import Place

RULES = load_rules()
FAMILIES = {
    "PL": "plan",
    "SP": "specificity",
    "RE": "realism",
    "AD": "advance",
    "CF": "client-focus",
    "CH": "chain",
    "IN": "input",
    "SU": "suppression",
}
# The order in which one line's diagnoses are preferred; AD402 and SP208 share a place, being exclusive.
ORDER = [
    "PL101",
    "SP209",
    "SP201",
    "AD406",
    "AD401",
    "AD403",
    "AD402",
    "SP208",
    "AD404",
    "RE301",
    "RE303",
    "RE302",
    "RE308",
    "AD407",
]


def codes(*select: str, ignore: tuple[str, ...] = (), extend: tuple[str, ...] = ()) -> set[str]:
    return {rule.code for rule in select_rules(RULES, select, ignore, extend) if rule.card.condition != "input"}


def test_names_say_what_is_wrong_rather_than_what_to_do() -> None:
    negative = {rule.card.name for rule in RULES if rule.card.name.startswith("no-")}
    assert negative == {
        "no-deadline",
        "no-client-action",
        "no-next-advance",
        "no-client-people",
        "no-buying-process",
    }
    assert not [rule.card.name for rule in RULES if re.match(r"(avoid|use|prefer|dont|do|must)-", rule.card.name)]


def test_families_belong_to_codes() -> None:
    assert {rule.code: rule.card.family for rule in RULES} == {rule.code: FAMILIES[rule.code[:2]] for rule in RULES}


def test_precedence_is_the_catalogues() -> None:
    first = sorted((rule.card.precedence, rule.code) for rule in RULES if rule.card.precedence < 99)
    assert [code for _, code in first] == ORDER


def test_cards_and_diagnostics_share_their_severities() -> None:
    assert model.CONFIDENCES == diagnostic.CONFIDENCES
    assert rule.SEVERITIES == diagnostic.SEVERITIES
    assert (rule.NO_MEND.safety, *rule.SAFETIES) == diagnostic.SAFETIES


def test_every_kind_of_input_trouble_has_one_card() -> None:
    assert sorted(rule.card.trouble for rule in RULES if rule.card.trouble) == sorted([*TROUBLES, *FAULTS])


def test_at_least_three_in_four_rules_need_no_python() -> None:
    assert sum(rule.card.condition == "check" for rule in RULES) * 4 <= len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))
def test_a_rule_has_three_examples_of_each_sort_and_one_sentence_of_each_kind(rule: object) -> None:
    card = rule.card  # type: ignore[attr-defined]
    if card.condition != "input":
        assert min(len(card.flagged), len(card.clean)) >= 3
        assert card.note
    if card.measured:
        assert card.sources
    assert card.instead
    assert not card.message.endswith(".")
    assert card.summary.endswith(".")


def test_selecting() -> None:
    everything = {rule.code for rule in RULES if rule.card.condition != "input"}
    assert codes() == codes("ALL") == everything
    assert codes("AD401", "seller-activity", "ad401") == {"AD401"}
    assert codes("AD4") == codes("AD") == codes("advance") == {code for code in everything if code.startswith("AD")}
    assert codes("AD401", extend=("SP203",)) == {"AD401", "SP203"}
    assert codes("SP", ignore=("SP203",)) == {code for code in everything if code.startswith("SP")} - {"SP203"}


def test_rules_on_unreadable_input_stay_unless_they_are_ignored() -> None:
    assert "IN001" in {rule.code for rule in select_rules(RULES, ["AD401"])}
    assert "IN001" not in {rule.code for rule in select_rules(RULES, [], ["IN001"])}


def test_a_preview_rule_runs_only_by_its_code() -> None:
    rules = [
        rule._replace(card=rule.card._replace(status="preview")) if rule.code == "AD401" else rule for rule in RULES
    ]
    assert "AD401" not in {rule.code for rule in select_rules(rules, ["AD"])}
    assert "AD401" in {rule.code for rule in select_rules(rules, ["AD401"])}


def test_an_old_code_chooses_as_the_new_one_does() -> None:
    old = (Former("AD400", Place(1, 1)), Former("own-activity", Place(1, 1)))
    rules = [rule._replace(card=rule.card._replace(replaces=old)) if rule.code == "AD401" else rule for rule in RULES]
    for word in ("AD400", "own-activity"):
        assert select_rules(rules, [word]) == select_rules(rules, ["AD401"])
        assert select_rules(rules, ["AD"], [word]) == select_rules(rules, ["AD"], ["AD401"])
        assert find_rule(rules, word).code == "AD401"
    assert {rule.code for rule in select_rules(rules, ["AD40"]) if rule.card.measured} == codes("AD40")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("AD4O1", "“AD401”"), ("seler-activity", "“seller-activity”"), ("advanse", "“advance”"), ("?", "lists them all")],
)
def test_an_unknown_word_is_told_what_was_meant(word: str, meant: str) -> None:
    with pytest.raises(UsageError) as caught:
        select_rules(RULES, [word])
    assert meant in caught.value.remedy
    with pytest.raises(UsageError):
        find_rule(RULES, word)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("advance", "a family"), ("advancelint", "a pack"), ("ad4", "the beginning of codes"), ("ALL", "all rules")],
)
def test_a_word_for_many_rules_is_told_as_such_where_one_is_asked_for(word: str, kind: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_rule(RULES, word)
    assert f"“{word}” is " in caught.value.message
    assert kind in caught.value.message
    assert "Did you mean" not in caught.value.remedy
    if word != "ALL":
        first = next(rule for rule in RULES if word in (rule.card.family, rule.card.origin.pack) or "AD4" in rule.code)
        assert first.code in caught.value.remedy


def test_choosing_nothing_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        select_rules(RULES, ["AD401"], ["AD"])


def test_choosing_nothing_is_allowed_where_others_may_choose_more() -> None:
    assert {rule.card.condition for rule in chosen_rules(RULES, [], [], [])} == {"input"}


def test_a_rule_gets_the_severity_of_the_most_exact_word_and_off_takes_it_out() -> None:
    table = [("AD401", "info"), ("ALL", "warning"), ("AD4", "error"), ("advance", "off"), ("IN001", "off")]
    graded = {rule.code: rule.card.severities for rule in graded_rules(RULES, table, RULES)}
    assert graded["AD401"] == ("info",)
    assert graded["AD402"] == ("error",)
    assert graded["PL101"] == ("warning",)
    assert set(graded) == {rule.code for rule in RULES} - {"IN001"}
    assert graded_rules(RULES, [], RULES) == RULES


def test_of_equally_exact_words_the_later_decides() -> None:
    by_code, by_name = ("AD401", "info"), ("seller-activity", "warning")
    for table in ([by_code, by_name], [by_name, by_code]):
        graded = {rule.code: rule.card.severities for rule in graded_rules(RULES, table, RULES)}
        assert graded["AD401"] == (table[-1][1],)


def card_text(code: str, name: str) -> str:
    with open(RULES[0].card.path, encoding="utf-8") as file:
        text = file.read()
    return text.replace(RULES[0].code, code, 1).replace(RULES[0].card.name, name, 1)


def write(folder: object, file: str, text: str) -> None:
    with open(os.path.join(str(folder), file), "w", encoding="utf-8") as out:
        out.write(text)


def test_a_file_is_called_after_its_card(tmp_path: object) -> None:
    write(tmp_path, "other.yaml", card_text("XX101", "some-rule"))
    with pytest.raises(CardError, match=r"other\.yaml:1:1: .*XX101-some-rule\.yaml"):
        load_rules(str(tmp_path))


def test_a_code_is_taken_once(tmp_path: object) -> None:
    write(tmp_path, "XX101-some-rule.yaml", card_text("XX101", "some-rule"))
    write(tmp_path, "XX102-some-rule.yaml", card_text("XX102", "some-rule"))
    with pytest.raises(CardError, match="already taken"):
        load_rules(str(tmp_path))


def test_a_card_that_is_no_text(tmp_path: object) -> None:
    with open(os.path.join(str(tmp_path), "a.yaml"), "wb") as file:
        file.write(b"\xff\xfe\x00")
    with pytest.raises(CardError, match="not UTF-8"):
        load_rules(str(tmp_path))
