"""What a card can ask of a node, and the words with which it speaks."""

import time
from typing import Any

import pytest
from building import field, objective, person, plan, reading
from card_bench import findings_in

from advancelint.cards import fill, load_card
from advancelint.cards.message import shorten
from advancelint.cards.patterns import MATCHED_LENGTH
from advancelint.config import Settings
from advancelint.engine import judge_input
from advancelint.nodes import KINDS, VOCABULARY, nodes_of, slots_of, spots_of
from advancelint.plan.model import ABSENT, NextStep, Outcome, Plan
from advancelint.rule import Finding, Node, Origin
from advancelint.source import NOWHERE, Passage, Source

CARD = """\
code: XX101
name: some-rule
summary: A summary.
family: house
severity: warning
on: objective
{condition}
message: "“{{text}}”"
why: because
examples:
  flagged: [{{text: We act}}]
  clean: [{{text: They act}}]
"""


def node(text: str = "Ana sends the May log", **facets: Any) -> Node:
    made = plan(objective(text, **facets))
    return next(found for found in nodes_of(made, "2026-06-01") if found.kind == "objective")


def findings(condition: str, at: Node) -> list[Finding]:
    return list(load_card("card.yaml", CARD.format(condition=condition)).find(at))


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("{actor: client}", True),
        ("{actor: seller}", False),
        ("{actor: [seller, client]}", True),
        ("{actor: {not: seller}}", True),
        ("{actor: {not: [seller, client]}}", False),
        ("{actor: {any: [seller, {not: seller}]}}", True),
        ("{actor: {all: [client, {not: client}]}}", False),
        ("{length: 5}", True),
        ("{length: {at_least: 5, at_most: 5}}", True),
        ("{length: {at_least: 6}}", False),
        ("{stages_ahead: {at_most: -1}}", False),
        ("{length: {at_most: 250000000000}}", True),
        ("{upcoming: true, has_due: false}", True),
        ("{action: {matches: '^se'}}", True),
        ("{text: {matches: '(?i)MAY log$'}}", True),
        ("{text: {matches: 'MAY'}}", False),
        ("{any: [{actor: seller}, {rank: primary}]}", True),
        ("{all: [{actor: seller}, {rank: primary}]}", False),
        ("{not: {actor: seller}}", True),
    ],
)
def test_when(when: str, holds: bool) -> None:
    assert bool(findings(f"when: {when}", node())) is holds


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ("[touch base]", "Touch  base with Ana", ["Touch  base"]),
        ("[touch base]", "Touch database with Ana", []),
        ("[log, log book]", "the log book and the LOG", ["log book", "LOG"]),
        ("[let's go]", "Let’s go, let's go", ["Let’s go", "let's go"]),
        ("[{phrase: ping, replacement: call}]", "İ ping Ana", ["ping"]),
        ("[straße]", "an der Straße", ["Straße"]),
    ],
)
def test_phrases_are_whole_words_in_any_case_and_the_longest_wins(phrases: str, text: str, found: list[str]) -> None:
    hits = findings(f"phrases: {phrases}", node(text))
    assert [hit.facts["phrase"] for hit in hits] == found
    assert [text[hit.span.start : hit.span.end] for hit in hits] == found


def test_many_phrases_cost_one_pass() -> None:
    phrases = ", ".join(f"alpha beta{number}" for number in range(500))
    at = node("alpha beta " * 20_000)
    started = time.process_time()
    assert findings(f"phrases: [{phrases}]", at) == []
    assert time.process_time() - started < 15


def test_a_phrase_is_underlined_through_markup() -> None:
    made = node("touch base")._replace(passage=Passage("touch base", tuple(range(3, 13)), tuple(range(4, 14))))
    assert [tuple(hit.span) for hit in findings("phrases: [touch base]", made)] == [(3, 13)]


def test_the_vocabulary_and_the_nodes_agree() -> None:
    filled = {found.kind: found for found in nodes_of(full_plan(), "2026-06-01")}
    assert set(filled) == set(KINDS)
    for kind, found in filled.items():
        assert set(found.values) == set(VOCABULARY[kind]), kind
        assert set(found.spots) <= set(spots_of(kind)), kind
        for name, declared in VOCABULARY[kind].items():
            value = found.values[name]
            shapes = {"flag": bool, "number": int, "choice": str, "words": str}
            assert type(value) is shapes[declared.type], (kind, name)
            assert not declared.choices or value in declared.choices, (kind, name, value)


