"""Which parts of a card its examples exercise: those without which some example would come out differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from advancelint.cards.fields import Fields
from advancelint.cards.load import build_rule
from advancelint.cards.parts import NOTHING_LEFT, Part, parts_of
from advancelint.engine.rehearse import Trial
from advancelint.errors import CardError
from advancelint.mapping import Mapping
from advancelint.rule import Node, Rule
from advancelint.source import Span


class Covered(NamedTuple):
    """A part of a card, and whether an example exercises it."""

    part: Part
    covered: bool


def coverage_of(rule: Rule, fields: Fields, card: Mapping, tried: Sequence[Trial]) -> Iterator[Covered]:
    """Yield the parts of the ``card`` of ``rule``; ``tried`` are the trials of its examples.

    A part is exercised when, on a node of an example, the rule without it finds something else or with another
    severity. What cannot be left out by itself is no part.
    """
    nodes = [node for one in tried for node in one.nodes]
    whole = [_outcome(rule, node) for node in nodes]
    for part in parts_of(fields, card):
        if part.without == NOTHING_LEFT:
            yield Covered(part, any(spans for spans, _ in whole))
            continue
        try:
            less = build_rule(fields, part.without)
        except CardError:
            continue
        yield Covered(part, any(_outcome(less, node) != before for node, before in zip(nodes, whole, strict=True)))


def _outcome(rule: Rule, node: Node) -> tuple[tuple[Span, ...], str]:
    spans = tuple(finding.span for finding in rule.find(node))
    return spans, rule.severity(node) if spans else ""


def share(found: Iterable[Covered]) -> tuple[int, int]:
    """Return how many parts are exercised, and how many there are."""
    counted = [one.covered for one in found]
    return sum(counted), len(counted)
