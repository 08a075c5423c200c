"""A Markdown document becomes calls, objectives, next steps, people, stage and outcomes."""

from advancelint.plan.build import skim, understand
from advancelint.plan.model import (
    ABSENT,
    KINDS,
    RANKS,
    SIDES,
    UNJUDGED,
    Call,
    Field,
    Known,
    NextStep,
    Objective,
    Outcome,
    PassedOver,
    Person,
    Plan,
    Problem,
    Skimmed,
)

__all__ = [
    "ABSENT",
    "KINDS",
    "RANKS",
    "SIDES",
    "UNJUDGED",
    "Call",
    "Field",
    "Known",
    "NextStep",
    "Objective",
    "Outcome",
    "PassedOver",
    "Person",
    "Plan",
    "Problem",
    "Skimmed",
    "skim",
    "understand",
]
