"""Finds the time expressions of a line and how far each reaches."""

from __future__ import annotations

from advancelint.reading.clock import Clock, tail
from advancelint.reading.dates import core
from advancelint.reading.lexicon import Lexicon
from advancelint.reading.moments import Time, clause, event, in_call, vague
from advancelint.reading.tokens import Token

_ORDER = ("date", "in-call", "event", "fuzzy", "vague")
_BACK_TO = frozenset(("right", "straight", "directly", "immediately", "shortly", "just", "well"))


def find(tokens: list[Token], lexicon: Lexicon) -> list[Time]:
    """Return the time expressions of ``tokens`` in order, none overlapping."""
    clock = Clock(tokens, [token.norm for token in tokens], lexicon.times, lexicon.groups)
    openers = lexicon.groups["time-openers"]
    found: list[Time] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        time = _at(clock, index, found[-1].last if found else 0) if _worth_a_look(token, openers, clock.times) else None
        if time is None:
            index += 1
        else:
            found.append(time)
            index = time.last
    return found


def _worth_a_look(token: Token, openers: frozenset[str], times: dict[str, str]) -> bool:
    """Say whether a time may begin at a token; most words are passed over by this alone."""
    norm = token.norm
    if token.kind == "number" or norm in openers or norm in times or "-" in norm or token.has("determiner"):
        return True
    return norm[:1] in ("q", "h", "f") and norm[-1:].isdigit()


def _at(clock: Clock, index: int, floor: int) -> Time | None:
    time = in_call(clock, index) or clause(clock, index) or event(clock, index)
    if time is not None:
        return _joined(clock, time._replace(first=_before_event(clock, time.first, floor)))
    found = core(clock, index)
    if found is None:
        return vague(clock, index)
    last, kind = found
    first = _lead(clock, index, floor)
    if _is_past(clock, index, kind) or _attributive(clock, first, index, last):
        return None
    owned = _possessive(clock, first, last)
    if owned is None:
        return None
    return _joined(clock, Time(first, tail(clock, owned), kind))


def _joined(clock: Clock, time: Time) -> Time:
    """Take in the times that follow at once: "by noon" + "on 3 May", "before sowing" + ", wk 14"."""
    for _ in range(3):
        at = time.last
        comma = clock.norm(at) == ","
        at += comma
        linked = clock.norm(at) in ("on", "in", "of", "at")
        at += linked
        at += clock.norm(at) in ("the", "this")
        found = core(clock, at)
        if found is None or (comma and time.kind == "date" and not clock.is_a(time.last - 1, "weekday")):
            break
        if _attributive(clock, at, at, found[0]) or clock.norm(found[0]) == "'s":
            break
        kind = min(time.kind, found[1], key=_ORDER.index)
        time = Time(time.first, tail(clock, found[0]), kind)
    return time


def _before_event(clock: Clock, index: int, floor: int) -> int:
    """Take "right", "the day", "two weeks" before "after the visit" into the span."""
    first = index
    if first > floor and clock.norm(first - 1) in _BACK_TO:
        return first - 1
    if first - 1 > floor and clock.is_a(first - 1, "unit") and clock.norm(first) in ("before", "after", "ahead", "of"):
        count = clock.tokens[first - 2]
        if count.kind == "number" or count.has("determiner") or clock.among(first - 2, "hours"):
            return _lead(clock, first - 2, floor)
    return first


def _is_past(clock: Clock, index: int, kind: str) -> bool:
    before = clock.norm(index - 1)
    if before in ("the", "a") and kind == "date":
        return False
    return (clock.among(index - 1, "not-ahead") and (before != "of" or kind != "date")) or (
        before == "for" and kind != "date"
    )


def _attributive(clock: Clock, first: int, index: int, last: int) -> bool:
    """Say whether a date only describes a thing: "the Tuesday tour", "a wet Monday", "May figures"."""
    before, after = clock.norm(first - 1), last < len(clock.tokens) and clock.tokens[last]
    if first < index or clock.is_a(index, "week"):
        return False
    if before in ("a", "an", "one", "every", "each", "most") and clock.is_a(index, "weekday"):
        return True
    if not after or after.kind != "word" or after.classes or clock.is_a(last, "part"):
        return False
    noun = not after.codes or (after.codes == "b" or set(after.codes) <= set("bs"))
    described = first > 0 and clock.tokens[first - 1].kind in ("word", "clitic") and not after.capital
    return noun and described and "s" not in after.codes.replace("bs", "b")


def _lead(clock: Clock, index: int, floor: int) -> int:
    """Take the preposition before a core into its span."""
    first = index
    while first > floor and clock.among(first - 1, "before-a-core"):
        first -= 1
    if first > floor and clock.among(first - 1, "time-leads"):
        first -= 1
        if clock.norm(first) == "than":
            while first > floor and clock.norm(first - 1) in ("no", "not", "later"):
                first -= 1
        elif clock.norm(first) == "of" or (clock.norm(first) == "to" and clock.norm(first - 1) != "up"):
            ahead = clock.norm(first) == "of" and clock.norm(first - 1) == "ahead"
            return first - 1 if ahead else index
        elif clock.norm(first) == "to":
            first -= 1
        elif clock.norm(first) == "before" and first - 2 >= floor and clock.norm(first - 1) == "or":
            first -= 2
        return first
    if first > floor and clock.tokens[index].kind != "number" and clock.norm(first) == "the":
        return index
    bare_ordinal = clock.tokens[index].kind == "number" and clock.norm(index - 1) == "the"
    return first if bare_ordinal else index


def _possessive(clock: Clock, first: int, last: int) -> int | None:
    """Take the event that a date owns: "before Thursday's review"; None where the date only describes a thing."""
    if clock.norm(last) != "'s":
        return last
    led = clock.among(first, "owns-an-event")
    for head in range(last + 1, min(last + 5, len(clock.tokens))):
        if led and (clock.is_a(head, "encounter") or clock.is_a(head, "event")):
            return head + 1
    return None
