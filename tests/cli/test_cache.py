"""What is remembered changes how long a run takes, and nothing else."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command import DAY, START, Ended, environment
from ferrow_glass import BAD, GOOD
from repository import commit, git, new_repository, write

from advancelint.cache import stamp, witness

CARD = """code: FERROW101
name: no-burner
summary: A plan names no burner.
family: team
on: objective
phrases: [burner]
severity: error
message: This names a burner.
why: Burners are sold by others.
instead: Name the furnace.
examples:
  flagged: [Lena Marsh signs for the burner by 12 June 2026.]
  clean: [Lena Marsh signs the order by 12 June 2026.]
"""


class Place:
    """A folder of plans, and a cache that lies elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.plans = folder / "plans"
        self.cache = folder / "cache"
        self.plans.mkdir()
        self.cache.mkdir(mode=0o700)

    def check(self, *words: str, flags: tuple[str, ...] = (), **more: str) -> Ended:
        return subprocess.run(
            [sys.executable, *flags, "-c", START, "check", "--as-of", DAY, *words],
            cwd=self.plans,
            env=environment(**{"ADVANCELINT_NO_CACHE": "", "ADVANCELINT_CACHE_DIR": str(self.cache), **more}),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def twice(self, *words: str) -> None:
        """Run with what is remembered and without: nobody can tell them apart."""
        known, anew = self.check(*words), self.check("--no-cache", *words)
        assert (known.returncode, known.stdout, known.stderr) == (anew.returncode, anew.stdout, anew.stderr)

    def is_told_again(self, *words: str) -> bool:
        ended = self.check(*words, flags=("-X", "importtime"))
        names = imported(ended.stderr)
        return "advancelint.cache.runs" in names and "advancelint.cli.app" not in names

    def runs(self) -> list[Path]:
        return sorted(self.cache.glob("*/runs/*"))

    def judgements(self) -> list[Path]:
        return sorted(self.cache.glob("*/judgements"))


def settled() -> None:
    """Wait until what was written is older than the steps of the file system's clock, as it is when people work."""
    time.sleep(0.05)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    write(made.plans, "ferrow/call.md", GOOD)
    write(made.plans, "ferrow/bad.md", BAD)
    write(made.plans, "notes.md", "# Lunch\n\nWe ate well.\n")
    settled()
    return made


def test_a_run_is_told_again_before_anything_heavy_is_imported(place: Place) -> None:
    first = place.check()
    assert first.returncode == 1
    assert place.is_told_again()
    second = place.check()
    assert (second.returncode, second.stdout, second.stderr) == (first.returncode, first.stdout, first.stderr)


def test_a_hook_hears_what_a_person_was_told_and_no_more(place: Place) -> None:
    place.check("ferrow/bad.md")
    place.check("notes.md")
    path = f"/usr/lib/git-core{os.pathsep}{os.environ['PATH']}"
    told = place.check("ferrow/bad.md", flags=("-X", "importtime"), PRE_COMMIT="1", PATH=path)
    assert "advancelint.cli.app" not in imported(told.stderr)
    # Without a plan a person is told so, and a hook is not in anybody's way.
    assert [place.check("notes.md").returncode, place.check("notes.md", PRE_COMMIT="1").returncode] == [2, 0]


@pytest.mark.parametrize("name", ["text", "json", "sarif", "markdown", "github"])
def test_every_format_is_told_again(place: Place, name: str) -> None:
    place.check("--output-format", name)
    assert place.is_told_again("--output-format", name)
    place.twice("--output-format", name)


def edit(place: Place) -> None:
    write(place.plans, "ferrow/call.md", BAD)


def edit_alike(place: Place) -> None:
    """Same size and same time: only the time of the change itself tells."""
    path = place.plans / "ferrow/call.md"
    before = path.stat()
    text = GOOD.replace("Lena Marsh sends Jun", "We send Lena Marshes")
    write(place.plans, "ferrow/call.md", text + "\n" * (len(GOOD) - len(text)))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_beside(place: Place) -> None:
    write(place.plans, "ferrow/more.md", GOOD.replace("2026-06-09", "2026-06-16"))


def add_below(place: Place) -> None:
    write(place.plans, "ferrow/old/past.md", GOOD.replace("2026-06-09", "2026-05-12"))


def take_away(place: Place) -> None:
    (place.plans / "ferrow/bad.md").unlink()


def rename(place: Place) -> None:
    (place.plans / "ferrow/bad.md").rename(place.plans / "ferrow/worse.md")


def config(place: Place) -> None:
    write(place.plans, "advancelint.toml", 'ignore = ["AD"]\n')


def config_above(place: Place) -> None:
    write(place.plans.parent, "advancelint.toml", 'fail-on = "never"\n')


def config_between(place: Place) -> None:
    write(place.plans, "ferrow/.advancelint.toml", 'exclude = ["bad.md"]\n')


def card(place: Place) -> None:
    write(place.plans, "cards/FERROW101-no-burner.yaml", CARD)
    write(place.plans, "advancelint.toml", 'rule-paths = ["cards"]\n')


def repository(place: Place) -> None:
    new_repository(place.plans)


def ignored(place: Place) -> None:
    new_repository(place.plans)
    write(place.plans, "ferrow/.gitignore", "bad.md\n")


def tracked(place: Place) -> None:
    new_repository(place.plans)
    git(place.plans, "add", "ferrow/call.md")


def linked(place: Place) -> None:
    (place.plans / "linked.md").symlink_to(place.plans / "ferrow/bad.md")


CHANGES = [
    edit, edit_alike, add_beside, add_below, take_away, rename, config, config_above, config_between, card, repository,
    ignored, tracked, linked,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_seen(place: Place, change: Callable[[Place], None]) -> None:
    place.check()
    change(place)
    place.twice()


def test_no_change_after_another_is_missed(place: Place) -> None:
    place.check()
    chosen = random.Random(7)
    for change in chosen.sample(CHANGES[:11], 11):
        if change in (take_away, rename) and not (place.plans / "ferrow/bad.md").exists():
            continue
        change(place)
        settled()
        place.twice()


def test_a_commit_and_an_index_are_seen(place: Place) -> None:
    new_repository(place.plans)
    deal = GOOD.replace("call-plan", "deal-plan").replace("stage: discover", "stage: propose\nclose-date: 2026-07-01")
    write(place.plans, "deal.md", deal)
    commit(place.plans)
    settled()
    place.check()
    for month in ("08", "09", "10"):
        write(place.plans, "deal.md", deal.replace("2026-07-01", f"2026-{month}-01"))
        commit(place.plans)
        settled()
        place.twice()
        assert place.is_told_again()
    assert "close date" in place.check().stdout


def test_judgements_are_written_anew_only_where_one_is_new(place: Place) -> None:
    place.check("ferrow/call.md", "notes.md")
    before = place.judgements()[0].stat().st_mtime_ns
    settled()
    place.check("ferrow/call.md", "notes.md", "--statistics")
    # All was known, so nothing had to be written.
    assert place.judgements()[0].stat().st_mtime_ns == before
    write(place.plans, "notes.md", "# Lunch\n\nWe ate better.\n")
    place.check("ferrow/call.md", "notes.md", "--statistics")
    assert place.judgements()[0].stat().st_mtime_ns != before


def test_a_fresh_checkout_is_known_by_what_it_holds(place: Place) -> None:
    place.check()
    shutil.copytree(place.plans, place.plans.parent / "copy")
    shutil.rmtree(place.plans)
    (place.plans.parent / "copy").rename(place.plans)
    assert place.is_told_again()
    place.twice()


def spoilt(data: bytes) -> Iterator[bytes]:
    chosen = random.Random(11)
    yield b""
    yield b"\0" * 100
    yield b"advancelint run 1\n99999999999999999999 1\n"
    yield b"advancelint entries 1\nx 1 -5 1\n"
    for _ in range(6):
        yield data[: chosen.randrange(len(data))]
        place = chosen.randrange(len(data))
        yield data[:place] + bytes([data[place] ^ 1 << chosen.randrange(8)]) + data[place + 1 :]
    yield data + data


def test_a_broken_record_is_no_record(place: Place) -> None:
    wanted = place.check()
    (path,) = place.runs()
    whole = path.read_bytes()
    for data in spoilt(whole):
        path.write_bytes(data)
        again = place.check()
        assert (again.returncode, again.stdout, again.stderr) == (wanted.returncode, wanted.stdout, wanted.stderr)


def test_broken_judgements_are_none(place: Place) -> None:
    wanted = place.check()
    (path,) = place.judgements()
    whole = path.read_bytes()
    for data in spoilt(whole):
        path.write_bytes(data)
        for run in place.runs():
            run.unlink()
        again = place.check()
        assert (again.returncode, again.stdout, again.stderr) == (wanted.returncode, wanted.stdout, wanted.stderr)


def test_foreign_things_in_the_place_of_the_cache_do_no_harm(place: Place) -> None:
    wanted = place.check("--no-cache")
    for make in (Path.touch, lambda path: path.symlink_to("/dev/zero"), lambda path: path.symlink_to("/nowhere/x")):
        shutil.rmtree(place.cache, ignore_errors=True)
        place.cache.unlink(missing_ok=True)
        make(place.cache)
        again = place.check()
        assert (again.returncode, again.stdout, again.stderr) == (wanted.returncode, wanted.stdout, wanted.stderr)


def test_a_cache_that_others_can_write_to_is_not_believed(place: Place) -> None:
    place.check()
    place.cache.chmod(0o777)
    assert not place.is_told_again()
    place.twice()


def test_a_full_disk_is_no_fault(place: Place) -> None:
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)); {START}"
    ended = subprocess.run(
        [sys.executable, "-c", limit, "check", "--as-of", DAY],
        cwd=place.plans,
        env=environment(ADVANCELINT_NO_CACHE="", ADVANCELINT_CACHE_DIR=str(place.cache)),
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
    )
    wanted = place.check("--no-cache")
    assert (ended.returncode, ended.stdout, ended.stderr) == (wanted.returncode, wanted.stdout, wanted.stderr)
    assert place.runs() == []
    assert [path.name for path in place.cache.rglob("*.new")] == []


