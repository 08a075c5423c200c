"""The speed benchmark counts rightly: its plans, its ratios, its table. No time is held here."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, run
from speed_parts import (
    TODAY,
    Absent,
    Goal,
    Row,
    Spent,
    bench,
    bench_in,
    calls,
    clock,
    commits,
    goals,
    many_plans,
    one_plan,
    peers,
    plans,
    reading,
)

import built


def test_a_plan_depends_on_its_number_its_seed_and_the_day_alone() -> None:
    assert plans.plan(7, TODAY) == plans.plan(7, TODAY)
    later = TODAY + datetime.timedelta(days=1)
    assert len({plans.plan(7, TODAY), plans.plan(8, TODAY), plans.plan(7, TODAY, seed=2), plans.plan(7, later)}) == 4


def test_more_plans_leave_the_first_as_they_are(tmp_path: Path) -> None:
    few, many = str(tmp_path / "few"), str(tmp_path / "many")
    plans.write(few, 3, TODAY)
    plans.write(many, 130, TODAY)
    for index in range(3):
        assert Path(plans.place(few, index)).read_bytes() == Path(plans.place(many, index)).read_bytes()
    assert sum(len(names) for _, _, names in os.walk(many)) == 130
    assert max(len(names) for _, _, names in os.walk(many)) == plans.FOLDER_OF


def test_plans_that_are_there_are_written_anew_only_when_asked_for_differently(tmp_path: Path) -> None:
    folder = str(tmp_path / "plans")
    plans.write(folder, 2, TODAY)
    first = Path(plans.place(folder, 0))
    first.write_text("edited", "utf-8")
    plans.write(folder, 2, TODAY)
    assert first.read_text("utf-8") == "edited"
    plans.write(folder, 3, TODAY)
    assert first.read_text("utf-8") == plans.plan(0, TODAY)


def test_plans_are_of_the_size_that_the_goals_are_set_for() -> None:
    sizes = [len(plans.plan(index, TODAY).encode()) for index in range(120)]
    assert 4000 < sum(sizes) / len(sizes) < 5500
    assert min(sizes) > 2000
    assert max(sizes) < 8000


def test_no_word_is_left_undrawn() -> None:
    text = "".join(plans.plan(index, TODAY) for index in range(60))
    assert not re.search(r"\{\w+\}|^%|\bNone\b", text, flags=re.MULTILINE)


def test_the_tool_takes_every_shape_for_a_plan(tmp_path: Path) -> None:
    count = len(plans.shapes())
    plans.write(str(tmp_path / "plans"), count, TODAY)
    checked = run("check", "--as-of", TODAY.isoformat(), "--output-format", "concise", ".", cwd=tmp_path / "plans")
    assert checked.returncode == 1, checked.stderr
    assert f"{count} plans judged of {count} files" in checked.stdout


def test_a_ratio_is_the_median_of_the_ratios_of_pairs() -> None:
    # The machine slows down meanwhile: the ratio of the medians would be 3.
    assert clock.ratio([(1, 1), (6, 2), (20, 10)]) == 2
    assert clock.ratio([(3, 2), (5, 2)]) == 2


def test_turns_alternate_and_end_with_the_rounds_or_the_seconds() -> None:
    taken: list[str] = []

    def turn(name: str) -> Spent:
        taken.append(name)
        return Spent(1, 1, 1)

    def both(most: int, seconds: float) -> int:
        return len(clock.rounds([lambda: turn("a"), lambda: turn("b")], most, seconds))

    assert both(3, 60) == 3
    assert taken == ["a", "b", "a", "b", "a", "b"]
    assert both(3, 0) == 1


def test_a_run_is_prepared_and_failure_is_told_with_what_was_written(tmp_path: Path) -> None:
    code = "import sys; sys.exit(open('ready').read() + ' is what I wrote')"
    command = clock.Command(
        [sys.executable, "-c", code], str(tmp_path), {}, (0,), lambda: void((tmp_path / "ready").write_text("this"))
    )
    with pytest.raises(clock.CommandError, match="ended with 1: this is what I wrote"):
        clock.spend(command)
    assert clock.spend(command._replace(codes=(0, 1))).wall > 0


def void(_: object) -> None:
    """Take a value and return nothing."""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
def test_memory_is_that_of_the_largest_process_below() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray(1) * 150_000_000'], check=True)"
    spent = clock.spend(clock.Command([sys.executable, "-c", code], ROOT, {}))
    import resource  # which Windows lacks

    # A child that has just been forked holds what this process holds.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert 143 < spent.peak < 200 + own


@pytest.mark.parametrize(
    ("goal", "measured", "said"),
    [
        (Goal("P1", "x", most=7), 7.0, "met"),
        (Goal("P1", "x", most=7), 7.01, "**missed**"),
        (Goal("P1", "x", least=5), 5.0, "met"),
        (Goal("P1", "x", least=5), 4.99, "**missed**"),
        (Goal("P1", "x"), 5.0, ""),
    ],
)
def test_a_row_says_whether_its_goal_is_met(goal: Goal, measured: float, said: str) -> None:
    assert goals.verdict(Row(goal, measured, 3)) == said


def test_the_table_shows_figures_goals_and_what_is_missing() -> None:
    rows: list[Row | Absent] = [
        Row(Goal("P6", "peak", most=60, unit=" MiB"), 71.25, 2),
        Row(Goal("P1", "start", most=7), 5.678, 9, 5.1),
        Absent(Goal("P2", "warm", most=1.6), "no |\ncache"),
        Row(Goal("P1", "rumdl"), 0.0123, 9, 0.01),
    ]
    assert goals.table(rows).splitlines()[2:] == [
        "| P1 | start | 5.68 × | ≤ 7 × | met | 5.1 × | 9 |",
        "| P1 | rumdl | 0.0123 × | – |  | 0.01 × | 9 |",
        "| P2 | warm | – | ≤ 1.6 × | no \\| cache | – | – |",
        "| P6 | peak | 71.2 MiB | ≤ 60 MiB | **missed** | – | 2 |",
    ]
    assert goals.summary(rows) == "1 met, 1 missed, 1 not measured"


def test_versions_of_peers_are_pinned() -> None:
    pinned = re.compile(r"[\w-]+(==|@)\d+\.\d+\.\d+")
    assert [name for peer in peers.PEERS for name in peer.packages if not pinned.fullmatch(name)] == []


def test_a_missing_peer_is_told_and_the_others_are_measured(tmp_path: Path) -> None:
    rows = one_plan.alone(bench_in(tmp_path, cached=True, have=("codespell",)))
    measured = [row.goal.what for row in rows if isinstance(row, Row)]
    assert measured == [
        "one plan, no cache: time / `python -c pass`",
        "`python -c 'import click, markdown_it'`: time / `python -c pass`",
        "one plan, no cache: time of codespell / ours",
    ]
    assert {row.why for row in rows if isinstance(row, Absent)} == {"not installed: no network"}
    assert len(rows) == 2 + len(peers.PEERS)
    assert all("tool  check --no-cache plan-" in call for call in calls(tmp_path) if call.startswith("tool"))


def test_a_tool_that_fails_costs_its_rows_and_not_the_run(tmp_path: Path) -> None:
    rows = one_plan.alone(bench_in(tmp_path, "echo broken >&2; exit 3", cached=False, have=("rumdl",)))
    ours = (rows[0], rows[2])
    assert [row.why.partition(" ended ")[2] for row in ours if isinstance(row, Absent)] == ["with 3: broken"] * 2


def test_without_a_cache_there_are_no_warm_figures(tmp_path: Path) -> None:
    made = bench_in(tmp_path, cached=False, have=("rumdl",))
    rows = [*many_plans.warm(made), one_plan.again(made)[0]]
    assert {row.why for row in rows if isinstance(row, Absent)} == {"no cache in this version", "only with `--large`"}
    assert not any(isinstance(row, Row) for row in rows)


def test_warm_runs_share_a_cache_and_the_plans_are_as_before(tmp_path: Path) -> None:
    made = bench_in(tmp_path, f'grep -c "Note [0-9]* of this run" {made_one(tmp_path)} >> {tmp_path}/notes.txt',
                    cached=True, have=("rumdl",))  # fmt: skip
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in Path(made.many).rglob("*.md")}
    rows = many_plans.warm(made)
    assert sum(isinstance(row, Row) for row in rows) == 3
    cache = f"{tmp_path}/caches/advancelint-plans-12"
    assert {call for call in calls(tmp_path) if call.startswith("tool")} == {f"tool {cache} check ."}
    # Twice to fill the cache and once a round, for each of three rows; only in the rounds of the last there is an edit.
    assert (tmp_path / "notes.txt").read_text("utf-8").split() == ["0"] * 4 + ["0"] * 4 + ["0"] * 2 + ["1"] * 2
    for path, (text, inode) in before.items():
        assert path.read_bytes() == text
        assert path.stat().st_ino != inode


def test_large_corpora_are_measured_where_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_plans, "LARGE", (15, 30))
    monkeypatch.setattr(many_plans, "WARM_GOALS", {15: 0.25, 30: 0.2})
    made = bench_in(tmp_path, cached=True, have=("rumdl",))
    made = made._replace(sizes=made.sizes._replace(large=True))
    for count in (15, 30):
        plans.write(made.corpus(count), count, TODAY)
    rows = [*many_plans.warm(made), *many_plans.flat(made), *many_plans.memory(made)]
    assert [type(row) for row in rows] == [Row] * 9, rows


def test_the_time_of_a_plan_is_compared_where_there_are_more_on_one_side(monkeypatch: pytest.MonkeyPatch) -> None:
    command = clock.Command([], "", {})
    took = {"many": Spent(9, 6, 1), "few": Spent(2, 1, 1)}
    monkeypatch.setattr(bench, "spend", lambda run: took[run.folder])
    many, few = (command._replace(folder=name) for name in took)
    row = bench.compare(Goal("P5", "flat"), many, few, bench.Limits(2, 60), per=(32, 8))
    assert row == Row(Goal("P5", "flat"), 1.125, 2, 1.5)


def made_one(folder: Path) -> str:
    """Return the plan that is edited."""
    return bench_in(folder, cached=True).one


def test_the_commits_are_made_and_each_is_of_an_edited_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "install_pre_commit", lambda _: f"{os.path.dirname(sys.executable)}/pre-commit")
    rows = commits.commits(bench_in(tmp_path, cached=True))
    assert [type(row) for row in rows] == [Row, Row], rows
    for name in ("plain", "warm", "cold"):
        log = ["git", "-C", str(tmp_path / "commits" / name), "log", "--format=%s"]
        subjects = subprocess.run(log, capture_output=True, text=True, check=True).stdout.split()
        assert subjects == ["Edit"] * (8 if name == "plain" else 4) + ["Start"]
    hooked = [call for call in calls(tmp_path) if call.endswith("--no-cache plan.md")]
    assert len(hooked) == 4


def test_cards_are_as_the_tool_writes_them_and_their_price_is_that_of_one(tmp_path: Path) -> None:
    assert reading.per_card(1.5) == pytest.approx(1)
    tool = f'PYTHONPATH={built.place()} exec {sys.executable} -c "from advancelint.cli import main; main()" "$@"'
    for condition in ("phrases", "when"):
        folder = reading.written(bench_in(tmp_path, tool, cached=False), condition)
        assert len(os.listdir(folder)) == reading.CARDS
        tested = run("rule", "test", folder, cwd=tmp_path)
        assert tested.returncode == 0, tested.stdout


def test_the_goals_are_those_that_the_readme_defines(tmp_path: Path) -> None:
    made = bench_in(tmp_path, cached=False)
    trials = (one_plan.alone, one_plan.again, many_plans.cold, many_plans.warm, many_plans.flat, many_plans.memory)
    text = Path(ROOT, "benchmarks", "README.md").read_text("utf-8")
    defined = dict(re.findall(r"^\| (P\d) \| (.*) \|$", text, flags=re.MULTILINE))
    assert list(defined) == [f"P{number}" for number in range(1, 9)]
    for row in (row for trial in trials for row in trial(made)):
        bound = row.goal.least if row.goal.most is None else row.goal.most
        assert bound is None or f"{bound:g}" in re.findall(r"[\d.]*\d", defined[row.goal.number]), row.goal


def test_goals_that_do_not_exist_are_refused() -> None:
    argv = [sys.executable, os.path.join(ROOT, "benchmarks", "speed.py"), "--only", "P1,P9"]
    ended = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "the goals are P1, P2" in ended.stderr
