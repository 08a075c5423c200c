"""Steps in the making: what the walkers over statements and tables share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import (
    addressed,
    dates,
    due,
    edge_times,
    edges,
    orders,
    owners,
    pieces,
    quoted,
    statuses,
    timed_names,
    traps,
    trimmings,
)
from advancelint.plan.calls import Encounters
from advancelint.plan.due import NO_DUE, Due
from advancelint.plan.groups import Groups
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field, is_placeholder
from advancelint.plan.model import NextStep
from advancelint.plan.outline import Statement, place_of
from advancelint.plan.owners import Owned
from advancelint.plan.periods import Anchor
from advancelint.plan.prompter import Prompter
from advancelint.reading import Reading
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage, Span

OF_WORDS = frozenset({"text", "clause"})  # where a day stands that a step's own line tells
_LONGEST_DAY = 16
_FIRST_PERSON = expression(r"(I|Ich|Je|Yo|Eu)(?=['’ ])")
_WORD = expression(r"[^\W\d_]+")


class Draft(NamedTuple):
    """A step whose owner or due date a later line may still add; ``block`` is that of its words, or -1."""

    passage: Passage
    owned: Owned
    due: Due
    done: bool
    section: int
    block: int
    heading: str

    def until(self, place: int) -> Draft:
        """Return the step that ends before ``place`` of the source, without a day that its own words tell behind it."""
        words = self.passage.cut(Span(0, bisect_left(self.passage.starts, place)))
        words = words.cut(Span(0, len(words.text.rstrip(" ;,\n"))))
        told = self.due.field
        due = NO_DUE if told.surface in OF_WORDS and told.span.start >= place else self.due
        return self._replace(passage=words, owned=self.owned._replace(passage=words), due=due)


class Bench(NamedTuple):
    """What steps are made from."""

    material: Material
    prompter: Prompter
    encounters: Encounters
    groups: Groups
    kind: str
    drafted: dict[tuple[object, ...], Draft | None]  # what `draft` said already, by what it was asked
    ahead: frozenset[int] = frozenset()  # sections of a preparation with days before the call and none behind it
    told: int = 0  # the first section that tells what came of a call, 0 for none; what is promised below comes after it
    table: int = 0  # the line of the first table that holds the steps of a mutual plan, 0 for none

    @classmethod
    def of(cls, material: Material, prompter: Prompter, encounters: Encounters, kind: str) -> Bench:
        """Take what the document and the cast are."""
        groups, outline = Groups(material, prompter.cast, frozenset(encounters.sections)), material.outline
        told = next((i for i, one in enumerate(outline.sections) if "outcome" in one.label.roles), 0)
        table = next((one.table.lines.first for one in outline.grids if one.holds_steps), 0) if kind == "map" else 0
        bench = cls(material, prompter, encounters, groups, kind, {}, told=told, table=table)
        return bench._replace(ahead=frozenset(bench._ahead())) if kind == "prep" else bench

    def _ahead(self) -> Iterator[int]:
        for section, own in enumerate(self.material.outline.by_section):
            call = self.anchor(section).call
            words, near = self.material.vocabulary, self.material.near
            found = [dates.first(one.value.text, words, near) for one in own if call]
            days = {day.iso for day in found if day and day.iso}
            if days and max(days) <= call and min(days) < call:
                yield section

    def call(self, section: int) -> int:
        """Return the index of the call that a section belongs to, or -1."""
        return self.encounters.of(self.material, section) if section else self.encounters.default

    def trap(self, section: int) -> str:
        """Return why nothing in a section is a step, or ""; "Step 2" of a mutual plan is no part of an agenda."""
        why = self.material.outline.trap(section)
        return "" if self.kind == "map" and why == traps.AGENDA else why

    def anchor(self, section: int, text: str = "") -> Anchor:
        """Return the days that times of a section, in ``text``, are told from: that of its call, where it has one."""
        day = self.encounters.calls[call].date.value if (call := self.call(section)) >= 0 else ""
        wrote = self.material.written
        day = wrote if wrote and (not day or (self.kind == "notes" and wrote < day)) else day  # "Next call: 9 Dec"
        before = section in self.ahead or self._is_headed(section, "before-word")
        before = before or (self.kind != "notes" and self._is_headed(section, "todo-word"))
        led = self.material.vocabulary.word("after-word", text.partition(" ")[0]) is not None  # "After it I mail them"
        after = led or 0 < self.told < section or self._is_headed(section, "after-word")
        return Anchor(day or self.material.near, day, before=before, nearest=self.kind == "prep" and not after)

    def _is_headed(self, section: int, which: str) -> bool:
        """Say whether a heading around says when what stands there is done, before the call or after: "Get ready"."""
        words = self.material.vocabulary.words[which]
        for index in self.material.outline.chain(section):
            title = self.material.outline.sections[index]
            if title.level > 1 and not words.keys().isdisjoint(_WORD.findall(title.title.casefold())):
                return True
        return False

    def is_dated(self, section: int) -> bool:
        """Say whether a heading dates what stands in a section."""
        return self.groups.due(section, self.anchor(section)).present

    def draft(self, passage: Passage, name: Passage, section: int, block: int, *, done: bool) -> Draft | None:
        """Return the step that ``passage`` promises, ``name`` being the label before it; None for a placeholder."""
        label = name if name.text else passage
        done = done or trimmings.says_done(label.text)
        told = addressed.told(passage, name)
        if told and self.material.vocabulary.word("side", normalise(told.who.text)) is not None:
            return self._kept(told.rest, told.who, section, block, done=done)  # "Todo client: Okun – the form"
        if told:
            found = self._kept(told.rest, NOTHING, section, block, done=done)
            return self.owned_by(told.who, "label", found) if found else None
        return self._kept(passage, name, section, block, done=done)

    def _kept(self, passage: Passage, name: Passage, section: int, block: int, *, done: bool) -> Draft | None:
        passage = trimmings.off(passage, self.material.vocabulary)
        asked = (passage.text, place_of(passage), name.text, place_of(name), section, block, done)
        if asked not in self.drafted:
            found = self._draft(passage, name, section, block, done=done)
            self.drafted[asked] = None if found and quoted.is_quote(found.passage.text) else found
        return self.drafted[asked]

    def _draft(self, passage: Passage, name: Passage, section: int, block: int, *, done: bool) -> Draft | None:
        vocabulary = self.material.vocabulary
        if self._says_nothing(passage.text):
            return None
        name = NOTHING if trimmings.is_grade(name.text, vocabulary) else name  # "High: Jo sends it"
        name, day, passage = timed_names.taken_off(name, passage, self.prompter.cast, vocabulary)
        passage, said = statuses.parted(passage, vocabulary, self.is_time)
        done = done or said
        opened = edge_times.dated(passage, vocabulary)
        owned = self._owned(opened[1] if opened else passage, name)
        edge = edges.Edges(self.prompter.cast, vocabulary, owned.owner.raw)
        trimmed = edge.trimmed(owned.passage)
        if owned.owner.surface == "label":
            trimmed = trimmed._replace(passage=edge.without_time(trimmed.passage))
        owned = owners.named_behind(owned, trimmed.who, passage, self.prompter.cast, vocabulary)
        grouped = self.groups.owner(section, owned)
        if not owned.owner.present and owned.side == "unknown":
            owned = grouped
        elif owned.side == "unknown":
            owned = owned._replace(side=grouped.side)  # "Jess: send it" below "### Buyer actions"
        anchor = self.anchor(section, passage.text)
        found = due.in_words(passage, vocabulary, anchor)
        timely = name if name.text and edge_times.may_hold_time(name.text) and self.is_time(name.text) else NOTHING
        for apart in (trimmed.when, opened[0] if opened else NOTHING, timely, day):  # "week of 1 June: send the sheet"
            if apart.text and not found.present:
                found = due.from_words(apart, "text", vocabulary, anchor)
        if not found.present:
            found = self.groups.due(section, anchor)
        owned = owned._replace(passage=trimmings.back(trimmed.passage, vocabulary))
        return Draft(owned.passage, owned, found, done, section, block, self.prompter.heading(section))

    def _owned(self, passage: Passage, name: Passage) -> Owned:
        """Return who owns a step; behind the label of a side that is whoever the words name: "Us: Jo sends it"."""
        cast, vocabulary = self.prompter.cast, self.material.vocabulary
        owned = owners.in_words(passage, name, cast, vocabulary)
        if not name.text or vocabulary.word("side", normalise(name.text)) is None:
            return owned
        said = owners.in_words(passage, NOTHING, cast, vocabulary)
        named = said.owner.surface == "text" and said.side in {"unknown", owned.side}
        return said._replace(side=owned.side) if named else owned

    def _says_nothing(self, text: str) -> bool:
        """Say whether words are no step: a head, a question, a placeholder, what was called off, or only a day."""
        dropped = text.startswith("[-] ") or pieces.is_choice(text)  # "[-]" marks what was called off
        dropped = dropped or (text.startswith("[[") and text.find("]]") == len(text) - 2)  # the name of a page
        if dropped or text.endswith((":", "?")) or is_placeholder(text, self.material.vocabulary):
            return True
        return len(text) <= _LONGEST_DAY and self.is_time(text)  # "Next step date: 2026-06-08"

    def is_owned(self, statement: Statement) -> bool:
        """Say whether a line has an owner whom the plan knows."""
        name, cast = statement.named if statement.name else NOTHING, self.prompter.cast
        owned = owners.in_words(statement.value, name, cast, self.material.vocabulary)
        return owned.owner.present and (owned.side != "unknown" or cast.knows(owned.owner.value))

    def carries(self, statement: Statement) -> bool:
        """Say whether a line has an owner whom the plan knows, or a due date."""
        whole = statement.head if statement.head.text else statement.value
        found = due.in_words(whole, self.material.vocabulary, self.anchor(statement.section))
        return self.is_owned(statement) or found.present

    def owned_by(self, words: Passage, surface: str, draft: Draft) -> Draft:
        """Give a step the owner that a column or a label of its own states."""
        who = timed_names.of_cell(trimmings.front(words, self.material.vocabulary), self.material.vocabulary)
        found = owners.from_words(who, surface, draft.passage, self.prompter.cast, self.material.vocabulary)
        if not found.owner.present:
            return draft
        return draft._replace(owned=found if found.side != "unknown" else found._replace(side=draft.owned.side))

    def due_on(self, words: Passage, surface: str, draft: Draft) -> Draft:
        """Give a step the due date that a column or a label of its own states."""
        found = due.from_words(words, surface, self.material.vocabulary, self.anchor(draft.section))
        return draft._replace(due=found) if found.present else draft

    def is_done(self, text: str) -> bool:
        """Say whether a status says that a step is done: "Done", "erledigt am 3. Mai", "✓"."""
        folded = trimmings.front(Passage.plain(text.strip()), self.material.vocabulary).text.strip("*_ .~").casefold()
        words = self.material.vocabulary.words["done"]
        first = folded.partition(" ")[0].strip(".,:;-–—")
        known = folded in words or (len(first) > 1 and first in words)
        return known or any(mark in text for mark in "✓✔✅☑")

    def is_time(self, text: str) -> bool:
        """Say whether a cell says nothing but when."""
        return edge_times.is_time(text, self.material.vocabulary)

    def is_ours(self, passage: Passage, reading: Reading) -> bool:
        """Say whether a step that nobody owns is the author's; in a mutual plan both sides write."""
        return self.kind != "map" and orders.is_own(passage.text, reading, self.material.language)

    def finished(self, draft: Draft) -> NextStep:
        """Have the step's words read and return it."""
        owner, side, passage = draft.owned
        first = _FIRST_PERSON.match(passage.text) if not owner.present and side != "client" else None
        owner = field(first[1], passage.cut(Span(*first.span(1))), "text") if first else owner
        reading = self.prompter.read(passage, "next_step", draft.heading, owner.value, side)
        if side == "unknown" and not owner.present and self.is_ours(passage, reading):
            side = "seller"
        span, call = place_of(passage), self.call(draft.section)
        return NextStep(passage, span, owner, side, draft.due.field, draft.done, call, reading, draft.due.period)
