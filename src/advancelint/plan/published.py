"""A plan as plain values for JSON: the shape of ``advancelint inspect --format json``.

The JSON and its schema, schemas/plan.schema.json, come from the same tables. docs/usage.md documents it; it carries its
version.
"""

from __future__ import annotations

from typing import Any

from advancelint.plan.language import LANGUAGES, READ
from advancelint.plan.model import KINDS, PassedOver, Plan
from advancelint.plan.parts import (
    CALL,
    DATED,
    FACT,
    OBJECTIVE,
    OUTCOME,
    PASSED_OVER,
    PERSON,
    PLACE,
    PROBLEM,
    READING,
    STAGE,
    STEP,
    TEXT,
    TEXT_OR_NULL,
    YES,
    Key,
    Schema,
    dated,
    each,
    fact,
    line_of,
    list_of,
    or_null,
    shape_of,
    told,
)
from advancelint.resources import lead
from advancelint.source import Source

VERSION = 1


def published(plan: Plan, source: Source) -> dict[str, Any]:
    """Return ``plan``, which was read from ``source``, as values that JSON knows; unknown is None.

    Lines and columns are 1-based and count code points. ``text`` is what stands in its line, markup included; words
    that go on in the next line end with the first.
    """
    return told(PLAN, plan, source)


def published_part(plan: Plan, kind: str, index: int, source: Source) -> dict[str, Any]:
    """Return one part of ``plan`` as `published` shows it: number ``index`` of its calls, objectives and so on.

    ``kind`` is call, objective, next_step, outcome or person. An objective that only keeps a place is shown as well;
    behind the last one comes the sales objective.
    """
    if kind == "call":
        return told(CALL, plan.calls[index], source)
    if kind == "objective":
        last = len(plan.objectives)
        return told(OBJECTIVE, plan.objectives[index], source) if index < last else _sales(plan, source)
    if kind == "next_step":
        return told(STEP, plan.next_steps[index], source)
    return (
        told(OUTCOME, plan.outcomes[index], source) if kind == "outcome" else told(PERSON, plan.people[index], source)
    )


def _objectives(plan: Plan, source: Source) -> list[dict[str, Any]]:
    """Return the objectives in document order, the sales objective among them with the rank "plan"."""
    stated = [(one.span, told(OBJECTIVE, one, source)) for one in plan.objectives if not one.placeholder]
    sales = plan.sales_objective
    if sales.present and sales.value and all(span.start != sales.span.start for span, _ in stated):
        stated.append((sales.span, _sales(plan, source)))
    return [shown for _, shown in sorted(stated, key=lambda pair: pair[0])]


def _sales(plan: Plan, source: Source) -> dict[str, Any]:
    return {**told(PLACE, plan.sales_objective, source), "rank": "plan", "call": None, "reading": None}


def _passed_over(plan: Plan, source: Source) -> tuple[PassedOver, ...]:
    """Return what was left out and, with it, the objectives that only keep a place."""
    kept = [
        PassedOver(line_of(one, source), f"“{one.label}” only keeps a place for an objective")
        for one in plan.objectives
        if one.placeholder
    ]
    return tuple(sorted([*plan.passed_over, *kept]))


PLAN = (
    Key("version", lambda *_: VERSION, {"const": VERSION}, "of this shape; keys are only ever added within one"),
    Key("path", lambda plan, _: plan.path, TEXT, "the path of the file"),
    Key("is_plan", lambda plan, _: plan.is_plan, YES, "false for templates and other files, which are never judged"),
    Key("kind", lambda plan, _: plan.kind, {"enum": [*KINDS]}, "what sort of plan the document is"),
    Key("declared", lambda plan, _: plan.declared, YES, "front matter or config calls the document a plan"),
    Key("grounds", lambda plan, _: plan.grounds or None, TEXT_OR_NULL, "what the kind was told from"),
    Key("language", lambda plan, _: plan.language or READ, {"enum": [READ, *LANGUAGES]},
        "the language of its sentences; of others than English ones the readings say nothing"),
    Key("account", lambda plan, source: fact(plan.account, source), FACT, "the client, null where none is named"),
    Key("stage", lambda plan, source: told(STAGE, plan.stage, source), shape_of(STAGE), "the stage of the sale"),
    Key("close_date", lambda plan, source: dated(plan.close_date, source), or_null(shape_of(DATED)),
        "when the sale is to close, null where the plan does not say"),
    Key("calls", lambda plan, source: each(CALL, (*plan.calls, *plan.mentions), source), list_of(CALL),
        "the calls, in the plan's order, then those that are only mentioned"),
    Key("people", lambda plan, source: each(PERSON, plan.people, source), list_of(PERSON), "the people it names"),
    Key("sales_objective", lambda plan, source: fact(plan.sales_objective, source), FACT,
        "what the whole plan is to achieve, null where it does not say"),
    Key("client_win", lambda plan, source: fact(plan.client_win, source), FACT,
        "what the client gains, null where the plan does not say"),
    Key("objectives", lambda plan, source: _objectives(plan, source), list_of(OBJECTIVE),
        "what the calls are to achieve, with the sales objective, in the plan's order"),
    Key("next_steps", lambda plan, source: each(STEP, plan.next_steps, source), list_of(STEP), "the promised acts"),
    Key("outcomes", lambda plan, source: each(OUTCOME, plan.outcomes, source), list_of(OUTCOME),
        "what past calls produced"),
    Key("passed_over", lambda plan, source: each(PASSED_OVER, _passed_over(plan, source), source), list_of(PASSED_OVER),
        "what looked like a part of a plan and was left out, with the reason"),
    Key("problems", lambda plan, source: each(PROBLEM, plan.problems, source), list_of(PROBLEM),
        "what is wrong with the input itself"),
)  # fmt: skip


def schema() -> Schema:
    """Return the JSON Schema of the published form."""
    about = "What `advancelint inspect --format json` prints: one plan as it was understood."
    head = lead("plan", "a plan as it was understood", about)
    return {**head, **shape_of(PLAN), "$defs": {"reading": shape_of(READING)}}
