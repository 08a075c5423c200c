"""What can be counted in a plan, and which of its calls are still to come."""

from __future__ import annotations

from collections import Counter

from advancelint.doctrine.schedule import is_upcoming, recorded_in
from advancelint.plan.model import Plan
from advancelint.rule import Value


class Ledger:
    """Counts of one plan, made in one pass so that a plan of ten thousand calls costs no more than its length."""

    def __init__(self, plan: Plan, as_of: str) -> None:
        """Count ``plan``; ``as_of`` is the ISO date that counts as today."""
        self._plan = plan
        self._as_of = as_of
        self._outcomes = Counter(outcome.call for outcome in plan.outcomes)
        self._recorded = recorded_in(plan)
        self._stated: Counter[int] = Counter()
        self._placeholders: Counter[int] = Counter()
        self._fallbacks: Counter[int] = Counter()
        for objective in plan.objectives:
            if objective.rank == "plan":
                continue
            if objective.placeholder:
                self._placeholders[objective.call] += 1
            elif objective.rank == "fallback":
                self._fallbacks[objective.call] += 1
            else:
                self._stated[objective.call] += 1

    def is_upcoming(self, call: int) -> bool:
        """Say whether the call with index ``call`` (-1: the document as such) is still to come."""
        return is_upcoming(self._plan, call, self._as_of, self._recorded)

    def plan_fields(self) -> dict[str, Value]:
        """Return the fields that only a plan node has."""
        plan = self._plan
        upcoming = [index for index in range(len(plan.calls)) if self.is_upcoming(index)]
        open_steps = [step for step in plan.next_steps if not step.done]
        return {
            "calls": len(plan.calls),
            "upcoming_calls": len(upcoming),
            "upcoming_objectives": sum(self._stated[index] > 0 for index in upcoming),
            "objectives": sum(self._stated.values()),
            "fallbacks": sum(self._fallbacks.values()),
            "next_steps": len(plan.next_steps),
            "open_steps": len(open_steps),
            "open_client_steps": sum(step.side in ("client", "both") for step in open_steps),
            "outcomes": len(plan.outcomes),
            "people": len(plan.people),
            "client_people": sum(person.side == "client" for person in plan.people),
            "has_sales_objective": plan.sales_objective.present,
            "has_client_win": plan.client_win.present,
            "has_close_date": plan.close_date.present,
        }

    def call_fields(self, call: int) -> dict[str, Value]:
        """Return the fields that only a call node has."""
        return {
            "upcoming": self.is_upcoming(call),
            "dated": bool(self._plan.calls[call].date.value),
            "objectives": self._stated[call],
            "placeholders": self._placeholders[call],
            "fallbacks": self._fallbacks[call],
            "outcomes": self._outcomes[call],
        }
