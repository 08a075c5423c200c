"""Reads a table as keys with values or, for the layers above, as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Table
from advancelint.plan import pieces
from advancelint.plan.outline import Grid, Statement, place_of
from advancelint.plan.vocabulary import GOALS, NO_LABEL, Label, Vocabulary

_PAIR_WIDTH = 2
_KINDS = 3  # of labels in a first column, which tell that it holds keys
# Labels whose cell may hold a list.
_LISTED = frozenset({"next-step", "attendees", "people", "our-people", "client-people", "objective", "outcome"})

_BOTH = frozenset({"objective", "outcome"})
_EACH = expression(r"\s*[,/+&]\s*|\s+(?:and|und|et|y|e)\s+")
_PARTY, _FIRM = frozenset({"party", "partei", "partie", "parte"}), frozenset({"organisation"})
_EITHER = expression(r"\s*[/|]\s*|\s+(?:or|oder|ou|o)\s+")
_ACTING = expression(
    r"(?:[Ww]hat |[Ww]as |[Cc]e que |[Qq]ué |[Oo] que )?"
    r"(?P<who>[^\W\d_a-zß-öø-ÿ][\w'’&. -]{1,40}?|[Ww]e|[Tt]hey|[Yy]ou|[Ww]ir)"
    r" (?:do|does|to do|will do|is doing|brings?|provides?|delivers?|tun|tut|macht|machen|fait|font|hacen?|faz|fazem)"
)
_OWNER, _ROLE, _ACT = frozenset({"owner"}), frozenset({"person-role"}), frozenset({"action"})
_TOLD = frozenset({"next-step", "action"})  # what takes words


def read(
    block: Table, index: int, section: int, vocabulary: Vocabulary, written: str
) -> tuple[list[Statement], Grid | None]:
    """Return the statements of a table of keys and values, or else the table read by its columns.

    ``index`` is that of the block in the document, ``written`` the source's whole text.
    """
    heads = _of_parties(tuple(cell.text().passage.strip().text for cell in block.header.cells))
    if not _is_pairs(block, heads, vocabulary):
        labels = _with_parties(tuple(_columns(block, heads, vocabulary)), heads)
        return [], Grid(block, _with_goals(_with_acts(labels)), heads, section)
    statements = []
    for row in block.rows if _is_plain(heads[0], vocabulary) else (block.header, *block.rows):
        key, value = (cell.text() for cell in row.cells)
        name, whole = key.passage.strip(), value.passage.strip()
        label = vocabulary.meaning(name.text, "label", whole.text)
        lines = pieces.broken(whole, written) if label.roles & _LISTED else []
        statements += [
            Statement(label, name.text, place_of(name), line, "row", section, row.line, index, value.struck)
            for line in (lines if len(lines) > 1 else [whole])
        ]
    return statements, None


def _of_parties(heads: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``heads``, those of two parties that act by their names alone: "What Norwood does", "We do"."""
    acting = [_ACTING.fullmatch(head) for head in heads]
    if sum(map(bool, acting)) != _PAIR_WIDTH:
        return heads
    return tuple(match["who"] if match else head for match, head in zip(acting, heads, strict=True))


def _columns(block: Table, heads: Sequence[str], vocabulary: Vocabulary) -> Iterator[Label]:
    for index, head in enumerate(heads):
        cells = [row.cells[index].text().passage.text.strip() for row in block.rows]
        label = vocabulary.meaning(head, "column", next((cell for cell in cells if cell), ""))
        label = _of_both(head, label, [cell for cell in cells if cell], vocabulary)
        label = _of_who_and_when(head, label, vocabulary)
        label = _of_whom(head, label, cells)
        counted = [cell.strip("#. ") for cell in cells] == [str(number + 1) for number in range(len(cells))]
        yield NO_LABEL if counted and not label.roles.isdisjoint(_TOLD) else label  # "Step" above 1, 2, 3


