"""A document as units with the signs by which `weighing` tells what they are: their own and those of their place."""

from __future__ import annotations

import functools
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence

from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import clockwords, rung, signs
from advancelint.plan.hearing import hear
from advancelint.plan.material import is_placeholder
from advancelint.plan.outline import Outline
from advancelint.plan.signs import SEEN
from advancelint.plan.units import Unit, cells, columns, units
from advancelint.plan.vocabulary import Vocabulary

# Where the signs of a unit come from; no sign is of two of them.
PARTS = ("place", "label", "heading", "words", "around")
_LONGEST_SEEN = 4000  # characters of a block
_PLACES = (0.1, 0.25, 0.5, 0.75)
_TITLE_WORDS, _BEHIND = 10, 4
_ITEMS = frozenset({"item", "bullet"})
_COUNTED = 5  # goals of a page
_ALL = -1  # the group of all units


class Page:
    """The units of one document, those of its tables behind the others; a class to hear each heading once."""

    def __init__(self, outline: Outline, kind: str, vocabulary: Vocabulary, written: str) -> None:
        """Take the document, its kind and its source."""
        self._outline = outline
        self.kind = kind
        self._vocabulary = vocabulary
        self._headed: dict[int, tuple[str, ...]] = {}
        self._places: dict[int, dict[int, int]] = {}
        # What only keeps a place, "TBD", says nothing and so moves no unit from its place; nor does a comment.
        opened = rung.ends(written, vocabulary, outline.document.begin)
        said = (one for one in units(outline, written, opened) if not is_placeholder(one.words.text, vocabulary))
        self.units = list(said)
        # Where the cells of a table's column stand among the units, by the numbers of both.
        self.columns: dict[tuple[int, int], range] = {}
        for number, grid in enumerate(outline.grids):
            for column in columns(grid):
                begin = len(self.units)
                self.units += cells(grid, column)
                self.columns[number, column] = range(begin, len(self.units))
        columns_of = enumerate(self.columns.values(), 1)
        self._grouped = {at: _ALL - place for place, inside in columns_of for at in inside}
        self._lines = sorted({one.statement.line for one in self.units})

    def own(self, number: int) -> dict[str, set[str]]:
        """Return the signs of a unit by themselves, by which of `PARTS` they are; linear in its length."""
        unit, kind = self.units[number], self.kind
        statement, text = unit.statement, signs.seen(unit.words.text)
        surface = statement.surface if not unit.number else "later"
        return {
            "place": {f"kind {kind}", surface, f"{surface} {kind}", *self._of_place(unit)},
            "label": set(signs.of_label(unit)),
            "heading": set(self._of_heading(statement.section)),
            "words": {*signs.of_words(text, self._vocabulary, kind), *signs.of_doing(text)},
            "around": set(self._of_neighbours(number)),
        }

    def of_goal(self, number: int, goals: Sequence[int]) -> Iterator[str]:
        """Yield the signs of a goal among all ``goals`` of the page, which are numbers of units in order."""
        place = bisect_left(goals, number)
        yield f"goal {min(place, _COUNTED - 1)}"
        yield f"goals {min(len(goals), _COUNTED)}"
        yield f"goals left {min(len(goals) - 1 - place, _COUNTED - 2)}"
        if place and self.relation(self.units[number], self.units[goals[place - 1]]) != "apart":
            yield "goal beside"

    def group(self, number: int) -> int:
        """Return the section of a unit, or a number below zero for the column of a table that it stands in."""
        return self._grouped.get(number, self.units[number].statement.section)

    def relation(self, one: Unit, other: Unit) -> str:
        """Return how near two units are: in one "column", "block", "list" or "section", or "apart"."""
        first, second = one.statement, other.statement
        if first.surface == "cell" or second.surface == "cell":
            alike = first.surface == second.surface and one.name == other.name and first.section == second.section
            return "column" if alike else "apart"
        if first.block == second.block:
            return "block"
        if first.section != second.section:
            return "apart"
        return "list" if first.surface == second.surface else "section"

    def _of_place(self, unit: Unit) -> Iterator[str]:
        statement = unit.statement
        number, count = self._place(unit)
        yield f"{number} of {count}"
        if not unit.name:
            yield f"bare {number}"
        place = bisect_left(_PLACES, bisect(self._lines, statement.line) / len(self._lines))
        yield f"place {place}"
        if place <= 1:
            yield f"early {self.kind}"
        if statement.nested:
            yield "nested"
        if statement.checked != "none":
            yield f"box {statement.checked}"
        if self._outline.trap(statement.section):
            yield "trap"

    def _of_neighbours(self, number: int) -> Iterator[str]:
        section = self.units[number].statement.section
        before = self.units[number - 1] if number else None
        if before is None:
            yield "first of all"
        else:
            yield f"behind {self.relation(self.units[number], before)} {before.statement.surface}"
            if before.words.text.endswith(":"):
                yield "behind colon"
            if before.statement.section == section:
                yield from signs.of_neighbour("above", before)
        if self._led[number] >= 0:
            lead = self.units[self._led[number]].words.text
            yield from (f"led {word}" for word in signs.words(lead))
            if lead.endswith(":"):
                yield "led colon"
        after = self.units[number + 1] if number + 1 < len(self.units) else None
        if after and after.statement.section == section:
            yield from signs.of_neighbour("below", after, _BEHIND)
        else:
            yield "last"

    @functools.cached_property
    def _led(self) -> list[int]:
        """For each unit of a list, which unit right above it leads it; -1 for none."""
        found: list[int] = []
        for number, unit in enumerate(self.units):
            leads, before = -1, self.units[number - 1] if number else None
            if before and unit.statement.surface in _ITEMS and before.statement.section == unit.statement.section:
                listed = before.statement.surface in _ITEMS
                leads = found[-1] if listed else number - 1
            found.append(leads)
        return found

    def _place(self, unit: Unit) -> tuple[int, int]:
        """Return the how-manieth line of its section a unit stands in, from 0, and how many there are, both up to 4."""
        section = unit.statement.section
        places = self._places.get(section)
        if places is None:
            lines = sorted({one.line for one in self._outline.by_section[section] if one.opens < 0})
            places = self._places[section] = {line: number for number, line in enumerate(lines)}
        return min(places.get(unit.statement.line, 0), 3), min(len(places), 4)

    def _of_heading(self, index: int) -> tuple[str, ...]:
        """Return the signs of the heading above."""
        if index not in self._headed:
            self._headed[index] = tuple(self._heading_signs(index))
        return self._headed[index]

    def _heading_signs(self, index: int) -> Iterator[str]:
        section = self._outline.sections[index]
        if not index or not section.title:
            yield "heading none"
            return
        yield from signs.heard("heading", hear(section.title, "heading", self._below(index)))
        yield from signs.listed("heading", section.label)
        if clockwords.digit_in(section.title):
            yield "heading counts"
        if section.level == 1:
            yield "heading title"
        yield from (f"heading word {word}" for word in signs.words(section.title, _TITLE_WORDS))
        if section.parent > 0:
            above = self._outline.sections[section.parent].title
            yield from (f"higher word {word}" for word in signs.words(above, _TITLE_WORDS))

    def _below(self, index: int) -> str:
        """Return what stands below a heading, as it was seen when the heading was heard first."""
        first = next((one for one in self._outline.by_section[index] if one.opens < 0), None)
        block = self._outline.document.blocks[first.block] if first else None
        if not isinstance(block, (ListItem, Paragraph)):
            return ""
        return " ".join(block.leaf.content[:_LONGEST_SEEN].split())[:SEEN]
