"""Reads the stage that a few words name, and finds the words of a longer answer that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import situations
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Passage, Span

_MOST_STAGE_WORDS = 5
_MOST_WORDS = 12  # of an answer that is kept whole: "business case with them, proposal goes in on 1 December"
_ARROW = expression(r"→|->|=>|➜")
_MOVING = expression(
    r"(?:moving|next|soon|going|heading|then|aim\w*|target|bald|dann|puis|luego|depois)\b", re.IGNORECASE
)
_WORD = expression(r"\w+")
POINTED = expression(r"([^→➜>]{2,40}?) ?(?:👈|⬅\ufe0f?|\((?:we are |you are |wir sind )?(?:here|hier)\))")
_QUOTED = expression(r"[\"“„«]([^\"“”„«»\n]{3,40})[\"”“»]")
_INSIDE = expression(r"\(([^()\n]{3,40})\)")
_SENTENCE = expression(r"(?<=[^\W\d_]{2}[.!?])\s+(?=\S)|\n")
_CLAUSE = expression(r"[;:!?,]\s|[.](?:\s|$)|\s[–—-]\s|\n")


def stage_of(text: str, vocabulary: Vocabulary) -> str:
    """Return the ladder's id, "won" or "lost" for a stage as written; "" where the words are no stage."""
    text = text.strip().partition("\n")[0]
    pointed = POINTED.search(text)
    *before, last = (one.strip() for one in _ARROW.split(pointed[1] if pointed else text))
    if before and ("?" in last or _MOVING.match(last)):
        last = before[-1]  # "Discovery -> moving to Proposal"
    bare = last.partition("(")[0].strip().rstrip(".!")
    forms = [last, bare, bare.replace("-", " ").replace("_", " "), normalise(bare)]
    first, slash, second = bare.partition(" / ")
    forms += [first, second.partition(", ")[0]] if slash else []
    for mark in (" - ", " — ", " – ", ": ", "... ", ".. ", "… ", ". ", ", ", "; "):
        head, _, tail = bare.partition(mark)
        forms += [tail, head] if tail else []
    forms += _INSIDE.findall(last)  # "comparing offers (Evaluate)"
    found = [stage for form in forms if (stage := vocabulary.stages.get(form.strip().casefold()))]
    return next((stage for stage in found if stage != found[0] == "expand"), found[0]) if found else ""  # "… – at risk"


def stage_within(text: str, vocabulary: Vocabulary) -> str:
    """Return the stage that some of a few words name, the longest name first: "commercial negotiation"; else ""."""
    words = _WORD.findall(_ARROW.split(text)[-1].partition("(")[0].casefold())
    if not 1 < len(words) <= _MOST_STAGE_WORDS:
        return ""
    for width in range(len(words) - 1, 0, -1):
        named = (" ".join(words[start : start + width]) for start in range(len(words) - width + 1))
        found = {vocabulary.stages[name] for name in named if name in vocabulary.stages}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def told(text: str, vocabulary: Vocabulary) -> str:
    """Return the stage that an answer names or tells in words; "" for none."""
    return stage_of(text, vocabulary) or stage_within(text, vocabulary) or situations.told(text)


def own(answer: Passage, value: str, vocabulary: Vocabulary) -> Passage | None:
    """Return the words of an answer that name the stage ``value``; None for a long one that names none.

    A short answer of one sentence is the name itself; of several, as “Both have seen it. I have it as "proposal out"”,
    what stands in quotes is the first to be asked.
    """
    text = answer.text
    if len(text.split()) <= _MOST_WORDS and not _SENTENCE.search(text):
        return answer
    if value:
        parts = _parts(text)
        found = next((one for one in parts if told(text[one.start : one.end], vocabulary) == value), None)
        return answer.cut(found).strip() if found else answer
    first = _SENTENCE.split(text, maxsplit=1)[0]
    return answer.cut(Span(0, len(first))) if len(first.split()) <= _MOST_WORDS else None


def _parts(text: str) -> Iterator[Span]:
    """Yield what stands in quotes, then the short sentences, the clauses, and the sentences of any length."""
    yield from (Span(*match.span(1)) for match in _QUOTED.finditer(text))
    sentences, clauses = list(_between(_SENTENCE, text)), list(_between(_CLAUSE, text))
    yield from (one for one in sentences if len(text[one.start : one.end].split()) <= _MOST_WORDS)
    yield from clauses
    yield from sentences


def _between(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    start = 0
    for match in pattern.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))
