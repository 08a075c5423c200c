"""Gives goals to the calls that their line, or the one above, names: “8 May visit. Goal: …”."""

from __future__ import annotations

from advancelint.markdown.entities import decoded
from advancelint.plan import callwords, dates
from advancelint.plan.clockwords import digit_in
from advancelint.plan.material import Material
from advancelint.plan.model import Call, Objective, Plan

_NEAR = 8  # lines
_LONGEST = 40  # of what leads a goal in its line


def placed(plan: Plan, material: Material) -> Plan:
    """Return ``plan`` with such goals at the calls that it only mentioned, which are calls like all others then."""
    goals = _named(plan, material) if plan.mentions else {}
    return _joined(plan, goals, material.source.text) if goals else plan


def _named(plan: Plan, material: Material) -> dict[int, Call]:
    """Return the calls that the lines of goals name, by the number of the goal; a fallback goes with its goal."""
    source = material.source
    lines = {
        source.place(call.span.start).line: call
        for call in plan.mentions
        if call.date.raw in source.text[call.span.start : call.span.end]  # not in the line that its day heads
    }
    days = {call.date.value: call for call in plan.mentions if call.date.value}
    found: dict[int, Call] = {}
    before: Objective | None = None
    for index, goal in enumerate(plan.objectives):
        line = source.place(goal.span.start).line if goal.span and goal.rank != "plan" else 0
        call, above = lines.get(line), lines.get(line - 1)
        led = source.text[call.span.start : goal.span.start] if call else ""
        of_day = days.get(_led_by(goal, material)) if line and not call else None
        dated = goal.call >= 0 and plan.calls[goal.call].date.value
        if of_day:
            found[index] = of_day  # "- 19 Feb: Petra opens the log"
        elif call and (callwords.OPENS.match(led) or call.date.raw in led):
            found[index] = call
        elif goal.rank == "fallback" and before and before.call == goal.call and index - 1 in found:
            found[index] = found[index - 1]
        elif above and not dated and callwords.OPENS.match(source.text, above.span.start):
            found[index] = above  # "2026-04-23, Tess + Peter, readout", "Objective: …"
        elif line and goal.heard and plan.kind == "notes" and (ahead := _ahead(plan, goal, line, material)):
            found[index] = ahead
        before = goal
    return found


def _ahead(plan: Plan, goal: Objective, line: int, material: Material) -> Call | None:
    """Return the later call that the lines right above a goal in notes mention: "Next time is the 20th. I want …"."""
    held = plan.calls[goal.call].date.value if goal.call >= 0 else ""
    heads = (one.span for one in plan.headings)
    for call in reversed(plan.mentions):
        near = 0 < line - material.source.place(call.span.start).line <= _NEAR
        if near and held and call.date.value > held:
            return None if any(call.span.end <= head.start < goal.span.start for head in heads) else call
    return None


def _led_by(goal: Objective, material: Material) -> str:
    """Return the day that leads a goal in its line, ISO; "" for none."""
    text = material.source.text
    begun = text[text.rfind("\n", 0, goal.span.start) + 1 : goal.span.start]
    if len(begun) > _LONGEST or not begun.rstrip(" *_").endswith(":"):
        return ""
    day = dates.first(begun, material.vocabulary, material.near) if digit_in(begun) else None
    return day.iso if day else ""


def _joined(plan: Plan, goals: dict[int, Call], text: str) -> Plan:
    taken = set(goals.values())
    calls = sorted((*plan.calls, *taken), key=lambda call: call.span)
    place = {call: number for number, call in enumerate(calls)}
    moved = {number: place[call] for number, call in enumerate(plan.calls)} | {-1: -1}
    return plan._replace(
        calls=tuple(_in_full(call, text) if call in taken else call for call in calls),
        mentions=tuple(call for call in plan.mentions if call not in taken),
        objectives=tuple(
            goal._replace(call=place[goals[index]] if index in goals else moved[goal.call])
            for index, goal in enumerate(plan.objectives)
        ),
        outcomes=tuple(one._replace(call=moved[one.call]) for one in plan.outcomes),
        next_steps=tuple(one._replace(call=moved[one.call]) for one in plan.next_steps),
    )


def _in_full(call: Call, text: str) -> Call:
    """Return a mentioned call as one like all others; its title ends with its line, however the next one goes on."""
    line = text[call.span.start : call.span.end]
    alone = " ".join(decoded(line).strip(" \t*_~`").split())
    title = alone if call.title != alone and call.title.startswith(f"{alone} ") else call.title
    return call._replace(title=title, mentioned=False)
