"""Recognises the times that are no dates: events, short clauses as moments, soft and vague words."""

from __future__ import annotations

from advancelint.reading.clock import Clock, tail
from advancelint.reading.dates import core
from advancelint.reading.tokens import Token
from advancelint.records import NamedTuple

_VAGUE_PAIRS = frozenset(
    (
        "going forward",
        "over time",
        "down the line",
        "down the road",
        "when ready",
        "when convenient",
        "once ready",
        "long term",
    )
)
_VAGUE_OPENERS = frozenset(pair.partition(" ")[0] for pair in _VAGUE_PAIRS)
_BODIES = ("board", "committee", "council", "audit")
_LONGEST_EVENT = 9
_LONGEST_CLAUSE = 14


class Time(NamedTuple):
    """A time expression over ``tokens[first:last]``; ``kind`` is date, event, in-call, fuzzy or vague.

    ``role`` is "due" where it can date an act, "event" where it dates a thing ("the Tuesday tour"), "period" where it
    says how far something reaches ("logs of last week").
    """

    first: int
    last: int
    kind: str
    role: str = "due"


def clause(clock: Clock, index: int) -> Time | None:
    """Match a short clause as a moment: "before we hang up", "once the pilot is done", "by the time he leaves"."""
    start = _opener(clock, index)
    if not start:
        return None
    first = clock.tokens[start] if start < len(clock.tokens) else None
    if first is None or (first.kind != "word" and first.kind != "number"):
        return None
    pronoun = _is_pronoun(first)
    gerund = start if first.codes == "g" and clock.norm(index) in ("before", "after", "while") else 0
    verb = gerund or (start + 1 if pronoun else _finite(clock, start))
    if not verb or verb >= len(clock.tokens):
        return None
    last = verb
    while last < min(len(clock.tokens), index + _LONGEST_CLAUSE):
        token = clock.tokens[last]
        begins = last > verb + 1 and (
            (token.capital and token.text != "I" and token.verb is None) or _is_pronoun(token)
        )
        new = begins and last + 1 < len(clock.tokens) and _verbal(clock, last + 1)
        if token.kind not in ("word", "clitic", "number") or (last > verb and token.has("conjunction")) or new:
            break
        last += 1
    ours = first.has("we") or first.has("you")
    return Time(index, last, "in-call" if ours else "event")


def _is_pronoun(token: Token) -> bool:
    return token.has("we") or token.has("they") or token.has("you") or token.norm == "it"


def _verbal(clock: Clock, index: int) -> bool:
    token = clock.tokens[index]
    return (
        bool(set(token.codes) & set("sp"))
        or token.norm.endswith("ed")
        or token.has("modal")
        or token.has("be")
        or token.kind == "clitic"
    )


def _opener(clock: Clock, index: int) -> int:
    """Return the index after "once", "as soon as", "by the time" …; 0 where no such words stand."""
    norm, after, third = clock.norm(index), clock.norm(index + 1), clock.norm(index + 2)
    if norm in ("before", "while", "once", "until", "till", "after"):
        return index + 1
    if norm == "as" and after == "we":
        return index + 1
    if norm == "when":
        return 0 if index == 0 or clock.among(index - 1, "asks-when") else index + 1
    if (norm, after, third) == ("as", "soon", "as"):
        return index + 3 if clock.norm(index + 3) not in ("possible", "practicable", "convenient") else 0
    return index + 3 if (norm, after, third) in (("by", "the", "time"), ("the", "moment", "the")) else 0


def _finite(clock: Clock, start: int) -> int:
    """Return the index of a finite verb behind a short subject that begins at ``start``, or 0."""
    for at in range(start + 1, min(start + 6, len(clock.tokens))):
        token, before = clock.tokens[at], clock.tokens[at - 1]
        if token.kind not in ("word", "clitic") or token.has("conjunction"):
            return 0
        if token.has("be") and token.norm not in ("be", "'s"):
            return at
        if before.norm == "even" and token.norm.endswith("s"):
            return at
        if token.has("modal") or token.norm in ("has", "have"):
            return at
        begins = token.has("determiner") or (token.capital and at > start + 1)
        if begins or (token.has("preposition") and token.norm != "of"):
            return 0
        noun = bool(clock.times.get(token.norm)) or clock.tokens[start].norm in clock.times
        named = before.capital and at - 1 > start
        plural = before.norm.endswith("s") and before.kind == "word" and not before.has("be")
        fits = set(token.codes) & set("sp") or ("b" in token.codes and plural)
        if fits and not noun and not token.capital and not named:
            return at
    return 0


