"""The words of one comment: what it does, for which rules, why, until when and whose it is."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from advancelint.errors import closest
from advancelint.expressions import expression
from advancelint.source import Span
from advancelint.suppress.find import ADDRESS
from advancelint.suppress.model import Name, Register, Suppression

VERBS = {
    "disable-line": "line",
    "disable-next-line": "next-line",
    "disable": "block",
    "disable-file": "file",
    "enable": "enable",
}
_KEYS = ("reason", "until", "owner")
_VERB = expression(r"[\w-]*")
_WORD = expression(r"[^\s,;]+")
_KEY = expression(r"(?<![^\s,;])(reason|until|owner)[ \t]*:", re.IGNORECASE)
# A key that nobody knows in front of a date was meant to end the suppression: it must not hold for ever.
_DATED = expression(r"(?<![^\s,;])([\w-]+)[ \t]*:[ \t]*[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A comment that names more rules than this says nothing that anybody has looked at.
_MOST_NAMES = 200
_EXAMPLE = "advancelint-disable-next-line AD401 reason: …"


class _MalformedError(Exception):
    """What is wrong with a comment, on its way to the value that `parse` returns."""


def parse(text: str, span: Span, words: Span, register: Register, as_of: str) -> Suppression:
    """Return the suppression that the comment at ``span`` of ``text`` is; its words stand at ``words``.

    ``as_of`` is the ISO date that counts as today. Never raises: what is wrong goes into ``fault``.
    """
    address = ADDRESS.match(text, words.start)
    start = address.end() if address else words.start
    said = _VERB.match(text, start, words.end)
    verb = said[0].lower() if said else ""
    made = Suppression(VERBS.get(verb, "unknown"), span)
    try:
        if len(_names(text, Span(start + len(verb), words.end), register)) == _MOST_NAMES:
            raise _MalformedError(f"it names {_MOST_NAMES} rules or more; a comment takes less")
        if verb not in VERBS:
            meant = closest(verb, VERBS)
            raise _MalformedError(f"“{verb}” is nothing it can do" + (f"; did you mean “{meant}”?" if meant else ""))
        if address and not address[0].endswith("-"):
            raise _MalformedError(f"it is written with a hyphen, as in advancelint-{verb}")
        return _filled(made, text, Span(said.end() if said else start, words.end), register, as_of)
    except _MalformedError as fault:
        return made._replace(names=_names(text, Span(start + len(verb), words.end), register), fault=str(fault))


def _filled(made: Suppression, text: str, rest: Span, register: Register, as_of: str) -> Suppression:
    names = _names(text, rest, register)
    values = _values(text, rest)
    if made.kind == "enable":
        if not names:
            raise _MalformedError("it names no rule; name those that are to speak again")
        return made._replace(names=names)
    if not names:
        raise _MalformedError("it names no rule; name each one that is to be held, by code or name")
    if not any(char.isalnum() for char in values.get("reason", "")):
        odd = next((name.word for name in names if not name.code), "")
        raise _MalformedError(f"it gives no reason; write “{_EXAMPLE}”" + (f" before “{odd}”" if odd else ""))
    until = values.get("until", "")
    if "until" in values and not _is_day(until):
        raise _MalformedError(f"“{until}” is no date for “until:”; write year, month and day, as in 2026-09-01")
    for odd in _DATED.findall(values["reason"]):
        raise _MalformedError(f"it has no key “{odd}:”; a date stands behind “until:”")
    expired = bool(until) and bool(as_of) and until < as_of
    return made._replace(
        names=names, reason=values["reason"], until=until, owner=values.get("owner", ""), expired=expired
    )


def _names(text: str, rest: Span, register: Register) -> tuple[Name, ...]:
    key = _KEY.search(text, rest.start, rest.end)
    end = key.start() if key else rest.end
    return tuple(
        Name(word[0], Span(*word.span()), register.codes.get(word[0].lower(), ""))
        for word in islice(_WORD.finditer(text, rest.start, end), _MOST_NAMES)
    )


def _values(text: str, rest: Span) -> dict[str, str]:
    keys = list(_KEY.finditer(text, rest.start, rest.end))
    values: dict[str, str] = {}
    ends = [*(key.start() for key in keys[1:]), rest.end]
    for key, end in zip(keys, ends, strict=False):
        name = key[1].lower()
        if name in values:
            raise _MalformedError(f"“{name}:” stands in it twice")
        value = text[key.end() : end]
        values[name] = " ".join(value.replace("\\|", "|").split()).rstrip(",;")
    return values


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text if _ISO.fullmatch(text) else "")
    except ValueError:
        return False
    return True
