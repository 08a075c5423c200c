"""The weights are learnt again where something that they depend on has changed, and only there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from benchmarks_path import learnt

HERE = Path(__file__).resolve().parents[2]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small tree like ours: one program that learns, and one file of each folder of data."""
    for name in ("benchmarks", *learnt.DATA):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "one.tsv").write_text("before\n")
        (tmp_path / name / "figures.tsv").write_text("before\n")
    (tmp_path / "benchmarks" / "learns.py").write_text("# before\n")
    monkeypatch.setattr(learnt, "ROOT", str(tmp_path))
    monkeypatch.setattr(learnt, "DIGEST", str(tmp_path / "benchmarks" / "learnt.sha256"))
    monkeypatch.setattr(learnt, "sources", lambda: [str(tmp_path / "benchmarks" / "learns.py")])
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return where the options of each run of the programs are kept; the runs themselves succeed without doing it."""
    runs: list[tuple[str, ...]] = []

    def succeed(*options: str) -> int:
        runs.append(options)
        return 0

    monkeypatch.setattr(learnt, "run", succeed)
    return runs


@pytest.mark.parametrize(
    "changed",
    ["lexicon/one.tsv", "corpus/one.tsv", f"{learnt.DATA[2]}/one.tsv", "benchmarks/learns.py"],
)
def test_a_change_of_what_is_learnt_from_is_learnt_again(
    copied: Path, asked: list[tuple[str, ...]], changed: str
) -> None:
    assert learnt.main([]) == 0
    assert learnt.main(["--check"]) == 0
    assert asked == [()]  # learnt once, and not again to check
    with open(copied / changed, "a") as file:
        file.write("\n")
    assert learnt.main(["--check"]) == 0
    assert asked == [(), ("--check",)]


@pytest.mark.parametrize(
    "changed", ["lexicon/figures.tsv", "benchmarks/unseen/held.md", "benchmarks/one.tsv", "README.md"]
)
def test_a_change_of_anything_else_is_not(copied: Path, asked: list[tuple[str, ...]], changed: str) -> None:
    learnt.main([])
    with open(copied / changed, "a") as file:
        file.write("\n")
    assert learnt.main(["--check"]) == 0
    assert asked == [()]


def test_a_digest_is_not_believed_where_it_is_not_to_be(copied: Path, asked: list[tuple[str, ...]]) -> None:
    learnt.main([])
    assert learnt.main(["--check", "--anyway"]) == 0
    assert asked == [(), ("--check",)]


def test_weights_that_others_would_be_learnt_instead_of_fail(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learnt, "run", lambda *_: 1)
    assert learnt.main([]) == 1
    assert not os.path.exists(learnt.DIGEST)  # what failed is not noted
    assert learnt.main(["--check"]) == 1


def test_every_program_that_trains_is_run() -> None:
    assert {path.stem for path in (HERE / "benchmarks").glob("train_*.py")} <= set(learnt.PROGRAMS)


def test_what_they_import_of_the_tool_is_learnt_from_and_what_only_reports_is_not() -> None:
    found = {os.path.relpath(path, HERE) for path in learnt.sources()}
    assert {f"benchmarks/{name}.py" for name in (*learnt.PROGRAMS, "regression", "published", "forest")} <= found
    assert {"src/advancelint/plan/build.py", "src/advancelint/lookup.py"} <= found
    assert not [path for path in found if path.startswith(("src/advancelint/report/", "src/advancelint/cli/"))]
