"""Tells what goes on with the goals above it: "For the 30th:", "And get her to sign", and two goals in one sentence."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.plan.asking import asks
from advancelint.plan.below import is_order
from advancelint.plan.outline import Outline, Section, Statement
from advancelint.plan.vocabulary import GOALS
from advancelint.source import Passage, Span

# "For the 30th:" leads a part of the goals above it, "And get Bea to like us" and "I'd also like to see it" add to it
_PART = expression(
    r"(?:for|in|on|at|by|from|with|during|bei|beim|für|am|bis|von|mit|pour|lors|avec|para|en|con|no|na|com)\b[^:.!?]{2,60}:$",
    re.IGNORECASE,
)
_COUNTED = expression(r"\d{1,2}(?:\.\d{1,2})+\.? +(?=\S)")
_JOINED = expression(r",? (?:and|und|et|y|e) (?=[^\W\d_])")
_WHOSE = expression(r"(?:him|her|them|[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’-]+)?) to [a-z]")
_LIKING = r"(?:like|love|want|hope) to "
_MORE = expression(
    r"(?:(?:And|Also|Plus|Oh,? and|On top(?: of that)?|Besides|Und|Außerdem|Et|Aussi|Y|También|E|Também)\b,? (?:also )?"
    rf"(?:(?:I|we)(?:['’]d| would)? (?:also )?{_LIKING})?|(?:I|we)(?:['’]d| would)? also {_LIKING})(?=\w)",
    re.IGNORECASE,
)


def uncounted(outline: Outline) -> Outline:
    """Return ``outline`` with paragraphs that are counted, "5.1 Jo opens the plant", "5.2 …", as items of a list.

    "3.12 Jo rang" is a day: what is counted begins with its first and has a second.
    """
    written = [*outline.statements, *outline.rest]
    numbers = {match[0].rstrip(". ") for one in written if (match := _COUNTED.match(one.value.text))}
    lists = {number.rpartition(".")[0] for number in numbers if number.endswith(".1")}
    lists = {number for number in lists if f"{number}.2" in numbers}
    if not lists:
        return outline  # of most plans
    return outline._replace(
        statements=tuple(_uncounted(one, lists) for one in outline.statements),
        rest=tuple(_uncounted(one, lists) for one in outline.rest),
    )


def _uncounted(one: Statement, lists: Set[str]) -> Statement:
    text, match = one.value.text, _COUNTED.match(one.value.text)
    if not match or one.name or match[0].rstrip(". ").rpartition(".")[0] not in lists:
        return one
    head = one.head.cut(Span(match.end(), len(one.head.text))) if one.head.text.startswith(match[0]) else one.head
    return one._replace(value=one.value.cut(Span(match.end(), len(text))), head=head, surface="item")


def counted(text: str) -> int:
    """Return where the words of a paragraph begin that is one of several, counted: "3.2 Mo names the halls"; or 0."""
    match = _COUNTED.match(text)
    return match.end() if match else 0


def goes_on(content: str, section: Section) -> bool:
    """Say whether a paragraph goes on with an open ``section``: "5.2 Jo signs" with one that is headed "5. Next steps".

    With goals "For the 30th:" and "And get her to sign" do, too.
    """
    if counted(content) and section.title.startswith(f"{content.partition('.')[0]}."):
        return "\n" not in content
    if section.label.roles.isdisjoint(GOALS):
        return False
    part = _PART.match(content) is not None or counted(content) > 0
    return (part and "\n" not in content) or begin(content) > 0


def begin(text: str) -> int:
    """Return where the words of a goal begin in a text that adds it to others: "And get her to sign"; 0 for another."""
    match = _MORE.match(text)
    if not match or "?" in text:
        return 0
    words = text[match.end() :]
    return match.end() if is_order(words) or asks(words) else 0


def joined(whole: Passage, *, orders: bool = False) -> list[Passage]:
    """Return the goals that one sentence joins, each with who is to do it: "Jo to send it, and Al to read it".

    With ``orders`` also those of which each begins with what to do.
    """
    starts = [0, *(mark.start() for mark in _JOINED.finditer(whole.text)), len(whole.text)]
    parts = [whole.cut(Span(*pair)) for pair in pairwise(starts)]
    parts = [part.cut(Span(mark.end() if (mark := _JOINED.match(part.text)) else 0, len(part.text))) for part in parts]
    alike = all(_WHOSE.match(part.text) or (orders and is_order(part.text)) for part in parts)
    return [part.strip() for part in parts] if len(parts) > 1 and alike else [whole]
