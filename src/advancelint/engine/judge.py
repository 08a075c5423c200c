"""Runs rules over the nodes of one plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic, Failure
from advancelint.doctrine.account import ALONE, Account
from advancelint.doctrine.ladder import ladder
from advancelint.engine.diagnose import Found, diagnose, one_note, primary
from advancelint.engine.gate import READ_KINDS, can_read, gated, is_judged, is_past, looking
from advancelint.engine.grounds import NO_GROUNDS, grounds_of
from advancelint.engine.guard import checked_findings
from advancelint.engine.holding import Standing, complaints, is_on_suppressions, resting, sift, standings
from advancelint.errors import describe_fault
from advancelint.limits import FaultError, LateError, guarded
from advancelint.nodes import nodes_of
from advancelint.plan.model import Plan
from advancelint.records import NamedTuple
from advancelint.rule import Node, Rule
from advancelint.source import Source
from advancelint.suppress import NONE, Suppressions


class Judgement(NamedTuple):
    """What came of one file. ``status`` is plan, passed-over or unread; ``why`` says why a file was passed over.

    ``held`` are the diagnostics that do not count, ``standing`` the file's suppressions with what came of each.
    ``past_objectives`` counts those that no rule looked at, since their calls are over.
    """

    path: str
    status: str
    why: str
    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...] = ()
    held: tuple[Diagnostic, ...] = ()
    standing: tuple[Standing, ...] = ()
    past_objectives: int = 0

    def only(self, keeps: Callable[[Diagnostic], bool]) -> Judgement:
        """Return this judgement with the diagnostics, held or not, of which ``keeps`` says so."""
        return self._replace(diagnostics=tuple(filter(keeps, self.diagnostics)), held=tuple(filter(keeps, self.held)))


def judge_plan(
    rules: Sequence[Rule],
    source: Source,
    plan: Plan,
    settings: Settings,
    account: Account = ALONE,
    *,
    written: Suppressions = NONE,
    troubles: Sequence[Found] = (),
) -> Judgement:
    """Judge ``plan``, which was read from ``source``; diagnostics come sorted by place and code.

    ``account`` brings the other files of the plan's account and its history; profile and text are added here. Rules
    that the profile switches off take no part. ``written`` are the file's suppressions, already taken out of
    ``source``; ``troubles`` are findings about the input, which they hold as well.

    A rule that raises becomes a failure and the others go on.
    """
    failures: dict[str, Failure] = {}
    around = account._replace(text=source.text, profile=settings.profile, stale_days=settings.stale_days)
    off = ladder(settings.profile).off
    chosen = [rule for rule in rules if rule.code not in off and can_read(rule, plan)]
    sales = any(rule.card.on == "objective" and not rule.card.own for rule in chosen)
    nodes = list(nodes_of(plan, settings.as_of, around, sales=sales))
    found = _run(chosen, nodes, failures, source)
    kept, held, used = sift([*troubles, *found], written, source)
    diagnostics = list(_diagnostics(kept, source, declared=plan.declared))
    standing: tuple[Standing, ...] = ()
    if written.items:
        judged = frozenset(rule.code for rule in chosen if rule.code not in failures and not is_on_suppressions(rule))
        rest = resting([node for node in nodes if node.kind == "objective" and not is_judged(node)], written, source)
        diagnostics += complaints(chosen, written, used | rest, judged)
        standing = standings(written, used, rest, judged)
    ordered = (tuple(sorted(group, key=lambda item: item.order)) for group in (diagnostics, held))
    shown, hidden = ordered
    past = sum(is_past(node) for node in nodes)
    return Judgement(source.path, "plan", "", shown, tuple(failures.values()), hidden, standing, past)


def failure_of(path: str, step: str, error: Exception) -> Failure:
    """Return the failure of one step on one file."""
    return Failure(path, step, describe_fault(error))


def _run(rules: Sequence[Rule], nodes: Iterable[Node], failures: dict[str, Failure], source: Source) -> Iterator[Found]:
    by_kind: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_kind[rule.card.on].append(rule)
    for node in nodes:
        for rule in looking(by_kind[node.kind], node):
            if rule.code in failures:
                continue
            try:
                found = _findings(rule, node) if rule.card.own else guarded(_checked, rule, node, source)
            except FaultError as error:
                late = isinstance(error, LateError)
                failures[rule.code] = Failure(source.path, rule.code, str(error), rule.card.path, late)
            except Exception as error:  # noqa: BLE001 - whatever a rule raises, the other rules and files go on
                failures[rule.code] = failure_of(source.path, rule.code, error)
            else:
                yield from found


def _findings(rule: Rule, node: Node) -> list[Found]:
    findings = list(rule.find(node))
    grounds = grounds_of(rule, node) if findings else NO_GROUNDS
    return [
        Found(rule, node, one._replace(changes=rule.mend(node, one)), gated(rule, node), grounds) for one in findings
    ]


def _checked(rule: Rule, node: Node, source: Source) -> list[Found]:
    """Return the findings of a rule that is not ours, once they have proved to be what the others rely on."""
    checked = rule._replace(find=lambda seen: iter(checked_findings(rule.find(seen), source.text, rule)))
    return _findings(checked, node)


def _diagnostics(found: Sequence[Found], source: Source, *, declared: bool) -> Iterator[Diagnostic]:
    lines: dict[str, list[Found]] = defaultdict(list)
    parts: list[Found] = []
    for item in found:
        if item.rule.card.structural and not declared:
            parts.append(item)
        elif item.node.kind in READ_KINDS and item.rule.card.own:
            lines[item.node.identity].append(item)
        else:
            yield diagnose(item, source)
    if parts:
        yield one_note(parts, source)
    for group in lines.values():
        yield primary(group, source)