def event(clock: Clock, index: int) -> Time | None:
    """Match a preposition of time with an event: "before the board", "at go-live", "ahead of the 22 March review"."""
    norm, after = clock.norm(index), clock.norm(index + 1)
    if norm == "after" and clock.norm(index - 1).startswith("look"):
        return None
    strong = clock.among(index, "before-an-event") or (norm, after) in (
        ("ahead", "of"),
        ("prior", "to"),
        ("upon", "the"),
    )
    if not strong and norm not in ("at", "by", "on", "in", "during", "over"):
        return None
    start = index + 1 + (norm in ("ahead", "prior"))
    last, seen = _event_words(clock, start)
    if last == start or not (seen or strong):
        return None
    if not seen and core(clock, start + (clock.norm(start) == "the")) is not None:
        return None
    if norm in ("on", "in") and not _next_event(clock, start, last):
        return None
    if not strong and _describes(clock, last):
        return None
    if norm in ("pre", "post") and not seen and not clock.tokens[start].capital:
        return None
    # "by the board" names who acts, "by the deadline" when.
    if norm == "by" and (not clock.is_a(last - 1, "event") or clock.norm(last - 1).startswith(_BODIES)):
        return None
    owned = core(clock, start)
    dated = owned is not None and owned[1] == "date" and clock.norm(owned[0]) == "'s"
    return Time(index, tail(clock, last), "date" if dated else "event")


def _describes(clock: Clock, index: int) -> bool:
    """Say whether a plain noun follows, so that the event before it only describes that ("at board level")."""
    if index >= len(clock.tokens):
        return False
    token = clock.tokens[index]
    return token.kind == "word" and not token.classes and not token.codes and not token.capital


def _next_event(clock: Clock, start: int, last: int) -> bool:
    """Say whether an event is one on the way ("in their next session"), not just a place or a matter."""
    return any(clock.norm(i) in ("next", "coming") for i in range(start, last))


def _event_words(clock: Clock, start: int) -> tuple[int, bool]:
    """Return where the words of an event end (exclusive), and whether a known event is among them."""
    last, seen = start, False
    while last < min(len(clock.tokens), start + _LONGEST_EVENT) and not _ends_event(clock, start, last):
        known = clock.is_a(last, "event") or clock.is_a(last, "encounter")
        seen, last = seen or known, last + 1
        follows = clock.times.get(clock.norm(last)) or clock.norm(last) == "'s" or _describes(clock, last)
        if known and not follows:
            break
    return last, seen


def _ends_event(clock: Clock, start: int, at: int) -> bool:
    token = clock.tokens[at]
    if token.kind not in ("word", "number", "clitic") or token.has("preposition") or token.has("conjunction"):
        return True
    if at == start:
        return False
    if at > start + 1 and clock.is_a(at, "near") and not clock.is_a(at, "nth"):
        return True
    if (
        at == start + 1
        and "b" in token.codes
        and (clock.tokens[start].has("determiner") or clock.tokens[start].has("our"))
    ):
        return False
    verb = bool(token.codes) and "g" not in token.codes and not clock.times.get(token.norm) and not token.capital
    return verb or token.has("modal") or (token.has("be") and token.norm != "'s") or token.has("relative")


def vague(clock: Clock, index: int) -> Time | None:
    """Match a soft time: "soon", "at some point", "in due course", "when ready"."""
    norm, after, third = clock.norm(index), clock.norm(index + 1), clock.norm(index + 2)
    if (norm, after, third) == ("as", "soon", "as"):
        return Time(index, index + 4, "vague")
    if "vague" in clock.times.get(norm, ()) and after != "than":
        return Time(index, index + 1, "vague")
    if norm == "at" and after == "some" and third in ("point", "stage", "time"):
        return Time(index, index + 3, "vague")
    if norm == "in" and (after, third) in (("due", "course"), ("the", "near"), ("the", "coming"), ("good", "time")):
        return Time(index, min(index + 3 + (third in ("near", "coming")), len(clock.tokens)), "vague")
    if norm not in _VAGUE_OPENERS:
        return None
    if f"{norm} {after} {third}" in _VAGUE_PAIRS:
        return Time(index, index + 3, "vague")
    return Time(index, index + 2, "vague") if f"{norm} {after}" in _VAGUE_PAIRS else None
