"""The faults that mutation testing puts into the code: where they stand and what they make of it."""

import ast

from benchmarks_path import mutants

mutants_of = mutants.mutants_of

TEXT = '''"""A module. It is True."""
LEAST = 2


def name(words: list[str], least: int = 1) -> str:
    """Return a name, if 1 < 2."""
    found = ""
    for word in words[1:]:
        if not word or len(word) < LEAST:
            continue
        found += "é" + word if word in ("von", "two words") else word
    return max(found, f"no {found == words}")
'''


def test_each_mutant_is_python_that_differs_in_one_line() -> None:
    made = [one.applied(TEXT) for one in mutants_of("name.py", TEXT)]
    assert len(set(made)) == len(made)
    for text in made:
        ast.parse(text)
        changed = [pair for pair in zip(text.splitlines(), TEXT.splitlines(), strict=True) if pair[0] != pair[1]]
        assert len(changed) == 1


def test_what_decides_is_changed_and_what_is_told_is_not() -> None:
    made = {(one.operator, one.scope, TEXT[one.start : one.end], one.new) for one in mutants_of("name.py", TEXT)}
    assert made == {
        ("constant", "", "2", "3"),
        ("constant", "", "1", "2"),
        ("word", "name", '""', "'XX'"),
        ("slice bound", "name", "1", ""),
        ("constant", "name", "1", "2"),
        ("not, minus", "name", "not", ""),
        ("and, or", "name", "or", "and"),
        ("comparison", "name", "<", "<="),
        ("break, continue", "name", "continue", "break"),
        ("statement removed", "name", 'found += "é" + word if word in ("von", "two words") else word', "pass"),
        ("word", "name", '"é"', "'XXé'"),
        ("word", "name", '"von"', "'XXvon'"),
        ("comparison", "name", "in", "not in"),
        ("min, any and the like", "name", "max", "min"),
        ("return value", "name", 'max(found, f"no {found == words}")', '""'),
    }


def test_a_diff_shows_the_line_before_and_after() -> None:
    (one,) = (one for one in mutants_of("name.py", TEXT) if one.new == "and")
    assert "-        if not word or len(word) < LEAST:\n+        if not word and len(word) < LEAST:" in one.diff(TEXT)
