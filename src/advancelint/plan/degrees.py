"""Labels that say how much of something would do: "Must have", "Nice to get", "Walk-away minimum", "Maximalziel".

A table of all of them would never be whole, so they are composed: a word of a degree, and small words around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

BESIDE = "beside"  # what is nice to have: it has no rank, and no other goal's lack makes it the primary one
_RANKS = {"primary": "primary", "fallback": "fallback", "plan": "plan", "unranked": BESIDE}
_LONGEST = 32
_LED = expression(r"[ \t]*((?:(?:1st|2nd) )?[^\W\d_][^:|·\n.–—]{1,31}?)(?:[:.]| [–—-])[ ]+(?=\S)")


def of(label: str, vocabulary: Vocabulary) -> str:
    """Return the rank that a label's degree gives: "primary", "fallback", "plan", `BESIDE`; "" where it says none."""
    if not label or len(label) > _LONGEST:
        return ""
    name = normalise(label)
    told = vocabulary.words["rank-cell"].get(name)
    words, small = vocabulary.words["degree-word"], vocabulary.words["degree-with"]
    if told is None:
        parts = name.split()
        found = {words[part] for part in parts if part in words}
        whole = all(part in words or part in small for part in parts)
        told = found.pop() if len(found) == 1 and whole else ""
    return _RANKS.get(told, "")


def led(text: str, starts: Sequence[int], vocabulary: Vocabulary, fewest: int) -> list[tuple[Span, Span]]:
    """Return where the labels of a degree that begin lines stand, with and without their colons.

    [] where there are not as many as ``fewest``; the lines of ``text`` begin at ``starts``.
    """
    if len(starts) < fewest:
        return []
    found = [match for start in starts if (match := _LED.match(text, start)) and of(match[1], vocabulary)]
    return [(Span(*match.span()), Span(*match.span(1))) for match in found] if len(found) >= fewest else []
