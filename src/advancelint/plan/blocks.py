"""Puts other blocks in the place of some of a document, and keeps what its items and their parts refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from advancelint.markdown import Block, Document, ListItem, Paragraph, Table


def replaced(document: Document, parts: Callable[[int, Block, Sequence[Block]], Iterable[Block] | None]) -> Document:
    """Return ``document`` with what ``parts`` makes of a block, its index and the blocks before it in its place.

    A block of which it makes None stays. The new ones are to belong to no item but that of the block.
    """
    blocks: list[Block] = []
    moved: dict[int, int] = {-1: -1}
    for index, block in enumerate(document.blocks):
        moved[index] = len(blocks)
        if isinstance(block, ListItem):
            block = block._replace(parent=moved[block.parent])
        elif isinstance(block, (Paragraph, Table)):
            block = block._replace(item=moved[block.item])
        made = parts(index, block, blocks)
        blocks += [block] if made is None else made
    return document._replace(blocks=tuple(blocks))
