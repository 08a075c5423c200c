"""Text into blocks with exact positions. Knows Markdown and nothing of plans."""

from advancelint.markdown.blocks import front_matter, parse
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
