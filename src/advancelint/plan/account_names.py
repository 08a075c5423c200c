"""Takes off the name of an account what is none of it: the sort of document, the day, the place, what is sold there."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import heads
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import Span

_SAID, _SENTENCE = expression(r"\S+"), expression(r"(?<=[^\W\d_A-Z]{4})\.\s+(?=[^\W\d_a-z])")
_BEHIND, _POINTS = ("kind", "encounter", "weekday", "period-word", "title-filler"), ".,:;()'’"
_PLACED = expression(r"(.{3,40}?) (?:at|@|bei|chez) (.{3,60})")
_SHORT_DAY, _YEAR = 5, expression(r"20\d\d")


def bare(found: Field, vocabulary: Vocabulary) -> Field:
    """Return an account without the sort of document and the day around it: "OPP 2231 Norwood", "Norwood log 2026".

    ABSENT where nothing is left: "Opportunity 2231". "Studio 54", "Deal Castle" and "Norwood Coffee" are names.
    """
    if found.span.end - found.span.start != len(found.value):
        return found
    placed = _PLACED.fullmatch(found.value)
    if placed and heads.is_company(placed[2], vocabulary) and not heads.is_company(placed[1], vocabulary):
        start = found.span.start + placed.start(2)  # "Pilot trays at Norwood Hospital"
        found = Field(placed[2], placed[2], Span(start, found.span.end), found.surface)
    words = list(_SAID.finditer(_SENTENCE.split(found.value, maxsplit=1)[0]))  # "… at Norwood Homes. His surveyor, …"
    if len(words) > 2 and _YEAR.fullmatch(words[-1].group()) and _is_behind(words[-2].group(), vocabulary):
        words.pop()
    while words and _is_behind(words[-1].group(), vocabulary):
        words.pop()
    if words and _is_sort(words[0].group(), [one.group() for one in words[1:2]], vocabulary):
        words = words[2:] if _is_number(words[1].group()) else words[1:]
    if not words:
        return ABSENT
    start, end = words[0].start(), words[-1].end()
    name = found.value[start:end]
    name = name.rstrip(".,:;–—-" if end < len(found.value.rstrip()) else " /|")  # "Norwood Cheese Co." keeps its dot
    begin = found.span.start + start
    return Field(name, name, Span(begin, begin + len(name)), found.surface)


def _is_behind(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word behind a name is none of it: "log", "visit" and "before" in small letters, "Wed"."""
    plain = word.strip(_POINTS)
    if not plain.islower():
        return len(plain) <= _SHORT_DAY and vocabulary.word("weekday", plain) is not None
    return plain in load("en").groups["grammar"] or any(vocabulary.word(one, plain) is not None for one in _BEHIND)


def _is_sort(word: str, behind: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Say whether the first word of a name is a sort of document, in capitals or small letters or before a number."""
    plain = word.strip(_POINTS)
    named = any(vocabulary.word(one, plain) is not None for one in ("strict-kind", "file-kind"))
    return bool(behind) and named and (not plain.istitle() or _is_number(behind[0]))


def _is_number(word: str) -> bool:
    return not any(map(str.isalpha, word)) and any(map(str.isdigit, word))


def unbracketed(found: Field) -> Field:
    """Return an account without the place in brackets behind it, "Norwood Mills (Carlisle)"; ABSENT for half of one."""
    if found.value.count("(") != found.value.count(")"):
        return ABSENT  # "(Ben's mail, not to lose it - Ana)"
    name, bracket, _ = found.value.partition(" (")
    whole = bracket and found.value.endswith(")") and found.span.end - found.span.start == len(found.value)
    return Field(name, name, found.span._replace(end=found.span.start + len(name)), found.surface) if whole else found
