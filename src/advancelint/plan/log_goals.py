"""Gives goals that lines of a log state to the calls of these lines: “2026-12-08 visit planned. Goal: …”."""

from __future__ import annotations

from advancelint.plan import callwords
from advancelint.plan.material import Material
from advancelint.plan.model import Call, Plan


def placed(plan: Plan, material: Material) -> Plan:
    """Return ``plan`` with such goals at the calls that it only mentioned, which are calls like all others then."""
    source = material.source
    lines = {source.place(call.span.start).line: call for call in plan.mentions}
    goals = {
        index: lines[line]
        for index, goal in enumerate(plan.objectives if lines else ())
        if goal.span and goal.rank != "plan" and (line := source.place(goal.span.start).line) in lines
        and callwords.OPENS.match(source.text[lines[line].span.start : goal.span.start])
    }  # fmt: skip
    return _joined(plan, goals) if goals else plan


def _joined(plan: Plan, goals: dict[int, Call]) -> Plan:
    taken = set(goals.values())
    calls = sorted((*plan.calls, *taken), key=lambda call: call.span)
    place = {call: number for number, call in enumerate(calls)}
    moved = {number: place[call] for number, call in enumerate(plan.calls)} | {-1: -1}
    return plan._replace(
        calls=tuple(call._replace(mentioned=False) for call in calls),
        mentions=tuple(call for call in plan.mentions if call not in taken),
        objectives=tuple(
            goal._replace(call=place[goals[index]] if index in goals else moved[goal.call])
            for index, goal in enumerate(plan.objectives)
        ),
        outcomes=tuple(one._replace(call=moved[one.call]) for one in plan.outcomes),
        next_steps=tuple(one._replace(call=moved[one.call]) for one in plan.next_steps),
    )
