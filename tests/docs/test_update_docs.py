"""The script behind the tables: it replaces what stands between the markers and nothing else."""

from __future__ import annotations

import os

import pytest
from scripts_path import update_docs as script

OLD = "before\n<!-- a: begin; `make docs` writes it -->\nold\n<!-- a: end -->\nafter\n"


def test_an_old_table_is_replaced_and_the_rest_is_kept() -> None:
    assert script.put(OLD, "a", "new") == OLD.replace("old", "new")


@pytest.mark.parametrize("text", ["", "<!-- a: end -->", OLD.replace("<!-- a: end -->", "")])
def test_a_document_without_its_markers_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="markers"):
        script.put(text, "a", "new")


def test_check_fails_and_writes_nothing_when_a_document_is_old(
    monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str]
) -> None:
    document = os.path.join(tmp_path, "page.md")
    with open(document, "w", encoding="utf-8") as file:
        file.write(OLD)
    monkeypatch.setattr(script, "ROOT", os.fspath(tmp_path))
    new = {"page.md": script.put(OLD, "a", "new")}
    assert script.update(new, ["--check"]) == 1
    with open(document, encoding="utf-8") as file:
        assert file.read() == OLD
    told = capsys.readouterr().err
    assert "make docs" in told
    assert "+new" in told
    assert script.update(new, []) == 0
    assert script.update(new, ["--check"]) == 0
