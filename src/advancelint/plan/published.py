"""A plan as plain values for JSON: the shape of ``advancelint inspect --format json``.

It is documented in docs/usage.md and published as schemas/plan.schema.json; it carries its version.
"""

from __future__ import annotations

from typing import Any

from advancelint.plan.model import Call, Field, NextStep, Objective, Outcome, PassedOver, Period, Person, Plan
from advancelint.reading import Reading
from advancelint.reading.model import FACETS
from advancelint.source import Source, Span

VERSION = 1
LADDER = FACETS["stage"][:-1]


def published(plan: Plan, source: Source) -> dict[str, Any]:
    """Return ``plan``, which was read from ``source``, as values that JSON knows; unknown is None.

    Lines and columns are 1-based and count code points. ``text`` is what stands in its line, markup included; words
    that go on in the next line end with the first.
    """
    return {
        "version": VERSION,
        "path": plan.path,
        "is_plan": plan.is_plan,
        "kind": plan.kind,
        "declared": plan.declared,
        "grounds": plan.grounds or None,
        "language": plan.language or "en",
        "account": _fact(plan.account, source),
        "stage": _stage(plan.stage, source),
        "close_date": _dated(plan.close_date, source),
        "calls": [_call(call, source) for call in plan.calls],
        "people": [_person(person, source) for person in plan.people],
        "sales_objective": _fact(plan.sales_objective, source),
        "client_win": _fact(plan.client_win, source),
        "objectives": _objectives(plan, source),
        "next_steps": [_step(step, source) for step in plan.next_steps],
        "outcomes": [_outcome(outcome, source) for outcome in plan.outcomes],
        "passed_over": [{"line": one.line, "why": one.why} for one in _passed_over(plan, source)],
        "problems": [_problem(problem.kind, problem.message, problem.span, source) for problem in plan.problems],
    }


def published_part(plan: Plan, kind: str, index: int, source: Source) -> dict[str, Any]:
    """Return one part of ``plan`` as `published` shows it: number ``index`` of its calls, objectives and so on.

    ``kind`` is call, objective, next_step, outcome or person. An objective that only keeps a place is shown as well;
    behind the last one comes the sales objective.
    """
    if kind == "call":
        return _call(plan.calls[index], source)
    if kind == "objective":
        last = len(plan.objectives)
        return _objective(plan.objectives[index], source) if index < last else _sales(plan, source)
    if kind == "next_step":
        return _step(plan.next_steps[index], source)
    return _outcome(plan.outcomes[index], source) if kind == "outcome" else _person(plan.people[index], source)


def _place(span: Span, source: Source) -> dict[str, Any]:
    line, column = source.place(span.start)
    end = min(span.end, source.line_span(line).end)
    return {"line": line, "column": column, "text": source.text[span.start : end].rstrip()}


def _fact(field: Field, source: Source) -> dict[str, Any] | None:
    """Return a fact with its words, or None where the plan does not state it or only keeps a place for it."""
    return _place(field.span, source) if field.present and field.value else None


def _dated(field: Field, source: Source) -> dict[str, Any] | None:
    return {**_place(field.span, source), "date": field.value or None} if field.present else None


def _stage(stage: Field, source: Source) -> dict[str, Any]:
    if not stage.present:
        return {"raw": None, "id": None, "closed": None, "line": None}
    return {
        "raw": stage.raw,
        "id": stage.value if stage.value in LADDER else None,
        "closed": stage.value if stage.value in ("won", "lost") else None,
        "line": source.place(stage.span.start).line,
    }


def _call(call: Call, source: Source) -> dict[str, Any]:
    return {
        "date": call.date.value or None,
        "line": source.place(call.span.start).line,
        "title": call.title,
        "date_raw": call.date.raw or None,
    }


def _person(person: Person, source: Source) -> dict[str, Any]:
    return {
        "name": person.name,
        "side": person.side,
        "role": person.role or None,
        "organisation": person.organisation or None,
        "line": source.place(person.span.start).line,
    }


def _objectives(plan: Plan, source: Source) -> list[dict[str, Any]]:
    """Return the objectives in document order, the sales objective among them with the rank "plan"."""
    stated = [(one.span, _objective(one, source)) for one in plan.objectives if not one.placeholder]
    sales = plan.sales_objective
    if sales.present and sales.value and all(span != sales.span for span, _ in stated):
        stated.append((sales.span, _sales(plan, source)))
    return [shown for _, shown in sorted(stated, key=lambda pair: pair[0])]


def _sales(plan: Plan, source: Source) -> dict[str, Any]:
    return {**_place(plan.sales_objective.span, source), "rank": "plan", "call": None, "reading": None}


def _objective(one: Objective, source: Source) -> dict[str, Any]:
    return {
        **_place(one.span, source),
        "rank": one.rank,
        "call": one.call if one.call >= 0 else None,
        "reading": _reading(one.reading),
    }


def _step(step: NextStep, source: Source) -> dict[str, Any]:
    return {
        **_place(step.span, source),
        "owner": step.owner.value or None,
        "side": step.side,
        "due": step.due.value or None,
        "due_raw": step.due.raw or None,
        "due_range": _range(step.period),
        "done": step.done,
        "call": step.call if step.call >= 0 else None,
        "reading": _reading(step.reading),
    }


def _range(period: Period) -> dict[str, Any] | None:
    if period.precision == "none":
        return None
    return {"from": period.start or None, "to": period.end or None, "precision": period.precision}


def _outcome(outcome: Outcome, source: Source) -> dict[str, Any]:
    return {
        **_place(outcome.span, source),
        "label": outcome.label,
        "call": outcome.call if outcome.call >= 0 else None,
        "reading": _reading(outcome.reading),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    facets = {name: {"value": facet.value, "words": facet.text or None} for name, facet in reading.facets().items()}
    return {"confidence": reading.confidence, "facets": facets}


def _passed_over(plan: Plan, source: Source) -> list[PassedOver]:
    """Return what was left out and, with it, the objectives that only keep a place."""
    kept = [
        PassedOver(source.place(one.span.start).line, f"“{one.label}” only keeps a place for an objective")
        for one in plan.objectives
        if one.placeholder
    ]
    return sorted([*plan.passed_over, *kept])


def _problem(kind: str, message: str, span: Span, source: Source) -> dict[str, Any]:
    line, column = source.place(span.start)
    return {"line": line, "column": column, "kind": kind, "message": message}
