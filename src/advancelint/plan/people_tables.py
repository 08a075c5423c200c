"""Finds the people of a plan in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import Row
from advancelint.plan import companies, label_sides, lineup, parties, persons, prose, rollcall, team_columns
from advancelint.plan.given import begins, given
from advancelint.plan.label_forms import normalise
from advancelint.plan.log_tables import is_log
from advancelint.plan.material import Material
from advancelint.plan.outline import Grid
from advancelint.plan.placed import Placed
from advancelint.plan.vocabulary import Label
from advancelint.source import Passage, Span

_PEOPLE = rollcall.SIDES
_ANY_PEOPLE = Label(frozenset({"people"}), weak=True)
_SIDES = ("client", "seller")
_FEW = 8
# "Us → them", "Ours", "From us": who of ours deals with them
_OURS = expression(
    r"(?:from |who of |wer von )?(?:us|ours?|uns|unser\w*|nous|nôtres?|nosotros|nós)\b(?! ?[\w(])", re.IGNORECASE
)
_TURNED = expression(r"([^\W\d_a-z][\w'’-]+), ([^\W\d_a-z][\w'’-]+)")


def read(material: Material, account: str) -> Iterator[Placed]:
    """Yield the people of the tables that list them, and those of ours whom a column names beside each."""
    for grid in material.outline.grids:
        teams = team_columns.sides(material, grid, account)
        if teams and grid.column("due", "done", "action", "next-step", "call-date") < 0:
            yield from _by_team(material, grid, teams)
            continue
        if teams:  # who does what, and by when
            yield from _acting(material, grid, teams)
        if _are_two_teams(material, grid):
            yield from _by_firm(material, grid)
            continue
        if is_log(material, grid):
            yield from _met(material, grid)
            continue
        parties = _parties(material, grid, account)
        if parties:
            yield from _by_party(material, grid, parties)
            continue
        column = _name_column(material, grid)
        if column >= 0:
            yield from _described(material, grid, column)


def _described(material: Material, grid: Grid, column: int) -> Iterator[Placed]:
    """Yield the people of a table that has a row for each, with their names in ``column``."""
    yield from _owners(material, grid, column)
    title, company = grid.column("person-role", but=column), grid.column("organisation", but=column)
    title = title if title >= 0 else _roles_column(material, grid, column)
    own = grid.column("our-people", "seller", but=column)
    headed = [at for at, head in enumerate(grid.heads) if _OURS.match(head) and at != column]
    own = headed[0] if own < 0 and headed else own
    inner = material.outline.role_section(grid.section)
    label = material.outline.sections[inner].label if inner else _ANY_PEOPLE
    roles, hint = label.roles, label_sides.hint_of(label, material.kind) or "client"
    for row in grid.table.rows:
        named = _in_cell(row.cells[column].text().passage.strip(), material)
        if named:
            named = named._replace(side=named.side or _side_beside(row, column, material))
            role = row.cells[title].text().passage.strip().text if title >= 0 else named.role
            firm = row.cells[company].text().passage.strip().text if company >= 0 else named.organisation
            yield Placed(_told(named, role, firm, material), hint, grid.section, met="attendees" in roles)
        ours = persons.one(row.cells[own].text().passage.strip(), material.vocabulary) if own >= 0 else None
        if ours and (" " in ours.name or ours.name in given()):
            yield Placed(ours, "seller", grid.section, met=False)  # "Our contact"


def _owners(material: Material, grid: Grid, names: int) -> Iterator[Placed]:
    """Yield those of ours whom a table of people gives each of them to: "| Joan Pryce | CFO | Owned by Ana |"."""
    column = next((at for at, one in enumerate(grid.columns) if "owner" in one.roles and at != names), -1)
    for row in grid.table.rows if column >= 0 else ():
        for named in lineup.several(row.cells[column].text().passage.strip(), material.vocabulary):
            if persons.may_be_first(named.name.split()[0]) and not persons.is_role(named.name, material.vocabulary):
                yield Placed(named, "seller", grid.section, met=False)


def _told(named: persons.Named, role: str, firm: str, material: Material) -> persons.Named:
    """Return a person of a row with what the cells for the role and the company say."""
    inside, comma, duty = role.partition(", ")
    if comma and not firm and _is_firm(inside, duty, material):
        role, firm = duty, inside  # "Tallow, customer service"
    return named._replace(role=role, organisation=firm, side=named.side or _side_of(role, material))


def _side_beside(row: Row, names: int, material: Material) -> str:
    """Return the side that a cell of a row consists of: "| Ours | Ana Ruiz | applications |"; "" for none."""
    cells = (normalise(cell.content) for index, cell in enumerate(row.cells) if index != names)
    # "for us" says that somebody is in favour.
    told = {side for cell in cells if " " not in cell and (side := material.vocabulary.word("side", cell)) in _SIDES}
    told |= {side for cell in cells if " " in cell and (side := parties.side_of_role(cell))}
    return told.pop() if len(told) == 1 else ""


def _is_firm(inside: str, duty: str, material: Material) -> bool:
    """Say whether what stands before a person's role in its cell is a company and no other role."""
    named = inside[:1].isupper() and inside[1:].islower() and not persons.is_role(inside, material.vocabulary)
    return named and persons.is_role(duty, material.vocabulary) and material.vocabulary.word("side", inside) is None