def test_many_processes_at_once_say_the_same(place: Place) -> None:
    wanted = place.check("--no-cache")
    started = [
        subprocess.Popen(
            [sys.executable, "-c", START, "check", "--as-of", DAY],
            cwd=place.plans,
            env=environment(ADVANCELINT_NO_CACHE="", ADVANCELINT_CACHE_DIR=str(place.cache)),
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(6)
    ]
    assert {one.communicate(timeout=120)[0] for one in started} == {wanted.stdout}
    place.twice()


def test_nothing_is_kept_where_nobody_wants_it(place: Place) -> None:
    place.check("--no-cache")
    place.check(ADVANCELINT_NO_CACHE="1")
    assert list(place.cache.iterdir()) == []


def test_what_is_kept_is_for_its_user_alone(place: Place) -> None:
    place.check("--cache-dir", str(place.cache / "own"))
    kept = [path for path in (place.cache / "own").rglob("*") if path.is_file()]
    assert len(kept) == 2
    assert (place.cache / "own").stat().st_mode & 0o077 == 0


def test_the_plans_cannot_bring_a_cache(place: Place) -> None:
    """The user's cache folder is not asked where it lies in the tree that is judged."""
    inside = place.plans / "home"
    inside.mkdir(mode=0o700)
    for _ in range(2):
        place.check(ADVANCELINT_CACHE_DIR="", XDG_CACHE_HOME=str(inside))
    assert list(inside.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [["--verbose"], ["--timings"], ["--output", "report.txt"], ["--portfolio"], ["--changed-since", "HEAD"], ["--fix"]],
    ids=lambda words: words[0],
)
def test_a_run_that_does_more_than_print_is_not_told_again(place: Place, words: list[str]) -> None:
    new_repository(place.plans)
    commit(place.plans)
    settled()
    place.check(*words)
    assert place.runs() == []


def test_what_a_check_of_others_says_is_never_remembered(place: Place) -> None:
    card = CARD.replace("phrases: [burner]", "check: burner.py:find")
    write(place.plans, "cards/FERROW101-no-burner.yaml", card)
    write(place.plans, "cards/burner.py", "def find(node):\n    return iter(())\n")
    settled()
    place.check("--rules", "cards", ADVANCELINT_ALLOW_CHECKS="1")
    assert place.runs() == []
    assert place.judgements() == []


def test_old_runs_make_room(place: Place) -> None:
    for number in range(3):
        place.check("--ignore", f"AD40{number}")
    folder = place.runs()[0].parent
    for number in range(80):
        (folder / f"old{number}").write_text("x", "utf-8")
        os.utime(folder / f"old{number}", (1, 1))
    place.check("--ignore", "AD404")
    assert len(place.runs()) == 64
    assert place.is_told_again("--ignore", "AD404")


def test_another_tool_remembers_nothing_of_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    before = stamp.stamp()
    assert stamp.stamp() == before
    monkeypatch.setattr("advancelint.__version__", "9.9.9")
    assert stamp.stamp() != before


def test_what_is_no_plain_file_is_never_sure(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "file").write_text("x", "utf-8")
    assert [witness.is_sure(witness.of_file(str(tmp_path / name))) for name in ("file", "none", "link", "pipe")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_all_that_a_run_opens_is_among_its_witnesses(place: Place) -> None:
    """Seen by Python itself: of what a run opens or lists outside of the tool, nothing is forgotten in its record."""
    config(place)
    new_repository(place.plans)
    commit(place.plans)
    settled()
    hook = (
        "import os, sys\nseen = set()\n"
        "def hear(event, given):\n"
        "    if event in ('open', 'os.listdir', 'os.scandir') and given and isinstance(given[0], (str, bytes)):\n"
        "        seen.add(os.path.abspath(os.fsdecode(given[0])))\n"
        "sys.addaudithook(hear)\n"
        f"try:\n    {START.replace('; ', chr(10) + '    ')}\n"
        "finally:\n    print('\\n'.join(sorted(seen)), file=sys.__stderr__)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", hook, "check", "--as-of", DAY, "--jobs", "1"],
        cwd=place.plans,
        env=environment(ADVANCELINT_NO_CACHE="", ADVANCELINT_CACHE_DIR=str(place.cache)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    opened = [path for path in ended.stderr.splitlines() if path.startswith(str(place.plans))]
    (path,) = place.runs()
    head = path.read_bytes().split(b"\0")
    assert opened
    assert [one for one in opened if os.fsencode(one) not in head and not one.endswith("/.git")] == []


def many(folder: Path, count: int) -> None:
    for number in range(count):
        text = (GOOD, BAD, f"# Lunch {number}\n")[number % 3].replace("Ferrow", f"Ferrow{number // 6}")
        write(folder, f"a{number // 6}/{number}.md", text)


@pytest.mark.parametrize("words", [(), ("--output-format", "json"), ("--output-format", "markdown"), ("--statistics",)])
def test_several_processes_say_the_same_as_one(tmp_path: Path, words: tuple[str, ...]) -> None:
    place = Place(tmp_path)
    new_repository(place.plans)
    many(place.plans, 40)
    git(place.plans, "add", "a0", "a1", "a2/12.md")
    one = place.check("--no-cache", "--jobs", "1", *words)
    several = place.check("--no-cache", "--jobs", "3", *words)
    assert (several.returncode, several.stdout, several.stderr) == (one.returncode, one.stdout, one.stderr)
    assert several.stdout


def test_a_process_that_is_lost_loses_nothing(tmp_path: Path) -> None:
    place = Place(tmp_path)
    many(place.plans, 30)
    one = place.check("--no-cache", "--jobs", "1")
    start = (
        "import os, sys\nfrom advancelint.cli import crew\nwhole = crew._hand_over\n"
        "def hand_over(writing, task, data):\n"
        "    if task == 4:\n        os.kill(os.getpid(), 9)\n"
        "    whole(writing, task, data)\n"
        "crew._hand_over = hand_over\nfrom advancelint.cli import main\nsys.exit(main())"
    )
    lost = subprocess.run(
        [sys.executable, "-c", start, "check", "--as-of", DAY, "--no-cache", "--jobs", "2"],
        cwd=place.plans,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (lost.returncode, lost.stdout, lost.stderr) == (one.returncode, one.stdout, one.stderr)


def test_ctrl_c_ends_all_processes(tmp_path: Path) -> None:
    place = Place(tmp_path)
    many(place.plans, 400)
    started = subprocess.Popen(
        [sys.executable, "-c", START, "check", "--as-of", DAY, "--no-cache", "--jobs", "2"],
        cwd=place.plans,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    for _ in range(200):
        if len(in_group(started.pid)) == 3:
            break
        time.sleep(0.05)
    assert len(in_group(started.pid)) == 3
    os.kill(started.pid, signal.SIGINT)
    started.communicate(timeout=60)
    assert started.returncode == 130
    assert in_group(started.pid) == []


def in_group(group: int) -> list[str]:
    """The processes of a group that are not over."""
    told = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, encoding="utf-8", check=True).stdout
    return [line for line in told.splitlines() if line.split()[0] == str(group) and line.split()[1][0] != "Z"]


def test_the_start_of_a_run_that_is_told_again_imports_next_to_nothing(place: Place) -> None:
    place.check()
    ended = place.check(flags=("-X", "importtime"))
    bare = subprocess.run([sys.executable, "-X", "importtime", "-c", "pass"], capture_output=True, encoding="utf-8",
                          check=True, env=environment(), cwd=place.plans)  # fmt: skip
    more = set(imported(ended.stderr)) - set(imported(bare.stderr))
    ours = {name for name in more if name.split(".")[0] == "advancelint"}
    assert more - ours <= {"_blake2", "binascii", "__future__", "time", "_stat", "stat"}
    assert len(ours) <= 11


def imported(told: str) -> list[str]:
    return [line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")]
