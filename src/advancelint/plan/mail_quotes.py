"""Takes mails that are pasted as quotes out of these: behind each ">" stands what somebody wrote, not an aside."""

from __future__ import annotations

from functools import lru_cache

from advancelint.expressions import expression
from advancelint.markdown import Document, Paragraph, Quote
from advancelint.plan import mails

_HEAD = expression(rf"{mails.label(mails.SENDER, lead='[*_]{0,2}')}\S")
_MARKS = expression(r"(?:>[ \t]?)+")
_MARK, _LONGEST = ">", 100_000


def opened(document: Document) -> Document:
    """Return ``document`` with what stands in quoted mails as text of its own; as it is where it holds none."""
    blocks, around = list(document.blocks), list[tuple[int, bool]]()
    for index, block in enumerate(blocks):
        while around and around[-1][0] < block.lines.first:
            around.pop()
        lifted = sum(mail for _, mail in around)
        if isinstance(block, Quote):
            behind = blocks[index + 1] if index + 1 < len(blocks) else None
            headed = isinstance(behind, Paragraph) and _HEAD.match(behind.leaf.content) is not None
            around.append((block.lines.last, headed and lifted == len(around)))
        if lifted:
            blocks[index] = block._replace(quoted=block.quoted - lifted)
    return document._replace(blocks=tuple(blocks))


def holds(text: str, place: int) -> bool:
    """Say whether the line of ``text`` around the offset ``place`` is one of a quoted mail."""
    start = text.rfind("\n", 0, place) + 1
    return text.startswith(_MARK, start) and not bared(text).startswith(_MARK, start)


@lru_cache(maxsize=8)  # the letters, the days and the people ask for that of one text
def bared(text: str) -> str:
    """Return ``text`` with blanks for the marks in front of quoted mails, as long as it was."""
    if f"{_MARK} " not in text or len(text) > _LONGEST:
        return text
    lines, mail, depth = text.split("\n"), 0, 0
    for at, line in enumerate(lines):
        marks = _MARKS.match(line)
        before, depth = depth, marks[0].count(_MARK) if marks else 0
        if depth > before:
            headed = marks is not None and _HEAD.match(line, marks.end()) is not None
            mail = depth if headed and mail == before else min(mail, before)
        mail = min(mail, depth)
        if marks and depth == mail:
            lines[at] = " " * marks.end() + line[marks.end() :]
    return "\n".join(lines)
