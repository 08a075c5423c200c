"""Builds the outline of a document."""

from __future__ import annotations

from advancelint.markdown import Block, Code, Document, Heading, Html, ListItem, Paragraph, RichText, Table
from advancelint.plan import asides, dates, labels, leads, pieces, tables, traps
from advancelint.plan.outline import NOTHING, Grid, Outline, Section, Statement, place_of
from advancelint.plan.vocabulary import NO_LABEL, Label, Vocabulary, normalise
from advancelint.source import NOWHERE, Passage, Span

_BELOW_HEADINGS = 7
_LONGEST_LINE = 160
_DATED = frozenset({"next-step", "objective", "primary", "fallback", "outcome"})


def outline(document: Document, vocabulary: Vocabulary) -> Outline:
    """Return the outline of ``document``."""
    return _Draft(document, vocabulary).finish()


class _Draft:
    """Walks the blocks once; a class only to carry what is open."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._written = document.source.text
        self._vocabulary = vocabulary
        self._sections = [Section("", NO_LABEL, 0, -1, 0, NOWHERE, "")]
        self._live = [False]  # for each section whether a line without a label can matter there
        self._statements: list[Statement] = []
        self._grids: list[Grid] = []
        self._heading = 0
        self._open = 0  # the section of a bold line or an empty label that still takes what follows
        self._filled = False  # whether that section holds something yet
        self._item_sections: dict[int, int] = {}
        self._openers: set[int] = set()

    def finish(self) -> Outline:
        """Walk the blocks and return the outline."""
        aside: list[Block] = []
        for index, block in enumerate(self._document.blocks):
            if block.quoted or isinstance(block, (Code, Html)):
                aside.append(block)
            else:
                self._take(index, block)
        by_section: list[list[Statement]] = [[] for _ in self._sections]
        for statement in self._statements:
            by_section[statement.section].append(statement)
        ends = list(range(1, len(self._sections) + 1))
        for index in range(len(self._sections) - 1, 0, -1):
            parent = self._sections[index].parent
            ends[parent] = max(ends[parent], ends[index])
        return Outline(
            document=self._document,
            sections=tuple(self._sections),
            statements=tuple(self._statements),
            grids=tuple(self._grids),
            asides=asides.find(self._document.source, aside, self._vocabulary),
            by_section=tuple(tuple(own) for own in by_section),
            ends=tuple(ends),
        )

    def _take(self, index: int, block: Block) -> None:
        if isinstance(block, Heading):
            self._take_heading(index, block)
        elif isinstance(block, ListItem):
            self._take_item(index, block)
        elif isinstance(block, Paragraph):
            self._take_paragraph(index, block)
        elif isinstance(block, Table):
            self._take_table(index, block)

    def _section(self, title: Passage, label: Label, level: int, parent: int, line: int) -> int:
        trap = "" if level == 1 else traps.reason(title.text, self._vocabulary)
        ends = normalise(title.text).rpartition(" ")[2]
        named = ends in self._vocabulary.words["people-suffix"]
        self._live.append(bool(label.roles) or named or self._live[parent])
        self._sections.append(Section(title.text, label, level, parent, line, place_of(title), trap))
        return len(self._sections) - 1

    def _take_heading(self, index: int, block: Heading) -> None:
        parent = self._heading
        while self._sections[parent].level >= block.level:
            parent = self._sections[parent].parent
        rich = block.leaf.text()
        title = rich.passage.strip()
        label = self._title_label(title.text)
        if block.level == 1 and self._vocabulary.kind_in(title.text):
            label = NO_LABEL  # "Mutual action plan: Perrin" is a title; its parts are no steps
        self._heading = self._section(title, label, block.level, parent, block.lines.first)
        self._open = 0
        name, colon, rest = title.text.partition(": ")
        if colon and rest.strip() and label.roles and self._vocabulary.label(name).roles == label.roles:
            value = title.cut(Span(len(name) + 1, len(title.text))).strip()
            span = title.source_span(Span(0, len(name)))
            self._statements.append(
                Statement(label, name, span, value, "heading", self._heading, block.lines.first, index, rich.struck)
            )

    def _title_label(self, title: str) -> Label:
        """Look a heading up, and where that fails without the date that it carries: "Next steps 2026-05-02"."""
        label = self._vocabulary.label(title)
        if label.weak and "next-step" in label.roles and leads.is_next_call(title, self._vocabulary):
            return NO_LABEL
        dated = None if label.roles else dates.first(title, self._vocabulary)
        if not dated:
            return label
        found = self._vocabulary.label(title[: dated.span.start] + title[dated.span.end :])
        # "2026-06-04 Follow-up", "2026-06-10 Champion" and "2026-05-21 Result" are calls.
        led = dated.span.start == 0 and "outcome" in found.roles
        return label if led or found.weak or not found.roles & _DATED else found

    def _take_paragraph(self, index: int, block: Paragraph) -> None:
        section = self._item_sections.get(block.item, self._open or self._heading)
        content = block.leaf.content
        heard = self._live[section] or labels.may_hold(content) or self._is_dateline(content)
        if not heard and not leads.is_bare_label(content, self._vocabulary):
            self._open = 0 if block.item < 0 and self._filled else self._open
            self._filled = True
            return
        rich = block.leaf.text()
        if block.item >= 0:
            self._state(rich, _blank(section, block.lines.first, index, nested=block.item not in self._openers))
            return
        bare = leads.is_bare_label(content, self._vocabulary)
        if self._open and (self._filled or bare or labels.is_bold_line(rich) or self._is_labelled(rich)):
            self._open = self._open if not self._filled and self._announced(rich) else 0
        self._filled = True
        opened = self._state(rich, _blank(self._open or self._heading, block.lines.first, index))
        if opened:
            self._open, self._filled = opened, False

    def _is_dateline(self, content: str) -> bool:
        """Say whether a paragraph can be the line below the title that says when the call is."""
        first = len(self._sections) <= 2 and not self._statements
        untitled = len(self._sections) == 1
        told = untitled or any(char.isdigit() for char in content) or bool(self._vocabulary.kind_named(content))
        return first and len(content) <= _LONGEST_LINE and told

    def _announced(self, rich: RichText) -> bool:
        found = labels.split(rich, self._written, self._vocabulary)
        return leads.announces(self._sections[self._open].label, found, self._vocabulary)

    def _is_labelled(self, rich: RichText) -> bool:
        return any(stretch.label.roles for stretch in labels.split(rich, self._written, self._vocabulary))

    def _take_item(self, index: int, block: ListItem) -> None:
        section = self._item_sections.get(block.parent, self._open or self._heading)
        self._filled = True
        self._item_sections[index] = section
        content = block.leaf.content
        timed = any(char.isdigit() for char in content)  # "- Claims list (Tilly, 9 June)" below any heading
        if not (self._live[section] or block.checked != "none" or timed or labels.may_hold(content)):
            return
        nested = block.parent >= 0 and block.parent not in self._openers
        blank = _blank(section, block.lines.first, index, nested=nested)
        if leads.is_name_above(self._document, index, block, self._vocabulary):
            self._openers.add(index)
            whole = block.leaf.text().passage.strip()
            self._item_sections[index] = self._open_section(whole, blank._replace(surface="item"))
            return
        rich = block.leaf.text()
        if self._live[section] and self._is_dated_call(section, rich):
            first = labels.split(rich, self._written, self._vocabulary)[0]
            title = rich.passage.cut(first.value if not first.name else Span(0, first.name_span.start)).strip()
            section = self._open_section(title, blank)
            self._openers.add(index)
            self._item_sections[index] = section
            blank = blank._replace(section=section, nested=False)
        opened = self._state(rich, blank._replace(surface="item", checked=block.checked))
        if opened:
            self._openers.add(index)
            self._item_sections[index] = opened

    def _is_dated_call(self, section: int, rich: RichText) -> bool:
        """Say whether an item below "Calls" is a call: "**11 June 2026, visit** — Objective: …"."""
        if not any("calls" in self._sections[index].label.roles for index in (section, self._sections[section].parent)):
            return False
        found = dates.first(rich.passage.text, self._vocabulary)
        leads = found is not None and not any(char.isalnum() for char in rich.passage.text[: found.span.start])
        return leads and self._is_labelled(rich)

    def _state(self, rich: RichText, blank: Statement) -> int:
        """Add the statements of one text, made from ``blank``; return the section that it opens, or 0."""
        whole = rich.passage.strip()
        blank = blank._replace(struck=rich.struck)
        boxes = pieces.boxed(whole, self._written)
        if boxes:
            self._statements += [
                blank._replace(value=box.passage, head=box.passage, checked=box.checked, surface="item")
                for box in boxes
            ]
            return 0
        listed = blank.surface == "item"
        if labels.is_bold_line(rich) and not listed and not leads.is_stated(whole.text, self._vocabulary):
            title = rich.passage.cut(rich.bold[0])
            return self._open_section(title.cut(Span(0, len(title.text.rstrip(" :")))).strip(), blank)
        if not listed and leads.is_bare_label(whole.text, self._vocabulary):
            return self._open_section(whole, blank)
        headed = None if listed else leads.dated_line(rich, self._written, self._vocabulary)
        if headed:
            opened = self._open_section(headed[0], blank)
            return self._state(headed[1], blank._replace(section=opened)) or opened
        opened = 0
        for number, stretch in enumerate(labels.split(rich, self._written, self._vocabulary)):
            value, name = rich.passage.cut(stretch.value), rich.passage.cut(stretch.name_span).strip()
            if not stretch.name and value.text.endswith(":") and len(value.text) <= leads.LONGEST:
                opened = self._open_section(value.cut(Span(0, len(value.text) - 1)).strip(), blank)
            elif stretch.name and not value.text and not rich.struck.text:
                opened = self._open_section(name, blank._replace(surface=stretch.surface))
            else:
                self._add(stretch, value, name, blank._replace(head=NOTHING if number else whole))
        if not whole.text and (rich.struck.text or blank.checked != "none"):
            self._statements.append(blank)
        return opened

    def _add(self, stretch: labels.Labelled, value: Passage, name: Passage, blank: Statement) -> None:
        """Add the statement of one stretch of a line, or one for each box or bullet that its value is a list of."""
        surface = stretch.surface
        if blank.surface == "item":
            surface = "bullet" if stretch.name else "item"
        stated = blank._replace(
            label=stretch.label, name=name.text, name_span=place_of(name), value=value, surface=surface
        )
        boxes = pieces.boxed(value, self._written) if stretch.name else []
        self._statements += [stated._replace(value=box.passage, checked=box.checked) for box in boxes] or [stated]

    def _open_section(self, title: Passage, blank: Statement) -> int:
        label = self._vocabulary.label(title.text)
        opened = self._section(title, label, _BELOW_HEADINGS, blank.section, blank.line)
        self._statements.append(
            blank._replace(
                label=label, name=title.text, name_span=place_of(title), struck=NOTHING, nested=False, opens=opened
            )
        )
        return opened

    def _take_table(self, index: int, block: Table) -> None:
        section = self._item_sections.get(block.item, self._open or self._heading)
        self._filled = True
        statements, grid = tables.read(block, index, section, self._vocabulary, self._written)
        self._statements += statements
        self._grids += [grid] if grid else []


def _blank(section: int, line: int, index: int, *, nested: bool = False) -> Statement:
    return Statement(NO_LABEL, "", NOWHERE, NOTHING, "paragraph", section, line, index, nested=nested)
