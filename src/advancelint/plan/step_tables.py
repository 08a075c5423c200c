"""Finds the next steps in tables: by the names of their columns, or one a cell below "Buyer" and "Seller"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Row
from advancelint.markdown.model import TICKS
from advancelint.plan import columns, owner_heads, owner_sides, promised_tables, responsible, several, team_columns
from advancelint.plan import promises as by_cells
from advancelint.plan.deeds import done_by
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.label_forms import normalise
from advancelint.plan.log_tables import following, is_log
from advancelint.plan.material import is_placeholder, line_of
from advancelint.plan.model import Field
from advancelint.plan.outline import Grid
from advancelint.plan.owners import Owned
from advancelint.source import NOTHING, NOWHERE, Passage, Span

_STATE = expression(r"\d\w*\.?(?: \(|,? (?:[–—-] )?)([^\W\d_][^()]*)\)?$")  # behind a day
_BOX = expression(rf"(?:\[([ {TICKS}])\]|([☐☑☒⬜✅✔✓]))[ \ufe0f]+")
_OWNING = frozenset({"owner", "buyer", "seller"})
_SIDES = ("client", "seller")


def read(bench: Bench, grid: Grid) -> Iterator[Draft]:
    """Yield the steps of a table; none where its rows are no steps."""
    outline = bench.material.outline
    action = grid.column("action", "next-step")
    logged = is_log(bench.material, grid)
    people = not logged and promised_tables.lists_people(outline, grid, action)
    if people or promised_tables.is_diary(outline, grid) or not promised_tables.is_promised(bench, grid, action):
        return
    if logged:
        yield from _of_log(bench, grid)
        return
    if not any(head.strip() for head in grid.heads):
        yield from _bare(bench, grid)
        return
    lettered = responsible.columns(grid)
    if lettered:
        yield from _of_letters(bench, grid, lettered)
        return
    inside = outline.within(grid.section, "next-step") or bench.kind == "map"
    action, sided = _sides_of(bench, grid)
    if min(sided) >= 0 and sided[0] != sided[1]:
        names = columns.hold_names(bench, grid, sided, mostly=True)
        if not names and (inside or any(done_by(grid.heads[index]) for index in sided)):
            yield from _sided(bench, grid, sided)
            return
        if names and action >= 0:
            yield from rows(bench, grid, action, sided, sided=True)
            return
    owners_named = [i for i, label in enumerate(grid.columns) if label.roles & _OWNING and i != action]
    owners_named = owners_named or (columns.paired(bench, grid, action) if bench.kind == "map" else [])
    if len(owners_named) == len(_SIDES) and columns.hold_names(bench, grid, owners_named, mostly=bench.kind == "map"):
        yield from rows(bench, grid, action, owners_named) if action >= 0 else ()
        return
    yield from _by_owner(bench, grid, action, inside=inside)


def _of_log(bench: Bench, grid: Grid) -> Iterator[Draft]:
    """Yield the steps of a log of calls, which goes on from what was wanted to what comes next."""
    headed = grid.having("next-step")
    step = headed[-1] if headed else max(columns.promising(bench, grid), following(grid))
    if step >= 0:
        dating = [at for at in grid.dating_calls if at < step] or grid.dating_calls  # "Date | … | Next | Who | When"
        yield from rows(bench, grid, step, columns.owning_behind(grid, step), dating)


def _by_owner(bench: Bench, grid: Grid, action: int, *, inside: bool) -> Iterator[Draft]:
    """Yield one step a row of a table in which a column says what is done and others who does it or when."""
    owner = grid.column("owner", but=action)
    owner = columns.by_whom(bench, grid, action) if owner < 0 else owner
    if action < 0 <= owner and (grid.column("due") >= 0 or columns.timed(bench, grid, [owner]) >= 0):
        action = columns.described(bench, grid, [owner])  # "Measure | Responsible | Until"
        action = grid.column("seller", "buyer", but=owner) if action < 0 else action  # "What we do | Who | When"
    if action < 0 and inside and owner < 0 and grid.column("due") >= 0:
        action = columns.unnamed(grid)
    beside = columns.named_beside(bench, grid, owner, action)
    letters, owner = (owner, beside) if beside >= 0 else (-1, owner)
    promises = inside or any(grid.column(role, but=action) >= 0 for role in ("due", "done")) or owner >= 0
    if action >= 0 and promises and not columns.hold_no_acts(bench, grid, action):
        yield from _sided_by(bench, grid, letters, rows(bench, grid, action, [owner] if owner >= 0 else []))


def _of_letters(bench: Bench, grid: Grid, lettered: list[int]) -> Iterator[Draft]:
    """Yield one step a row of a table of responsibilities, owned by whoever heads the column of its "R"."""
    action = grid.column("action", "next-step")
    action = columns.longest(grid, set(range(len(grid.heads))).difference(lettered)) if action < 0 else action
    if action < 0:
        return  # nothing but letters: marks of some other sort
    when = grid.column("due", "call-date", but=action)
    does = {row.line: responsible.of(grid, row, lettered) for row in grid.table.rows}
    for draft in rows(bench, grid, action, [], when=when):
        who = does.get(line_of(draft.passage, bench.material.source), NOTHING)
        yield bench.owned_by(who, "column", draft) if who.text else draft


def _sided_by(bench: Bench, grid: Grid, letters: int, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Give steps the sides of the companies whose ``letters`` stand in their rows, -1 for no such column."""
    cells = {row.line: row.cells[letters].content for row in grid.table.rows} if letters >= 0 else {}
    for draft in drafts:
        line = line_of(draft.passage, bench.material.source) if cells else 0
        side = columns.side_of_letters(cells.get(line, ""), bench.prompter.cast)
        yield draft._replace(owned=draft.owned._replace(side=side)) if side else draft


