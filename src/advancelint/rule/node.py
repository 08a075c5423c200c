"""What goes into a rule and what comes out: nodes and findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from advancelint.plan.model import Plan
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

Value = str | int | bool


class Spot(NamedTuple):
    """Words (``text``) of a node that a finding can underline or quote; ``span`` is their place in the source."""

    text: str
    span: Span


class Gap(NamedTuple):
    """A place, ``offset``, where a labelled line can be added; -1 where there is none.

    ``form`` is the line with the line ends that it needs; %(label)s and %(words)s in it stand for what it is to say.
    ``around`` is the part of the text in which the label must not stand yet.
    """

    offset: int
    form: str
    around: str


NO_GAP = Gap(-1, "", "")
_NO_GAPS: Mapping[str, Callable[[], Gap]] = MappingProxyType({})


class Change(NamedTuple):
    """A ``span`` of the source text and the ``text`` to put in its place; an empty span inserts at its start."""

    span: Span
    text: str


class Node(NamedTuple):
    """What a rule looks at: one plan, call, objective, next step, person, outcome or document, as ``kind`` says.

    ``values`` are the fields a card's condition can test; ``spots`` the places it can underline and quote; ``passage``
    is the node's own words with their places, ``span`` its place in the source text; ``confidence`` how sure the tool
    is of ``values``. ``identity`` tells the node from its siblings ("objective:3"). ``plan`` is the whole, for Python
    checks that reason over several nodes. ``gaps`` are the places where a line could be added, worked out when they are
    asked for; ``written`` is the source's whole text, "" where it is not known. ``roots`` are other places of the text
    on which it hangs: the heading and the date of the call to which a line belongs.
    """

    kind: str
    identity: str
    passage: Passage
    span: Span
    values: Mapping[str, Value]
    spots: Mapping[str, Spot]
    confidence: str
    plan: Plan
    gaps: Mapping[str, Callable[[], Gap]] = _NO_GAPS
    written: str = ""
    roots: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The node's own words."""
        return self.passage.text


class Finding(NamedTuple):
    """Where and what a rule saw. ``span`` is what is underlined; an empty one means the whole node.

    ``facts`` are words by their names: they fill slots of the card's sentences, before what the node has by that name.
    ``changes`` mend it, without overlap; the ``fix`` of the card says how far they can be trusted. Empty: it cannot be
    mended so.
    """

    span: Span
    facts: Mapping[str, str]
    changes: tuple[Change, ...] = ()