def _side_of(role: str, material: Material) -> str:
    """Return the side that a role names: "our SE", "engineering (us)", "ours, pre-sales"; "" for none."""
    vocabulary, bracket, head = material.vocabulary, role.partition("(")[2].strip(" )"), role.partition(",")[0]
    told = vocabulary.word("side", bracket) if bracket else None
    if told is None and head != role:
        told = vocabulary.word("side", head) or ("seller" if parties.OUR_WORD.fullmatch(head) else None)
    return parties.side_of_role(role) or told or ""


def _in_cell(cell: Passage, material: Material) -> persons.Named | None:
    """Read a name in its cell, also as address books have it: "Ruiz, Ana"."""
    turned = _TURNED.fullmatch(cell.text)
    if turned and turned[2] in given() and turned[1] not in given():
        return persons.Named(f"{turned[2]} {turned[1]}", "", "", cell.source_span(Span(0, len(cell.text))))
    return persons.one(cell, material.vocabulary)


def _are_two_teams(material: Material, grid: Grid) -> bool:
    """Say whether a table has two columns, each headed by a name and with a person of a full name in its first row."""
    if len(grid.heads) != len(_SIDES) or not grid.table.rows or any(label.roles for label in grid.columns):
        return False
    cells = [cell.text().passage.strip() for cell in grid.table.rows[0].cells]
    people = [persons.one(cell, material.vocabulary) for cell in cells if prose.FULL_NAME.match(cell.text)]
    return len(people) == len(_SIDES) and all(
        one is not None and " " in one.name and prose.is_person(one.name, material.vocabulary) and head[:1].isupper()
        for one, head in zip(people, grid.heads, strict=True)
    )


def _by_firm(material: Material, grid: Grid) -> Iterator[Placed]:
    """Yield the people of a table with a column a company, of which nothing says whose it is."""
    for row in grid.table.rows:
        for cell, head in zip(row.cells, grid.heads, strict=False):
            named = persons.one(cell.text().passage.strip(), material.vocabulary)
            if named and " " in named.name:
                role = ", ".join(filter(None, (named.role, *named.others)))
                firm = named._replace(role=role, organisation=head, others=())
                yield Placed(firm, "unknown", grid.section, met=True)


def _parties(material: Material, grid: Grid, account: str) -> dict[int, str]:
    """Return the rows of "Party | Persons" with their sides, where each begins with the client, us or a side."""
    people = grid.column("attendees", "people")
    if len(grid.heads) != len(_SIDES) or people != 1 or grid.column("due", "call-date", "action", "done") >= 0:
        return {}
    ours, found = companies.our_companies(material, account)[:_FEW], {}
    for index, row in enumerate(grid.table.rows[:_FEW]):
        name = row.cells[0].text().passage.text.strip()
        if account and companies.same_company(name, account, material.vocabulary):
            found[index] = "client"
        elif any(companies.same_company(name, one, material.vocabulary) for one in ours):
            found[index] = "seller"
        else:
            found[index] = material.vocabulary.word("side", name) or ""
    return found if len(found) == len(grid.table.rows) and all(found.values()) else {}


def _by_party(material: Material, grid: Grid, parties: dict[int, str]) -> Iterator[Placed]:
    """Yield the people of a table with a row a company: "| Norwood | Petra Hollins, Owen Slade |"."""
    for index, side in parties.items():
        for named in lineup.several(grid.table.rows[index].cells[1].text().passage.strip(), material.vocabulary):
            yield Placed(named._replace(organisation="", side=side), side, grid.section, met=True)