def _bare(bench: Bench, grid: Grid) -> Iterator[Draft]:
    """Yield the steps of a table without heads of which the cells say who does what by when."""
    who, what, when = by_cells.table(bench, grid)
    if what >= 0:
        yield from rows(bench, grid, what, [who], when=when)


def _sides_of(bench: Bench, grid: Grid) -> tuple[int, list[int]]:
    """Return the column of what is done and those of client and seller, by their heads or by the companies there."""
    action, sided = grid.column("action", "next-step"), [grid.column("buyer"), grid.column("seller")]
    cast, vocabulary = bench.prompter.cast, bench.material.vocabulary
    if min(sided) < 0 and (
        owning := owner_heads.sides(grid.heads, lambda one: owner_sides.side_of(one, cast, vocabulary), vocabulary)
    ):
        return action, list(owning)
    if min(sided) < 0 and grid.column("due", "call-date", "done") >= 0:
        sided = [columns.headed(bench, grid, side) for side in _SIDES]
        if min(sided) < 0 <= max(sided):
            at = sided.index(-1)
            # "Customer | Velmo": whoever the other one is, he is ours
            sided[at] = team_columns.strangers(grid, max(sided), vocabulary)
        if min(sided) < 0:
            sided = columns.by_side(bench, grid, columns.paired(bench, grid, action)) or sided
        if min(sided) >= 0 and action < 0:
            action = columns.described(bench, grid, sided)
    return action, sided


def rows(
    bench: Bench,
    grid: Grid,
    action: int,
    owner: list[int],
    calls: Sequence[int] = (),
    when: int = -1,
    *,
    sided: bool = False,
) -> Iterator[Draft]:
    """Yield one step a row: its action's cell, with owner, due date and status from their columns.

    ``calls`` are the columns that date the calls of a log, ``when`` a column of due dates that no head tells; ``sided``
    says that ``owner`` are the client's column and the seller's.
    """
    apart = {action, *calls, *(i for i in owner if "owner" not in grid.columns[i].roles)}  # "Who / when" tells both
    timely = [i for i in grid.having("due") if i not in apart]
    if not timely and when < 0 and not calls:
        when = columns.timed(bench, grid, [action, *owner])
    due, done = (timely[0] if timely else when), grid.column("done", but=action)
    done = columns.ticked(grid) if done < 0 else done
    told = [*owner, *timely]
    for row in grid.table.rows:
        if told and _is_divider(row, action):
            continue
        passage, struck = _act(row, action)
        for part in [passage] if told else several.owned(bench, passage, grid.section):
            draft = bench.draft(part, NOTHING, grid.section, -1, done=struck)
            if draft is None:
                continue
            if owner:
                draft = _with_owner(bench, grid, row, owner, draft, sided=sided)
                draft = _of_company(bench, row, grid.column("organisation", but=action), draft)
            yield _with_columns(bench, row, due, done, draft)


