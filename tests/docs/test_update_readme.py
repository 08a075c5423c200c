"""The script behind the pictures: it replaces what stands between the markers and nothing else."""

from __future__ import annotations

import importlib.util
import os
from types import ModuleType

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OLD = "before\n<!-- a: begin; `make docs` writes it -->\nold\n<!-- a: end -->\nafter\n"


@pytest.fixture
def script() -> ModuleType:
    path = os.path.join(ROOT, "scripts", "update_readme.py")
    spec = importlib.util.spec_from_file_location("update_readme", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_picture_is_replaced_and_the_rest_is_kept(script: ModuleType) -> None:
    assert script.put(OLD, "a", "new") == OLD.replace("old", "new")


@pytest.mark.parametrize("text", ["", "<!-- a: end -->", OLD.replace("<!-- a: end -->", "")])
def test_a_document_without_its_markers_is_refused(script: ModuleType, text: str) -> None:
    with pytest.raises(ValueError, match="markers"):
        script.put(text, "a", "new")


def test_check_fails_and_writes_nothing_when_a_picture_is_old(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str]
) -> None:
    document = os.path.join(tmp_path, "page.md")
    with open(document, "w", encoding="utf-8") as file:
        file.write(OLD)
    monkeypatch.setattr(script, "ROOT", os.fspath(tmp_path))
    monkeypatch.setattr(script, "PICTURES", (script.Picture("page.md", "a", "text", ()),))
    monkeypatch.setattr(script, "draw", lambda picture: "new")
    assert script.update(script.documents(), ["--check"]) == 1
    with open(document, encoding="utf-8") as file:
        assert file.read() == OLD
    assert "make docs" in capsys.readouterr().err
    assert script.update(script.documents(), []) == 0
    assert script.update(script.documents(), ["--check"]) == 0
