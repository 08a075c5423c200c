"""Reads chats that are exported or pasted: "[27/11/26, 18:05] Ana Ruiz: I'll send it by Tuesday", "14:06 ana: ok"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.markdown import Block, Document, Lines, ListItem, Paragraph
from advancelint.markdown.leaf import Leaf
from advancelint.paths import name_of
from advancelint.plan import bargains, dates, due
from advancelint.plan.blocks import replaced
from advancelint.plan.cast import Cast
from advancelint.plan.material import Material, field
from advancelint.plan.model import NextStep
from advancelint.plan.periods import Anchor
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_WORD = r"[^\W\d_][\w'’-]*\.?"
_SAID = expression(
    rf"[ \t]*(?:\[(?P<day>[^\]\n]{{2,20}}?,? )?{_HOUR}\]|(?P<dated>{_DAY},? )?{_HOUR}) (?:[-–—] )?~? ?"
    rf"(?P<who>{_WORD}(?: {_WORD}){{0,3}}): +(?=\S)"
)
_I = expression(r"(?:(?:ok|k|yes|so|and|then|nah|haha|great|super|perfect|cool),? |[^\w\n]{1,6})*(?:I|i)\b(?!['’]m\b)")
_NAME = expression(r"[^\W\d_][\w'’-]*")
_FEWEST, _TWO, _TOP = 3, 2, 20_000


class Said(NamedTuple):
    """A message: who wrote it, the words for its day, "" for that of the one before, and where what it says stands."""

    who: Span
    day: str
    words: Span


def opened(document: Document) -> Document:
    """Return ``document`` with each message of a chat as a paragraph of its own, without who wrote it and when."""
    if not _messages(document.source.text):
        return document
    return replaced(document, lambda _index, block, _before: _parted(block))


def read(material: Material) -> Iterator[Placed]:
    """Yield who writes in a chat: with the client, whom the page beside it names, or among colleagues."""
    text = material.source.text
    said = _messages(text)
    if not said:
        return  # of most plans
    found = {text[one.who.start : one.who.end]: one.who for one in reversed(said)}
    ours = bargains.balance("\n".join(text[one.words.start : one.words.end] for one in said)) < 0
    rest = f"{text[: said[0].who.start]} {text[said[-1].words.end :]} {name_of(material.source.path)}"
    beside = set(_NAME.findall(rest.casefold()))
    named = [who for who in found if not beside.isdisjoint(who.casefold().split())]
    with_client = not ours and len(found) == _TWO and len(named) == 1
    for who, span in reversed(found.items()):
        side = "client" if with_client and who in named else "seller" if with_client or ours else ""
        yield Placed(Named(who, "", "", span, side), side or "unknown", 0, met=not side)


def turned(steps: Sequence[NextStep], material: Material, cast: Cast) -> tuple[NextStep, ...]:
    """Return ``steps`` with whoever wrote a message as the owner of what "I" promise in it, due as of its day."""
    text, vocabulary = material.source.text, material.vocabulary
    said, days, day = _messages(text), list[str](), ""
    for one in said:
        found = dates.first(one.day, vocabulary, material.near) if one.day else None
        day = found.iso if found and found.iso else day
        days.append(day)
    return tuple(_turned(one, said, days, material, cast) for one in steps) if said else tuple(steps)


def _turned(step: NextStep, said: Sequence[Said], days: Sequence[str], material: Material, cast: Cast) -> NextStep:
    text = material.source.text
    at = next((at for at, one in enumerate(said) if one.words.start <= step.span.start < one.words.end), -1)
    if at < 0 or not step.span:
        return step
    if days[at] and not any(map(str.isdigit, step.due.raw)):
        told = due.in_words(step.passage, material.vocabulary, Anchor(days[at], days[at]))
        step = step._replace(due=told.field, period=told.period) if told.present else step
    mine = _I.match(text, step.span.start)
    if not mine or (step.owner.present and step.owner.span.end > mine.end()):
        return step
    who = Passage.plain(text[said[at].who.start : said[at].who.end], said[at].who.start)
    side = cast.side(who.text)
    return step._replace(owner=field(who.text, who, "text"), side=side, likely="" if side != "unknown" else step.likely)


@lru_cache(maxsize=8)  # the blocks, the people and the steps ask for those of one text
def _messages(text: str) -> tuple[Said, ...]:
    """Return the messages of a chat that a text holds, in order; fewer than three are none."""
    found, start = [], 0
    for line in text[:_TOP].split("\n"):
        said = _SAID.match(line)
        if said:
            who = Span(start + said.start("who"), start + said.end("who"))
            day = (said["day"] or said["dated"] or "").strip(" ,")
            found.append(Said(who, day, Span(start + said.end(), start + len(line))))
        start += len(line) + 1
    return tuple(found) if len(found) >= _FEWEST else ()


def _parted(block: Block) -> list[Block] | None:
    """Return the messages of a paragraph, each with the lines that go on with it; None for any other block.

    The messages below a list are what its last item goes on with.
    """
    if not isinstance(block, (ListItem, Paragraph)):
        return None
    leaf, text = block.leaf, block.leaf.source.text
    heads = [line for line in range(leaf.first, leaf.last + 1) if _SAID.match(text, leaf.source.line_span(line).start)]
    first = heads[0] if heads else leaf.first + 1
    if not heads or (first > leaf.first and isinstance(block, Paragraph)):
        return None
    found: list[Block] = []
    if isinstance(block, ListItem):
        if first == leaf.first:
            return None
        own = "\n".join(leaf.content.split("\n")[: first - leaf.first])
        rest = leaf._replace(content=own, last=first - 1)
        found.append(block._replace(lines=Lines(block.lines.first, first - 1), leaf=rest))
    for line, behind in pairwise([*heads, leaf.last + 1]):
        begin, stop = leaf.source.line_span(line).start, leaf.source.line_span(behind - 1).end
        said = _SAID.match(text, begin)
        begin = said.end() if said else begin
        words = text[begin:stop].rstrip()
        part = Leaf(leaf.source, words, line, behind - 1, Span(begin, begin + len(words)), leaf.references)
        found.append(Paragraph(Lines(line, behind - 1), part, block.quoted, -1))
    return found
