"""The schema of cards: what loads is never red in an editor, and most of what does not load is."""

from __future__ import annotations

import glob
import io
import json
import os
import subprocess
import sys
from typing import Any

import jsonschema
import pytest
import test_card_errors
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from advancelint import resources
from advancelint.cards import load_card
from advancelint.cards.keys import (
    CONDITIONS,
    EXAMPLE,
    EXAMPLES,
    FIX,
    GRADE,
    KEYS,
    OPTION,
    OPTION_SCHEMA,
    PHRASE,
)
from advancelint.cards.shapes import names
from advancelint.errors import CardError
from advancelint.mapping import Scalar, Sequence, Value, load
from advancelint.nodes import KINDS, VOCABULARY, slots_of, spots_of
from advancelint.scaffold import card as scaffold
from advancelint.scaffold import starters, yaml_line
from advancelint.scaffold.card import NewCard

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CARDS = sorted(glob.glob(os.path.join(ROOT, "rules", "*.yaml")))
GOOD = test_card_errors.GOOD
VALIDATOR = jsonschema.Draft7Validator(json.loads(resources.published("card")))


def is_red(text: str) -> bool:
    """Say whether an editor marks something in a card: it reads YAML 1.2, where “on” is a word."""
    try:
        value = YAML(typ="safe", pure=True).load(io.StringIO(text))
    except YAMLError:
        return True
    return not VALIDATOR.is_valid(value)


def loads(text: str) -> bool:
    try:
        load_card("rules/XX101-some-rule.yaml", text)
    except CardError:
        return False
    return True


def text_of(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def test_check_jsonschema_takes_every_rule() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", resources.schema("card"), *CARDS]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_check_jsonschema_shows_where_a_card_is_wrong(tmp_path: Any) -> None:
    (tmp_path / "card.yaml").write_text(GOOD.replace("actor: seller", "aktor: seller"), "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", resources.schema("card")]
    run = subprocess.run([*command, str(tmp_path / "card.yaml")], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "'aktor' was unexpected" in run.stdout


# What needs more than one look at a value: at another part of the card, an expression, what is installed.
LOADER_ALONE = (
    "every severity but the last", "regular expression", "could take for ever", "X]", "at least one word",
    "uses the option", "installed pack", "cannot be imported", "does not occur", "is called now",
)  # fmt: skip
_TESTS: Any = test_card_errors
MISTAKES = _TESTS.test_a_mistake_has_its_place_and_a_remedy.pytestmark[0].args[1]
OPTIONS = """note: "{least} {sides} {level}"
options:
  least: {schema: {type: integer, minimum: 1}, default: 3, help: the fewest words}
  sides: {schema: {type: array, enum: [client, both]}, default: [client], help: who may act}
  level: {schema: {type: string}, default: info, help: how bad it is}
"""
FIXES = _TESTS.test_a_mistake_in_a_fix_has_its_place_and_a_remedy.pytestmark[0].args[1]


@pytest.mark.parametrize(("old", "new", "line", "column", "says"), MISTAKES)
def test_a_mistake_is_red_where_json_schema_can_tell(old: str, new: str, line: int, column: int, says: str) -> None:
    alone = any(words in says or words in new for words in LOADER_ALONE)
    assert is_red(GOOD.replace(old, new)) == (not alone)


@pytest.mark.parametrize(("fix", "at", "says"), FIXES)
def test_a_mistake_in_a_fix_is_red(fix: str, at: str, says: str) -> None:
    assert is_red(GOOD.replace("why: because", f"why: because\nfix: {fix}"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: {actor: seller}", "when: {length: {at_least: $least}, actor: {not: $sides}}"),
        ("when: {actor: seller}", "when: {actor: [seller, $sides], any: [{length: $least}, {actor: none}]}"),
        ("when: {actor: seller}", "phrases: $sides"),
        ("severity: warning", "severity: $level"),
        ("severity: warning", "severity: [{when: {actor: $sides}, is: $level}, {is: info}]"),
        ("“{action}” by {client}", "“{action}” has {length} of {least} words"),
    ],
)
def test_an_option_can_stand_for_a_value(old: str, new: str) -> None:
    card = GOOD.replace(old, new) + OPTIONS
    assert loads(card)
    assert not is_red(card)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("type: integer", "type: int"),
        (", help: the fewest words", ""),
        ("default: 3, ", ""),
        ("least:", "Least:"),
        ("minimum: 1", "min: 1"),
        ("enum: [client, both]", "enum: []"),
        ("{schema: {type: string}, default: info, help: how bad it is}", "info"),
    ],
)
def test_a_mistake_in_an_option_is_red(old: str, new: str) -> None:
    assert not loads(GOOD + OPTIONS.replace(old, new))
    assert is_red(GOOD + OPTIONS.replace(old, new))


