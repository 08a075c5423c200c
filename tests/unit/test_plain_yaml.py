"""What the plain reader takes on itself it reads as YAML does, to the last span; the rest it leaves alone."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from advancelint.mapping import MappingError, load, plain, reading

FRONT = """\
type: account-plan
account: Kestrel Bakeries
close-date: 2026-10-30
Close date: 1 May, at O'Neill's (EUR 310k – 5 %)
our-team: [Ana Ruiz, Sam Ferreira,Jo]
empty:
größe: Maß & Zahl
"""
SIGNS = "ab1é \n:-,.#'\"[]{}&*!|>%@`?_/()\t\r~=+–“”\u00a0\u2028\ufeff😀\x07"


def test_common_front_matter_is_plain() -> None:
    found = plain.read(FRONT, 4)
    assert found is not plain.NOT_PLAIN
    assert found == load(FRONT, 4) == reading.read(FRONT, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a",
        "a: b # c",
        "a: b: c",
        "a: 'b'",
        'a: "b"',
        "a: b\n  c",
        "a:\n  - b",
        "a: {b: c}",
        "a: *b",
        "a: [b, ]",
        "a: b\na: c",
        "- a",
        "---\na: b",
        "a: b\n...",
        "_a: b",
        "a:b",
        "a\t: b",
        "a:\tb",
        "a: b ",
        "a: [b ]",
        "a: |\n b",
        f"{'k' * 100}: b",
        "a: b\n" * 3_000,
        "a: [[b]]",
        "a: [b: c]",
        "a: [b #c]",
        "a: b\r\n",
    ],
)
def test_what_could_mean_more_is_left_to_yaml(text: str) -> None:
    assert plain.read(text, 0) is plain.NOT_PLAIN


lines = st.lists(st.text(st.sampled_from(SIGNS), max_size=12), max_size=4)
pairs = st.lists(st.tuples(st.sampled_from(["a", "b-c", "D e", "1"]), st.text(st.sampled_from(SIGNS), max_size=8)))


@given(st.one_of(lines.map("\n".join), pairs.map(lambda found: "\n".join(f"{key}: {value}" for key, value in found))))
@example(FRONT)
@settings(max_examples=2_000, deadline=None)
def test_it_reads_what_yaml_reads(text: str) -> None:
    found = plain.read(text, 7)
    if found is plain.NOT_PLAIN:
        return
    try:
        assert found == reading.read(text, 7)
    except MappingError as error:  # it may leave everything alone, and never take what YAML refuses
        pytest.fail(f"{text!r}: {error}")
