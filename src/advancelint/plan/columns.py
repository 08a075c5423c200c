"""Which columns of a table say who, what, when and whether it is done where no head tells: their cells do."""

from __future__ import annotations

from collections.abc import Iterable

from advancelint.expressions import expression
from advancelint.plan import owner_sides, owners
from advancelint.plan.cast import Cast
from advancelint.plan.deeds import done_by
from advancelint.plan.drafts import Bench
from advancelint.plan.material import is_placeholder
from advancelint.plan.model import ACROSS
from advancelint.plan.outline import Grid
from advancelint.plan.persons import is_role
from advancelint.plan.undertakings import is_encounter
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import NOTHING

_UNTIMED = frozenset({"other", "value", "why"})
_FACTS = frozenset({"stage", "close-date", "value", "account"})  # of a sale
_UNKNOWN = frozenset({"other", "next-step"})
_NAMES = frozenset({"other", "name", "people", "attendees"})
_WORD = expression(r"[^\W\d_]+")
_TITLE = 3  # words of a job title at most
_RARE, _SHORT = 5, 2  # "council" among people's names is one, too
_SIDES = ("client", "seller")
_TICKS = frozenset("✓✔☑✅☐⬜xX")


def ticked(grid: Grid) -> int:
    """Return the column that is ticked in some rows and headed by no word of the lists, -1 for none."""
    for index, head in enumerate(grid.heads):
        cells = {row.cells[index].content.strip().removesuffix("\ufe0f") for row in grid.table.rows}
        unsaid = not any(map(str.isalnum, head)) or grid.columns[index].roles <= {"other"}
        marks, others = cells & _TICKS, {cell for cell in cells - _TICKS if any(map(str.isalnum, cell))}  # "🟡" is none
        if unsaid and marks and all(word.isalpha() for word in others) and len(others) <= len(marks):  # "late"
            return index
    return -1


def headed(bench: Bench, grid: Grid, side: str) -> int:
    """Return the only column headed by a company or a word of ``side``, -1 where there is none or several."""
    cast, vocabulary = bench.prompter.cast, bench.material.vocabulary
    found = [
        i for i, head in enumerate(grid.heads) if owner_sides.side_of(done_by(head) or head, cast, vocabulary) == side
    ]
    return found[0] if len(found) == 1 else -1


def unnamed(grid: Grid) -> int:
    """Return the only column without a head, -1 where there is none or several: "" and "by" below "Who does what"."""
    found = [index for index, head in enumerate(grid.heads) if not head.strip()]
    return found[0] if len(found) == 1 else -1


def described(bench: Bench, grid: Grid, but: list[int]) -> int:
    """Return the column with the longest words, which says what is done where no head does; -1 for none."""
    others = [i for i in range(len(grid.heads)) if i not in but and grid.columns[i].roles <= {"other", "value"}]
    found = longest(grid, others)
    return found if found >= 0 and hold_names(bench, grid, but) else -1


def longest(grid: Grid, among: Iterable[int]) -> int:
    """Return which of the columns ``among`` has the longest words, -1 where none has any."""
    texts = {i: "".join(row.cells[i].content for row in grid.table.rows) for i in among}
    lengths = {i: len(text) for i, text in texts.items() if any(map(str.isalpha, text))}  # "1", "2" count the rows
    return max(lengths, key=lengths.__getitem__, default=-1)


def hold_names(bench: Bench, grid: Grid, columns: list[int], *, mostly: bool = False) -> bool:
    """Say whether columns hold who acts rather than what is done; ``mostly`` lets one cell in three say more."""
    texts = [row.cells[index].text().passage.text.strip() for row in grid.table.rows for index in columns]
    filled = [text for text in texts if not is_placeholder(text, bench.material.vocabulary)]
    cast, vocabulary = bench.prompter.cast, bench.material.vocabulary
    marked = [text for text in filled if not any(char.isalnum() for char in text) or text.casefold() in {"x", "yes"}]
    named = [
        text
        for text in filled
        if owners.is_owner(_first_of(text), cast, vocabulary)
        or owner_sides.side_of(text, cast, vocabulary) != "unknown"
    ]
    others = [text for text in filled if text not in named and text not in marked]
    rare = len(others) * _RARE <= len(filled) and all(len(text.split()) <= _SHORT for text in others)
    return bool(filled) and (rare or (mostly and len(others) * 3 <= len(filled)))


