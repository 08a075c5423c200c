"""The tables of docs/precision.md: what was counted and measured, from the files in which it is kept."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence

from advancelint.catalog import load_rules
from advancelint.figures import Figure, load_figures

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The authors of the frozen part, which nobody who works on the reading looks at (corpus/README.md).
FROZEN = ("dune", "ember", "larch", "maple")


def material() -> Iterator[str]:
    """Yield the lines of the table of what there is to measure with."""
    rows = (
        ("`casebook/objectives.tsv`", "objectives with the rules that should speak", _rows("casebook/objectives.tsv")),
        ("`casebook/plans/`", "whole plans with the rules that should speak", _files("casebook/plans/*.md")),
        (
            "`casebook/commitments.tsv`",
            "acts with the step of the ladder that they are",
            _rows("casebook/commitments.tsv"),
        ),
        ("`corpus/lines/`", "lines with what they say: who acts, what it costs, by when", _lines("*")),
        ("of these", "lines of four authors that are only scored and never learnt from", sum(map(_lines, FROZEN))),
        ("`tests/plans/`", "whole plans with everything that should be understood", _files("tests/plans/*.md")),
        (
            "`benchmarks/unseen/`",
            "plans by strangers, with what their authors expect",
            _files("benchmarks/unseen/**/*.md"),
        ),
    )
    yield from ("", "| where | what | how many |", "| --- | --- | --- |")
    for where, what, count in rows:
        yield f"| {where} | {what} | {count:,} |"
    yield ""


def families() -> Iterator[str]:
    """Yield the lines of the table of findings that were right and cases that were found, by family of rules."""
    figures = load_figures()
    cards = [rule.card for rule in load_rules()]
    yield ""
    yield "| family | rules measured | findings right | cases found | least precise rule | least complete rule |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for family in sorted({card.family for card in cards}):
        found = [figures[card.code] for card in cards if card.family == family and card.code in figures]
        measured = [figure for figure in found if figure.precision >= 0]
        if measured:
            yield f"| {family} | {len(measured)} | {_sums(measured)} | {_least(measured)} |"
    yield ""


def reading() -> Iterator[str]:
    """Yield the sentence on the frozen lines that are judged rightly."""
    total = sum(map(_lines, FROZEN))
    wrong = _rows("benchmarks/frozen-wrong.txt", header=0)
    yield ""
    yield f"Of {total:,} frozen lines {total - wrong:,} are judged rightly in a forced choice: {1 - wrong / total:.3f}."
    yield ""


def _sums(figures: Sequence[Figure]) -> str:
    right = sum(figure.right for figure in figures)
    wrong, missed = sum(figure.wrong for figure in figures), sum(figure.missed for figure in figures)
    return f"{right} of {right + wrong} | {right} of {right + missed}"


def _least(figures: Sequence[Figure]) -> str:
    precise = min(figures, key=lambda figure: (figure.precision, figure.code))
    complete = min(figures, key=lambda figure: (figure.recall, figure.code))
    return f"{precise.code} {precise.precision:.2f} | {complete.code} {complete.recall:.2f}"


def _rows(path: str, *, header: int = 1) -> int:
    """Count the rows of a list; its remarks begin with #."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return len([line for line in file if line.strip() and not line.startswith("#")]) - header


def _files(pattern: str) -> int:
    return len(glob.glob(os.path.join(ROOT, pattern), recursive=True))


def _lines(author: str) -> int:
    count = 0
    for path in glob.glob(os.path.join(ROOT, "corpus", "lines", f"{author}.jsonl")):
        with open(path, encoding="utf-8") as file:
            count += len(file.read().splitlines())
    return count
