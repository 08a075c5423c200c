"""The second witness: a small model of word sequences that has its own opinion of a line.

It never makes a finding. Where it disagrees with the grammar, the reading is less sure (docs/architecture.md). Its
weights stand in `witness.tsv`, written by benchmarks/train_witness.py from the train and dev parts of the corpus.
"""

from __future__ import annotations

from math import exp, log

from advancelint.reading.lexicon import Record
from advancelint.reading.line import Line
from advancelint.reading.model import Scene
from advancelint.reading.tokens import Token

# Longer lines are judged by their beginning; what follows seldom says who acts.
MOST_WORDS = 60
# The grammar explains itself and the witness does not, so its voice counts half.
_VOICE = 0.5
# How far the witness has to agree before a judgement is sure, or fairly sure, by what the grammar's record is.
_SURE = {"high": 0.5, "medium": 0.7}
_FAIRLY_SURE = {"high": 0.2, "medium": 0.4}
_EDGE = "^"
_NUMBER = "0"


def features(tokens: list[Token], scene: Scene) -> list[str]:
    """Return the features of a line, each once, in order: words, pairs, beginnings, endings, and its place in a plan.

    Linear in the number of tokens; at most `MOST_WORDS` of them count.
    """
    words = [_NUMBER if token.kind == "number" else token.norm for token in tokens[:MOST_WORDS]]
    found: dict[str, None] = {}
    before = _EDGE
    for word in words:
        found[word] = None
        found[f"{before} {word}"] = None
        if len(word) > 4:
            found[f"{word[:4]}-"] = None
            found[f"-{word[-3:]}"] = None
        before = word
    found[f"{before} {_EDGE}"] = None
    for place in (f"field={scene.field}", f"voice={scene.voice}", f"owner={scene.owner_side}"):
        found[place] = None
    return list(found)


def opinion(line: Line) -> float:
    """Return how likely a client's advance is in the eyes of the witness, 0 to 1."""
    weights = line.lexicon.witness
    total = weights.get("", 0)
    for feature in features(line.tokens, line.scene):
        total += weights.get(feature, 0)
    return 1 / (1 + exp(-max(min(total / 1000, 30), -30)))


def confidence(record: Record, opinion_of_advance: float, *, act: bool) -> str:
    """Return how sure a judgement is ("high", "medium", "low") from the grammar's record and the witness's agreement.

    ``act`` says that the grammar found a client's act; ``opinion_of_advance`` is the witness's `opinion`.
    """
    agreement = opinion_of_advance if act else 1 - opinion_of_advance
    if agreement >= _SURE.get(record.confidence, 2):
        return "high"
    return "medium" if agreement >= _FAIRLY_SURE.get(record.confidence, 2) else "low"


def likelihood(record: Record, opinion_of_advance: float, *, act: bool) -> float:
    """Return how likely a client's advance is (0 to 1) for both together."""
    grammar = record.share if act else 1 - record.share
    odds = _log_odds(grammar) + _VOICE * _log_odds(opinion_of_advance)
    return 1 / (1 + exp(-odds))


def _log_odds(share: float) -> float:
    share = min(max(share, 0.001), 0.999)
    return log(share / (1 - share))
