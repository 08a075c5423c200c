"""Reads the entities of Markdown, which end with a semicolon, where a line is quoted as it is written."""

from __future__ import annotations

from advancelint.expressions import expression

_ENTITY = expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decoded(text: str) -> str:
    """Return ``text`` with the characters that its entities stand for: "Smith &amp; Sons", and not "R&D"."""
    if "&" not in text:
        return text
    from html import unescape  # a large table, and few lines have any

    return _ENTITY.sub(lambda entity: unescape(entity.group()), text)
