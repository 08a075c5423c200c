"""Tells that several spellings are one person: "R. Taveira", "Herr Prell", "Wei Ling" for "Koh Wei Ling"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from advancelint.expressions import expression
from advancelint.plan.given import given
from advancelint.plan.material import Material
from advancelint.plan.model import Person
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import Span

# "Olga Brandt", "Olga O'Dea", "Nils P." where "Nils Persson" may follow elsewhere
_PAIR = expression(
    r"(?<![\w'’-])([^\W\d_a-zß-öø-ÿ][\w'’-]*)"
    r"(?= ((?:[^\W\d_a-zß-öø-ÿ]['’])?[^\W\d_a-zß-öø-ÿ][^\W\d_A-Z](?:[\w-]*[^\W\d_])?))"
)
_NO_SURNAME = (
    "company-word", "company-suffix", "role-word", "month", "weekday", "call-word", "not-an-owner", "kind",
    "place-word", "side", "encounter", "honorific",
)  # fmt: skip
_PAIR_OF, _MOST_OPEN = 2, 40
_POLITE, _MOST_CALLED = ("address", "title", "short"), 40
_MOST = 8  # names that more people share are nobody's own


def settled(people: tuple[Person, ...], material: Material) -> tuple[Person, ...]:
    """Return ``people``, each once and with the last name that the document of ``material`` gives them."""
    text, vocabulary = material.source.text, material.vocabulary
    whole = merged(completed(people, text, vocabulary), vocabulary)
    return (*(_as_called(one, text, vocabulary) for one in whole[:_MOST_OPEN]), *whole[_MOST_OPEN:])


def _as_called(one: Person, text: str, vocabulary: Vocabulary) -> Person:
    """Return "Renken" for "Herr Renken" where ``text`` leaves the title away more often than not.

    And always for "Hr. Renken": who writes the title short means little by it.
    """
    title, _, last = one.name.rpartition(" ")
    polite = (len(title) > _PAIR_OF or title in {"Mr", "Ms", "Fr", "Hr"}) and all(
        vocabulary.word("honorific", word) in _POLITE for word in title.split()
    )
    if not polite:  # "M. Terhorst" may be an initial
        return one
    short = all(vocabulary.word("honorific", word) == "short" for word in title.split())
    addressed = text.count(one.name)
    called = islice(re.finditer(rf"\b{re.escape(last)}\b", text), _MOST_CALLED)
    bare = sum(1 for _ in called) - addressed
    if bare < max(addressed, _PAIR_OF) and not short:
        return one
    return one._replace(name=last, span=one.span._replace(start=one.span.end - len(last)) if one.span else one.span)


def merged(people: Iterable[Person], vocabulary: Vocabulary) -> tuple[Person, ...]:
    """Return ``people``, each once: who goes by a part of one other's name, or by initials of it, is that other.

    What is said of either is said of both.
    """
    everybody = list(people)
    if len(everybody) < _PAIR_OF:
        return tuple(everybody)
    words = [_words(one.name, vocabulary) for one in everybody]
    bearers: dict[str, list[int]] = {}
    for index, name in enumerate(words):
        for word in set(name):
            bearers.setdefault(word, []).append(index)
    for index, name in enumerate(words):
        core = next((word for word in reversed(name) if len(word) > 1), "")
        near = bearers.get(core, [])[: _MOST + 1]
        if len(near) < _PAIR_OF:
            continue
        # "Mr Stuart" is no "Stuart Berg", but "Ms Teoh" is "Teoh Pei Fen"
        titled = len(name) == 1 and " " in everybody[index].name and name[0].title() in given()
        whole = [
            other
            for other in near
            if other != index
            and (
                _is_short_for(name, words[other], titled=titled)
                or (name == words[other] and (len(everybody[index].name), index) > (len(everybody[other].name), other))
            )  # "Dr. Ana Ruiz" is the "Ana Ruiz" of other lines
        ]
        if len(whole) == 1 and len(near) <= _MOST:
            _join(everybody, index, whole[0])
    return tuple(one for one in everybody if one.name)


def _join(everybody: list[Person], index: int, other: int) -> None:
    """Make one of two people, unless they are on two sides; the shorter name is taken out."""
    alias, whole = everybody[index], everybody[other]
    sides = {alias.side, whole.side} - {"unknown"}
    if len(sides) > 1 or not whole.name:
        return
    everybody[other] = whole._replace(
        side=next(iter(sides), "unknown"),
        role=whole.role or alias.role,
        organisation=whole.organisation or alias.organisation,
        wrote=whole.wrote or alias.wrote,
    )
    everybody[index] = alias._replace(name="")


def _words(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words of a name in lower case, without titles in front and dots behind."""
    words = name.casefold().replace(".", ". ").split()
    while len(words) > 1 and _is_title(words[0], vocabulary):
        words.pop(0)
    return tuple(word.strip(".,") for word in words if word.strip(".,"))


def _is_title(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word is a title; "m." may be an initial."""
    kind = vocabulary.word("honorific", word)
    return kind is not None and (len(word.rstrip(".")) > 1 or kind == "degree")


def _is_short_for(name: Sequence[str], whole: Sequence[str], *, titled: bool) -> bool:
    """Say whether ``name`` is the beginning or the end of ``whole``, or is it with initials for some of its words."""
    if len(name) < len(whole):
        return (not titled and whole[: len(name)] == name) or whole[-len(name) :] == name
    initials = [one for one, other in zip(name, whole, strict=False) if one != other]
    return (
        len(name) == len(whole) > len(initials) > 0
        and all(len(one) <= _PAIR_OF for one in initials)  # "Ph. Roussel"
        and all(other.startswith(one) for one, other in zip(name, whole, strict=True))
    )


def completed(people: tuple[Person, ...], text: str, vocabulary: Vocabulary) -> tuple[Person, ...]:
    """Return ``people`` with the last names that ``text`` has behind their first names, where it has but one."""
    open_ones = dict.fromkeys(one.name.partition(" ")[0] for one in people if _is_first_name(one.name))
    if not open_ones:
        return people
    found: dict[str, dict[str, int]] = {}
    for name in list(open_ones)[:_MOST_OPEN]:
        for place in _places(name, text):
            match = _PAIR.match(text, place)
            if match and _is_surname(match[2], vocabulary):
                found.setdefault(name, {}).setdefault(match[2], place)
    return tuple(_with_last(one, found) for one in people)


def _places(name: str, text: str) -> Iterator[int]:
    """Yield where ``name`` stands before a blank."""
    place = text.find(f"{name} ")
    while place >= 0:
        yield place
        place = text.find(f"{name} ", place + 1)


def _is_first_name(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return first.isalpha() and first[1:].islower() and len(rest.strip(".")) <= 1


def _with_last(one: Person, found: dict[str, dict[str, int]]) -> Person:
    first, _, rest = one.name.partition(" ")
    lasts = found.get(first, {}) if _is_first_name(one.name) else {}
    fitting = [last for last in lasts if last.startswith(rest.strip("."))]
    if len(fitting) != 1 or (len(lasts) > 1 and not rest):
        return one
    whole, start = f"{first} {fitting[0]}", lasts[fitting[0]]
    return one._replace(name=whole, span=Span(start, start + len(whole)))


def _is_surname(word: str, vocabulary: Vocabulary) -> bool:
    folded = word.casefold()
    listed = any(vocabulary.word(which, folded) is not None for which in _NO_SURNAME)
    return not listed and folded not in load("en").common
