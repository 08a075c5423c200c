"""The installed command ends at once, and nothing that anybody can see of it is other than with a slow end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import START, environment
from ferrow_glass import GOOD

from advancelint import __version__

QUICK = START.replace("cli import main; sys.exit(main())", "cli.process import run; run()")
assert QUICK != START
VERSION = f"advancelint {__version__}".encode()


def ended(start: str, folder: Path, *arguments: str, out: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", start, *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(PYTHONUNBUFFERED=""),
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.joinpath("good.md").write_text(GOOD, "utf-8")
    bad = GOOD.replace("Lena Marsh sends Jun the gas bills", "Demonstrate the tool to Lena Marsh, with the gas bills")
    tmp_path.joinpath("bad.md").write_text(bad, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "good.md", "--as-of", "2026-06-01"], 0),
        (["check", "bad.md", "--as-of", "2026-06-01", "--fail-on", "info"], 1),
        (["check", "none.md"], 2),
        (["chek"], 2),
        (["--version"], 0),
        (["--help"], 0),
        (["schema", "plan"], 0),
    ],
)
def test_the_code_and_what_is_printed_are_the_same(folder: Path, arguments: list[str], code: int) -> None:
    quick, slow = ended(QUICK, folder, *arguments), ended(START, folder, *arguments)
    assert (quick.returncode, quick.stdout, quick.stderr) == (slow.returncode, slow.stdout, slow.stderr)
    assert quick.returncode == code


@pytest.mark.parametrize(("name", "code"), [("good.md", 0), ("bad.md", 1), ("none.md", 2)])
def test_python_runs_the_same_by_the_package_name(folder: Path, name: str, code: int) -> None:
    arguments = ("check", name, "--as-of", "2026-06-01", "--fail-on", "info")
    named = subprocess.run(
        [sys.executable, "-m", "advancelint", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    installed = ended(QUICK, folder, *arguments)
    assert (named.returncode, named.stdout, named.stderr) == (code, installed.stdout, installed.stderr)


def test_what_was_to_be_done_at_the_end_is_done(folder: Path) -> None:
    start = QUICK.replace("import sys;", "import sys, atexit; atexit.register(print, 'the last word');")
    assert ended(start, folder, "--version").stdout.splitlines()[-1] == b"the last word"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
def test_a_report_that_cannot_be_written_is_told_as_ever(folder: Path) -> None:
    with open("/dev/full", "wb", buffering=0) as full:
        quick, slow = (ended(start, folder, "--version", out=full.fileno()) for start in (QUICK, START))
    assert quick.returncode == slow.returncode != 0
    assert quick.stderr.splitlines()[-1] == slow.stderr.splitlines()[-1]


def test_a_reader_that_has_gone_is_no_fault(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    quick, slow = (ended(start, folder, "schema", "plan", out=writer) for start in (QUICK, START))
    os.close(writer)
    assert (quick.returncode, quick.stderr) == (slow.returncode, slow.stderr)
    assert b"Traceback" not in quick.stderr


def test_whoever_watches_sees_the_whole_end(folder: Path) -> None:
    caught = f"{START}\n".replace("cli import main; sys.exit(main())", "cli.process import run")
    caught += "try: run()\nexcept SystemExit: print('seen')\n"
    watched = f"import sys; sys.setprofile(lambda *_: None); {caught}"
    assert ended(caught, folder, "--version").stdout.splitlines() == [VERSION]
    assert ended(watched, folder, "--version").stdout.splitlines() == [VERSION, b"seen"]
