"""Labels in quotes, code and comments: passed over, and said so."""

from __future__ import annotations

from collections.abc import Iterable

from advancelint.markdown import Block, Code, Html
from advancelint.plan.vocabulary import NO_LABEL, Vocabulary
from advancelint.source import Source

_LONGEST = 120
_MARKS = " \t>-*_#<!"
_TOLD = frozenset({"objective", "fallback", "next-step", "sales-objective"})


def find(source: Source, blocks: Iterable[Block], vocabulary: Vocabulary) -> tuple[tuple[int, str, str], ...]:
    """Return (1-based line, label, reason) for each line of ``blocks`` that begins with a label of a plan."""
    found: dict[int, tuple[int, str, str]] = {}
    seen = 0
    for block in blocks:
        why = _why(block)
        # The lines of nested blocks lie inside those of the block around them.
        for line in range(max(block.lines.first, seen + 1), min(block.lines.last, source.line_count) + 1):
            span = source.line_span(line)
            head, colon, _ = source.text[span.start : min(span.end, span.start + _LONGEST)].partition(":")
            name = head.strip(_MARKS)
            label = vocabulary.label(name) if colon else NO_LABEL
            if label.roles & _TOLD:
                found[line] = (line, name, why)
        seen = max(seen, block.lines.last)
    return tuple(found.values())


def _why(block: Block) -> str:
    if isinstance(block, Code):
        return "it stands in a code block"
    if isinstance(block, Html):
        return "it stands in a comment" if block.comment else "it stands in HTML"
    return "it stands in a quote"
