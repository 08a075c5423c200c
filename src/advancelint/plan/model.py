"""What a plan is made of. Spans are 0-based code points of the source text."""

from __future__ import annotations

from advancelint.reading import Reading
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Span

KINDS = ("prep", "notes", "deal", "account", "map", "template", "none")
UNJUDGED = ("template", "none")  # kinds of what is no plan
SIDES = ("client", "seller", "both", "unknown")
ACROSS = {"client": "seller", "seller": "client"}  # the table
RANKS = ("primary", "fallback", "plan", "unranked")
OUTCOMES = ("order", "advance", "continuation", "no-sale", "unknown")
PRECISIONS = ("day", "week", "month", "quarter", "range", "relative", "vague", "none")


class Field(NamedTuple):
    """A fact of the plan: its normalised ``value`` ("" when absent), ``raw`` as it is written, and the ``span``.

    ``surface`` says how it was written: heading, bold, label, bullet, row, column, text, clause, front-matter, title
    or "none".
    """

    value: str
    raw: str
    span: Span
    surface: str

    @property
    def present(self) -> bool:
        """Say whether the plan states this at all."""
        return self.surface != "none"


ABSENT = Field("", "", NOWHERE, "none")


class Period(NamedTuple):
    """The days that a time covers: ``start`` and ``end``, ISO dates, both inclusive, or "" where they are not known.

    ``precision`` is one of `PRECISIONS`; "relative" is told from a day that nobody knows.
    """

    start: str
    end: str
    precision: str


NO_PERIOD = Period("", "", "none")


class Known(NamedTuple):
    """What config says before the document is read.

    ``kind`` is one of `KINDS` or "" for "look at the document"; ``as_of`` an ISO date or ""; ``date_order`` is "dmy",
    "mdy" or "" for what the document shows. ``labels`` adds (label, role) pairs and ``stages`` (word, stage id) pairs
    to the word lists; of the roles in ``replaced`` the shipped labels do not count.
    """

    our_people: tuple[str, ...] = ()
    our_company: str = ""
    client_people: tuple[str, ...] = ()
    kind: str = ""
    as_of: str = ""
    date_order: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    stages: tuple[tuple[str, str], ...] = ()
    replaced: tuple[str, ...] = ()


class Person(NamedTuple):
    """Somebody the plan knows, and the ``side`` they are on (one of `SIDES`).

    ``name``, ``role`` and ``organisation`` are as written, "" where nothing is; ``span`` is where they are named.
    ``wrote`` says that they are the document's author; ``likely`` is the side that weak signs tell where nothing else
    does, on which no finding relies, "" for none.
    """

    name: str
    role: str
    organisation: str
    side: str
    span: Span
    wrote: bool = False
    likely: str = ""

    @property
    def apparent_side(self) -> str:
        """The side that a reader is shown: what is told, or else what is likely."""
        return self.likely or self.side


class Objective(NamedTuple):
    """What a call is to achieve. ``call`` is an index into `Plan.calls`, or -1 for the plan's own.

    ``passage`` is the words, ``span`` their place, ``rank`` one of `RANKS`. ``label`` is the label or heading that
    makes it one, "" where there is none; ``placeholder`` says that it only keeps a place for one. ``reading`` is how
    the words are understood. ``heard`` says that no list holds its label, so that it is only likely to be one.
    ``told`` is whether its words and its place make it the primary one, "" where a list or the ranks beside it decide:
    the only goal of a call is primary, though nothing says so.
    """

    passage: Passage
    span: Span
    rank: str
    call: int
    label: str
    placeholder: bool
    reading: Reading
    heard: bool = False
    told: str = ""

    @property
    def apparent_rank(self) -> str:
        """The rank that a reader is shown: what the plan tells."""
        return self.told or self.rank


