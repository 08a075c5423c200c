"""The rule protocol: nodes go in, findings come out. A rule knows plans and readings, never who runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from advancelint.plan.model import Plan
from advancelint.source import Passage, Place, Span

Value = str | int | bool
# What a card may say; `diagnostic.SEVERITIES` is the same, and a test holds the two together.
SEVERITIES = ("info", "warning", "error")
# What a finding rests on, from the narrowest: a line with what it is read by, its document, the files of its account,
# all plans.
SCOPES = ("line", "document", "account", "portfolio")


class Spot(NamedTuple):
    """Words of a node that a finding can underline or quote. ``span`` is in code points of the source text."""

    text: str
    span: Span


class Node(NamedTuple):
    """What a rule looks at: one plan, call, objective, next step, person, outcome or document.

    ``values`` are the fields a card's condition can test; ``spots`` the places it can underline and quote;
    ``passage`` is the node's own words with their places, ``span`` its place in the source text; ``confidence`` how
    sure the tool is of ``values``. ``identity`` tells the node from its siblings ("objective:3"). ``plan`` is the
    whole, for Python checks that reason over several nodes. ``roots`` are other places of the text on which it hangs:
    the heading and the date of the call to which a line belongs.
    """

    kind: str
    identity: str
    passage: Passage
    span: Span
    values: Mapping[str, Value]
    spots: Mapping[str, Spot]
    confidence: str
    plan: Plan
    roots: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The node's own words."""
        return self.passage.text


class Finding(NamedTuple):
    """Where and what a rule saw. ``facts`` fill slots of the card's message that the node itself cannot fill."""

    span: Span
    facts: Mapping[str, str]


Predicate = Callable[[Node], bool]
Find = Callable[[Node], Iterator[Finding]]


class Grade(NamedTuple):
    """A severity and the nodes that get it; the first grade whose ``test`` holds decides."""

    test: Predicate
    severity: str


class Example(NamedTuple):
    """A line or a plan on which a rule speaks or stays silent.

    ``text`` is an objective and ``plan`` a whole Markdown document; one of them is empty. ``at`` is the words that a
    flagged example is expected to underline ("" where any place will do). ``place`` is where the card says so.
    """

    text: str
    plan: str
    at: str
    stage: str
    field: str
    client: tuple[str, ...]
    seller: tuple[str, ...]
    place: Place


class Card(NamedTuple):
    """What a rule's file says about it; the condition itself is bound in `Rule`.

    ``condition`` names its kind (when, phrases, check, input). ``precedence`` orders the diagnoses of one node, lower
    first. ``scope`` is one of `SCOPES`. ``looks_for`` is set on structural rules: the part of a plan whose absence
    they report. ``trouble`` is the kind of input trouble that an `input` card words.
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

    @property
    def severities(self) -> tuple[str, ...]:
        """The severities this rule can have, in the order of its grades, each once."""
        return tuple(dict.fromkeys(grade.severity for grade in self.grades))

    @property
    def structural(self) -> bool:
        """Say whether the rule reports a missing part of the plan rather than a line's wording."""
        return bool(self.looks_for)

    @property
    def page(self) -> str:
        """The path of the rule's page, relative to the top of the repository."""
        return f"docs/rules/{self.code}-{self.name}.md"


class Rule(NamedTuple):
    """A card bound to the function that finds it."""

    card: Card
    find: Find

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
