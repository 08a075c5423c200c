"""The rule protocol: nodes go in, findings come out. A rule knows plans and readings, never who runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from advancelint.plan.model import Plan
from advancelint.source import Passage, Place, Span

Value = str | int | bool
# What a card may say; `diagnostic.SEVERITIES` and `SAFETIES` are the same, and a test holds them together.
SEVERITIES = ("info", "warning", "error")
SAFETIES = ("unsafe", "safe")
# What a finding rests on, from the narrowest: a line with what it is read by, its document, the files of its account,
# all plans.
SCOPES = ("line", "document", "account", "portfolio")


class Spot(NamedTuple):
    """Words of a node that a finding can underline or quote. ``span`` is in code points of the source text."""

    text: str
    span: Span


class Gap(NamedTuple):
    """A place, 0-based, where a labelled line can be added.

    ``form`` is the line with the line ends that it needs; %(label)s and %(words)s in it stand for what it is to say.
    ``around`` is the part of the text in which the label must not stand yet.
    """

    offset: int
    form: str
    around: str


NO_GAP = Gap(-1, "", "")
_NO_GAPS: Mapping[str, Callable[[], Gap]] = MappingProxyType({})


class Change(NamedTuple):
    """A stretch of the source text and the words to put in its place; an empty span inserts at its start."""

    span: Span
    text: str


class Node(NamedTuple):
    """What a rule looks at: one plan, call, objective, next step, person, outcome or document.

    ``values`` are the fields a card's condition can test; ``spots`` the places it can underline and quote;
    ``passage`` is the node's own words with their places, ``span`` its place in the source text; ``confidence`` how
    sure the tool is of ``values``. ``identity`` tells the node from its siblings ("objective:3"). ``plan`` is the
    whole, for Python checks that reason over several nodes. ``gaps`` are the places where a line could be added,
    worked out when they are asked for; ``written`` is the source's whole text, "" where it is not known. ``roots`` are
    other places of the text on which it hangs: the heading and the date of the call to which a line belongs.
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
    """Where and what a rule saw. ``facts`` fill slots of the card's message that the node itself cannot fill.

    ``changes`` mend it, without overlap; the card says how far they can be trusted. Empty: it cannot be mended so.
    """

    span: Span
    facts: Mapping[str, str]
    changes: tuple[Change, ...] = ()


Mender = Callable[[Node, Finding], tuple[Change, ...]]
Predicate = Callable[[Node], bool]
Find = Callable[[Node], Iterator[Finding]]


class Grade(NamedTuple):
    """A severity and the nodes that get it; the first grade whose ``test`` holds decides."""

    test: Predicate
    severity: str


class Example(NamedTuple):
    """A line or a plan on which a rule speaks or stays silent.

    ``text`` is an objective and ``plan`` a whole Markdown document; one of them is empty. ``at`` is the words that a
    flagged example is expected to underline ("" where any place will do), ``fixed`` what the rule's fix makes of it
    ("" where there is none to show). ``place`` is where the card says so.
    """

    text: str
    plan: str
    at: str
    stage: str
    field: str
    client: tuple[str, ...]
    seller: tuple[str, ...]
    place: Place
    fixed: str = ""


class Mend(NamedTuple):
    """What a card says of its fix: one of `SAFETIES`, or "none", and a sentence with slots that tells what is done."""

    safety: str
    title: str


NO_MEND = Mend("none", "")


class Card(NamedTuple):
    """What a rule's file says about it; the condition itself is bound in `Rule`.

    ``condition`` names its kind (when, phrases, check, input, suppression). ``precedence`` orders the diagnoses of one
    node, lower first. ``scope`` is one of `SCOPES`. ``looks_for`` is set on structural rules: the part of a plan whose
    absence they report. ``trouble`` is the kind of trouble that an `input` or a `suppression` card words.
    """

    path: str
    code: str
    name: str
    summary: str
    family: str
    on: str
    condition: str
    grades: tuple[Grade, ...]
    at: str
    message: str
    note: str
    looks_for: str
    why: str
    instead: str
    flagged: tuple[Example, ...]
    clean: tuple[Example, ...]
    status: str
    since: str
    sources: tuple[str, ...]
    precedence: int
    trouble: str
    scope: str
    mend: Mend = NO_MEND

    @property
    def severities(self) -> tuple[str, ...]:
        """The severities this rule can have, in the order of its grades, each once."""
        return tuple(dict.fromkeys(grade.severity for grade in self.grades))

    @property
    def structural(self) -> bool:
        """Say whether the rule reports a missing part of the plan rather than a line's wording."""
        return bool(self.looks_for)

    @property
    def measured(self) -> bool:
        """Say whether the rule judges what a plan says, so that how often it is right can be counted."""
        return self.condition not in ("input", "suppression")

    @property
    def page(self) -> str:
        """The path of the rule's page, relative to the top of the repository."""
        return f"docs/rules/{self.code}-{self.name}.md"


def as_found(node: Node, finding: Finding) -> tuple[Change, ...]:
    """Return the changes that the finding itself brings."""
    del node
    return finding.changes


class Rule(NamedTuple):
    """A card bound to the function that finds it and to the one that works out how a finding is mended.

    They are two, because a finding rests on less than its fix may look at.
    """

    card: Card
    find: Find
    mend: Mender = as_found

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.card.code

    def severity(self, node: Node) -> str:
        """Return the severity of a finding on ``node`` before confidence is weighed."""
        return next(grade.severity for grade in self.card.grades if grade.test(node))


def always(node: Node) -> bool:
    """Hold for every node: the test of a grade that has no condition."""
    del node
    return True
