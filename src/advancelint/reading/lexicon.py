"""Loads the word lists of one language into dictionaries that the reading looks words up in."""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from advancelint.resources import folder, rows


class Verb(NamedTuple):
    """A verb: its class at the head of a line (`bare`), with the client as subject (`client`), and its usual cost."""

    lemma: str
    bare: str
    client: str
    energy: str


class Role(NamedTuple):
    """A word for a person or body: side, rank ("senior", "plain"), number ("role", "group"), use."""

    side: str
    rank: str
    number: str
    use: str


class Nominal(NamedTuple):
    """A noun and what it is when the client gives it: act, thing, soft, meeting or topic; with its energy."""

    kind: str
    energy: str


class Phrase(NamedTuple):
    """A stock phrase in base forms; "*" stands for one to four words."""

    words: tuple[str, ...]
    kind: str
    row: str


class Commitment(NamedTuple):
    """A client commitment of the ladder: verbs and objects that name it, its earliest stage and its energy."""

    id: str
    stage: str
    energy: str
    verbs: frozenset[str]
    objects: tuple[frozenset[str], ...]


class Record(NamedTuple):
    """How often judgements on the same grounds were right and wrong on labelled lines, and what that makes them."""

    right: int
    wrong: int
    confidence: str

    @property
    def share(self) -> float:
        """The share that was right, smoothed (Jeffreys)."""
        return (self.right + 0.5) / (self.right + self.wrong + 1)


UNSEEN = Record(0, 0, "low")


class Lexicon(NamedTuple):
    """All word lists of one language.

    Verb forms map to (verb, form codes): b base, s third person, g -ing, p past, n participle.
    """

    verbs: dict[str, Verb]
    forms: dict[str, tuple[Verb, str]]
    roles: dict[str, Role]
    nominals: dict[str, Nominal]
    words: dict[str, frozenset[str]]
    states: frozenset[str]
    abbreviations: dict[str, str]
    phrases: dict[str, tuple[Phrase, ...]]
    times: dict[str, str]
    groups: dict[str, frozenset[str]]
    commitments: tuple[Commitment, ...]
    confidence: dict[tuple[str, ...], Record]
    witness: dict[str, int]


def _forms(table: list[list[str]], verbs: dict[str, Verb]) -> dict[str, tuple[Verb, str]]:
    codes: dict[str, tuple[Verb, str]] = {}
    for cells in table:
        verb = verbs[cells[0]]
        for form, code in zip(cells[:5], "bsgpn", strict=True):
            known = codes.get(form)
            if known is None:
                codes[form] = (verb, code)
            elif known[0] is verb:
                codes[form] = (verb, known[1] + code)
    return codes


def _phrases(table: list[list[str]]) -> dict[str, tuple[Phrase, ...]]:
    by_first: dict[str, list[Phrase]] = {}
    for text, kind in table:
        words = tuple(word for word in text.split() if word not in ("the", "a", "an"))
        by_first.setdefault(words[0], []).append(Phrase(words, kind, text))
    return {first: tuple(sorted(group, key=lambda p: -len(p.words))) for first, group in by_first.items()}


def _commitments(table: list[list[str]]) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(
            identity,
            stage,
            energy,
            frozenset(verbs.split()),
            tuple(frozenset(word.split("|")) for word in objects.split()),
        )
        for identity, stage, energy, verbs, objects in table
    )


@cache
def load(language: str = "en") -> Lexicon:
    """Load the lexicon of ``language``; it is read once a process and never changes.

    Raises ResourceError when a list is missing or malformed.
    """
    base = os.path.join(folder("lexicon"), language)
    table = rows(os.path.join(base, "verbs.tsv"))
    verbs = {cells[0]: Verb(cells[0], cells[5], cells[6], cells[7]) for cells in table}
    return Lexicon(
        verbs=verbs,
        forms=_forms(table, verbs),
        roles={word: Role(*rest) for word, *rest in rows(os.path.join(base, "roles.tsv"))},
        nominals={noun: Nominal(*rest) for noun, *rest in rows(os.path.join(base, "nominals.tsv"))},
        words={word: frozenset(classes.split()) for word, classes in rows(os.path.join(base, "words.tsv"))},
        states=frozenset(word for word, _ in rows(os.path.join(base, "states.tsv"))),
        abbreviations=dict(rows(os.path.join(base, "abbreviations.tsv"))),
        phrases=_phrases(rows(os.path.join(base, "phrases.tsv"))),
        times=dict(rows(os.path.join(base, "times.tsv"))),
        groups={name: frozenset(words.split()) for name, words in rows(os.path.join(base, "groups.tsv"))},
        commitments=_commitments(rows(os.path.join(base, "commitments.tsv"))),
        witness={feature: int(weight) for feature, weight in rows(os.path.join(base, "witness.tsv"))},
        confidence={
            tuple(cells[:4]): Record(int(cells[4]), int(cells[5]), cells[6])
            for cells in rows(os.path.join(base, "confidence.tsv"))
        },
    )
