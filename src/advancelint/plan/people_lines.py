"""Finds people in lines below a first line that heads them, without any mark of a list: "PEOPLE", "Ana Ruiz   CFO"."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import Paragraph
from advancelint.plan import firms, label_sides, lineup, persons, pieces, prose, rollcall
from advancelint.plan.given import begins, given
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.source import Passage, Span

_GAP = expression(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
_FIELD = expression(r" [–—-] | ?\.{3,} ?")
_CLAUSE = expression(r"[.;]\s|,\s|$")
_LONGEST, _FEWEST = 40, 2


def read(material: Material) -> Iterator[Placed]:
    """Yield the people of paragraphs whose first line is a label of people and whose other lines begin with names."""
    for block in material.outline.document.blocks:
        if not isinstance(block, Paragraph) or block.quoted or "\n" not in block.leaf.content:
            continue
        head = block.leaf.content.partition("\n")[0].strip(" :*_")
        roles = material.vocabulary.label(head).roles if 0 < len(head) <= _LONGEST else frozenset()
        if roles.isdisjoint(rollcall.SIDES) or not roles <= {*rollcall.SIDES, "name"}:
            continue
        lines = pieces.broken(block.leaf.text().passage, material.source.text)[1:]
        found = [(line, _people(line, material)) for line in lines if line.text]
        led = sum(bool(people) and people[0].span.start - line.starts[0] < _LONGEST for line, people in found)
        if led < _FEWEST or led * 2 < len(found):
            continue
        hint = label_sides.hint_of(material.vocabulary.label(head), material.kind) or "unknown"
        for _, people in found:
            for named in people:
                yield Placed(named, named.side or hint, 0, met="attendees" in roles)


def led(line: Passage, material: Material) -> list[Named]:
    """Return the people of a further line of a list, which one of them leads: no "quarry office, HARD HAT"."""
    line = line.cut(Span(2, len(line.text))) if line.text.startswith(": ") else line  # a term, and what is said of it
    apart = _FIELD.search(line.text)  # "Competition – their own pool"
    other = apart and material.vocabulary.label(line.text[: apart.start()]).roles - set(rollcall.SIDES)
    if other or any(map(str.isdigit, line.text)):
        return []
    found, first = of(line, material), len(line.text.partition(",")[0])
    return found if found and found[0].span.start < line.starts[0] + first else []


def of(line: Passage, material: Material) -> list[Named]:
    """Return the people of a line, a list of them or those of a company."""
    staff = firms.staff(line, material.vocabulary)
    return staff[1] if staff else list(lineup.several(line, material.vocabulary))


def _people(line: Passage, material: Material) -> list[Named]:
    """Return whom a line names: one whose work stands behind a gap, or those of a list."""
    vocabulary, gap = material.vocabulary, _GAP.search(line.text)
    if gap:
        one = persons.one(line.cut(Span(0, gap.start())), vocabulary)
        end = _CLAUSE.search(line.text, gap.end())
        role = line.text[gap.end() : end.start() if end else len(line.text)]
        return [one._replace(role=role)] if one and _is_person(one, material) else []
    found = [one for one in lineup.several(line, vocabulary) if _is_person(one, material)]
    first = persons.one(line, vocabulary)
    return [first, *found[1:]] if first and found and first.name == found[0].name else found


def _is_person(one: Named, material: Material) -> bool:
    """Say whether a name is a full one, or a first name that is hardly anything else."""
    if " " in one.name:
        return prose.is_person(one.name, material.vocabulary) or begins(one.name)
    return one.name in given()
