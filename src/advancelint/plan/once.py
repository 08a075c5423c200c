"""Lets the same words be one thing: what a call is for is no promise beside that."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.plan.model import NextStep, Objective
from advancelint.source import Span


def without_goals(steps: Sequence[NextStep], goals: Sequence[Objective], text: str) -> tuple[NextStep, ...]:
    """Return the steps that are no goals in ``text``: "Next: 10 Dec. I want her to sign" says what is aimed at.

    A goal can go on over further lines, which hold steps of their own.
    """
    spans = [_in_its_line(one.span, text) for one in goals if one.span]
    return tuple(step for step in steps if not any(_holds(step.span, one) or _holds(one, step.span) for one in spans))


def _in_its_line(span: Span, text: str) -> Span:
    end = text.find("\n", span.start, span.end)
    return Span(span.start, end if end > 0 else span.end)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
