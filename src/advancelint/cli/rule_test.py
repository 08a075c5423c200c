"""``advancelint rule test``: what came of the examples, and in plain words what to do where it is not what was said."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from advancelint.cli import exits
from advancelint.cli.rule_cards import as_json, opened
from advancelint.diagnostic import Frame
from advancelint.errors import AdvancelintError
from advancelint.records import NamedTuple
from advancelint.report.frame import framed
from advancelint.report.neutral import leading, neutral
from advancelint.report.words import counted
from advancelint.source import Source

if TYPE_CHECKING:
    from advancelint.engine.rehearse import Trial
    from advancelint.rule import Card

VERSION = 1
_FEW = 2
_SAID = {
    "silent": (
        "found nothing in this flagged example",
        "change the condition until it finds this, or drop the example",
    ),
    "elsewhere": ("found something else in this flagged example", "change “at” of the example, or “at” of the card"),
    "unfilled": ("has a sentence with a gap", "take another slot, or write the sentence without it"),
    "misfixed": ("makes something else of this example", "change “fixed” if that is right, or else the “fix”"),
    "spoke": ("found something in this clean example", "narrow the condition, or move the example to the flagged ones"),
    "broken": ("failed on this example", ""),
}


class _Tried(NamedTuple):
    """A trial with the reasons why it came out as it did."""

    trial: Trial
    reasons: tuple[str, ...]


def run(given: Mapping[str, Any]) -> int:
    """Try the examples of the cards that were asked for, tell what came of them, and return the exit code."""
    from advancelint.catalog import load_rules
    from advancelint.engine.reasons import reasons
    from advancelint.engine.rehearse import trials

    opening = opened(given)
    own = load_rules()
    tried = [
        _Tried(one, reasons(one, card.fields, card.card)) for card in opening.cards for one in trials(card.rule, own)
    ]
    cards = [card.rule.card for card in opening.cards]
    failed = [one for one in tried if not one.trial.passed]
    text = given["form"] != "json"
    for line in _text(failed) if text else _json(cards, tried, opening.errors):
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    if text and not given["quiet"]:
        for words in _warnings(cards, tried):
            exits.say_note(words)
        if cards:
            sys.stdout.write(f"{_summary(cards, tried)}\n")
    for error in opening.errors:
        exits.say_error(error)
    return _code(failed, opening.errors)


def _code(failed: Sequence[_Tried], errors: Sequence[AdvancelintError]) -> int:
    if any(one.trial.verdict == "broken" for one in failed):
        return exits.INTERNAL
    if errors:
        return exits.USAGE
    return exits.FINDINGS if failed else exits.CLEAN


def _warnings(cards: Sequence[Card], tried: Sequence[_Tried]) -> Iterator[str]:
    """Yield what is to be said of cards that show too little; cards about input need no examples."""
    for card in cards:
        for name, examples in (("flagged", card.flagged), ("clean", card.clean)):
            if len(examples) < _FEW and card.condition != "input":
                number = counted(len(examples), f"{name} example")
                yield f"{card.path}: {card.code} has {number}; two show more than one"
    for trial in (one.trial for one in tried):
        if trial.verdict == "passed" and not trial.nodes and trial.rule.card.measured:
            place = f"{trial.rule.card.path}:{trial.example.place.line}:{trial.example.place.column}"
            yield f"{place}: this clean example has nothing that {trial.rule.code} looks at, so it shows nothing"


def _summary(cards: Sequence[Card], tried: Sequence[_Tried]) -> str:
    wrong = sum(not one.trial.passed for one in tried)
    says = "the card says" if len(cards) == 1 else "the cards say"
    said = f"{wrong} not as {says}" if wrong else f"all as {says}"
    return f"{counted(len(cards), 'rule')}, {counted(len(tried), 'example')}, {said}"


def _text(failed: Sequence[_Tried]) -> Iterator[str]:
    for one in failed:
        trial = one.trial
        place = trial.example.place
        said, remedy = _SAID[trial.verdict]
        path = leading(trial.rule.card.path)
        yield f"{path}:{place.line}:{place.column}: {trial.rule.code} {said}"
        if trial.verdict in ("silent", "elsewhere") and (trial.example.at or trial.example.text):
            yield from _framed(*_expected(trial), "expected here")
        for found in trial.found if trial.verdict in ("elsewhere", "spoke", "unfilled") else ():
            yield from _framed(found.frame, found.start.line, f"found: {found.message}")
        if trial.verdict == "misfixed":
            yield from _difference(trial)
        for sentence in (*one.reasons, trial.fault, remedy):
            if sentence:
                yield f"  = {neutral(sentence)}"
        yield ""


def _framed(frame: Frame, line: int, note: str) -> Iterator[str]:
    gutter, shown, underline = framed(frame, line)
    if shown:
        yield f"{gutter} |"
        yield shown
        yield f"{underline} {neutral(note)}"
        yield f"{gutter} |"


def _expected(trial: Trial) -> tuple[Frame, int]:
    """Return the line in which the example says that something is underlined; its first line where it does not say."""
    example = trial.example
    source = Source.of("", example.plan or example.text)
    start = source.text.find(example.at)
    line = source.place(start).line
    span = source.line_span(line)
    end = start + len(example.at) if example.at else span.end
    return Frame(source.text[span.start : span.end], start - span.start, min(end, span.end) - span.start), line


def _difference(trial: Trial) -> Iterator[str]:
    """Yield what the fix makes of the example (+) where the card says something else (-)."""
    from difflib import unified_diff

    wanted, made = trial.example.fixed.splitlines(), trial.made.splitlines()
    for line in list(unified_diff(wanted, made, lineterm="", n=0))[2:]:
        if not line.startswith("@"):
            yield f"  {neutral(line[0])} {neutral(line[1:])}"


def _json(cards: Sequence[Card], tried: Sequence[_Tried], errors: Sequence[AdvancelintError]) -> Iterator[str]:
    from advancelint.report.jsontext import write

    rules = [
        {
            "code": card.code,
            "name": card.name,
            "path": card.path,
            "flagged": len(card.flagged),
            "clean": len(card.clean),
        }
        for card in cards
    ]
    yield write(
        {
            "version": VERSION,
            "rules": rules,
            "examples": [_as_json(one) for one in tried],
            "warnings": list(_warnings(cards, tried)),
            "errors": [as_json(error) for error in errors],
            "summary": {
                "rules": len(cards),
                "examples": len(tried),
                "failed": sum(not one.trial.passed for one in tried),
            },
        },
        indent=2,
    )


def _as_json(one: _Tried) -> dict[str, object]:
    trial = one.trial
    return {
        "code": trial.rule.code,
        "path": trial.rule.card.path,
        "line": trial.example.place.line,
        "column": trial.example.place.column,
        "kind": "flagged" if trial.flagged else "clean",
        "verdict": trial.verdict,
        "at": trial.example.at,
        "found": [
            {"line": found.start.line, "column": found.start.column, "message": found.message} for found in trial.found
        ],
        "reasons": list(one.reasons),
        "made": trial.made,
        "fault": trial.fault,
    }
