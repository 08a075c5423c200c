"""Which ends of lines were meant: prose that a page kept together is one text, lines of shorthand are many."""

import pytest
from test_units import cut

from advancelint.plan import line_breaks
from advancelint.source import Passage

PROSE = (
    "We sat in the yard for an hour and looked at the old press with\n"
    "Petra, who runs it, and with two of her fitters, and she told us\n"
    "how long the last repair had taken and what her manager said of\n"
    "it when he saw the bill.\n"
)


def words(body: str) -> list[str]:
    """Return the words of the units of a preparation."""
    return [text for _, text in cut(body)]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "We met on Tuesday with Petra, who runs the hall, and with Bea, who pays for all that she buys.",
            "she lets us stand at the line for one whole shift",
            "or she shows us the log of november",
            "bea is fine with it",
        ],
        [
            "petra places the first order with a date on it",
            "bea tells us who pays",
            "mo is happy with us and all that we do",
        ],
        [
            "petra places the first order with a date on it",
            "bea tells us who it is that pays for all of it",
            "mo is happy with us and with all that we did on",
        ],
    ],
    ids=["a ragged paragraph", "narrow lines", "narrow lines of one length"],
)
def test_lines_that_end_where_their_writer_likes_are_apart(lines: list[str]) -> None:
    assert words("\n".join(lines)) == lines


def test_lines_that_a_page_kept_together_are_one_text() -> None:
    assert words(PROSE) == [" ".join(PROSE.split())]


def test_a_line_that_fills_the_measure_goes_on_among_ragged_ones() -> None:
    full = "petra lets us stand at the line for one whole shift and count the stops with her\nown people"
    found = words(f"{full}\nbea signs\n\nmo has the key\nask him\n")
    assert " ".join(full.split()) in found
    assert "bea signs" in found


def test_the_longest_line_counts_in_full_also_where_it_is_the_last() -> None:
    text = "ab\ncdef"
    assert line_breaks.measure([Passage("ab cdef", range(7), range(1, 8))], text).width == len("cdef")


def test_two_narrow_lines_may_be_one_sentence() -> None:
    assert words("Petra signs the trial sheet for hall 2\nso that we can order on the same day.") == [
        "Petra signs the trial sheet for hall 2 so that we can order on the same day."
    ]
