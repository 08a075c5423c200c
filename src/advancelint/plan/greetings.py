"""Words that greet whoever a text is to: "Hi Otto, …", "hi all, …"."""

from __future__ import annotations

import re

from advancelint.expressions import expression

# With the space behind it; a name is to follow.
GREETING = (
    r"(?:(?i:hi|hello|hey|dear|(?:good )?(?:morning|afternoon|evening)|hallo|lieber?|guten Tag|moin|grüezi"
    r"|sehr geehrter?|bonjour|cher|chère|hola|buenos días|estimad[oa]|querid[oa]|olá|car[oa]|prezad[oa]|bom dia)) "
)
# "Thanks to you both for …"
THANKED = r"\b(?:thank(?:s| you)|cheers)\b[^.\n]{0,50}?\bfor "
_LEADING = expression(rf"{GREETING}(?:[^\W\d_]+ ){{0,2}}[^\W\d_]+(?:[,!]| [–—-])\s+", re.IGNORECASE)
_ALONE = expression(rf"{GREETING}(?:[^\W\d_]+ ){{0,2}}[^\W\d_]+[,!:]$", re.IGNORECASE)


def without(line: str) -> str:
    """Return a line without the greeting that leads it: "hi all, quick one before Friday"; "" for one alone."""
    if _ALONE.match(line):
        return ""
    greeted = _LEADING.match(line)
    return line[greeted.end() :] if greeted else line
