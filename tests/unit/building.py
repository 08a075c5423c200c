"""Hand-built values for unit tests: readings with given facets and plans around them, without any parser."""

from __future__ import annotations

from typing import Any

from advancelint.plan.model import ABSENT, Call, Field, Objective, Outcome, Person, Plan
from advancelint.reading import Facet, Reading, read
from advancelint.reading.model import FACETS
from advancelint.source import NOWHERE, Passage, Source, Span

QUIET = {
    "actor": "client",
    "person": "named",
    "construction": "subject-verb",
    "action": "send",
    "client_action": "act",
    "energy": "medium",
    "deadline": "date",
    "time_role": "due",
    "measure": "none",
    "stage": "unknown",
    "commitment": "none",
    "object": "specific",
    "vague": "none",
    "hedge": "none",
    "condition": "none",
    "close": "none",
}
assert list(QUIET) == list(FACETS)


def reading(text: str, confidence: str = "high", offset: int = 0, **facets: str | Facet) -> Reading:
    """Return a reading that no rule objects to, but for the ``facets`` given as values or whole facets."""
    made: dict[str, Any] = {
        name: value if isinstance(value, Facet) else Facet(value) for name, value in {**QUIET, **facets}.items()
    }
    quiet = read(Passage.plain(text, offset))
    grounds = ("subject-verb", "act", "test", "objective")
    return quiet._replace(confidence=confidence, p_advance=0.5, grounds=grounds, **made)


def objective(text: str, rank: str = "primary", call: int = 0, offset: int = 0, **facets: str | Facet) -> Objective:
    """Return an objective at ``offset`` of its source."""
    confidence = str(facets.pop("confidence", "high"))
    made = reading(text, confidence, offset, **facets)
    span = Span(offset, offset + len(text))
    return Objective(made.passage, span, rank, call, "Objective", placeholder=False, reading=made)


def field(value: str, offset: int = 0) -> Field:
    """Return a field that is written as its value."""
    return Field(value, value, Span(offset, offset + len(value)), "label")


def call(date: str = "2026-06-10", title: str = "Line review") -> Call:
    """Return a call with a date."""
    return Call(title, field(date) if date else ABSENT, Span(0, 1))


def line_outcome(text: str, call: int, offset: int) -> Outcome:
    """Return what came of a call, at ``offset``."""
    return Outcome(
        Passage.plain(text, offset), Span(offset, offset + len(text)), "unknown", call, reading(text, offset=offset)
    )


def person(name: str, side: str = "client", role: str = "") -> Person:
    """Return a person on a side."""
    return Person(name, role, "", side, NOWHERE)


def plan(*objectives: Objective, **parts: object) -> Plan:
    """Return a declared deal plan at stage discover with one upcoming call and nothing to object to but its parts."""
    nothing = Plan(
        path="plan.md",
        kind="deal",
        declared=True,
        account=ABSENT,
        stage=field("discover"),
        close_date=ABSENT,
        people=(person("Ana Berg", role="plant manager, approves above EUR 50k"),),
        calls=(call(),),
        objectives=objectives,
        next_steps=(),
        outcomes=(),
        sales_objective=field("Norwood buys three dryers (EUR 410k) by 30 November 2026"),
        client_win=field("fewer stops"),
        passed_over=(),
        problems=(),
    )
    return nothing._replace(**parts)  # type: ignore[arg-type]  # a test names the parts it sets


def source(text: str) -> Source:
    """Return a source under the path of the hand-built plan."""
    return Source.of("plan.md", text)
