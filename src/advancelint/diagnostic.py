"""What a reporter gets: a complete, plain value, so that it never opens a file or knows a rule."""

from __future__ import annotations

from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Place, Span

SEVERITIES = ("info", "warning", "error")
CONFIDENCES = ("low", "medium", "high")
# How far a fix may be trusted: a safe one keeps the meaning and invents nothing, an unsafe one leaves work to do.
SAFETIES = ("none", "unsafe", "safe")
HOLDERS = ("none", "suppression", "baseline")


class Frame(NamedTuple):
    """The source line under a diagnostic. ``start`` and ``end`` are 0-based columns of ``line`` (end exclusive)."""

    line: str
    start: int
    end: int


class Edit(NamedTuple):
    """A stretch of the file's text and the words to put in its place; ``start`` and ``end`` are the places of ``span``.

    An empty span inserts at ``span.start``.
    """

    span: Span
    start: Place
    end: Place
    text: str


class Fix(NamedTuple):
    """How a finding can be mended without asking: ``safety`` is one of `SAFETIES`, ``title`` says what is done."""

    safety: str
    title: str
    edits: tuple[Edit, ...]


NO_FIX = Fix("none", "", ())


class Hold(NamedTuple):
    """What keeps a diagnostic from counting: ``by`` is one of `HOLDERS`, ``reason`` in the words of whoever did it."""

    by: str
    reason: str = ""


NOT_HELD = Hold("none")


class Key(NamedTuple):
    """What a diagnostic is known by whatever line it stands in.

    ``section`` is the headings above it, from the outermost; ``subject`` the words that it judges, normalised; ``nth``
    its place, from 1, among the diagnostics of its file that are the same otherwise.
    """

    code: str
    section: tuple[str, ...]
    subject: str
    nth: int

    def fingerprint(self, path: str = "") -> str:
        """Return 32 hexadecimal digits that stand for the key, and for ``path`` where it is given."""
        import hashlib  # here, since most runs need none

        text = "\0".join((path, self.code, *self.section, "", self.subject, str(self.nth)))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


NO_KEY = Key("", (), "", 0)


class Diagnostic(NamedTuple):
    """One judgement on one place of one file.

    ``start`` and ``end`` are 1-based places, ``end`` exclusive; ``span`` is the same in 0-based code points of the
    file's text. ``also`` holds the codes of findings on the same node that the primary diagnosis stands for. ``scope``
    is one of `rule.SCOPES`; ``lines`` are the ranges of lines, ends included, that it rests on.
    """

    path: str
    start: Place
    end: Place
    code: str
    name: str
    severity: str
    confidence: str
    message: str
    note: str
    why: str
    instead: str
    frame: Frame
    url: str
    also: tuple[str, ...] = ()
    span: Span = NOWHERE
    key: Key = NO_KEY
    fix: Fix = NO_FIX
    held: Hold = NOT_HELD
    scope: str = "line"
    lines: tuple[tuple[int, int], ...] = ()

    @property
    def order(self) -> tuple[str, Place, str]:
        """The sort key: path, place, code."""
        return (self.path, self.start, self.code)


class Failure(NamedTuple):
    """A fault: the rule (or step) that broke on a file, and how.

    ``origin`` is the card of a rule that is not ours, "" for a fault of the tool itself; ``late`` says that the rule
    took too long.
    """

    path: str
    step: str
    message: str
    origin: str = ""
    late: bool = False


class Summary(NamedTuple):
    """The account of a run. ``as_of`` is the ISO date that counted as today; the rest are counts.

    ``past_objectives`` were not judged, since their calls are over.
    """

    files: int
    plans: int
    passed_over: int
    errors: int
    warnings: int
    infos: int
    as_of: str
    past_objectives: int = 0

    @property
    def findings(self) -> int:
        """The number of diagnostics of all severities."""
        return self.errors + self.warnings + self.infos


class RuleNote(NamedTuple):
    """What a report may say of a rule.

    ``severity`` is the gravest it can have, ``page`` where it is explained, ``scope`` one of `rule.SCOPES`.
    ``precision`` is the share of its findings that were right on labelled cases, -1 where that is not known; ``former``
    are its old codes.
    """

    code: str
    name: str
    summary: str
    family: str
    severity: str
    why: str
    instead: str
    page: str
    scope: str = "line"
    precision: float = -1.0
    former: tuple[str, ...] = ()


class Link(NamedTuple):
    """One call in the chain of an account's calls.

    ``name`` is its day and title, ``asked`` the words of its objective, "" where it has none. ``standing`` is one of
    `STANDINGS`. ``path`` and ``lines`` (first and last, 1-based) say where the objective stands, else the call.
    """

    name: str
    asked: str
    standing: str
    path: str
    lines: tuple[int, int]


# What came of a past call; then what a call ahead asks for.
STANDINGS = (
    "order", "advance", "warm", "continuation", "no-sale", "unnamed", "unwritten",
    "asked", "nothing-asked", "unsure", "open",
)  # fmt: skip


class Chain(NamedTuple):
    """The calls of one account in the order of their days; ``path`` is the file that speaks for the account."""

    path: str
    account: str
    stage: str
    links: tuple[Link, ...]


class Report(NamedTuple):
    """A run as reporters get it.

    ``diagnostics`` are those that count, ``held`` those that a suppression or the baseline keeps from counting; both
    are sorted. ``rules`` are the rules that took part, by code. ``chains`` are told only to formats that show them.
    """

    diagnostics: tuple[Diagnostic, ...]
    summary: Summary
    rules: tuple[RuleNote, ...] = ()
    held: tuple[Diagnostic, ...] = ()
    failures: tuple[Failure, ...] = ()
    chains: tuple[Chain, ...] = ()
