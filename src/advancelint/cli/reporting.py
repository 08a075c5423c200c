"""From the judgements of a run to the report that reporters get."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from advancelint.diagnostic import SEVERITIES, Diagnostic, Report, RuleNote, Summary

if TYPE_CHECKING:
    from advancelint.engine import Judgement
    from advancelint.rule import Rule


def report_of(judgements: Sequence[Judgement], rules: Iterable[Rule], as_of: str) -> Report:
    """Return the report on ``judgements`` by ``rules``, as of the ISO date ``as_of``."""
    found = sorted((one for judged in judgements for one in judged.diagnostics), key=lambda one: one.order)
    held = sorted((one for judged in judgements for one in judged.held), key=lambda one: one.order)
    failures = tuple(failure for judged in judgements for failure in judged.failures)
    return Report(tuple(found), _summary(judgements, found, as_of), _notes(rules), tuple(held), failures)


def _summary(judgements: Sequence[Judgement], diagnostics: Sequence[Diagnostic], as_of: str) -> Summary:
    infos, warnings, errors = (sum(item.severity == severity for item in diagnostics) for severity in SEVERITIES)
    return Summary(
        files=len(judgements),
        plans=sum(judged.status == "plan" for judged in judgements),
        passed_over=sum(judged.status == "passed-over" for judged in judgements),
        errors=errors,
        warnings=warnings,
        infos=infos,
        as_of=as_of,
        past_objectives=sum(judged.past_objectives for judged in judgements),
    )


def _notes(rules: Iterable[Rule]) -> tuple[RuleNote, ...]:
    """Return one note a rule; a rule whose severity differs between files has its gravest."""
    notes: dict[str, RuleNote] = {}
    for rule in rules:
        note = _note(rule)
        known = notes.get(note.code, note)
        notes[note.code] = max(known, note, key=lambda one: SEVERITIES.index(one.severity))
    return tuple(notes.values())


def _note(rule: Rule) -> RuleNote:
    from advancelint.cards import sketch

    card = rule.card
    gravest = max(card.severities, key=SEVERITIES.index)
    instead = sketch(card.instead)
    note = RuleNote(card.code, card.name, card.summary, card.family, gravest, card.why, instead, card.page, card.scope)
    return note._replace(former=tuple(old.word for old in card.replaces if old.is_code))