def full_plan() -> Plan:
    words = reading("Ana sends it")
    step = NextStep(words.passage, NOWHERE, field("Ana"), "client", ABSENT, done=False, call=0, reading=words)
    outcome = Outcome(words.passage, NOWHERE, "advance", 0, words)
    return plan(objective("Ana sends it"), next_steps=(step,), outcomes=(outcome,), people=(person("Ana"),))


def test_slots_are_spots_and_values_but_no_flags() -> None:
    assert {"text", "action", "client", "stage", "stages_ahead"} <= set(slots_of("objective"))
    assert "upcoming" not in slots_of("objective")


@pytest.mark.parametrize(
    ("sentence", "words", "filled"),
    [
        ("“{action}” is yours", {"action": "Show it"}, "“Show it” is yours"),
        ("“{action}” is yours", {"text": "All of it"}, "“All of it” is yours"),
        ("begin: “{client} …”", {"client": "your contact"}, "begin: “Your contact …”"),
        ("ask {client}", {"client": "your contact"}, "ask your contact"),
        ("{client} acts", {"client": "ana"}, "Ana acts"),
        ("“{text}”", {"text": "{client} {nothing}"}, "“{client} {nothing}”"),
    ],
)
def test_fill(sentence: str, words: dict[str, str], filled: str) -> None:
    assert fill(sentence, words) == filled


def test_long_words_are_cut_after_a_whole_word() -> None:
    short = shorten("word " * 40 + "\nend")
    assert short.endswith("word …")
    assert len(short) <= 72
    assert len(shorten("x" * 5_000_000)) <= 72


def test_an_amount_is_underlined_and_quoted_alone() -> None:
    text = (
        "---\ntype: deal-plan\n---\n# Norwood\n\n**Sales objective:** Norwood signs for EUR 310k by 30 November 2026\n"
    )
    (hit,) = findings_in("at: amount\nwhen: {amount: {at_least: 1}}", "plan", text, "{amount} is much")
    assert (hit.words, hit.line, hit.message) == ("EUR 310k", 6, "EUR 310k is much")


FILE = "---\r\ntype: deal-plan\r\ncrm: 4711\r\n---\r\n# Norwood\r\n\r\n**Stage:** close\r\n\r\nNDA signed\r\n"


@pytest.mark.parametrize("on", ["plan", "document"])
@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("{matches: '^NDA signed$'}", True),
        ("{matches: '^crm: 4711'}", True),
        ("{matches: '^signed'}", False),
        (r"{matches: 'close\s+NDA'}", False),
        ("{not: {matches: 'NDA'}}", False),
        ("{not: {matches: 'MSA'}}", True),
        ("{all: [{matches: 'NDA'}, {matches: 'crm'}]}", True),
        ("{any: [{matches: 'MSA'}, {matches: 'crm'}]}", True),
    ],
)
def test_the_text_of_a_plan_is_its_file_line_by_line(on: str, text: str, holds: bool) -> None:
    assert bool(findings_in(f"when: {{text: {text}}}", on, FILE, "says so")) is holds
    assert bool(findings_in(f"where: {{text: {text}}}\nphrases: [signed]", on, FILE, "says so")) is holds


def test_a_line_of_a_file_is_looked_at_to_some_length_and_all_lines_in_one_pass() -> None:
    card = "when: {text: {matches: 'secret'}}"
    assert not findings_in(card, "plan", FILE + "x" * MATCHED_LENGTH + "secret", "says so")
    start = time.perf_counter()
    assert findings_in(card, "plan", FILE + "x\n" * 100_000 + "secret", "says so")
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(("rank", "found"), [("plan", ["Lund Bikes buys 12 kits"]), ("primary", ["Ana sends the log"])])
def test_a_teams_rule_on_objectives_is_asked_of_that_of_the_whole_plan_too(rank: str, found: list[str]) -> None:
    text = (
        "---\ntype: deal-plan\n---\n# Lund Bikes\n\n**Sales objective:** Lund Bikes buys 12 kits\n\n"
        "## Call with Ana Ruiz, 2026-06-10\n\n**Objective:** Ana sends the log\n"
    )
    rule = load_card("card.yaml", CARD.format(condition=f"when: {{rank: {rank}}}"), Origin("local", "files"))
    judged = judge_input([rule], Source.of("plan.md", text), Settings(as_of="2026-06-01"))
    assert [text[slice(*one.span)] for one in judged.diagnostics] == found
