"""A card's schema: what it finds in the published form of a node, in which words and where, and what it may ask."""

from __future__ import annotations

import subprocess
import sys

import jsonschema
import pytest
from card_bench import CARD, findings_in, load

from advancelint.config import Settings
from advancelint.doctrine.account import Account
from advancelint.engine import understand
from advancelint.errors import CardError
from advancelint.mapping import Mapping, resolved
from advancelint.mapping import load as load_yaml
from advancelint.nodes import KINDS, VOCABULARY, nodes_of
from advancelint.nodes.forms import Forms, form_schema
from advancelint.source import Source

PLAN = """\
---
team: deal
Account: Norwood
amount: 120000
Close date: 2026-11-30
tags: [a, b, a]
probability: "60"
owner:
  name: Kim
  region: 5
empty:
---
# Norwood deal

Stage: close to signing
Sales objective: Norwood buys three dryers (EUR 410k) by 30 November 2026

## Call 2026-06-10
Objective: Ana sends the log by 12 June
Fallback: Ana names the colleague

## Next steps
- Mo sends the list by 11 June
- [ ] Ana to send the log
"""

NOTES = """\
# Notes: Perrin, 2026-05-28

Attendees: Julie (plant manager)

Outcome: continuation. Julie liked it.
"""


def told(schema: str, on: str = "plan", text: str = PLAN) -> list[tuple[int, str]]:
    return [(hit.line, hit.message) for hit in findings_in(f"schema: {schema}", on, text)]


