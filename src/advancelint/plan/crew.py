"""Finds who works on a plan beside its owner, in the lines at its head: "KAM: Ana Ruiz | Tech: Ben Ito"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advancelint.expressions import expression
from advancelint.plan import persons, pieces, prose, teammates
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.plan.placed import Placed
from advancelint.source import Passage, Span

_OURS = frozenset({"our-people", "owner", "seller"})
_OPEN = frozenset({"attendees"})  # what a label of one person is often heard as
# What a seller's colleagues do; whoever else has a title at the head of a plan may be the client's.
_CRAFT = expression(
    r"\b(?:tech|técn|tecn|engineer|ingen|ingén|service|support|soporte|suporte|pre-?sales|anwendung|implement|solution"
    r"|innendienst|back ?office|legal|us$|uns$)",
    re.IGNORECASE,
)
_LABEL = expression(r"[^\W\d_][^:|\n]{1,30}: ")
_LONGEST, _SHORT = 40, 4


def read(material: Material) -> Iterator[Placed]:
    """Yield the people whom a line at the head of a document names beside one of ours, each behind a label."""
    yield from teammates.read(material)
    lines: dict[int, list[Statement]] = {}
    for statement in material.outline.statements:
        if material.outline.sections[statement.section].level > 1:
            break
        lines.setdefault(statement.line, []).append(statement)
    for line in _joined(lines):
        ours = [one for one in line if one.label.roles & _OURS and _person(_apart(one, material)[1], material)]
        for statement in line if ours else ():
            label, value = _apart(statement, material)
            named = _person(value, material) if _may_be_ours(label, statement, material) else None
            if named:
                yield Placed(named, "seller", 0, met=False)


def _joined(lines: Mapping[int, list[Statement]]) -> Iterator[list[Statement]]:
    """Yield the statements of each line; rows of a table and labels on lines of their own are one where they touch."""
    held: list[Statement] = []
    last = -1
    for number, line in lines.items():
        alone = len(line) == 1 and line[0].surface in {"row", "bold", "bullet"}
        if held and not (alone and number == last + 1):
            yield held
            held = []
        if alone:
            held, last = [*held, *line], number
        else:
            yield line
    if held:
        yield held


def _apart(statement: Statement, material: Material) -> tuple[str, Passage]:
    """Return the label and what stands behind it in its line, also where the label was not taken for one."""
    value = next(iter(pieces.broken(statement.value, material.source.text)), statement.value)
    label = None if statement.name else _LABEL.match(value.text)
    return (
        (label.group().strip(" :"), value.cut(Span(label.end(), len(value.text))).strip())
        if label
        else (statement.name, value)
    )


def _may_be_ours(label: str, statement: Statement, material: Material) -> bool:
    heard = statement.label.roles <= _OPEN and (statement.label.heard or not statement.label.roles)
    short = label.isupper() and len(label) <= _SHORT and not persons.is_role(label, material.vocabulary)
    return heard and (short or _CRAFT.search(label) is not None)


def _person(value: Passage, material: Material) -> persons.Named | None:
    """Return the person that a value consists of, with a first and a last name; None for another value."""
    if len(value.text) > _LONGEST or any(map(str.isdigit, value.text)):
        return None
    named = persons.one(value, material.vocabulary)
    bare = persons.untitled(named, material.vocabulary).name if named else ""
    told = " " in bare and persons.may_be_first(bare.split()[0]) and prose.is_person(bare, material.vocabulary)
    return named if told else None
