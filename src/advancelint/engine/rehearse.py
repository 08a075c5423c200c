"""Runs rules on the examples of a card: the rule tests and the rule pages are made of this."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic
from advancelint.engine.judge import judge_plan
from advancelint.engine.run import judge_input
from advancelint.plan.model import ABSENT, Call, Field, Objective, Person, Plan
from advancelint.reading import Scene, read
from advancelint.rule import Example, Rule
from advancelint.source import NOWHERE, Passage, Source, Span

# Examples name days of 2026; this is the day on which they are judged.
EXAMPLE_DAY = "2026-06-01"
EXAMPLE_PATH = "example.md"


class BrokenExampleError(Exception):
    """A rule that failed on an example; the message names the step and the error."""


def rehearse(rules: Sequence[Rule], example: Example) -> tuple[Diagnostic, ...]:
    """Return what ``rules`` say about ``example``; raises BrokenExampleError where one of them fails."""
    settings = Settings(as_of=EXAMPLE_DAY)
    if example.plan:
        judged = judge_input(rules, Source.of(EXAMPLE_PATH, example.plan), settings)
    else:
        judged = judge_plan(rules, Source.of(EXAMPLE_PATH, example.text), plan_of_line(example), settings)
    for failure in judged.failures:
        raise BrokenExampleError(f"{failure.step}: {failure.message}")
    return judged.diagnostics


def plan_of_line(example: Example) -> Plan:
    """Return a plan whose only call, still to come, has the example's line as its primary objective."""
    passage = Passage.plain(example.text)
    scene = Scene(field=example.field, client=_names(example.client), seller=_names(example.seller))
    span = Span(0, len(example.text))
    reading = read(passage, scene)
    objective = Objective(passage, span, rank="primary", call=0, label="", placeholder=False, reading=reading)
    stage = Field(example.stage, example.stage, NOWHERE, "label") if example.stage else ABSENT
    people = [Person(name, "", "", "client", NOWHERE) for name in example.client]
    people += [Person(name, "", "", "seller", NOWHERE) for name in example.seller]
    return Plan(
        path=EXAMPLE_PATH,
        kind="prep",
        declared=True,
        account=ABSENT,
        stage=stage,
        close_date=ABSENT,
        people=tuple(people),
        calls=(Call("", ABSENT, NOWHERE),),
        objectives=(objective,),
        next_steps=(),
        outcomes=(),
        sales_objective=ABSENT,
        client_win=ABSENT,
        passed_over=(),
        problems=(),
    )


def _names(names: tuple[str, ...]) -> frozenset[str]:
    lowered = [name.lower() for name in names]
    return frozenset((*lowered, *(word for name in lowered for word in name.split())))
