"""What a rule in Python may rely on: the values that it gets and returns.

A check is a function ``find(node)`` or ``find(node, options)`` that yields findings. It gets a `Node`, one part of one
plan, with the values that cards can ask of it, and `Span`s in 0-based code points of the plan's text. Everything that
can be met from a node on stands here; it changes only as docs/stability.md says.
"""

from advancelint.plan.model import (
    Call,
    Field,
    NextStep,
    Objective,
    Outcome,
    PassedOver,
    Period,
    Person,
    Plan,
    Problem,
    Title,
)
from advancelint.reading.model import Facet, Part, Reading
from advancelint.rule import Change, Finding, Gap, Node, OptionValue, Spot, Value
from advancelint.source import Passage, Span

__all__ = [
    "Call", "Change", "Facet", "Field", "Finding", "Gap", "NextStep", "Node", "Objective", "OptionValue", "Outcome",
    "Part", "Passage", "PassedOver", "Period", "Person", "Plan", "Problem", "Reading", "Span", "Spot", "Title", "Value",
]  # fmt: skip
