"""Passages for words of which only the whole has a place, and the sales objective as a line that can be judged."""

from __future__ import annotations

from advancelint.nodes.vocabulary import WHOLE
from advancelint.plan.model import Objective, Plan
from advancelint.reading import Scene, read
from advancelint.rule import Node
from advancelint.source import Passage, Span


def whole_passage(text: str, span: Span) -> Passage:
    """Wrap words whose characters are not placed one by one: exact where lengths agree, else all at ``span``."""
    if len(text) == span.end - span.start:
        return Passage.plain(text, span.start)
    return Passage(text, (span.start,) * len(text), (span.end,) * len(text))


def sales_objectives(plan: Plan) -> tuple[Objective, ...]:
    """Return the sales objective as an objective of the rank "plan", where the plan keeps it as a fact alone."""
    stated = plan.sales_objective
    if not stated.present or not stated.value or any(one.span == stated.span for one in plan.objectives):
        return ()
    passage = whole_passage(stated.raw, stated.span)
    reading = read(passage, Scene(field="objective"))
    return (Objective(passage, stated.span, "plan", -1, "", placeholder=False, reading=reading),)


def text_asked(node: Node) -> str:
    """Return the words of which a condition on the text of ``node`` asks: those of `vocabulary.TEXTS`."""
    return node.written if node.kind in WHOLE else node.text
