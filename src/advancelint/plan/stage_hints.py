"""Tells a stage that a house calls as it likes: "3/6 show & prove", "they've got our proposal", "Bedarf klären".

Only what stands behind a label that asks where a sale stands is looked at, and only where no list knows it.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Statement
from advancelint.plan.vocabulary import Vocabulary, normalise
from advancelint.source import Span

_RUNGS = ("engage", "discover", "align", "evaluate", "propose", "negotiate", "close", "expand")
_OPEN = 7  # the rungs of a sale that is not closed, which the numbers of a house count
_WHERE = expression(
    r"(?:and )?where (?:(?:we|it|this|that|things|they|the (?:deal|sale|job))(?:'re| are|'s| is| stands?)?|are we"
    r"|is it)"
    r"(?: now| today)?(?: at| in (?:the )?\w+)?(?: now| today)?|(?:current )?state of play|how far (?:we are|it is)"
    r"|wo (?:wir|es) steh(?:en|t)|wo stehen wir|où (?:en )?(?:est-on|sommes-nous|on en est|nous en sommes)"
    r"|(?:en qué punto|dónde) estamos|onde estamos|em que ponto estamos",
    re.IGNORECASE,
)
_STEP = expression(r"step|stage wise|schritt|stufe|rung|étape|etapa", re.IGNORECASE)
# How what `_WHERE` and `_STEP` match begins.
_BEGINS = expression(r"an|wh|cu|st|ho|wo|où|en|dó|on|em|ru|ét|et|sc", re.IGNORECASE)
_COUNTED = expression(r"\W{0,3}(\d{1,2}) ?(?:/|of|von|de|sur) ?(\d{1,2})\b")
_WORD = expression(r"[^\W\d_]+")
_NOT = expression(r"\b(?:not|no|nicht|kein\w*|pas|sin|sem|não|before|until)\b", re.IGNORECASE)
_CLAUSE = expression(r"[.;!?](?:\s|$)|, (?=but\b|aber\b|mais\b|pero\b|mas\b)")
_LEAST, _MOST, _SHORT = 4, 10, 3
_TOP, _FEW_WORDS, _MOST_WORDS = 20, 6, 14


def find(material: Material, in_call: frozenset[int]) -> Field:
    """Return the stage that the words behind a label for it hint at; ``in_call`` are the sections of calls."""
    for statement in material.outline.statements:
        most = _room(statement, inside=statement.section in in_call)
        line = statement.value.text.partition("\n")[0] if most else ""
        value = told(line, material.vocabulary, most) if line else ""
        if value:
            return field(value, statement.value.cut(Span(0, len(line))), statement.surface)
    return ABSENT


def _room(statement: Statement, *, inside: bool) -> int:
    """Return of how many words what a label states may be, to be a stage; 0 for a label that asks for none."""
    if statement.plays("stage") and not inside:
        return _MOST_WORDS
    if statement.plays("status") and statement.line <= _TOP:
        return _FEW_WORDS
    if not _BEGINS.match(statement.name):
        return 0  # most labels
    name = normalise(statement.name).replace("’", "'")
    if _WHERE.fullmatch(name):
        return _MOST_WORDS
    return _FEW_WORDS if _STEP.fullmatch(name) and _COUNTED.match(statement.value.text) else 0


def told(text: str, vocabulary: Vocabulary, most: int = _MOST_WORDS) -> str:
    """Return the furthest stage at which the words of ``text`` hint, else that of its number "3/6".

    "" where they hint at none, or are more than ``most``.
    """
    if len(_WORD.findall(text)) > most:
        return ""
    hints = vocabulary.words["stage-hint"]
    found: set[str] = set()
    for clause in _CLAUSE.split(text.casefold()):
        if not _NOT.search(clause):
            found |= {hint for word in _WORD.findall(clause) if (hint := _hint(word, hints))}
    if found:
        return max(found, key=_RUNGS.index)
    counted = _COUNTED.match(text)
    number, of = (int(counted[1]), int(counted[2])) if counted else (0, 0)
    return _RUNGS[-(-number * _OPEN // of) - 1] if _LEAST <= of <= _MOST and 0 < number <= of else ""


def _hint(word: str, hints: dict[str, str]) -> str:
    """Return the stage at which a word hints by its beginning, the longest one that is listed; "" for none."""
    ends = range(len(word), _SHORT, -1)
    return hints.get(word) or next((hints[word[:end]] for end in ends if word[:end] in hints), "")
