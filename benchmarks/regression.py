"""Logistic regression on named features, by stochastic gradient descent in the standard library."""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import exp
from typing import NamedTuple

EPOCHS, RATE, DECAY, SEED = 12, 0.12, 2e-4, 7


class Sample(NamedTuple):
    """One labelled line: the features it has, each once, and its label."""

    features: tuple[str, ...]
    label: bool


def shared(samples: Sequence[tuple[int, Sample]], fewest: int) -> list[Sample]:
    """Return samples, each with the round of its author, with those features alone that ``fewest`` rounds have."""
    rounds: dict[str, set[int]] = {}
    for number, sample in samples:
        for feature in sample.features:
            rounds.setdefault(feature, set()).add(number)
    often = {feature for feature, found in rounds.items() if len(found) >= fewest}
    return [Sample(tuple(one for one in sample.features if one in often), sample.label) for _, sample in samples]


def train(samples: Sequence[Sample], rate: float = RATE, averaged: int = 1) -> dict[str, float]:
    """Return the weight of each feature, the mean of the last epochs, ``averaged``; the empty feature is the constant.

    The same samples in the same order give the same weights to the last bit: only additions and multiplications of
    floats and `exp` are used, in an order that a fixed seed decides.
    """
    names = list(dict.fromkeys(name for sample in samples for name in ("", *sample.features)))
    number = {name: index for index, name in enumerate(names)}
    coded = [([number[name] for name in sample.features], sample.label) for sample in samples]
    weights, sums = [0.0] * len(names), [0.0] * len(names)
    shuffle = random.Random(SEED).shuffle
    order = list(range(len(coded)))
    for epoch in range(EPOCHS):
        shuffle(order)
        now = rate / (1 + epoch / 8)
        for index in order:
            features, label = coded[index]
            total = weights[0] + sum([weights[feature] for feature in features])
            error = now * (label - 1 / (1 + exp(-max(min(total, 30.0), -30.0))))
            weights[0] += error
            for feature in features:
                weights[feature] += error - DECAY * weights[feature]
        if epoch >= EPOCHS - averaged:
            sums = [total + weight for total, weight in zip(sums, weights, strict=True)]
    return {name: total / averaged for name, total in zip(names, sums, strict=True)}


def kept(weights: dict[str, float], smallest: int) -> dict[str, int]:
    """Return the weights in hundredths that are of use: the constant, and those of ``smallest`` hundredths or more."""
    whole = {name: round(weight * 100) for name, weight in weights.items()}
    return {name: weight for name, weight in whole.items() if not name or abs(weight) >= smallest}


def listed(weights: dict[str, float], smallest: int, header: str, what: str) -> str:
    """Return the text of a list of what signs weigh for ``what``, below a ``header``: those that `kept` keeps."""
    rows = (f"{sign}\t{weight}\n" for sign, weight in sorted(kept(weights, smallest).items()))
    return f"{header}sign\t{what}\n{''.join(rows)}"


def told_at(bounds: Sequence[float], told: Sequence[tuple[float, bool]]) -> str:
    """Return how many of what was told with a chance are right and how many wrong, from each of ``bounds`` on."""
    sure = [(least, [right for chance, right in told if chance >= least]) for least in bounds]
    return "; ".join(f"at {least}: {sum(found)} and {len(found) - sum(found)}" for least, found in sure)


def log_odds(weights: dict[str, float], features: Sequence[str]) -> float:
    """Return what the weights say of a line: above zero it has the label."""
    return weights[""] + sum(weights.get(feature, 0.0) for feature in features)
