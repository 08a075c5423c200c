"""What the doctrine says of a plan, its calls, steps and outcomes, as fields of cards. Declared in `terms`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from advancelint.doctrine import chain, facts, maturity, parts
from advancelint.doctrine.days import days_between, working_days
from advancelint.doctrine.view import View
from advancelint.nodes.regions import Regions
from advancelint.nodes.values import Thunk
from advancelint.plan.model import Call, NextStep, Outcome
from advancelint.source import NOWHERE, Span


class ChainedFields:
    """The fields of one plan and of its calls, steps and outcomes, each worked out when it is asked for."""

    def __init__(self, view: View, regions: Regions) -> None:
        """Look at the plan that ``view`` is about."""
        self._view = view
        self._regions = regions

    def of_plan(self) -> Mapping[str, Thunk]:
        """Return the thunks of the plan's own fields."""
        view, plan = self._view, self._view.plan
        return {
            "home": lambda: view.is_home,
            "account_calls": lambda: len(view.entries),
            "account_upcoming": lambda: sum(bool(entry.objectives) or entry.number >= 0 for entry in view.upcoming),
            "known_client_people": lambda: chain.client_people(view.people, view.entries, view.plans),
            "stage_given": lambda: plan.stage.present,
            "stage_said": lambda: f"“{plan.stage.raw}”" if plan.stage.raw else "nothing is said of it",
            "stage_told": lambda: view.stage,
            "objective_told": lambda: any(one.sales_objective.value for one in view.plans),
            "lacks": lambda: " and ".join(self._lacking),
            "lacking": lambda: len(self._lacking),
            "has_buying_process": lambda: maturity.has_buying_process(view),
            "gain_told": lambda: facts.tells_gain(plan.sales_objective),
            "win_words": lambda: facts.win_is_ours(plan.client_win),
            "open_seller_steps": lambda: sum(step.side == "seller" and not step.done for step in plan.next_steps),
            "open_unowned_steps": lambda: sum(step.side == "unknown" and not step.done for step in plan.next_steps),
            "paused": lambda: facts.paused_until(view.account.text) > view.as_of,
            "continuations": lambda: view.continuations,
            "last_outcome_here": lambda: self._last_outcome() is not None,
            "days_of_rest": lambda: self._rest,
            "day_limit": lambda: self._limit,
            "stale": lambda: self._rest > self._limit,
            "close_passed": lambda: facts.days_over(plan.close_date.value, view.as_of),
            "close_moves": lambda: self._moves,
            "amount": lambda: self._amount[0],
            "currency": lambda: self._amount[1],
            "economic_buyer": self.has_buyer,
            "acting_people": lambda: self._acting[0],
            "people_needed": lambda: chain.people_needed(view.stage),
            "single_threaded": lambda: chain.is_single_threaded(view.stage, *self._acting),
            "stage_evidence": lambda: chain.evidence_of(
                view.stage, view.record, view.ladder, understood=view.understood
            ),
            "stage_before": self.stage_before,
            "evidence_wanted": self.evidence_wanted,
            "gap": lambda: chain.gap_before(view.stage, view.planned, view.record, view.ladder),
        }

    def of_call(self, index: int, call: Call) -> Mapping[str, Thunk]:
        """Return the thunks of a call's fields."""
        return {
            "when": lambda: facts.when_of(call.date.raw, call.date.value),
            "has_rationale": lambda: self._has_rationale(index),
            "cancelled": lambda: bool(parts.says(f"{call.title} {self._regions.of_call(index)[:600]}", "cancelled")),
            "unrecorded_days": lambda: self._unrecorded(call),
        }

    def of_step(self, step: NextStep) -> Mapping[str, Thunk]:
        """Return the thunks of a next step's fields."""
        return {
            "overdue_days": lambda: 0 if step.done else facts.days_over(step.due.value, self._view.as_of),
            "ticks": lambda: any(one.done for one in self._view.plan.next_steps),
            "explained": lambda: bool(parts.says(step.passage.text, "explained")),
        }

    def of_outcome(self, outcome: Outcome) -> Mapping[str, Thunk]:
        """Return the thunks of an outcome's fields."""
        return {
            "only_warm": lambda: id(outcome) in self._view.warm,
            "warm_words": lambda: parts.says(outcome.passage.text, "warm"),
        }

    @cached_property
    def _amount(self) -> tuple[int, str]:
        """The deal's value and its currency."""
        from advancelint.doctrine import money  # here, since none of our own rules asks

        return money.amount_of(self._view.account.text, self._view.plan.sales_objective.raw)

    def place_of_amount(self) -> Span:
        """Return where the text states the deal's value, nowhere where it does not."""
        from advancelint.doctrine import money

        if self._amount == money.UNKNOWN:
            return NOWHERE
        return money.place_of_amount(self._view.account.text, self._view.plan.sales_objective.span)

    def has_buyer(self) -> bool:
        """Say whether a file of the account names the economic buyer."""
        from advancelint.doctrine import buyer

        return any(buyer.names_buyer(sheet.text, self._view.people) for sheet in self._view.sheets)

    @cached_property
    def _lacking(self) -> tuple[str, ...]:
        plan = self._view.plan
        if not plan.sales_objective.value:
            return ()
        return facts.lacking_in(plan.sales_objective, plan, self._view.people)

    @cached_property
    def _rest(self) -> int:
        view = self._view
        return chain.days_of_rest(view.entries, view.plans, view.warm, view.as_of)

    @property
    def _limit(self) -> int:
        if allowed := facts.days_allowed(self._view.account.text):
            return allowed
        if own := dict(self._view.account.stale_days).get(self._view.stage):
            return own
        stage = self._view.ladder.stages.get(self._view.stage)
        return stage.days if stage else max(one.days for one in self._view.ladder.stages.values())

    @property
    def _moves(self) -> int:
        """How often the close date moved to a later day, by the earlier versions of the file and by this one."""
        dates = [*self._view.account.close_dates, self._view.plan.close_date.value]
        known = [day for day in dates if day]
        return sum(later > earlier for earlier, later in pairwise(known))

    @cached_property
    def _acting(self) -> tuple[int, int]:
        return chain.acting_people(self._view.entries, self._view.plans)

    def stage_before(self) -> str:
        """Return the id of the stage before the plan's, "" where there is none."""
        stage = chain.stage_before(self._view.stage, self._view.ladder)
        return stage.id if stage else ""

    def evidence_wanted(self) -> str:
        """Return what would show that the stage before was passed, as a clause."""
        stage = chain.stage_before(self._view.stage, self._view.ladder)
        return self._view.ladder.acts[stage.exit[0]].done if stage else ""

    def _last_outcome(self) -> Outcome | None:
        told = [outcome for entry in self._view.entries if not entry.upcoming for outcome in entry.outcomes]
        return told[-1] if told and any(told[-1] is one for one in self._view.plan.outcomes) else None

    def last_outcome(self) -> Outcome | None:
        """Return the account's last outcome where it stands in the judged file, else None."""
        return self._last_outcome()

    def _has_rationale(self, index: int) -> bool:
        text = self._regions.of_call(index)
        # The words of another language are not in our lists.
        return bool(self._view.plan.language) or bool(parts.labelled(text, "why") or parts.labelled(text, "value"))

    def _unrecorded(self, call: Call) -> int:
        """Return the working days since a past call of which no file of the account tells the outcome; else 0."""
        view = self._view
        if not call.date.value or days_between(call.date.value, view.as_of) <= 0:
            return 0
        same_day = [entry for entry in view.entries if entry.day == call.date.value]
        told = any(entry.outcomes or entry.plan.kind == "notes" for entry in same_day)
        told = told or any(plan.kind == "notes" and one.date.value == call.date.value
                           for plan in view.plans for one in plan.calls)  # fmt: skip
        return 0 if told else working_days(call.date.value, view.as_of)
