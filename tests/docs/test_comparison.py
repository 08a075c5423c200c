"""The comparison with other linters: every yes of ours names a test that exists, and the rest says why."""

from __future__ import annotations

import os
import re

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_PROOF = re.compile(r"\[`(test_\w+)`\]\(\.\./(tests/[\w/.]+\.py)\)")


def page() -> str:
    with open(os.path.join(ROOT, "docs", "comparison.md"), encoding="utf-8") as file:
        return file.read()


def rows() -> list[list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in page().splitlines() if line[:2] == "| "]
    return [row for row in cells[1:] if set(row[0]) != {"-"}]


ROWS = rows()


def test_every_row_has_a_mark_for_each_tool() -> None:
    assert len(ROWS) > 50
    assert {len(row) for row in ROWS} == {15}
    assert all(mark for row in ROWS for mark in row)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_yes_is_proven_and_a_no_is_explained(row: list[str]) -> None:
    mark, _, words = row[-1].partition(" ")
    if re.fullmatch(r"N:|P:|-/-:", mark):
        assert len(words.split()) > 1, "why"
    else:
        assert _PROOF.findall(words), "which test proves it"


@pytest.mark.parametrize("proof", sorted(set(_PROOF.findall(page()))), ids=lambda proof: proof[0])
def test_every_proof_is_a_test_in_its_file(proof: tuple[str, str]) -> None:
    name, path = proof
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        assert re.search(rf"^def {name}\(", file.read(), flags=re.MULTILINE)


def test_each_of_the_five_has_proofs() -> None:
    five = page().partition("## Five that none of them has")[2].split("\n- **")[1:]
    assert len(five) == 5
    assert all(_PROOF.findall(one) for one in five)
