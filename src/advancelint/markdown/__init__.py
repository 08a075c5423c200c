"""Text into blocks with exact positions. Knows Markdown and nothing of plans."""

from advancelint.markdown.comments import Comment, comments
from advancelint.markdown.leaf import EMPTY_TEXT, Leaf, RichText
from advancelint.markdown.model import (
    Block,
    Code,
    Document,
    Heading,
    Html,
    Lines,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Table,
)
from advancelint.source import Source, Span

__all__ = [
    "EMPTY_TEXT",
    "Block",
    "Code",
    "Comment",
    "Document",
    "Heading",
    "Html",
    "Leaf",
    "Lines",
    "ListItem",
    "Paragraph",
    "Quote",
    "RichText",
    "Row",
    "Table",
    "comments",
    "front_matter",
    "parse",
]


def parse(source: Source) -> Document:
    """Parse ``source`` into blocks; the front matter is no block. Never raises on any text."""
    from advancelint.markdown import blocks  # whoever explains a rule should not pay 25 ms for a parser

    return blocks.parse(source)


def front_matter(source: Source) -> tuple[Span, str]:
    """Return the span of the front matter's text and the source with the front matter's lines blanked."""
    from advancelint.markdown import blocks

    return blocks.front_matter(source)
