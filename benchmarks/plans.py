"""Print how much of each fact is understood: found, present and false, over plans with expectations beside them.

    .venv/bin/python benchmarks/plans.py [FOLDER …] [--misses]

A folder (default: tests/plans) holds ``name.md`` and ``name.expected.yaml``. A fact is *present* where the expectation
states it, *found* where the tool says the same, *false* where the tool says something that the expectation does not.
Owner, side, due and done are compared on steps that were found. Exit code 1 means that something is missed or false.
"""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from advancelint.markdown import parse
from advancelint.plan import UNJUDGED, Known, Plan, understand
from advancelint.source import Source

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
AS_OF = "2026-06-01"


class Fact(NamedTuple):
    """One fact of one plan: what should be said of it ("" for nothing) and what is said."""

    name: str
    expected: str
    found: str


def facts(plan: Plan, want: dict[str, Any]) -> Iterator[Fact]:
    """Yield the facts of ``plan`` beside those of the expectation ``want``."""
    yield Fact("plan or not", str(want["kind"] not in UNJUDGED), str(plan.is_plan))
    if want["kind"] in UNJUDGED:
        want = {}
    else:
        yield Fact("kind", want["kind"], plan.kind)
    yield Fact("account", want.get("account", ""), plan.account.value)
    yield Fact("stage", want.get("stage", ""), plan.stage.value)
    closing = want.get("close_date", want.get("close_date_raw", ""))
    yield Fact("close date", closing, plan.close_date.value or plan.close_date.raw)
    yield Fact("sales objective", want.get("sales_objective", ""), plan.sales_objective.value)
    yield Fact("client's win", want.get("client_win", ""), plan.client_win.value)
    yield from _listed("call date", want.get("calls", []), [call.date.value or "undated" for call in plan.calls])
    yield from _listed("mentioned call", want.get("mentions", []), [call.date.value for call in plan.mentions])
    yield from _objectives(plan, want.get("objectives", []))
    yield from _steps(plan, want.get("next_steps", []))
    outcomes = [f"{one.label}: {one.passage.text}" for one in plan.outcomes]
    yield from _listed("outcome", [f"{one['label']}: {one['text']}" for one in want.get("outcomes", [])], outcomes)
    people = want.get("people", {})
    yield from _listed("person", list(people), [person.name for person in plan.people])
    for person in plan.people:
        if person.name in people:
            yield Fact("person's side", people[person.name], person.apparent_side)


def _listed(name: str, expected: list[str], found: list[str]) -> Iterator[Fact]:
    """Pair what is the same and yield the rest as missed or false."""
    wanted = Counter(one or "undated" for one in expected)
    for one in found:
        yield Fact(name, one if wanted[one] > 0 else "", one)
        wanted[one] -= 1
    for one, count in wanted.items():
        yield from [Fact(name, one, "")] * count


def _objectives(plan: Plan, want: list[dict[str, Any]]) -> Iterator[Fact]:
    real = [one for one in want if not one.get("placeholder")]
    found = [one for one in plan.objectives if not one.placeholder]
    yield from _listed("objective", [one["text"] for one in real], [one.passage.text for one in found])
    by_text = {one["text"]: one for one in real}
    for one in found:
        if one.passage.text in by_text:
            yield Fact("objective's rank", by_text[one.passage.text]["rank"], one.rank)


def _steps(plan: Plan, want: list[dict[str, Any]]) -> Iterator[Fact]:
    yield from _listed("next step", [one["text"] for one in want], [one.passage.text for one in plan.next_steps])
    by_text = {one["text"]: one for one in want}
    for step in plan.next_steps:
        one = by_text.get(step.passage.text)
        if one is not None:
            yield Fact("owner", one.get("owner", ""), step.owner.value)
            yield Fact("owner's side", one.get("side", "unknown"), step.apparent_side)
            yield Fact("due", one.get("due", one.get("due_raw", "")), step.due.value or step.due.raw)
            yield Fact("done", str(one.get("done", False)), str(step.done))


def suite(folder: str) -> Iterator[tuple[str, Plan, dict[str, Any]]]:
    """Yield name, plan and expectation of each plan in ``folder`` that has one."""
    for path in sorted(glob.glob(os.path.join(folder, "*.expected.yaml"))):
        name = os.path.basename(path)[: -len(".expected.yaml")]
        with open(path, encoding="utf-8") as file:
            want = yaml.safe_load(file)
        with open(os.path.join(folder, name + ".md"), encoding="utf-8", newline="") as file:
            source = Source.of(name + ".md", file.read()).with_line_feeds()
        yield name, understand(source, parse(source), Known(as_of=AS_OF)), want


def main(arguments: list[str]) -> int:
    """Print the table; return the exit code."""
    folders = [one for one in arguments if not one.startswith("--")] or [os.path.join(ROOT, "tests", "plans")]
    present: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    names: dict[str, None] = {}
    plans = whole = 0
    for folder in folders:
        for name, plan, want in suite(folder):
            plans += 1
            wrong = []
            for fact in facts(plan, want):
                names[fact.name] = None
                present[fact.name] += bool(fact.expected)
                found[fact.name] += bool(fact.expected) and fact.expected == fact.found
                false[fact.name] += bool(fact.found) and fact.expected != fact.found
                if fact.expected != fact.found:
                    wrong.append(f"  {name}: {fact.name}: expected “{fact.expected}”, found “{fact.found}”")
            whole += not wrong
            if "--misses" in arguments and wrong:
                print("\n".join(wrong))
    print(f"{'fact':<18}{'found':>7}{'present':>9}{'false':>7}{'found %':>9}")
    for name in names:
        share = f"{found[name] / present[name]:9.1%}" if present[name] else ""
        print(f"{name:<18}{found[name]:>7}{present[name]:>9}{false[name]:>7}{share}")
    print(f"\n{whole} of {plans} plans are understood without a difference")
    return int(whole < plans)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
