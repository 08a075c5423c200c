"""What the tool writes is whole or not there: killed at any moment, on a full disk, in a folder that is closed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command import DAY, START, environment
from hostile_repository import PLAN, ask, watched

from advancelint import replacing
from advancelint.replacing import create_file, replace_file

BEFORE = PLAN.format(month="08") + "Größe 🏭\r\n\r\nno last line end"
AFTER = BEFORE.replace("Get Vesna to send", "Vesna sends")
FIX = ("check", "--as-of", DAY, "plan.md", "--fix", "--quiet")
# Runs the tool in the folder "0" and has the system kill it at its first step from the first temporary file on, then
# in the folder "1" at the second one, and so on until it is not killed; prints the codes. It is forked from a process
# that has done the same in the folder "warm", since starting Python each time takes longer than all the rest.
KILLER = """\
import os, signal, sys
from advancelint.cli import main
def run(left):
    begun = False
    def step(name):
        nonlocal left, begun
        begun = begun or ".advancelint-" in name
        if begun:
            left -= 1
            if left == -1:
                os.kill(os.getpid(), signal.SIGKILL)
    def look(event, given):
        if event == "open" or event.startswith("os.") and event != "os.listdir":
            step(str(given[0]))
    sync = os.fsync
    def slow(descriptor):
        step("")
        sync(descriptor)
        step("")
    os.fsync = slow
    sys.addaudithook(look)
    os.chdir(str(left))
    main()
told = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
os.chdir("warm")
try:
    main()
except SystemExit:
    os.chdir("..")
for turn in range(STEPS):
    child = os.fork()
    if not child:
        run(turn)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(told, f"{code} ".encode())
    if code != -signal.SIGKILL:
        break
