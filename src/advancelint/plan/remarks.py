"""Sentences that tell how things are, what was, or of what stands beside them, and so are neither goals nor steps."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import spoken
from advancelint.plan.undertakings import FACT

# "We had a demo", but not "We had hoped to get it"; "Mr Tindall was more open", "Moira said no"
_TOLD = expression(
    r"(?:I|We) (?:had|met|saw|sent|showed)\b(?! (?:to|hoped|wanted|meant|planned|gone|been after)\b)"
    r"|(?:[^\W\d_a-z][\w.'’-]* ){1,4}(?:was|were|said|told us)\b"
)
_ONE = expression(
    r"(?:that|this|it)(?:['’]s| is| was) (?!to\b|up to\b|so that\b|agreed|decided|settled|confirmed|signed|done\b)"
    r"|das (?:ist|war) |c['’](?:est|était) |(?:eso|esto|isso|isto) (?:es|é|era) ",
    re.IGNORECASE,
)
# "The machine stops 14 times per shift", "two formats make 80 % of it", "all good"
_MEASURED = expression(
    r"[^.;:]* \d+ (?:times|mal|fois|veces|vezes) (?:an?|per|each|every|pro|par|por) "
    r"|[^.;:]* (?:makes?(?: up)?|costs?|weighs?|lasts?|amounts? to|accounts? for) (?:about |around |some |nearly )?\d"
    r"|all (?:good|fine|well|quiet|clear)\b",
    re.IGNORECASE,
)
_LACKING = expression(
    r"(?:no(?! (?:later|need)\b)|nothing|nobody|kein\w*|nichts|aucune?|rien|ningun\w*|nada|nenhum\w*) ", re.IGNORECASE
)
_MANNER = expression(
    r"(?:in|on|with|without|via|per|as|like|including|mit|ohne|avec|sans|con|sin|com|sem) ", re.IGNORECASE
)


def is_one(text: str) -> bool:
    """Say whether a sentence only speaks of another one: "That's the main thing", "It was her idea"."""
    return _ONE.match(text) is not None


def tells(text: str) -> bool:
    """Say whether a sentence tells of what was: "We had a demo"."""
    return _TOLD.match(text) is not None


def is_fact(text: str) -> bool:
    """Say whether words say how things are: "the bay is cold", "they stop 14 times a shift", "all good"."""
    return FACT.match(text) is not None or _MEASURED.match(text) is not None


def is_lacking(text: str) -> bool:
    """Say whether words say what there is not: "no answer from IT"."""
    return _LACKING.match(text) is not None


def is_minded(text: str) -> bool:
    """Say whether words say what goes on in somebody: "Ana likes it", but not "Ana wants to sign"."""
    minded = spoken.STATIVE.match(text)
    return minded is not None and not text.startswith(" to ", minded.end())


def is_manner(text: str) -> bool:
    """Say whether words only say how something is done: "in print"."""
    return _MANNER.match(text) is not None
