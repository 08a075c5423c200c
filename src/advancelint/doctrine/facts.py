"""What the plan itself states: its sales objective, how the client buys, whose win it names, whether it rests."""

from __future__ import annotations

import re

from advancelint.doctrine import parts
from advancelint.doctrine.account import account_key
from advancelint.doctrine.days import days_between, first_day, names_week, parsed
from advancelint.doctrine.people import names_in
from advancelint.doctrine.words import word_set
from advancelint.expressions import expression
from advancelint.plan.model import Field, Person, Plan

_AMOUNT = expression(r"\d")
_WHEN = expression(
    r"\b(?:by|before|until|in|on|from|this|next|end of|bis)\b[^,;]{0,200}?(?:\b20\d\d\b|\bq[1-4]\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|"
    r"\b(?:spring|summer|autumn|fall|winter|christmas|year|quarter|month|fair)\b)",
    re.IGNORECASE,
)
# “from 9 % to 4 %”, “from 12 days to 3”.
_CHANGE = expression(
    r"\bfrom\s+(?P<before>\d+(?:[.,]\d+)?)(?:\s?(?:%|[^\W\d_]+(?:\s[^\W\d_]+){0,2}))?\s+"
    r"to\s+(?:under\s+|below\s+)?(?P<after>\d+(?:[.,]\d+)?)",
    re.IGNORECASE,
)
_DECIDING = r"\b(?:approves?|signs?|decides?|economic buyer|budget holder|decision.?maker)\b"
_DECIDES = expression(_DECIDING, re.IGNORECASE)
_DECIDES_IN_ROW = expression(rf"^\|?[^\n|]*\|[^\n]*{_DECIDING}", re.IGNORECASE | re.MULTILINE)
# Acts on record by which the client has told how it buys.
TELLING = frozenset(("share_decision_process", "map_paper_process", "name_signatory"))
_PAUSED_SHIFT = "1900-01-01"


def lacking_in(objective: Field, plan: Plan, people: tuple[Person, ...]) -> tuple[str, ...]:
    """Return which of three parts the sales objective lacks: for whom, how much, by when."""
    text = objective.raw
    words = word_set(text)
    lacking = []
    theirs = set(account_key(plan.account.value).split())
    theirs.update(word for person in people if person.side == "client" for word in names_in(person.name))
    bought_by_somebody = bool(
        re.match(r"\s*[^\W\d_]+[\w&' -]*?\s(?:buys?|orders?|signs?|takes?|renews?|extends?|moves?)\b", text)
    )
    if not words & theirs and not bought_by_somebody:
        lacking.append("for whom")
    dated = (
        bool(_WHEN.search(text))
        or first_day(text, plan.close_date.value or "2026-01-01") is not None
        or names_week(text)
    )
    bare = _without_days(text)
    if not _AMOUNT.search(bare):
        lacking.append("how much")
    if not dated and not plan.close_date.present:
        lacking.append("by when")
    return tuple(lacking)


def _without_days(text: str) -> str:
    day = first_day(text, "2026-01-01")
    bare = text.replace(day.words, " ") if day else text
    return re.sub(r"\b(?:20\d\d|[qQ][1-4])\b", " ", bare)


def has_buying_process(text: str, people: tuple[Person, ...]) -> bool:
    """Say whether ``text`` writes down how the client buys: under a label, or in somebody's role."""
    if any(_DECIDES.search(person.role) for person in people if person.side != "seller"):
        return True
    return bool(parts.labelled(text, "process") or _DECIDES_IN_ROW.search(text))


def win_is_ours(win: Field) -> str:
    """Return the words by which a client's win turns out to be ours, "" where it does not.

    A win that has a measure of the client's beside it is left alone.
    """
    found = parts.says(win.raw, "ours")
    return "" if not found or _AMOUNT.search(win.raw) else found


def tells_gain(objective: Field) -> bool:
    """Say whether a sales objective tells what gets better for the client.

    It does by a comparison or a purpose ("fewer stops", "so that"), and by a measure that falls: what rises may be our
    own sales.
    """
    change = _CHANGE.search(objective.raw)
    falls = change is not None and _number(change["after"]) < _number(change["before"])
    return falls or bool(parts.says(objective.raw, "gain"))


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def paused_until(text: str) -> str:
    """Return the ISO day until which the plan says that it rests, "" where it does not."""
    match = re.search(r"(?im)^[^\n]{0,40}\b(?:paused|on hold|resting)[ _-]until\b\W{0,5}(?P<day>[^\n]{3,40})", text)
    day = first_day(match["day"], _PAUSED_SHIFT) if match else None
    return day.iso if day else ""


def days_allowed(text: str) -> int:
    """Return the days that a plan allows its chain to rest by a line such as “stale-days: 90”, 0 without one."""
    match = re.search(r"(?im)^\W{0,6}stale[ _-]days\W{1,6}(?P<days>\d{1,4})\b", text)
    return int(match["days"]) if match else 0


def when_of(raw: str, iso: str) -> str:
    """Say how a call is dated: day, week or none."""
    if parsed(iso):
        return "day"
    return "week" if names_week(raw) else "none"


def days_over(day: str, as_of: str) -> int:
    """Return the days by which ``as_of`` lies behind ``day`` (ISO dates), 0 where it does not or one is unknown."""
    return max(0, days_between(day, as_of))
