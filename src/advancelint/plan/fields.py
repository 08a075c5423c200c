"""Cuts the lines of a document that follow each other into fields: "becks > dates list > 4/12"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import pieces, trimmings
from advancelint.plan.material import Material
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

# What parts the fields; of several the first that gives fields. A comma parts words, too: it only parts who from when,
# behind an arrow.
_BAR, ARROW, _AFTER = expression(r"\s*\|\s*"), expression(r"\s*(?:→|➜|->|=>)\s*"), expression(r"\s+>{1,2}\s+")
_SLASH, _COLONS, _DASH = expression(r"\s+/{1,2}\s+"), expression(r"\s+::\s+"), expression(r"\s+[–—-]\s+")
_SIGN = expression(rf"\s+(?:{pieces.SIGNS})\s+")
_DOTS, _STOP, _GAP = expression(r"\s*(?:\.{3,}|…)\s*"), expression(r";\s+"), expression(r" {3,}|\t+")
EDGES = (_BAR, ARROW, _AFTER, _SLASH, _COLONS, _DASH, _SIGN, _DOTS, _STOP, _GAP)
_COMMA = expression(r",\s+")
_MARK = expression(r"[|>/–—…;\t→➜~»•¦\\-]|::|=>|\.{3}| {3}")
_FEWEST = 2  # lines of a list
_NEAR = 2  # lines from one to the next: a blank one may stand between items
_LONGEST = 300  # characters of a line


class Line(NamedTuple):
    """A line of a text, or an item, ``at`` its 1-based line; ``checked`` says that its box is ticked."""

    passage: Passage
    at: int
    section: int
    block: int
    checked: bool


def groups(material: Material) -> Iterator[list[Line]]:
    """Yield the lines that follow each other in a section, several at least."""
    group: list[Line] = []
    for line in _lines(material):
        if group and (line.section != group[-1].section or line.at - group[-1].at > _NEAR):
            if len(group) >= _FEWEST:
                yield group
            group = []
        group.append(line)
    if len(group) >= _FEWEST:
        yield group


def _lines(material: Material) -> Iterator[Line]:
    outline, source = material.outline, material.source
    heads = [section.line for section in outline.sections]
    for index, block in enumerate(outline.document.blocks):
        if not isinstance(block, (ListItem, Paragraph)) or not _MARK.search(block.leaf.content):
            continue
        section = max(bisect_right(heads, block.lines.first) - 1, 0)
        checked = isinstance(block, ListItem) and block.checked == "checked"
        for line in pieces.broken(block.leaf.text().passage, source.text):
            if len(line.text) <= _LONGEST:
                done = checked or trimmings.says_done(line.text)
                bare = trimmings.off(line, material.vocabulary)
                yield Line(bare, source.place(line.starts[0]).line, section, index, done)


def of(line: Passage, edge: re.Pattern[str]) -> list[Passage]:
    """Return the fields of a line between what ``edge`` matches, at least one, without blanks around them."""
    start, found = 0, []
    for match in edge.finditer(line.text):
        found.append(line.cut(Span(start, match.start())).strip())
        start = match.end()
    return [*found, line.cut(Span(start, len(line.text))).strip()] if found else [line]


def parted_last(row: list[Passage]) -> list[Passage]:
    """Return fields of which the last one is parted at its comma: "ledger exported → Callum, 24 Nov"."""
    parts = of(row[-1], _COMMA)
    return [*row[:-1], *parts] if len(row) == len(parts) == len(("what", "who and when")) else row


def width(rows: Sequence[Sequence[Passage]]) -> int:
    """Return how many fields most lines have, some of them one more at the end; 0 where no two are alike."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    usual = max(counts, key=lambda one: (counts[one] + counts[one + 1], counts[one], one), default=0)
    return usual if counts[usual] + counts[usual + 1] >= _FEWEST else 0


def merged(line: Line, row: Sequence[Passage], width: int) -> list[Passage]:
    """Return no more than ``width`` fields, the first of which holds what parts the fields: "dates - trial - Ana"."""
    more = len(row) - width
    if more <= 0 or not row[more].text:
        return list(row)
    end = line.passage.starts.index(row[more].starts[-1]) + 1
    return [line.passage.cut(Span(0, end)), *row[more + 1 :]]
