"""Runs rules on the examples of a card: the rule tests and the rule pages are made of this."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic
from advancelint.engine.fixing import mend
from advancelint.engine.holding import register_of
from advancelint.engine.judge import Judgement, judge_plan
from advancelint.engine.run import judge_input
from advancelint.engine.sentence import plan_of_reading
from advancelint.plan.model import Plan
from advancelint.reading import Scene, read
from advancelint.rule import SAFETIES, Example, Former, Rule
from advancelint.source import Passage, Place, Source

# Examples name days of 2026; this is the day on which they are judged.
EXAMPLE_DAY = "2026-06-01"
EXAMPLE_PATH = "example.md"
# No rule of ours had another name before, so in examples one stands for all that had: what it was called, its code.
FORMERLY = (("AD400", "own-activity"), "AD401")


class BrokenExampleError(Exception):
    """A rule that failed on an example; the message names the step and the error."""


def rehearse(rules: Sequence[Rule], example: Example) -> tuple[Diagnostic, ...]:
    """Return what ``rules`` say about ``example``; raises BrokenExampleError where one of them fails."""
    return _judged(rules, example).diagnostics


def mended(rules: Sequence[Rule], example: Example) -> str:
    """Return what the fixes of ``rules`` make of ``example``; raises BrokenExampleError where a rule fails."""
    text = example.plan or example.text

    def judge(source: Source) -> Judgement:
        changed = example._replace(plan=source.text) if example.plan else example._replace(text=source.text)
        return _judged(rules, changed)

    return mend(Source.of(EXAMPLE_PATH, text), judge, SAFETIES).source.text


def _judged(rules: Sequence[Rule], example: Example) -> Judgement:
    settings = Settings(as_of=EXAMPLE_DAY)
    if example.plan:
        judged = judge_input(rules, Source.of(EXAMPLE_PATH, example.plan), settings, register=register_of(_aged(rules)))
    else:
        judged = judge_plan(rules, Source.of(EXAMPLE_PATH, example.text), plan_of_line(example), settings)
    for failure in judged.failures:
        raise BrokenExampleError(f"{failure.step}: {failure.message}")
    return judged


def _aged(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return ``rules`` with an old code and name where `FORMERLY` says so."""
    old = tuple(Former(word, Place(1, 1)) for word in FORMERLY[0])
    return tuple(
        rule._replace(card=rule.card._replace(replaces=(*rule.card.replaces, *old)))
        if rule.code == FORMERLY[1]
        else rule
        for rule in rules
    )


def plan_of_line(example: Example) -> Plan:
    """Return a plan whose only call, still to come, has the example's line as its primary objective."""
    scene = Scene(field=example.field, client=_names(example.client), seller=_names(example.seller))
    reading = read(Passage.plain(example.text), scene)
    return plan_of_reading(reading, example.stage, example.client, example.seller)._replace(path=EXAMPLE_PATH)


def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)