class NextStep(NamedTuple):
    """A promised act.

    ``passage`` is the words, ``span`` their place, ``reading`` how they are understood. ``owner`` is who is to do it,
    as written, and ``side`` the owner's (one of `SIDES`). ``done`` says that it is ticked off or told as done. ``call``
    is an index into `Plan.calls`, or -1. ``due`` is by when: ``due.value`` is an ISO date or "" when it is not one
    exact day; ``period`` is what the words cover in either case. ``likely`` is what it is of a `Person`.
    """

    passage: Passage
    span: Span
    owner: Field
    side: str
    due: Field
    done: bool
    call: int
    reading: Reading
    period: Period = NO_PERIOD
    likely: str = ""

    @property
    def apparent_side(self) -> str:
        """The side that a reader is shown: what is told, or else what is likely."""
        return self.likely or self.side


class Outcome(NamedTuple):
    """What a past call produced. ``label`` is one of `OUTCOMES`.

    ``passage`` is the words, ``span`` their place, ``reading`` how they are understood. ``call`` is an index into
    `Plan.calls`, or -1.
    """

    passage: Passage
    span: Span
    label: str
    call: int
    reading: Reading


class Call(NamedTuple):
    """One dated encounter. Of its ``date``, ``date.value`` is an ISO date, or "" where no exact day is given.

    ``title`` is the words of its heading and ``span`` their place. ``mentioned`` says that a line names it only in
    passing, so that no rule looks at it.
    """

    title: str
    date: Field
    span: Span
    mentioned: bool = False


class PassedOver(NamedTuple):
    """A place that looked like a part of the plan and was left out: ``why``, and in which ``line`` (1-based)."""

    line: int
    why: str


class Problem(NamedTuple):
    """Something about the input itself that a person should know: the ``message`` says it, ``span`` is its place.

    ``kind`` tells such problems apart: "front-matter", "empty", "too-deep" and so on.
    """

    kind: str
    message: str
    span: Span


class Title(NamedTuple):
    """A heading of the document, or a bold line that serves as one: its ``text`` and its ``span``.

    A smaller ``level`` is further out.
    """

    text: str
    level: int
    span: Span


class Plan(NamedTuple):
    """A document as the tool understood it.

    ``path`` is that of the file, ``kind`` one of `KINDS`. ``declared`` says that front matter or config calls it a
    plan, ``grounds`` in words what its kind was told from. ``language`` is "" for English, else the code of the
    language in which its sentences cannot be read. ``title`` is its title and ``headings`` all of its headings.

    ``account`` is the client. The value of ``stage`` is an id of the ladder, "won", "lost", or "" for words that are no
    stage; that of ``close_date`` an ISO date, or "". ``sales_objective`` is what the whole plan is to achieve and
    ``client_win`` what the client gains.

    ``calls``, ``people``, ``objectives``, ``next_steps`` and ``outcomes`` stand in the plan's order. ``mentions`` are
    calls beside ``calls`` that are only named. ``passed_over`` is what looked like a part of it and is none, and
    ``problems`` what is wrong with the file itself.
    """

    path: str
    kind: str
    declared: bool
    account: Field
    stage: Field
    close_date: Field
    people: tuple[Person, ...]
    calls: tuple[Call, ...]
    objectives: tuple[Objective, ...]
    next_steps: tuple[NextStep, ...]
    outcomes: tuple[Outcome, ...]
    sales_objective: Field
    client_win: Field
    passed_over: tuple[PassedOver, ...]
    problems: tuple[Problem, ...]
    title: Field = ABSENT
    grounds: str = ""
    language: str = ""
    headings: tuple[Title, ...] = ()
    mentions: tuple[Call, ...] = ()

    @property
    def is_plan(self) -> bool:
        """Say whether this document is one that the tool judges."""
        return self.kind not in UNJUDGED


class Skimmed(NamedTuple):
    """What a quick look at a plan tells: its ``account`` and ``close_date``, as `Plan` has them, absent for none."""

    account: Field
    close_date: Field
