"""Reads definition lists, which many tools have, as a line with a list below: "Objective" and ": Jo signs"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.markdown import Block, Document, Lines, ListItem, Paragraph
from advancelint.markdown.leaf import Leaf
from advancelint.plan.blocks import replaced

_HINT, _MARK = "\n:", expression(r" {0,3}: +(?=\S)")


def listed(document: Document) -> Document:
    """Return ``document`` with each definition as an item of a list; as it is where it holds none."""
    return replaced(document, _parted) if _HINT in document.source.text else document


def _parted(_: int, block: Block, before: Sequence[Block]) -> Iterable[Block] | None:
    """Return the terms of a paragraph, each with its definitions as items; None for any other block."""
    if not isinstance(block, Paragraph) or block.item >= 0:
        return None
    lines = block.leaf.content.split("\n")
    marks = [_MARK.match(line) for line in lines]
    termed = not marks[0] or (bool(before) and isinstance(before[-1], (Paragraph, ListItem)))
    if not any(marks) or not termed:
        return None
    # What goes on below a definition is indented; any other line there is the next term.
    begun = [at for at, mark in enumerate(marks) if mark or not at or (marks[at - 1] and not lines[at][:1].isspace())]
    return [
        _block(block, first, "\n".join(lines[first:behind])[mark.end() if mark else 0 :], listed=mark is not None)
        for first, behind in pairwise([*begun, len(lines)])
        for mark in [marks[first]]
    ]


def _block(block: Paragraph, first: int, words: str, *, listed: bool) -> Block:
    """Return ``words``, which begin in the line ``first`` of a paragraph, as an item or a paragraph of their own."""
    at = block.leaf.first + first
    last = at + words.count("\n")
    leaf = Leaf(block.leaf.source, words, at, last, block.leaf.span, block.leaf.references)
    if listed:
        return ListItem(Lines(at, last), 0, False, "none", leaf, block.quoted, -1)
    return Paragraph(Lines(at, last), leaf, block.quoted, -1)