@pytest.mark.parametrize("number", range(5))
def test_every_condition_is_known_to_both(number: int) -> None:
    assert loads(WRITTEN[number])
    assert not is_red(WRITTEN[number])


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [
        (2, "never:", "nevr:"),
        (2, "never: [synerg*, {phrase: touch base, replacement: call}]", "never: []"),
        (2, "needs: [signs]", "needs: [{phrase: signs, replacement: agrees}]"),
        (2, "replacement: call", "instead: call"),
        (2, "{plan_kind: prep,", "{plan_kind: preps,"),
        (2, "{problem}", "{place}"),
        (3, "{required", "[required"),
        (3, "{place}", "{phrase}"),
        (3, "[call]", "[cal]"),
        (3, "length:", "lenght:"),
        (3, "minimum: 3", "minimun: 3"),
        (4, "close_date", "close-date"),
        (4, "stage: {properties: {id", "stage: {properties: {ids"),
        (4, "[propose, close]", "[propose, closing]"),
        (4, "[owner, due]", "[owner, duue]"),
        (4, "type: string, pattern", "type: text, pattern"),
        (4, "{const: propose}", "{const: proposed}"),
        (4, "[client_win]", "[client_wins]"),
        (3, "schema: {required: [call], properties: {fields: {properties: {length: {minimum: 3}}}}}", "schema: {}"),
    ],
)
def test_a_mistake_in_a_condition_is_red(number: int, old: str, new: str) -> None:
    card = WRITTEN[number].replace(old, new)
    assert card != WRITTEN[number]
    assert not loads(card)
    assert is_red(card)


def test_where_stands_beside_conditions_that_look_at_nodes() -> None:
    for condition in ("when: {actor: seller}", "input: empty"):
        card = GOOD.replace("when: {actor: seller}", f"where: {{rank: primary}}\n{condition}")
        assert not loads(card)
        assert is_red(card)


def test_each_needed_key_is_needed_by_both_and_no_other_is() -> None:
    lines = GOOD.splitlines(keepends=True)
    for key in KEYS:
        if key.condition or key.name == "examples":  # one of several, and needed on most cards alone
            continue
        without = "".join(line for line in lines if not line.startswith(f"{key.name}:"))
        assert loads(without) == (not is_red(without)) == (not key.needed), key.name


def test_every_key_is_known_to_the_loader() -> None:
    for key in names(KEYS):
        with pytest.raises(CardError) as caught:
            load_card("x.yaml", GOOD + f"{key}: {{}}\n" if f"\n{key}:" not in GOOD else GOOD + "zz: 1\n")
        assert f"has no key “{key}”" not in str(caught.value)
    assert "when" in CONDITIONS


@pytest.mark.parametrize("condition", starters.CONDITIONS)
@pytest.mark.parametrize("kind", starters.KINDS)
def test_a_new_card_begins_without_red(kind: str, condition: str) -> None:
    text = scaffold.card(NewCard("XX101", kind, condition), yaml_line("card", "team-rules/XX101.yaml"))
    assert not is_red(text)
    assert is_red(text.replace("\nseverity: ", "\nseverty: "))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_own_fields_spots_and_slots(kind: str) -> None:
    made = VALIDATOR.schema
    assert isinstance(made, dict)
    fields = made["$defs"][f"when-{kind}"]["properties"]
    assert set(fields) == {*VOCABULARY[kind], "text", "any", "all", "not"}
    assert {name: fields[name]["description"] for name in VOCABULARY[kind]} == {
        name: field.about for name, field in VOCABULARY[kind].items()
    }
    (mine,) = [one["then"] for one in made["allOf"] if one["if"].get("properties") == {"on": {"const": kind}}]
    assert mine["properties"]["at"]["enum"] == [*spots_of(kind)]
    card = GOOD.replace("on: objective", f"on: {kind}").replace("when: {actor: seller}", "when: {declared: true}")
    card = card.replace("at: action", "at: text")
    for slot in slots_of(kind):
        assert not is_red(card.replace("“{action}” by {client}", f"“{{{slot}}}”")), slot
    assert is_red(card.replace("{action}", "{nobody_knows}"))


