"""Finds what a call is for where its preparation begins with a bare list: "find out who pays", "get her to test it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import below, clockwords, goals, pieces, rung
from advancelint.plan.aims import PREPARED
from advancelint.plan.asking import asks
from advancelint.plan.material import Material
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_FEWEST, _MOST, _LONGEST = 2, 25, 1_500
_GET = expression(r"(?i:get|make) (?:him|her|them|[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?) to [a-z]")


class Order(NamedTuple):
    """A line of such a list; ``less`` says that it is what is wanted failing the one above."""

    words: Passage
    less: bool


def find(material: Material) -> list[Order]:
    """Return the lines of the first such list above all parts of a preparation.

    A list that holds other things is one only as far as it says what to get somebody to do.
    """
    called = rung.find(material.source.text, material.vocabulary, material.begin).person
    for lines in _lists(material):
        found = [order for line in lines if (order := _order(line, called))]
        acts = [order for order in found if not order.less and asks(order.words.text)]
        if acts and len(found) == len(lines) >= _FEWEST and not found[0].less:
            return found
        if caused := list(_caused(found)):
            return caused
    return []


def is_led_by(material: Material) -> bool:
    """Say whether a text begins with a whole list of what to get: it is written before the call."""
    return len(find(material)) > _FEWEST


def _lists(material: Material) -> Iterator[Sequence[Passage]]:
    """Yield the lines of each paragraph and list above the first part, a title aside."""
    outline, title = material.outline, material.outline.title
    parts = (one.line for one in outline.sections[1:] if one.level > 1 and one is not title and one.line > 1)
    end = min(parts, default=_MOST)
    items: list[Passage] = []
    for block in outline.document.blocks:
        if block.lines.first >= min(end, _MOST):
            break
        if block.quoted or not isinstance(block, (ListItem, Paragraph)) or len(block.leaf.content) > _LONGEST:
            continue
        if isinstance(block, ListItem):
            items.append(block.leaf.text().passage.strip())
            continue
        if block.item < 0:
            yield pieces.broken(block.leaf.text().passage, material.source.text)
    if items:
        yield items


def _order(line: Passage, called: Span) -> Order | None:
    text = line.text
    if called and line.starts[0] <= called.start < line.ends[-1]:
        return None  # "ring Ana at Norwood Wed 10:00" says when the call is, and not what for
    start = goals.otherwise(text)
    if start:
        return Order(line.cut(Span(start, len(text))).strip(), less=True)
    ordered = below.is_order(text) and "?" not in text and not PREPARED.match(text)
    return Order(line, less=False) if ordered and not clockwords.may_hold(text.partition(" ")[0]) else None


def _caused(found: Sequence[Order]) -> Iterator[Order]:
    """Yield the lines that say what to get somebody to do, each with what is wanted failing that right below it.

    What to ask somebody to do is such a line where something less follows.
    """
    taken = False
    for order, behind in zip_longest(found, found[1:]):
        text = order.words.text
        led = _GET.match(text) is not None or (behind is not None and behind.less)
        taken = taken if order.less else led and asks(text)
        if taken:
            yield order
