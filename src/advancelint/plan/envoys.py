"""Reads the people behind labels that name a party: "For Norwood: Ana Ruiz", "Sponsor at Tallow: Ben Ito".

Such labels stand within lines of a paragraph, where no list and no label of its own tells whose people follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import companies, lineup, persons, pieces, prose
from advancelint.plan.cast import is_called
from advancelint.plan.material import Material
from advancelint.plan.placed import Placed
from advancelint.source import Passage, Span

# "Sponsor at Tallow: ", "For Norwood: ", "Working lead: "
_LABEL = expression(r"(?:^|(?<=[.;|] ))(?P<label>[^\W\d_][\w '’&./-]{1,48}?)[*_]{0,2}:[*_]{0,2} (?=[^\W\d_a-zß-öø-ÿ])")
_TEAM = frozenset({"team", "side", "people", "crew", "seite"})
_MOST, _LONGEST = 3, 300


def read(material: Material, account: str) -> Iterator[Placed]:
    """Yield the people behind labels that name the client or our company, each with that side.

    A role that follows one in its line is of the same party: "Working lead"; another name may be another party's.
    """
    ours = companies.our_companies(material, account)
    if not account:
        return
    for block in material.outline.document.blocks:
        if isinstance(block, (ListItem, Paragraph)) and not block.quoted and ": " in block.leaf.content:
            for line in pieces.broken(block.leaf.text().passage, material.source.text):
                if len(line.text) <= _LONGEST:
                    yield from _line(line, material, account, ours)


def _line(line: Passage, material: Material, account: str, ours: list[str]) -> Iterator[Placed]:
    labels, side = list(_LABEL.finditer(line.text)), ""
    ends = [*(label.start() for label in labels[1:]), len(line.text)]
    for label, end in zip(labels, ends, strict=False):
        other = label["label"][:1].isupper() and not persons.is_role(label["label"], material.vocabulary)
        side = _whose(label["label"], material, account, ours) or ("" if other else side)
        value = line.cut(Span(label.end(), end)).strip() if side else None
        people = list(lineup.several(value, material.vocabulary)) if value else []
        for named in people if all(_is_full(one, material) for one in people) else ():
            yield Placed(named._replace(side=named.side or side), side, 0, met=False)


def _is_full(one: persons.Named, material: Material) -> bool:
    return " " in one.name and prose.is_person(persons.untitled(one, material.vocabulary).name, material.vocabulary)


def _whose(label: str, material: Material, account: str, ours: list[str]) -> str:
    """Return the side of the party that a label names at its end, "Sponsor at Norwood", "Norwood team"; "" for none."""
    words = label.split()
    if words[-1].casefold() in _TEAM:
        words.pop()
    for start in range(max(len(words) - _MOST, 0), len(words)):
        name = " ".join(words[start:])
        if not name[:1].isupper():
            continue
        if companies.same_company(name, account, material.vocabulary) or is_called(name, account, material.vocabulary):
            return "client"
        if any(companies.same_company(name, one, material.vocabulary) for one in ours):
            return "seller"
    return ""
