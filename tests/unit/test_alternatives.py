"""The alternatives of an expression, and the expression without each of them."""

import re

import pytest

from advancelint.cards.alternatives import alternatives


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("abc", []),
        ("a|b|c", ["a", "b", "c"]),
        (r"(?i)\bpr(?:ice|ize)s?\b", ["ice", "ize"]),
        (r"a\|b", []),
        ("[a|b]|[]|]", ["[a|b]", "[]|]"]),
        ("(?P<who>we|they) act|stop", ["(?P<who>we|they) act", "we", "they", "stop"]),
        ("(?<=a|b)c(?!d|e)", ["a", "b", "d", "e"]),
        ("x(a|)y", ["a", ""]),
    ],
)
def test_alternatives_are_found_at_every_depth(pattern: str, words: list[str]) -> None:
    found = list(alternatives(pattern))
    assert [one.words for one in found] == words
    for one in found:
        assert pattern.startswith(one.words, one.start)
        assert len(one.without) == len(pattern) - len(one.words) - 1
        re.compile(one.without)


def test_only_what_an_alternative_matched_is_not_matched_without_it() -> None:
    texts = {"prices": "price", "Costs": "cost", "free of charge": "free of charge"}
    for one in alternatives(r"(?i)\b(?:price|cost)s\b|free of charge"):
        for text, words in texts.items():
            matched = re.search(one.without, text) is not None
            assert matched != (one.words == words or words in one.words)