def _first_of(text: str) -> str:
    """Return the full name in front of what somebody does: of "Ana Ruiz, Norwood purchasing"; all of another text."""
    name, comma, _ = text.partition(", ")
    return name if comma and " " in name else text


def by_whom(bench: Bench, grid: Grid, action: int) -> int:
    """Return the column that says by whom where no head of the lists tells, "Move | By | Due", "What | Whose"; or -1.

    Beside it another one says by when: a list of things that names who has them promises nothing.
    """
    timely = [i for i in grid.having("due") if i != action] or [i for i in [timed(bench, grid, [action])] if i >= 0]
    done = ticked(grid)
    met = [i for i in grid.having("attendees") if i != action]  # "With", in a table of what is due when
    bare = [unnamed(grid)] if unnamed(grid) >= 0 else []
    listed = [i for i in grid.having("name") if i != action]  # "Item | Name | Date"
    others = [_unlisted(grid, action), met, listed, bare] if timely else []
    for columns in (timely if len(timely) > 1 else [], *others):
        named = [i for i in columns if i != done and hold_names(bench, grid, [i], mostly=True)]
        named = [i for i in named if any(char.isalnum() for row in grid.table.rows for char in row.cells[i].content)]
        if len(named) == 1:
            return named[0]
    return -1


def owning_behind(grid: Grid, step: int) -> list[int]:
    """Return the column behind the steps of a log that says whose they are, "Next step | Who | By"; [] for none."""
    return [i for i, label in enumerate(grid.columns) if i == step + 1 and "owner" in label.roles]


def _unlisted(grid: Grid, action: int) -> list[int]:
    """Return the columns with a head that no list knows, or "In whose court next", but for that of what is done."""
    return [i for i, label in enumerate(grid.columns) if i != action and label.roles <= _UNKNOWN and grid.heads[i]]


def paired(bench: Bench, grid: Grid, action: int) -> list[int]:
    """Return the just two columns, headed by no label, that hold who acts, "Bank | Velmo"; [] for other tables."""
    named = [i for i in _unlisted(grid, action) if hold_names(bench, grid, [i], mostly=True)]
    return named if len(named) == len(_SIDES) else []


def by_side(bench: Bench, grid: Grid, pair: list[int]) -> list[int]:
    """Return two columns as the client's and ours; [] where nothing tells which is whose.

    A head is a word of a company's name, or all people below it are of a side; the other column is then of the other
    one.
    """
    told = [_side_told(bench, grid, i) for i in pair]
    told = [side or ACROSS.get(told[1 - at], "") for at, side in enumerate(told)]
    return [pair[told.index(side)] for side in _SIDES] if set(told) == set(_SIDES) else []


def _side_told(bench: Bench, grid: Grid, column: int) -> str:
    """Return the side of which a column's head is a company, or all people in it whose side is known; else ""."""
    cast = bench.prompter.cast
    if firm := side_of_firm(grid.heads[column], cast):
        return firm
    cells = [row.cells[column].text().passage.text.strip() for row in grid.table.rows]
    found = {cast.side(cell) for cell in cells if cell} - {"unknown"}
    return next(iter(found)) if len(found) == 1 else ""


def _known(cast: Cast) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(zip(_SIDES, (cast.client, cast.seller), strict=True))


def side_of_firm(word: str, cast: Cast) -> str:
    """Return the side of the companies that have a word in their names, "Trust" of "Quarrybank Trust"; "" for none."""
    found = {side for side, names in _known(cast) for name in names - cast.people if word.casefold() in name.split()}
    return found.pop() if len(found) == 1 else ""


