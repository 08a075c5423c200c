"""Finds the next steps: lists, task lists, tables, labels and front matter."""

from __future__ import annotations

import re
from typing import NamedTuple

from advancelint.plan import owners
from advancelint.plan.calls import Encounters, is_log
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.front import scalars
from advancelint.plan.groups import Groups
from advancelint.plan.material import Material, is_placeholder, span_of
from advancelint.plan.model import Field, NextStep, PassedOver
from advancelint.plan.outline import NOTHING, Grid, Statement
from advancelint.plan.prompter import Prompter
from advancelint.plan.vocabulary import normalise
from advancelint.source import NOWHERE, Passage, Span

_BOX = re.compile(r"\[([ xX])\] +")
_GROUPS = frozenset({"our-people", "client-people", "seller", "buyer", "account", "other"})


class _Draft(NamedTuple):
    """A step whose owner or due date a later line may still add."""

    passage: Passage
    owned: owners.Owned
    due: Field
    done: bool
    section: int
    block: int
    heading: str


class Steps:
    """Gathers the steps in document order; a class only to carry them while later lines add to them."""

    def __init__(self, material: Material, prompter: Prompter, encounters: Encounters) -> None:
        """Take what the document and the cast are."""
        self._material = material
        self._outline = material.outline
        self._vocabulary = material.vocabulary
        self._prompter = prompter
        self._cast = prompter.cast
        self._encounters = encounters
        self._groups = Groups(material, prompter.cast, frozenset(encounters.sections))
        self._drafts: list[_Draft] = []
        self._log_roles = frozenset({"owner", "due", "done"})
        self.passed_over: list[PassedOver] = []

    def run(self) -> tuple[NextStep, ...]:
        """Return all steps, sorted by place."""
        for _, value in self._material.front.values("next-step"):
            for scalar in scalars(value):
                if not is_placeholder(scalar.text, self._vocabulary):
                    self._add(scalar_passage(self._material.source, scalar), NOTHING, 0, -1, done=False)
        for statement in self._outline.statements:
            self._take(statement)
        for grid in self._outline.grids:
            self._take_grid(grid)
        return tuple(sorted((self._finished(draft) for draft in self._drafts), key=lambda step: step.span))

    def _take(self, statement: Statement) -> None:
        if statement.opens >= 0:
            return
        inside = self._outline.within(statement.section, "next-step")
        if (inside or self._follows(statement)) and self._adds_to_last(statement):
            return
        if statement.nested:
            return
        named = statement.plays("next-step") or (inside and statement.plays("action"))
        if named and self._outline.trap(statement.section):
            self._pass_over(statement)
        elif named or (inside and self._is_step(statement)):
            self._state(statement)
        elif statement.checked != "none" and not inside and not statement.label.roles:
            elsewhere = self._outline.within(statement.section, "objective", "people", "attendees")
            if not elsewhere and not self._outline.trap(statement.section) and self._carries(statement):
                self._state(statement)

    def _is_step(self, statement: Statement) -> bool:
        """Say whether an unlabelled line, or one whose label is a name, is a step of the section around it."""
        outer = (self._outline.sections[index].label.roles for index in self._outline.chain(statement.section))
        # "Us" and "Client" below a heading of steps divide the steps.
        roles: frozenset[str] = next((found for found in outer if found - _GROUPS), frozenset())
        if "next-step" not in roles or self._outline.trap(statement.section):
            return False
        behind = any(draft.section == statement.section for draft in self._drafts[-1:])
        if statement.surface == "text" and behind and not self._carries(statement):
            return False  # a line behind the list explains, unless it promises something itself
        return statement.label.roles <= {"other"} or self._cast.knows(statement.name) or self._known_side(statement)

    def _follows(self, statement: Statement) -> bool:
        """Say whether a line stands right below the last step, so that "Owner: X" there speaks of it."""
        last = self._drafts[-1] if self._drafts else None
        return last is not None and last.section == statement.section and 0 <= statement.block - last.block <= 1

    def _carries(self, statement: Statement) -> bool:
        """Say whether a line has an owner whom the plan knows, or a due date."""
        name = Passage.plain(statement.name, statement.name_span.start) if statement.name else NOTHING
        owned = owners.in_words(statement.value, name, self._cast, self._vocabulary)
        known = owned.owner.present and (owned.side != "unknown" or self._cast.knows(owned.owner.value))
        whole = statement.head if statement.head.text else statement.value
        return known or owners.due_in_words(whole, self._vocabulary, self._material.near).present

    def _known_side(self, statement: Statement) -> bool:
        return self._vocabulary.word("side", normalise(statement.name)) is not None

    def _state(self, statement: Statement) -> None:
        """Make a step of a statement; words that strikethrough has withdrawn are a step that is done."""
        struck = not statement.value.text
        passage = statement.struck if struck else statement.value
        name = NOTHING
        if statement.name and not statement.plays("next-step", "action"):
            name = Passage.plain(statement.name, statement.name_span.start)
            if statement.head.text and not owners.is_owner(statement.name, self._cast, self._vocabulary):
                passage, name = statement.head, NOTHING  # "**Demo package:** send it": the label is promised, too
        done = struck or statement.checked == "checked"
        self._add(passage.strip(), name, statement.section, statement.block, done=done)

    def _add(self, passage: Passage, name: Passage, section: int, block: int, *, done: bool, heading: str = "") -> None:
        if is_placeholder(passage.text, self._vocabulary):
            return
        owned = owners.in_words(passage, name, self._cast, self._vocabulary)
        if not owned.owner.present:
            owned = self._groups.owner(section, owned)
        due = owners.due_in_words(passage, self._vocabulary, self._material.near)
        if not due.present:
            due = self._groups.due(section)
        heading = heading or self._prompter.heading(section)
        self._drafts.append(_Draft(owned.passage, owned, due, done, section, block, heading))

    def _adds_to_last(self, statement: Statement) -> bool:
        """Take "Owner: X", "By: D" and "Status: done" lines for the step above them."""
        roles = statement.label.roles & self._log_roles
        if not roles or statement.surface == "heading" or not statement.value.text:
            return False
        if not self._drafts or self._drafts[-1].section not in {
            statement.section,
            *self._outline.chain(statement.section),
        }:
            return not statement.plays("action", "next-step")
        last = self._drafts[-1]
        if "owner" in roles and not last.owned.owner.present:
            found = owners.from_words(statement.value, "label", last.passage, self._cast, self._vocabulary)
            last = last._replace(owned=found)
        if "due" in roles and last.due.surface in {"none", "text", "heading"}:
            last = last._replace(due=owners.due_from(statement.value, "label", self._vocabulary, self._material.near))
        if "done" in roles and self._is_done(statement.value.text):
            last = last._replace(done=True)
        self._drafts[-1] = last
        return True

    def _is_done(self, text: str) -> bool:
        folded = text.strip().strip("*_ .").casefold()
        return folded in self._vocabulary.words["done"] or any(mark in text for mark in "✓✔✅☑")

    def _take_grid(self, grid: Grid) -> None:
        inside = self._outline.within(grid.section, "next-step")
        action = grid.column("action", "next-step")
        owner = grid.column("owner", but=action)
        due, done = grid.column("due", but=action), grid.column("done", but=action)
        sided = [index for index in (grid.column("buyer"), grid.column("seller")) if index >= 0]
        acts = all("action" in grid.heads[index].casefold() for index in sided)
        if inside and len(sided) == 2 and (action < 0 or acts):
            self._take_sided(grid, sided, due, done)
            return
        promises = inside or owner >= 0 or due >= 0 or done >= 0
        if action < 0 or not promises or is_log(self._material, grid) or self._outline.trap(grid.section):
            return
        for row in grid.table.rows:
            rich = row.cells[action].text()
            passage = rich.passage.strip()
            struck = not passage.text and bool(rich.struck.text)
            passage = rich.struck.strip() if struck else passage
            box = _BOX.match(passage.text)
            if box:
                passage, struck = passage.cut(Span(box.end(), len(passage.text))), struck or box[1] != " "
            if is_placeholder(passage.text, self._vocabulary):
                continue
            self._add(passage, NOTHING, grid.section, -1, done=struck)
            self._columns(owner, due, done, [cell.text().passage.strip() for cell in row.cells])

    def _columns(self, owner: int, due: int, done: int, cells: list[Passage]) -> None:
        last = self._drafts[-1]
        if owner >= 0:
            found = owners.from_words(cells[owner], "column", last.passage, self._cast, self._vocabulary)
            last = last._replace(owned=found if found.owner.present else last.owned)
        if due >= 0:
            dated = owners.due_from(cells[due], "column", self._vocabulary, self._material.near)
            last = last._replace(due=dated if dated.present else last.due)
        if done >= 0:
            last = last._replace(done=last.done or self._is_done(cells[done].text))
        self._drafts[-1] = last

    def _take_sided(self, grid: Grid, sided: list[int], due: int, done: int) -> None:
        """A table with a buyer's and a seller's column holds one step a cell."""
        for row in grid.table.rows:
            for index, side in zip(sided, ("client", "seller"), strict=True):
                passage = row.cells[index].text().passage.strip()
                if is_placeholder(passage.text, self._vocabulary):
                    continue
                self._add(passage, NOTHING, grid.section, -1, done=False, heading=grid.heads[index])
                last = self._drafts[-1]
                if not last.owned.owner.present:
                    self._drafts[-1] = last._replace(owned=last.owned._replace(side=side))
                self._columns(-1, due, done, [cell.text().passage.strip() for cell in row.cells])

    def _finished(self, draft: _Draft) -> NextStep:
        owner, side, passage = draft.owned
        reading = self._prompter.read(passage, "next_step", draft.heading, owner.value, side)
        call = self._encounters.of(self._material, draft.section) if draft.section else self._encounters.default
        span = span_of(passage) if passage.text else NOWHERE
        return NextStep(passage, span, owner, side, draft.due, draft.done, call, reading)

    def _pass_over(self, statement: Statement) -> None:
        line = self._material.source.place(statement.span.start).line
        why = self._outline.trap(statement.section)
        self.passed_over.append(PassedOver(line, f"“{normalise(statement.name)}” is not taken for a next step: {why}"))