def plain(value: Value) -> Any:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return {key.text: plain(inner) for key, inner in value.entries}


WITH_OPTIONS = GOOD.replace("{actor: seller}", "{length: {at_least: $least}, actor: $sides}") + OPTIONS
WITH_PHRASES = GOOD.replace(
    "when: {actor: seller}",
    "where: {plan_kind: prep, not: {actor: client}}\n"
    "phrases: {never: [synerg*, {phrase: touch base, replacement: call}], except: Synergy Foods Ltd, needs: [signs]}",
).replace("“{action}” by {client}", "“{problem}”: say “{replacement}”")
WITH_SCHEMA = GOOD.replace(
    "when: {actor: seller}",
    "where: {rank: primary}\nschema: {required: [call], properties: {fields: {properties: {length: {minimum: 3}}}}}",
).replace("“{action}” by {client}", "{problem} ({where}, {place})")
OF_A_PLAN = """
schema:
  required: [close_date, $needed]
  properties:
    stage: {properties: {id: {enum: [propose, close]}}}
    next_steps: {items: {required: [owner, due], not: {properties: {done: {const: true}}}}}
    front_matter: {required: [region], properties: {region: {type: string, pattern: ^E}}}
    fields: {properties: {calls: {minimum: $fewest}, stage: {const: propose}}}
  anyOf: [{required: [client_win]}, {properties: {kind: {const: deal}}}]
options:
  needed: {schema: {type: string}, default: client_win, help: what has to be there}
  fewest: {schema: {type: integer}, default: 2, help: how many calls}
"""
WITH_PLAN = (
    GOOD.replace("on: objective", "on: plan")
    .replace("at: action", "at: stage")
    .replace("when: {actor: seller}", OF_A_PLAN)
    .replace("“{action}” by {client}", "{problem}")
)
WRITTEN = (GOOD, WITH_OPTIONS, WITH_PHRASES, WITH_SCHEMA, WITH_PLAN)
SEEDS = [plain(load(text)) for text in (*WRITTEN, *map(text_of, CARDS))]
KEYWORDS = sorted(
    {*names((*KEYS, *EXAMPLE, *EXAMPLES, *FIX, *GRADE, *OPTION, *OPTION_SCHEMA, *PHRASE)), *(VOCABULARY["objective"])}
)
# Words that mean something somewhere, and some that mean nothing.
WORDS = st.sampled_from([
    *KEYWORDS, *KINDS, "true", "no", "error", "stable", "seller", "unknown", "7", "-3", "1234567", "", "{action}",
    "{phrase} {nobody}", "{", "XX101", "S1", "some-rule", "line", "We act", "advancelint.checks.chain:nothing",
    "$least", "$sides", "$nothing", "$", "string", "https://example.com/x",
])  # fmt: skip
SCALARS = st.one_of(WORDS, st.booleans(), st.integers(-2_000_000, 2_000_000), st.just(1.5))
NAMES = st.sampled_from(["any", "all", "not", "at_least", "matches", *KEYWORDS])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(NAMES, inner, max_size=2)),
    max_leaves=4,
)


def changed(value: Any, data: st.DataObject) -> Any:
    """Return ``value`` with one thing in it changed, at a depth that ``data`` chooses."""
    inside = isinstance(value, dict | list) and bool(value) and data.draw(st.integers(0, 3)) > 0
    if isinstance(value, dict):
        if inside:
            key = data.draw(st.sampled_from(sorted(value)))
            return {**value, key: changed(value[key], data)}
        if data.draw(st.booleans()):
            return {**value, data.draw(NAMES): data.draw(VALUES)}
        gone = data.draw(st.sampled_from([*value, ""]))
        return {name: item for name, item in value.items() if name != gone}
    if isinstance(value, list) and inside:
        place = data.draw(st.integers(0, len(value) - 1))
        kept = [changed(value[place], data)] if data.draw(st.integers(0, 4)) else []
        return [*value[:place], *kept, *value[place + 1 :]]
    return data.draw(VALUES)


@given(st.sampled_from(SEEDS), st.integers(1, 2), st.data())
def test_what_the_schema_refuses_never_loads(seed: dict[str, Any], times: int, data: st.DataObject) -> None:
    card: Any = seed
    for _ in range(times):
        card = changed(card, data)
    text = yaml.safe_dump(card, allow_unicode=True, sort_keys=False, width=10_000)
    if loads(text):
        assert not is_red(text), text
