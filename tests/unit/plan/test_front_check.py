"""Front matter that is valid YAML is held to its published schema; what is plainly right never loads it."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning import plan_of

from advancelint import resources
from advancelint.mapping import Mapping, load
from advancelint.markdown import parse
from advancelint.plan import front, front_check
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Source


def schema() -> dict[str, object]:
    with open(resources.schema("front-matter"), encoding="utf-8") as file:
        loaded: dict[str, object] = json.load(file)
    return loaded


@pytest.mark.parametrize(
    ("line", "message", "written"),
    [
        ("stage: [discover, align]", "“stage” holds one text", "[discover, align]"),
        ("close_date: 2026-02-31", "“close-date” holds one date that the calendar has", "2026-02-31"),
        ("attendees: [{role: CFO}]", "“attendees” holds a name", "[{role: CFO}]"),
        ("next_steps: [[a, b]]", "“next-steps” holds a text, or texts and entries of texts", "[[a, b]]"),
        ("objective: {primary: {}}", "“objective” holds a text, or texts and entries", "{primary: {}}"),
        ("meeting: [a, b]", "“meeting” holds one date that the calendar has, as 2026-06-30, or entries", "[a, b]"),
        ("crm_phase: [a, b]", "“crm-phase” holds one text", "[a, b]"),
        ("account: {size: 400}", "“account” holds one text, or entries with a “name”", "{size: 400}"),
    ],
)
def test_a_value_that_its_key_cannot_hold_is_told_with_its_place(line: str, message: str, written: str) -> None:
    text = f"---\ntype: deal-plan\n{line}\n---\n# Norwood\n"
    (problem,) = plan_of(text).problems
    assert problem.kind == "front-matter-value"
    assert message in problem.message
    assert text[problem.span.start : problem.span.end].strip() == written


@pytest.mark.parametrize(
    "line",
    [
        "stage: discover",
        "close_date: Q4 2026",
        "close_date: 2026-06-30",
        "attendees: [Ana, Ben]",
        "attendees: [{name: Ana, company: Norwood}]",
        "attendees: {customer: [Ana], internal: [{name: Ben}]}",
        "contact: {name: Ana, title: CFO}",
        "next_steps: [a, b]",
        "our-own-key: {a: [1, 2]}",
        "stage:",
    ],
)
def test_what_teams_write_is_accepted(line: str) -> None:
    assert plan_of(f"---\ntype: deal-plan\n{line}\n---\n# Norwood\n").problems == ()


KEYS = sorted(vocabulary().front)
TEXTS = st.sampled_from(["", "a", "2026-02-31", "2026-06-30", "Q3"])
ITEMS = st.one_of(TEXTS, st.dictionaries(st.sampled_from(["name", "role"]), TEXTS, max_size=2))
VALUES = st.one_of(TEXTS, st.lists(ITEMS, max_size=3), st.dictionaries(st.sampled_from(["name", "client"]), ITEMS))


@given(st.sampled_from(KEYS), VALUES)
def test_the_quick_look_lets_nothing_through_that_the_schema_refuses(key: str, value: object) -> None:
    text = f"---\n{json.dumps(key)}: {json.dumps(value)}\n---\n"
    source = Source.of("plan.md", text)
    read, problems = front.read(parse(source), vocabulary())
    assert problems == ()
    for entry in filter(front_check.is_plain, read.entries):
        validator = jsonschema.Draft202012Validator(
            schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )
        validator.validate({entry.key: front_check.plain(entry.value)})


def test_the_schema_is_valid_and_its_keys_are_those_of_the_word_list() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    properties = schema()["properties"]
    assert isinstance(properties, dict)
    assert set(properties) <= set(vocabulary().front)
    parsed = load("stage: a")
    assert isinstance(parsed, Mapping)
