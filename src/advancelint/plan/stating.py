"""Makes statements and sections of texts: what a draft's walk over the blocks fills."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.markdown import Document, ListItem, RichText
from advancelint.plan import below, degrees, labels, leads, led, naming, nextcalls, pieces, purposes, traps
from advancelint.plan.asking import is_act
from advancelint.plan.given import SELF
from advancelint.plan.label_forms import normalise
from advancelint.plan.outline import Section, Statement, place_of
from advancelint.plan.shared_deeds import heads_deeds
from advancelint.plan.stretches import is_marked
from advancelint.plan.vocabulary import NO_LABEL, Label, Vocabulary
from advancelint.source import NOTHING, NOWHERE, Passage, Span

_BELOW_HEADINGS, _FEWEST_LETTERED = 7, 2
_AIMED, _ANNOUNCED = frozenset({"objective", "primary"}), frozenset({"objective", "primary", "next-step"})
_LISTED, _SALE = frozenset({"next-step", "outcome"}), frozenset({"sales-objective"})
_SAID = frozenset({"objective", "fallback"})  # what a sentence says counts below what was only heard
_CAPPED = frozenset({"objective", "primary", "fallback", "fallback-part", "sales-objective", "client-win"})
_OPEN, _WHOSE = frozenset({"other"}), frozenset({
    "our-people", "client-people", "seller", "buyer", "account", "other", "owner", "action",
})  # fmt: skip


class Stating:
    """Carries the sections and statements found so far; an index of ``live`` is that of a section."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        """Begin with the root section alone."""
        self.document = document
        self.written = document.source.text
        self.vocabulary = vocabulary
        self.naming = naming.Naming(document, vocabulary)
        self.sections = [Section(NOTHING, NO_LABEL, 0, -1, 0, NOWHERE, "")]
        self.live = [False]  # for each section whether a line without a label can matter there
        self.statements: list[Statement] = []

    def section(self, title: Passage, label: Label, level: int, parent: int, line: int) -> int:
        """Add a section inside the section ``parent`` and return its index."""
        trap = "" if level == 1 else traps.reason(title.text, self.vocabulary)
        ends = normalise(title.text).rpartition(" ")[2]
        named = ends in self.vocabulary.words["people-suffix"] or nextcalls.is_coming_call(title.text, self.vocabulary)
        self.live.append(bool(label.roles) or named or self.live[parent])
        self.sections.append(Section(title, label, level, parent, line, place_of(title), trap))
        self.live[-1] |= below.is_more(self.sections, len(self.sections) - 1, self.vocabulary)
        return len(self.sections) - 1

    def is_bare(self, index: int, content: str) -> bool:
        """Say whether block ``index`` is a heading without marks: a known label, or a short line right above a list."""
        if leads.is_bare_label(content, self.vocabulary) or heads_deeds(content):
            return True
        if leads.is_stated(content.strip("*_ "), self.vocabulary):
            return False
        return leads.leads_any(self.document, index, self.vocabulary) or self._announces(index, content)

    def _announces(self, index: int, content: str) -> bool:
        """Say whether a line with a blank one behind it is a heading of the goals or steps in the list below."""
        if not leads.leads_list(self.document, index, gap=1):
            return False
        item = self.document.blocks[index + 1]
        first = item.leaf.content if isinstance(item, ListItem) else ""
        return not self.vocabulary.meaning(content.strip("*_ "), "heading", first).roles.isdisjoint(_ANNOUNCED)

    def is_labelled(self, rich: RichText) -> bool:
        """Say whether a text holds a label that means something."""
        return any(one.label.roles for one in labels.split(rich, self.written, self.vocabulary))

    def is_aimed(self, rich: RichText) -> bool:
        """Say whether a text holds an objective behind its beginning: "11 June, visit. Objective: …"."""
        found = labels.split(rich, self.written, self.vocabulary)
        return any(one.name_span.start > 0 and one.label.roles & _AIMED for one in found)

    def state(self, rich: RichText, blank: Statement) -> int:
        """Add the statements of one text, made from ``blank``; return the section that it opens, or 0."""
        whole = rich.passage.strip()
        blank = blank._replace(struck=rich.struck) if rich.struck.text else blank
        listed = blank.surface == "item"
        opened = self._take_lines(whole, rich, blank)
        if opened >= 0:
            return opened
        if labels.is_bold_line(rich) and not listed and not leads.is_stated(whole.text, self.vocabulary):
            title = rich.passage.cut(rich.bold[0])
            return self.open_section(title.cut(Span(0, len(title.text.rstrip(" :")))).strip(), blank)
        if not listed and self.is_bare(blank.block, whole.text):
            return self.open_section(whole, blank)
        headed = None if listed else leads.dated_line(rich, self.written, self.vocabulary)
        if headed:
            opened = self.open_section(headed[0], blank)
            return self.state(headed[1], blank._replace(section=opened)) or opened
        opened, split = 0, labels.split(rich, self.written, self.vocabulary)
        for number, stretch in enumerate(split):
            value, name = rich.passage.cut(stretch.value), rich.passage.cut(stretch.name_span).strip()
            if not stretch.name and value.text.endswith(":") and len(value.text) <= leads.LONGEST:
                opened = self.open_section(value.cut(Span(0, len(value.text) - 1)).strip(), blank)
            elif stretch.name and not rich.struck.text and leads.is_open(stretch.label, value.text):
                opened = self.open_section(name, blank._replace(surface=stretch.surface))
            else:
                self._add_apart(stretch, value, name, blank, NOTHING if number else _whole(rich, split))
        if not whole.text and (rich.struck.text or blank.checked != "none"):
            self.statements.append(blank)
        return opened

    def _take_lines(self, whole: Passage, rich: RichText, blank: Statement) -> int:
        """Add the lines of a list that Markdown takes for a paragraph; return the section it opens, 0 or -1."""
        boxes = pieces.boxed(whole, self.written)
        if boxes:
            return self._take_boxes(boxes, blank, 0)
        if blank.surface == "item":
            lettered = self._take_lettered(whole, blank)
            headed = self._capped(whole, blank) if lettered < 0 and not rich.bold else None
            return lettered if headed is None else headed
        head, boxes = pieces.boxed_below(whole, self.written)
        if boxes:
            return self._take_boxes(boxes, blank, self.open_section(head, blank, boxes[0].passage.text))
        opened = self._take_led(whole, blank)
        if opened >= 0:
            return opened
        capped = None if rich.bold else self._capped(whole, blank)
        if capped is not None:
            return capped
        found = pieces.arrowed(whole, self.written) or (None if rich.bold else self._headed(whole, rich, blank))
        opened = 0
        lines: Sequence[Passage] = found.lines if found else ()
        if found and found.head.text:
            opened = self.open_section(found.head, blank, lines[0].text)
        elif not found and "next-step" in self.sections[blank.section].label.roles:
            lines = pieces.edged(whole, self.written) or led.dated(whole, self.written, self.vocabulary)
        section = opened or blank.section
        around = self.sections[section].label.roles
        if found and found.arrow and around <= _OPEN and (around or not opened) and below.are_steps(lines):
            section = self.section(NOTHING, below.STEPS, _BELOW_HEADINGS, section, blank.line)
        self.statements += [blank.item(line, section) for line in lines]
        return opened if lines else -1

    def _take_boxes(self, boxes: Sequence[pieces.Piece], blank: Statement, opened: int) -> int:
        """Add the boxes of a text as items, in the section ``opened`` that their own line opens; return it."""
        item = blank._replace(surface="item", section=opened or blank.section)
        self.statements += [item._replace(value=one.passage, head=one.passage, checked=one.checked) for one in boxes]
        return opened

    def _take_lettered(self, whole: Passage, blank: Statement) -> int:
        """Add the lines that an item lists by letters, "5. Agreed" and "a. Ana: price"; return their section, or -1."""
        found = pieces.arrowed(whole, self.written)
        first = found.lines[0].text if found and len(found.lines) >= _FEWEST_LETTERED else ""
        if not found or not (first and self.vocabulary.meaning(found.head.text, "heading", first).roles & _LISTED):
            return -1
        opened = self.open_section(found.head, blank._replace(surface="paragraph"), first)
        self.statements += [blank._replace(value=line, head=line, section=opened) for line in found.lines]
        return opened

    def _capped(self, whole: Passage, blank: Statement) -> int | None:
        """Return the section of a goal or gain that a first line heads, "GOAL" or "What they get"; None for none."""
        found = leads.topped(whole, self.written)
        label = self.vocabulary.meaning(found[0].text, "heading", found[1].text) if found else NO_LABEL
        gained = not label.heard and "client-win" in label.roles
        if not found or not (gained or leads.is_capped(found[0].text)) or label.roles.isdisjoint(_CAPPED):
            return None
        opened = self.open_section(found[0], blank, found[1].text)
        return self.state(RichText(found[1], (), NOTHING), blank._replace(surface="text", section=opened)) or opened

    def _take_led(self, whole: Passage, blank: Statement) -> int:
        """Add the lines of a text that each begin with who acts; return the section that their head opens, 0 or -1."""
        promised = "next-step" in self.sections[blank.section].label.roles
        found = led.lines(whole, self.written, self.vocabulary, promised=promised)
        if found is None or (not promised and led.is_claimed(self.sections, blank.section)):
            return -1
        opened = self.open_section(found.head, blank, found.lines[0].text) if found.head.text else 0
        section = opened or blank.section
        if "next-step" not in self.sections[section].label.roles:
            section = self.section(NOTHING, below.STEPS, _BELOW_HEADINGS, section, blank.line)
        self.statements += [blank.item(line, section) for line in found.lines]
        return opened

    def _headed(self, whole: Passage, rich: RichText, blank: Statement) -> pieces.Listed | None:
        """Return the lines below a first line that heads steps or outcomes without any mark: "who does what"."""
        found = pieces.headed(whole, self.written)
        if found is None:
            return None
        first = found.lines[0].text
        label = self.vocabulary.meaning(found.head.text, "heading", first)
        if not label.roles and is_act(first):
            label = self.vocabulary.meaning(found.head.text, "label", first)  # "GET", "1 Petra names the day"
        titled = (label.heard and "outcome" in label.roles) or self.vocabulary.kind_in(found.head.text) == "map"
        stated = (titled and not blank.block) or leads.is_stated(found.head.text, self.vocabulary)  # "TRIP REPORT"
        sure = label.roles & _CAPPED and not (label.heard or label.weak)
        if stated or not (sure or label.roles & _LISTED or (label.roles & _AIMED and is_act(first))):
            return None
        below = labels.split(rich, self.written, self.vocabulary)
        whose = _WHOSE if label.roles & _LISTED else _WHOSE | _SAID
        # "todo" with "me: quote" in its next line is no label "todo me"
        end = len(found.head.text)
        inside = (one for one in below if one.name_span.start > end and one.name.casefold() not in SELF)
        said = bool(below[0].name) and is_marked(whole.text, below[0].name_span, below[0].value, end)  # "goal = …"
        return None if said or any(stretch.label.roles - whose for stretch in inside) else found

    def _add_apart(
        self, stretch: labels.Labelled, value: Passage, name: Passage, blank: Statement, head: Passage
    ) -> None:
        """Add the statement of one stretch, and lines below it that arrows lead as a text of their own."""
        apart = stretch.name and "next-step" not in stretch.label.roles
        value, led = pieces.arrows_below(value, self.written) if apart else (value, NOTHING)
        self._add(stretch, value, name, blank, head)
        if led.text and self._take_lines(led, RichText(led, (), NOTHING), blank) < 0:
            self.statements.append(blank._replace(value=led, surface="text"))

    def _add(self, stretch: labels.Labelled, value: Passage, name: Passage, blank: Statement, head: Passage) -> None:
        """Add the statement of one stretch of a line, or one for each box or bullet that its value is a list of."""
        surface = stretch.surface
        if blank.surface == "item":
            surface = "bullet" if stretch.name else "item"
        around = self.sections[blank.section].label
        said = stretch.label.heard and stretch.label.roles <= _SAID and (around.heard or purposes.is_lead(stretch.name))
        label = stretch.label if said else naming.fitting(stretch.label, self.sections, blank.section)
        ranked = _LISTED if around.roles.isdisjoint(_AIMED) else _SALE
        if label.heard and label.roles <= ranked and degrees.of(stretch.name, self.vocabulary):
            label = NO_LABEL  # "Nice if it happened: Mo comes along" is still to come
        stated = blank._replace(
            label=label, name=name.text, name_span=place_of(name), value=value, surface=surface, head=head
        )
        boxes = pieces.boxed(value, self.written) if stretch.name else []
        self.statements += [stated._replace(value=box.passage, checked=box.checked) for box in boxes] or [stated]

    def open_section(self, title: Passage, blank: Statement, behind: str = "") -> int:
        """Add the section that the label ``title`` opens, and a statement that says so; return its index.

        ``behind`` is the beginning of what stands below, "" for what follows the block.
        """
        label = self.naming.of_opened(blank.block, title.text, behind, self.sections, blank.section)
        opened = self.section(title, label, _BELOW_HEADINGS, blank.section, blank.line)
        self.statements.append(
            blank._replace(
                label=label, name=title.text, name_span=place_of(title), struck=NOTHING, nested=False, opens=opened
            )
        )
        return opened


def _whole(rich: RichText, split: Sequence[labels.Labelled]) -> Passage:
    """Return the whole text for its first stretch, of several labels only that one's; nothing where it is bold."""
    first, whole = split[0], rich.passage
    if sum(bool(stretch.name) for stretch in split) > 1:
        whole = whole.cut(Span(first.name_span.start, first.value.end)) if first.surface != "bold" else NOTHING
    return whole.strip()
