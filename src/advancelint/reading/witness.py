"""The second witness: a small model of word sequences that has its own opinion of a line.

It never makes a finding: `weighing` lets it lower the confidence of a reading. Its weights stand in `witness.tsv`,
written by benchmarks/train_witness.py from the train and dev parts of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from advancelint.reading.line import Line

# Longer lines are judged by their beginning; what follows seldom says who acts.
MOST_WORDS = 60
_EDGE = "^"
_NUMBER = "0"
_TIME = "@time"


def features(line: Line) -> list[str]:
    """Return the features of a line, each once, in order: words, kinds of words, their runs, and its place in a plan.

    Linear in the number of tokens; at most `MOST_WORDS` of them count.
    """
    found: dict[str, None] = {}
    count = min(len(line.tokens), MOST_WORDS)
    before = _EDGE
    for token in line.tokens[:count]:
        word = _NUMBER if token.kind == "number" else token.norm
        found[word] = None
        found[f"{before} {word}"] = None
        if len(word) > 4:
            found[f"{word[:4]}-"] = None
            found[f"-{word[-3:]}"] = None
        before = word
    found[f"{before} {_EDGE}"] = None
    one = two = _EDGE
    kinds = _kinds(line, count)
    for kind in (*kinds, _EDGE):
        found[kind] = None
        found[f"{two} {kind}"] = None
        found[f"{one} {two} {kind}"] = None
        one, two = two, kind
    found.update(dict.fromkeys(_placed(line, count, kinds)))
    return list(found)


def _placed(line: Line, count: int, kinds: list[str]) -> Iterator[str]:
    """Yield what the place in the plan makes of the words: who speaks to whom decides what "we" and a bare verb are."""
    scene = line.scene
    first = kinds[0] if kinds else _EDGE
    yield from (f"{scene.field}:", f"{scene.voice}:", f"{scene.owner_side}:", f"{scene.field}:{scene.voice}")
    yield from (f"{scene.field}:{first}", f"{scene.voice}:{first}", f"{scene.owner_side}:{first}")
    yield f"{scene.owner_side}:{' '.join(kinds[:2])}"
    if scene.voice == "client" or scene.field == "ask":
        for token in line.tokens[:count]:
            if token.classes:
                yield f"{scene.voice}:{scene.field}:{token.norm}"


def _kinds(line: Line, count: int) -> list[str]:
    """Return the kind of each of the first ``count`` words; the words of one time are one."""
    found: list[str] = []
    for index in range(count):
        if index not in line.timed:
            found.append(_kind(line, index))
        elif not found or found[-1] != _TIME:
            found.append(_TIME)
    return found


def _kind(line: Line, index: int) -> str:
    token = line.at(index)
    if line.is_name(index):
        return "@ours" if token.norm in line.seller else "@name"
    if line.role(index) is not None:
        return "@role"
    if token.verb is not None:
        return f"@{token.verb.client}:{token.codes}"
    nominal = line.nominal(index)
    if nominal is not None:
        return f"@{nominal.kind}"
    if token.kind == "number":
        return "@number"
    if token.norm in line.lexicon.states:
        return "@state"
    return token.norm if token.classes else f"@{token.kind}"


def opinion(line: Line) -> float:
    """Return what the witness thinks of a line as log-odds: above zero it sees a client's advance."""
    weight = line.lexicon.witness.find
    return (weight("") + sum(map(weight, features(line)))) / 1000


def chance(log_odds: float) -> float:
    """Return log-odds as a chance between 0 and 1."""
    return 1 / (1 + exp(-max(min(log_odds, 30.0), -30.0)))
