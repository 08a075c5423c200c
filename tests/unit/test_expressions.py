"""Expressions that wait for their first use."""

import gc
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import advancelint
from advancelint.expressions import expression


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
    for module in walk_packages(advancelint.__path__, "advancelint."):
        import_module(module.name)
    kind = type(expression(""))
    found = [one for one in gc.get_objects() if type(one) is kind]
    assert len(found) > 200
    assert all(isinstance(one.groups, int) for one in found)  # asking for it compiles it
