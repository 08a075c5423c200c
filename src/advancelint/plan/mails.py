"""Reads what the head of a mail says: the account in its subject, or behind a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import heads
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

_SUBJECT = expression(
    r"^[>*_ ]{0,4}(?:Subject|Betreff|Objet|Asunto|Assunto)[*_ ]{0,4}:[*_ ]{0,4}"
    r"(?P<subject>(?:(?:re|fwd?|aw|wg|tr|rv)(?: ?\[\d\])?: ?)*(?P<bare>[^\n]{3,160}))$",
    re.IGNORECASE | re.MULTILINE,
)
_SENDER = expression(r"^[>*_ ]{0,4}(?:From|To|Von|An|De|À|Para)[*_ ]{0,4}:", re.MULTILINE)
_FROM = expression(
    r"^[>*_ ]{0,8}(?:From|To|Cc|Von|An|De|À|Para)[*_ ]{0,4}:[^()\n]{2,60}\(([^()\n]{4,60})\)", re.MULTILINE
)
_HEAD, _TOP = 1_000, 4_000


def account(text: str, vocabulary: Vocabulary, kind: str, ours: Sequence[str]) -> Field:
    """Return the account that the subject of a mail with head names at the top of ``text``; ABSENT for none."""
    head = text[:_HEAD]
    found = _SUBJECT.search(head)
    if not found or not _SENDER.search(head):
        return ABSENT
    name = heads.client(found["bare"], vocabulary, kind, ours)
    at = text.find(name, found.start("bare")) if name else -1
    return Field(name, name, Span(at, at + len(name)), "label") if at >= 0 else ABSENT


def company(text: str, vocabulary: Vocabulary) -> Field:
    """Return the one company in brackets behind whom mails are from or to, "From: Ana Orre (Tann AG)"; or ABSENT."""
    found = {match[1]: match for match in _FROM.finditer(text, 0, _TOP)}
    shown = [name for name in found if heads.strength(name, vocabulary) == heads.SHOWN]
    return Field(shown[0], shown[0], Span(*found[shown[0]].span(1)), "label") if len(shown) == 1 else ABSENT
