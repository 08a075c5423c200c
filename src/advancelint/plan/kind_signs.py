"""Yields the signs by which it is weighed what kind of plan a document is."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.paths import name_of
from advancelint.plan import dates, raw_lines, stages, tone
from advancelint.plan.material import Material

_WORD = expression(r"[^\W\d_]+")
_DAY = expression(r"\d{4}-\d\d-\d\d|(?<!\d)\d\d[-_. ]\d\d(?!\d)|(?<!\d)(?:\d{6}|\d{8})(?!\d)")
_TOLD, _PLANNED, _ROWS = (1, 2, 4, 7, 11), (1, 2, 4, 7), (3, 6, 10)  # from these on there are more of them
_HOLDS = "it holds"
_MOST = 200  # headings and labels that are looked at


def signs(material: Material, title: str, kind: str, why: str) -> Iterator[str]:
    """Yield the signs of a document with a ``title`` that rules call a plan of this ``kind`` for the reason ``why``.

    No sign is a word of its sentences, so that another paragraph leaves most of them as they are.
    """
    yield f"rule {kind}"
    yield f"why {kind} {_HOLDS if why.startswith(_HOLDS) else why}"
    stem = name_of(material.source.path).rpartition(".")[0].casefold()
    yield from _words("title", title)
    yield from _words("name", stem)
    if dates.first(title, material.vocabulary):
        yield "title dated"
    if _DAY.search(stem):
        yield "name dated"
    yield from _headed(material)
    for role in ("stage", "call-date"):
        if material.front.scalar(role):
            yield f"front {role}"
    if stages.stated(material, frozenset()).value:
        yield "stage"
    found = tone.of(material.source.text, f"{title} : {stem}", material.vocabulary)
    yield f"told {raw_lines.size(found.told, _TOLD)}"
    yield f"planned {raw_lines.size(found.planned, _PLANNED)}"
    boxes = [raw_lines.size(material.source.text.count(box), (1, 3)) for box in ("[ ]", "[x]")]
    yield f"boxes {boxes[0]} {boxes[1]}"


def _headed(material: Material) -> Iterator[str]:
    """Yield the words of headings and labels, what they mean, and how large the tables are."""
    outline = material.outline
    for section in outline.sections[1:_MOST]:
        yield from _words("head", section.title)
        yield from (f"section {role}" for role in section.label.roles)
    for statement in outline.statements[:_MOST]:
        yield from _words("head", statement.name)
        yield from (f"label {role}" for role in statement.label.roles)
    for grid in outline.grids[:_MOST]:
        yield from (f"column {role}" for label in grid.columns for role in label.roles)
        yield f"rows {raw_lines.size(len(grid.table.rows), _ROWS)}"


def _words(where: str, text: str) -> Iterator[str]:
    return (f"{where} {word}" for word in _WORD.findall(text.casefold()))
