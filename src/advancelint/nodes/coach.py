"""Whom a better line could begin with, and by when: names and dates from the plan itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from advancelint.expressions import expression
from advancelint.plan.model import Call, Person, Plan
from advancelint.reading import Reading
from advancelint.records import NamedTuple

NOBODY = "your contact"
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "madame", "sir"})
_WORD = expression(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# What to say where nothing is known of the stage, and a smaller one for a fallback.
_ANY_STAGE = ("sends the figures behind the problem", "names the colleague who has the figures")
_FOLLOW_UP = timedelta(days=7)


class Coach(NamedTuple):
    """The people of one plan: the first of the client's, each of them by the words of the name, and our names."""

    first: Person | None
    by_word: dict[str, Person]
    sellers: frozenset[str]

    @classmethod
    def of(cls, plan: Plan) -> Coach:
        """Collect the client people of ``plan`` in its own order."""
        people = [person for person in plan.people if person.apparent_side == "client" and person.name.strip()]
        by_word: dict[str, Person] = {}
        for person in people:
            for word in _names(person.name):
                by_word.setdefault(word, person)
        sellers = (word for person in plan.people if person.side == "seller" for word in _names(person.name))
        return cls(people[0] if people else None, by_word, frozenset(sellers))

    def client_for(self, text: str) -> Person | None:
        """Return the client person whom ``text`` names first, else the plan's first, else None."""
        for match in _WORD.finditer(text):
            # Names are capitalised in a line; "will" or "mark" in the middle of it is no person.
            if match.group()[0].isupper() and (person := self.by_word.get(match.group().lower())):
                return person
        return self.first


def _names(name: str) -> list[str]:
    words = [match.group().lower() for match in _WORD.finditer(name)]
    return [word for word in words if word not in _TITLES and len(word) > 1]


def short_name(name: str) -> str:
    """Return how colleagues would call ``name``: the first name, or title and last name ("Dr Amin").

    A possessive is no first name: "Tarnbrook's legal department" stays whole.
    """
    words = name.replace(",", " ").split()
    if not words:
        return NOBODY
    if words[0].rstrip(".").lower() in _TITLES and len(words) > 1:
        return f"{words[0]} {words[-1]}"
    return name if words[0].endswith(("'s", "’s")) else words[0]


def step_for(suggested: Sequence[str], turn: int, *, smaller: bool = False) -> str:
    """Return a client's step, to be put after a name: of those ``suggested`` the one whose turn it is, else any.

    ``turn`` counts the calls still to come, so that three weak calls of one plan do not get the same answer.
    """
    if not suggested:
        return _ANY_STAGE[1 if smaller else 0]
    # The smaller one stands beside the first, so it begins with another line where there is one.
    return suggested[(turn + smaller) % len(suggested)]


def deadline_for(reading: Reading | None, call: Call | None) -> str:
    """Return words for a deadline: the line's own firm one, else a week after a dated call, else a blank to fill in."""
    if reading is not None and reading.deadline.value in ("date", "event", "in-call"):
        words = reading.deadline.text
        # "until the holidays" says how long something lasts, and fits no other act.
        if words and not words.lower().startswith("until"):
            return words
    try:
        day = date.fromisoformat(call.date.value) + _FOLLOW_UP if call else None
    except (ValueError, OverflowError):
        day = None
    return f"by {day.day} {_MONTHS[day.month - 1]}" if day else "by <date>"


def client_words(coach: Coach, text: str, reading: Reading | None) -> tuple[str, str]:
    """Return the short and the full name of the client person that a better line could begin with."""
    person = coach.client_for(text)
    if reading is not None and not (person and _is_named(person, text)):
        named = reading.person.text.split(" (")[0].strip()
        words = {word.lower() for word in named.split()}
        if reading.person.value == "named" and named and not words & coach.sellers:
            return short_name(named), named
        if reading.person.value == "role" and reading.actor.value == "client" and named:
            return named, named
    return (short_name(person.name), person.name) if person else (NOBODY, NOBODY)


def _is_named(person: Person, text: str) -> bool:
    words = {match.group().lower() for match in _WORD.finditer(text)}
    return bool(words.intersection(_names(person.name)))
