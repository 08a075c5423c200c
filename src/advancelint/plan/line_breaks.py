"""Tells which ends of lines whoever wrote a text meant, and which only kept it within the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.plan.pieces import broken, line_ends
from advancelint.records import NamedTuple
from advancelint.source import Passage

# What begins a line of its own: "next best: …", "also >> …", "1b) …", "Goal 2 (if not) Ger …", "step 3 -> …".
_MARKED = expression(
    r"(?:[\w'’-]+ ){0,2}[\w'’-]+(?: \([^()\n]{1,24}\))? ?(?::|(?<![-=>])>{1,2}| [–—-]) \S"
    r"|(?:\d{1,2}[a-z]?|[a-zA-Z])[.)] \S|\d{1,2}\.\d{1,2}\.? +[^\W\d_a-z]"
    r"|[^\W\d_]{3,} \d{1,2} +(?:\([^()\n]{1,24}\) )?(?:->|→|[^\W\d_a-z])"
)
# So many characters have to be left in a line for its end to be meant and not the end of the page.
_ROOM = 14
_ENDS = frozenset(".!?;)")
_FEWEST = 2  # line ends of a text of which all lines begin anew
_NEW = expression(r"[^\W\d_a-zß-öø-ÿ]|[(\[“\"„«]|\d")
# Lines that a page kept together end within so much of their mean; in a text whose lines differ more, one that leaves
# so much of the measure free was ended by hand. (Of 103 such ends behind a goal or a step in the plans of strangers
# from which weights are learnt, five were in the middle of a sentence.)
_RAGGED, _FULL = 0.15, 0.85
_NARROW = 56  # no page is narrower


class Measure(NamedTuple):
    """How the lines of a document are set: the length of the longest, and whether they end where a writer likes.

    ``opened`` is the offset at which a first line ends that says who is called when, -1 for none.
    """

    width: int
    ragged: bool
    opened: int = -1


def measure(passages: Sequence[Passage], written: str, opened: int = -1) -> Measure:
    """Return how the texts of several lines among ``passages`` of the source, which is ``written``, are set.

    ``opened`` is that of `Measure`.
    """
    longest, broken = 0, []
    for passage in passages:
        if passage.text and "\n" in written[passage.starts[0] : passage.ends[-1]]:
            begin = written.rfind("\n", 0, passage.starts[0]) + 1
            lengths = [len(line) for line in written[begin : passage.ends[-1]].split("\n")]
            longest = max(longest, *lengths)
            broken += lengths[:-1]
    count, total = len(broken), sum(broken)
    differ = (
        count * sum(length * length for length in broken) - total * total
    )  # the variance by the square of the count
    return Measure(longest, ragged=differ > (_RAGGED * total) ** 2, opened=opened)


def listed(passage: Passage, written: str) -> list[Passage]:
    """Return the lines of a text each of which begins with a name or a label, "Jo – the quote"; else the whole text."""
    lines = broken(passage, written)
    return lines if len(lines) > 1 and all(_MARKED.match(line.text) for line in lines) else [passage]


def meant(passage: Passage, written: str, measure: Measure) -> Iterator[tuple[int, int]]:
    """Yield where a line of a passage ends that is one of its own, and where the next one begins.

    Its next word would have had room, also in a text whose lines end where their writer liked; the next line begins
    with a label or a number; or all lines begin anew.
    """
    text = passage.text
    if not text or "\n" not in written[passage.starts[0] : passage.ends[-1]]:
        return
    broken = line_ends(passage, written)
    listed = len(broken) >= _FEWEST and all(_NEW.match(text, at + 1) for at in broken)
    for at in broken:
        length = passage.starts[at] - written.rfind("\n", 0, passage.starts[at]) - 1
        after = text.find(" ", at + 1)
        filled = length + (after if after >= 0 else len(text)) - at - 1
        begun = _NEW.match(text, at + 1) or text[at - 1] in _ENDS or length * 2 < measure.width
        apart = measure.width - filled >= _ROOM and begun
        narrow = measure.width < _NARROW and (measure.ragged or len(broken) >= _FEWEST)
        short = narrow or (measure.ragged and filled < measure.width * _FULL)
        short = short or (measure.ragged and passage.starts[at] == measure.opened)
        if listed or apart or short or _MARKED.match(text, at + 1):
            yield at, at + 1
