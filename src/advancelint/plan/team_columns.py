"""Finds the two columns of a table that hold the client's people and ours, by their heads."""

from __future__ import annotations

from advancelint.plan import companies, owner_heads, persons
from advancelint.plan.material import Material
from advancelint.plan.model import ACROSS
from advancelint.plan.outline import Grid
from advancelint.plan.vocabulary import Vocabulary

_SIDES = ("client", "seller")


def sides(material: Material, grid: Grid, account: str) -> dict[int, str]:
    """Return the columns whose head is a company or a side, with the side, where there are two: client and seller."""
    ours, vocabulary = companies.our_companies(material, account), material.vocabulary

    def side_of(firm: str) -> str:
        if account and companies.same_company(firm, account, vocabulary):
            return "client"
        return "seller" if any(companies.same_company(firm, one, vocabulary) for one in ours) else ""

    heads = {index: side_of(head) or vocabulary.word("side", head) for index, head in enumerate(grid.heads)}
    heads = {index: side or owner_heads.side(grid.heads[index], side_of, vocabulary) for index, side in heads.items()}
    found = {index: side for index, side in heads.items() if side}
    if len(found) == 1 and (other := strangers(grid, next(iter(found)), vocabulary)) >= 0:
        found[other] = ACROSS.get(next(iter(found.values())), "")
    if set(found.values()) == {"client", "seller"} and len(found) == len(_SIDES):
        return found
    return dict(zip(owner_heads.sides(grid.heads, side_of, vocabulary), _SIDES, strict=False))


def strangers(grid: Grid, known: int, vocabulary: Vocabulary) -> int:
    """Return the only other column of people, which is headed by a name that nobody knows; -1 for none or several."""
    found = []
    for index, head in enumerate(grid.heads):
        cells = [row.cells[index].text().passage.strip() for row in grid.table.rows]
        people = [persons.one(cell, vocabulary) for cell in cells if cell.text]
        if (
            index != known
            and head[:1].isupper()
            and not grid.columns[index].roles
            and sum(map(bool, people)) * 2 > len(people)
        ):
            found.append(index)
    return found[0] if len(found) == 1 else -1
