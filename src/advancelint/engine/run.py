"""From a file or a text to its judgement: read, understand, judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic
from advancelint.doctrine.account import ALONE, Account
from advancelint.engine.diagnose import Found, diagnose
from advancelint.engine.gate import is_blank
from advancelint.engine.intake import Trouble, read_file
from advancelint.engine.judge import Judgement, failure_of, judge_plan
from advancelint.engine.keys import placed
from advancelint.engine.neighbours import Neighbours
from advancelint.git import Worktrees
from advancelint.nodes import trouble_node
from advancelint.plan.model import Plan
from advancelint.rule import Finding, Rule
from advancelint.source import NOWHERE, Source, Span


def judge_file(rules: Sequence[Rule], path: str, settings: Settings, neighbours: Neighbours | None = None) -> Judgement:
    """Read and judge the file ``path``; nothing is raised for what the file holds.

    ``neighbours`` brings the other files of the account; without it a file is judged by itself.
    """
    return judge_input(rules, read_file(path), settings, neighbours)


def look_around(
    settings_of: Callable[[str], Settings], *, history: bool = True, worktrees: Worktrees | None = None
) -> Neighbours:
    """Return what looks around the plans of one run; without ``history`` git is not asked for earlier versions.

    ``settings_of`` gives the settings of a path; ``worktrees`` are those that the run knows already.
    """

    def understood(source: Source) -> Plan:
        return understand(source, settings_of(source.path))

    return Neighbours(understood, history=history, worktrees=worktrees)


def judge_input(
    rules: Sequence[Rule], taken: Source | Trouble, settings: Settings, neighbours: Neighbours | None = None
) -> Judgement:
    """Judge what `intake` made of a file or of standard input, within its account where ``neighbours`` is given."""
    if isinstance(taken, Trouble):
        diagnostics = _trouble(rules, taken.kind, taken.source, taken.reason, taken.span)
        return Judgement(taken.source.path, "unread", taken.reason, placed(tuple(diagnostics), ()))
    if not taken.text.strip():
        diagnostics = _trouble(rules, "empty", taken, "there is nothing in it", NOWHERE)
        return Judgement(taken.path, "passed-over", "it is empty", placed(tuple(diagnostics), ()))
    try:
        plan = neighbours.plan_of(taken) if neighbours else understand(taken, settings)
        account = neighbours.around(plan) if neighbours and plan.is_plan else ALONE
    except Exception as error:  # noqa: BLE001 - one file that breaks the parser must not hide the others
        failure = failure_of(taken.path, "reading the plan", error)
        return Judgement(taken.path, "unread", "", (), (failure,))
    return _judge(rules, taken, plan, settings, account)


def understand(source: Source, settings: Settings) -> Plan:
    """Return the plan that ``source`` holds, with what the settings know beforehand."""
    # Here, since a file that cannot be read should not pay 34 ms for it.
    from advancelint import plan
    from advancelint.markdown import parse

    known = plan.Known(
        our_people=settings.our_people,
        our_company=settings.our_company,
        client_people=settings.client_people,
        kind=settings.kind,
        as_of=settings.as_of,
        date_order=settings.date_order,
        labels=settings.labels,
        stages=settings.stages,
        replaced=settings.replaced,
    )
    return plan.understand(source, parse(source), known)


def _judge(rules: Sequence[Rule], source: Source, plan: Plan, settings: Settings, account: Account) -> Judgement:
    if not plan.is_plan:
        why = plan.passed_over[0].why if plan.passed_over else "nothing in it is said the way plans say it"
        return Judgement(source.path, "passed-over", why, ())
    troubles = [
        diagnostic
        for problem in plan.problems
        for diagnostic in _trouble(rules, problem.kind, source, problem.message, problem.span)
    ]
    if plan.declared and is_blank(plan):
        # Every structural rule would fire here; one diagnosis that says so is worth more than four.
        reason = "no call, objective, next step or outcome could be recognised"
        troubles.extend(_trouble(rules, "not-understood", source, reason, NOWHERE))
        return Judgement(source.path, "plan", "", placed(_sorted(troubles), plan.headings))
    judged = judge_plan(rules, source, plan, settings, account)
    return judged._replace(diagnostics=placed(_sorted([*troubles, *judged.diagnostics]), plan.headings))


def _trouble(rules: Sequence[Rule], kind: str, source: Source, reason: str, span: Span) -> Iterator[Diagnostic]:
    node = trouble_node(source.path, reason, span)
    for rule in rules:
        if rule.card.trouble == kind:
            yield diagnose(Found(rule, node, Finding(span, {}), rule.severity(node)), source)


def _sorted(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))
