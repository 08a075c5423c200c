"""Finds the people of a plan and the side each is on."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.plan import persons
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.material import Material
from advancelint.plan.model import Person
from advancelint.plan.outline import Grid, Statement
from advancelint.plan.vocabulary import normalise
from advancelint.source import Passage, Span

_SIDE_ROLES = {"our-people": "seller", "client-people": "client", "people": "client", "attendees": "unknown"}


def find(material: Material, account: str) -> tuple[Person, ...]:
    """Return the people, front matter's first, each once, with what the document says of them anywhere."""
    found: dict[str, Person] = {}
    known_ours = bool(material.known.our_people)
    for named, hint in (*_front_people(material), *_stated_people(material, account), *_grid_people(material)):
        person = _with_side(named, hint, account, material)
        key = person.name.casefold()
        old = found.get(key)
        found[key] = _merged(old, person) if old else person
    if known_ours or any(person.side == "seller" and not person.organisation for person in found.values()):
        # Where our side is spelled out, who else is named without a company is the client's.
        found = {key: _client_if_unknown(person) for key, person in found.items()}
    return _without_first_names(found)


def _client_if_unknown(person: Person) -> Person:
    return person._replace(side="client") if person.side == "unknown" and not person.organisation else person


def _without_first_names(found: dict[str, Person]) -> tuple[Person, ...]:
    """Leave out "Ana" where the plan also knows "Ana Ruiz"."""
    firsts = {name.split()[0] for name in found if " " in name}
    return tuple(person for name, person in found.items() if " " in name or name not in firsts)


def _merged(old: Person, new: Person) -> Person:
    side = old.side if old.side != "unknown" else new.side
    return Person(old.name, old.role or new.role, old.organisation or new.organisation, side, old.span)


def _with_side(named: persons.Named, hint: str, account: str, material: Material) -> Person:
    """Say the side: config first, then the organisation, then the role, then the place where the name stands."""
    known = material.known
    folded = named.name.casefold()
    side = hint
    organisation = named.organisation.casefold()
    if material.vocabulary.word("seller-role", named.role) is not None:
        side = "seller"
    if organisation:
        side = _organisation_side(organisation, account.casefold(), material) or side
    for names, own in ((known.our_people, "seller"), (known.client_people, "client")):
        if any(folded == name.casefold() or folded in name.casefold().split() for name in names):
            side = own
    return Person(named.name, named.role, named.organisation, side, named.span)


def _organisation_side(organisation: str, account: str, material: Material) -> str:
    ours = [material.known.our_company.casefold()]
    ours += [value.text.casefold() for _, value in material.front.values("our-company") if isinstance(value, Scalar)]
    if any(_same_company(organisation, name) for name in ours):
        return "seller"
    if _same_company(organisation, account):
        return "client"
    return material.vocabulary.word("side", organisation) or ""


def _same_company(one: str, other: str) -> bool:
    if not one or not other:
        return False
    return one == other or other.startswith(one + " ") or one.startswith(other + " ")


def _front_people(material: Material) -> Iterator[tuple[persons.Named, str]]:
    for role, hint in _SIDE_ROLES.items():
        for _, value in material.front.values(role):
            yield from _value_people(material, value, hint)


def _value_people(material: Material, value: Value, hint: str) -> Iterator[tuple[persons.Named, str]]:
    if isinstance(value, Scalar):
        for named in persons.several(scalar_passage(material.source, value), material.vocabulary):
            yield named, hint
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _item_people(material, item, hint)
    else:
        sided = [(material.vocabulary.word("side", normalise(key.text)), inner) for key, inner in value.entries]
        if value.get("name"):
            yield from _item_people(material, value, hint)
        for side, inner in sided:
            if side:
                yield from _value_people(material, inner, side)


def _item_people(material: Material, item: Value, hint: str) -> Iterator[tuple[persons.Named, str]]:
    if isinstance(item, Scalar):
        named = persons.one(scalar_passage(material.source, item), material.vocabulary)
        if named:
            yield named, hint
    elif isinstance(item, Mapping):
        name = item.get("name")
        if isinstance(name, Scalar) and name.text.strip():
            parts = {key.text.casefold(): inner.text for key, inner in item.entries if isinstance(inner, Scalar)}
            role = parts.get("role") or parts.get("title") or ""
            company = (
                parts.get("company") or parts.get("organisation") or parts.get("organization") or parts.get("org") or ""
            )
            side = material.vocabulary.word("side", parts.get("side", "")) or hint
            yield persons.Named(name.text.strip(), role, company, name.span), side


