"""Finds the people of a plan in labels, lists, headings and tables."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.plan import (
    appositions,
    authors,
    codes,
    companies,
    crew,
    envoys,
    facts,
    firms,
    label_sides,
    letters,
    lineup,
    monograms,
    ourside,
    parties,
    people_lines,
    people_tables,
    people_titles,
    persons,
    pieces,
    prose,
    rollcall,
    sides,
    staffs,
    together,
)
from advancelint.plan.material import Material
from advancelint.plan.model import Person
from advancelint.plan.outline import Statement
from advancelint.plan.placed import Placed
from advancelint.source import Span

_DAY, _TWICE = 12, 2  # somebody whom a plan names stands in it once more
_PARTED = frozenset({"buyer", "seller", "account"})
_PARTIES = {"seller": "seller", "buyer": "client", "our-company": "seller"}


def find(material: Material, account: str) -> tuple[Person, ...]:
    """Return the people, front matter's first, each once, with what the document says of them anywhere."""
    found = [
        *rollcall.read(material),
        *_stated(material, account),
        *crew.read(material),
        *envoys.read(material, account),
        *people_lines.read(material),
        *people_titles.in_headings(material),
        *people_tables.read(material, account),
        *staffs.by_company(material, account),
        *people_titles.in_dateline(material),
        *people_titles.in_call_titles(material),
    ]
    beside = [*appositions.read(material, account), *together.read(material, account, appositions.texts(material))]
    wrote = [*authors.read(material, account), *(one for one in beside if one.wrote)]
    found = [*letters.with_authors(wrote, material, account), *(found or people_titles.in_title(material, account))]
    longest = max((one.named.name.count(" ") + 1 for one in beside), default=0)
    known = {end for placed in found for end in appositions.ends(f" {placed.named.name.casefold()}", longest)}
    found += [
        one
        for one in beside
        if (f" {one.named.name.casefold()}" not in known or one.named.side == "seller")
        and not companies.same_company(one.named.name, account, material.vocabulary)
    ]
    explained = [*monograms.read(material, frozenset(placed.named.name.casefold() for placed in found))]
    found += explained
    called = codes.find(material, account, ours := companies.our_companies(material, account))
    firms_named = {name.casefold() for name in (account, *ours, *called) if name}
    firms_named |= {part.strip() for name in firms_named for part in name.split(" & ")}
    found = [*ourside.marked(monograms.spelled_out(found), explained, material)]
    found = [one for one in found if not firms.is_named(one.named.name, firms_named)]
    return sides.decide(found, account, material)


def _stated(material: Material, account: str) -> Iterator[Placed]:
    ours = companies.our_companies(material, account)
    among_us: dict[int, bool] = {}  # for each section whether its list of people has "me" in it
    for statement in material.outline.statements:
        firm = staffs.firm_of(statement, material)
        hint = staffs.side_of(firm, account, ours, material) if firm else ""
        hint = hint or _hint(material, statement, account, ours) or _party_hint(material, statement)
        if not hint and statement.name and (statement.label.heard or not statement.label.roles):
            apart = material.outline.within(statement.section, "next-step", "objective")
            hint = "" if apart or not lineup.explains(statement.value, material.vocabulary) else "unknown"
        hint = "unknown" if _asks_who(material, statement) else hint
        dated = statement.label.heard and any(map(str.isdigit, statement.value.text[:_DAY]))
        if not hint or not statement.value.text or dated:
            continue
        met = bool(firm) or statement.plays("attendees") or material.outline.within(statement.section, "attendees")
        if statement.surface in {"item", "text", "paragraph"} or not statement.label.roles:
            found = _listed(material, statement)
        else:
            first, *more = pieces.broken(statement.value, material.source.text) or [statement.value]
            found = [
                *people_lines.of(first, material),
                *(one for line in more for one in people_lines.led(line, material)),
            ]
        if hint == "unknown" and _is_beside_us(material, statement, among_us):
            hint = "client"  # "Della Pasmore, Theo Quint, me"
        composed = material.vocabulary.people_label(statement.name)
        for named in found if not firm or all(" " in one.name for one in found) else ():
            if composed and composed.company and statement.label.weak and named.others:
                roles = ", ".join(filter(None, (named.role, *named.others)))  # "Team Norwood: Ana Ruiz (ERP)"
                named = named._replace(role=roles, organisation="", others=())
            told = composed.named if composed and (statement.label.weak or statement.plays("attendees")) else ""
            employer = (firm if hint == "unknown" else "") or named.organisation or told
            group = _group(material, statement, named) or ((statement.line, 0) if met else (0, 0))
            yield Placed(named._replace(organisation=employer), hint, statement.section, met, group=group)


def _asks_who(material: Material, statement: Statement) -> bool:
    """Say whether "Wer", which elsewhere is who owns a step, stands before a list of people with what they do."""
    asked = statement.label.roles == {"owner"} and material.vocabulary.people_label(statement.name) is not None
    return asked and lineup.introduces(statement.value, material.vocabulary)


def _group(material: Material, statement: Statement, named: persons.Named) -> tuple[int, int] | tuple[()]:
    """Return the list, and its part, that names somebody: one mark parts it, or headings that name companies do.

    () is returned for a list without parts.
    """
    if named.party:
        return statement.line, named.party
    title = material.outline.sections[statement.section]
    firm = firms.firm_in(title.title.strip(" :"), material.vocabulary)
    apart = title.level > 1 and persons.is_name(firm, material.vocabulary)
    return (-title.parent - 1, statement.section) if apart else ()


