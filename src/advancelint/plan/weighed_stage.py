"""Finds the stage that a line names in words which no rule knows: "Gwen has it as Discover", "StageName : 5 - Propose".

Names of stages are words of each day, too ("the trial", "our proposal"). Whether one that stands somewhere is where the
sale stands is weighed by the words around it and its place, with weights that benchmarks/train_stages.py learnt from
plans of strangers. It is asked last, where nothing states a stage.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from advancelint import resources
from advancelint.expressions import expression
from advancelint.lookup import Lookup
from advancelint.plan import raw_lines
from advancelint.plan.material import Material
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.named_stages import PROGRAMS, of_no_sale
from advancelint.plan.vocabulary import Vocabulary
from advancelint.plan.vocabulary import vocabulary as shipped
from advancelint.plan.weighing import chance
from advancelint.records import NamedTuple
from advancelint.source import Span

_SURE = 0.8  # from this chance on the likeliest name of a text is the stage of its sale
_MOST = 500  # names of a text that are looked at
_HEADING = "shape heading"  # those of a mutual plan name phases that lie ahead, too
_AROUND = 60  # characters in which a tag may stand
_WINDOW = 160  # and those in which a word for the ladder may stand
_WORD = expression(r"\w+")
_PROGRAM = expression(rf"\b(?:{PROGRAMS}|pipeline|funnel|forecast|system)\b", re.IGNORECASE)
_LADDER = expression(
    r"\b(?:stages?|stagename|phase|fase|étape|etapa|estágio|stade|stand|status|cycle)\b", re.IGNORECASE
)
# What goes on behind the name of a stage is said of it, and no thing that it is a part of, "discovery workshops"; and a
# name in small letters is led by a mark or a word for being somewhere, "still at proposal", "stage proposal".
_GOES_ON = expression(
    r" (?!(?:stages?|phase|now|today|still|yet|and|but|or|since|until|till|after|before|because|as|if|when|with|for|at"
    r"|in|on|to|by|from|is|was|according|says?|i|we|he|she|they|it|seit|bis|und|aber|im|in|laut|noch|jetzt|depuis|et"
    r"|mais|dans|en|desde|y|pero|no|na|e|mas)\b)[^\W\d_A-ZÀ-Þ]"
)
_LED = expression(
    r"(?:^|[^\w\s]|\s{2}|\b(?:at|in|on|to|as|is|are|it|be|still|now|the|stages?|phase|status|say|says|said|call|called|put"
    r"|reads?|back|or|and|not|bei|im|auf|noch|stand|à|en|au|étape|em|na|no|etapa|estágio|fase)) ?\W{0,2}\Z",
    re.IGNORECASE,
)
_TAG = expression(r"#[\w/-]*\Z|\b(?:stage|phase) \d{1,2} of\b", re.IGNORECASE)  # and "phase 2 of the plant is in …"


class Mention(NamedTuple):
    """The name of a stage in a text: its id, where it stands, and the signs of whether the sale is there."""

    stage: str
    line: int
    span: Span
    signs: frozenset[str]


def find(material: Material) -> Field:
    """Return the stage that a text most likely names as that of its sale; ABSENT where none is likely enough."""
    known, head = weights(), _head(material)
    found = (
        (chance(known, one.signs), one)
        for one in islice(mentions(material.source.text, material.vocabulary), _MOST)
        if one.span.start < head and (material.kind != "map" or _HEADING not in one.signs)
    )
    likely, best = max(found, key=lambda weighed: weighed[0], default=(0.0, None))
    if best is None or likely < _SURE:
        return ABSENT
    return Field(best.stage, material.source.text[best.span.start : best.span.end], best.span, "text")


def _head(material: Material) -> int:
    """Return where what is said of the one sale of a plan ends: an account holds several below its head."""
    below = (one.span.start for one in material.outline.sections if one.level > 1 and material.kind == "account")
    return min(below, default=len(material.source.text))


def mentions(text: str, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Yield the names of stages in a text without its comments, the longest that begins at a word; linear in length."""
    stages, longest = _shipped() if vocabulary.stages is shipped().stages else _names(vocabulary)
    encounters = vocabulary.words["encounter"]
    for number, (start, line) in enumerate(raw_lines.shown(text), 1):
        words, of_line = list(_WORD.finditer(line)), _signs_of_line(line, number)
        at = 0
        while at < len(words):
            count = _named(words[at : at + longest.get(words[at].group().casefold(), 0)], stages)
            if count:
                span = Span(words[at].start(), words[at + count - 1].end())
                name = " ".join(word.group().casefold() for word in words[at : at + count])
                behind = words[at + count].group().casefold() if at + count < len(words) else ""
                if behind not in encounters and _stands_alone(line, span):
                    signs = of_line.union(_signs(line, span, name), (f"id {stages[name]}",))
                    yield Mention(stages[name], number, Span(start + span.start, start + span.end), signs)
            at += count or 1


@functools.cache
def _shipped() -> tuple[dict[str, str], dict[str, int]]:
    return _names(shipped())


def _names(vocabulary: Vocabulary) -> tuple[dict[str, str], dict[str, int]]:
    """Return the stages by those of their names that tell of a sale, and the most words of one by its first word."""
    others, encounters = of_no_sale(vocabulary), vocabulary.words["encounter"]
    stages = {
        name: stage
        for name, stage in vocabulary.stages.items()
        if name not in others and (" " not in name or name.rpartition(" ")[2] not in encounters)
    }
    longest: dict[str, int] = {}
    for name in stages:
        words = name.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return stages, longest


def _named(words: list[re.Match[str]], stages: Mapping[str, str]) -> int:
    """Return how many of the first words are the name of a stage, as many as can be; 0 for none."""
    apart = (at for at in range(1, len(words)) if words[at].start() - words[at - 1].end() > 1)
    for count in range(next(apart, len(words)), 0, -1):
        if " ".join(word.group().casefold() for word in words[:count]) in stages:
            return count
    return 0


def _stands_alone(line: str, span: Span) -> bool:
    """Say whether a name is no part of a tag or of a longer thing."""
    ahead = line[max(0, span.start - _AROUND) : span.start]
    led = not line[span.start].islower() or _LED.search(ahead)
    return bool(led) and not _GOES_ON.match(line, span.end) and not _TAG.search(ahead)


def _signs_of_line(line: str, number: int) -> frozenset[str]:
    place, long = raw_lines.size(number, raw_lines.LINES), raw_lines.size(len(line), raw_lines.LENGTHS)
    return frozenset({f"shape {raw_lines.shape(line)}", f"place {place}", f"long {long}"})


def _signs(line: str, span: Span, name: str) -> Iterator[str]:
    written = line[span.start : span.end]
    yield f"name {name}"
    yield f"words {min(3, name.count(' ') + 1)}"
    yield "upper" if written.isupper() else "title" if written[0].isupper() else "lower"
    yield from raw_lines.around(line, span.start, span.end)
    ahead, after = line[max(0, span.start - _WINDOW) : span.start], line[span.end : span.end + _WINDOW]
    if _LADDER.search(ahead):
        yield "ladder before"
    if _LADDER.search(after):
        yield "ladder behind"
    if _PROGRAM.search(ahead) or _PROGRAM.search(after):
        yield "program"
    if "%" in ahead or "%" in after:
        yield "percent"
    if not _WORD.search(ahead) and not _WORD.search(after):
        yield "whole"


@functools.cache
def weights() -> Lookup[int]:
    """Return what each sign weighs, in hundredths; raises ResourceError without the list."""
    return resources.weights(os.path.join(resources.folder("lexicon"), "stages.tsv"))
