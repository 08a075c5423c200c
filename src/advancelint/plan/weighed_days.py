"""Weighs whether a day in a plan is that of a call: "CALL JUNE 3, JO + MO, 30 MIN", "3 June: presented the offer".

Days of calls stand beside days of all else: when steps are due, what was sent, when a contract ends. What words around
a day and its place tell is weighed with weights that benchmarks/train_days.py learnt from plans of strangers. It finds
days that no rule knows, and doubts those that a rule took for a call that a plan mentions.
"""

from __future__ import annotations

import functools
import os
import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from itertools import islice

from advancelint import resources
from advancelint.expressions import expression
from advancelint.lookup import Lookup
from advancelint.paths import name_of
from advancelint.plan import callwords, dates, encounters, journals, raw_lines
from advancelint.plan.material import Material
from advancelint.plan.model import Plan
from advancelint.plan.outline import Section
from advancelint.plan.weighing import chance
from advancelint.records import NamedTuple

_MOST = 500  # days of a plan that are looked at
_LONGEST = 2_000  # characters of a line that is looked at
_SAID = 300  # and those whose words are signs
_AHEAD, _BEHIND = 60, 40  # characters in which somebody's name may stand
_FURTHER = (1, 8, 30, 90)  # from so many days before or behind the others on a day is further away
_WORD, _LETTERS = expression(r"[^\W\d_]+"), expression(r"[^\W\d_]{3}")
_NAME, _YEAR = expression(r"[^\W\d_a-z][\w'’-]+"), expression(r"20\d\d")
# A line of a log, by its beginning
_SERIES = expression(
    r"[-*+•#|>\s\[(_]*(?:[^\W\d_]{2,10}[.,]? )?(?:\d{1,4}[./-]\d|\d{1,2}\.? [^\W\d_]{3}|[^\W\d_]{3,9} \d)"
)
_MANY, _SOON = (2, 3, 5, 8), 16
# Nobody is met by mail, nor anybody of the client's at a dry run
_UNMET = expression(
    r"\bby (?:e-?mail|mail|post|letter)\b|\b(?:dry run|rehearsal)\b|\bper (?:mail|post)\b", re.IGNORECASE
)
_SENT = frozenset({"written", "recorded"})
_LINES_BELOW = 3  # in which what a day heads begins
_WORDY = (2, 4, 8, 12)


class Day(NamedTuple):
    """A day in a plan: ISO, the number of its line, 1-based, that line and its words there, and the signs of a call."""

    iso: str
    line: int
    whole: str
    text: str
    signs: frozenset[str]


class Likely(NamedTuple):
    """Where a day is likeliest that of a call, and how likely: the number of the line, the line, the day's words.

    ``sent`` says that something was written, sent or noted then, and names nobody.
    """

    chance: float
    line: int
    whole: str
    text: str
    sent: bool


def likeliest(material: Material, plan: Plan) -> dict[str, Likely]:
    """Return the days of a plan in ISO, each where it is likeliest that of a call; none where a step is due then."""
    known = weights()
    found: dict[str, Likely] = {}
    for one in islice(days(material, plan), _MOST):
        if "due" in one.signs:
            continue
        likely = chance(known, one.signs)
        if one.iso not in found or likely > found[one.iso].chance:
            found[one.iso] = Likely(likely, one.line, one.whole, one.text, _is_sent(one.signs))
    return found


def _is_sent(signs: Set[str]) -> bool:
    return "unmet" in signs or ("somebody" not in signs and not _SENT.isdisjoint(signs))


def names(plan: Plan) -> frozenset[str]:
    """Return the parts of the names of the people of a plan that tell of them where they stand alone."""
    return frozenset(word for one in plan.people for word in one.name.split() if word[0].isupper() and len(word) > 1)


def days(material: Material, plan: Plan) -> Iterator[Day]:
    """Yield the days of the lines of a plan that are exact."""
    source = material.source
    people = names(plan)
    due: dict[int, set[str]] = {}
    for step in plan.next_steps:
        if step.span:
            due.setdefault(source.place(step.span.start).line, set()).add(step.due.value)
    lines = [(start, line.rstrip()) for start, line in raw_lines.shown(source.text)]  # blanks say nothing
    of_plan = frozenset({f"kind {plan.kind}"}).union(_of_whole(lines, material))
    sections = material.outline.sections
    begun = [one.span.start for one in sections]
    for number, (start, line) in enumerate(lines, 1):
        if len(line) > _LONGEST:
            continue
        exact = [day for day in dates.find(line, material.vocabulary, material.near) if day.iso]
        if not exact:
            continue
        of_line = of_plan.union(
            _of_line(line, number), _above(sections[max(0, bisect(begun, start) - 1)]), [f"days {min(3, len(exact))}"]
        )
        under = next((text for _, text in lines[number : number + _LINES_BELOW] if _LETTERS.search(text)), "")
        for nth, day in enumerate(exact):
            signs = of_line.union(
                _signs(line, day, people),
                _told(line, day, under, material),
                _standing(line, day, nth, of_plan, material.near),
            )
            if number in due:
                signs |= {"step", "due"} if day.iso in due[number] else {"step"}
            yield Day(day.iso, number, line, line[day.span.start : day.span.end], signs)