def _is_beside_us(material: Material, statement: Statement, among_us: dict[int, bool]) -> bool:
    """Say whether a line, or an item of its list, names "me" or "us" among the people."""
    lines = pieces.broken(statement.value, material.source.text)
    if any(lineup.names_us(line, material.vocabulary) for line in lines):
        return True
    section = statement.section
    if section not in among_us:
        listed = (one for one in material.outline.by_section[section] if one.surface in {"item", "bullet"})
        among_us[section] = any(
            parties.led(f"{one.name}: {one.value.text}", material.vocabulary).side == "seller"
            or lineup.names_us(one.value, material.vocabulary)
            for one in listed
        )
    return statement.surface in {"item", "bullet"} and among_us[section]


def _hint(material: Material, statement: Statement, account: str, ours: list[str]) -> str:
    """Return the side that a label or the section around suggests, "" where no people are looked for."""
    outline, own = material.outline, statement.label.roles
    if outline.within(statement.section, "next-step", "objective") and (own - {"owner"}).isdisjoint(rollcall.SIDES):
        return ""
    inner = outline.role_section(statement.section)
    roles = outline.sections[inner].label.roles if inner else frozenset()
    parted = bool(inner) and roles <= _PARTED and outline.within(outline.sections[inner].parent, *rollcall.SIDES)
    in_people = not roles.isdisjoint(rollcall.SIDES) or parted  # "**Client**" below "People"
    sided = own & {"client-people", "our-people"}
    if sided and firms.staff(statement.value, material.vocabulary):
        return label_sides.hint_of(statement.label, material.kind)
    if sided and (facts.is_company_label(material, statement) or facts.names_place(statement, material.vocabulary)):
        return ""
    if own.intersection(rollcall.SIDES) and (in_people or not own & {"account", "due"}):
        return label_sides.side_of_label(material, statement.label, statement.name)
    if (
        "owner" in own
        and not own & {"attendees", "name"}
        and _is_head(material, statement)
        and not lineup.names_us(statement.value, material.vocabulary)
    ):
        # Who owns the account is one of us; a joint plan has owners on both sides.
        return "unknown" if material.kind == "map" and "," in statement.value.text else "seller"
    headed = outline.sections[inner].title if in_people and not own else ""
    composed = material.vocabulary.people_label(headed)
    if composed and composed.side != "unknown" and " we " not in f" {headed.casefold()} ":
        return composed.side  # "**Teilnehmer wir**" above a list
    company = "" if own else companies.headed(material, statement.section, account, ours, in_people)
    if in_people and not own:
        section = outline.sections[inner]
        return company or label_sides.side_of_label(material, section.label, section.title)
    return company


def _party_hint(material: Material, statement: Statement) -> str:
    """Return the side of "Vendedor: Caio Bezerra" and of "CFO: Ana Ruiz": a person stands there, and no company."""
    side = next((side for role, side in _PARTIES.items() if statement.plays(role)), "")
    names = [named.name for named in people_lines.of(statement.value, material)] if side else []
    people = names and all(" " in name and prose.is_person(name, material.vocabulary) for name in names)
    top = statement.surface != "heading" and not material.outline.within(statement.section, "next-step")
    party = side if people and top and not statement.plays(*rollcall.SIDES) else ""
    return party or label_sides.of_work(material, statement)


def _is_head(material: Material, statement: Statement) -> bool:
    """Say whether a statement speaks of the whole document: it stands above the parts, and no step is near."""
    beside = material.outline.by_section[statement.section]
    top = material.outline.sections[statement.section].level <= 1
    return top and not any(one.plays("next-step", "action") and one.line < statement.line for one in beside)


def _listed(material: Material, statement: Statement) -> list[persons.Named]:
    """Read a list item or a line below a people heading: "**Ana Ruiz** — CFO" or "Ana Ruiz (Norwood)"."""
    # The labels of further lines make statements of their own: "Our team: Ben Ito" below "Ana Ruiz, CFO".
    plain = statement.surface in {"text", "paragraph"}
    whole = statement.head if statement.head.text and not (plain and statement.value.text) else statement.value
    if plain:
        lines = pieces.broken(whole, material.source.text)
        found = [
            one
            for line in lines
            for one in firms.of_company(line, material.vocabulary) or lineup.several(line, material.vocabulary)
        ]
        full = found and all(" " in named.name for named in found)
        return found if full else prose.people(whole, material.vocabulary)
    company = (
        firms.of_firm(statement.name, statement.value, material.vocabulary)
        if statement.name
        else firms.of_company(whole, material.vocabulary)
    )
    worker = label_sides.names_work(statement.name, material.vocabulary)  # "CFO: Ana Ruiz"
    if company and not worker:
        return company
    duty, _, name = whole.text.partition(": ")
    if name and "," not in duty and persons.is_role(duty, material.vocabulary):
        whole = whole.cut(Span(len(duty) + 1, len(whole.text))).strip()  # "Purchasing: Lin Wu"
    one = persons.one(whole, material.vocabulary)
    if one is None and lineup.names_us(whole, material.vocabulary):
        return list(lineup.several(whole, material.vocabulary))  # "me (Ana) + Ben Ito"
    labelled = (
        bool(statement.name) and statement.value.text and not persons.is_role(statement.value.text, material.vocabulary)
    )
    if (
        one
        and labelled
        and not worker
        and (" " not in one.name or material.source.text.count(one.name.split()[0]) < _TWICE)
    ):
        return []  # "**Talking Point:** his post" says something of the person above
    return [one] if one and not persons.is_only_a_role(one.name, material.vocabulary) else []
