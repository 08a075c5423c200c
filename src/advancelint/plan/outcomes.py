"""Finds what past calls produced: outcomes in labels, below headings and in the rows of a call log."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from advancelint.expressions import expression
from advancelint.plan import front, front_entries, logbook, responses, results
from advancelint.plan.calls import Encounters
from advancelint.plan.cast import Cast
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, is_placeholder, span_of
from advancelint.plan.model import Outcome
from advancelint.plan.outline import Statement
from advancelint.plan.prompter import Prompter
from advancelint.plan.stretches import Stretches, is_between
from advancelint.source import Passage, Span

# "Gareth offered the weekend", "Sr. Gilvan topou uma loja"
_NEXT = expression(r"\s+(?P<word>(?:(?:Dr|Mr|Mrs|Ms|Mme|Frau|Herr|Sra?|Dona|Don)\.? )?(?P<who>[^\W\d_a-z][\w'’-]*))")
_REACHED = expression(
    r"[.!;,]? {0,2}(?:[–—-] ?)?(?P<said>(?:and |und |et |y |e )?"
    r"(?:(?:s?he|they|we|I) (?:(?:did|has)(?=[ \n]*(?:[.!,]|$))|agreed|accepted|said yes|said ok|got it)\b"
    r"|got it\b|achieved\b|hat geklappt\b)[^.!\n]*)",
    re.IGNORECASE,
)
_WANTED = expression(r"\b(?:after|want|hop(?:e|ing)|aim\w*|looking for|(?:would|['’]d) like|need)\b", re.IGNORECASE)
# "Petra agreed to write it up" is a step, and what came of the call, too.
_PLEDGED = expression(r"(?:[^\W\d_][\w'’-]+ ){1,3}(?:agreed|promised) to\b")
_WIDEST = 200
_PRONOUNS = frozenset({"He", "She", "They", "Er", "Sie", "Il", "Elle", "Ella", "Ele", "Ela"})
_ENDED, _SHORTEST = expression(r"[^\W_]{3}[.!?]\Z"), 12
_LABELS = frozenset({"label", "bold"})
_STOP = expression(r"(?<=[^\W\d_A-Z]{3}[.!?])[ ]+(?=[^\W\d_a-z])")


def is_outcome_label(material: Material, statement: Statement, kind: str) -> bool:
    """Say whether "Advance:" labels what came of a call: below "Outcome", or in notes after a call."""
    placed = bool(statement.name) and (kind == "notes" or material.outline.within(statement.section, "outcome"))
    return placed and normalise(statement.name) in material.vocabulary.words["outcome"]


def find(
    material: Material,
    prompter: Prompter,
    encounters: Encounters,
    kind: str,
    agreed: Sequence[tuple[Passage, int]] = (),
    aims: Sequence[Span] = (),
    promised: Sequence[Span] = (),
) -> tuple[Outcome, ...]:
    """Return what past calls produced, in document order; ``agreed`` is what a list of agreements says, by call.

    ``aims`` and ``promised`` are the spans of objectives and steps: what holds one is said of what is to come.
    """
    found = list(_labelled(material, prompter, encounters, kind, sorted(aim.start for aim in aims)))
    _add(found, agreed, prompter)
    if kind not in {"prep", "map"}:
        _add(found, results.find(material, encounters), prompter)
    labelled = {one.call for one in found}
    if kind == "notes" and found and len(encounters.calls) <= len(labelled):
        return tuple(sorted(found, key=lambda one: one.span))  # whoever labels outcomes has told them
    taken = Stretches((*aims, *promised))
    said = responses.find(material, prompter.cast, encounters, kind)
    if kind == "notes":
        said = (one for one in said if one[1] not in labelled)
    said = (one for one in said if _PLEDGED.match(one[0].text) or not any(map(taken.hold, one[0].starts)))
    _add(found, said, prompter)
    if kind != "prep":
        told = sorted(one.span.start for one in found)
        alone = [aim for aim in aims if not is_between(told, aim.end, aim.end + _WIDEST)]
        _add(found, _reached(material, encounters, alone), prompter)
    claimed = (*aims, *(one.span for one in found))
    _add(found, logbook.find(material, prompter.cast, encounters, kind, claimed, promised), prompter)
    return tuple(sorted(found, key=lambda one: one.span))


def _labelled(
    material: Material, prompter: Prompter, encounters: Encounters, kind: str, aims: Sequence[int]
) -> Iterator[Outcome]:
    """Yield the outcomes of labels, of headings and of columns; ``aims`` are the places of objectives, in order."""
    for passage, call, heading in (
        *_fronted(material, encounters),
        *_stated(material, prompter.cast, encounters, kind),
        *_in_grids(material, encounters, kind, aims),
    ):
        if not is_placeholder(passage.text, material.vocabulary):
            label, rest = _classified(passage, material)
            yield Outcome(rest, span_of(passage), label, call, prompter.read(rest, "outcome", heading))


def _add(found: list[Outcome], told: Iterable[tuple[Passage, int]], prompter: Prompter) -> None:
    """Add what is told in other places than those of ``found``."""
    taken = Stretches(one.span for one in found)
    for passage, call in told:
        if not taken.hold(span_of(passage).start + 1):
            reading = prompter.read(passage, "outcome", "outcome")
            found.append(Outcome(passage, span_of(passage), "unknown", call, reading))


def _reached(material: Material, encounters: Encounters, aims: Sequence[Span]) -> Iterator[tuple[Passage, int]]:
    """Yield what is said right behind an objective of its being reached: "Aim was a trial in hall 2. She agreed."."""
    for aim in aims:
        match = _REACHED.match(material.source.text, aim.end, aim.end + _WIDEST)
        if match:
            yield Passage.plain(match["said"], match.start("said")), encounters.default


def _fronted(material: Material, encounters: Encounters) -> Iterator[tuple[Passage, int, str]]:
    """Yield what the front matter says that came of a call, with that call: of a list of calls, of none so far."""
    for entry in material.front.entries:
        for scalar in front_entries.scalars(entry.value) if "outcome" in entry.roles else ():
            yield front.passage(material.source, scalar), -1 if entry.call else encounters.default, "outcome"


def _stated(material: Material, cast: Cast, encounters: Encounters, kind: str) -> Iterator[tuple[Passage, int, str]]:
    for statement in material.outline.statements:
        inside = material.outline.role_section(statement.section)
        below = bool(inside) and "outcome" in material.outline.sections[inside].label.roles
        below = below and not results.is_quoted(material, inside) and not _is_wanted(material, inside, kind)
        plain = below and not statement.label.roles and statement.opens < 0 and not statement.nested
        plain = plain or is_outcome_label(material, statement, kind)
        if (
            (statement.plays("outcome") or plain)
            and statement.value.text
            and not material.outline.trap(statement.section)
        ):
            whole = statement.head if plain and statement.head.text else statement.value
            call, heading = encounters.of(material, statement.section), statement.name or "outcome"
            several = _classified(whole, material)[0] == "unknown"  # "Advance. Petra signs …" is one
            if several and plain and not statement.name and statement.surface in {"text", "paragraph"}:
                parts: Iterable[Passage] = sentences(whole)
            elif several and statement.name and statement.surface in _LABELS:
                parts = _apart(whole, material, cast)
            else:
                parts = (whole,)
            for passage in parts:
                yield passage, call, heading


def _is_wanted(material: Material, section: int, kind: str) -> bool:
    """Say whether a heading of a preparation, which no list holds, names what is to come: "Outcomes we are after"."""
    head = material.outline.sections[section]
    return kind == "prep" and head.label.heard and _WANTED.search(head.title) is not None


def _apart(passage: Passage, material: Material, cast: Cast) -> Iterator[Passage]:
    """Yield what a label's value says of several people: its lines, and its sentences that begin with somebody."""
    written = material.source.text
    start = 0
    for mark in _NEXT.finditer(passage.text):
        who = mark["who"]
        line = written[passage.starts[mark.start()]] == "\n"
        ended = mark.start() > start + _SHORTEST and _ENDED.search(
            passage.text[max(mark.start() - 4, start) : mark.start()]
        )
        if ended and (line or who in _PRONOUNS or cast.is_person(who)):
            yield passage.cut(Span(start, mark.start())).strip()
            start = mark.end() - len(mark["word"])
    yield passage.cut(Span(start, len(passage.text))).strip()


