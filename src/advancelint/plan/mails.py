"""Reads what the head of a mail says: the account in its subject, or behind a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import heads, persons
from advancelint.plan.given import given
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

# What stands before the colons in the head of a mail: who it is from and to, what it is about, when it was sent.
SENDER, READER = "From|Von|De|Expéditeur", "To|An|Para|À"
WHO = f"{SENDER}|{READER}"
ABOUT = "Subject|Betreff|Objet|Asunto|Assunto"
SENT = "Date|Sent|Datum|Gesendet|Envoyé|Fecha|Enviado|Data"


def label(names: str, lead: str = r"[>*_ \t]{0,8}") -> str:
    """Return the pattern of a field of a mail's head: its name, one of ``names``, and the colon, marks of bold around.

    ``lead`` is what may stand in front, as the marks of a quote.
    """
    return rf"{lead}(?:{names})[*_ ]{{0,4}}:[*_ ]{{0,4}}"


WHEN = expression(rf"^{label(SENT)}(?P<day>[^\n]{{4,60}})$", re.IGNORECASE | re.MULTILINE)
# Plans and minutes have a date, too: only beside who sent it, or to whom, or what about, is it a mail's.
FIELD = expression(rf"^{label(f'{WHO}|{ABOUT}')}", re.MULTILINE)
_SUBJECT = expression(
    rf"^{label(ABOUT)}"
    r"(?P<subject>(?:(?:re|fwd?|aw|wg|tr|rv)(?: ?\[\d\])?: ?)*(?P<bare>[^\n]{3,160}))$",
    re.IGNORECASE | re.MULTILINE,
)
_SENDER = expression(rf"^{label(WHO)}", re.MULTILINE)
_FROM = expression(rf"^{label(f'{WHO}|Cc')}[^()\n]{{2,60}}\((?P<firm>[^\W\d_a-z][^()\n]{{3,60}})\)", re.MULTILINE)
# "From: Ana Ruiz, Norwood Mills": one name and one company
_PARTED = expression(
    rf"^{label(WHO)}[^\W\d_a-z][^(),;<\n]{{2,40}}, (?P<firm>[^\W\d_a-z][^(),;<@\n]{{3,60}})$",
    re.MULTILINE,
)
_WROTE, _TWO = expression(rf"^{label(SENDER, '[*_ ]{0,4}')}", re.MULTILINE), 2
_SENT = expression(label(SENT))
_TURNED = expression(r"[^\W\d_a-z][\w'’-]+, (?P<first>[^\W\d_a-z][\w'’-]+)")  # "Ruiz, Ana", as address books have it
_HEAD, _TOP, _LINES = 1_000, 4_000, 4


def first_of(text: str, name: Span) -> Span:
    """Return where the first name stands in "Ruiz, Ana", which begins at ``name``; ``name`` for any other."""
    turned = _TURNED.match(text, name.start)
    if not turned or turned["first"] not in given() or text[name.start :].partition(",")[0] in given():
        return name
    return Span(turned.start("first"), max(turned.end("first"), name.end))


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
    """Return the one company in brackets behind whom mails are from or to, "From: Ana Orre (Tann AG)"; or ABSENT.

    Of two, that of whoever wrote the first mail is ours.
    """
    found = {match["firm"]: match for match in _FROM.finditer(text, 0, _TOP)}
    parted = {match["firm"]: match for match in _PARTED.finditer(text, 0, _TOP)}
    firms = not any(name.split()[0] in given() or persons.is_role(name, vocabulary) for name in parted)
    found = parted if not found and firms and len(parted) == _TWO else found
    names = list(found)
    wrote = _WROTE.search(text) if len(names) == _TWO else None
    ours = wrote is not None and found[names[0]].start() == wrote.start()
    shown = names[1:] if ours else [name for name in names if heads.strength(name, vocabulary) == heads.SHOWN]
    alone = len(shown) == 1 and (ours or len(names) == 1)
    if not alone:
        return ABSENT
    end = found[shown[0]].end("firm")
    work, comma, firm = shown[0].rpartition(", ")
    name = firm if comma and persons.is_role(work, vocabulary) else shown[0]  # "VP Operations, Norwood Mills"
    return Field(name, name, Span(end - len(name), end), "label")


def is_sent(text: str, at: int) -> bool:
    """Say whether the line of ``text`` around the offset ``at`` tells when a mail was sent, one below other text."""
    start = text.rfind("\n", 0, at) + 1
    if not _SENT.match(text, start):
        return False
    begin = start
    for _ in range(_LINES):
        begin = text.rfind("\n", 0, max(0, begin - 1)) + 1
    sender = _SENDER.search(text, begin, start)
    return sender is not None and bool(text[: sender.start()].strip())
