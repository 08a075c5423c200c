"""Finds the signature below a document: "Cheers, Ana", "Ana Ruiz, 14/5", a lone first name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Heading, Paragraph
from advancelint.markdown.leaf import Leaf
from advancelint.plan import persons
from advancelint.plan.given import begins
from advancelint.plan.material import Material

NAME = (
    r"(?P<name>[^\W\d_a-zß-öø-ÿ](?:[\w'’-]{0,30}[^\W\d_]|\.)"
    r"(?: (?:(?:van|von|den|der|de|du|da|di|ter|dos) ){0,2}[^\W\d_a-zß-öø-ÿ][\w'’-]{0,30}\.?){0,2})"
)
# "Cheers, Ana", "Ana Ruiz, 14/5", "_Ana Ruiz, 10 September 2026_"
_SIGNATURE = expression(
    r"[*_]{0,2}(?:(?:[Cc]heers|[Tt]hanks|[Bb]est|(?:[Kk]ind )?[Rr]egards|[Yy]ours"
    r"|(?:[Vv]iele |[Bb]este )?Gr(?:ü|u)(?:ß|ss)e?|[Cc]ordialement|[Ss]aludos|[Aa]bra[çz]os?),? )?"
    rf"{NAME}(?:, \d[\w ./-]{{2,24}})?[*_]{{0,2}}(?: \| [^|\n]{{2,60}})?"
)
INITIALS = expression(r"(?:[A-Z]\.){1,3}")
ME = expression(r"\b(?:I|I['’]\w+|me|my|ich|mir|mich|je|j['’]\w+|moi|yo|eu)\b")
_WROTE = expression(
    r"\b(?:owner|author|by|signed|written|log|notes?|autora?|auteur|verfasser\w*|von|par|por)\b", re.IGNORECASE
)
CLOSINGS = frozenset({"Ta", "Best", "Cordially", "Sincerely", "Warmly", "Cheers", "Saludos", "Bien"})  # and names, too
_OURS = frozenset({"our-people", "seller"})
_LAST_LINES, LONGEST, _OFTEN = 4, 120, 3  # lines, characters of one, and so often "I" says that somebody tells it


def _is_lone(line: str, material: Material) -> bool:
    """Say whether the last line of a text that says "I" is one word that may be a first name."""
    word = line.strip(" .*_")
    return len(ME.findall(material.source.text)) >= _OFTEN and persons.may_be_first(word) and " " not in word


def below(texts: Sequence[Heading | Paragraph], material: Material) -> Iterator[tuple[Leaf, str, str]]:
    """Yield the leaf, the line and the name of a signature: a line with nothing else in it but a company."""
    for block in texts:
        if isinstance(block, Paragraph) and block.item < 0:
            for line in block.leaf.content.split("\n")[-_LAST_LINES:]:
                signature = _SIGNATURE.fullmatch(line.strip()) if len(line) <= LONGEST else None
                signed = signature and (_is_signed(signature) or (block is texts[-1] and _is_lone(line, material)))
                if signature and signed and not _is_headed(block, line, material):
                    yield block.leaf, line, signature["name"]
    if texts and INITIALS.fullmatch(texts[-1].leaf.content):
        yield texts[-1].leaf, "", texts[-1].leaf.content  # "J.B."


def _is_headed(block: Paragraph, line: str, material: Material) -> bool:
    """Say whether a line stands right below a heading or a label of something else: "## Buyer" says who that is."""
    sections, text = material.outline.sections, material.source.text
    first, last = (material.source.line_span(number) for number in (block.lines.first, block.lines.last))
    at = text.find(line.strip(), first.start, last.end)
    above = sections[max(0, bisect_right([one.span.start for one in sections], at) - 1)]
    ours = not above.label.heard and not above.label.roles.isdisjoint(_OURS)
    own = ours or _WROTE.search(above.title) is not None
    return above.level > 1 and not own and not text[above.span.end : at].strip(" \t\n*_:#=-")


def _is_signed(signature: re.Match[str]) -> bool:
    """Say whether a line is a signature: a listed first name, or a name behind a greeting or before a day."""
    name = signature["name"]
    if name in CLOSINGS:
        return False
    return begins(name) or signature.group().strip("*_") != name
