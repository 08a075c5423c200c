"""Takes the day off the name that leads a step: "Leonard, by 4 December: confirms it", "Ana, 30 Nov, the list"."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan import clockwords, edge_times, owners, trimmings
from advancelint.plan.cast import Cast
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage, Span

_PARTED = expression(r"(?P<who>[^:,(–—]{2,40}?)(?:, ?| ?\(| [–—-] )(?P<when>[^:()]{2,30}?)\)?")
_LED = expression(rf"{_PARTED.pattern}(?:: +| [–—-] )(?=\S)")
_IN_CELL = expression(
    r"(?P<who>[^:,(–—/]{2,40}?)(?:, ?| ?\(| [–—/-] | (?=\d|(?:by|bis|avant|antes|até|hasta)\b))"
    r"(?P<when>[^:()]{2,30}?)\)?"
)
_COMMAS = expression(r"(?P<who>[^:,(–—]{2,40}), ?(?P<when>[^:(),]{2,30}), +(?=\S)")


class Led(NamedTuple):
    """A step that a name leads: who, when, and what is left of it."""

    who: Passage
    when: Passage
    rest: Passage


def taken_off(name: Passage, passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Led:
    """Return the label ``name`` of a step, or the owner who leads its words, without a day, that day, and the rest."""
    if name.text:
        return Led(*parted(name, vocabulary), passage)
    return _led(passage, cast, vocabulary) or Led(name, NOTHING, passage)


def parted(name: Passage, vocabulary: Vocabulary) -> tuple[Passage, Passage]:
    """Return the name and the day of a label, without its number; nothing for a day where it has none behind a name."""
    name = trimmings.front(name, vocabulary)
    found = _PARTED.fullmatch(name.text) if clockwords.may_hold(name.text) else None
    if not found or not edge_times.is_time(found["when"], vocabulary):
        return name, NOTHING
    return name.cut(Span(*found.span("who"))), name.cut(Span(*found.span("when")))


def of_cell(words: Passage, vocabulary: Vocabulary) -> Passage:
    """Return who owns a step of a cell that may also say by when: "Ana, 4 Dec", "Ana by 4 Dec", "Ana / 4 Dec"."""
    found = _IN_CELL.fullmatch(words.text) if clockwords.digit_in(words.text) else None
    timed = found is not None and edge_times.is_time(found["when"], vocabulary)
    return words.cut(Span(*found.span("who"))) if found and timed else words


def _led(passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Led | None:
    """Return the parts of a step that an owner with a day leads; None for another step."""
    found = _LED.match(passage.text) or _COMMAS.match(passage.text)
    timed = found is not None and edge_times.is_time(found["when"], vocabulary)
    if not found or not timed or not owners.is_owner(found["who"], cast, vocabulary):
        return None
    who, when = (passage.cut(Span(*found.span(part))) for part in ("who", "when"))
    return Led(who, when, passage.cut(Span(found.end(), len(passage.text))))
