"""From a file or a text to its judgement: read, understand, judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from advancelint.config import Settings
from advancelint.diagnostic import NOT_HELD, Diagnostic
from advancelint.doctrine.account import ALONE, Account
from advancelint.engine.diagnose import Found, as_written, diagnose
from advancelint.engine.gate import is_blank
from advancelint.engine.intake import Trouble, read_file
from advancelint.engine.judge import Judgement, failure_of, judge_plan
from advancelint.engine.keys import placed
from advancelint.engine.neighbours import Neighbours
from advancelint.git import Worktrees
from advancelint.markdown import Document, parse
from advancelint.nodes import trouble_node
from advancelint.plan import Known, Plan, Skimmed, build
from advancelint.rule import Finding, Rule
from advancelint.source import NOWHERE, Source, Span
from advancelint.suppress import IGNORED, Register, Suppressions, quieted, read


def judge_file(
    rules: Sequence[Rule],
    path: str,
    settings: Settings,
    neighbours: Neighbours | None = None,
    register: Register = IGNORED,
) -> Judgement:
    """Read and judge the file ``path``; nothing is raised for what the file holds.

    ``neighbours`` brings the other files of the account; without it a file is judged by itself. ``register`` holds the
    rules that suppressions can name; without it there are no suppressions.
    """
    return judge_input(rules, read_file(path), settings, neighbours, register)


def look_around(
    settings_of: Callable[[str], Settings], *, history: bool = True, worktrees: Worktrees | None = None
) -> Neighbours:
    """Return what looks around the plans of one run; without ``history`` git is not asked for earlier versions.

    ``settings_of`` gives the settings of a path; ``worktrees`` are those that the run knows already.
    """

    def understood(source: Source) -> Plan:
        return understand(source, settings_of(source.path))

    def skimmed(source: Source) -> Skimmed:
        return skim(source, settings_of(source.path))

    return Neighbours(understood, skimmed, history=history, worktrees=worktrees)


def judge_input(
    rules: Sequence[Rule],
    taken: Source | Trouble,
    settings: Settings,
    neighbours: Neighbours | None = None,
    register: Register = IGNORED,
) -> Judgement:
    """Judge what `intake` made of a file or of standard input, as `judge_file` does."""
    if isinstance(taken, Trouble):
        found = _trouble(rules, taken.kind, taken.source.path, taken.reason, taken.span)
        return Judgement(taken.source.path, "unread", taken.reason, _told(found, taken.source))
    if not taken.text.strip():
        found = _trouble(rules, "empty", taken.path, "there is nothing in it", NOWHERE)
        return Judgement(taken.path, "passed-over", "it is empty", _told(found, taken))
    taken = taken.with_line_feeds()
    try:
        quiet, written = read(taken, register, settings.as_of)
        plan = neighbours.plan_of(quiet) if neighbours else understand(quiet, settings)
        account = neighbours.around(plan) if neighbours and plan.is_plan else ALONE
    except Exception as error:  # noqa: BLE001 - one file that breaks the parser must not hide the others
        failure = failure_of(taken.path, "reading the plan", error)
        return Judgement(taken.path, "unread", "", (), (failure,))
    judged = _judge(rules, quiet, plan, settings, account, written)
    if quiet is taken:
        return judged
    shown, held = (as_written(ones, quiet, taken) for ones in (judged.diagnostics, judged.held))
    return judged._replace(diagnostics=shown, held=held)


def understand(source: Source, settings: Settings) -> Plan:
    """Return the plan that ``source`` holds, with what the settings know beforehand; suppressions are no part of it."""
    return build.understand(*_given(source, settings))


def skim(source: Source, settings: Settings) -> Skimmed:
    """Return the account and the close date of the plan that ``source`` holds, as `understand` tells them."""
    return build.skim(*_given(source, settings))


def _given(source: Source, settings: Settings) -> tuple[Source, Document, Known]:
    """Return what a plan is read from: the source without its suppressions, its Markdown, what config says before."""
    quiet = quieted(source)
    known = Known(
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
    return quiet, parse(quiet), known


def _judge(
    rules: Sequence[Rule], source: Source, plan: Plan, settings: Settings, account: Account, written: Suppressions
) -> Judgement:
    if not plan.is_plan:
        why = plan.passed_over[0].why if plan.passed_over else "nothing in it is said the way plans say it"
        return Judgement(source.path, "passed-over", why, ())
    troubles = [
        found
        for problem in plan.problems
        for found in _trouble(rules, problem.kind, source.path, problem.message, problem.span)
    ]
    if plan.declared and is_blank(plan):
        # Every structural rule would fire here; one diagnosis that says so is worth more than four.
        reason = "no call, objective, next step or outcome could be recognised"
        troubles += _trouble(rules, "not-understood", source.path, reason, NOWHERE)
        rules = [rule for rule in rules if rule.card.trouble]
    judged = judge_plan(rules, source, plan, settings, account, written=written, troubles=troubles)
    # Keys are counted over all, so that holding one changes none of the others.
    keyed = placed(_sorted((*judged.diagnostics, *judged.held)), plan.headings)
    return judged._replace(
        diagnostics=tuple(one for one in keyed if one.held == NOT_HELD),
        held=tuple(one for one in keyed if one.held != NOT_HELD),
    )


def _trouble(rules: Sequence[Rule], kind: str, path: str, reason: str, span: Span) -> Iterator[Found]:
    node = trouble_node(path, reason, span)
    for rule in rules:
        if rule.card.trouble == kind:
            yield Found(rule, node, Finding(span, {}), rule.severity(node))


def _told(found: Iterable[Found], source: Source) -> tuple[Diagnostic, ...]:
    return placed(tuple(diagnose(one, source) for one in found), ())


def _sorted(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))