def _of_who_and_when(head: str, label: Label, vocabulary: Vocabulary) -> Label:
    """Return the label of a column "Who / by when", in which both stand; ``label`` for any other one."""
    parts = [vocabulary.label(part).roles for part in _EACH.split(head)] if not label.roles or label.heard else []
    both = len(parts) == _PAIR_WIDTH and "owner" in parts[0] and "due" in parts[1]
    return Label(frozenset({"owner", "due"}), weak=False) if both else label


def _of_whom(head: str, label: Label, cells: Sequence[str]) -> Label:
    """Return the label of a column "By" in which no number stands: it tells who does what, and another one by when."""
    numbered = any(map(str.isdigit, "".join(cells)))
    return label if numbered or head.strip().casefold() != "by" or not any(cells) else Label(_OWNER, weak=False)


def _with_acts(columns: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return the labels of columns with that of what is done for "Job", where others say who does it and by when."""
    told = frozenset[str]().union(*(label.roles for label in columns))
    if not told >= {"owner", "due"} or not told.isdisjoint(_TOLD):
        return columns
    return tuple(Label(_ACT, weak=True) if label.roles == _ROLE else label for label in columns)


def _with_parties(columns: tuple[Label, ...], heads: Sequence[str]) -> tuple[Label, ...]:
    """Return the labels of columns with that of a company for "Party", where another one says who of it acts."""
    owning = [at for at, label in enumerate(columns) if "owner" in label.roles]
    named = [at for at in owning if heads[at].strip().casefold() in _PARTY]
    if len(owning) != _PAIR_WIDTH or len(named) != 1:
        return columns
    return tuple(Label(_FIRM, weak=True) if at == named[0] else label for at, label in enumerate(columns))


def _with_goals(columns: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return the labels of columns with that of goals, which no list knows, before that of fallbacks.

    Below "Call | Client will … | Fallback" the second is what the third is less than.
    """
    listed = [at for at, label in enumerate(columns) if "fallback" in label.roles and not label.heard]
    before = listed[0] - 1 if listed else -1
    if before < 0 or any(label.roles & (GOALS - {"fallback"}) for label in columns):
        return columns
    free = not columns[before].roles or columns[before].heard
    aim = Label(frozenset({"objective"}), weak=False, heard=True)
    return (*columns[:before], aim, *columns[before + 1 :]) if free else columns


def _of_both(head: str, label: Label, cells: Sequence[str], vocabulary: Vocabulary) -> Label:
    """Return the label of a column of goals for calls to come and of what came of those that are over: "Aim / result".

    ``label`` is what the whole head means, and returned for any other one.
    """
    parts = _EITHER.split(head)
    if len(parts) != _PAIR_WIDTH or (label.roles and not label.heard):
        return label
    ends = {cells[0], cells[-1]} if cells else {""}  # a log may begin at either end
    roles = frozenset[str]().union(*(vocabulary.meaning(part, "column", end).roles for part in parts for end in ends))
    return Label(_BOTH, weak=False, heard=True) if roles >= _BOTH else label


def _is_plain(head: str, vocabulary: Vocabulary) -> bool:
    """Say whether a table's head says no more than that keys or values stand below it."""
    return not head.strip() or vocabulary.word("plain-head", head) is not None


def _is_pairs(block: Table, heads: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Say whether a table of two columns holds keys and values."""
    if len(heads) != _PAIR_WIDTH:
        return False
    if _is_plain(heads[0], vocabulary) and _is_plain(heads[1], vocabulary):
        return True
    names = [row.cells[0].text().passage.text for row in block.rows]
    told = [label.roles for label in map(vocabulary.label, names) if label.roles]
    known = len(told)
    # "Field | Fill in": the first head says that keys stand below it, so fewer of them have to be known.
    times = 4 if heads[0].strip() and _is_plain(heads[0], vocabulary) else 2
    # "Lakeward Oy | line scanner" above "Date", "Stage" and "Objective": of what else they tell teams have own words.
    times = max(times, 4) if len(set(told)) >= _KINDS else times
    return known * times > len(names) and not vocabulary.label(heads[1]).roles