def sentences(passage: Passage) -> Iterator[Passage]:
    """Yield the sentences of a paragraph that tells what came of a call."""
    start = 0
    for mark in (*_STOP.finditer(passage.text), None):
        end = mark.start() if mark else len(passage.text)
        yield passage.cut(Span(start, end)).strip()
        start = mark.end() if mark else end


def _in_grids(
    material: Material, encounters: Encounters, kind: str, aims: Sequence[int]
) -> Iterator[tuple[Passage, int, str]]:
    for number, grid in enumerate(material.outline.grids):
        # "Did it? | What came out": the column with the most to say.
        columns = [index for index, label in enumerate(grid.columns) if "outcome" in label.roles]
        if not columns and grid.column("objective", "primary") >= 0:
            columns = [index for index, head in enumerate(grid.heads) if responses.is_history(head)]
        column = -1 if logbook.is_bare(grid) else max(columns, key=lambda at: logbook.width(grid, at), default=-1)
        compared = kind == "notes" and grid.column("objective", "primary") == 0  # "We wanted | Result"
        history = logbook.is_told(material, grid)
        for index, row in enumerate(grid.table.rows) if column >= 0 else ():
            call = encounters.rows.get((number, index), encounters.default if compared else -1)
            passage = row.cells[column].text().passage.strip()
            if not passage.text or is_between(aims, passage.starts[0] - 1, passage.ends[-1]):
                continue  # "Goal: Ana signs" of a call to come stands where results do
            if call >= 0 or compared or (history and not logbook.is_ahead(passage.text)):
                yield passage, call, grid.heads[column]


def _classified(passage: Passage, material: Material) -> tuple[str, Passage]:
    """Return the outcome's label from its first words, and the rest where those words stand by themselves."""
    words = material.vocabulary.words["outcome"]
    text = passage.text.casefold()
    if len(text) != len(passage.text):
        return "unknown", passage
    for word in sorted(words, key=len, reverse=True):
        behind = text[len(word) : len(word) + 1]
        if not text.startswith(word) or behind.isalnum():
            continue
        rest = passage.cut(Span(len(word), len(text)))
        alone = behind in set(".:,;—–!") or text[len(word) : len(word) + 2] in {" :", " —", " –", " -", " ("}
        if not behind.strip() and not alone and rest.text.strip():
            # "No decision yet", "Won over by the demo": the word begins a sentence, it labels nothing.
            firm = " " in word or words[word] not in {"order", "no-sale"}
            return (words[word] if firm else "unknown"), passage
        while rest.text and not rest.text[0].isalnum():
            rest = rest.cut(Span(1, len(rest.text)))
        return words[word], (rest if rest.text else passage)
    return "unknown", passage
