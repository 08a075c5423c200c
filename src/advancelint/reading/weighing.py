"""Weighs the grammar's record against the second witness: how likely an advance is, and how sure the reading.

All numbers were counted on labelled lines of the corpus (benchmarks/calibrate.py), each line judged by a witness that
had not seen its author.
"""

from __future__ import annotations

from math import log

from advancelint.reading.lexicon import Lexicon, Weights
from advancelint.reading.witness import chance

# A ground that was seen seldom leans on the wider one above it as if that had been seen this often.
_LEAN = 3.0
# No count is so large that nothing could be said against it.
_SUREST = 0.995

Grounds = tuple[str, str, str, str]


def wider(grounds: Grounds) -> tuple[Grounds, ...]:
    """Return the grounds from the widest to the narrowest: what is counted together where little was seen."""
    construction, kind, _, _ = grounds
    return (("*", kind, "*", "*"), (construction, kind, "*", "*"), grounds)


def record(lexicon: Lexicon, grounds: Grounds) -> float:
    """Return the log-odds that a line judged on these grounds names an advance, from counts on labelled lines."""
    share = 0.5
    for each in wider(grounds):
        good, bad = lexicon.confidence.get(each, (0, 0))
        share = (good + _LEAN * share) / (good + bad + _LEAN)
    share = min(max(share, 1 - _SUREST), _SUREST)
    return log(share / (1 - share))


def likelihood(weights: Weights, record_of_grounds: float, opinion: float) -> float:
    """Return how likely an advance is (0 to 1) for grammar and witness together; both go in as log-odds."""
    return chance(weights.constant + weights.record * record_of_grounds + weights.witness * opinion)


def confidence(weights: Weights, p_advance: float, *, act: bool) -> str:
    """Return how sure a judgement is: "high", "medium" or "low"; ``act`` says that the grammar found a client's act."""
    if act:
        return "high" if p_advance >= weights.advance else "low"
    against = 1 - p_advance
    if against >= weights.error:
        return "high"
    return "medium" if against >= weights.warning else "low"
