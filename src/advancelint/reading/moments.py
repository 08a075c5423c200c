"""Recognises the times that are no dates: the call itself, events, our own short clauses, soft and vague words."""

from __future__ import annotations

from typing import NamedTuple

from advancelint.reading.dates import Clock, core, tail

_BEFORE = frozenset(("before", "after", "until", "till", "following", "once"))
_CALL_DETERMINERS = frozenset(("the", "this", "our", "that", "today's", "same"))
_BODIES = ("board", "committee", "council", "audit")
_LONGEST_EVENT = 8


class Time(NamedTuple):
    """A time expression over ``tokens[first:last]``; ``kind`` is date, event, in-call, fuzzy or vague."""

    first: int
    last: int
    kind: str


def in_call(clock: Clock, index: int) -> Time | None:
    """Match "during the call", "before the end of the meeting", "on the spot", "right after the visit"."""
    if clock.norm(index) not in ("in", "during", "on", "at", "before", "by", "after", "within"):
        return None
    after = index + 1
    if (
        clock.norm(after) == "the"
        and clock.norm(after + 1) in ("spot", "room", "table")
        and clock.norm(index) in ("on", "in", "at")
    ):
        return Time(index, after + 2, "in-call")
    if clock.norm(after) == "the" and clock.norm(after + 1) in ("end", "close") and clock.norm(after + 2) == "of":
        after += 3
    elif clock.norm(after) in ("end", "close") and clock.norm(after + 1) == "of":
        after += 2
    if clock.norm(after) not in _CALL_DETERMINERS and not (
        clock.norm(after) in ("call", "meeting", "visit") and after > index + 1
    ):
        return None
    head = after + (clock.norm(after) in _CALL_DETERMINERS)
    if clock.norm(head) in ("site", "plant", "first", "same", "intro", "discovery", "sales"):
        head += 1
    if not clock.is_a(head, "encounter") or (
        clock.norm(head) in ("review", "demo", "workshop") and clock.norm(after) == "the"
    ):
        return None
    first = index - (clock.norm(index - 1) in ("right", "straight", "directly", "immediately"))
    return Time(first, head + 1, "in-call")


def before_we(clock: Clock, index: int) -> Time | None:
    """Match "before we hang up", "while we're on the phone", "as soon as X": a short clause of ours as a moment."""
    norm = clock.norm(index)
    if norm in ("before", "while", "when") and clock.norm(index + 1) in ("we", "i", "they", "she", "he", "you"):
        kind = "in-call" if clock.norm(index + 1) in ("we", "i", "you") else "event"
        last = index + 2
        while last < len(clock.tokens) and last < index + 9 and clock.tokens[last].kind in ("word", "clitic", "number"):
            if clock.tokens[last].has("conjunction") or clock.tokens[last].has("subordinator"):
                break
            last += 1
        return Time(index, last, kind)
    return None


def event(clock: Clock, index: int) -> Time | None:
    """Match a preposition of time with an event: "before the board", "at go-live", "ahead of the 22 March review"."""
    norm = clock.norm(index)
    strong = norm in _BEFORE or (norm, clock.norm(index + 1)) in (("ahead", "of"), ("prior", "to"), ("upon", "the"))
    if not strong and norm not in ("at", "by"):
        return None
    start = index + 1 + (norm in ("ahead", "prior"))
    last, seen = _event_words(clock, start)
    if last == start or not (seen or strong):
        return None
    if not seen and core(clock, start + (clock.norm(start) == "the")) is not None:
        return None
    # "by the board" names who acts, "by the deadline" when.
    if norm == "by" and (not clock.is_a(last - 1, "event") or clock.norm(last - 1).startswith(_BODIES)):
        return None
    return Time(index, tail(clock, last), "event")


def _event_words(clock: Clock, start: int) -> tuple[int, bool]:
    """Return where the words of an event end (exclusive), and whether a known event is among them."""
    last, seen = start, False
    while last < min(len(clock.tokens), start + _LONGEST_EVENT) and not _ends_event(clock, start, last):
        known = clock.is_a(last, "event") or clock.is_a(last, "encounter")
        seen, last = seen or known, last + 1
        if known and clock.times.get(clock.norm(last)) is None:
            break
    return last, seen


def _ends_event(clock: Clock, start: int, at: int) -> bool:
    token = clock.tokens[at]
    if token.kind not in ("word", "number", "clitic") or token.has("preposition") or token.has("conjunction"):
        return True
    if at == start:
        return False
    verb = bool(token.codes) and "g" not in token.codes and not clock.times.get(token.norm) and not token.capital
    return verb or token.has("modal") or token.has("be") or token.has("relative")


def vague(clock: Clock, index: int) -> Time | None:
    """Match a soft time: "soon", "at some point", "in due course", "when ready"."""
    norm, after, third = clock.norm(index), clock.norm(index + 1), clock.norm(index + 2)
    if (norm, after, third) == ("as", "soon", "as") and clock.norm(index + 3) in (
        "possible",
        "practicable",
        "convenient",
    ):
        return Time(index, index + 4, "vague")
    if "vague" in clock.times.get(norm, "") and after != "than":
        return Time(index, index + 1, "vague")
    if norm == "at" and after == "some" and third in ("point", "stage", "time"):
        return Time(index, index + 3, "vague")
    if norm == "in" and (after, third) in (("due", "course"), ("the", "near"), ("the", "coming"), ("good", "time")):
        return Time(index, min(index + 3 + (third in ("near", "coming")), len(clock.tokens)), "vague")
    if (norm, after) in (
        ("going", "forward"),
        ("over", "time"),
        ("down", "the"),
        ("when", "ready"),
        ("when", "convenient"),
        ("once", "ready"),
        ("long", "term"),
    ):
        return Time(index, index + 2, "vague")
    return None
