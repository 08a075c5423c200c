"""A card, and the rule that it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from advancelint.records import NamedTuple
from advancelint.rule.node import Change, Finding, Node
from advancelint.rule.option import NO_OPTIONS, OWN, Option, OptionValue, Origin
from advancelint.source import Place

# What a card may say; `diagnostic.SEVERITIES` and `SAFETIES` are the same, and a test holds them together.
SEVERITIES = ("info", "warning", "error")
SAFETIES = ("unsafe", "safe")
# What a finding rests on, from the narrowest: a line with what it is read by, its document, the files of its account,
# all plans.
SCOPES = ("line", "document", "account", "portfolio")

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
    ("" where there is none to show). ``place`` is where the card says so. ``options`` are values, by name, of options
    of the card that count here.
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
    options: tuple[tuple[str, OptionValue], ...] = ()


class Former(NamedTuple):
    """A code or name that a rule had before, and where its card says so."""

    word: str
    place: Place

    @property
    def is_code(self) -> bool:
        """Say whether it is a code, and no name."""
        return self.word.isupper()


class Mend(NamedTuple):
    """What a card says of its fix: one of `SAFETIES`, or "none", and a sentence with slots that tells what is done."""

    safety: str
    title: str


NO_MEND = Mend("none", "")


class Card(NamedTuple):
    """What a rule's file says about it; the condition itself is bound in `Rule`.

    ``condition`` names its kind (when, phrases, check, input, suppression). ``precedence`` orders the diagnoses of one
    node, lower first. ``scope`` is one of `SCOPES`. ``looks_for`` is set on structural rules: the part of a plan whose
    absence they report. ``trouble`` is the kind of trouble that an `input` or a `suppression` card words. ``reads``
    says that it asks for what the reading of a line tells, which can be unsure; ``url`` is a page about it. ``status``
    is stable, preview or deprecated, and ``deprecated`` then says what to do instead; ``replaces`` are old codes and
    names of the rule.
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
    origin: Origin = OWN
    options: tuple[Option, ...] = ()
    reads: bool = False
    url: str = ""
    deprecated: str = ""
    replaces: tuple[Former, ...] = ()

    @property
    def own(self) -> bool:
        """Say whether the card is one of ours, and no pack's or team's."""
        return self.origin.pack == OWN.pack

    def now_called(self, word: str) -> str:
        """Return what the rule is called now in place of the old code or name ``word``, "" where it is none."""
        for old in self.replaces:
            if word.lower() == old.word.lower():
                return self.code if old.is_code else self.name
        return ""

    @property
    def settings(self) -> Mapping[str, OptionValue]:
        """The values of its options, by name."""
        return {option.name: option.value for option in self.options} if self.options else NO_OPTIONS

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
        """The path of the rule's page, relative to the top of the repository; of others' rules what they give."""
        return f"docs/rules/{self.code}-{self.name}.md" if self.own else self.url


def as_found(node: Node, finding: Finding) -> tuple[Change, ...]:
    """Return the changes that the finding itself brings."""
    del node
    return finding.changes


def _without_options(given: Mapping[str, OptionValue]) -> Rule:
    raise ValueError(f"a rule without options cannot take {', '.join(given)}")


class Rule(NamedTuple):
    """A card bound to the function that finds it and to the one that works out how a finding is mended.

    They are two, because a finding rests on less than its fix may look at. ``made`` makes the rule with other values
    of its options.
    """

    card: Card
    find: Find
    mend: Mender = as_found
    made: Callable[[Mapping[str, OptionValue]], Rule] = _without_options

    def with_settings(self, given: Mapping[str, OptionValue]) -> Rule:
        """Return the rule with the values ``given`` for its options, which fit them; raises CardError.

        The condition is made anew, since it is made of what the options say.
        """
        return self.made(given) if given else self

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.card.code

    def severity(self, node: Node) -> str:
        """Return the severity of a finding on ``node`` before confidence is weighed."""
        return next(grade.severity for grade in self.card.grades if grade.test(node))


def option_facts(card: Card) -> Mapping[str, str]:
    """Return the options of ``card`` as words that a message can quote, by their names."""
    return {option.name: option.words for option in card.options}


def always(node: Node) -> bool:
    """Hold for every node: the test of a grade that has no condition."""
    del node
    return True
