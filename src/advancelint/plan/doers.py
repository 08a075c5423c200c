"""Who owns a step is a person of the plan, even where no list of people has the name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advancelint.plan import owners, persons
from advancelint.plan.cast import Cast
from advancelint.plan.model import NextStep, Person
from advancelint.plan.vocabulary import Vocabulary, normalise

_FEW = 3
_NO_PERSON = ("company-word", "company-suffix", "not-an-owner", "role-word", "people-noun")


def unlisted(steps: Iterable[NextStep], cast: Cast, vocabulary: Vocabulary, text: str) -> tuple[Person, ...]:
    """Return the people who own ``steps`` and whom ``cast`` does not know, each once, with the side of their steps.

    A first name is completed where ``text``, the plan's, has it once with one last name behind it.
    """
    found: dict[str, Person] = {}
    for step in steps:
        for name in owners.AND.split(step.owner.value.partition("(")[0]):
            bare = name.strip(" @.,:;*")
            if not _is_person(bare, cast, vocabulary):
                continue
            bare = _whole(bare, text, vocabulary)
            old = found.get(bare.casefold())
            side = step.side if step.side in ("client", "seller") else "unknown"
            if old is None:
                found[bare.casefold()] = Person(bare, "", "", side, step.owner.span)
            elif old.side == "unknown":
                found[bare.casefold()] = old._replace(side=side)
    return tuple(found.values())


def _whole(name: str, text: str, vocabulary: Vocabulary) -> str:
    """Return "Maxime Oriol" for "Maxime" where the text says so somewhere and nobody else is called Maxime."""
    if " " in name:
        return name
    behind = {match[1] for match in re.finditer(rf"(?<!\w){re.escape(name)} ([^\W\d_a-z][\w'’-]+)", text)}
    lasts = [last for last in sorted(behind) if not _means_more(last.casefold(), vocabulary)]
    return f"{name} {lasts[0]}" if len(lasts) == 1 else name


def _means_more(word: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.word(which, word) is not None for which in (*_NO_PERSON, "weekday", "month", "call-word"))


def _is_person(name: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    words = name.split()
    if not words or len(words) > _FEW or cast.knows(name) or vocabulary.word("side", normalise(name)) is not None:
        return False
    if len(words) == 1:
        return owners.is_only_a_name(name) and name[0].isupper() and not persons.is_role(name, vocabulary)
    folded = [word.casefold().strip(".") for word in words]
    barred = any(vocabulary.word(which, word) is not None for which in _NO_PERSON for word in folded)
    shaped = all(
        word[0].isupper() and word.replace(".", "").replace("-", "").replace("'", "").isalpha() for word in words
    )
    return shaped and not barred and persons.is_name(name, vocabulary) and not persons.is_role(name, vocabulary)
