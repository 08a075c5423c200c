"""What the parts of the plan layer work from."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan.front import Front
from advancelint.plan.model import Field, Known
from advancelint.plan.outline import Outline, Statement
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Passage, Source, Span

_STAMPED = expression(r"[<\[]\d{4}-\d\d-\d\d\b")  # "<2026-12-01 Tue>", as note-taking tools write a day
_ASIDE = expression(r"\s*\([^\W\d_A-Z][\w'’-]*(?: [\w'’-]+){0,2}\)\s*")


class Material(NamedTuple):
    """A document taken apart, with what is known beside it.

    Dates without a year are near the ISO date ``near``; ``written`` is the day that its path or itself says that it was
    written on, ISO, "" where nothing does; ``language`` is "" for English. ``kind`` is the plan's, "" as
    long as it is not told.
    """

    source: Source
    outline: Outline
    front: Front
    vocabulary: Vocabulary
    known: Known
    near: str
    language: str = ""
    kind: str = ""
    written: str = ""

    @property
    def begin(self) -> int:
        """The offset of the first line behind the front matter, 0 where there is none."""
        return self.outline.document.begin


def line_of(passage: Passage, source: Source) -> int:
    """Return the 1-based line on which a passage begins, 0 for an empty one."""
    return source.place(passage.starts[0]).line if passage.text else 0


def span_of(passage: Passage) -> Span:
    """Return the source span of a whole passage; raises IndexError for an empty one."""
    return Span(passage.starts[0], passage.ends[-1])


def field(value: str, passage: Passage, surface: str) -> Field:
    """Return the field that ``passage`` states."""
    return Field(value, passage.text, span_of(passage), surface)


def is_placeholder(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether ``text`` only holds a place: empty, TBD, "[Objective]", "{{x}}", dashes, "(name follows)"."""
    if _ASIDE.fullmatch(text):
        return True
    bare = text.strip().strip("*_()").strip()
    if not any(map(str.isalnum, bare)):
        return True
    folded = bare.casefold().rstrip(".!…")
    if folded in vocabulary.words["placeholder"]:
        return True
    if (bare[0], bare[-1]) in {("[", "]"), ("<", ">"), ("{", "}")} and not any(char in bare[1:-1] for char in "[]{}<>"):
        return not _STAMPED.match(bare)
    if bare.startswith("{{") and bare.endswith("}}"):
        return True
    short = len(folded) <= 60
    return short and folded.startswith(tuple(vocabulary.words["placeholder-start"]))


def stated_or_below(material: Material, *roles: str) -> Iterator[Statement]:
    """Yield what labels state and, for a heading that is such a label, the first line below it."""
    outline = material.outline
    for statement in outline.statements:
        if is_placeholder(statement.value.text, material.vocabulary):
            continue
        above = outline.sections[statement.section] if statement.section else None
        if statement.plays(*roles):
            yield statement
        elif (
            above
            and not above.label.roles.isdisjoint(roles)
            and not statement.label.roles
            and statement is outline.by_section[statement.section][0]
        ):
            yield statement._replace(surface="heading")