@pytest.mark.parametrize(
    ("schema", "line", "problem"),
    [
        ("{required: [close_date, client_win]}", 13, "`client_win` is missing"),
        ("{required: [client_win], properties: {outcomes: {minItems: 1}, front_matter: {required: [region]}}}", 13,
         "`client_win` and `front_matter.region` are missing and `outcomes` is empty"),
        ("{properties: {front_matter: {required: [a, b, c, d, e]}}}", 13,
         "`front_matter.a`, `front_matter.b`, `front_matter.c` and 2 more are missing"),
        ("{properties: {client_win: {type: object}}}", 13, "`client_win` is missing"),
        ("{properties: {stage: {properties: {id: {enum: [align, propose]}}}}}", 15,
         "`stage.id` is “close”, not one of “align”, “propose”"),
        ("{properties: {stage: {properties: {id: {const: align}}}}}", 15, "`stage.id` is “close”, not “align”"),
        ("{properties: {stage: {properties: {id: {not: {const: close}}}}}}", 15, "`stage.id` must not be “close”"),
        ("{properties: {stage: {properties: {id: {not: {enum: [close]}}}}}}", 15, "`stage.id` must not be “close”"),
        ("{properties: {stage: {properties: {raw: {maxLength: 3}}}}}", 15,
         "`stage.raw` has 16 characters, more than 3"),
        ("{properties: {stage: {properties: {raw: {pattern: '^[A-Z]'}}}}}", 15,
         "`stage.raw` is “close to signing”, which has not the agreed form"),
        ("{properties: {declared: {const: true}}}", 13, "`declared` is false, not true"),
        ("{properties: {outcomes: {minItems: 1}}}", 13, "`outcomes` is empty"),
        ("{properties: {objectives: {minItems: 9}}}", 13, "`objectives` has 3 entries, fewer than 9"),
        ("{properties: {objectives: {contains: {properties: {rank: {const: unranked}}}}}}", 13,
         "`objectives` has no entry with `rank` “unranked”"),
        ("{not: {required: [close_date]}}", 13, "it must not have `close_date`"),
        ("{properties: {next_steps: {items: {required: [owner]}}}}", 23, "`next_steps.owner` is missing"),
        ("{properties: {next_steps: {items: {properties: {due: {format: date}, text: {maxLength: 20}}}}}}", 23,
         "`next_steps.text` has 28 characters, more than 20"),
        ("{properties: {front_matter: {required: [region]}}}", 13, "`front_matter.region` is missing"),
        ("{properties: {front_matter: {required: [empty]}}}", 13, "`front_matter.empty` is missing"),
        ("{properties: {front_matter: {properties: {amount: {minimum: 200000}}}}}", 4,
         "`front_matter.amount` is 120000, less than 200000"),
        ("{properties: {front_matter: {properties: {probability: {type: integer}}}}}", 7,
         "`front_matter.probability` is “60”, not a whole number"),
        ("{properties: {front_matter: {properties: {close-date: {pattern: '^2027'}}}}}", 5,
         "`front_matter.close-date` is “2026-11-30”, which has not the agreed form"),
        ("{properties: {front_matter: {properties: {tags: {uniqueItems: true}}}}}", 6,
         "`front_matter.tags` has the same entry twice"),
        ("{properties: {front_matter: {properties: {owner: {properties: {region: {type: boolean}}}}}}}", 10,
         "`front_matter.owner.region` is 5, not true or false"),
        ("{properties: {front_matter: {properties: {owner: {additionalProperties: false}}}}}", 9,
         "`front_matter.owner` has “name”, “region”, which nobody foresaw"),
        ("{properties: {front_matter: {dependentRequired: {amount: [currency]}}}}", 13,
         "`front_matter.currency` is missing"),
        ("{properties: {fields: {properties: {calls: {minimum: 2}, acting_people: {minimum: 3}}}}}", 13,
         "`fields.calls` is 1, less than 2 and `fields.acting_people` is 1, less than 3"),
        ("{if: {properties: {kind: {const: deal}}}, then: {required: [client_win]}}", 13, "`client_win` is missing"),
        ("{anyOf: [{required: [client_win]}, {properties: {outcomes: {minItems: 1}}}]}", 13,
         "`client_win` is missing or `outcomes` is empty"),
        ("{anyOf: [{required: [client_win, path]}, {properties: {front_matter: {required: [champion]}}}]}", 13,
         "`front_matter.champion` is missing"),
        ("{anyOf: [{required: [client_win]}, {properties: {stage: {type: 'null'}}}]}", 13, "`client_win` is missing"),
        ("{properties: {front_matter: {anyOf: [{required: [a]}, {required: [b]}, {required: [c]}]}}}", 13,
         "`front_matter.a`, `front_matter.b` or `front_matter.c` is missing"),
        ("{properties: {front_matter: {properties: {amount: {anyOf: [{const: 5}, {enum: [7, 8]}]}}}}}", 4,
         "`front_matter.amount` is 120000, not 5 or one of 7, 8"),
        ("{properties: {stage: {anyOf: [{properties: {id: {const: align}}}, {properties: {raw: {const: x}}}]}}}", 15,
         "`stage.id` is “close”, not “align” or `stage.raw` is “close to signing”, not “x”"),
        ("{oneOf: [{required: [stage]}, {required: [account]}]}", 13, "it fits more than one of what it may be"),
        ("{$ref: '#/$defs/won', $defs: {won: {required: [client_win]}}}", 13, "`client_win` is missing"),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_a_sentence_where_it_stands(schema: str, line: int, problem: str) -> None:
    assert told(schema) == [(line, problem)]


@pytest.mark.parametrize(
    "schema",
    [
        "{required: [close_date, stage, account]}",
        "{properties: {stage: {properties: {id: {enum: [close]}}}, kind: {const: deal}}}",
        "{properties: {front_matter: {properties: {amount: {type: integer}, close-date: {format: date}}}}}",
        "{properties: {front_matter: {properties: {close-date: {type: string}}}}}",
        "{properties: {front_matter: {properties: {empty: {type: 'null'}}}}}",
        "{anyOf: [{required: [client_win]}, {required: [stage]}]}",
        "{properties: {fields: {properties: {declared: {const: false}, calls: {const: 1}}}}}",
        "{properties: {next_steps: {items: {required: [text]}}}}",
    ],
)
def test_what_fits_is_left_alone(schema: str) -> None:
    assert told(schema) == []


FRONT = "---\ntype: deal-plan\nid: {}\n---\n# Norwood deal\n\nSales objective: Norwood buys three dryers by June\n"
FORM = "{pattern: '^OPP-\\d{6}$'}"


@pytest.mark.parametrize(
    ("asked", "written", "problem"),
    [
        (FORM, "4711", "`front_matter.id` is “4711”, which has not the agreed form"),
        (FORM, "true", "`front_matter.id` is “true”, which has not the agreed form"),
        (FORM, "OPP-123456", ""),
        ("{type: string}", "0047110", ""),
        (r"{type: string, pattern: '^\d{7}$'}", "0047110", ""),
        (r"{pattern: '^\d{7}$'}", "47110", "`front_matter.id` is “47110”, which has not the agreed form"),
        ("{minLength: 5}", "4711", "`front_matter.id` has 4 characters, fewer than 5"),
        ("{format: date}", "20260612", "`front_matter.id` is “20260612”, not a date as 2026-06-30"),
        ("{type: [string, 'null'], minLength: 5}", "", ""),
        ("{type: [string, integer], maximum: 9}", "4711", "`front_matter.id` is 4711, more than 9"),
        ("{anyOf: [{pattern: '^OPP'}, {type: integer}]}", "4711", ""),
        ("{not: {pattern: '^47'}}", "4711", "`front_matter.id` is as it must not be"),
        ("{not: {type: string}}", "4711", ""),
        ("{allOf: [{$ref: '#/$defs/id'}]}", "4711", "`front_matter.id` is “4711”, which has not the agreed form"),
        (f"{{items: {FORM}}}", "[4711]", "`front_matter.id` is “4711”, which has not the agreed form"),
        (f"{{additionalProperties: {FORM}}}", "{a: 4711}",
         "`front_matter.id.a` is “4711”, which has not the agreed form"),
        (f"{{patternProperties: {{'^a': {FORM}}}}}", "{b: 4711}", ""),
    ],
)  # fmt: skip
def test_front_matter_of_which_text_is_asked_is_the_text_that_is_written(
    asked: str, written: str, problem: str
) -> None:
    schema = f"{{properties: {{front_matter: {{properties: {{id: {asked}}}}}}}, $defs: {{id: {FORM}}}}}"
    said = [message for _, message in told(schema, text=FRONT.format(written))]
    assert said == ([problem] if problem else [])


def test_a_key_that_has_to_be_there_is_missing_where_it_is_blank() -> None:
    schema = f"{{properties: {{front_matter: {{required: [id], properties: {{id: {FORM}}}}}}}}}"
    assert [message for _, message in told(schema, text=FRONT.format(""))] == ["`front_matter.id` is missing"]


def test_each_place_has_one_finding_in_the_order_of_the_text() -> None:
    schema = (
        "{required: [client_win], properties: {next_steps: {items: {required: [owner, due], "
        "properties: {text: {maxLength: 5}}}}, stage: {properties: {id: {const: align}}}}}"
    )
    assert [line for line, _ in told(schema)] == [13, 15, 23, 24]
    assert told(schema)[2][1].count(" and ") == 1


def test_words_are_underlined_where_the_entry_says_them() -> None:
    hits = findings_in("schema: {properties: {next_steps: {items: {required: [due]}}}}", "plan", PLAN)
    assert [hit.words for hit in hits] == ["Ana to send the log"]
    at_stage = findings_in("at: stage\nschema: {required: [client_win]}", "plan", PLAN)
    assert [hit.words for hit in at_stage] == ["close to signing"]


@pytest.mark.parametrize(
    ("on", "schema", "found"),
    [
        ("objective", "{properties: {rank: {const: fallback}}}", [(16, "`rank` is “plan”, not “fallback”"),
                                                                  (19, "`rank` is “primary”, not “fallback”")]),
        ("objective", "{required: [reading]}", [(16, "`reading` is missing")]),
        ("objective", "{properties: {fields: {properties: {reached: {not: {const: unknown}}}}}}",
         [(line, "`fields.reached` must not be “unknown”") for line in (16, 19, 20)]),
        ("call", "{properties: {objectives: {minItems: 3}, next_steps: {maxItems: 1}}}",
         [(18, "`objectives` has 2 entries, fewer than 3")]),
        ("next_step", "{required: [due]}", [(24, "`due` is missing")]),
        ("document", "{properties: {fields: {properties: {plan_kind: {const: prep}}}}}",
         [(1, "`fields.plan_kind` is “deal”, not “prep”")]),
    ],
)  # fmt: skip
def test_every_kind_of_node_has_a_form(on: str, schema: str, found: list[tuple[int, str]]) -> None:
    assert sorted(told(schema, on)) == found


def test_a_person_and_an_outcome_have_a_form() -> None:
    assert told("{properties: {role: {const: CFO}}}", "person", NOTES) == [(3, "`role` is “plant manager”, not “CFO”")]
    assert told("{properties: {label: {const: advance}}}", "outcome", NOTES) == [
        (5, "`label` is “continuation”, not “advance”")
    ]


def test_where_and_place_tell_where() -> None:
    schema = "schema: {properties: {stage: {properties: {id: {const: align}}}}}"
    (hit,) = findings_in(schema, "plan", PLAN, "{where}, {place}")
    assert hit.message == "stage.id, line 15"


def test_words_of_a_plan_are_cut() -> None:
    text = PLAN.replace("close to signing", "close " * 400)
    ((_, problem),) = told("{properties: {stage: {properties: {raw: {const: x}}}}}", text=text)
    assert len(problem) < 120


def test_front_matter_that_is_no_yaml_has_values_all_the_same() -> None:
    text = PLAN.replace("amount: 120000", "amount: 120000\nbroken: [")
    schema = "{properties: {front_matter: {properties: {amount: {minimum: 200000}}}}}"
    assert told(schema, text=text) == [(4, "`front_matter.amount` is 120000, less than 200000")]


@pytest.mark.parametrize(
    ("schema", "at", "says"),
    [
        ("5", "5", "must be a mapping"),
        ("{}", "{}", "must not be empty"),
        ("{requird: [stage]}", "requird", "Did you mean “required”?"),
        ("{$id: x}", "$id", "no keyword of a schema"),
        ("{$dynamicRef: '#x'}", "$dynamicRef", "no keyword of a schema"),
        ("{not: {requird: [stage]}}", "requird", "Did you mean “required”?"),
        ("{$defs: {x: {requird: [stage]}}, required: [stage]}", "requird", "Did you mean “required”?"),
        ("{minimum: five}", "five", "“minimum” is “five”, not a number"),
        ("{required: stage}", "stage", "“required” is “stage”, not a list"),
        ("{properties: {path: {type: strng}}}", "strng", "Did you mean “string”?"),
        ("{properties: {path: {type: [string, nul]}}}", "nul", "Did you mean “null”?"),
        ("{properties: {path: 5}}", "5", "“path” is 5, not a mapping"),
        ("{required: [clos_date]}", "clos_date", "Did you mean “close_date”?"),
        ("{properties: {stage: {properties: {idd: true}}}}", "idd", "Did you mean “id”?"),
        ("{properties: {people: {items: {required: [nam]}}}}", "nam]", "Did you mean “name”?"),
        ("{properties: {stage: {properties: {id: {const: closd}}}}}", "closd", "Did you mean “close”?"),
        ("{properties: {people: {items: {properties: {side: {enum: [clint]}}}}}}", "clint", "Did you mean “client”?"),
        ("{properties: {fields: {properties: {cals: true}}}}", "cals", "Did you mean “calls”?"),
        ("{properties: {front_matter: {required: [close_date]}}}", "close_date", "Write “close-date”"),
        ("{properties: {path: {pattern: '(a+)+b'}}}", "'(a+", "could take for ever"),
        ("{properties: {path: {pattern: 'a(b'}}}", "'a(b", "no regular expression"),
        ("{properties: {front_matter: {patternProperties: {'(a*)*': true}}}}", "'(a*", "could take for ever"),
        ("{properties: {path: {format: dat}}}", "dat}", "Did you mean “date”?"),
        ("{properties: {path: {format: uri}}}", "uri", "no format that is checked"),
        ("{$ref: 'https://example.com/s'}", "'https", "leads out of the card"),
        ("{$ref: '#/$defs/y', $defs: {x: {}}}", "'#/", "there is no “y”"),
        ("{$ref: '#'}", "'#'", "leads back to itself"),
        ("{$ref: '#/$defs/x', $defs: {x: {not: {$ref: '#/$defs/x'}}}}", "'#/$defs/x'}}}", "leads back to itself"),
        ("{$schema: 'http://json-schema.org/draft-07/schema#', not: {}}", "'http", "draft 2020-12"),
    ],
)
def test_a_mistake_has_its_place_and_a_remedy(schema: str, at: str, says: str) -> None:
    with pytest.raises(CardError) as caught:
        load(f"schema: {schema}", "plan")
    assert says in str(caught.value)
    assert caught.value.place == (7, 9 + schema.index(at))


def test_a_schema_that_grows_with_each_reference_is_too_large() -> None:
    steps = ", ".join(
        f"s{n}: {{allOf: [{{$ref: '#/$defs/s{n + 1}'}}, {{$ref: '#/$defs/s{n + 1}'}}]}}" for n in range(20)
    )
    with pytest.raises(CardError, match="too large"):
        load(f"schema: {{$ref: '#/$defs/s0', $defs: {{{steps}, s20: {{}}}}}}", "plan")


@pytest.mark.parametrize(
    ("on", "schema", "scope"),
    [
        ("plan", "{required: [stage]}", "document"),
        ("plan", "{properties: {fields: {properties: {calls: {const: 1}}}}}", "document"),
        ("plan", "{properties: {fields: {properties: {acting_people: {const: 1}}}}}", "account"),
        ("plan", "{$ref: '#/$defs/x', $defs: {x: {not: {properties: {fields: {required: [stale]}}}}}}", "account"),
        ("plan", "{additionalProperties: false}", "account"),
        ("plan", "{properties: {fields: {minProperties: 1}}}", "account"),
        ("objective", "{properties: {rank: {const: primary}}}", "line"),
        ("objective", "{properties: {line: {minimum: 5}}}", "document"),
        ("objective", "{properties: {call: {const: 0}}}", "document"),
        ("objective", "{properties: {fields: {properties: {length: {maximum: 9}}}}}", "line"),
        ("objective", "{if: {properties: {fields: {properties: {reached: {const: no}}}}}, then: false}", "account"),
        ("call", "{required: [date]}", "document"),
    ],
)
def test_what_a_schema_reads_decides_its_scope(on: str, schema: str, scope: str) -> None:
    assert load(f"schema: {schema}", on).card.scope == scope


def test_a_scope_that_is_too_narrow_is_refused() -> None:
    with pytest.raises(CardError, match="where in its file the line stands"):
        load("scope: line\nschema: {properties: {line: {minimum: 5}}}")


def test_only_the_fields_that_a_schema_names_are_worked_out() -> None:
    # A field that nobody asked for would be an account's, and this card's findings are a line's.
    assert load("schema: {properties: {rank: {const: primary}}}").card.reads is False
    assert load("schema: {properties: {fields: {properties: {actor: {const: client}}}}}").card.reads is True
    assert load("schema: {required: [reading]}").card.reads is True


def test_an_option_is_what_it_is_in_a_schema() -> None:
    condition = (
        "options: {least: {schema: {type: integer}, default: 200000, help: h}, "
        'regions: {schema: {type: array}, default: ["5"], help: h}}\n'
        'schema: {properties: {front_matter: {properties: {amount: {minimum: "$least"}, '
        "owner: {properties: {region: {enum: $regions}}}}}}}"
    )
    assert [hit.message for hit in findings_in(condition, "plan", PLAN)] == [
        "`front_matter.amount` is 120000, less than 200000",
        "`front_matter.owner.region` is 5, not one of “5”",
    ]


def test_the_library_is_imported_only_for_cards_with_a_schema() -> None:
    card = CARD.format(on="objective", condition="when: {actor: seller}", message="m")
    code = "import sys\nfrom advancelint.cards import load_card\n"
    code += f"load_card('c.yaml', {card!r})\nassert 'jsonschema' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_of_a_node_is_what_cards_are_checked_against(kind: str) -> None:
    text = NOTES if kind == "outcome" else PLAN
    plan = understand(Source.of("plan.md", text), Settings(as_of="2026-06-01"))
    closed = {**form_schema(kind), "additionalProperties": False}
    closed["required"] = list(closed["properties"])
    closed["properties"]["fields"] |= {"additionalProperties": False, "required": list(VOCABULARY[kind])}
    nodes = [node for node in nodes_of(plan, "2026-06-01", Account(text=text), sales=True) if node.kind == kind]
    assert nodes
    for node in nodes:
        form = Forms(plan, text).form(node, tuple(VOCABULARY[kind]))
        jsonschema.validate(form.value, closed)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5", 5), ("-5", -5), ("+5", 5), ("0o17", 15), ("0x1F", 31), ("007", 7), ("1_000", "1_000"), ("1.5", 1.5),
        ("-.5", -0.5), ("1e3", 1000.0), ("1e999", "1e999"), ("true", True), ("False", False), ("yes", "yes"),
        ("on", "on"), ("null", None), ("~", None), ("", None), ("2026-06-30", "2026-06-30"), ("12:30", "12:30"),
        ("'5'", "5"), ('"true"', "true"), (".inf", ".inf"), ("[1, a, '2']", [1, "a", "2"]), ("{a: 1}", {"a": 1}),
    ],
)  # fmt: skip
def test_plain_scalars_are_those_of_yaml_core(written: str, value: object) -> None:
    loaded = load_yaml(f"key: {written}")
    assert isinstance(loaded, Mapping)
    found = resolved(loaded)["key"]
    assert found == value
    assert type(found) is type(value)
