"""What the scales refuse of the goals that a label was only heard for, or that nothing but a place calls so."""

from __future__ import annotations

from advancelint.plan import purposes, scorecards, wanting
from advancelint.plan.cast import Cast
from advancelint.plan.model import Objective
from advancelint.plan.outline import Statement
from advancelint.plan.weighing import FAINT, Scales
from advancelint.plan.weighty import OWED, UNLIKELY, WHATEVER
from advancelint.source import Source


def is_faint(source: Source, scales: Scales, objective: Objective) -> bool:
    """Say whether an objective that no list makes one has hardly a sign of it, or is part of a scorecard."""
    if source.place(objective.span.start).line in scorecards.lines(source.text):
        return True
    weighed = objective.heard and bool(objective.label) and bool(objective.passage.text)
    return weighed and scales.likeliest(objective.span, "objective") < FAINT


def is_light(scales: Scales, statement: Statement, cast: Cast) -> bool:
    """Say whether what a label was heard for has hardly another sign of an objective.

    Behind a call that leads ("For 3 June: Jo signs it") it is one unless somebody of ours does it.
    """
    if purposes.is_lead(statement.name) or purposes.CAUSED.match(statement.value.text):
        return cast.side(statement.value.text.partition(" ")[0]) == "seller"
    if wanting.is_ours(statement.name) or not statement.value.text:
        return False  # "we would like Ana to sign" is sure of itself
    return max((chance for chance, _ in scales.of(statement)), default=1.0) < UNLIKELY


def is_owed(scales: Scales, statement: Statement) -> bool:
    """Say whether a line of a list below a coming call is what somebody is to do: "Jo mails the rates by Friday"."""
    steps = scales.chances("step")
    return any(steps[number] >= OWED and chance < WHATEVER for chance, number in scales.of(statement))
