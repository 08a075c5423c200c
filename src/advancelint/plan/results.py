"""Finds what came of a call in lines that Markdown puts below no label: behind "OUTCOME", below a question, in a quote.

"OUTCOME she lends us the plans", "so what came out of it" with a line for each answer below, "Where that left us:"
above a quote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Block, Paragraph, Quote
from advancelint.plan import pieces, responses
from advancelint.plan.calls import Encounters
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Passage, Span

_SHOUTED = expression(r"(?:OUTCOMES?|RESULTS?|ERGEBNIS|RÉSULTAT|RESULTADO)[ \t]+(?!(?:is|are|was|were)\b)(?=\S)")
_JOINED = expression(r"(?:so|and|also|und|et|y|e|donc|entonces|então)\b,? ", re.IGNORECASE)
_NOT_GOT = expression(r"(?:didn['’]?t|did not|not?|nicht|kein\w*|pas|não)\b", re.IGNORECASE)
_ASKED = expression(r"(?:what (?:has )?c[ao]me (?:out )?of (?:it|this|that)|what came out)$")
_LONGEST = 60


def find(material: Material, encounters: Encounters) -> Iterator[tuple[Passage, int]]:
    """Yield what came of calls in such lines, each with its call or -1."""
    heads = [index for index, section in enumerate(material.outline.sections) if section.level <= responses.DEEPEST]
    begins = [material.outline.sections[index].line for index in heads]
    asked = False
    for block in material.outline.document.blocks:
        if isinstance(block, Quote):
            continue  # its own text follows
        lines = _lines(block, material)
        if lines:
            section = heads[max(bisect_right(begins, block.lines.first) - 1, 0)]
            for passage in _told(lines, material.vocabulary, asked=asked and block.quoted == 1):
                yield passage, encounters.of(material, section)
        asked = bool(lines) and not block.quoted and _asks(lines[-1], material.vocabulary)


def is_quoted(material: Material, section: int) -> bool:
    """Say whether a quote right below a label is all that the label stands above."""
    below = material.outline.sections[section].line + 1
    labelled = material.outline.sections[section].level > responses.DEEPEST
    blocks = material.outline.document.blocks
    return labelled and any(isinstance(one, Quote) and below <= one.lines.first <= below + 1 for one in blocks)


def _lines(block: Block, material: Material) -> list[Passage]:
    if not isinstance(block, Paragraph):
        return []
    return pieces.broken(block.leaf.text().passage, material.source.text)


def _told(lines: Sequence[Passage], vocabulary: Vocabulary, *, asked: bool) -> Iterator[Passage]:
    """Yield the lines that tell what came of a call; ``asked`` says that the line above all of them asks for it."""
    below = asked
    for line in lines:
        shouted = _SHOUTED.match(line.text)
        if shouted:
            yield line.cut(Span(shouted.end(), len(line.text)))
        elif below and not _NOT_GOT.match(line.text):
            yield line
        below = below or (line is lines[0] and _asks(line, vocabulary))


def _asks(line: Passage, vocabulary: Vocabulary) -> bool:
    """Say whether a line is nothing but a label of outcomes: "so what came out of it"."""
    text = line.text.rstrip(" :")
    if len(text) > _LONGEST or ": " in text:
        return False
    bare = _JOINED.sub("", normalise(text), count=1)
    return any("outcome" in vocabulary.label(words).roles or _ASKED.match(words) for words in (text, bare))
