"""Finds people whose names are written small, with what they do in brackets behind: "ana ruiz (stores manager)"."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import persons
from advancelint.plan.given import is_first
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.source import Passage, Span

_SMALL = expression(
    r"(?<![\w'’-])(?P<first>[a-zß-öø-ÿ][\w'’-]+)(?: (?P<last>[a-zß-öø-ÿ][\w'’-]+))? \((?P<role>[^()\n]{2,50})\)"
)


def read(material: Material, passages: Iterator[Passage]) -> Iterator[Placed]:
    """Yield the people of ``passages`` with a listed first name in small letters and a role in brackets."""
    for passage in passages:
        for match in _SMALL.finditer(passage.text):
            role = match["role"].partition(",")[0].strip()
            start = match.start("first")
            if match["last"] and not is_first(match["first"]):
                start = match.start("last") if is_first(match["last"]) else -1  # "met ana (buyer)"
            elif not is_first(match["first"]):
                start = -1
            if start >= 0 and persons.is_role(role, material.vocabulary):
                span = Span(start, match.end("last") if match["last"] else match.end("first"))
                named = Named(passage.text[span.start : span.end], role, "", passage.source_span(span))
                yield Placed(named, "unknown" if material.kind == "map" else "client", 0, met=False)
