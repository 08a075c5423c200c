"""Loads the word lists of one language into dictionaries that the reading looks words up in."""

from __future__ import annotations

import os
from functools import cache

from advancelint.lookup import Lookup
from advancelint.records import NamedTuple
from advancelint.resources import folder, lookup, rows, words


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


class Weights(NamedTuple):
    """What a judgement's record and the witness's opinion weigh, and the chances from which a reading is sure.

    ``error`` and ``warning`` are chances that a line judged to be no advance is really none; ``advance`` is the
    chance that a line judged to be an advance really is one.
    """

    constant: float
    record: float
    witness: float
    error: float
    warning: float
    advance: float


class Lexicon(NamedTuple):
    """All word lists of one language.

    Verb forms map to (verb, form codes): b base, s third person, g -ing, p past, n participle. ``confidence`` maps
    grounds of a judgement to how many labelled lines on them name an advance, and how many none. A lexicon is read once
    and hashed by identity, so that what is worked out with it can be kept.
    """

    verbs: dict[str, Verb]
    forms: dict[str, tuple[Verb, str]]
    roles: dict[str, Role]
    nominals: dict[str, Nominal]
    words: dict[str, frozenset[str]]
    states: frozenset[str]
    abbreviations: dict[str, str]
    phrases: dict[str, tuple[Phrase, ...]]
    times: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]]
    commitments: tuple[Commitment, ...]
    confidence: dict[tuple[str, str, str, str], tuple[int, int]]
    common: frozenset[str]
    weights: Weights
    witness: Lookup[int]

    def __hash__(self) -> int:
        """Hash by identity: the dictionaries have no hash."""
        return id(self)


def _forms(table: list[list[str]], verbs: dict[str, Verb]) -> dict[str, tuple[Verb, str]]:
    codes: dict[str, tuple[Verb, str]] = {}
    for row in table:
        verb = verbs[row[0]]
        for form, code in zip(row[:5], "bsgpn", strict=True):
            known = codes.get(form)
            if known is None:
                codes[form] = (verb, code)
            elif known[0] is verb:
                codes[form] = (verb, known[1] + code)
    return codes


def _irregular(table: list[list[str]]) -> dict[str, tuple[Verb, str]]:
    """Return past forms and participles of verbs whose act is open."""
    found: dict[str, tuple[Verb, str]] = {}
    for lemma, past, participle in table:
        verb = Verb(lemma, "seller", "open", "unknown")
        found[past] = (verb, "pn" if past == participle else "p")
        found.setdefault(participle, (verb, "n"))
    return found


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


def _counts(table: list[list[str]]) -> dict[tuple[str, str, str, str], tuple[int, int]]:
    return {(row[0], row[1], row[2], row[3]): (int(row[4]), int(row[5])) for row in table}


@cache
def load(language: str = "en") -> Lexicon:
    """Load the lexicon of ``language``; it is read once a process and never changes.

    Raises ResourceError when a list is missing or malformed.
    """
    base = os.path.join(folder("lexicon"), language)
    table = rows(os.path.join(base, "verbs.tsv"))
    verbs = {row[0]: Verb(row[0], row[5], row[6], row[7]) for row in table}
    return Lexicon(
        verbs=verbs,
        forms={**_irregular(rows(os.path.join(base, "irregular.tsv"))), **_forms(table, verbs)},
        roles={word: Role(*rest) for word, *rest in rows(os.path.join(base, "roles.tsv"))},
        nominals={noun: Nominal(*rest) for noun, *rest in rows(os.path.join(base, "nominals.tsv"))},
        words={word: frozenset(classes.split()) for word, classes in rows(os.path.join(base, "words.tsv"))},
        states=frozenset(word for word, _ in rows(os.path.join(base, "states.tsv"))),
        abbreviations=dict(rows(os.path.join(base, "abbreviations.tsv"))),
        phrases=_phrases(rows(os.path.join(base, "phrases.tsv"))),
        times={word: frozenset(classes.split()) for word, classes in rows(os.path.join(base, "times.tsv"))},
        groups={name: frozenset(words.split()) for name, words in rows(os.path.join(base, "groups.tsv"))},
        commitments=_commitments(rows(os.path.join(base, "commitments.tsv"))),
        witness=lookup(os.path.join(base, "witness.tsv"), int, 0),
        confidence=_counts(rows(os.path.join(base, "confidence.tsv"))),
        common=words(os.path.join(base, "common.tsv")),
        weights=Weights(*(float(value) for _, value in rows(os.path.join(base, "weights.tsv")))),
    )
