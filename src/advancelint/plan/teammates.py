"""Finds our people at the head of a plan by what they do: "AE Ana, SE Ben", "Account owner: Ana Ruiz. Parts: Ben Ito".

Only sellers have such short titles, and whoever stands behind one word of work beside the owner works with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import Heading, Paragraph
from advancelint.plan import persons, pieces, prose
from advancelint.plan.given import given
from advancelint.plan.material import Material
from advancelint.plan.placed import Placed
from advancelint.source import Passage, Span

_WORD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_A-Z][\w'’-]*"
# "AE Dana, SE Priya", "CSM Luis Ferreira"
_TITLED = expression(rf"(?<![\w&/.-])(?P<duty>[A-Z]{{2,3}}) (?P<name>{_WORD}(?: {_WORD})?)(?![\w(])")
_OWNED = expression(r"\b(?i:owner|rep|kam|ae):? [^\W\d_a-zß-öø-ÿ]")
# A work, "Parts: Ben Ito", and no doer, "Decider"
_BESIDE = expression(
    rf"(?<=[.;|·,] )(?P<duty>[^\W\d_a-z][^\W\d_A-Z]{{3,15}})(?<![eo]r): (?P<name>{_WORD} {_WORD})(?=[.;|·]|$)"
)
_LINES = 6


def read(material: Material) -> Iterator[Placed]:
    """Yield the people to whom the first lines of a plan give a seller's title, or a work beside the owner's."""
    for line in _head(material):
        for match in _TITLED.finditer(line.text):
            if material.vocabulary.word("seller-role", match["duty"]) is not None:
                yield from _placed(line, match, material)
        for match in _BESIDE.finditer(line.text) if _OWNED.search(line.text) else ():
            label = material.vocabulary.label(match["duty"])
            if (not label.roles or label.heard) and not persons.is_role(match["duty"], material.vocabulary):
                yield from _placed(line, match, material)


def _head(material: Material) -> Iterator[Passage]:
    """Yield the first lines of a document's paragraphs, up to the first heading below the title."""
    left = _LINES
    for number, block in enumerate(material.outline.document.blocks):
        if isinstance(block, Heading) and number:
            return
        for line in (
            pieces.broken(block.leaf.text().passage, material.source.text) if isinstance(block, Paragraph) else ()
        ):
            left -= 1
            if left < 0:
                return
            yield line


def _placed(line: Passage, match: re.Match[str], material: Material) -> Iterator[Placed]:
    words = line.cut(Span(*match.span("name")))
    first = words.text.partition(" ")[0]
    full = first == words.text or prose.is_person(words.text, material.vocabulary)
    likely = first in given() or (match["duty"].isupper() and persons.may_be_first(first))
    named = persons.one(words, material.vocabulary) if likely and full else None
    if named:
        role = match["duty"] if match["duty"].isupper() else match["duty"].casefold()
        yield Placed(named._replace(role=role, side="seller"), "seller", 0, met=False)
