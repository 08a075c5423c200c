"""Expressions of cards: what could take for ever is refused, and what is accepted does not, on whatever line."""

from __future__ import annotations

import random
import re
import time

import pytest

from advancelint.cards import pattern_tree
from advancelint.cards.pattern_cost import steps_of
from advancelint.cards.patterns import MATCHED_LENGTH, MOST_STEPS, PatternError, compile_pattern

# Each of these takes more than quadratic time on some line, most of them more than anybody lives.
HOSTILE = [
    "(a+)+b", "(a|a)*b", "(?:a*)*b", "(|a)+b", "(a*?)*?b", "(?:aa|a)*b", "(?:a|b|ab)*c", "(?i)(ka?|K)*b",
    "a*a*a*b", "a*a*a*a*b", "a*?a*?a*?b", "a{0,99}a{0,99}a{0,99}a{0,99}b", "(a?){30}a{30}", "(?:a{1,50}){1,50}b",
    "(a{0,20}){20}b", "(?:a+){20}b", "(.*)(.*)(.*)x", "a.*b.*c.*d", r"\s*\s*\s*x", r"x.*y.*\w*z", "(?s)x.*.*=",
    r"(\w+\s?)*x", r"^(\w+\s?)+$", r"(?:\w+\s*)+:", r"(\S+@?)+!", "(.+)+x", "(x+x+)+y", "([a-z]+)*[0-9]", r"(?:\d+)+$",
    "(?:.*,){5}x", "(?:.*,)*x", "((a|b)*(c|d)*)*e", "(?x) ( a + ) + b", "(a)(?(1)a+|b)*c",
    "(?=(a+)+b)", "(?!a*a*a*b)c", "x(?=a*a*a*b)", "(?<=a)(a+)+b", "(?>(a+)+)b", "(?:(?=.*x)a)*b", "(?:(?=a)a*)*b",
    r"(a*)\1\1b.*c", r"(?:\bx?)*y", r"(?:a )+\b.*(?:b )+\b.*c", "(?:(?:a|b)+c?)+d", "(?:a*+b?a?)*c",
    "(?:a?b?)*c", "(?:[A-Z][a-z]+ ?a?)+x",
]  # fmt: skip
# And these are what people write.
PLAIN = [
    "[a-z]", "foo.*bar", ".*foo.*", "(?i).*foo.*?", r"foo\s+bar", r"label:\s*(.+)$", r"(?i)\bsynerg(?:y|ies)\b",
    "^(?=.*foo)(?=.*bar)", r"https?://\S+", "(foo|bar)+x", r"\d{1,3}(?:[.,]\d{3})*", r"[^|]*\|[^|]*\|", r"(\w+) \1",
    r"(?:\w+\s+){0,3}foo", r"(?:\w+\s+)*foo", r"\w+@\w+\.com", "(?i)^(we|our team) will\\b.*", "a*b", "a+?b", "(?>a+)b",
    "a++b", r"^\d{4}-\d{2}-\d{2}$", "(?m)^foo.*$", r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", r"EUR\s?\d+k?",
    "(?:[^,]+,){3}[^,]+$",
    "(?i)by (?:mon|tues|wednes|thurs|fri)day", r"\bQ[1-4]\b.*20\d\d", r"(?i)\b(touch base|circle back|leverage\w*)\b",
    r"\b\w+ing\b", r"\s+$", r"\([^)]*\)", "“[^”]*”", r"(?i)\b(?:ask|get|have)\b.{0,40}\bto\b", "(?<!not )agreed",
    r"\w+\s*:\s*\w+", r"(?i)(?:risk|issue)s?:?\s*\S+", r"(?x) \d+  # a number", "(a|ab)*c",
    "(?a:\\w+)-x", "[а-я]+ [α-ω]+", "(?:[A-Z][a-z]+ ?)+!",
]  # fmt: skip
LINES = [
    "a" * MATCHED_LENGTH, "ab" * 1_000, "a " * 1_000, " " * MATCHED_LENGTH, "foo" * 666, "foo bar " * 250,
    "aaaa, " * 333,
    "label: " * 285, "1" * MATCHED_LENGTH, "https://" * 250, "|" * MATCHED_LENGTH, "Aa" * 1_000, "Aa Aa " * 333,
    "x" * MATCHED_LENGTH, "a" * 1_000 + "b" * 1_000, "abb" * 666, "-,-" * 666, "word " * 400, "(“" * 1_000,
]  # fmt: skip


