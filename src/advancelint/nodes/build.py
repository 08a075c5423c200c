"""Builds the nodes of a plan. Every value here is declared in `vocabulary`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from advancelint.doctrine import wording
from advancelint.doctrine.account import ALONE, Account
from advancelint.doctrine.suggest import suggestions
from advancelint.doctrine.view import View
from advancelint.nodes.asked import AskedFields
from advancelint.nodes.chained import ChainedFields
from advancelint.nodes.coach import Coach, client_words, deadline_for, step_for
from advancelint.nodes.counts import Ledger
from advancelint.nodes.gaps import Gaps
from advancelint.nodes.passages import sales_objectives, whole_passage
from advancelint.nodes.regions import Regions
from advancelint.nodes.values import Later, Thunk
from advancelint.nodes.vocabulary import LADDER
from advancelint.plan.model import ABSENT, Call, Field, NextStep, Objective, Outcome, Person, Plan
from advancelint.reading import Reading
from advancelint.rule import Node, Spot, Value
from advancelint.source import NOWHERE, Passage, Span


def nodes_of(plan: Plan, as_of: str, account: Account = ALONE, *, sales: bool = False) -> Iterator[Node]:
    """Yield every node of ``plan``, the plan itself first.

    ``as_of`` is the ISO date that counts as today; ``account`` holds the plan's text and what is known around it. With
    ``sales`` the sales objective is among the objectives, which takes a reading that our own rules do without.
    """
    builder = _Builder(plan, as_of, account)
    yield builder.plan_node()
    yield builder.document_node()
    for index, call in enumerate(plan.calls):
        yield builder.call_node(index, call)
    for index, objective in enumerate((*plan.objectives, *(sales_objectives(plan) if sales else ()))):
        yield builder.objective_node(index, objective)
    for index, step in enumerate(plan.next_steps):
        yield builder.step_node(index, step)
    for index, outcome in enumerate(plan.outcomes):
        yield builder.outcome_node(index, outcome)
    for index, person in enumerate(plan.people):
        yield builder.person_node(index, person)


def trouble_node(path: str, reason: str, span: Span) -> Node:
    """Return the document node of a file that could not be read or understood; ``reason`` fills the slot."""
    nothing = Plan(
        path=path, kind="none", declared=False, account=ABSENT, stage=ABSENT, close_date=ABSENT, people=(), calls=(),
        objectives=(), next_steps=(), outcomes=(), sales_objective=ABSENT, client_win=ABSENT, passed_over=(),
        problems=(),
    )  # fmt: skip
    node = _Builder(nothing, "", ALONE).document_node()
    return node._replace(span=span, values={**node.values, "reason": reason})


def _steps_between(ask: str, here: str) -> int:
    if ask not in LADDER or here not in LADDER:
        return 0
    return LADDER.index(ask) - LADDER.index(here)


class _Builder:
    """Carries what all nodes of one plan share."""

    def __init__(self, plan: Plan, as_of: str, account: Account) -> None:
        self._plan = plan
        self._view = View(plan, as_of, account)
        self._regions = Regions(plan, account.text)
        self._gaps = Gaps(plan, account.text, self._regions)
        self._chained = ChainedFields(self._view, self._regions)
        self._as_of = as_of
        self._coach = Coach.of(plan)
        self._ledger = Ledger(plan, as_of)
        self._placeholders = {item.call: item for item in reversed(plan.objectives) if item.placeholder and item.span}

    @cached_property
    def _stage(self) -> str:
        """The stage on the ladder; other files of the account are asked where the plan itself does not say it."""
        return self._view.stage if self._view.stage in LADDER else "unknown"

    @cached_property
    def _suggested(self) -> tuple[list[str], list[str]]:
        """Lines of what comes next: those to ask for first, and those that cost the client less."""
        found = suggestions(self._view)
        easy = [one.line for one in found if one.energy != "high"]
        return [one.line for one in found], easy

    def _turn(self, call: int) -> int:
        """Return how many calls still to come stand before call ``call``."""
        return self._turns.get(call, 0)

    @cached_property
    def _turns(self) -> dict[int, int]:
        upcoming = (entry.number for entry in self._view.upcoming if entry.home)
        return {number: place for place, number in enumerate(upcoming)}

    def _step(self, call: int, *, smaller: bool = False) -> Thunk:
        return lambda: step_for(self._suggested[smaller], self._turn(call), smaller=smaller)

    def _told(self, call: int, *, smaller: bool = False) -> dict[str, Thunk]:
        """Return what every node can say and what may take the account's other files."""
        return {"stage": lambda: self._stage, "step": self._step(call, smaller=smaller)}

    def _scene(self, text: str, call: Call | None, reading: Reading | None = None) -> dict[str, Value]:
        client, client_full = client_words(self._coach, text, reading)
        return {
            "plan_kind": self._plan.kind,
            "declared": self._plan.declared,
            "closed": self._plan.stage.value in ("won", "lost"),
            "client": client,
            "client_full": client_full,
            "by": deadline_for(reading, call),
        }

    def _call(self, index: int) -> Call | None:
        return self._plan.calls[index] if 0 <= index < len(self._plan.calls) else None

    def plan_node(self) -> Node:
        """Return the node of the plan; it stands at its title, else at the sales objective, else at the first line."""
        plan = self._plan
        fields = (plan.sales_objective, plan.client_win, plan.stage, plan.close_date, plan.account, plan.title)
        names = ("sales_objective", "client_win", "stage", "close_date", "account", "title")
        spots = {name: Spot(field.raw, field.span) for name, field in zip(names, fields, strict=True) if field.span}
        head = next((field for field in (plan.title, plan.sales_objective, plan.account) if field.span), plan.title)
        values = {**self._scene("", None), **self._ledger.plan_fields()}
        later = {**self._chained.of_plan(), **self._told(-1)}
        passage = whole_passage(head.raw, head.span)
        node = self._place("plan", 0, passage, head.span, Later(values, later), spots)
        told = {"last_outcome": self._last_outcome, "amount": self._amount}
        return node._replace(spots=Later(node.spots, told), gaps=self._gaps.of_plan())

    def _amount(self) -> Spot:
        """Return the words of the deal's value: behind its label, else those of the sales objective that tells it."""
        span = self._chained.place_of_amount()
        return Spot(self._view.account.text[span.start : span.end], span)

    def _last_outcome(self) -> Spot:
        last = self._chained.last_outcome()
        return Spot(last.passage.text, last.span) if last else Spot("", NOWHERE)

    def document_node(self) -> Node:
        """Return the node of the file as such; it stands at the file's first character."""
        values = {**self._scene("", None), "reason": ""}
        return self._place("document", 0, whole_passage("", NOWHERE), NOWHERE, Later(values, self._told(-1)), {})

    def call_node(self, index: int, call: Call) -> Node:
        """Return the node of a call; the spot "objective" is a placeholder, where there is one."""
        spots = {"date": Spot(call.date.raw, call.date.span)} if call.date.span else {}
        if placeholder := self._placeholders.get(index):
            spots["objective"] = Spot(placeholder.passage.text, placeholder.span)
        values = {**self._scene(call.title, call), **self._ledger.call_fields(index)}
        words = call.title.strip() or call.date.raw.strip() or "this call"
        later = {**self._chained.of_call(index, call), **self._told(index)}
        node = self._place("call", index, whole_passage(words, call.span), call.span, Later(values, later), spots)
        return node._replace(gaps=self._gaps.of_call(index))

    def objective_node(self, index: int, objective: Objective) -> Node:
        """Return the node of an objective."""
        values = self._read_values(objective.passage, objective.reading, objective.call)
        values |= {
            "has_due": False,
            "rank": objective.rank,
            "placeholder": objective.placeholder,
            "label": objective.label,
        }
        if wording.says_failing_what(objective.passage.text, fallback=objective.rank == "fallback"):
            values["condition"] = "none"
        told = self._told(objective.call, smaller=objective.rank == "fallback")
        asked = AskedFields(self._view, self._regions, objective, nearer=lambda: str(told["step"]()))
        later = {**asked.thunks(), **told, "smaller_step": self._step(objective.call, smaller=True)}
        for name in later:
            values.pop(name, None)
        node = self._read_node("objective", index, objective.span, objective.reading, Later(values, later), {})
        node = node._replace(roots=self._roots(objective.call))
        # What is only likely to be an objective is nothing to stop a commit for.
        return node._replace(confidence="medium") if objective.heard and node.confidence == "high" else node

    def step_node(self, index: int, step: NextStep) -> Node:
        """Return the node of a next step."""
        values = self._read_values(step.passage, step.reading, step.call, step.owner.raw)
        values |= {
            "has_due": step.due.present,
            "side": step.side,
            "owned": step.owner.present,
            "done": step.done,
            "overdue": not step.done and "" < step.due.value < self._as_of,
        }
        fields: dict[str, Field] = {"owner": step.owner, "due": step.due}
        extra = {name: Spot(field.raw, field.span) for name, field in fields.items() if field.span}
        later = {**self._chained.of_step(step), **self._told(step.call), "stages_ahead": self._ahead(step.reading)}
        return self._read_node("next_step", index, step.span, step.reading, Later(values, later), extra)

    def outcome_node(self, index: int, outcome: Outcome) -> Node:
        """Return the node of an outcome."""
        values = self._read_values(outcome.passage, outcome.reading, outcome.call)
        values |= {"has_due": False, "label": outcome.label}
        later = {**self._chained.of_outcome(outcome), **self._told(outcome.call)}
        later["stages_ahead"] = self._ahead(outcome.reading)
        node = self._read_node("outcome", index, outcome.span, outcome.reading, Later(values, later), {})
        return node._replace(roots=self._roots(outcome.call))

    def person_node(self, index: int, person: Person) -> Node:
        """Return the node of a person."""
        values = {**self._scene(person.name, None), "side": person.side, "has_role": bool(person.role)}
        passage = whole_passage(person.name, person.span)
        return self._place("person", index, passage, person.span, Later(values, self._told(-1)), {})

    def _roots(self, number: int) -> tuple[Span, ...]:
        """Return where the file tells of the call to which a line belongs: whether it lies ahead depends on it."""
        call = self._call(number)
        return tuple(span for span in (call.span, call.date.span) if span) if call else ()

    def _ahead(self, reading: Reading) -> Thunk:
        return lambda: _steps_between(reading.stage.value, self._stage)

    def _read_values(self, passage: Passage, reading: Reading, call: int, owner: str = "") -> dict[str, Value]:
        values: dict[str, Value] = {**self._scene(f"{owner} {passage.text}", self._call(call), reading)}
        for name, facet in reading.facets().items():
            values["commitment_stage" if name == "stage" else name] = facet.value
        values["upcoming"] = self._ledger.is_upcoming(call)
        values["length"] = len(passage.text.split())
        values["confidence"] = reading.confidence
        return values

    def _read_node(
        self, kind: str, index: int, span: Span, reading: Reading, values: Mapping[str, Value], extra: dict[str, Spot]
    ) -> Node:
        passage = reading.passage
        spots = {
            name: Spot(facet.text or passage.text[facet.span.start : facet.span.end], passage.source_span(facet.span))
            for name, facet in reading.facets().items()
            if facet.span and name != "stage"
        }
        node = self._place(kind, index, passage, span, values, {**spots, **extra})
        return node._replace(confidence=reading.confidence)

    def _place(
        self, kind: str, index: int, passage: Passage, span: Span, values: Mapping[str, Value], spots: dict[str, Spot]
    ) -> Node:
        spots = {"text": Spot(passage.text, span), **spots}
        written = self._view.account.text
        return Node(kind, f"{kind}:{index}", passage, span, values, spots, "high", self._plan, written=written)
