"""JSON that nothing on its way mistakes for anything else: ASCII, and without the beginning of a log command."""

from __future__ import annotations

import re
from json import dumps

from advancelint.expressions import expression

_COMMAND = expression(r"#(?=(?:vso)?\[)", re.IGNORECASE)


def write(document: object, indent: int | None = None) -> str:
    """Return ``document`` as JSON, in ASCII so that plan text reaches a terminal as nothing but an escape."""
    # A number sign stands in strings only, where an escape of it means the same to every reader.
    return _COMMAND.sub(r"\\u0023", dumps(document, indent=indent, ensure_ascii=True))
