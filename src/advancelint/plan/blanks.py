"""Finds headings of goals with nothing below them: each holds the place of a goal that is to be written yet."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.plan import ranks
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import GOALS
from advancelint.source import Span

_LOWEST = 6


def sections(material: Material) -> Iterator[tuple[Span, str, int, str]]:
    """Yield the place, the rank, the section and the title of each such heading."""
    outline = material.outline
    for index, section in enumerate(outline.sections):
        if section.level > _LOWEST or not section.label.roles & GOALS or outline.holds(index):
            continue
        if not section.trap and not outline.trap(section.parent):
            yield section.span, ranks.of_section(material, index) or "unranked", index, section.title
