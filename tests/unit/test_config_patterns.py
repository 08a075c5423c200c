"""Patterns: asked quickly, they say what pathspec says; told from a folder further down, they mean the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from advancelint.config.patterns import Patterns, rebased

PARTS = st.sampled_from(["a", "b", "ab", "*", "a*", "?b", "**", "[ab]", "a.md", "*.md"])
PATTERNS = st.builds(
    lambda sign, slash, parts, end: sign + slash + "/".join(parts) + end,
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "/"]),
    st.lists(PARTS, min_size=1, max_size=3),
    st.sampled_from(["", "/"]),
).filter(lambda pattern: not pattern.endswith("**/"))  # in which git and pathspec differ
NAMES = st.lists(st.sampled_from(["a", "b", "ab", "a.md"]), min_size=1, max_size=4)


@given(st.lists(PATTERNS, max_size=4), NAMES, st.booleans())
def test_asking_quickly_changes_no_answer(lines: list[str], parts: list[str], folder: bool) -> None:
    name = "/".join(parts) + ("/" if folder else "")
    verdict = Patterns(lines).verdict(name)
    assert verdict.matched == bool(GitIgnoreSpec.from_lines(lines).check_file(name).include)


@given(PATTERNS, NAMES.filter(lambda parts: len(parts) > 1), st.data())
def test_a_rebased_pattern_means_the_same_from_below(pattern: str, parts: list[str], data: st.DataObject) -> None:
    bare = pattern.removeprefix("!")
    depth = data.draw(st.integers(1, len(parts) - 1))
    above, below = parts[:depth], "/".join(parts[depth:])
    assert Patterns(rebased(bare, above)).match(below) == Patterns([bare]).match("/".join(parts))
    assert rebased(f"!{bare}", above) == tuple(f"!{new}" for new in rebased(bare, above))


@pytest.mark.parametrize("line", ["!", "\\", "[a", "#x", "/", "  ", "a\\"])
def test_a_line_that_is_no_pattern_matches_nothing_and_harms_no_other(line: str) -> None:
    found = Patterns([line, "b"])
    assert not found.match("a")
    assert found.match("b")
