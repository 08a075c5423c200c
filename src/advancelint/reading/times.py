"""Finds the time expressions of a line and how far each reaches."""

from __future__ import annotations

from advancelint.reading.clock import Clock, tail
from advancelint.reading.dates import core
from advancelint.reading.encounters import in_call
from advancelint.reading.leads import lead
from advancelint.reading.lexicon import Lexicon
from advancelint.reading.moments import Time, clause, event, vague
from advancelint.reading.tokens import Token

_ORDER = ("date", "in-call", "event", "fuzzy", "vague")
_BACK_TO = frozenset(("right", "straight", "directly", "immediately", "shortly", "just", "well"))


def find(tokens: list[Token], lexicon: Lexicon) -> list[Time]:
    """Return the time expressions of ``tokens`` in order, none overlapping, whatever their role."""
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


def _worth_a_look(token: Token, openers: frozenset[str], times: dict[str, frozenset[str]]) -> bool:
    """Say whether a time may begin at a token; most words are passed over by this alone."""
    norm = token.norm
    if token.kind == "number" or norm in openers or norm in times or "-" in norm or token.has("determiner"):
        return True
    return norm[:1] in ("q", "h", "f") and norm[-1:].isdigit()


def _at(clock: Clock, index: int, floor: int) -> Time | None:
    time = _moment(clock, index) if clock.among(index, "time-openers") else None
    if time is not None:
        joined = _joined(clock, time._replace(first=_before_event(clock, time.first, floor)))
        return _dated(clock, time, joined)
    found = core(clock, index)
    if found is None:
        return _period(clock, index) or vague(clock, index)
    last, kind = found
    first = lead(clock, index, floor)
    if _is_past(clock, index, kind):
        return Time(index, last, kind, "period")
    owned = _possessive(clock, first, last)
    if owned is None or _attributive(clock, first, index, last):
        return Time(index, last, kind, "event")
    if first < index and (clock.is_a(owned, "event") or clock.is_a(owned, "encounter")):
        owned, kind = owned + 1, "event"  # "before Friday rounds", "by the 30/9 cut-off"
    return _joined(clock, Time(first, tail(clock, owned), kind))


def _period(clock: Clock, index: int) -> Time | None:
    """Match what lies behind: "last week", "the past 12 months"."""
    if clock.norm(index) not in ("last", "past", "previous"):
        return None
    counted = clock.is_number(index + 1) or clock.among(index + 1, "hours") or clock.among(index + 1, "loose-counts")
    unit = index + 1 + counted
    return Time(index, unit + 1, "fuzzy", "period") if clock.is_a(unit, "unit") else None


def _moment(clock: Clock, index: int) -> Time | None:
    last = in_call(clock, index)
    return clause(clock, index) or (Time(index, last, "in-call") if last else event(clock, index))


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


def _dated(clock: Clock, time: Time, joined: Time) -> Time:
    """Leave where it happens out of when: "at the committee *on the 20th*", "before the managers *on 3 October*"."""
    named = any(clock.is_a(i, "event") or clock.is_a(i, "encounter") for i in range(time.first, time.last))
    place = clock.norm(time.first) in ("at", "on", "in") or not named
    if joined.last == time.last or joined.kind != "date" or not place:
        return joined
    first = time.last + (clock.norm(time.last) == ",")
    return Time(first, joined.last, joined.kind)


def _before_event(clock: Clock, index: int, floor: int) -> int:
    """Take "right", "the day", "two weeks" before "after the visit" into the span."""
    first = index
    if first > floor and clock.norm(first - 1) in _BACK_TO:
        return first - 1
    if first - 1 > floor and clock.is_a(first - 1, "unit") and clock.norm(first) in ("before", "after", "ahead", "of"):
        count = clock.tokens[first - 2]
        if count.kind == "number" or count.has("determiner") or clock.among(first - 2, "hours"):
            return lead(clock, first - 2, floor)
    return first


def _is_past(clock: Clock, index: int, kind: str) -> bool:
    before = clock.norm(index - 1)
    if before in ("the", "a") and kind == "date":
        return False
    if before in ("every", "each"):
        return kind != "date" or not (clock.is_a(index, "weekday") or clock.is_a(index, "part"))
    return (clock.among(index - 1, "not-ahead") and (before != "of" or kind != "date")) or (
        before == "for" and kind != "date"
    )


def _attributive(clock: Clock, first: int, index: int, last: int) -> bool:
    """Say whether a date only describes a thing: "the Tuesday tour", "a wet Monday", "May figures"."""
    before, after = clock.norm(first - 1), last < len(clock.tokens) and clock.tokens[last]
    if first < index or clock.is_a(index, "week"):
        return False
    adjective = before not in clock.times and not clock.tokens[first - 1].classes and first > 1
    if adjective:
        before = clock.norm(first - 2)
    if before in ("a", "an", "one", "most") and clock.is_a(index, "weekday"):
        return True
    if not after or after.kind != "word" or after.classes or clock.is_a(last, "part"):
        return False
    noun = not after.codes or (after.codes == "b" or set(after.codes) <= set("bs"))
    described = first > 0 and clock.tokens[first - 1].kind in ("word", "clitic") and not after.capital
    return noun and described and "s" not in after.codes.replace("bs", "b")


def _possessive(clock: Clock, first: int, last: int) -> int | None:
    """Take the event that a date owns: "before Thursday's review"; None where the date only describes a thing."""
    if clock.norm(last) != "'s":
        return last
    led = clock.among(first, "owns-an-event")
    for head in range(last + 1, min(last + 5, len(clock.tokens))):
        if led and (clock.is_a(head, "encounter") or clock.is_a(head, "event")):
            return head + 1
    return None