def _of_whole(lines: Sequence[tuple[int, str]], material: Material) -> Iterator[str]:
    """Yield whether a document is called a log, and how many of its lines open with what may be a day."""
    stem = name_of(material.source.path).rpartition(".")[0].replace("-", " ").replace("_", " ")
    first = next((line for _, line in lines if _LETTERS.search(line)), "")
    if any(map(journals.is_called, (stem, first[:_SAID]))):
        yield "log"
    yield f"series {raw_lines.size(sum(_SERIES.match(line) is not None for _, line in lines), _MANY)}"


def _standing(line: str, day: dates.Dated, nth: int, of_plan: Iterable[str], near: str) -> Iterator[str]:
    """Yield which of a line's days one is, how far off, and both together with what the line and the document are."""
    off = next(_off(day.iso, near), "")
    opens, shape = "opens" if nth == 0 and _opens(line, day.span.start) else "inside", raw_lines.shape(line)
    yield f"nth {min(2, nth)}"
    yield off
    yield f"{opens} {shape} {off}"
    for sign in of_plan:
        yield f"{opens} {shape} {sign}"
        yield f"{opens} {sign} {off}"


def _opens(line: str, start: int) -> bool:
    """Say whether a day that begins at ``start`` opens its line, its day of the week aside."""
    return len(_WORD.findall(line[:start])) <= 1 and start <= _SOON


def _of_line(line: str, number: int) -> Iterator[str]:
    yield f"shape {raw_lines.shape(line)}"
    yield f"place {raw_lines.size(number, raw_lines.LINES)}"
    yield f"long {raw_lines.size(len(line), raw_lines.LENGTHS)}"
    yield from (f"on {word.casefold()}" for word in _WORD.findall(line[:_SAID]))


def _above(section: Section) -> Iterator[str]:
    """Yield what the heading above a line means."""
    yield from (f"below {role}" for role in section.label.roles)
    yield f"level {section.level}"
    if section.level > 1:
        yield from (f"above {word.casefold()}" for word in _WORD.findall(section.title[:_SAID]))


def _signs(line: str, day: dates.Dated, people: frozenset[str]) -> Iterator[str]:
    """Yield what stands around a day in its line."""
    start, end = day.span.start, day.span.end
    yield from raw_lines.around(line, start, end)
    yield "inner" if _LETTERS.search(line, 0, start) else "opens"
    yield f"words before {raw_lines.size(len(list(raw_lines.words(line[max(0, start - _AHEAD) : start]))), _WORDY)}"
    yield "year" if _YEAR.search(line, start, end) else "no year"
    for name in _NAME.findall(line[end : end + _BEHIND])[:1]:
        if name in people:
            yield "who behind"
    for name in _NAME.findall(line[max(0, start - _BEHIND) : start])[-1:]:
        if name in people:
            yield "who before"


def _told(line: str, day: dates.Dated, under: str, material: Material) -> Iterator[str]:
    """Yield what lists of words say of what stands around a day, or ``under`` its line where the day ends that."""
    before, behind = line[max(0, day.span.start - _SAID) : day.span.start], line[day.span.end : day.span.end + _SAID]
    if not _LETTERS.search(behind):
        behind = under[:_SAID]
    nearby = f"{before[-_AHEAD:]} {behind[:_BEHIND]}"
    if callwords.is_written(behind.partition(". ")[0], material.vocabulary):
        yield "written"
    if _UNMET.search(nearby):
        yield "unmet"
    if callwords.RECORDED.search(behind[:_BEHIND]):
        yield "recorded"
    if callwords.DUE.search(before) or callwords.OTHER_DAY.search(before) or callwords.ELSEWHERE.search(before):
        yield "other"
    yield "somebody" if encounters.names_somebody(behind, material.vocabulary) else "nobody"
    for where, text in (("before", before), ("behind", behind)):
        if callwords.has_encounter(text, material.vocabulary):
            yield f"{where} encounter"


def _off(iso: str, near: str) -> Iterator[str]:
    """Yield how far a day is from those that the plan is about, before them with a minus."""
    if near:
        off = (date.fromisoformat(iso) - date.fromisoformat(near)).days
        yield f"off {'-' if off < 0 else ''}{raw_lines.size(abs(off), _FURTHER)}"


@functools.cache
def weights() -> Lookup[int]:
    """Return what each sign weighs, in hundredths; raises ResourceError without the list."""
    return resources.weights(os.path.join(resources.folder("lexicon"), "days.tsv"))
