"""Cuts a line into verbs with their surroundings, and says of each whether it was done, is promised or is no claim."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache

from advancelint.doctrine.patterns import Clause, verb_forms, window
from advancelint.doctrine.words import Form, Word
from advancelint.records import NamedTuple
from advancelint.resources import folder, rows

_MODAL_REACH = 3
_LONG = 60_000
# A sentence without an end must not cost its square.
_REACH = 60


class Claim(NamedTuple):
    """A clause and what it claims: done, promised, denied or aside (a condition, a question, somebody's relative)."""

    clause: Clause
    status: str
    start: int


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    table = rows(os.path.join(folder("lexicon"), "en", "ladder-words.tsv"))
    return {name: frozenset(words.split()) for name, words in table}


def claims(
    words: Sequence[Word],
    places: Iterable[int],
    aliases: Mapping[str, tuple[str, ...]],
    ours: frozenset[str],
    nouns: Container[int],
) -> Iterator[Claim]:
    """Yield a claim for every form of a known verb that stands in ``words`` at one of ``places``.

    ``ours`` holds the seller's names in lower case; ``nouns`` the indices of words that are verbs by their form and
    nouns in this line, which are looked at with everything around them.
    """
    words = words[:_LONG]
    forms = verb_forms()
    for index in places:
        form = forms.get(words[index].text) if index < len(words) else None
        if form is None:
            continue
        first, last = _bounds(words, index)
        status = _status(words, index, form, first)
        if status != "aside":
            yield _claim(words, index, (first, last), status, form, aliases, ours, noun=index in nouns)


def _claim(
    words: Sequence[Word], index: int, bounds: tuple[int, int], status: str, form: Form,
    aliases: Mapping[str, tuple[str, ...]], ours: frozenset[str], *, noun: bool,
) -> Claim:  # fmt: skip
    first, last = bounds
    passive = noun or bool(form.past)
    before = words[first:index]
    subject = window(words, max(first, index - 14), index, aliases)
    behind = window(words, index + 1, last, aliases)
    near = _subject(before)
    by = [words[place + 1].text for place in range(index + 1, last - 1) if words[place].text == "by"]
    lists = _function_words()
    acting = {*near, *by}
    is_ours = not lists["ours"].isdisjoint(acting) or not ours.isdisjoint(acting)
    rival = not lists["rivals"].isdisjoint(acting)
    clause = Clause(form.bases, subject, behind, passive, is_ours)
    return Claim(clause, "aside" if rival else status, words[index].start)


def _bounds(words: Sequence[Word], index: int) -> tuple[int, int]:
    """Return where the clause around the verb at ``index`` begins and ends (exclusive)."""
    first = index
    while first > 0 and not words[first].opens and index - first < _REACH:
        first -= 1
    lists = _function_words()
    last = index + 1
    while last < min(len(words), index + _REACH) and not words[last].opens and words[last].text not in lists["hard"]:
        behind = words[last + 1].text if last + 1 < len(words) else ""
        # "edits and accepts the plan": two verbs with one object are one act.
        joined = words[last].text in lists["joins"] and behind in verb_forms() and last > index + 1
        listed = behind in lists["joins"]  # "objectives, measures and value" is a list of things
        if joined or (words[last].comma and not listed and _is_third_person(words[last].text)):
            break
        last += 1
    return first, last


def _is_third_person(word: str) -> bool:
    return word in verb_forms() and word.endswith("s") and not word.endswith("ss")


def _subject(before: Sequence[Word]) -> list[str]:
    """Return the words that stand as the subject: of "Petra met us and we sent" those behind the last join."""
    joins = _function_words()["joins"]
    start = max((place for place, word in enumerate(before) if word.text in joins), default=-1) + 1
    return [word.text for word in before[start:]] or [word.text for word in before]


def _status(words: Sequence[Word], index: int, form: Form, first: int) -> str:
    lists = _function_words()
    before = [word.text for word in words[first:index]]
    since = max((place for place, word in enumerate(before) if word in lists["joins"]), default=-1) + 1
    if not lists["denials"].isdisjoint(before) or any(
        word.text in lists["nothing"] for word in words[index + 1 : index + 3]
    ):
        return "denied"
    if _is_aside(words, index, first):
        return "aside"
    near = before[max(since, len(before) - _MODAL_REACH) :]
    if not lists["modals"].isdisjoint(near) or not lists["wishes"].isdisjoint(before[since:]):
        return "promised"
    return "done" if form.past else "promised"


def _is_aside(words: Sequence[Word], index: int, first: int) -> bool:
    """Say whether a subordinator stands before the verb in its sentence, with no comma or join to end its clause."""
    lists = _function_words()
    for place in range(index - 1, first - 1, -1):
        if words[place].text in lists["hard"] or words[place].text in lists["soft"]:
            return True
        if words[place + 1].comma and place + 1 < index:
            return False
    return False
