"""``check --watch`` with the real watchfiles: runs again on a change, lives on through mistakes, ends on Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import DAY, START, environment
from repository import run, write

pytest.importorskip("watchfiles", reason="the extra “watch” is not installed")

BAD = """\
---
type: call-plan
stage: discover
---
# Call with Vesna Ilic, 2026-06-10

**Attendees:** Vesna Ilic (Brandt Optics)
**Objective:** TBD
"""
GOOD = BAD.replace("TBD", "Vesna sends the April return figures by 12 June.")
# Generous, because a machine that is busy with other tests is slow to notice.
SECONDS = 60


class Watch:
    """A watching process, whose output can be waited for."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [
            sys.executable,
            "-u",
            "-c",
            START,
            "check",
            "--watch",
            "--as-of",
            DAY,
            "--select",
            "PL101",
            *arguments,
        ]
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", start_new_session=True,
        )  # fmt: skip
        self._text = ""
        self._seen = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._text += line

    def wait_for(self, words: str) -> str:
        """Return what came since the last wait, up to and with ``words``."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            text = self._text
            place = text.find(words, self._seen)
            if place >= 0:
                found, self._seen = text[self._seen : place + len(words)], place + len(words)
                return found
            if self.process.poll() is not None and not self._reader.is_alive():
                break
            time.sleep(0.05)
        raise AssertionError(f"“{words}” did not come; this did: {self._text[self._seen :]}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(SECONDS)
        self._reader.join(SECONDS)
        assert "Traceback" not in self._text, self._text
        return code

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._reader.join(SECONDS)
        if self.process.stdout is not None:
            self.process.stdout.close()


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    started: list[Watch] = []
    yield started
    for one in started:
        one.kill()


JUDGED = "as of 2026-06-01\n"


def test_a_change_is_judged_again_and_ctrl_c_ends_it(tmp_path: Path, watches: list[Watch]) -> None:
    write(tmp_path, "plans/call plan.md", BAD)
    watch = Watch(tmp_path, "plans")
    watches.append(watch)
    assert "plans/call plan.md:8:16: PL101 error" in watch.wait_for(JUDGED)
    watch.wait_for("watching plans; Ctrl-C ends it\n")
    write(tmp_path, "plans/call plan.md", GOOD)
    watch.wait_for("---- changed: plans/call plan.md ----\n")
    assert "nothing to object to" in watch.wait_for(JUDGED)
    write(tmp_path, "plans/new/another.md", BAD)
    watch.wait_for("---- changed: plans/new")  # the folder, or the file where the folder was noticed in time
    watch.wait_for("another.md:8:16: PL101 error")
    assert watch.stop() == 0


def test_a_config_above_the_folder_counts_and_a_broken_one_does_not_end_it(
    tmp_path: Path, watches: list[Watch]
) -> None:
    write(tmp_path, "plans/call.md", BAD)
    watch = Watch(tmp_path, "plans/call.md")
    watches.append(watch)
    assert "PL101" in watch.wait_for(JUDGED)
    watch.wait_for("watching plans;")
    write(tmp_path, "advancelint.toml", "[kind]\n")
    watch.wait_for("---- changed: advancelint.toml ----\n")
    assert "advancelint.toml:1:2:" in watch.wait_for("Did you mean “kinds”?")
    write(tmp_path, "advancelint.toml", '[kinds]\nnone = ["*.md"]\n')
    watch.wait_for("---- changed: advancelint.toml ----\n")
    watch.wait_for("no plan was found")
    assert watch.stop() == 0


def test_its_own_report_and_other_files_are_no_change(tmp_path: Path, watches: list[Watch]) -> None:
    write(tmp_path, "call.md", BAD)
    watch = Watch(tmp_path, ".", "--output", "report.md")
    watches.append(watch)
    watch.wait_for("watching .;")
    for name in ("notes.txt", ".hidden/plan.md", "node_modules/x/plan.md"):
        write(tmp_path, name, BAD)
    time.sleep(1.5)
    write(tmp_path, "call.md", GOOD)
    told = watch.wait_for("---- changed: ")
    assert told.count("----") == 1, "the first change that counted"
    watch.wait_for("call.md ----\n")
    assert watch.stop() == 0


def test_what_a_config_extends_and_the_baseline_it_names_are_watched_too(tmp_path: Path, watches: list[Watch]) -> None:
    write(tmp_path, "plans/call.md", BAD)
    write(tmp_path, "policy/all.toml", "")
    write(tmp_path, "plans/advancelint.toml", 'extends = "../policy/all.toml"\nbaseline = "known.jsonl"\n')
    write(tmp_path, "plans/known.jsonl", '{"advancelint-baseline": 1}\n')
    watch = Watch(tmp_path, "plans")
    watches.append(watch)
    assert "PL101 error" in watch.wait_for(JUDGED)
    watch.wait_for("watching plans;")
    write(tmp_path, "policy/all.toml", 'severity.PL101 = "info"\n')
    watch.wait_for("---- changed: policy/all.toml ----\n")
    assert "PL101 info" in watch.wait_for(JUDGED)
    made = run(tmp_path, "baseline", "create", "plans", "--force", "--as-of", DAY)
    assert made.returncode == 0, made.stderr
    watch.wait_for("---- changed: plans/known.jsonl ----\n")
    assert "nothing to object to; 1 held by the baseline" in watch.wait_for(JUDGED)
    assert watch.stop() == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fix"], "--watch reports and changes nothing"),
        (["--diff"], "--watch reports and changes nothing"),
        (["nowhere"], "nowhere: there is no such file or folder"),
        (["-"], "--watch cannot watch standard input"),
        (["--stdin-filename", "plan.md"], "--watch cannot watch standard input"),
        (["--select", "XX999"], "no rule has the code"),
        (["--as-of", "yesterday"], "is no date"),
    ],
)
def test_wrong_usage_ends_it_at_once(tmp_path: Path, arguments: list[str], message: str) -> None:
    ended = run(tmp_path, "check", "--watch", *arguments)
    assert ended.returncode == 2
    assert message in ended.stderr


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    write(tmp_path, "hidden/watchfiles.py", "raise ImportError\n")
    path = os.pathsep.join((str(tmp_path / "hidden"), environment()["PYTHONPATH"]))
    ended = run(tmp_path, "check", "--watch", PYTHONPATH=path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "--watch needs the package watchfiles, which is not installed\n"
        '  Install it with the extra “watch”: pip install "advancelint[watch]"\n'
    )
