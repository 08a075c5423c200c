"""Finds the next steps: lists, task lists and labels; tables and front matter are read beside it."""

from __future__ import annotations

from advancelint.plan import (
    addressed,
    below,
    exports,
    fielded,
    front_steps,
    line_breaks,
    logbook,
    numbered_tasks,
    owed,
    owners,
    promises,
    remarks,
    several,
    spoken,
    step_tables,
    timed_names,
    undertakings,
    weighed_steps,
)
from advancelint.plan.calls import Encounters
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.hearing import is_foreign
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material
from advancelint.plan.model import NextStep, PassedOver
from advancelint.plan.outline import Statement
from advancelint.plan.prompter import Prompter
from advancelint.plan.vocabulary import GOALS
from advancelint.plan.weighing import Scales
from advancelint.source import NOTHING, Passage

_LATER_LINES, _SOFT_DUE = frozenset({"owner", "due", "done"}), frozenset({"none", "text", "clause", "heading"})


class Steps:
    """Gathers the steps in document order; a class only to carry them while later lines add to them."""

    def __init__(self, material: Material, prompter: Prompter, encounters: Encounters) -> None:
        """Take what the document and the cast are."""
        self._material, self._outline = material, material.outline
        self._vocabulary, self._cast = material.vocabulary, prompter.cast
        self._bench = Bench.of(material, prompter, encounters, material.kind)
        self._promised = promises.lists(self._bench)
        self._drafts: list[Draft] = []
        self.passed_over: list[PassedOver] = []
        self.agreed: list[tuple[Passage, int]] = []  # what "What we agreed" says of how things are, with its call

    def run(self, scales: Scales) -> tuple[NextStep, ...]:
        """Return all steps, sorted by place; ``scales`` weigh what no list and no heading tells."""
        for one in front_steps.read(self._bench):
            if isinstance(one, PassedOver):
                self.passed_over.append(one)
            else:
                self._drafts.append(one)
        for statement in self._outline.statements:
            self._take(statement)
        for grid in self._outline.grids:
            self._drafts.extend(step_tables.read(self._bench, grid))
        self._drafts.extend(exports.tasks(self._bench, self._drafts))
        found = numbered_tasks.read(self._bench, self._drafts)
        drafts = fielded.settled(self._bench, weighed_steps.settled(self._bench, scales, found))
        return tuple(sorted((self._bench.finished(draft) for draft in drafts), key=lambda step: step.span))

    def _take(self, statement: Statement) -> None:
        if statement.opens >= 0:
            return
        statement = undertakings.as_task(self._bench, statement)
        listed = statement.section in self._promised and statement.surface in {"item", "bullet"}
        inside = listed or self._outline.within(statement.section, "next-step")
        if inside and undertakings.is_done_deed(self._bench, statement):
            self._add(statement.value, NOTHING, statement.section, statement.block, done=True)
            return
        if (inside or self._follows(statement)) and self._adds_to_last(statement):
            return
        if statement.nested:
            return
        named = statement.plays("next-step") or (inside and statement.plays("action"))
        aside = (named or inside) and self._is_set_aside(statement)
        if aside or undertakings.is_beside_table(self._bench, statement, inside=inside):
            return
        if named and self._bench.trap(statement.section) and not undertakings.is_handed(self._bench, statement):
            self._pass_over(statement)
        elif inside and self._take_told(statement):
            return
        elif (
            named
            or (listed and statement.label.roles.isdisjoint(GOALS) and self._is_promised(statement))
            or (inside and self._is_step(statement))
            or (not inside and statement.label.roles <= undertakings.GROUPS and self._is_loose_step(statement))
        ):
            self._state(statement)
        elif not inside:
            self._drafts.extend(spoken.told(self._bench, statement))

    def _is_set_aside(self, statement: Statement) -> bool:
        """Say whether a line of steps says how things are, which is kept as agreed, or only when a call is."""
        parts = several.apart(self._bench, statement) if statement.plays("next-step") else []
        for part in parts:
            self._add(part, NOTHING, statement.section, statement.block, done=statement.checked == "checked")
        if parts:
            return True
        if promises.is_agreed(self._bench, statement):
            self.agreed.append((statement.value, self._bench.call(statement.section)))
            return True
        if undertakings.is_muse(statement):
            self._drafts.extend(spoken.promises(self._bench, statement))
            return True
        return undertakings.is_next_call(self._bench, statement) or undertakings.is_roll(self._bench, statement)

    def _take_told(self, statement: Statement) -> bool:
        """Take what a form or running text below a heading of steps says that people do; say whether it says it."""
        told = exports.stated(self._bench, statement)
        if not told and undertakings.is_told(self._bench, statement):
            told = spoken.stated(self._bench, statement)
        self._drafts.extend(told)
        return bool(told)

    def _is_promised(self, statement: Statement) -> bool:
        """Say whether an item of a list that promises is a promise itself: others there may tell what happened."""
        text = statement.value.text
        if promises.is_one(self._bench, statement) or promises.is_errand(self._bench, statement):
            return True
        return (
            bool(statement.head.text)
            and not promises.is_told(text)
            and (self._bench.carries(statement) or promises.orders(text))
        )

    def _is_loose_step(self, statement: Statement) -> bool:
        """Say whether an item is a step although no heading of steps stands above.

        A task box that somebody owns or that is due is one, an item of a mutual plan too, and so is an item that
        states both, set off from its words, below a heading that says nothing: "Before we fly", "Plan of work".
        """
        elsewhere = self._outline.within(statement.section, *GOALS, "people", "attendees", "ask", "outcome")
        # "## Before the call" lists questions and material, but a box there that is owned and due is a promise.
        trapped = not elsewhere and self._bench.trap(statement.section)
        handed = undertakings.is_handed(self._bench, statement)
        if elsewhere or (trapped and not handed and not undertakings.sets_off(self._bench, statement)):
            return False
        here, ticked = range(statement.line, statement.line + 1), statement.checked != "none"
        if not ticked and self._outline.plays_at(statement.section, here, "objective"):
            return False  # "27 August, results call with Jo. Must-have: …" is a call
        if statement.surface == "item" and undertakings.is_marked(statement.value.text):
            return True  # "-> GP to send the curves", "TODO me - quote"
        title = self._outline.sections[statement.section]
        # The document's own title says nothing of a box.
        if ticked and not self._bench.trap(statement.section) and (title.level <= 1 or not is_foreign(title.title)):
            # a box to tick is something to do, or to ask
            return not below.is_asked(statement.value.text) and not remarks.is_lacking(statement.value.text)
        if ticked or undertakings.is_map_item(self._bench, statement):
            return handed or self._bench.carries(statement) or undertakings.is_ticked(self._bench, statement)
        if several.is_of_side(self._bench, statement):
            return True
        return self._is_listed(statement) and (
            undertakings.sets_off(self._bench, statement)
            or promises.is_bare(self._bench, statement)
            or undertakings.is_addressed(self._bench, statement)
        )

    def _is_listed(self, statement: Statement) -> bool:
        """Say whether a line is an item, or a bullet led by a name, of a section without a meaning of its own."""
        section = self._outline.sections[statement.section]
        told = logbook.is_history(section.title) or promises.has_done(statement.value.text)
        return (
            statement.surface in {"item", "bullet"} and not section.label.roles and statement.section > 0 and not told
        )

    def _is_step(self, statement: Statement) -> bool:
        """Say whether an unlabelled line, or one whose label is a name, is a step of the section around it."""
        outer = (self._outline.sections[index].label.roles for index in self._outline.chain(statement.section))
        # "Us" and "Client" below a heading of steps divide the steps.
        roles: frozenset[str] = next((found for found in outer if found - undertakings.GROUPS), frozenset())
        if "next-step" not in roles or self._bench.trap(statement.section):
            return "next-step" in roles and undertakings.is_handed(self._bench, statement)
        behind = any(draft.section == statement.section for draft in self._drafts[-1:])
        behind = behind or any(grid.section == statement.section for grid in self._outline.grids)
        if not statement.name and statement.checked == "none" and promises.is_asked(statement.value.text):
            return False
        told = undertakings.is_ours(statement.value.text) or self._bench.carries(statement)
        if statement.surface == "text" and behind and not told:
            return False  # a line behind the list explains, unless it promises something itself
        if statement.surface == "label" and behind and statement.label.roles == {"other"}:
            return False  # "Risk: the licence ends on 3 May" says something else
        inner = self._outline.sections[self._outline.role_section(statement.section)].label
        fact = not statement.name and undertakings.FACT.match(statement.value.text)
        if inner.heard and fact and not self._bench.carries(statement):
            return False
        if inner.heard and statement.name and statement.surface != "bullet" and not self._cast.knows(statement.name):
            return self._known_side(statement)  # "Type: on site" below "Activities" says something of them
        if inner.heard and statement.surface in {"text", "paragraph"} and not self._bench.is_owned(statement):
            return False
        return statement.label.roles <= {"other"} or self._cast.knows(statement.name) or self._known_side(statement)

    def _follows(self, statement: Statement) -> bool:
        """Say whether a line stands right below the last step, so that "Owner: X" there speaks of it."""
        last = self._drafts[-1:]
        return any(one.section == statement.section and 0 <= statement.block - one.block <= 1 for one in last)

    def _known_side(self, statement: Statement) -> bool:
        return self._vocabulary.word("side", normalise(statement.name)) is not None

    def _state(self, statement: Statement) -> None:
        """Make a step of a statement."""
        if promises.is_call(self._bench, statement):
            return
        passage, name = undertakings.without_mark(statement.value), NOTHING
        timely = bool(statement.name) and self._bench.is_time(statement.name)
        told = addressed.told(statement.value, statement.named) is not None if statement.name else False
        named = timely or told or self._known_side(statement) or not statement.plays("next-step", "action")
        if statement.name and named:
            name = statement.named
            who = timed_names.parted(name, self._vocabulary)[0].text
            if statement.head.text and not (timely or told) and not owners.is_owner(who, self._cast, self._vocabulary):
                passage, name = statement.head, NOTHING  # "**Demo package:** send it": the label is promised, too
        done = statement.checked == "checked"
        for line in line_breaks.listed(passage.strip(), self._material.source.text):
            self._add(line, name, statement.section, statement.block, statement.name, done=done)

    def _add(self, passage: Passage, name: Passage, section: int, block: int, label: str = "", *, done: bool) -> None:
        draft = self._bench.draft(passage, name, section, block, done=done)
        if draft is not None:
            self._drafts.append(owed.behind(label, draft))

    def _adds_to_last(self, statement: Statement) -> bool:
        """Take "Owner: X", "By: D" and "Status: done" lines for the step above them."""
        roles = statement.label.roles & _LATER_LINES
        if not roles or statement.surface == "heading" or not statement.value.text:
            return False
        around = {statement.section, *self._outline.chain(statement.section)}
        if not self._drafts or self._drafts[-1].section not in around:
            return not statement.plays("action", "next-step")
        last = self._drafts[-1]
        if "owner" in roles and last.owned.owner.surface in _SOFT_DUE:
            last = self._bench.owned_by(statement.value, "label", last)
        if "due" in roles and last.due.field.surface in _SOFT_DUE:
            last = self._bench.due_on(statement.value, "label", last)
        if "done" in roles and self._bench.is_done(statement.value.text):
            last = last._replace(done=True)
        self._drafts[-1] = last
        return True

    def _pass_over(self, statement: Statement) -> None:
        why = f"“{normalise(statement.name)}” is not taken for a next step: {self._bench.trap(statement.section)}"
        self.passed_over.append(PassedOver(self._material.source.place(statement.span.start).line, why))