def _by_team(material: Material, grid: Grid, teams: dict[int, str]) -> Iterator[Placed]:
    """Yield the people of a table with a column a company: "| Norwood | Us |", each with a first and a last name."""
    for row in grid.table.rows:
        for index, side in teams.items():
            named = persons.one(row.cells[index].text().passage.strip(), material.vocabulary)
            if named and " " in named.name:
                yield Placed(named._replace(organisation=""), side, grid.section, met=True)


def _acting(material: Material, grid: Grid, teams: dict[int, str]) -> Iterator[Placed]:
    """Yield who acts for either company of a table of steps, each with a first and a last name."""
    for row in grid.table.rows:
        for index, side in teams.items():
            for named in lineup.several(row.cells[index].text().passage.strip(), material.vocabulary):
                if " " in named.name and prose.is_person(named.name, material.vocabulary):
                    yield Placed(named._replace(organisation=""), side, grid.section, met=False)


def _met(material: Material, grid: Grid) -> Iterator[Placed]:
    """Yield whom the rows of a call log name, by first and last name, in a column of their own."""
    column = grid.column("attendees", "counterpart", "client-people", "name")
    cells = [row.cells[column].text().passage.strip() for row in grid.table.rows] if column >= 0 else []
    texts = [cell.text for cell in cells]
    employed, led = _are_employed(texts), _are_led(texts)
    for cell in cells:
        for named in lineup.several(cell, material.vocabulary):
            behind = cell.text.find(named.name) > cell.text.find(",") > 0
            before = "," in cell.text and not behind
            called = named.name in given() and bool(named.role) and cell.text.startswith(named.name)  # "Ana, owner"
            called = called or (led and behind and named.name in given())
            if (" " in named.name or called) and not (employed and behind) and not (led and before):
                yield Placed(named, "client" if grid.column("seller", "our-people") >= 0 else "unknown", 0, met=True)


def _are_employed(cells: list[str]) -> bool:
    """Say whether the cells of a column each name somebody and a company: "Ana Ruiz, Norwood Laundry"."""
    parted = [cell.split(", ") for cell in cells if ", " in cell]
    firms = [parts[1] for parts in parted if len(parts) == len(_SIDES) and begins(parts[0])]
    return len(firms) > 1 and len(firms) == len(parted) and not any(name.split()[0] in given() for name in firms)


def _are_led(cells: list[str]) -> bool:
    """Say whether the cells of a column each name a company and somebody there: "Norwood Laundry, Ana"."""
    parted = [cell.split(", ") for cell in cells if ", " in cell]
    firms = [one for one in parted if not begins(one[0]) and one[1].partition(" ")[0] in given()]
    return len(firms) > 1 and len(firms) == len(parted)


def _name_column(material: Material, grid: Grid) -> int:
    """Return the column of names of a table of people; -1 for another table."""
    acts = any("action" in one.roles and "person-role" not in one.roles for one in grid.columns)
    if acts or material.outline.within(grid.section, "next-step"):
        return -1
    listed = material.outline.within(grid.section, *_PEOPLE)
    column = grid.column("name")
    if column < 0 and (listed or grid.column("person-role") > 0) and grid.column("due", "done") < 0:
        column = _first_names(material, grid)  # "Quién | Cargo"
    described = grid.column("person-role", "organisation", but=column) >= 0
    described = described or (column >= 0 and _roles_column(material, grid, column) >= 0)
    return column if column >= 0 and (described or listed) else -1


def _first_names(material: Material, grid: Grid) -> int:
    """Return 0 where most cells of the first column are full names; -1 for another table."""
    cells = [row.cells[0].text().passage.text.strip() for row in grid.table.rows]
    full = [cell for cell in cells if prose.FULL_NAME.match(cell) and prose.is_person(cell, material.vocabulary)]
    return 0 if len(full) * 2 > len(cells) and len(grid.heads) > 1 else -1


def _roles_column(material: Material, grid: Grid, names: int) -> int:
    """Return the column without a known head that holds roles, most of its cells, beside one of names; -1 for none."""
    for index, label in enumerate(grid.columns):
        cells = [row.cells[index].content.strip() for row in grid.table.rows] if not label.roles else []
        told = sum(persons.is_role(cell, material.vocabulary) for cell in cells)
        if index != names and cells and told * 2 >= len(cells):
            return index
    return -1
