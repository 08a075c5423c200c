"""Who owns a step is a person of the plan, even where no list of people has the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from advancelint.expressions import expression
from advancelint.plan import employers, monograms, owner_sides, persons
from advancelint.plan.cast import Cast
from advancelint.plan.given import given, is_first, is_only_a_name
from advancelint.plan.label_forms import normalise
from advancelint.plan.model import ACROSS, NextStep, Objective, Person
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Span

_FEW, _MOST, _PAIR = 3, 50, 2
_CAPITALISED = expression(r"(?<!\w)([^\W\d_a-zß-öø-ÿ][\w'’-]*)(?= ([^\W\d_a-zß-öø-ÿ][\w'’-]+))?")
_SHOWN_TO = expression(r"\bto (?:(?:Mrs?|Ms|Dr)\.? )?(?P<name>[^\W\d_a-zß-öø-ÿ][\w'’-]+)")
_NO_PERSON = ("company-word", "company-suffix", "not-an-owner", "role-word", "people-noun")


class _Written(NamedTuple):
    """The capitalised words of a text: where each stands, at most `_MOST` times, and which of them follow it."""

    places: dict[str, list[int]]
    behind: dict[str, set[str]]

    @classmethod
    def of(cls, text: str) -> _Written:
        """Look through ``text`` once, however many people it names."""
        places: dict[str, list[int]] = defaultdict(list)
        behind: dict[str, set[str]] = defaultdict(set)
        for match in _CAPITALISED.finditer(text):
            if len(places[match[1]]) < _MOST:
                places[match[1]].append(match.start())
            if match[2] and len(behind[match[1]]) < _MOST:
                behind[match[1]].add(match[2])
        return cls(places, behind)

    def span(self, name: str, text: str) -> Span:
        """Return where ``name`` stands first in ``text``, NOWHERE where it does not stand as a whole."""
        first = name.split()[0]
        for place in self.places.get(first.rstrip("."), []):
            if text.startswith(name, place):
                return Span(place, place + len(name))
        small = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name.islower() else None
        return Span(*small.span()) if small else NOWHERE

    def whole(self, name: str, vocabulary: Vocabulary) -> str:
        """Return "Maxime Oriol" for "Maxime" where the text says so and nobody else is called Maxime."""
        lasts = [last for last in self.behind.get(name, ()) if not _means_more(last.casefold(), vocabulary)]
        return f"{name} {lasts[0]}" if len(lasts) == 1 else name


def unlisted(
    steps: Iterable[NextStep], cast: Cast, vocabulary: Vocabulary, text: str, *, mutual: bool
) -> tuple[Person, ...]:
    """Return the people who own ``steps`` and whom ``cast`` does not know, each once, with the side of their steps.

    In a ``mutual`` plan initials that nobody explains are anybody's; elsewhere a team calls its own people so.

    A first name is completed where ``text``, the plan's, has it with one last name behind it and no other.
    """
    names = [
        (part, step.side, firm(step.owner.value, vocabulary)) for step in steps for part in named_in(step.owner.value)
    ]
    named = [one for one in names if is_person(one[0], cast, vocabulary)]
    if not named:
        return ()
    written = _Written.of(text)
    found: dict[str, Person] = {}
    for name, side, company in named:
        whole = name if " " in name else written.whole(name, vocabulary)
        span = written.span(whole, text)
        ours = not mutual and monograms.are_letters(name)
        told = side if side in ("client", "seller") else "seller" if ours else "unknown"
        old = found.get(whole.casefold())
        if old is None and span:
            found[whole.casefold()] = Person(whole, "", company, told, span)
        elif old is not None and old.side == "unknown":
            found[whole.casefold()] = old._replace(side=told)
    return tuple(found.values())


def named_in(owner: str) -> list[str]:
    """Return who is named in an owner's words: "Ana" and "Ben" of "Ana + Ben (lab)", "Ana Ruiz" of "Lab (Ana Ruiz)"."""
    led = owner_sides.led_by_firms(owner)
    if led and all(person.partition(" ")[0] in given() for _, person in led):
        return [person for _, person in led]  # "NM: Ana Ruiz, T: Ben Ito"
    inside = employers.person_inside(owner) or employers.person_behind(owner)
    return [inside] if inside else [part.strip(" @.,:;*") for part in owner_sides.AND.split(owner.partition("(")[0])]


