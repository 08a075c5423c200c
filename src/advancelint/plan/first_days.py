"""Finds the day that one of the first lines of a document names for itself: "Norwood, phone, Thurs Sept 10 2026"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import called_day, callwords, clockwords, dates
from advancelint.plan.material import Material
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

IS_DAY = expression(r"\W{0,3}(?:is|was|ist|war|est|es|é|era) ", re.IGNORECASE)  # "18 June 2026 is their deadline"
# A day that something sets apart from the words before it, with or without its weekday.
_SET_APART = expression(r"(?:^|[,;:–—|/(·*]|\s-)\s*(?:[^\W\d_]{2,10}[.,]?\s+)?$|\bheld\s*$", re.IGNORECASE)
ELSEWHERE = expression(
    r"\b(?:renew|clos|end|expir|since|contract|deadline|due|until|till|from|valid|verläng|ablauf|vertrag|échéance|vence|seit|desde"
    r"|depuis|updated?|version|revised|last|next|exported|printed|generated)\w*[^,;–—|]{0,25}$",
    re.IGNORECASE,
)
_LEADING = expression(
    r"^[\s*_+•(-]*(?:(?:scheduled|set|booked|fixed|planned)(?: for)?|on|am|le|el)?[\s*_(]*", re.IGNORECASE
)
_QUOTED = expression(r"\s*>\s*[*_]{0,2}([^:*_\n]{2,20})[*_]{0,2}:[*_]{0,2}\s*")
# "OK so this is me right after the call with Norwood Mills, Monday 30 November"
_MET = expression(
    r"\b(?:call|visit|meeting|demo|lunch|gespräch|termin|besuch|appel|visite|réunion|visita|reunión|llamada|reunião)"
    r" (?:with|at|to|bei|mit|avec|chez|con|com) [^.;:]{3,60},? (?:[^\W\d_]{3,10},? )?$",
    re.IGNORECASE,
)
_IS_NOW = expression(
    r"\b(?:it['’]s|it is|today is|today['’]s)(?: now)?\s*$", re.IGNORECASE
)  # "so it's Monday the 30th and"
_PARTED = expression(r" [–—-] |[,:] ")
_FIRST_LINES, _HEAD_LINES = 4, 10
LONGEST, MOST_BEFORE = 160, 8  # characters of a line, and words of it before the day that it names


def find(material: Material) -> Field:
    """Return the day that one of the first lines names for itself: "Norwood – phone, Thurs Sept 10 2026, 25 min".

    Of what ends or has been since then it is none, nor where the line says more of it than a few words.
    """
    text, vocabulary = material.source.text, material.vocabulary
    start = material.outline.document.blocks[0].lines.first if material.outline.document.blocks else 1
    parts = [one.line for one in material.outline.sections[1:] if one.level > 1 or one.label.roles]
    last = min(start + _HEAD_LINES, *parts, material.source.line_count)
    tables = [one.table.lines for one in material.outline.grids[:_HEAD_LINES]]
    for number in range(start, max(last, min(start + _FIRST_LINES, material.source.line_count)) + 1):
        if any(table.first <= number <= table.last for table in tables):
            continue
        place = material.source.line_span(number)
        line = text[place.start : min(place.end, place.start + LONGEST)]
        quoted = _QUOTED.match(line)
        head = quoted and called_day.is_name(quoted[1], vocabulary)  # "> Date: 10 December, on Teams" below the title
        if line.lstrip()[:1] in {">", "|"} and not head:
            continue
        for found in dates.find(line, vocabulary, material.near):
            before = line[quoted.end() if quoted and head else 0 : found.span.start]
            short = len(before.split()) <= MOST_BEFORE or _MET.search(before) is not None
            begun = not clockwords.without_weekday(_LEADING.sub("", before), vocabulary)
            if number > start + _FIRST_LINES and not begun:
                continue  # further down a line has to begin with it
            told = number == start and _is_of_encounter(before, vocabulary)
            apart = (
                (begun or told or _SET_APART.search(before) or callwords.is_call_on(before, vocabulary))
                and not IS_DAY.match(line, found.span.end)
                and "→" not in before
            )
            if short and apart and found.iso and not (ELSEWHERE.search(before) or _IS_NOW.search(before)):
                span = Span(place.start + found.span.start, place.start + found.span.end)
                return Field(found.iso, text[span.start : span.end], span, "text")
    return ABSENT


def _is_of_encounter(before: str, vocabulary: Vocabulary) -> bool:
    """Say whether a line begins with what somebody did with the client: "rang Norwood Mills Fri 27/11"."""
    parts = [part.lstrip() for part in _PARTED.split(before.casefold())]  # "norwood - rang Jo thurs 26 nov"
    return any(part.startswith(f"{verb} ") for part in parts for verb in vocabulary.words["meeting-verb"])
