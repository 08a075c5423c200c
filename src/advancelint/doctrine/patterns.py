"""Which act of the ladder a clause names: verb, objects and subject against ladder-patterns.tsv. Unsure is no match."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from advancelint.doctrine.words import Form, Word, forms_of, singular, verb_classes
from advancelint.records import NamedTuple
from advancelint.resources import folder, rows

_REACH = 14
NUMBER = "=number"
_GAP = 6
Phrase = tuple[tuple[str, bool], ...]  # words, each with whether a gap may stand before it


class Pattern(NamedTuple):
    """One row: the act it names, its verbs, its subject, the word groups it needs and those it must not have."""

    act: str
    verbs: frozenset[str]
    who: tuple[Phrase, ...]
    either: bool
    needs: tuple[tuple[Phrase, ...], ...]
    bars: tuple[Phrase, ...]


class Clause(NamedTuple):
    """A verb with what stands around it; words are singular forms. ``subject`` and ``behind`` are parts of them."""

    bases: frozenset[str]
    subject: tuple[str, ...]
    behind: tuple[str, ...]
    passive: bool
    ours: bool

    @property
    def around(self) -> tuple[str, ...]:
        """The words among which those of an act are looked for."""
        return (*self.subject, *self.behind) if self.passive else self.behind


def _phrase(written: str) -> Phrase:
    if written.startswith("="):  # a role behind a name, one word whatever its id holds
        return ((written, False),)
    found: list[tuple[str, bool]] = []
    for index, part in enumerate(written.split("~")):
        for place, word in enumerate(part.split("_")):
            found.append((singular(word), bool(index) and place == 0))
    return tuple(found)


def _phrases(cell: str) -> tuple[Phrase, ...]:
    if cell in ("-", "+"):
        return ()
    found: list[Phrase] = []
    for written in cell.split("/"):
        group = verb_classes()[written] if written.startswith("@") else (written,)
        found += [_phrase(word) for word in group]
    return tuple(found)


def _verbs(cell: str) -> frozenset[str]:
    found: set[str] = set()
    for word in cell.split():
        found.update(verb_classes()[word] if word.startswith("@") else (word,))
    return frozenset(found)


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns in the order of their file. Raises ResourceError for broken data."""
    table = rows(os.path.join(folder("lexicon"), "en", "ladder-patterns.tsv"))
    return tuple(
        Pattern(
            act, _verbs(verbs), _phrases(who), who == "+",
            () if needs == "-" else tuple(_phrases(group) for group in needs.split()), _phrases(bars),
        )
        for act, verbs, who, needs, bars in table
    )  # fmt: skip


@cache
def _by_verb() -> Mapping[str, Sequence[tuple[Pattern, tuple[frozenset[str], ...]]]]:
    """Return the patterns of each verb, with the first words of each group that they need."""
    found: dict[str, list[tuple[Pattern, tuple[frozenset[str], ...]]]] = {}
    for pattern in patterns():
        openers = tuple(frozenset(phrase[0][0] for phrase in group) for group in pattern.needs)
        for verb in pattern.verbs:
            found.setdefault(verb, []).append((pattern, openers))
    return found


@cache
def verb_forms() -> Mapping[str, Form]:
    """Return every form of every verb of the patterns with what it can be."""
    bases: dict[str, set[str]] = {}
    past: dict[str, set[str]] = {}
    for base in sorted({verb for pattern in patterns() for verb in pattern.verbs}):
        present_forms, past_forms = forms_of(base)
        for form in (*present_forms, *past_forms):
            bases.setdefault(form, set()).add(base)
        for form in past_forms:
            past.setdefault(form, set()).add(base)
    return {form: Form(frozenset(found), frozenset(past.get(form, ()))) for form, found in bases.items()}


def name_act(clause: Clause, known: Container[str]) -> str:
    """Return the id of the act, one of ``known``, that ``clause`` names; "" where none is, or two equally likely."""
    return best_of(scores_of(clause, known), known)


def scores_of(clause: Clause, known: Container[str]) -> Mapping[str, int]:
    """Return the ids of the acts, each one of ``known``, that ``clause`` may name, with how well each fits."""
    scores: dict[str, int] = {}
    around = clause.around
    there = frozenset(around)
    for base in clause.bases:
        for pattern, openers in _by_verb().get(base, ()):
            # Most patterns of a verb fail here: ask cheaply whether any word of each group is there at all.
            if pattern.act not in known or any(map(there.isdisjoint, openers)):
                continue
            if score := _score(pattern, clause, around):
                scores[pattern.act] = max(scores.get(pattern.act, 0), score)
    return scores


def may_name(bases: Iterable[str], there: AbstractSet[str]) -> bool:
    """Say whether a verb with one of ``bases`` may name an act among the words ``there``; a quick look."""
    return any(not any(map(there.isdisjoint, openers)) for base in bases for _, openers in _by_verb().get(base, ()))


def best_of(scores: Mapping[str, int], known: Container[str]) -> str:
    """Return the act of ``known`` that fits best of those in ``scores``; "" where none does, or two do equally well."""
    scores = {act: score for act, score in scores.items() if act in known}
    best = max(scores.values(), default=0)
    named = [act for act, score in scores.items() if score == best]
    return named[0] if len(named) == 1 else ""


def _score(pattern: Pattern, clause: Clause, around: Sequence[str]) -> int:
    if clause.ours and not pattern.either:
        return 0
    if pattern.who and not any(_stands(phrase, clause.subject) for phrase in pattern.who):
        return 0
    if any(_stands(phrase, around) for phrase in pattern.bars):
        return 0
    score = 1 + 10 * bool(pattern.who)
    for group in pattern.needs:
        lengths = [len(phrase) for phrase in group if _stands(phrase, around)]
        if not lengths:
            return 0
        score += 10 + max(lengths)
    return score


def _stands(phrase: Phrase, words: Sequence[str]) -> bool:
    return any(_from(phrase, words, start) for start in range(len(words)))


def _from(phrase: Phrase, words: Sequence[str], start: int) -> bool:
    if words[start] != phrase[0][0]:
        return False
    place = start
    for word, gap in phrase[1:]:
        ends = range(place + 1, min(place + (_GAP if gap else 1) + 1, len(words)))
        place = next((index for index in ends if words[index] == word), -1)
        if place < 0:
            return False
    return True


def window(words: Sequence[Word], first: int, last: int, aliases: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the singular forms of the words from ``first`` to ``last`` (exclusive), at most fourteen.

    ``aliases`` adds, behind somebody's name, what they are ("=economic_buyer"). Behind a number that
    is no day stands "=number".
    """
    return tuple(_expanded(words[max(first, 0) : min(last, max(first, 0) + _REACH)], aliases))


def _expanded(words: Sequence[Word], aliases: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    before_days, numbers = verb_classes()["@before_days"], verb_classes()["@numbers"]
    before = ""
    for word in words:
        text = word.text
        yield singular(text)
        if text in aliases:
            yield from aliases[text]
        if (text.isdigit() or text in numbers) and before not in before_days:
            yield NUMBER
        before = text