def named_beside(bench: Bench, grid: Grid, owner: int, action: int) -> int:
    """Return the only column of names beside an ``owner`` of letters that stand for companies, "V | Bram"; or -1."""
    cells = [row.cells[owner].content for row in grid.table.rows] if owner >= 0 else []
    if not cells or any(len(part) > 1 for cell in cells for part in _WORD.findall(cell)):
        return -1
    others = [
        i
        for i, label in enumerate(grid.columns)
        if i not in {owner, action} and label.roles <= _NAMES and hold_names(bench, grid, [i], mostly=True)
    ]
    return others[0] if len(others) == 1 else -1


def side_of_letters(text: str, cast: Cast) -> str:
    """Return the side of the companies that begin with the letters of a text, "V", "V + P"; "" for strangers."""
    firms = {side: {name[:1] for name in names - cast.people} for side, names in _known(cast)}
    found = {tuple(side for side in _SIDES if letter.casefold() in firms[side]) for letter in _WORD.findall(text)}
    if not found or any(len(one) != 1 for one in found):
        return ""
    return "both" if len(found) > 1 else found.pop()[0]


def hold_no_acts(bench: Bench, grid: Grid, action: int) -> bool:
    """Say whether the column that a head calls what is done holds calls, or facts of the sale or of its people."""
    return _is_calendar(bench, grid, action) or _is_of_facts(bench, grid, action)


def _is_calendar(bench: Bench, grid: Grid, action: int) -> bool:
    """Say whether all rows of a table name calls and no acts: "Annual review with Ana", "First visit"."""
    cells = [row.cells[action].text().passage.text.strip() for row in grid.table.rows]
    return bench.kind != "map" and len(cells) > 1 and all(is_encounter(bench, cell) for cell in cells)


def _is_of_facts(bench: Bench, grid: Grid, action: int) -> bool:
    """Say whether at least half of the rows say what is: "Stage", "Close date", or who is what, with no day for it."""
    cells = [row.cells[action].text().passage.text.strip() for row in grid.table.rows]
    vocabulary = bench.material.vocabulary
    labels = map(vocabulary.label, cells)
    facts = sum(not one.weak and not one.roles.isdisjoint(_FACTS) for one in labels)
    timed = grid.column("due", "done", "next-step", but=action) >= 0
    titles = 0 if timed else sum(_is_title(cell.split(), vocabulary) for cell in cells)
    return max(facts, titles) > 1 and max(facts, titles) * 2 >= len(cells)


def _is_title(words: list[str], vocabulary: Vocabulary) -> bool:
    return 0 < len(words) <= _TITLE and is_role(words[-1], vocabulary)


def promising(bench: Bench, grid: Grid) -> int:
    """Return the column of a log of calls whose cells mostly say who acts, "Jo: quote, 3 May"; -1 for none."""
    for index in reversed(range(len(grid.heads))):
        if grid.columns[index].roles - {"other"}:
            continue
        cells = [row.cells[index].text().passage.strip() for row in grid.table.rows]
        drafts = [bench.draft(cell, NOTHING, grid.section, -1, done=False) for cell in cells if cell.text]
        led = sum(draft is not None and draft.owned.owner.surface == "label" for draft in drafts)
        if led > 1 and led * 3 >= len(drafts) * 2:
            return index
    return -1


def timed(bench: Bench, grid: Grid, but: list[int]) -> int:
    """Return the column of which most cells say nothing but when, whatever its head is: "till"; -1 for none."""
    # What is ticked off, or owned, is no list of calls: a day there is one until when something is done.
    acts = grid.column("done") >= 0 or grid.column("owner") in but
    untimed = _UNTIMED | {"call-date"} if acts else _UNTIMED
    for index, label in enumerate(grid.columns):
        if index in but or label.roles - untimed:
            continue
        cells = [row.cells[index].text().passage.text.strip() for row in grid.table.rows]
        filled = [cell for cell in cells if cell]
        if filled and sum(map(bench.is_time, filled)) * 2 > len(filled):
            return index
    return -1
