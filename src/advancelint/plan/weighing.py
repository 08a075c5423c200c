"""Weighs what a line of a plan is from many weak signs at once, where no list and no heading says so.

A line "Acceptable: Bev sends us a month of data" is a goal for its label a little, for its place below a goal a little,
and for its own words a little. Each sign is a feature with a weight, learnt by benchmarks/train_lines.py from plans of
strangers with what they said of them: what the label and the heading are listed or heard as, where in its section and
in the file the line stands, what kind of plan it is, and how its words begin and end. None is a word of a trade.
"""

from __future__ import annotations

import functools
import os
from bisect import bisect_left
from collections.abc import Callable, Iterator

from advancelint import resources
from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import below, clockwords
from advancelint.plan.given import SELF, given
from advancelint.plan.hearing import NOTHING_HEARD, Heard, hear, is_no_wish, logistic
from advancelint.plan.outline import Outline, Statement
from advancelint.plan.vocabulary import Label, Vocabulary
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_SEEN, AHEAD, _LONGEST_SEEN = 160, 120, 4000  # characters of a line, and of what stands behind a label
_TAIL = 30
# "Acceptable: …", "**Bigger picture** – …": a label that no list knows.
_LABEL = expression(r"([^:\n|=]{2,60}?) ?(?::|=| [–—-](?= ))\s+(?=\S)")
_WORD = expression(r"[^\W\d_][\w'’-]*")
_NAME = r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’-]+)?"
_BARE_NAME = expression(rf"{_NAME}(?: [&+/] [^\W\d_a-z]\w+)?$")
# "Jo to send …", "me – ring Colm": who does something, and how that is said.
_WHO = expression(
    rf"(?P<who>{_NAME}|me|us|we|he|she|they|moi|ich|wir)(?: ?\([^)]{{2,40}}\))?"
    r"(?: ?[:–—→]| ->| - | (?P<modal>to|will|must|should)\b| (?P<does>[a-z]+s)\b)"
)
_WHO_BEHIND = expression(rf"(?:[,–—(:→]| -|->) ?(?:{_NAME}|me|us)\)?\s*(?:[,–—]| - |$)")
_LEAD = expression(r"\b(?:by|before|bis|until|avant|antes|até|hasta|w/c)\b")
_OURS = expression(r"\b(?:us|me|our|uns|nous|nos)\b")
_WOULD = expression(r"\b(?:will|would|could|can|should|['’]ll)\b")
_WAS = expression(r"\b(?:was|were|had|has|did|said|hat|hatte|war|a|était|fue|era|foi)\b")
_I = frozenset({"i", "we", "ich", "wir", "je", "nous", "yo", "eu"})
_IF = frozenset({"if", "wenn", "falls", "si", "se"})
_THEY = frozenset({"he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "ele", "ela"})
_CHANCES = (0.03, 0.08, 0.15, 0.3, 0.6)
_NOTHINGS = (0.1, 0.3, 0.6, 0.85)
_LENGTHS = (2, 4, 8, 14, 22, 35)
_PLACES = (0.1, 0.25, 0.5, 0.75)

_NEUTRAL = frozenset({"purpose", "other", "why"})
_LEANING = frozenset({"heading heard objective", "heading heard sales-objective", "heading heard fallback"})

_SAYS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("orders", below.is_order),
    ("fact", below.is_fact),
    ("asks", lambda text: "?" in text),
    ("quotes", lambda text: text[:1] in "\"“”„«‘'"),
    ("counts", clockwords.digit_in),
    ("no wish", is_no_wish),
)


class Piece(NamedTuple):
    """What is weighed: the words of a line behind its label ``name``, "" where it has none."""

    statement: Statement
    name: str
    words: Passage


class Scales:
    """Weighs the lines of one document; a class to hear each heading once."""

    def __init__(self, outline: Outline, kind: str, vocabulary: Vocabulary) -> None:
        """Take the document and its kind."""
        self._outline = outline
        self._kind = kind
        self._vocabulary = vocabulary
        last = outline.document.blocks[-1].lines.last if outline.document.blocks else 1
        self._lines = max(last, 1)
        self._headed: dict[int, tuple[str, ...]] = {}
        self._places: dict[int, dict[int, int]] = {}

    def chance(self, piece: Piece) -> float:
        """Return how likely a line is an objective, from 0 to 1."""
        known = weights()
        signs = {"", *self.features(piece)} & known.keys()
        return logistic(sum([known[sign] for sign in signs]) / 100)

    def leans(self, section: int) -> bool:
        """Say whether the heading of a section sounds like one of goals, however little."""
        one = self._outline.sections[section]
        open_ = one.level > 1 and one.label.roles <= _NEUTRAL and not self._outline.trap(section)
        return open_ and not _LEANING.isdisjoint(self._of_heading(section))

    def features(self, piece: Piece) -> Iterator[str]:
        """Yield the signs of a line; linear in its length."""
        statement, kind = piece.statement, self._kind
        text = piece.words.text[:_SEEN]
        yield f"kind {kind}"
        yield f"{statement.surface} {kind}"
        yield from _of_label(piece.name, text, statement.label)
        yield from self._of_heading(statement.section)
        number, count = self._place(statement)
        yield f"{number} of {count}"
        if not piece.name:
            yield f"bare {number}"
        place = bisect_left(_PLACES, statement.line / self._lines)
        yield f"place {place}"
        if place <= 1:
            yield f"early {kind}"
        yield from _of_words(text, self._vocabulary)
        yield from _of_doing(text)

    def _place(self, statement: Statement) -> tuple[int, int]:
        """Return the how-manieth line of its section a statement is, from 0, and how many there are, both up to 4."""
        places = self._places.get(statement.section)
        if places is None:
            lines = sorted({one.line for one in self._outline.by_section[statement.section] if one.opens < 0})
            places = self._places[statement.section] = {line: number for number, line in enumerate(lines)}
        return min(places.get(statement.line, 0), 3), min(len(places), 4)

    def _of_heading(self, index: int) -> tuple[str, ...]:
        """Return the signs of the heading above."""
        if index not in self._headed:
            self._headed[index] = tuple(self._heading_features(index))
        return self._headed[index]

    def _heading_features(self, index: int) -> Iterator[str]:
        section = self._outline.sections[index]
        if not index or not section.title:
            yield "heading none"
            return
        yield from _heard("heading", hear(section.title, "heading", self._below(index)))
        yield from _listed("heading", section.label)
        if clockwords.digit_in(section.title):
            yield "heading counts"

    def _below(self, index: int) -> str:
        """Return what stands below a heading, as it was seen when the heading was heard first."""
        first = next((one for one in self._outline.by_section[index] if one.opens < 0), None)
        block = self._outline.document.blocks[first.block] if first else None
        if not isinstance(block, (ListItem, Paragraph)):
            return ""
        return " ".join(block.leaf.content[:_LONGEST_SEEN].split())[:_SEEN]


def piece(statement: Statement) -> Piece:
    """Return what is to be weighed of a statement: its value, without a label that no list knows."""
    value = statement.value
    if statement.name:
        return Piece(statement, statement.name, value)
    label = _LABEL.match(value.text)
    if not label:
        return Piece(statement, "", value)
    return Piece(statement, label[1].strip("*_ "), value.cut(Span(label.end(), len(value.text))))


def _of_label(name: str, text: str, label: Label) -> Iterator[str]:
    if not name:
        yield "label none"
        return
    yield from _heard("label", hear(name, "label", text[:AHEAD]))
    yield from _listed("label", label)
    if name.casefold() in SELF:
        yield "label self"
    elif name.partition(" ")[0] in given():
        yield "label given"
    elif _BARE_NAME.match(name):
        yield "label name"
    if clockwords.may_hold(name):
        yield "label time"


def _heard(what: str, heard: Heard) -> Iterator[str]:
    """Yield the signs of what a label or a heading is heard as, and how surely."""
    if heard is NOTHING_HEARD:
        yield f"{what} unheard"
        return
    yield f"{what} heard {heard.role}"
    yield f"{what} heard {heard.role} {bisect_left(_CHANCES, heard.chance)}"
    yield f"{what} nothing {bisect_left(_NOTHINGS, heard.nothing)}"


def _listed(what: str, label: Label) -> Iterator[str]:
    """Yield the signs of what the lists call a label or a heading."""
    if not label.heard:
        yield from (f"{what} is {role}" for role in sorted(label.roles))


def _of_words(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the signs of how a line is worded."""
    words = [match.group() for match in _WORD.finditer(text)]
    yield f"words {bisect_left(_LENGTHS, len(words))}"
    first = words[0].casefold() if words else ""
    yield "begins I" if first in _I else "begins if" if first in _IF else "begins they" if first in _THEY else "begins"
    forms = load("en").forms
    verb = forms.get(first)
    if verb:
        yield f"begins {''.join(sorted(verb[1]))}"
    second = forms.get(words[1].casefold()) if len(words) > 1 else None
    if second and words[0][0].isupper() and "s" in second[1]:
        yield "somebody acts"
    yield from (sign for sign, says in _SAYS if says(text))
    yield from (sign for sign, pattern in (("ours", _OURS), ("would", _WOULD), ("was", _WAS)) if pattern.search(text))
    meant = vocabulary.words["wish-word"]
    for wish in sorted({meant[word] for word in map(str.casefold, words) if word in meant}):
        yield f"wish {wish}"


def _of_doing(text: str) -> Iterator[str]:
    """Yield the signs of who does what by when."""
    yield "small" if text[:1].islower() else "large"
    who = _WHO.match(text)
    if who:
        named = who["who"]
        yield "who self" if named.casefold() in SELF else "who given" if named.split()[0] in given() else "who name"
        yield f"who {who['modal'] or ('does' if who['does'] else 'apart')}"
    if clockwords.may_hold(text):
        yield "time"
        if clockwords.may_hold(text[-_TAIL:]):
            yield "time behind"
    if _WHO_BEHIND.search(text):
        yield "who behind"
    if _LEAD.search(text):
        yield "by then"
    if "->" in text or "→" in text:
        yield "arrow"


@functools.cache
def weights() -> dict[str, int]:
    """Return what each sign weighs, in hundredths; raises ResourceError without the list."""
    rows = resources.rows(os.path.join(resources.folder("lexicon"), "lines.tsv"))
    return {sign: int(weight) for sign, weight in rows}
