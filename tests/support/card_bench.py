"""Cards in tests: a condition becomes a rule, and the rule looks at a line or at a plan."""

from __future__ import annotations

from typing import NamedTuple

from advancelint.cards import fill, load_card
from advancelint.config import Settings
from advancelint.doctrine.account import Account
from advancelint.engine import understand
from advancelint.engine.sentence import plan_of_reading
from advancelint.nodes import nodes_of
from advancelint.reading import read
from advancelint.rule import Change, Finding, Node, Rule
from advancelint.source import Passage, Source

DAY = "2026-06-01"
CARD = """\
code: XX101
name: some-rule
summary: A summary.
family: house
severity: warning
on: {on}
{condition}
message: "{message}"
why: because
examples:
  flagged: [{{text: We act}}]
  clean: [{{text: They act}}]
"""


class Hit(NamedTuple):
    """A finding with the words that it underlines, its 1-based line, and its message."""

    words: str
    line: int
    message: str
    changes: tuple[Change, ...]


def load(condition: str, on: str = "objective", message: str = "says so") -> Rule:
    """Return the rule of a card with ``condition``; raises CardError."""
    return load_card("card.yaml", CARD.format(condition=condition, on=on, message=message))


def line_node(line: str) -> Node:
    """Return the node of an objective with the words ``line``, which begin its text."""
    plan = plan_of_reading(read(Passage.plain(line)), "", (), ())
    return next(one for one in nodes_of(plan, DAY, Account(text=line)) if one.kind == "objective")


def findings(condition: str, line: str) -> list[Finding]:
    """Return what a card about objectives finds in one line."""
    return list(load(condition).find(line_node(line)))


def findings_in(condition: str, on: str, text: str, message: str = "{problem}") -> list[Hit]:
    """Return what a card about nodes of the kind ``on`` finds in a plan, in its order."""
    rule = load(condition, on, message)
    source = Source.of("plan.md", text)
    plan = understand(source, Settings(as_of=DAY))
    hits = []
    for node in nodes_of(plan, DAY, Account(text=text), sales=True):
        for found in rule.find(node) if node.kind == on else ():
            words = {**{name: spot.text for name, spot in node.spots.items()}, **found.facts}
            told = fill(rule.card.message, words)
            span = found.span
            place = source.place(span.start)
            hits.append(Hit(text[span.start : span.end], place.line, told, rule.mend(node, found)))
    return hits
