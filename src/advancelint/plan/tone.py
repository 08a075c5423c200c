"""Tells whether a note looks back on a call or ahead to one: what it tells, and what it plans."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple

_WORD = expression(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_MOST_LINES, _LONGEST, _MOST_HEAD = 300, 300, 3
_LONGEST_HEAD = 5
_BEFORE = frozenset({"before", "vor", "avant", "antes", "for"})
_FEWEST, _TITLED, _FEWEST_ASKED, _NEAR = 2, 6, 3, 4


class Tone(NamedTuple):
    """How many words of a note tell what was, and how many of its lines say what is to be said, asked or brought."""

    told: int
    planned: int

    @property
    def is_ahead(self) -> bool:
        """Whether the note looks ahead to a call."""
        return self.planned >= _FEWEST and self.planned > self.told

    @property
    def is_back(self) -> bool:
        """Whether the note looks back on a call."""
        return self.told > self.planned and self.planned < _FEWEST


def of(text: str, title: str, vocabulary: Vocabulary) -> Tone:
    """Return the tone of a text below a ``title``."""
    told = 0
    asked = text.count("?\n") + text.endswith("?")
    planned = _FEWEST if asked >= _FEWEST_ASKED else 0
    planned += _TITLED if looks_ahead(title, vocabulary) else 0
    past, ahead, results = (vocabulary.words[name] for name in ("told-word", "plan-head", "result-head"))
    for line in text.casefold().replace("’", "'").split("\n", _MOST_LINES)[:_MOST_LINES]:
        words = _WORD.findall(line, 0, _LONGEST)
        told += sum(map(past.__contains__, words))
        heads = [" ".join(words[:count]) for count in range(1, _MOST_HEAD + 1)]
        if any(head in ahead for head in heads):
            planned += 1
        elif len(words) <= _LONGEST_HEAD and any(head in results for head in heads):
            told += 1
    return Tone(told, planned)


def looks_ahead(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a title is that of what is written before a call: "Norwood, tomorrow", "Before Tuesday"."""
    words = _WORD.findall(title.casefold().replace("_", " "))
    spaced = f" {' '.join(words)} "
    if any(f" {listed} " in spaced for listed in vocabulary.words["ahead-title"]):
        return True
    pairs = zip(words, [word for word in words[1:] if word != "del"], strict=False)
    if any(before in _BEFORE and vocabulary.word("weekday", day) is not None for before, day in pairs):
        return True
    # "note before the Bristol meeting"
    ahead = next((place for place, word in enumerate(words) if word in _BEFORE and word != "for"), len(words))
    return any(word in vocabulary.words["call-word"] for word in words[ahead + 1 : ahead + 1 + _NEAR])
