"""Tells whose owners a column holds by its head, in whichever words: "Owner (buyer)", "Our lead", "Who – Norwood"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from advancelint.expressions import expression
from advancelint.plan.vocabulary import NO_LABEL, Vocabulary

_BETWEEN = expression(r"[\s()/:–—,*?-]+")
_LIGHT = frozenset({"name", "side", "team", "the", "of", "for"})
_MOST = 5
_SIDES = ("client", "seller")


def sides(heads: Sequence[str], side_of: Callable[[str], str], vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the columns of the client's and of the seller's owners, in this order; () where there are not both.

    ``side_of`` says whose a company is, "" or "unknown" where nobody knows. Beside the client's column that of a
    company that nobody knows is ours, and the other way round.
    """
    found: dict[str, list[int]] = {}
    for index, head in enumerate(heads):
        if whose := _whose(head, vocabulary):
            stranger = "stranger" if whose[0][0].isupper() else ""
            found.setdefault(_side(whose, side_of, vocabulary) or stranger, []).append(index)
    told = [found.get(side, []) for side in _SIDES]
    both = [known or found.get("stranger", []) for known in told] if any(told) else told
    return tuple(one[0] for one in both) if all(len(one) == 1 for one in both) else ()


def side(head: str, side_of: Callable[[str], str], vocabulary: Vocabulary) -> str:
    """Return the side whose owners a column holds by its head, "" for none; ``side_of`` is that of `sides`."""
    whose = _whose(head, vocabulary)
    return _side(whose, side_of, vocabulary) if whose else ""


def _whose(head: str, vocabulary: Vocabulary) -> list[str]:
    """Return what a head says beside its word for an owner; [] for another head."""
    words = [word for word in _BETWEEN.split(head) if word]
    if not 1 < len(words) <= _MOST or not any(_is_owner(word, vocabulary) for word in words):
        return []
    return [word for word in words if not _is_owner(word, vocabulary) and word.casefold() not in _LIGHT]


def _is_owner(word: str, vocabulary: Vocabulary) -> bool:
    return "owner" in vocabulary.labels.get(word.casefold(), NO_LABEL).roles


def _side(whose: list[str], side_of: Callable[[str], str], vocabulary: Vocabulary) -> str:
    lists = vocabulary.words["side-word"], vocabulary.words["side"]
    told = {lists[0].get(word.casefold()) or lists[1].get(word.casefold()) for word in whose}
    if len(told) == 1 and told <= set(_SIDES):
        return str(told.pop())
    known = side_of(" ".join(whose))
    return known if known in _SIDES else ""
