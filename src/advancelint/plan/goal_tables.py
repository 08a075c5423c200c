"""Finds the goals that tables hold: a column of a log of calls, or a list of goals with their ranks."""

from __future__ import annotations

from collections.abc import Container, Iterator

from advancelint.plan import aim_columns, ranks, trimmings, weighty
from advancelint.plan.aims import is_aim
from advancelint.plan.asking import asks
from advancelint.plan.calls import Encounters
from advancelint.plan.log_tables import PURPOSE, goal_label, is_log
from advancelint.plan.material import Material, span_of
from advancelint.plan.model import PassedOver
from advancelint.plan.outline import Grid
from advancelint.plan.ranks import Ranking
from advancelint.plan.vocabulary import GOALS
from advancelint.plan.weighing import FAINT, Scales
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

ANY = -2  # the call of a goal is that of its section


class Cell(NamedTuple):
    """A goal in a cell: its words, the place of an empty one, its rank, the head of its column and its call."""

    words: Passage
    place: Span
    rank: str
    head: str
    call: int = ANY


class GoalTables(NamedTuple):
    """Reads the tables of a document."""

    material: Material
    encounters: Encounters
    ranking: Ranking
    scales: Scales

    def read(self, number: int, grid: Grid) -> Iterator[Cell | PassedOver]:
        """Yield the goals of the table ``number``, or what is to be said of a column that only sounds like one."""
        column, weighed = self._column(number, grid)
        logged = is_log(self.material, grid) and self._holds_calls(number)
        plain = column < 0 and not self.material.outline.trap(grid.section)
        labelled = {at: cell for at, cell in self._labelled(number, grid) if logged or plain or at[1] == column}
        yield from labelled.values()
        listed = column >= 0 and not grid.columns[column].heard and not grid.columns[column].roles.isdisjoint(GOALS)
        if column in {place for _, place in labelled} and not listed:
            column = -1  # what else stands in a column that only sounds like one of goals is none
        if logged:
            yield from filter(self._may_be, self._of_calls(number, grid, column, labelled))
            if column < 0:
                yield from self._purposes(number, grid)
                yield from self._planned(number, grid, labelled)
        elif column >= 0 and (weighed or self.ranking.is_list(grid, column)):
            yield from filter(self._may_be, self._listed(grid, column, labelled))
        elif column >= 0 and grid.column("action", "next-step") != column:
            why = self.material.outline.trap(grid.section) or "its rows are no calls"
            said = f"the column “{grid.heads[column]}” is not taken for objectives: {why}"
            yield PassedOver(grid.table.lines.first, said)

    def _may_be(self, cell: Cell) -> bool:
        """Say whether a cell has any sign of a goal but its column; "(done)" has none."""
        return not cell.words.text or self.scales.likeliest(span_of(cell.words), "objective") >= FAINT

    def _column(self, number: int, grid: Grid) -> tuple[int, bool]:
        """Return the column of goals, -1 for none, and whether its cells together are goals."""
        column, likely = aim_columns.aims(grid, self.material), -1
        if not self.material.outline.trap(grid.section):
            doubtful = column >= 0 and not self.ranking.is_list(grid, column)
            if doubtful and all(" " not in row.cells[column].content.strip() for row in grid.table.rows):
                return column, False  # "grow", "retain" are no more than topics
            likely = weighty.column(self.scales, number, grid, weighty.WHATEVER if doubtful else weighty.COLUMN)
        return (column, likely == column) if column >= 0 else (likely, True)

    def _holds_calls(self, number: int) -> bool:
        """Say whether a row of the table ``number`` is a call that is known."""
        return any(table == number for table, _ in self.encounters.rows)

    def _of_calls(self, number: int, grid: Grid, column: int, taken: Container[tuple[int, int]]) -> Iterator[Cell]:
        columns = ((column, "unranked"), (grid.column("fallback", "fallback-part"), "fallback"))
        acts = column >= 0 and grid.columns[column].heard  # "Client will …" says who acts in the fallback, too
        for index, row in enumerate(grid.table.rows):
            call = self.encounters.rows.get((number, index), -1)
            for place, rank in columns:
                if place < 0 or call < 0 or (index, place) in taken:
                    continue
                if "outcome" in grid.columns[place].roles and not self.encounters.is_to_come(call, self.material):
                    continue
                leaf = row.cells[place]
                words, told = ranks.bracketed(leaf.text().passage.strip(), rank, self.material.vocabulary)
                yield Cell(words, leaf.place, told, grid.heads[column if acts else place], call)

    def _purposes(self, number: int, grid: Grid) -> Iterator[Cell]:
        """Yield what calls that are to come are for: "talk her through the options", "Jo signs", not "fume hood"."""
        column = grid.column(*PURPOSE)
        for index, row in enumerate(grid.table.rows) if column >= 0 else ():
            call = self.encounters.rows.get((number, index), -1)
            words = row.cells[column].text().passage.strip()
            if self.encounters.is_to_come(call, self.material) and " " in words.text and is_aim(words.text):
                yield Cell(words, row.cells[column].place, "unranked", grid.heads[column], call)

    def _planned(self, number: int, grid: Grid, taken: Container[tuple[int, int]]) -> Iterator[Cell]:
        """Yield what is to come of calls that are to come, in a column of results: "(planned) Jo signs the sheet"."""
        column = grid.column("outcome")
        column = grid.column("action") if column < 0 else column
        for index, row in enumerate(grid.table.rows) if column >= 0 else ():
            call = self.encounters.rows.get((number, index), -1)
            whole = row.cells[column].text().passage.strip()
            words = trimmings.stated_open(whole, self.material.vocabulary)
            planned = words.text != whole.text and self.encounters.is_to_come(call, self.material)
            if planned and (index, column) not in taken and asks(words.text):
                yield Cell(words, row.cells[column].place, "unranked", grid.heads[column], call)

    def _labelled(self, number: int, grid: Grid) -> Iterator[tuple[tuple[int, int], Cell]]:
        """Yield the goals that their own label tells, "Goal: Ana signs", each behind the numbers of its row and column.

        "Advance: line 2 opened" is a result in a column of these, unless the call is still to come.
        """
        told = [not one.heard and "outcome" in one.roles for one in grid.columns]
        for index, row in enumerate(grid.table.rows):
            call = self.encounters.rows.get((number, index), ANY)
            for place, leaf in enumerate(row.cells):
                words = leaf.text().passage.strip()
                over = told[place] and not self.encounters.is_to_come(call, self.material)
                label = None if over else goal_label(words.text, self.material.vocabulary)
                if label:
                    roles = self.material.vocabulary.label(label[1]).roles
                    goal = words.cut(Span(label.end(), len(words.text)))
                    yield (index, place), Cell(goal, leaf.place, ranks.of_roles(roles), label[1], call)

    def _listed(self, grid: Grid, column: int, taken: Container[tuple[int, int]]) -> Iterator[Cell]:
        other, named = grid.column("fallback", but=column), grid.column("objective", "primary")
        for index, row in enumerate(grid.table.rows):
            rank = aim_columns.in_row(row, column, self.material.vocabulary) or "unranked"
            for place, ranked in ((column, rank), (other, "fallback")):
                if place >= 0 and (index, place) not in taken:
                    leaf = row.cells[place]
                    head = grid.heads[named if place == column and named >= 0 else place]
                    yield Cell(leaf.text().passage.strip(), leaf.place, ranked, head)