@pytest.mark.parametrize("pattern", HOSTILE)
def test_what_could_take_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="could take for ever"):
        compile_pattern(pattern)


@pytest.mark.parametrize("pattern", PLAIN)
def test_what_people_write_is_accepted_and_ends(pattern: str) -> None:
    compiled = compile_pattern(pattern)
    started = time.process_time()
    for line in LINES:
        compiled.search(line)
    # 1.5e8 steps are a second or two; what is refused would take hours.
    assert time.process_time() - started < 20


def test_what_hostile_minds_put_together_is_refused_or_ends() -> None:
    chance = random.Random(7)
    worst = 0.0
    for _ in range(400):
        try:
            compiled = compile_pattern(some_pattern(chance) + "Z")
        except PatternError:
            continue
        started = time.process_time()
        for line in LINES[:4]:
            compiled.search(line)
        worst = max(worst, time.process_time() - started)
    assert worst < 20


ATOMS = ("a", "b", "ab", r"\w", r"\s", ".", "[ab]", "[^a]", "(?:a|b)", "(?:ab|a)", "(?:a|bb)", "(?:a|)")
REPEATS = ("", "", "*", "+", "?", "{0,3}", "*?", "{2,}", "*+")


def some_pattern(chance: random.Random, depth: int = 0) -> str:
    parts = []
    for _ in range(chance.randint(1, 4)):
        inner = depth < 2 and chance.random() < 0.3
        atom = f"(?:{some_pattern(chance, depth + 1)})" if inner else f"(?:{chance.choice(ATOMS)})"
        parts.append(atom + chance.choice(REPEATS))
    return "".join(parts)


@pytest.mark.parametrize("pattern", PLAIN[:20])
def test_the_bound_grows_no_faster_than_the_square_of_the_line(pattern: str) -> None:
    compiled = compile_pattern(pattern)
    short, long = (steps_of(compiled.pattern, compiled, length) for length in (1_000, 4_000))
    assert long <= 17 * short
    assert steps_of(compiled.pattern, compiled, MATCHED_LENGTH) <= MOST_STEPS


@pytest.mark.parametrize("text", ["foo", "a foo b", "a\nfoo", "", "FOO"])
@pytest.mark.parametrize("pattern", [".*foo", ".*foo.*", "(?i).*foo", ".*?foo|^$", ".*"])
def test_what_may_stand_before_a_match_changes_nothing(pattern: str, text: str) -> None:
    assert bool(compile_pattern(pattern).search(text)) == bool(re.search(pattern, text))


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("a(b", "no regular expression"),
        ("a" * 1_001, "at most 1000 characters"),
        ("a{99999999999}", "no regular expression"),
    ],
)
def test_what_is_no_expression_is_refused(pattern: str, says: str) -> None:
    with pytest.raises(PatternError, match=says):
        compile_pattern(pattern)


@pytest.mark.parametrize("pattern", ["(?:" * 150 + "a" + ")++" * 150, "(?>" * 150 + "a" + ")+" * 150, "a?" * 499])
def test_looking_at_an_expression_ends_as_well(pattern: str) -> None:
    started = time.process_time()
    with pytest.raises(PatternError):
        compile_pattern(pattern)
    assert time.process_time() - started < 20


def test_without_a_parser_only_single_repeats_are_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(pattern_tree, "import_module", gone)
    compile_pattern.cache_clear()
    assert compile_pattern("ab*").search("abb")
    with pytest.raises(PatternError, match="could take for ever"):
        compile_pattern("a*b*")
    compile_pattern.cache_clear()


@pytest.mark.parametrize("pattern", ["[a-z--b]", "[[a]", "[a&&b]", "[a||b]", "[a~~b]", "[b]|[^[a]|a"])
def test_what_a_python_to_come_may_read_otherwise_is_read_as_today(pattern: str) -> None:
    # warnings are errors here, as under -W error
    assert compile_pattern(pattern).search("a")


def test_a_broken_expression_that_also_warns_is_a_broken_one() -> None:
    with pytest.raises(PatternError, match="no regular expression"):
        compile_pattern("\x1b[2J <!-- -->")
