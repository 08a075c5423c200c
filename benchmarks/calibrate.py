"""Counts how often each kind of judgement meets an advance, and what record and witness weigh together.

Usage: python benchmarks/calibrate.py [--check]

Writes lexicon/en/confidence.tsv (counts by grounds) and lexicon/en/weights.tsv (how record and witness are weighed,
and from which chance on a reading is sure). Everything comes from the train and dev parts of the corpus. The weights
are found on lines whose author neither the counts nor the witness had seen; the test part is never read here.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import corpus
import generated
from advancelint.reading.lexicon import Weights, load
from advancelint.reading.weighing import Grounds, likelihood, record, wider
from regression import Sample, log_odds, train
from spread import spread
from train_witness import kept, sample

COUNTS_HEADER = (
    "# How many lines of the train and dev parts of the corpus that were judged on these grounds name an advance, and "
    "how many none; written by benchmarks/calibrate.py.\n"
    "construction\tclient_action\tsource\tplace\tadvance\tnone\n"
)
WEIGHTS_HEADER = (
    "# How the grammar's record and the second witness are weighed (log-odds), and the chances from which a reading is "
    "sure; found by benchmarks/calibrate.py on lines of authors that neither had seen.\n"
    "name\tvalue\n"
)
# Chosen before counting, the share that must be right: of errors, of warnings as they grow, of silent advances.
ERROR, WARNING, ADVANCE = 0.97, 0.55, 0.94
_FEWEST = 30
# Whatever the counts, nobody is sure of what is likelier to be wrong.
_EVEN = 0.5


class Judged(NamedTuple):
    """A labelled line with what the grammar found and what the witness sees in it."""

    author: str
    grounds: Grounds
    act: bool
    sample: Sample


class Weighed(NamedTuple):
    """A line as two who had not seen its author judge it, both as log-odds."""

    record: float
    opinion: float
    act: bool
    label: bool


@cache
def judged() -> tuple[Judged, ...]:
    """Return the train and dev lines, each judged by the grammar."""
    found = []
    for line in corpus.lines(corpus.part("train") + corpus.part("dev")):
        reading = corpus.reading(line)
        found.append(Judged(line["author"], reading.grounds, corpus.says_advance(reading), sample(line)))
    return tuple(found)


def counts(lines: Iterable[Judged]) -> dict[Grounds, tuple[int, int]]:
    """Return for each ground, wide and narrow, how many of ``lines`` name an advance and how many none."""
    found: dict[Grounds, Counter[bool]] = defaultdict(Counter)
    for line in lines:
        for grounds in wider(line.grounds):
            found[grounds][line.sample.label] += 1
    return {grounds: (count[True], count[False]) for grounds, count in sorted(found.items())}


def weighed() -> list[Weighed]:
    """Judge each author's lines by counts and a witness made from the other authors."""
    authors = dict.fromkeys(line.author for line in judged())
    return [line for found in spread(_weighed, authors) for line in found]


def _weighed(author: str) -> list[Weighed]:
    """Judge the lines of one author."""
    others = [line for line in judged() if line.author != author]
    samples = [line.sample for line in others]
    witness = kept(samples, train(samples))
    lexicon = load("en")._replace(confidence={**counts(others)})
    return [
        Weighed(record(lexicon, line.grounds), log_odds(witness, line.sample.features), line.act, line.sample.label)
        for line in judged()
        if line.author == author
    ]


def _rough(constant: float, of_record: float, of_witness: float) -> Weights:
    """Return weights whose bounds are still to be found."""
    return Weights(constant, of_record, of_witness, error=0.0, warning=0.0, advance=0.0)


def fit(lines: Sequence[Weighed]) -> tuple[float, float, float]:
    """Return constant and weights of record and opinion that make the labels likeliest, by Newton's method."""
    solution = [0.0, 1.0, 1.0]
    for _ in range(12):
        slope = [0.0] * 3
        curve = [[1e-9 * (row == column) for column in range(3)] for row in range(3)]
        for line in lines:
            inputs = (1.0, line.record, line.opinion)
            chance = likelihood(_rough(*solution), line.record, line.opinion)
            for row in range(3):
                slope[row] += (line.label - chance) * inputs[row]
                for column in range(3):
                    curve[row][column] += chance * (1 - chance) * inputs[row] * inputs[column]
        solution = [old + step for old, step in zip(solution, _solve(curve, slope), strict=True)]
    return (solution[0], solution[1], solution[2])


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve three linear equations by Cramer's rule."""

    def determinant(rows: list[list[float]]) -> float:
        (a, b, c), (d, e, f), (g, h, i) = rows
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)

    whole = determinant(matrix)
    return [
        determinant([[vector[r] if c == column else matrix[r][c] for c in range(3)] for r in range(3)]) / whole
        for column in range(3)
    ]


def bound(chances: Sequence[tuple[float, bool]], share: float, *, local: bool = False) -> float:
    """Return the lowest chance from which on ``share`` of the lines are right.

    ``local`` asks it of the next lines above the bound instead of all of them.
    """
    ranked = sorted(chances, reverse=True)
    right, best = 0, 1.0
    for number, (chance, is_right) in enumerate(ranked, 1):
        right += is_right
        window = ranked[max(0, number - 2 * _FEWEST) : number]
        reached = sum(one for _, one in window) / len(window) if local else right / number
        if number >= _FEWEST and reached >= share:
            best = chance
    return best


def weights_table() -> str:
    """Return the text of weights.tsv."""
    lines = weighed()
    constant, grammar, witness = fit(lines)
    rough = _rough(constant, grammar, witness)
    chances = [(likelihood(rough, line.record, line.opinion), line) for line in lines]
    against = [(1 - chance, not line.label) for chance, line in chances if not line.act]
    found = rough._replace(
        error=bound(against, ERROR),
        warning=max(bound(against, WARNING, local=True), _EVEN),
        advance=max(bound([(chance, line.label) for chance, line in chances if line.act], ADVANCE), _EVEN),
    )
    rows = [f"{name}\t{value:.3f}" for name, value in found._asdict().items()]
    return WEIGHTS_HEADER + "\n".join(rows) + "\n"


def counts_table() -> str:
    """Return the text of confidence.tsv."""
    rows = ["\t".join((*grounds, str(yes), str(no))) for grounds, (yes, no) in counts(judged()).items()]
    return COUNTS_HEADER + "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(generated.main({"confidence.tsv": counts_table, "weights.tsv": weights_table}))