def _is_divider(row: Row, action: int) -> bool:
    """Say whether a row is a bold line over the rows below it: "**Phase 2: decide**" and nothing else."""
    rich = row.cells[action].text()
    bare = all(not cell.content.strip() for index, cell in enumerate(row.cells) if index != action)
    text = rich.passage.text.strip()
    return bare and len(rich.bold) == 1 and rich.bold[0].end - rich.bold[0].start >= len(text)


def _act(row: Row, action: int) -> tuple[Passage, bool]:
    """Return the words of an action's cell and whether they are ticked off or struck out."""
    rich = row.cells[action].text()
    passage = rich.passage.strip()
    struck = not passage.text and bool(rich.struck.text)
    passage = rich.struck.strip() if struck else passage
    box = _BOX.match(passage.text)
    if box:
        ticked = (box[1] or " ") != " " or (box[2] or "☐") not in "☐⬜"
        return passage.cut(Span(box.end(), len(passage.text))), struck or ticked
    return passage, struck


def _with_owner(bench: Bench, grid: Grid, row: Row, columns: list[int], draft: Draft, *, sided: bool) -> Draft:
    """Give the step its owner; of a buyer's and a seller's column both may name one."""
    cells = [row.cells[index].text().passage.strip() for index in columns]
    if len(columns) == 1:
        return bench.owned_by(cells[0], "column", draft)
    vocabulary, cast = bench.material.vocabulary, bench.prompter.cast
    named = [index for index, cell in enumerate(cells) if not is_placeholder(cell.text, vocabulary)]
    if not named:
        return draft
    words = [cells[index].text if any(char.isalnum() for char in cells[index].text) else "" for index in named]
    heads = [grid.heads[columns[index]] for index in named]
    # A tick below "Buyer" says no more than the head of its column.
    name = ", ".join(word if word and normalise(word) not in {"x", "yes"} else head
                     for word, head in zip(words, heads, strict=True))  # fmt: skip
    sided = sided or not grid.columns[columns[0]].roles.isdisjoint({"buyer", "client-people"})
    side = (_SIDES[named[0]] if len(named) == 1 else "both") if sided else owner_sides.side_of(name, cast, vocabulary)
    owner = Field(name, cells[named[0]].text, NOWHERE, "column")
    return draft._replace(owned=Owned(owner, side, draft.passage))


def _of_company(bench: Bench, row: Row, company: int, draft: Draft) -> Draft:
    """Give an owner whom the plan does not know the side of the company in a column of its own."""
    if company < 0 or draft.owned.side != "unknown":
        return draft
    firm, cast = row.cells[company].text().passage.strip().text, bench.prompter.cast
    side = owner_sides.side_of(firm, cast, bench.material.vocabulary)
    side = columns.side_of_firm(firm, cast) or side if side == "unknown" else side
    return draft._replace(owned=draft.owned._replace(side=side))


def _with_columns(bench: Bench, row: Row, due: int, done: int, draft: Draft) -> Draft:
    when = row.cells[due].text().passage.strip() if due >= 0 else NOTHING
    if due >= 0:
        draft = bench.due_on(when, "column", draft)
    state = _STATE.search(when.text)
    stated = (state[1] or "").strip() if state else ""
    if due >= 0 and (bench.is_done(when.text) or bench.is_done(stated) or stated.casefold() == "ok"):
        draft = draft._replace(done=True)  # "done 20 May" below "By when", "20/5 (sent)"
    if done >= 0 and bench.is_done(row.cells[done].text().passage.text):
        draft = draft._replace(done=True)
    return draft


def _sided(bench: Bench, grid: Grid, sided: list[int]) -> Iterator[Draft]:
    """A table with a buyer's and a seller's column holds one step a cell."""
    due, done = grid.column("due", "call-date"), grid.column("done")
    due = columns.timed(bench, grid, sided) if due < 0 else due
    for row in grid.table.rows:
        for index, side in zip(sided, _SIDES, strict=True):
            draft = bench.draft(row.cells[index].text().passage.strip(), NOTHING, grid.section, -1, done=False)
            if draft is None:
                continue
            owned = draft.owned if draft.owned.side != "unknown" else draft.owned._replace(side=side)
            draft = draft._replace(owned=owned, heading=grid.heads[index])
            yield _with_columns(bench, row, due, done, draft)