"""
STEPS = 40
LEFT_BEHIND = ".advancelint-0123456789ab.tmp"


def parts(folder: Path) -> list[str]:
    """The temporary files in the folder."""
    return [name for name in os.listdir(folder) if name.startswith(".advancelint-") and name.endswith(".tmp")]


@pytest.mark.skipif(os.name == "nt", reason="signals and rights are those of POSIX")
@pytest.mark.parametrize("command", ["fix", "baseline", "init", "rule new"])
def test_killed_at_any_step_the_file_is_the_old_or_the_new_one(tmp_path: Path, command: str) -> None:
    words: dict[str, tuple[str, ...]] = {
        "fix": FIX,
        "baseline": ("baseline", "create", "--force", "--as-of", DAY),
        "init": ("init", "--yes", "--without", "schema", "--without", "hooks", "--without", "workflow"),
        "rule new": ("rule", "new", "--name", "x", "--code", "ABC101"),
    }
    name = {"fix": "plan.md", "baseline": ".advancelint-baseline.jsonl", "init": "advancelint.toml"}.get(
        command, "team-rules/ABC101-x.yaml"
    )
    old = {"fix": BEFORE.encode(), "baseline": b'{"advancelint-baseline": 1}\n'}.get(command, b"")
    folders = [tmp_path / str(at) for at in (*range(STEPS), "warm")]
    for folder in folders:
        folder.mkdir()
        (folder / "plan.md").write_bytes(BEFORE.encode())
        if old:
            (folder / name).write_bytes(old)
    start = [sys.executable, "-c", KILLER.replace("STEPS", str(STEPS)), *words[command]]
    ended = subprocess.run(
        start, cwd=tmp_path, env=environment(PYTHONDONTWRITEBYTECODE="1"), capture_output=True, check=True, timeout=120
    )
    codes = [int(line) for line in ended.stdout.split()]
    assert codes[:-1] == [-signal.SIGKILL] * (len(codes) - 1)
    assert 6 <= len(codes) < STEPS, "at last it was not killed any more"
    seen = [(folder / name).read_bytes() if (folder / name).exists() else b"" for folder in folders[: len(codes)]]
    assert seen[0] == old
    assert seen[-1] not in (old, b"")
    assert set(seen) == {old, seen[-1]}
    left = [parts((folder / name).parent) for folder in folders[1 : len(codes)]]
    assert left[0]
    assert left[-1] == []
    again = ask(folders[1], "check", "--as-of", DAY)
    assert "1 plan judged of 1 file" in again.stdout, "what is left behind is in nobody's way"


def test_killed_at_any_time_nothing_is_lost(tmp_path: Path) -> None:
    for turn in range(8):
        (tmp_path / "plan.md").write_bytes(BEFORE.encode())
        process = subprocess.Popen(
            [sys.executable, "-c", START, *FIX], cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL
        )
        time.sleep(0.15 * turn)
        process.kill()
        process.wait()
        assert (tmp_path / "plan.md").read_bytes() in (BEFORE.encode(), AFTER.encode())


def test_what_a_killed_run_left_is_not_judged_and_is_taken_away_by_a_later_one(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_bytes(BEFORE.encode())
    names = {"old": LEFT_BEHIND, "young": ".advancelint-ba9876543210.tmp", "other": ".advancelint-x.tmp"}
    for name in names.values():
        (tmp_path / name).write_bytes(BEFORE.encode())
    for name in ("old", "other"):
        os.utime(tmp_path / names[name], (1, 1))
    os.symlink("plan.md", tmp_path / ".advancelint-aaaaaaaaaaaa.tmp")
    ended = ask(tmp_path, "check", "--as-of", DAY)
    assert "1 plan judged of 1 file" in ended.stdout
    assert ask(tmp_path, *FIX).returncode == 1
    left = {names["young"], names["other"], ".advancelint-aaaaaaaaaaaa.tmp"}
    assert set(parts(tmp_path)) == left, "not what another run may be writing, nor what is not ours"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_bytes(BEFORE.encode())
    return path


@pytest.mark.skipif(os.name == "nt", reason="rights are those of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_nobody_may_read_the_new_file_who_may_not_read_the_old_one(
    plan: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.chmod(mode)
    seen: list[int] = []
    sync = os.fsync

    def look(descriptor: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    replace_file(str(plan), b"new")
    assert seen[0] & ~mode == 0
    assert stat.S_IMODE(plan.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_the_owner_stays(plan: Path) -> None:
    os.chown(plan, 12345, 54321)
    plan.chmod(0o640)
    assert ask(plan.parent, *FIX).returncode == 1
    state = plan.stat()
    assert (state.st_uid, state.st_gid, stat.S_IMODE(state.st_mode)) == (12345, 54321, 0o640)
    assert plan.read_bytes() == AFTER.encode()


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="attributes are those of Linux")
def test_attributes_stay(plan: Path) -> None:
    try:
        os.setxattr(plan, "user.team", b"sales")
    except OSError:
        pytest.skip("this file system has none")
    replace_file(str(plan), b"new")
    assert os.getxattr(plan, "user.team") == b"sales"


def test_a_change_at_the_last_moment_is_seen(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = replacing._make_alike

    def change(part: str, path: str, like: os.stat_result) -> None:
        made(part, path, like)
        plan.write_text("somebody else's\n", "utf-8")

    monkeypatch.setattr(replacing, "_make_alike", change)
    ended = ask(plan.parent, *FIX)
    assert ended.returncode == 2
    assert "plan.md: was changed while it was being fixed, and was left as it is\n  Run the command" in ended.stderr
    assert plan.read_text("utf-8") == "somebody else's\n"
    assert parts(plan.parent) == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (28, "cannot be fixed: no space left on device\n  Make room on the disk"),
        (5, "cannot be fixed: input/output error"),
        (13, "cannot be fixed: permission denied\n  A new file is put in its place, so its folder has to be writable"),
        (30, "cannot be fixed: read-only file system\n  A new file is put in its place"),
    ],
)
def test_where_writing_fails_it_is_said_and_the_other_files_go_on(
    plan: Path, number: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = plan.with_name("zz.md")
    other.write_bytes(plan.read_bytes())
    sync, turns = os.fsync, iter(range(1000))

    def full(descriptor: int) -> None:
        if next(turns) == 0:
            raise OSError(number, os.strerror(number))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    ended = ask(plan.parent, "check", "--as-of", DAY, "--fix", "--quiet")
    assert ended.returncode == 2
    assert f"plan.md: {says}" in ended.stderr
    assert plan.read_bytes() == BEFORE.encode()
    assert other.read_bytes() == AFTER.encode()
    assert parts(plan.parent) == []


@pytest.mark.skipif(os.name == "nt", reason="limits are those of POSIX")
def test_a_file_that_the_system_cuts_short_is_not_put_in_place(plan: Path) -> None:
    start = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({len(AFTER) // 2},) * 2)\n{START}"
    ended = subprocess.run(
        [sys.executable, "-c", start, *FIX], cwd=plan.parent, env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "plan.md: cannot be fixed: file too large" in ended.stderr
    assert plan.read_bytes() == BEFORE.encode()
    assert parts(plan.parent) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_in_a_closed_folder_nothing_is_fixed_and_that_is_said(plan: Path) -> None:
    plan.parent.chmod(0o555)
    try:
        ended = ask(plan.parent, *FIX)
    finally:
        plan.parent.chmod(0o755)
    assert ended.returncode == 2
    assert "plan.md: cannot be fixed: permission denied" in ended.stderr
    assert plan.read_bytes() == BEFORE.encode()


def test_where_something_is_already_nothing_is_created(tmp_path: Path) -> None:
    place = tmp_path / "x"
    create_file(str(place), b"first")
    with pytest.raises(FileExistsError):
        create_file(str(place), b"second")
    assert place.read_bytes() == b"first"
    os.symlink("nowhere", tmp_path / "y")
    with pytest.raises(FileExistsError):
        create_file(str(tmp_path / "y"), b"second")
    assert sorted(os.listdir(tmp_path)) == ["x", "y"]


def test_where_the_file_system_knows_no_second_names_files_are_created_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(old: str, new: str) -> None:
        raise OSError(1, "operation not permitted")

    monkeypatch.setattr(os, "link", link)
    test_where_something_is_already_nothing_is_created(tmp_path)


@pytest.mark.parametrize("swap", [os.mkfifo, lambda path: os.symlink("/dev/zero", path), os.mkdir])
def test_a_file_that_is_swapped_for_something_else_is_left_alone(
    plan: Path, swap: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from advancelint.engine import fixing

    mend = fixing.mend

    def swapped(*given: object) -> object:
        made = mend(*given)  # type: ignore[arg-type]
        plan.unlink()
        swap(plan)
        return made

    monkeypatch.setattr(fixing, "mend", swapped)
    ended = ask(plan.parent, *FIX)
    assert ended.returncode == 2
    assert "plan.md: cannot be fixed: " in ended.stderr
    assert not plan.is_file()


def test_a_run_writes_the_files_to_fix_the_outputs_named_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    plan = folder / "plan.md"
    plan.write_bytes(BEFORE.encode())
    seen = watched(folder, *FIX, "--output", "report.txt", home=tmp_path / "home")
    assert seen.ended.returncode == 1
    ours = {path for path in seen.written if not path.startswith(str(tmp_path / "home" / "cache"))}
    temporary = {path for path in ours if os.path.basename(path).startswith(".advancelint-")}
    assert ours - temporary == {str(plan), str(folder / "report.txt")}
    assert {os.path.dirname(path) for path in temporary} == {str(folder)}
    assert sorted(os.listdir(folder)) == ["plan.md", "report.txt"]
