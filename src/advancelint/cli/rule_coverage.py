"""``advancelint rule coverage``: what no example of a card exercises."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from advancelint.cli import exits
from advancelint.cli.rule_cards import as_json, opened
from advancelint.errors import AdvancelintError, CardError
from advancelint.report.neutral import leading, neutral
from advancelint.report.words import counted

if TYPE_CHECKING:
    from advancelint.cards.cutting import Part
    from advancelint.engine.coverage import Coverage, Covered

VERSION = 1
_LONGEST = 70
_NO_PARTS = "no parts to exercise"


def run(given: Mapping[str, Any]) -> int:
    """Measure the cards that were asked for, tell what is left out, and return the exit code."""
    from advancelint.catalog import load_rules
    from advancelint.engine.coverage import coverage_of

    opening = opened(given)
    own = load_rules()
    measured = [coverage_of(one.rule, one.fields, one.card, own) for one in opening.cards]
    text = given["form"] != "json"
    for line in _text(measured, quiet=given["quiet"]) if text else _json(measured, opening.errors):
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    errors = [*opening.errors, *_faults(measured)]
    for error in errors:
        exits.say_error(error)
    if any(one.broken for one in measured):
        return exits.INTERNAL
    if opening.errors:
        return exits.USAGE
    wanted = given["fail_under"] or 0
    if _percent(measured) < wanted:
        exits.say_line(f"{_percent(measured):.1f} % is below --fail-under {wanted:g}")
        return exits.FINDINGS
    return exits.CLEAN


def _faults(measured: Sequence[Coverage]) -> Iterator[AdvancelintError]:
    for one in measured:
        for trial in one.broken[:1]:
            message = f"{one.rule.code} failed on this example: {trial.fault}"
            yield CardError(message, path=one.rule.card.path, place=trial.example.place)


def _percent(measured: Sequence[Coverage]) -> float:
    total = sum(len(one.parts) for one in measured)
    return 100.0 * sum(one.covered for one in measured) / total if total else 100.0


def _text(measured: Sequence[Coverage], *, quiet: bool) -> Iterator[str]:
    for one in measured:
        missed = [part for part in one.parts if not part.covered]
        if missed or not quiet:
            parts = f"{one.covered} of {counted(len(one.parts), 'part')}" if one.parts else _NO_PARTS
            yield neutral(f"{one.rule.code} {one.rule.card.name}: {parts}")
        yield from (f"  {_missed(part)}" for part in missed)
    if not quiet:
        covered, total = sum(one.covered for one in measured), sum(len(one.parts) for one in measured)
        rules = counted(len(measured), "rule")
        exercised = f"{covered} of {counted(total, 'part')} exercised by examples ({_percent(measured):.0f} %)"
        yield f"{rules}, {exercised if total else _NO_PARTS}"


def _missed(one: Covered) -> str:
    place = one.part.place
    return f"{leading(one.path)}:{place.line}:{place.column}: {neutral(_words(one.part))}"


def _words(part: Part) -> str:
    """Return what a part is: its sort, its words, and the key under which it stands."""
    words = part.words if len(part.words) <= _LONGEST else f"{part.words[: _LONGEST - 1]}…"
    under = "" if part.kind in ("phrase", "line") else f" of {part.under}"
    return f"{part.kind} “{words}”{under}"


def _json(measured: Sequence[Coverage], errors: Sequence[AdvancelintError]) -> Iterator[str]:
    from advancelint.report.jsontext import write

    rules = [
        {
            "code": one.rule.code,
            "name": one.rule.card.name,
            "path": one.rule.card.path,
            "covered": one.covered,
            "total": len(one.parts),
            "missed": [_as_json(part) for part in one.parts if not part.covered],
        }
        for one in measured
    ]
    covered, total = sum(one.covered for one in measured), sum(len(one.parts) for one in measured)
    summary = {"rules": len(measured), "covered": covered, "total": total, "percent": round(_percent(measured), 1)}
    faults = [as_json(error) for error in (*errors, *_faults(measured))]
    yield write({"version": VERSION, "rules": rules, "errors": faults, "summary": summary}, indent=2)


def _as_json(one: Covered) -> dict[str, object]:
    return {
        "path": one.path,
        "line": one.part.place.line,
        "column": one.part.place.column,
        "kind": one.part.kind,
        "under": one.part.under,
        "words": one.part.words,
    }
