"""A file that cannot be read is a finding with a place, and nothing makes the reading hang."""

import os
from pathlib import Path

import pytest

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.engine import Trouble, decode, judge_file, judge_input, read_file
from advancelint.engine.intake import LARGEST_FILE
from advancelint.source import Source

RULES = load_rules()
SETTINGS = Settings(as_of="2026-06-01")


def trouble(path: str) -> tuple[str, str, int, int]:
    (found,) = judge_file(RULES, path, SETTINGS).diagnostics
    return found.code, found.severity, *found.start


def test_a_byte_order_mark_is_no_text() -> None:
    taken = decode("x.md", b"\xef\xbb\xbfAna")
    assert isinstance(taken, Source)
    assert taken.text == "Ana"


def test_the_first_bad_byte_has_its_place(tmp_path: object) -> None:
    path = os.path.join(str(tmp_path), "x.md")
    with open(path, "wb") as file:
        file.write("# Größe\nAna 🏭 ".encode() + b"\xfcber\n")
    assert trouble(path) == ("IN002", "error", 2, 7)


def test_another_encoding_is_guessed_at_in_words_only() -> None:
    taken = decode("x.md", "Ana".encode("utf-16"))
    assert isinstance(taken, Trouble)
    assert "UTF-16" in taken.reason


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "device", "dangling", "large", "nul in its name"])
def test_what_is_no_regular_file_is_reported_and_not_waited_for(tmp_path: object, kind: str) -> None:
    path = os.path.join(str(tmp_path), "x.md")
    if kind == "folder":
        os.mkdir(path)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "dangling":
        os.symlink("nowhere", path)
    elif kind == "large":
        with open(path, "wb") as file:
            file.truncate(LARGEST_FILE + 1)
    elif kind == "device":
        path = "/dev/zero"
    elif kind == "nul in its name":
        path += "\0"
    assert trouble(path) == ("IN001", "error", 1, 1)


def test_a_pipe_that_takes_the_place_of_a_looked_at_file_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, pipe = tmp_path / "file.md", tmp_path / "pipe.md"
    file.write_text("Ana")
    os.mkfifo(pipe)
    looked_at = os.stat(file)
    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", lambda _: looked_at)
        taken = read_file(str(pipe))
    assert isinstance(taken, Trouble)
    assert taken.reason == "it is no regular file"


@pytest.mark.parametrize("text", ["", "\n \t\n"])
def test_an_empty_file_is_a_note(text: str) -> None:
    judged = judge_input(RULES, Source.of("x.md", text), SETTINGS)
    (found,) = judged.diagnostics
    assert (found.code, found.severity, found.start, found.end) == ("IN004", "info", (1, 1), (1, 1))
    assert judged.status == "passed-over"


def test_reading_never_raises(tmp_path: object) -> None:
    assert isinstance(read_file(os.path.join(str(tmp_path), "none")), Trouble)


def test_what_is_nested_too_deeply_to_be_read_is_said() -> None:
    nested = "".join("  " * depth + "- a\n" for depth in range(40))
    source = Source.of("x.md", "# Call prep\n\n**Objective:** Ana signs the form today\n\n" + nested)
    codes = {found.code for found in judge_input(RULES, source, SETTINGS).diagnostics}
    assert "IN006" in codes
    shallow = Source.of("x.md", source.text.split("    " * 5)[0])
    assert "IN006" not in {found.code for found in judge_input(RULES, shallow, SETTINGS).diagnostics}
