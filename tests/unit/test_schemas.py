"""The published schemas: whole, addressed, and held to the code whose values they describe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from advancelint import HOME, resources
from advancelint.diagnostic import CONFIDENCES, HOLDERS, SAFETIES, SEVERITIES, Summary
from advancelint.doctrine.suggest import Suggestion
from advancelint.nodes import LADDER
from advancelint.plan import front_schema
from advancelint.plan.front_check import HELD
from advancelint.plan.model import KINDS, OUTCOMES, RANKS, SIDES
from advancelint.plan.vocabulary import vocabulary
from advancelint.reading.model import FACETS

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NAMES = resources.schemas()
EDITED = ("card", "config", "front-matter")  # by people, in editors that know draft 7


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resources.published(name))
    return loaded


def properties(node: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every property of a schema with its path, however deep."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and path.rpartition("/")[2] != "properties":
            yield from ((f"{path}/{name}", value) for name, value in node["properties"].items())
        for name, value in node.items():
            yield from properties(value, f"{path}/{name}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from properties(value, f"{path}/{number}")


def at(name: str, *path: str) -> Any:
    found: Any = schema(name)
    for part in path:
        found = found[part]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_has_a_dialect_an_address_and_says_what_it_describes(name: str) -> None:
    made = schema(name)
    assert ("draft-07" in made["$schema"]) == (name in EDITED)
    path = made["$id"].removeprefix(f"{HOME}/")
    assert os.path.samefile(os.path.join(ROOT, path), resources.schema(name))
    assert made["title"].startswith("advancelint: ")
    assert made["description"].endswith(".")
    jsonschema.validators.validator_for(made).check_schema(made)


@pytest.mark.parametrize("name", NAMES)
def test_every_property_says_what_it_is(name: str) -> None:
    # What stands in a condition or says of two keys how they go together is shown by no editor.
    parts = {"if", "then", "else", "not", "allOf"}
    told = [(path, value) for path, value in properties(schema(name)) if not parts & set(path.split("/"))]
    assert told
    assert [path for path, value in told if value is not True and not value.get("description")] == []


def test_check_jsonschema_takes_them_all() -> None:
    paths = [resources.schema(name) for name in NAMES]
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *paths], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_enumerations_of_a_plan_are_those_of_the_model() -> None:
    assert at("plan", "properties", "kind", "enum") == [*KINDS]
    assert at("plan", "properties", "stage", "properties", "id", "enum") == [*LADDER, None]
    items = {
        name: at("plan", "properties", name, "items", "properties") for name in ("people", "objectives", "outcomes")
    }
    assert items["people"]["side"]["enum"] == [*SIDES]
    assert items["objectives"]["rank"]["enum"] == [*RANKS]
    assert items["outcomes"]["label"]["enum"] == [*OUTCOMES]
    facets = at("plan", "$defs", "reading", "properties", "facets", "properties")
    assert {name: tuple(one["properties"]["value"].get("enum", ())) for name, one in facets.items()} == FACETS


def test_what_is_written_by_hand_has_the_words_of_the_code() -> None:
    diagnostic = at("diagnostics", "$defs", "diagnostic", "properties")
    assert diagnostic["severity"]["enum"] == [*SEVERITIES]
    assert diagnostic["confidence"]["enum"] == [*CONFIDENCES]
    assert at("diagnostics", "$defs", "fix", "properties", "safety", "enum") == [*SAFETIES[1:]]
    assert at("diagnostics", "$defs", "held", "properties", "held", "properties", "by", "enum") == [*HOLDERS[1:]]
    assert set(at("diagnostics", "$defs", "summary", "properties")) == {*Summary._fields, "held"}
    suggestion = at("suggest", "properties", "suggestions", "items")
    assert set(suggestion["properties"]) == set(suggestion["required"]) == set(Suggestion._fields)
    assert at("suggest", "properties", "stage", "enum") == [*FACETS["stage"]]
    judged = at("sentence", "oneOf")[1]["properties"]
    assert judged["actor"]["enum"] == [*FACETS["actor"]]
    assert judged["energy"]["enum"] == [*FACETS["energy"]]
    assert sorted(judged["confidence"]["enum"]) == sorted(CONFIDENCES)


def test_front_matter_has_every_key_of_the_word_lists() -> None:
    made = schema("front-matter")
    assert set(made["properties"]) == set(vocabulary().front)
    assert {role for roles in vocabulary().front.values() for role in roles} == set(HELD)
    assert made["properties"]["close-date"]["$ref"] == "#/$defs/day"
    assert set(made["properties"]["stage"]["examples"]) <= set(vocabulary().stages)
    assert set(made["properties"]["type"]["examples"]) <= set(vocabulary().words["kind"])


@pytest.mark.parametrize("written", ["close-date", "close_date", "close date"])
def test_front_matter_is_checked_however_a_key_is_joined(written: str) -> None:
    validator = jsonschema.Draft7Validator(
        schema("front-matter"), format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    )
    assert validator.is_valid({written: "2026-06-30", "our-own-key": {"a": [1]}})
    assert not validator.is_valid({written: "2026-02-31"})
    assert not validator.is_valid({written: ["2026-06-30"]})


@pytest.mark.parametrize(("key", "offered"), [("type", "call-plan"), ("stage", LADDER[0])])
def test_the_schema_of_front_matter_offers_the_words_of_the_lists(key: str, offered: str) -> None:
    assert offered in front_schema.schema()["properties"][key]["examples"]
