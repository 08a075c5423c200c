"""Tells who wrote a mail or a chat that a plan quotes: whose "I" is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Block, ListItem, Paragraph, Quote
from advancelint.plan import mails
from advancelint.plan.cast import Cast
from advancelint.plan.units import Unit
from advancelint.source import Passage, Span

SURFACE = "quote"  # of statements in quotes
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w-]*(?:['’](?!s\b)[\w-]+)?"
_NAME = expression(rf"(?P<first>{_WORD})(?=(?P<rest> {_WORD})?)")
# "From: Ana Ruiz To: Ben Ito"
_HEAD = expression(rf"{mails.label(mails.SENDER)}(?P<who>[^:<]{{2,60}}?)(?= <| [^\W\d_]{{2,10}}:|$)")
# "Ana to Jo, Friday:", "Ben wrote on Monday"; "Next: 2 Dec, with Ana" heads what the plan itself sets apart
_WROTE = expression(
    r":[*_]*\s*\Z|\b(?:wrote|writes|said|says|e?-?mail(?:ed|s)?|message|answer(?:ed|s)?|repl(?:y|ied|ies)|schrieb|schreibt"
    r"|écrit|escribió|escribe|escreveu|escreve)\b",
    re.IGNORECASE,
)
_LONGEST, _SIGNED = 300, 60  # characters of what leads a quote, and of the last line in it
_OPENING, _CLOSING = frozenset('"“„«”'), frozenset('"”“»')


def is_quoted(one: Unit) -> bool:
    """Say whether a unit stands in a quote that is no box of the plan itself."""
    return one.statement.surface == SURFACE


def writer(one: Unit, blocks: Sequence[Block], cast: Cast) -> Passage | None:
    """Return the name of whoever wrote what is quoted in a unit; None where it is nobody whose side is known.

    The head of a mail names its writer ("From: Ana"), or what stands above a quote ("Ana to Jo, Friday:"), or the last
    line in it ("Best, Ana").
    """
    begin = one.statement.block
    while begin and blocks[begin].quoted:
        begin -= 1
    end = one.statement.block
    while end + 1 < len(blocks) and blocks[end + 1].quoted:
        end += 1
    if not isinstance(blocks[begin], Quote):
        return None
    head, lead, last = blocks[min(begin + 1, end)], blocks[begin - 1] if begin else None, blocks[end]
    if isinstance(head, (ListItem, Paragraph)) and (sent := _HEAD.match(head.leaf.text().passage.text)):
        return next(_known(head.leaf.text().passage.cut(Span(*sent.span("who"))), cast), None)
    if isinstance(lead, (ListItem, Paragraph)) and _says_who(lead.leaf.content):
        found = next(_known(lead.leaf.text().passage, cast), None)
        if found:
            return found
    if not isinstance(last, (ListItem, Paragraph)):
        return None
    words = last.leaf.text().passage
    return next(_known(words, cast), None) if len(words.text) <= _SIGNED else None


def _says_who(lead: str) -> bool:
    """Say whether what stands above a quote says that somebody wrote it."""
    return len(lead) <= _LONGEST and _WROTE.search(lead) is not None


def _known(passage: Passage, cast: Cast) -> Iterator[Passage]:
    """Yield the names in a text of people whose side is known."""
    for match in _NAME.finditer(passage.text):
        for name in (match["first"] + (match["rest"] or ""), match["first"]):
            if cast.is_person(name) and cast.side(name) != "unknown":
                yield passage.cut(Span(match.start(), match.start() + len(name)))
                break


def is_quote(text: str) -> bool:
    """Say whether a text is nothing but what somebody said."""
    return text[:1] in _OPENING and text.rstrip(" .!")[-1:] in _CLOSING
