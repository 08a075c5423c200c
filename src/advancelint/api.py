"""What a rule in Python may rely on: the values that it gets and returns.

A check is a function ``find(node)`` or ``find(node, options)`` that yields findings. It gets a `Node`, one part of one
plan, with the values that cards can ask of it, and `Span`s in 0-based code points of the plan's text. What stands here
changes only as docs/stability.md says.
"""

from advancelint.plan.model import Plan
from advancelint.rule import Change, Finding, Node, OptionValue, Spot
from advancelint.source import Passage, Span

__all__ = ["Change", "Finding", "Node", "OptionValue", "Passage", "Plan", "Span", "Spot"]
