"""Which nodes are judged, and how severe a finding may be: the gate of docs/doctrine.md in one place."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.plan.model import Plan
from advancelint.rule import Node, Rule

READ_KINDS = ("objective", "next_step", "outcome")
_CHAIN, _PLAN = "chain", "plan"
_LISTED = "close"
_BY_CONFIDENCE = {
    "high": {"error": "error", "warning": "warning", "info": "info"},
    "medium": {"error": "warning", "warning": "warning", "info": "info"},
    "low": {"error": "info", "warning": "info", "info": "info"},
}


# What is judged by the words of a sentence, which can be read in the lexicon's language alone.
WORDING = ("specificity", "realism", "advance")


def can_read(rule: Rule, plan: Plan) -> bool:
    """Say whether the plan is in a language in which ``rule`` can judge it.

    Others know in which language they look for words; only what a reading tells, they cannot ask of another one.
    """
    wording = rule.card.family in WORDING or _is_of_sale(rule)
    return not plan.language or not (wording if rule.card.own else rule.card.reads)


def is_judged(node: Node) -> bool:
    """Say whether our own rules look at this node at all.

    Of objectives, only those of calls that are still to come: a past call can no longer be planned better, and its
    outcome is what counts. A placeholder is the call's finding (PL101), not the objective's. The plan's own objective
    is the sale itself, which need not be a client's step.
    """
    return node.kind != "objective" or (_is_of_a_call(node) and bool(node.values["upcoming"]))


def is_past(node: Node) -> bool:
    """Say whether this is the objective of a call that is over, at which no rule looks."""
    return node.kind == "objective" and _is_of_a_call(node) and not node.values["upcoming"]


def _is_of_a_call(node: Node) -> bool:
    return not node.values["placeholder"] and node.values["rank"] != "plan"


def looking(rules: Sequence[Rule], node: Node) -> Sequence[Rule]:
    """Return those of ``rules`` that look at ``node``: all where it is judged, and some at an objective of the sale.

    What a company wants said or left unsaid, it wants so of the sale as of a call. Of our own rules, those of plans
    look at such an objective.
    """
    if is_judged(node):
        return rules
    if node.values["rank"] != "plan" or node.values["placeholder"]:
        return ()
    return [rule for rule in rules if not rule.card.own or _is_of_sale(rule)]


def _is_of_sale(rule: Rule) -> bool:
    """Say whether a rule judges the words of objectives of the sale, as one of the family "plan" on objectives does."""
    return rule.card.family == _PLAN and rule.card.on == "objective"


def gated(rule: Rule, node: Node) -> str:
    """Return the severity of a finding of ``rule`` on ``node`` after everything that may lower it."""
    severity = _BY_CONFIDENCE[confidence_of(rule, node)][rule.severity(node)]
    if rule.card.structural and not node.plan.declared:
        return "info"  # an undeclared file may be half a plan by intention
    if node.values.get("rank") == "fallback" and severity == "error" and rule.card.own:
        return "warning"  # the gate stands on the primary objective
    return severity


def confidence_of(rule: Rule, node: Node) -> str:
    """Return how sure a finding of ``rule`` on ``node`` is.

    What the chain shows rests on dates and labels, and a close phrase is a listed one: how surely the rest of a
    line's wording was read does not touch them. Nor does it touch a rule of others that asks for nothing of it.
    """
    if not rule.card.own and not rule.card.reads:
        return "high"
    return "high" if rule.card.family == _CHAIN or rule.card.at == _LISTED else node.confidence


def is_blank(plan: Plan) -> bool:
    """Say whether a plan was recognised as one although nothing in it could be."""
    parts = (plan.objectives, plan.next_steps, plan.outcomes, plan.people)
    return not any(parts) and not plan.sales_objective.present and not any(call.date.present for call in plan.calls)
