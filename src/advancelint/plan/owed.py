"""Tells by a label of what is owed whose the steps behind it are: "They owe us", "I promised her"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.drafts import Draft

_OWED = r"(?:still )?(?:owes?|promised)"
_THEIRS = expression(
    rf"(?:what )?(?:s?he|they) (?:have |has )?{_OWED}\b|(?:owed|promised) to (?:us|me)\b", re.IGNORECASE
)
_OURS = expression(
    rf"(?:what )?(?:I|we) (?:have )?{_OWED}\b|(?:owed|promised) to (?:him|her|them)\b|owe (?:him|her|them)\b",
    re.IGNORECASE,
)


def behind(label: str, draft: Draft) -> Draft:
    """Return a step that nobody is said to own as one of whoever owes what stands behind ``label``."""
    side = "client" if _THEIRS.match(label) else "seller" if _OURS.match(label) else ""
    if draft.owned.owner.present or not side:
        return draft
    return draft._replace(owned=draft.owned._replace(side=side))
