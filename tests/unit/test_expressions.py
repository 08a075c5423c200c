"""Expressions that wait for their first use."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from advancelint import expressions
from advancelint.expressions import expression
from advancelint.frozen import ENDING


def test_an_expression_is_compiled_at_its_first_use_and_has_all_that_a_pattern_has() -> None:
    broken = expression(r"(")
    with pytest.raises(re.error, match="unterminated"):
        broken.search("text")
    words = expression(r"(?P<word>\w+)", re.ASCII)
    assert [match["word"] for match in words.finditer("käse b")] == ["k", "se", "b"]
    assert words.sub("-", "a b") == "- -"
    assert words.flags & re.ASCII
    assert words.groupindex == {"word": 1}
    assert expression(f"{broken.pattern}x)").fullmatch("x")
    with pytest.raises(AttributeError):
        words.no_such_thing  # type: ignore[attr-defined]  # noqa: B018 - asked for because it is not there


def test_every_expression_of_the_tool_compiles() -> None:
    code = "from advancelint.expressions import compile_all, _made; found = compile_all(); print(found, len(_made))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout
    found, made = map(int, told.split())
    assert found > 200
    assert found * 0.9 < made <= found  # two modules may have the same one


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a folder be that of the package, which has told nothing yet."""
    monkeypatch.setattr(expressions, "_HERE", str(tmp_path))
    monkeypatch.setattr(expressions, "_kept", None)
    return tmp_path / f"{expressions.FROZEN}{ENDING}"


def test_what_a_wheel_holds_is_what_compiling_makes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = expressions.compiled(r"(?i)(?P<day>\d+)\.(?:(?P<month>[äöü]\w*)|(\s+))", re.ASCII)
    assert expressions.compiled(rb"\x00+").search(b"a\x00")
    folder.write_bytes(expressions.frozen_expressions())
    monkeypatch.setattr(expressions, "_kept", None)
    for source, flags in list(expressions._made):
        thawed = expressions._thawed(source, flags)
        plain = re.compile(source, flags)
        assert thawed == plain  # for patterns this compares what the engine runs
        assert thawed is not None
        assert (thawed.groups, thawed.groupindex, thawed.flags) == (plain.groups, plain.groupindex, plain.flags)
    monkeypatch.setattr(expressions, "_kept", None)  # each is handed out once
    thawed = expressions._thawed(names.pattern, re.ASCII)
    assert thawed is not None
    assert thawed.sub(r"\g<day>", "4.äx") == "4"


@pytest.mark.parametrize("change", ["other", "version", "cut", "none"])
def test_another_python_compiles_for_itself(change: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expressions.compiled("a+b")
    data = expressions.frozen_expressions()
    if change == "other":
        monkeypatch.setattr(sys.implementation, "name", "other")
    if change == "version":
        monkeypatch.setattr(sys, "version_info", (3, 99))
    if change != "none":
        folder.write_bytes(data[:-1] if change == "cut" else data)
    monkeypatch.setattr(expressions, "_kept", None)
    assert expressions._thawed("a+b", 0) is None
    monkeypatch.setattr(expressions, "_made", {})
    assert expressions.compiled("a+b").search("xaab")
