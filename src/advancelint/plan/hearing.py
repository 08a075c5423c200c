"""Tells what a label that no list knows most likely means: "Must get", "Walk out with", "Womit ich rausgehen will".

People call the parts of a plan what they like. The lists of `vocabulary` hold what is common; this is for the rest: a
small model of the words of labels, trained by benchmarks/train_labels.py on labels of many authors. What it is not sure
of stays unknown.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator
from math import exp

from advancelint import resources
from advancelint.expressions import expression
from advancelint.lookup import Lookup
from advancelint.plan.given import given
from advancelint.records import NamedTuple

MOST_WORDS, _MOST_IN_LINE = 9, 6  # a longer beginning of a line is a sentence
# "14 May visit" and "pricing call w/ Petra" are calls and no goals, "-> me" leads a step of a log
_NO_LABEL = expression(
    r"\s*(?:-+>|=+>|→|➜)|\W*\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|ma|apr|jun|jul|aug|sep|o[ck]t|nov"
    r"|de[cz])[^\W\d_]*\b"
    r"|\W*(?:\d{1,2}[./-]\d{1,2}\b|\d{4}-\d\d)"
    r"|(?:[^\W\d_]+ )?(?:call|visit|meeting|demo|lunch|coffee|review) (?:w/|with\b)",
    re.IGNORECASE,
)
_LONGEST = 70
_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[?]")
_VALUE_WORDS, _READ = 2, 1_000
_STEM, _ENDING = 5, 3
_EDGE = "^"
_NAME = expression(r"[^\W\d_a-zà-öø-ÿ][^\W\d_]+ [^\W\d_a-zà-öø-ÿ][^\W\d_]+")
# "Thank you for today. What we heard" and "11 June, ward visit — Objective" are more than a label.
_SENTENCE = expression(r"(?<![^\W\d_])[^\W\d_]{3,}[.!] | [—–] ")
_QUOTED = "\"“”„«»‘'{%"  # what somebody says, and the marks of other tools
_OPENED = expression(r"[^\W\d_a-zà-öø-ÿ]")
# "Oonagh Pritt (account manager), …", ": Dr. Ines Bravo, Chief Surgeon"
_CAPITAL = r"[^\W\d_a-z][\w'’-]+"
_SOMEBODY = expression(
    rf":? ?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?{_CAPITAL} {_CAPITAL}(?: \(|, {_CAPITAL} (?:of |{_CAPITAL}))"
)
# "NOK 2.9 m, of which 1.1 m service", "612 T€ (felts)", "R$ 2,3 milhões"
_COUNTED = r"(?:[kKmMT]|bn|[Mm]io|[Mm]illion(?:s|en|es)?|[Mm]ill[oó]n(?:es)?|milh(?:ão|ões)|[Mm]il)\b\.?"
_CURRENCY = r"(?:EUR|USD|GBP|CHF|NOK|SEK|DKK|BRL|MXN|CAD|AUD)"
_AMOUNT = expression(
    rf"(?:(?:(?:US|R|C|A)?[€£$]|{_CURRENCY}) ?\d[\d.,'’]*(?: ?{_COUNTED})?"
    rf"|\d[\d.,'’]*(?: ?{_COUNTED})? ?(?:€|£|\$|{_CURRENCY}\b))(?=$|[,;.]| [(/])"
)


class Heard(NamedTuple):
    """What a label most likely means, if it means anything, and how likely it is that or nothing, each 0 to 1.

    The chances come from models of their own and need not add up to 1.
    """

    role: str
    chance: float
    nothing: float

    @property
    def told(self) -> bool:
        """Say whether the role is likely enough, and likelier than nothing by far."""
        likely = self.chance >= _LIKELY and self.chance > _MARGIN * self.nothing
        return likely or (self.chance >= _FAINT and self.chance > _WIDE_MARGIN * self.nothing)

    @property
    def possible(self) -> bool:
        """Say whether the role is likely enough to be believed where the value bears it out."""
        return self.chance >= _POSSIBLE and self.chance > _POSSIBLE_SHARE * self.nothing


NOTHING_HEARD = Heard("", 0.0, 1.0)
_NOTHING = "other"
_LIKELY, _MARGIN = 0.2, 2.0
_FAINT, _WIDE_MARGIN = 0.12, 3.0
_PROBABLY, _SURELY, _UNLIKELY = 0.5, 0.8, 0.15
_POSSIBLE, _POSSIBLE_SHARE = 0.08, 0.3
_FEWEST_KNOWN = 0.4


def features(name: str, surface: str, value: str) -> Iterator[str]:
    """Yield the features of the label ``name``: its words, their runs and stems, and how its value begins.

    ``surface`` is heading, label or column; ``value`` what stands behind or below the label, "" where that is not
    known. Linear in their length.
    """
    written = _WORD.findall(name.replace("’", "'"))[:MOST_WORDS]
    words = ["0" if word.isdigit() else word.casefold() for word in written]
    yield f"surface {surface}"
    # Names differ from plan to plan: "What Stannery gets" is "What @ gets".
    named = ["@" if number and word[0].isupper() and not word.isupper() else words[number]
             for number, word in enumerate(written)]  # fmt: skip
    if named != words:
        yield from (f"{one} {two}" for one, two in zip((_EDGE, *named), (*named, _EDGE), strict=True))
    yield f"words {len(words)}"
    before = _EDGE
    for word in words:
        yield word
        yield f"{before} {word}"
        if len(word) > _STEM:
            yield f"{word[:_STEM]}-"
            yield f"-{word[-_ENDING:]}"
        before = word
    yield f"{before} {_EDGE}"
    if len(words) > 1:
        yield f"{words[0]} .. {words[-1]}"
    yield from _of_value(value, surface)


def _of_value(value: str, surface: str) -> Iterator[str]:
    if not value.strip():
        yield "value none"
        return
    words = _WORD.findall(value.casefold()[:200])
    yield f"value words {min(len(words), 24) // 4}"
    for place, word in enumerate(words[:_VALUE_WORDS]):
        yield f"value {place} {'0' if word.isdigit() else word}"
    if "?" in value:
        yield "value asks"
    if any(char.isdigit() for char in value):
        yield "value counts"
    if _NAME.search(value, 0, _READ):
        yield f"value names {surface}"
    acts = len(words) > 2 and _OPENED.match(value) and words[1].endswith(("s", "t"))
    if acts:
        yield "value acts"


class Weights(NamedTuple):
    """The model: the roles, and what each feature weighs: the places of roles, each with a weight."""

    roles: tuple[str, ...]
    features: Lookup[tuple[tuple[int, float], ...]]


@functools.lru_cache(maxsize=512)
def hear(name: str, surface: str, value: str = "") -> Heard:
    """Return what the label ``name`` most likely means; the arguments are those of `features`.

    Raises ResourceError where the weights are missing.
    """
    words = [word.casefold() for word in _WORD.findall(name.replace("’", "'"))]
    most = _MOST_IN_LINE if surface == "label" else MOST_WORDS
    if (
        len(name) > _LONGEST
        or len(words) > most
        or _SENTENCE.search(name)
        or name[:1] in _QUOTED
        or _NO_LABEL.match(name)
        or name.count("(") != name.count(")")
        or ("(" in name and name.partition(" (")[0] in given())  # "Pelle (our order desk)" is somebody
    ):
        return NOTHING_HEARD
    model = weights()
    # A name, or any word that no author used, says nothing by itself, whatever stands behind it.
    if sum(model.features.find(word) != () for word in words) <= len(words) * _FEWEST_KNOWN:
        return NOTHING_HEARD
    return judged(features(name, surface, value), model)


def is_amount(text: str) -> bool:
    """Say whether a text begins with a sum of money and says nothing else of it: "R$ 2,3 milhões (núcleo)"."""
    return _AMOUNT.match(text) is not None


def is_no_wish(value: str) -> bool:
    """Say whether what stands behind a label is a sum of money or somebody with a role: nothing to bring about."""
    return is_amount(value) or _SOMEBODY.match(value) is not None


def is_foreign(heading: str, *, sure: bool = False) -> bool:
    """Say whether a heading heads nothing of what a plan is made of: "Blockers", "Their corporate plan".

    ``sure`` asks for more certainty.
    """
    heard = hear(heading, "heading") if heading else NOTHING_HEARD
    return bool(heading) and heard.nothing >= (_SURELY if sure else _PROBABLY) and heard.chance <= _UNLIKELY


def judged(found: Iterator[str], model: Weights) -> Heard:
    """Return the likeliest role of a label with the features ``found``."""
    totals = [0.0] * len(model.roles)
    of_feature = model.features.find
    for feature in ("", *dict.fromkeys(found)):
        for place, weight in of_feature(feature):
            totals[place] += weight
    chances = [1 / (1 + exp(-max(min(total, 30.0), -30.0))) for total in totals]
    by_role = dict(zip(model.roles, chances, strict=True))
    nothing = by_role.pop(_NOTHING)
    role = max(by_role, key=by_role.__getitem__)
    return Heard(role, by_role[role], nothing)


def logistic(total: float) -> float:
    """Return the chance that the log-odds ``total`` mean."""
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


_WEIGHTLESS: tuple[tuple[int, float], ...] = ()


@functools.cache
def weights() -> Weights:
    """Read the weights; raises ResourceError where they are missing or broken."""
    features = resources.lookup(os.path.join(resources.folder("lexicon"), "hearing.tsv"), weights_in, _WEIGHTLESS)
    return Weights(tuple((features.cell("@roles") or "").split()), features)


def weights_in(cell: str) -> tuple[tuple[int, float], ...]:
    """Return what a cell of the model says: the places of roles, each with a weight; raises ValueError."""
    pairs = (pair.partition(":") for pair in cell.split())
    return tuple((int(role), int(weight) / 100) for role, _, weight in pairs)
