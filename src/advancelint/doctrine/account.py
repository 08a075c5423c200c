"""What is known around a plan: the other files of its account, the profile, earlier close dates."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.plan.model import Plan
from advancelint.records import NamedTuple


class Sheet(NamedTuple):
    """A plan with the text it was read from."""

    plan: Plan
    text: str


class Account(NamedTuple):
    """A plan's surroundings. ``beside`` are the other files of the account in the order of their paths.

    ``text`` is the plan's own text ("" where there is none). ``close_dates`` are the ISO close dates that earlier
    versions of the file had, the oldest first, repetitions left out; empty where there is no history. ``stale_days``
    are a team's own limits, (stage id, days), instead of the ladder's.
    """

    text: str = ""
    beside: Sequence[Sheet] = ()
    profile: str = "default"
    close_dates: tuple[str, ...] = ()
    stale_days: tuple[tuple[str, int], ...] = ()


ALONE = Account()


def account_key(name: str) -> str:
    """Return what two spellings of one account's name have in common: its words in lower case, legal forms left out."""
    words = "".join(one if one.isalnum() else " " for one in name.casefold()).split()
    while len(words) > 1 and words[-1] in ("gmbh", "ag", "ltd", "inc", "llc", "plc", "bv", "ab", "sa", "group"):
        words.pop()
    return " ".join(words)


def same_account(one: Plan, other: Plan) -> bool:
    """Say whether two plans name the same account; a plan that names none belongs to nobody."""
    key = account_key(one.account.value)
    return bool(key) and key == account_key(other.account.value)


def sheets_of(plan: Plan, account: Account) -> tuple[Sheet, ...]:
    """Return the plan itself and the other files of the account, the plan first."""
    return (Sheet(plan, account.text), *account.beside)
