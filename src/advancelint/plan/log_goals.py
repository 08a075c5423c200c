"""Gives goals to the calls that their line, or one above, names: “8 May visit. Goal: …”."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.markdown.entities import decoded
from advancelint.plan import callwords, clockwords, dates, mentioned, moments, nextcalls
from advancelint.plan.clockwords import digit_in
from advancelint.plan.material import Material
from advancelint.plan.model import Call, Field, Objective, Plan
from advancelint.plan.periods import Anchor
from advancelint.source import NOWHERE

_NEAR = 8  # lines
_LONGEST_LINE = 2_000
# "Aim for the 14th", "What I want on Tuesday", "Plan 12-01-2027"; not "by Friday"
_MEANT_FOR = expression(
    r"(?:^|[\s#*_(])(?:for|on|at|plan|coming|next|für|zum|am|pour|para|le|el)(?: the| den| le| el| o)?:?[ *_]*$"
    r"|^[\s#*_>-]*(?:the )?$",
    re.IGNORECASE,
)
_LONGEST = 40  # of what leads a goal in its line


def placed(plan: Plan, material: Material) -> Plan:
    """Return ``plan`` with such goals at the calls that it only mentioned, which are calls like all others then."""
    goals = _named(plan, material) if plan.mentions or plan.kind == "notes" else {}
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
    coming = _Coming(plan, material) if plan.kind == "notes" else None
    found: dict[int, Call] = {}
    before: Objective | None = None
    for index, goal in enumerate(plan.objectives):
        line = source.place(goal.span.start).line if goal.span and goal.rank != "plan" else 0
        call, above = lines.get(line), lines.get(line - 1)
        led = source.text[call.span.start : goal.span.start] if call else ""
        of_day = days.get(_led_by(goal, material)) if line and not call else None
        dated = goal.call >= 0 and plan.calls[goal.call].date.value
        if told := of_day or _of_record(goal, material, lines):
            found[index] = told  # "- 19 Feb: Petra opens the log", "{date: 2026-02-19, goal: …}"
        elif call and (callwords.OPENS.match(led) or call.date.raw in led):
            found[index] = call
        elif goal.rank == "fallback" and before and before.call == goal.call and index - 1 in found:
            found[index] = found[index - 1]
        elif above and not dated and callwords.OPENS.match(source.text, above.span.start):
            found[index] = above  # "2026-04-23, Tess + Peter, readout", "Objective: …"
        elif line and coming and (ahead := coming.of(goal, line)):
            found[index] = ahead
        before = goal
    return found


class _Coming:
    """The calls that notes say are to come, by the lines that lead to a goal: "Next time is the 20th. I want …"."""

    def __init__(self, plan: Plan, material: Material) -> None:
        self._calls = plan.calls
        self._material = material
        self._days = {call.date.value: call for call in plan.mentions if call.date.value}
        place = material.source.place
        self._heads = {place(one.span.start).line for one in plan.headings}
        told = [one.span.start for one in plan.outcomes] + [one.span.start for one in plan.next_steps]
        self._told = place(min(told)).line if told else 0

    def of(self, goal: Objective, line: int) -> Call | None:
        """Return the call to come whose day the line of a goal names, or the nearest line above it in its section.

        A goal behind a label at the top, where nothing is told yet of the call that is over, is of that one.
        """
        own = self._calls[goal.call] if goal.call >= 0 else None
        held = (own and own.date.value) or min(self._days, default="")
        begins = self._material.source.place(own.span.start).line if own else 0
        headed = False  # by a heading below, across which only another one dates the goal
        for above in range(line, max(0, line - _NEAR, begins), -1):
            heads = above in self._heads
            call = self._named(above, goal, held) if heads or not headed else None
            if call:
                return call if goal.heard or 0 < self._told < above else None
            headed = headed or heads
        return None

    def _named(self, line: int, goal: Objective, held: str) -> Call | None:
        """Return the call on a day after ``held`` that a line names: one that is mentioned, or that it is headed by."""
        span = self._material.source.line_span(line)
        end = min(span.end, span.start + _LONGEST_LINE)
        text = self._material.source.text[span.start : end]
        lead = text[: max(0, goal.span.start - span.start)]
        for moment in moments.find(text, self._material.vocabulary, Anchor(held, held)):
            day, precision = moment.period.start, moment.period.precision
            if precision != "day" or not day:
                continue
            if day in self._days and (day > held or (day == held and nextcalls.opens_with_next(text))):
                return self._days[day]
            heads = line in self._heads or moment.span.end <= len(lead) <= _LONGEST
            before = clockwords.without_weekday(text[: moment.span.start], self._material.vocabulary)
            if heads and day > held > "" and _MEANT_FOR.search(before):
                raw = text[moment.span.start : moment.span.end]
                title = mentioned.title_of(nextcalls.bare(lead or text))
                return Call(title, Field(day, raw, span, "text"), span, mentioned=True)
        return None


def _of_record(goal: Objective, material: Material, lines: dict[int, Call]) -> Call | None:
    """Return which of the calls, by their ``lines``, the front matter tells of in the record that holds a goal."""
    holds = (one.call for one in material.front.entries if one.call)
    record = next((one for one in holds if one.start <= goal.span.start < one.end), NOWHERE)
    text = material.source.text[record.start : record.end].rstrip()
    first, last = (material.source.place(at).line for at in (record.start, record.start + len(text)))
    told = (lines.get(line) for line in range(first, last + 1) if record)
    return next((call for call in told if call), None)


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
