"""A document as sections, statements and tables: what the plan layer reads facts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from advancelint.markdown import Document, Table
from advancelint.plan.phrased import is_goal_of_call
from advancelint.plan.vocabulary import NO_LABEL, Label
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, NOWHERE, Passage, Span

_LONGEST_TITLE, _LOWEST = 120, 6


def place_of(passage: Passage) -> Span:
    """Return the source span of a passage, nowhere for an empty one."""
    return Span(passage.starts[0], passage.ends[-1]) if passage.text else NOWHERE


class Section(NamedTuple):
    """A heading, a bold line that serves as one, or a label whose value stands below it.

    ``words`` are the title with the place of each character, ``span`` is where it stands in the source, ``line``
    1-based, ``parent`` an index of `Outline.sections` (-1 for the root). ``trap`` says why an objective below it is
    none of a call's, "" where it may be one.
    """

    words: Passage
    label: Label
    level: int
    parent: int
    line: int
    span: Span
    trap: str

    @property
    def title(self) -> str:
        """The title as text."""
        return self.words.text


class Statement(NamedTuple):
    """A label with its value, or text without a label. Passages and spans point into the source.

    ``opens`` is the section that an empty label opens, or -1. ``block`` is the index of the block it stands in, and
    ``nested`` says that it stands below a list item that makes a statement of its own. ``head`` is the unlabelled whole
    of its block where it is the first stretch there.
    """

    label: Label
    name: str
    name_span: Span
    value: Passage
    surface: str
    section: int
    line: int
    block: int
    struck: Passage = NOTHING
    checked: str = "none"
    nested: bool = False
    opens: int = -1
    head: Passage = NOTHING

    def item(self, line: Passage, section: int) -> Statement:
        """Return a ``line`` of this text as an item of a list in ``section``."""
        return self._replace(value=line, head=line, surface="item", section=section)

    def plays(self, *roles: str) -> bool:
        """Say whether the label can play one of ``roles``."""
        return not self.label.roles.isdisjoint(roles)

    @property
    def span(self) -> Span:
        """The value's span in the source, or the label's where there is no value."""
        if self.value.text:
            return Span(self.value.starts[0], self.value.ends[-1])
        return self.name_span

    @property
    def named(self) -> Passage:
        """The label as a passage; where marks stand inside it, each character has all of its place."""
        start, end = self.name_span
        count = len(self.name)
        plain = end - start == count
        return Passage.plain(self.name, start) if plain else Passage(self.name, (start,) * count, (end,) * count)


class Grid(NamedTuple):
    """A table read by its columns: for each the roles of its head."""

    table: Table
    columns: tuple[Label, ...]
    heads: tuple[str, ...]
    section: int

    def column(self, *roles: str, but: int = -1) -> int:
        """Return the first column that plays one of ``roles``, in the order of the roles; -1 where none does."""
        for role in roles:
            for index, label in enumerate(self.columns):
                if index != but and role in label.roles:
                    return index
        return -1

    def having(self, *roles: str) -> list[int]:
        """Return the columns that can play all of ``roles``."""
        return [index for index, label in enumerate(self.columns) if label.roles.issuperset(roles)]

    @property
    def holds_steps(self) -> bool:
        """Whether its heads say what is due, and what that is or whose."""
        return self.column("due") >= 0 and self.column("owner", "action") >= 0

    @property
    def dating_calls(self) -> list[int]:
        """The columns that say when the calls of a log were, "Date": no step there is due then."""
        return self.having("due", "call-date")


class Outline(NamedTuple):
    """What a document holds.

    ``asides`` are (line, label, reason) of labels in quotes, code and comments. ``by_section`` holds each section's own
    statements; the sections inside section i are those from i + 1 up to ``ends[i]`` (exclusive). ``played`` are the
    roles of the statements at each (section, line); line 0 stands for all of the section's own lines. ``rest`` are the
    lines in which nothing sounded like a statement.
    """

    document: Document
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    grids: tuple[Grid, ...]
    asides: tuple[tuple[int, str, str], ...]
    by_section: tuple[tuple[Statement, ...], ...]
    ends: tuple[int, ...]
    played: Mapping[tuple[int, int], frozenset[str]]
    rest: tuple[Statement, ...] = ()

    @classmethod
    def of(
        cls,
        document: Document,
        sections: Sequence[Section],
        statements: Sequence[Statement],
        grids: Sequence[Grid],
        asides: tuple[tuple[int, str, str], ...],
        rest: Sequence[Statement] = (),
    ) -> Outline:
        """Put an outline together from its parts, each in the order of the document."""
        by_section: list[list[Statement]] = [[] for _ in sections]
        played: dict[tuple[int, int], frozenset[str]] = {}
        for statement in statements:
            section, roles = statement.section, statement.label.roles
            by_section[section].append(statement)
            for line in (0, statement.line) if roles else ():
                played[section, line] = played.get((section, line), roles) | roles
        ends = list(range(1, len(sections) + 1))
        for index in range(len(sections) - 1, 0, -1):
            parent = sections[index].parent
            ends[parent] = max(ends[parent], ends[index])
        own = tuple(tuple(found) for found in by_section)
        return cls(
            document, tuple(sections), tuple(statements), tuple(grids), asides, own, tuple(ends), played, tuple(rest)
        )

    def below(self, section: int) -> Iterator[Statement]:
        """Yield the statements in a section and in those inside it, which have the indexes up to its end."""
        for index in range(section, self.ends[section]):
            yield from self.by_section[index]

    def plays(self, section: int, *roles: str) -> bool:
        """Say whether a statement of the section's own plays one of ``roles``."""
        return not self.played.get((section, 0), frozenset()).isdisjoint(roles)

    def plays_at(self, section: int, lines: range, role: str) -> bool:
        """Say whether a statement of the section's own in one of ``lines`` plays ``role``."""
        return any(role in self.played.get((section, line), ()) for line in lines)

    def chain(self, section: int) -> Iterator[int]:
        """Yield the section and those around it, the innermost first, without the root."""
        while section > 0:
            yield section
            section = self.sections[section].parent

    def trap(self, section: int) -> str:
        """Return why nothing in this section is a call's objective, or "".

        "This call's goals" are, wherever they stand.
        """
        for index in self.chain(section):
            one = self.sections[index]
            if one.trap or ("objective" in one.label.roles and is_goal_of_call(one.title)):
                return one.trap
        return ""

    def holds(self, section: int) -> bool:
        """Say whether anything stands in a section or inside it."""
        inside = range(section, self.ends[section])
        return len(inside) > 1 or bool(self.by_section[section]) or any(grid.section in inside for grid in self.grids)

    def role_section(self, section: int) -> int:
        """Return the innermost section around that plays a role, or 0."""
        while section > 0 and not self.sections[section].label.roles:
            section = self.sections[section].parent
        return max(section, 0)

    def within(self, section: int, *roles: str) -> bool:
        """Say whether the section or one around it plays one of ``roles``."""
        while section > 0:
            if not self.sections[section].label.roles.isdisjoint(roles):
                return True
            section = self.sections[section].parent
        return False

    @property
    def top(self) -> Section | None:
        """The title, or else the bold line with which a document without headings begins; None for neither."""
        first, blocks = self.statements[0] if self.statements else None, self.document.blocks
        bold = first is not None and first.opens == 1 and bool(blocks) and first.line == blocks[0].lines.first
        return self.title or (self.sections[1] if bold else None)

    @property
    def title(self) -> Section | None:
        """The first heading of level 1, else the bold line on top or the first heading; without one the first line."""
        headings = [section for section in self.sections[1:] if section.level <= _LOWEST]
        first = self.statements[0] if self.statements else None
        if headings:
            # "**Norwood – prep for 3 March**" on top, and "### Story so far" below it
            topmost = self.sections[1] if first and first.opens == 1 and not first.label.roles else headings[0]
            return next((section for section in headings if section.level == 1), topmost)
        if first is None or first.name or first.section or not 0 < len(first.value.text) <= _LONGEST_TITLE:
            return None
        return Section(first.value, NO_LABEL, 1, 0, first.line, first.span, "")
