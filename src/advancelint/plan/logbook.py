"""Finds what came of calls in a log: what stands behind the event in its dated lines and rows.

"12 Mar – first call with Imogen, tender confirmed", "05/12 | Meeting | Intro | CDA signed". A line of a log says what
took place and then what came of it; whoever writes two such lines keeps a log, whatever it is called.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import answers, callwords, dates, leads, responses
from advancelint.plan.calls import Encounters
from advancelint.plan.cast import Cast
from advancelint.plan.material import Material
from advancelint.plan.outline import Grid
from advancelint.plan.stretches import Stretches
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage, Span

_PEOPLE = frozenset({"people", "attendees", "client-people"})  # a list of contacts may be one of calls
_FEWEST, _LONGEST, _WIDEST, _MOST = 2, 4_000, 400, 3
_SENTENCE = r"(?<=[^\W\d_]{2}[.!?])\s+(?=[\w\"“„«])|(?<=[.!?]\))\s+|(?<=\)[.!?])\s+"
_PARTS = expression(rf"(?P<stop>{_SENTENCE}|;\s+|\n)|(?P<lead>:\s+|\s+[–—-]+\s+|\s*->\s*|\s*\|\s*)|,\s+")
_QUOTES = '"“„«'
_WORD = expression(r"[^\W_][\w'’%-]*")
# What is still to come stands in a log, too, and what was changed in the record.
_AHEAD = expression(
    r"\b(?:planned|scheduled|upcoming|coming up|to come|tb[acd]|goals?|aims?|objectives?|minimum|want h(?:im|er)"
    r"|changed from|geplant|steht an|ziel|prévue?s?|à venir|but|objectif|previst[ao]|pendiente|planead[ao]|objetivo"
    r"|meta|agendad[ao]|pendente)\b",
    re.IGNORECASE,
)
_PAST_TITLE = expression(
    r"\b(?:history|log|diary|so far|last time|lately|recent|happened|held|past|prior|previous|seen|done|verlauf"
    r"|bisher\w*|historique|passé|historial?|bitácora|pasó|histórico|aconteceu)\b",
    re.IGNORECASE,
)
_STATE = expression(
    r"(?:is|are|was|were|has|have|had|will|would|won['’]?t|wants?|needs?|must|can|ok|okay|happy|fine|not|no|yes|said"
    r"|ist|sind|war|hat|will|muss|nicht|kein\w*|est|sont|veut|pas|es|está|quiere|é|quer|não)\Z",
    re.IGNORECASE,
)
_MAIL = expression(r"(?:e-?mails?|mail|letter|lvm|vm|voicemail|sms|task)\Z", re.IGNORECASE)
# "9 growers came", "with Dougie", "Köbi + daughter Seraina": who was there
_THERE = expression(
    r"(?:[^\W_]+ ){1,3}(?i:came|attended|present|there|joined|people|persons|ppl|pax|personas|pessoas|personnes"
    r"|leute)[.!]?\Z|(?i:asistieron|vinieron|vieram|waren|étaient|dabei|présents?|with|w/|mit|avec|con|com)\b"
    r"|[^\W\d_a-z][\w'’]+(?: [^\W\d_a-z][\w'’]+)?(?: ?[+&] ?| (?:and|und|et|y|e) )"
)
# What we did, what was only talked of, and manners: "Sent quote", "Petra described the hall", "she went quiet"
_IDLE = expression(
    r"(?:(?:we|ich|wir|je|nous|on) )?(?:said i|(?:sent|told|showed)(?! (?:us|me)\b)|presented|quoted|ran|explained"
    r"|dropped|left|photos?|e?-?mailed|rang|phoned|spoke|met|saw|walked|visited|tried|chased|enviad[ao])\b"
    r"|i\b|(?:[\w.'’]+ ){0,2}(?:described|explained|discussed|talked|complained|reminded|mentioned|erklärte|beschrieb"
    r"|expliqué|explicó|explicou|did (?:all|most)|went (?:well|quiet|fine)|seemed|looked|sounded|smiled|nodded"
    r"|laughed)\b|happy (?:with|w/) (?:current|present|their)\b",
    re.IGNORECASE,
)
_JOINING = expression(
    r"(?:and|und|et|y|e|with|w|mit|avec|con|com|from|of|at|in|on|for|von|vom|de|d[ou]|our|their|me|us|the|le|la|el)\Z",
    re.IGNORECASE,
)


class _Entry(NamedTuple):
    """A dated line: what stands behind its day, its call or -1, and whether it is a row whose cells are apart."""

    passage: Passage
    call: int
    parted: bool


def find(
    material: Material, cast: Cast, encounters: Encounters, kind: str, claimed: Iterable[Span], steps: Iterable[Span]
) -> Iterator[tuple[Passage, int]]:
    """Yield what came of the calls in logs, each with its call or -1.

    An entry that holds one of the spans ``claimed`` is said to bring nothing else; ``steps`` are those of next steps.
    """
    if kind == "map":
        return
    taken, promised = Stretches(claimed), Stretches(steps)
    for title, run in (*_lines(material), *_rows(material, encounters)):
        if not _is_past(title, run, material.vocabulary):
            continue
        for entry in run:
            if _AHEAD.search(entry.passage.text) or any(map(taken.hold, entry.passage.starts)):
                continue
            parts = responses.sentences(entry.passage, material.source.text)
            said = [one for one in parts if answers.is_answer(one.text, cast, present=True, wishes=True)]
            for passage in said or [_remark(entry, cast, material.vocabulary)]:
                if passage.text and not any(map(promised.hold, passage.starts)):
                    yield passage, entry.call


def is_history(title: str) -> bool:
    """Say whether the title of a list says that it tells what was: "History", "Meetings held"."""
    return _PAST_TITLE.search(title) is not None and not _AHEAD.search(title)


def is_told(material: Material, grid: Grid) -> bool:
    """Say whether a table with days stands below a title that says that it tells what was: "Activity history"."""
    return grid.column("call-date") >= 0 and is_history(material.outline.sections[grid.section].title)


def is_ahead(text: str) -> bool:
    """Say whether what is written of a call says that it is still to come: "planned"."""
    return _AHEAD.search(text) is not None


def _is_past(title: str, run: list[_Entry], vocabulary: Vocabulary) -> bool:
    """Say whether a run of dated lines tells what was: its heading says so, or every other line does."""
    if responses.is_to_come(title):
        return is_history(title)
    told = sum(callwords.is_told(entry.passage.text, vocabulary) for entry in run)
    return is_history(title) or (len(run) >= _FEWEST and told * 2 >= len(run))


def _is_open(material: Material, section: int) -> bool:
    """Say whether a section may be a log: nothing else claims it, and a trap only where its title says what was."""
    trapped = material.outline.trap(section) and not is_history(material.outline.sections[section].title)
    return not trapped and not responses.is_claimed(material, section, _PEOPLE)


def _lines(material: Material) -> Iterator[tuple[str, list[_Entry]]]:
    """Yield the runs of lines that begin with a day, each with the title above it."""
    outline = material.outline
    roles: dict[int, frozenset[str]] = {}
    sections: dict[int, int] = {}
    for statement in outline.statements:
        sections.setdefault(statement.block, statement.section)
        roles[statement.block] = roles.get(statement.block, frozenset()) | statement.label.roles
    heads = [index for index, section in enumerate(outline.sections) if section.level <= responses.DEEPEST]
    begins = [outline.sections[index].line for index in heads]
    runs: dict[tuple[int, str], list[_Entry]] = {}
    for index, block in enumerate(outline.document.blocks):
        if not isinstance(block, (Paragraph, ListItem)) or block.quoted or len(block.leaf.content) > _LONGEST:
            continue
        lines = block.leaf.content.split("\n", 2)[:2]
        first = next((n for n, line in enumerate(lines) if leads.begins_with_day(line, material.vocabulary)), -1)
        if first < 0:
            continue
        section = sections.get(index, heads[max(bisect_right(begins, block.lines.first) - 1, 0)])
        if not _is_open(material, section) or roles.get(index, frozenset()) & responses.OURS:
            continue
        runs.setdefault((section, lines[0] if first else ""), []).extend(_entries(block.leaf.text().passage, material))
    for (section, head), run in runs.items():
        yield head or outline.sections[section].title, run


def _entries(passage: Passage, material: Material) -> Iterator[_Entry]:
    """Yield the lines of a text that begin with a day, each with what stands below it."""
    text = responses.broken(passage, material.source.text)
    begins = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    begins = [at for at in begins if leads.begins_with_day(text[at : at + 40], material.vocabulary)]
    for start, end in pairwise((*begins, len(text))):
        day = dates.first(text[start:end], material.vocabulary, material.near)
        if day is not None and end - start <= _WIDEST:
            begun = start + day.span.end
            cut = passage.cut(Span(begun, end))
            yield _Entry(cut._replace(text=text[begun:end]), -1, parted=False)


def _rows(material: Material, encounters: Encounters) -> Iterator[tuple[str, list[_Entry]]]:
    """Yield the rows of tables with a day and without a column for what came of it."""
    for number, grid in enumerate(material.outline.grids):
        day, bare = grid.column("call-date", "due"), is_bare(grid)
        stated = grid.column("outcome", "objective") >= 0 and not bare
        if day < 0 or stated or not _is_open(material, grid.section):
            continue
        title = material.outline.sections[grid.section].title
        if grid.column("owner") >= 0 and not is_history(title):
            continue
        columns = [
            index
            for index, label in enumerate(grid.columns)
            if index != day and (bare or label.roles <= responses.REMARKS)
        ]
        best = max(columns, key=lambda column: width(grid, column), default=-1)
        if best < 0:
            continue
        run = []
        for index, row in enumerate(grid.table.rows):
            cell = row.cells[best].text().passage.strip()
            if not any(_MAIL.match(one.content.strip()) for one in row.cells) and 0 < len(cell.text) <= _WIDEST:
                run.append(_Entry(cell, encounters.rows.get((number, index), -1), best > columns[0]))
        yield title, run


def is_bare(grid: Grid) -> bool:
    """Say whether a table is days and what happened on them: "Reunión en Barbate: Inmaculada pidió leasing"."""
    return len(grid.columns) == 2 and "call-date" in grid.columns[0].roles and "outcome" in grid.columns[1].roles


def width(grid: Grid, column: int) -> int:
    """Return how much is written in a column."""
    return sum(len(row.cells[column].content) for row in grid.table.rows)


def _remark(entry: _Entry, cast: Cast, vocabulary: Vocabulary) -> Passage:
    """Return the sentence of an entry that says what came of the call, nothing where none does."""
    passage, text = entry.passage, entry.passage.text
    part = begun = len(text) - len(text.lstrip(" ,:–—-|.*_"))
    firm = False
    for mark in (*_PARTS.finditer(text, begun), None):
        said = text[part : mark.start() if mark else len(text)].strip(" *_|")
        if _MAIL.match(said):
            break
        quoted = firm and said[:1] in _QUOTES and len(said) > 1
        if quoted or ((part > begun or entry.parted) and _may_say(said, cast, vocabulary, firm=firm or entry.parted)):
            return _to_stop(passage, part)
        part, firm = (mark.end(), mark.group() != ", ") if mark else (part, firm)
    return NOTHING


def _to_stop(passage: Passage, start: int) -> Passage:
    """Return the rest of the sentence that begins at ``start``."""
    stops = (mark.start() for mark in _PARTS.finditer(passage.text, start) if mark["stop"])
    cut = passage.cut(Span(start, next(stops, len(passage.text)))).strip()
    return cut.cut(Span(0, len(cut.text.rstrip(" |.,"))))


def _may_say(text: str, cast: Cast, vocabulary: Vocabulary, *, firm: bool) -> bool:
    """Say whether a part of an entry says what came of a call: no names, no guests, nothing of ours.

    ``firm`` says that it stands behind more than a comma.
    """
    words = [word for word in _WORD.findall(text) if not word[0].isdigit()]
    if "?" in text or _IDLE.match(text) or cast.side(text.partition(" ")[0]) == "seller":
        return False
    if all(word[0].isupper() or _JOINING.match(word) for word in words):
        return False
    if callwords.is_told(text, vocabulary) or any(map(_STATE.match, words)):
        return not _THERE.match(text) or len(words) > _MOST
    return firm and len(words) > _MOST and not _THERE.match(text)
