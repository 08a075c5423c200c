"""Tells what says when a step is due and nothing else: "by 12 June", "before the first invoice", "no date"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import clockwords, due, moments
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Passage, Span

_LEAD = expression(
    rf"(?:{due.LEAD_WORDS}|till|target|eta|for|from|since|{moments.CLOSE_WORDS}|the|zum|la|dia|~|c\.)"
    r"\s+",
    re.IGNORECASE,
)
# What a client's or a seller's own calendar holds: "before the first invoice", "after the shading study".
_EVENT = expression(
    r"(?:before|after|by|until|till|at|ahead of|vor|nach|bis(?: zum| zur)?|avant|après|antes de|después de|depois de)"
    r"\s+(?:the|our|your|their|his|her|next|der|dem|den|die|das|le|la|les|l'|el|los|las|o|a|os|as|her"
    r"|ihre[rm]?)[\s']",
    re.IGNORECASE,
)
_CLAUSE = expression(r" (?:I|we|you|he|she|they|please|ich|wir|je|nous) ")  # "After the call we send the list"
UNDATED = expression(
    r"(?:no|without a) (?:due )?date(?: yet| given| set)?|date (?:open|tbd|tbc)|tbd|tbc", re.IGNORECASE
)
# What says when without a time that `moments` finds.
_TIMELY = expression(rf"{_EVENT.pattern}|{UNDATED.pattern}|(?:{due.LABEL_WORDS})\s?:|due ", re.IGNORECASE)
_ANYWHEN, _OPENED = Anchor(""), expression(r"\s*(?:[:–—|·,-]\s*)?(?=[\w@*])")
LONGEST_EVENT = 8  # words


def may_hold_time(text: str) -> bool:
    """Say whether a time may be taken off a text; a quick look."""
    return clockwords.may_hold(text) or _TIMELY.search(text) is not None


def is_time(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text says nothing but when: "due 12 June", "avant le 5 juin", "before the first invoice"."""
    if UNDATED.fullmatch(text.strip(" .!")):
        return True
    if _EVENT.match(text) and len(text.split()) <= LONGEST_EVENT and not _CLAUSE.search(text):
        return True
    lead = _LEAD.match(text)
    return _is_moment(text, vocabulary) or (
        lead is not None and _is_moment(text[lead.end() :], vocabulary)  # "no later than 4 Dec" is not later
    )


def _is_moment(text: str, vocabulary: Vocabulary) -> bool:
    found = moments.find(text, vocabulary, _ANYWHEN)
    if not found:
        return False
    before, after = text[: found[0].span.start], text[found[-1].span.end :]
    return not _without_leads(before, vocabulary) and not _without_leads(clockwords.without_hour(after), vocabulary)


def dated(passage: Passage, vocabulary: Vocabulary) -> tuple[Passage, Passage] | None:
    """Return the time in front of a step and the step without it ("2026-05-29 Noor: order form"); None for another."""
    for moment in moments.find(passage.text, vocabulary, _ANYWHEN)[:1]:
        opened = _OPENED.match(passage.text, moment.span.end)
        written = passage.text[moment.span.start : moment.span.end]
        rest = passage.text[opened.end() :] if opened else ""
        told = (
            rest[:1].isupper() or vocabulary.word("encounter", rest.partition(",")[0]) is not None
        )  # "7/17 Rob - quote"
        firm = written[0].isdigit() and (told or len(written) > 4)
        if opened and firm and not passage.text[: moment.span.start].strip(" (["):
            return passage.cut(moment.span), passage.cut(Span(opened.end(), len(passage.text)))
    return None


def _without_leads(text: str, vocabulary: Vocabulary) -> str:
    """Return what is left of the words around a time without "by the", weekdays and marks."""
    rest = text.strip() + " "
    while lead := _LEAD.match(rest):
        rest = rest[lead.end() :]
    words = rest.casefold().replace(",", " ").replace(".", " ").split()
    return " ".join(word for word in words if word.strip("()") not in vocabulary.words["weekday"])
