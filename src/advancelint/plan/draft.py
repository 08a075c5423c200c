"""Builds the outline of a document."""

from __future__ import annotations

from advancelint.markdown import Block, Code, Document, Heading, Html, ListItem, Paragraph, Quote, RichText, Table
from advancelint.plan import asides, below, given, labels, leads, led, more, quoted, runs, shared_deeds, tables
from advancelint.plan.outline import Grid, Outline, Statement
from advancelint.plan.promise_forms import may_promise
from advancelint.plan.stating import Stating
from advancelint.plan.vocabulary import NO_LABEL, Label, Vocabulary
from advancelint.source import NOTHING, NOWHERE, Passage, Span

_TOP = 12  # lines in which a quote may hold the facts of a page
_RULED = 6  # the level of a heading that only rules make one
_LONGEST_REST = 1200  # characters of a line that nobody heard: longer ones tell a story


def outline(document: Document, vocabulary: Vocabulary) -> Outline:
    """Return the outline of ``document``."""
    return more.uncounted(_Draft(document, vocabulary).finish())


class _Draft:
    """Walks the blocks once; a class only to carry what is open."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._made = Stating(document, vocabulary)
        self._grids: list[Grid] = []
        self._rest: list[Statement] = []
        self._heading = 0
        self._open = 0  # the section of a bold line or an empty label that still takes what follows
        self._filled = False  # whether that section holds something yet
        self._item_sections: dict[int, int] = {}
        self._openers: set[int] = set()
        self._whole = 0  # the section of the paragraph before, where that holds all of it
        self._box = 0  # the last line of the box that is being read

    def finish(self) -> Outline:
        """Walk the blocks and return the outline."""
        aside: list[Block] = []
        for index, block in enumerate(self._document.blocks):
            if self._box and block.lines.first > self._box:
                self._box = self._open = 0
            if self._box and block.quoted == 1 and not isinstance(block, (Code, Html)):
                self._take(index, block)
            elif self._opens_box(index, block) or leads.heads_quote(self._document, index - 1, self._vocabulary):
                self._box = block.lines.last
            elif block.quoted or isinstance(block, (Code, Html)):
                aside.append(block)
                if isinstance(block, (ListItem, Paragraph)):
                    self._leave(block, _blank(self._open or self._heading, block.lines.first, index), quoted.SURFACE)
            else:
                self._take(index, block)
        asides_found = asides.find(self._document.source, aside, self._vocabulary)
        sections = shared_deeds.labelled(below.corrected(self._made.sections, self._made.statements, self._vocabulary))
        return Outline.of(self._document, sections, self._made.statements, self._grids, asides_found, self._rest)

    def _opens_box(self, index: int, block: Block) -> bool:
        """Say whether a quote is a box with a title, "> [!target] Our aim", of facts, or a list of who does what."""
        behind = self._document.blocks[index + 1] if index + 1 < len(self._document.blocks) else None
        if not isinstance(block, Quote) or block.quoted or not isinstance(behind, Paragraph):
            return False
        content = behind.leaf.content
        facts = block.lines.first <= _TOP and leads.states_facts(content, self._vocabulary)
        return facts or leads.is_callout(content) or led.are_marked(content, self._vocabulary)

    def _take_box(self, index: int, block: Paragraph) -> None:
        title, rest = leads.callout(block.leaf.text(), self._made.written)
        blank = _blank(self._heading, block.lines.first, index)
        self._open, self._filled = self._heading, False
        if title.text:
            self._open = self._made.open_section(title, blank, rest.passage.text)
        if rest.passage.text:
            self._filled = True
            self._made.state(rest, blank._replace(section=self._open, line=block.lines.first + 1))

    def _take(self, index: int, block: Block) -> None:
        self._whole = self._whole if isinstance(block, Paragraph) else 0
        if isinstance(block, Heading):
            self._take_heading(index, block)
        elif isinstance(block, ListItem):
            self._take_item(index, block)
        elif isinstance(block, Paragraph):
            self._take_paragraph(index, block)
        elif isinstance(block, Table):
            self._take_table(index, block)

    def _take_heading(self, index: int, block: Heading) -> None:
        rich = block.leaf.text()
        title = rich.passage.strip()
        label = self._head(index, title, block.level, block.lines.first)
        name, colon, rest = title.text.partition(": ")
        if colon and rest.strip() and label.roles and self._vocabulary.label(name).roles == label.roles:
            value = title.cut(Span(len(name) + 1, len(title.text))).strip()
            span = title.source_span(Span(0, len(name)))
            self._made.statements.append(
                Statement(label, name, span, value, "heading", self._heading, block.lines.first, index, rich.struck)
            )
            self._say_whole(index)

    def _say_whole(self, index: int) -> None:
        """Take its meaning from a section whose heading says it whole, "### Aim: Ana signs", with no list right below.

        What stands under the bold months there is something else.
        """
        behind = self._document.blocks[index + 1] if index + 1 < len(self._document.blocks) else None
        if not isinstance(behind, ListItem) or behind.checked != "none":
            self._made.sections[self._heading] = self._made.sections[self._heading]._replace(label=NO_LABEL)

    def _head(self, index: int, title: Passage, level: int, line: int) -> Label:
        """Open the section of a heading of ``level`` and return its label."""
        parent = self._heading
        while self._made.sections[parent].level >= level:
            parent = self._made.sections[parent].parent
        label = self._made.naming.of_heading(index, title.text, self._made.sections)
        first = level == 1 or len(self._made.sections) == 1
        if first and self._vocabulary.kind_in(title.text):
            label = NO_LABEL  # "Mutual action plan: Perrin" is a title; its parts are no steps
        self._heading = self._made.section(title, label, level, parent, line)
        self._open = 0
        return label

    def _take_ruled(self, index: int, block: Paragraph) -> bool:
        """Take a paragraph below a title between rules, "--- 4 Nov ---", if it is one, and say so."""
        found = runs.ruled(block.leaf.text(), block.leaf.content, self._made.written, self._vocabulary)
        if found is None:
            return False
        title, rest = found
        self._head(index, title, _RULED, block.lines.first)
        if rest.passage.text:
            self._state(rest, _blank(self._heading, block.lines.first, index))
        return True

    def _state(self, rich: RichText, blank: Statement) -> int:
        """Add the statements of a paragraph, of each of its runs apart; return the section that the last one opens."""
        opened = 0
        for run in runs.parted(rich, self._made.written, self._vocabulary) or [rich]:
            opened = self._made.state(run, blank)
        return opened

    def _take_paragraph(self, index: int, block: Paragraph) -> None:
        section = self._item_sections.get(block.item, self._open or self._heading)
        content = block.leaf.content
        if content.startswith("%%") and content.endswith("%%"):
            return  # a comment of note-taking tools
        if self._box and leads.is_callout(content):
            self._take_box(index, block)
            return
        if block.item < 0 and content[:2] in runs.RULES and self._take_ruled(index, block):
            return
        heard = self._made.live[section] or labels.may_hold(content) or self._may_be_dateline(content)
        heard = heard or may_promise(content) or "[ ] " in content or "[x] " in content or led.may_hold(content)
        heard = heard or runs.may_hold(content)
        kept = self._open > 0 and more.goes_on(content, self._made.sections[self._open])
        if not heard and not leads.may_be_capped(content) and not self._made.is_bare(index, content):
            self._open = 0 if block.item < 0 and self._filled and not kept else self._open
            self._filled = True
            self._leave(block, _blank(section, block.lines.first, index))
            return
        rich = block.leaf.text()
        if block.item >= 0:
            self._made.state(rich, _blank(section, block.lines.first, index, nested=block.item not in self._openers))
            return
        bare = self._made.is_bare(index, content)
        if self._whole and not self._open and more.begin(content):
            self._open = self._whole  # "And get Bea to like us" behind the paragraph of the goals
        ends = self._filled or bare or labels.is_bold_line(rich) or self._made.is_labelled(rich)
        if self._open and ends and not kept:
            self._open = self._open if not self._filled and self._announced(rich) else 0
        self._filled = True
        opened = self._state(rich, _blank(self._open or self._heading, block.lines.first, index))
        if opened:
            whole = self._made.statements[-1].section == opened  # the paragraph holds its list itself
            self._open, self._filled = (0, True) if whole else (opened, False)
            self._whole = opened if whole else 0

    def _leave(self, block: Paragraph | ListItem, blank: Statement, surface: str = "") -> None:
        """Keep a line in which nothing sounds like a statement, or that stands in a quote, for who weighs all lines."""
        if len(block.leaf.content) <= _LONGEST_REST:
            surface = surface or ("item" if isinstance(block, ListItem) else "text")
            self._rest.append(blank._replace(value=block.leaf.text().passage.strip(), surface=surface))

    def _may_be_dateline(self, content: str) -> bool:
        first = len(self._made.sections) <= 2 and not self._made.statements
        return first and leads.may_be_dateline(content, self._vocabulary, titled=len(self._made.sections) > 1)

    def _announced(self, rich: RichText) -> bool:
        found = labels.split(rich, self._made.written, self._vocabulary)
        return leads.announces(self._made.sections[self._open].label, found, self._vocabulary)

    def _take_item(self, index: int, block: ListItem) -> None:
        section = self._item_sections.get(block.parent, self._open or self._heading)
        self._filled = True
        self._item_sections[index] = section
        content = block.leaf.content
        timed = any(map(str.isdigit, content))  # "- Claims list (Tilly, 9 June)" below any heading
        headed = leads.is_numbered_head(self._document, index)
        may = timed or labels.may_hold(content) or given.may_promise(content) or below.is_order(content)
        may = may or leads.may_be_capped(content)
        labelled = leads.is_label_above(self._document, index, block, self._vocabulary)
        if not (headed or labelled or self._made.live[section] or block.checked != "none" or may):
            self._leave(block, _blank(section, block.lines.first, index, nested=block.parent >= 0))
            return
        nested = block.parent >= 0 and block.parent not in self._openers
        blank = _blank(section, block.lines.first, index, nested=nested)
        if headed:
            self._open = self._made.open_section(
                block.leaf.text().passage.strip(), blank._replace(section=self._heading)
            )
            self._filled = False
            return
        if labelled or leads.is_name_above(self._document, index, block, self._vocabulary):
            self._openers.add(index)
            whole = block.leaf.text().passage.strip()
            self._item_sections[index] = self._made.open_section(whole, blank._replace(surface="item"))
            return
        rich = block.leaf.text()
        if self._is_dated_call(section, rich):
            first = labels.split(rich, self._made.written, self._vocabulary)[0]
            title = rich.passage.cut(first.value if not first.name else Span(0, first.name_span.start)).strip()
            section = self._made.open_section(title, blank)
            self._openers.add(index)
            self._item_sections[index] = section
            blank = blank._replace(section=section, nested=False)
        opened = self._made.state(rich, blank._replace(surface="item", checked=block.checked))
        if opened:
            self._openers.add(index)
            self._item_sections[index] = opened

    def _is_dated_call(self, section: int, rich: RichText) -> bool:
        """Say whether an item below "Calls" is a call: "**11 June 2026, visit** — Objective: …"."""
        if not leads.begins_with_day(rich.passage.text, self._vocabulary):
            return False
        if not self._made.sections[section].label.roles and self._made.is_aimed(rich):
            return True  # below any other heading an objective has to say so
        around = (section, self._made.sections[section].parent)
        return any("calls" in self._made.sections[index].label.roles for index in around)

    def _take_table(self, index: int, block: Table) -> None:
        section = self._item_sections.get(block.item, self._open or self._heading)
        self._filled = True
        statements, grid = tables.read(block, index, section, self._vocabulary, self._made.written)
        self._made.statements += statements
        self._grids += [grid] if grid else []


def _blank(section: int, line: int, index: int, *, nested: bool = False) -> Statement:
    return Statement(NO_LABEL, "", NOWHERE, NOTHING, "paragraph", section, line, index, nested=nested)