def sided(
    strangers: Iterable[Person],
    steps: Sequence[NextStep],
    objectives: Iterable[Objective],
    others: Iterable[Person] = (),
) -> tuple[Person, ...]:
    """Return ``strangers``, of whom nothing is said, with the side of the steps that they own, where it is one.

    Who is to act in an objective is the client's, "Petra opens the gate log", and whom we show something: "to Petra".
    ``others`` may own a step with one of them, which then is of both sides; where they introduce the client's people,
    whoever is called by a name alone may be a colleague, and a goal tells nothing of them.
    """
    everybody, beside = tuple(strangers), tuple(others)
    told: dict[str, set[str]] = {}
    introduced = sum(one.side == "client" and " " in one.name and bool(one.role) for one in beside) >= _FEW
    for objective in () if introduced else objectives:
        told.setdefault(objective.passage.text.split(" ", 1)[0], set()).add("client")
        for shown in _SHOWN_TO.finditer(objective.passage.text) if _is_ours(objective) else ():
            told.setdefault(shown["name"], set()).add("client")
    for step in steps:
        for part in _parts(step) if step.side in ACROSS else ():
            told.setdefault(part, set()).add(step.side)
            told.setdefault(part.partition(" ")[2] or part, set()).add(step.side)  # "Mr D. Orre"
    found = [_sided(one, told) for one in everybody]
    known = {word: one.side for one in (*beside, *found) for word in one.name.split()}
    for step in steps:
        pair = _parts(step) if step.side == "both" else []
        for part, other in zip(pair, reversed(pair), strict=True) if len(pair) == _PAIR else ():
            side = ACROSS.get(known.get(other.split(" ")[-1], ""), "")  # "Ana, Ben" are both sides, and Ana is theirs
            told.setdefault(part, set()).update({side} - {""})
    return tuple(_sided(one, told) for one in found)


def _is_ours(objective: Objective) -> bool:
    """Say whether an objective is what we do: "Demo the scanner to Petra"."""
    reading = objective.reading
    return reading.construction.value == "imperative" and reading.client_action.value == "none"


def _parts(step: NextStep) -> list[str]:
    return named_in(step.owner.value)


def _sided(one: Person, told: Mapping[str, set[str]]) -> Person:
    sides = {side for word in (one.name, *one.name.split()) for side in told.get(word, ())}
    return one._replace(side=next(iter(sides))) if one.side == "unknown" and len(sides) == 1 else one


def agreed(steps: tuple[NextStep, ...], cast: Cast, vocabulary: Vocabulary) -> tuple[NextStep, ...]:
    """Return ``steps`` with the sides of their owners, where nothing but who the people of ``cast`` are tells them."""
    return tuple(
        step._replace(side=side_of(step.owner.value, cast, vocabulary))
        if step.side == "unknown" and step.owner.value
        else step
        for step in steps
    )


def side_of(owner: str, cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of the owner of a step, as `owner_sides.side_of` does, and of "Sven in legal" that of Sven."""
    side = owner_sides.side_of(owner, cast, vocabulary)
    return cast.side(owner.partition(" ")[0]) if side == "unknown" and len(named_in(owner)) == 1 else side


def may_be_known(owner: str, cast: Cast) -> bool:
    """Say whether one of those whom an owner's words name may be somebody in ``cast``."""
    return any(_may_be_known(name, cast) for name in named_in(owner))


def _may_be_known(name: str, cast: Cast) -> bool:
    """Say whether a name, or initials, are those of somebody in ``cast``, or of several people there."""
    bearers = (one for one in cast.people if " " in one)
    first, letters = f"{name.casefold()} ", name.casefold() if name.isupper() else " "
    return cast.knows(name) or any(
        one.startswith(first) or "".join(word[0] for word in one.split()) == letters for one in bearers
    )


def firm(owner: str, words: Vocabulary) -> str:
    """Return the company that somebody owns a step for: "Netlink" of "Colin (Netlink)"; "" for "Lab (Yusra)"."""
    bare, _, inner = owner.strip(" )").partition(" (")
    named = inner[:1].isupper() and inner[1:2].islower() and not persons.is_role(bare, words)
    return inner if named and inner.split()[0] not in given() and not persons.is_role(inner, words) else ""


def _means_more(word: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.word(which, word) is not None for which in (*_NO_PERSON, "weekday", "month", "call-word"))


def is_person(name: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether a name that ``cast`` does not know can be somebody's: "Marcy", no "Legal" and no company."""
    words = name.split()
    if (
        not words
        or len(words) > _FEW
        or _may_be_known(name, cast)
        or words[0].endswith(("'s", "’s"))
        or vocabulary.word("side", normalise(name)) is not None
    ):
        return False
    if len(words) == 1:
        called = (is_only_a_name(name) and name[0].isupper()) or monograms.are_letters(name)
        plain = called and not persons.is_role(name, vocabulary)
        return plain or (name.islower() and is_first(name))  # "rob: order the pump"
    folded = [word.casefold().strip(".") for word in words]
    barred = any(vocabulary.word(which, word) is not None for which in _NO_PERSON for word in folded)
    shaped = all(
        word[0].isupper() and word.replace(".", "").replace("-", "").replace("'", "").isalpha() for word in words
    )
    return shaped and not barred and persons.is_name(name, vocabulary) and not persons.is_role(name, vocabulary)