def _stated_people(material: Material, account: str) -> Iterator[tuple[persons.Named, str]]:
    for statement in material.outline.statements:
        hint = _place_hint(material, statement, account)
        if not hint or not statement.value.text:
            continue
        if statement.surface in {"item", "text", "paragraph"} or not statement.label.roles:
            yield from _listed(material, statement, hint)
        else:
            for named in persons.several(statement.value, material.vocabulary):
                yield named, hint
    for section in material.outline.sections[1:]:
        if section.parent > 0 and material.outline.within(section.parent, "people"):
            offset = section.span.start
            named_here = persons.one(_title_passage(material, offset, section.title), material.vocabulary)
            if named_here and named_here.role and not section.label.roles:
                yield named_here, "client"


def _title_passage(material: Material, offset: int, title: str) -> Passage:
    plain = material.source.text.startswith(title, offset)
    count = len(title)
    return Passage.plain(title, offset) if plain else Passage(title, (offset,) * count, (offset,) * count)


def _place_hint(material: Material, statement: Statement, account: str) -> str:
    """Return the side that a label or the section around suggests, "" where no people are looked for."""
    if material.outline.within(statement.section, "next-step", "objective"):
        return ""
    inner = material.outline.role_section(statement.section)
    roles = material.outline.sections[inner].label.roles if inner else frozenset()
    in_people = not roles.isdisjoint(_SIDE_ROLES)
    own = statement.label.roles
    if own & {"our-people", "client-people", "people", "attendees"} and not (
        own & {"account", "due"} and not in_people
    ):
        if own & {"our-people", "client-people"}:
            return "seller" if "our-people" in own else "client"
        return "client" if "people" in own else "unknown"
    if "owner" in own and not own & {"attendees", "name"} and _is_head(material, statement):
        return "seller"  # who owns the account is one of us
    if in_people and not own:
        return next(hint for role, hint in _SIDE_ROLES.items() if role in roles)
    return "" if own else _company_hint(material, material.outline.sections[statement.section].title, account)


def _is_head(material: Material, statement: Statement) -> bool:
    """Say whether a statement speaks of the whole document: it stands above the parts, and no step is near."""
    beside = material.outline.by_section[statement.section]
    top = material.outline.sections[statement.section].level <= 1
    return top and not any(one.plays("next-step", "action") for one in beside)


def _company_hint(material: Material, title: str, account: str) -> str:
    """Return the side of "Perrin team:", a heading that names a company and its people."""
    company, _, last = normalise(title).rpartition(" ")
    if not company or last not in material.vocabulary.words["people-suffix"]:
        return ""
    return _organisation_side(company, account.casefold(), material)


def _listed(material: Material, statement: Statement, hint: str) -> Iterator[tuple[persons.Named, str]]:
    """Read a list item or a line below a people heading: "**Ana Ruiz** — CFO" or "Ana Ruiz (Norwood)"."""
    whole = statement.head if statement.head.text else statement.value
    if statement.surface in {"text", "paragraph"}:
        found = list(persons.several(whole, material.vocabulary))
        for named in found if all(" " in named.name for named in found) else []:
            yield named, hint
        return
    duty, _, name = whole.text.partition(": ")
    if name and persons.is_role(duty, material.vocabulary):
        whole = whole.cut(Span(len(duty) + 1, len(whole.text))).strip()  # "Purchasing: Lin Wu"
    named_one = persons.one(whole, material.vocabulary)
    if named_one:
        yield named_one, hint


def _grid_people(material: Material) -> Iterator[tuple[persons.Named, str]]:
    for grid in material.outline.grids:
        column = _name_column(material, grid)
        if column < 0:
            continue
        title, company = grid.column("person-role", but=column), grid.column("organisation", but=column)
        inner = material.outline.role_section(grid.section)
        roles = material.outline.sections[inner].label.roles if inner else frozenset({"people"})
        hint = next((side for role, side in _SIDE_ROLES.items() if role in roles), "client")
        for row in grid.table.rows:
            named = persons.one(row.cells[column].text().passage.strip(), material.vocabulary)
            if named:
                role = row.cells[title].text().passage.strip().text if title >= 0 else named.role
                firm = row.cells[company].text().passage.strip().text if company >= 0 else named.organisation
                yield named._replace(role=role, organisation=firm), hint


def _name_column(material: Material, grid: Grid) -> int:
    """Return the column of names of a table of people; -1 for another table."""
    if material.outline.within(grid.section, "next-step") or grid.column("action") >= 0:
        return -1
    column = grid.column("name")
    described = grid.column("person-role", "organisation", but=column) >= 0
    listed = material.outline.within(grid.section, *_SIDE_ROLES)
    return column if column >= 0 and (described or listed) else -1
