"""The generated pages of rules show where in its life a rule is; none of ours is old enough to show it yet."""

from __future__ import annotations

import importlib.util
import os
from types import ModuleType

import pytest

from advancelint.rule import Former
from advancelint.source import Place

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@pytest.fixture
def script() -> ModuleType:
    path = os.path.join(ROOT, "scripts", "build_rule_docs.py")
    spec = importlib.util.spec_from_file_location("build_rule_docs", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_page_tells_what_a_rule_was_called_and_what_to_use_instead(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *rest = script.load_rules()
    old = (Former("AD400", Place(1, 1)), Former("own-activity", Place(1, 1)))
    card = first.card._replace(status="deprecated", deprecated="Use *AD402*.", replaces=old)
    monkeypatch.setattr(script, "load_rules", lambda: (first._replace(card=card), *rest))
    pages = script.pages()
    page = pages[card.page].splitlines()
    assert "- Status: deprecated; runs only when it is selected by its code or name" in page
    assert "- Deprecated: Use \\*AD402\\*." in page
    assert "- Formerly: AD400, own-activity" in page
    rows = [line for line in pages["docs/rules/index.md"].splitlines() if "*deprecated*: " in line]
    assert [row.split("]")[0] for row in rows] == [f"| [{card.code}"]


def test_the_page_on_old_names_says_which_name_its_examples_take_for_one(script: ModuleType) -> None:
    told = [path for path, text in script.pages().items() if "counts as a rule that was called AD400" in text]
    assert told == ["docs/rules/SU706-renamed-suppressed-rule.md"]
