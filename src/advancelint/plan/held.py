"""Tells which parts of a plan a document holds: its goals, its steps, its people, its stage."""

from __future__ import annotations

from advancelint.mapping import Sequence
from advancelint.markdown import Heading, ListItem, Paragraph
from advancelint.plan import aim_columns, callwords, dates, day_sheets, evidence, leads, log_tables, stage_words, stages
from advancelint.plan.asking import asks
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, is_placeholder
from advancelint.plan.outline import Grid
from advancelint.plan.vocabulary import Label, Vocabulary

_OBJECTIVE = frozenset({"objective", "primary", "sales-objective", "client-win"})
_PEOPLE = frozenset({"attendees", "our-people", "client-people"})
_OTHER_MEANINGS = frozenset({"owner", "account"})
_ALL = frozenset({"every", "each", "any", "all"})
_LONGEST_ENTRY, _FEWEST_ENTRIES = 160, 2
_CALL_WORDS = frozenset({"call", "meeting", "visit"})


def parts(material: Material) -> frozenset[str]:
    """Return the parts of a plan that the document holds; labels common in other documents count for nothing."""
    found = _stated(material)
    for section in material.outline.sections[1:]:
        told = not section.label.weak or ("stage" in found and "next-step" in section.label.roles)
        if told and not section.trap:
            found |= _parts(section.label, section.title.partition(":")[0], material.vocabulary)
            if "people" in section.label.roles:
                found.add("people")
    if call_logs(material) or aims_by_day(material):
        found.add("call objective")
    if any(_is_steps(grid) for grid in material.outline.grids if not material.outline.trap(grid.section)):
        found.add("next step")
    found |= _in_front(material)
    if "call objective" not in found and (has_goal_and_fallback(material) or asks_an_act(material)):
        found.add("objective")
    if evidence.names_outcome(material):
        found.add("outcome")
    if "call objective" in found:
        found.discard("objective")
    return frozenset(found)


def has_goal_and_fallback(material: Material) -> bool:
    """Say whether a "Goal", which alone is anybody's, stands beside a "Fallback": then it is that of a call."""
    stated = [one.label.roles for one in material.outline.statements if one.value.text]
    return any("objective" in roles for roles in stated) and any("fallback" in roles for roles in stated)


def lists_goal(material: Material) -> bool:
    """Say whether a label or a heading of the lists is that of a goal, and not of all calls: "goals for every call"."""
    outline = material.outline
    named = [(one.label, one.name) for one in outline.statements]
    named += [(one.label, one.title) for one in outline.sections]
    aimed = [name for label, name in named if not label.heard and _aims(label)]
    return any(_ALL.isdisjoint(name.casefold().split()) for name in aimed)


def states(material: Material, role: str) -> bool:
    """Say whether a label plays ``role`` and something stands behind or below it."""
    return any(one.plays(role) and (one.value.text or one.opens >= 0) for one in material.outline.statements)


def aims_by_day(material: Material) -> bool:
    """Say whether a sheet of calls by the day says what one of them is for, and that is an act of somebody."""
    return any(asks(one.goal.text) for one in day_sheets.entries(material) if one.goal.text)


def asks_an_act(material: Material) -> bool:
    """Say whether a goal is somebody else's act that is still to come: "Torill lets us hang two probes"."""
    outline = material.outline
    around = [outline.sections[outline.role_section(one.section)].label for one in outline.statements]
    aimed = (one for one, label in zip(outline.statements, around, strict=True) if _aims(one.label) or _aims(label))
    cells = (
        row.cells[column].text().passage.text
        for grid in outline.grids
        if not outline.trap(grid.section) and (column := aim_columns.aims(grid, material)) >= 0
        for row in grid.table.rows
    )
    return any(asks(text) for text in (*(one.value.text for one in aimed), *cells))


def _aims(label: Label) -> bool:
    return not label.roles.isdisjoint({"objective", "primary"})


def _stated(material: Material) -> set[str]:
    """Return the parts that labels with a value, or with something below them, state."""
    found: set[str] = set()
    for statement in material.outline.statements:
        if statement.label.weak or not (statement.value.text or statement.opens >= 0):
            continue
        found |= _parts(statement.label, statement.name, material.vocabulary)
        if statement.plays("account") and "stage" not in statement.label.roles:
            found.add("account")
        if "stage" in statement.label.roles and stage_words.stage_of(statement.value.text, material.vocabulary):
            found.add("stage")
    return found


def call_logs(material: Material) -> list[Grid]:
    """Return the tables whose rows are calls with an objective."""
    return [
        grid
        for grid in material.outline.grids
        if log_tables.is_log(material, grid) and (grid.column("objective", "primary") >= 0 or log_tables.tells(grid))
    ]


def _in_front(material: Material) -> set[str]:
    """Return the parts that the front matter states."""
    found: set[str] = set()
    for role in ("stage", "close-date", "next-step", "objective", "account"):
        scalar = material.front.scalar(role)
        if scalar and not is_placeholder(scalar.text, material.vocabulary):
            found.add(role.replace("-", " "))
    for role in ("next-step", "objective"):
        if any(isinstance(value, Sequence) and value.items for _, value in material.front.values(role)):
            found.add(role.replace("-", " "))
    if "account" in found and material.front.scalar("call-date"):
        found.add("call date")
    if stages.tagged_stage(material).present:
        found.add("stage")
    if any(True for _ in material.front.values("attendees")):
        found.add("people")
    return found


def _is_steps(grid: Grid) -> bool:
    action = grid.column("action", "next-step")
    return action >= 0 and grid.column("owner", but=action) >= 0 and grid.column("due", but=action) >= 0


def _parts(label: Label, name: str, vocabulary: Vocabulary) -> set[str]:
    """Return the parts that a label states; "Visit goal" can only be that of a call, "Objective" is anybody's."""
    found: set[str] = set()
    roles = label.roles
    if roles & _OBJECTIVE:
        named = any(word in _CALL_WORDS for word in name.casefold().split())
        own = (
            "objective" in roles
            and not label.heard
            and not label.weak
            and vocabulary.word("any-objective", normalise(name).rstrip(" #0123456789")) is None
        )
        found.add("call objective" if named or own else "objective")
    if "next-step" in roles:
        found.add("next step")
    if "close-date" in roles:
        found.add("close date")
    if roles & _PEOPLE and not roles & _OTHER_MEANINGS:
        found.add("people")
    return found


def logs_calls(material: Material) -> bool:
    """Say whether several headings, items or lines begin with a day and name an encounter: "24 Nov, phone, Ana".

    The rows of a table that lists calls are as good.
    """
    found, vocabulary = 0, material.vocabulary
    for block in material.outline.document.blocks:
        if isinstance(block, (Heading, ListItem, Paragraph)):
            text = block.leaf.text().passage.text[:_LONGEST_ENTRY]
            headed = isinstance(block, Heading) and dates.first(text, vocabulary) is not None
            dated = headed or leads.begins_with_day(text, vocabulary)
            found += dated and callwords.has_encounter(text, vocabulary)
    logs = (grid for grid in material.outline.grids if log_tables.is_log(material, grid))
    return found + sum(len(grid.table.rows) for grid in logs) >= _FEWEST_ENTRIES
