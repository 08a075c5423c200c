"""The chain of advances over an account's calls: how it ends, where it rests, what repeats, who carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advancelint.doctrine.days import days_between
from advancelint.doctrine.ladder import Ladder, Stage
from advancelint.doctrine.people import names_in
from advancelint.doctrine.record import Record
from advancelint.doctrine.schedule import Entry
from advancelint.doctrine.wording import same_words
from advancelint.doctrine.words import word_set
from advancelint.plan.model import Objective, Person, Plan
from advancelint.records import NamedTuple

_THREADED = ("align", "evaluate", "propose", "negotiate", "close")
_THREE = ("propose", "negotiate", "close")
_FEW = 3
_LOOK_BACK = 60  # calls; an ask that came up before that is another one by now
_NO_WORDS: frozenset[str] = frozenset()


class Repeat(NamedTuple):
    """How often an ask was made on earlier calls of the account, and whether one of them is on record as done."""

    earlier: int
    done: bool


class Asks(NamedTuple):
    """What is known of the objectives of an account, by `id`: the ladder's act, and the words that carry the sense."""

    acts: Mapping[int, str]
    words: Mapping[int, frozenset[str]]


def trailing_continuations(entries: Sequence[Entry], warm: frozenset[int]) -> int:
    """Return how many of the last past calls in a row ended in a continuation.

    ``warm`` holds ids (`id`) of outcomes that are called advances and are none. A call without an outcome, or with an
    unknown one, ends the count.
    """
    count = 0
    for entry in reversed([entry for entry in entries if not entry.upcoming and entry.outcomes]):
        if not all(outcome.label == "continuation" or id(outcome) in warm for outcome in entry.outcomes):
            break
        count += 1
    return count


def last_act_day(entries: Sequence[Entry], plans: Sequence[Plan], warm: frozenset[int], as_of: str) -> str:
    """Return the ISO day of the client's last act on record, "" where none is dated."""
    days = [
        entry.day
        for entry in entries
        if entry.day <= as_of
        and any(outcome.label in ("advance", "order") and id(outcome) not in warm for outcome in entry.outcomes)
    ]
    days += [
        step.due.value
        for plan in plans
        for step in plan.next_steps
        if step.done and step.side in ("client", "both") and step.due.value <= as_of
    ]
    return max(days, default="")


def days_of_rest(entries: Sequence[Entry], plans: Sequence[Plan], warm: frozenset[int], as_of: str) -> int:
    """Return the days since the client's last act, else since the first past call; -1 where neither is known."""
    day = last_act_day(entries, plans, warm, as_of)
    if any(entry.day > day and not entry.outcomes for entry in entries if not entry.upcoming and entry.day <= as_of):
        return -1  # nobody wrote down what came of a later call
    if any(not entry.day and entry.outcomes for entry in entries):
        return -1  # an outcome that belongs to no dated call may be the latest
    if not day:
        # Outcomes that nobody called anything may hold an act, so only a chain whose outcomes are known has rested.
        past = [entry for entry in entries if not entry.upcoming and entry.day]
        if not past or any(one.label in ("unknown", "advance", "order") for entry in past for one in entry.outcomes):
            return -1
        day = past[0].day if all(entry.outcomes for entry in past) else ""
    return days_between(day, as_of) if day else -1


def acting_people(entries: Sequence[Entry], plans: Sequence[Plan]) -> tuple[int, int]:
    """Return how many named people of the client act anywhere in the account, and how many lines were looked at."""
    people = [one for plan in plans for one in plan.people if one.side == "client"]
    known = {name for one in people if (name := names_in(one.name))}
    lines = [line.passage.text for entry in entries for line in (*entry.objectives, *entry.fallbacks)]
    lines += [outcome.passage.text for entry in entries for outcome in entry.outcomes]
    lines += [f"{step.owner.raw} {step.passage.text}" for plan in plans for step in plan.next_steps]
    by_word: dict[str, list[frozenset[str]]] = {}
    for name in known:
        for word in name:
            by_word.setdefault(word, []).append(name)
    told = by_word.keys() & frozenset().union(*map(word_set, lines))
    seen = {name for word in told for name in by_word[word]}
    # "Joe" and "Joe Casale" are one person.
    distinct = [
        name
        for name in seen
        if not any(name < other and other in seen for other in min(map(by_word.__getitem__, name), key=len))
    ]
    return len(distinct), len(lines)


def client_people(people: Sequence[Person], entries: Sequence[Entry], plans: Sequence[Plan]) -> int:
    """Return how many people of the client's are named: in lists of people, or as the ones who act in lines."""
    names = {person.name.casefold() for person in people if person.side == "client" and names_in(person.name)}
    ours = {person.name.casefold() for person in people if person.side == "seller"}
    asked = (one.reading.person for entry in entries for one in (*entry.objectives, *entry.fallbacks))
    steps = [step for plan in plans for step in plan.next_steps if step.side in ("client", "both")]
    acting = [person.text for person in (*asked, *(step.reading.person for step in steps)) if person.value == "named"]
    acting += [step.owner.raw for step in steps if step.owner.present]
    names |= {name.casefold() for name in acting} - ours
    return len(names)


def people_needed(stage: str) -> int:
    """Return how many people of the client's should act at ``stage``: none before align, two, from propose three."""
    return 3 if stage in _THREE else 2 if stage in _THREADED else 0


def is_single_threaded(stage: str, acting: int, lines: int) -> bool:
    """Say whether too few people act for ``stage``; with few lines there is nothing to conclude from."""
    return lines > _FEW and 0 < acting < people_needed(stage)


def evidence_of(stage: str, record: Record, ladder: Ladder, *, understood: bool) -> str:
    """Say whether the record holds an act of the stage before ``stage`` or of a later one: yes, no or unknown.

    ``understood`` says that there are outcomes and that what each advance among them brought was recognised; else what
    was not recognised may be the evidence.
    """
    previous = stage_before(stage, ladder)
    if previous is None:
        return "unknown"
    order = list(ladder.stages)
    if any(order.index(ladder.acts[act].stage) >= order.index(previous.id) for act in record.known):
        return "yes"
    return "no" if understood else "unknown"


def stage_before(stage: str, ladder: Ladder) -> Stage | None:
    """Return the stage before ``stage``, None for the first and for an unknown one."""
    order = list(ladder.stages)
    place = order.index(stage) if stage in order else 0
    return ladder.stages[order[place - 1]] if place else None


def gap_before(stage: str, planned: frozenset[str], record: Record, ladder: Ladder) -> str:
    """Return the id of the first stage that a planned act jumps over, nothing of it planned or on record; else ""."""
    order = list(ladder.stages)
    if stage not in order:
        return ""
    here = order.index(stage)
    farthest = max((order.index(ladder.acts[act].stage) for act in planned), default=here)
    covered = {ladder.acts[act].stage for act in planned | record.known}
    return next((one for one in order[here + 1 : farthest] if one not in covered), "")


def earlier_asks(
    objective: Objective, entry: Entry, entries: Sequence[Entry], known: Asks, record: Record, ladder: Ladder
) -> Repeat:
    """Return how often the primary ``objective`` of ``entry`` was asked for on the calls before it.

    The same ask is the same words, or the same recognised act of the same people; an ask of the same act by somebody
    else is another one.
    """
    act = known.acts.get(id(objective), "")
    # What is given again and again (figures, a colleague) is another ask each time; a link of the chain is not.
    link = ladder.acts.get(act)
    act = act if link and link.energy == "high" and act in ladder.stages[link.stage].exit else ""
    count = 0
    place = next(index for index, other in enumerate(entries) if other is entry)
    for other in entries[max(0, place - _LOOK_BACK) : place]:
        if other.day and entry.day and other.day >= entry.day:
            continue
        count += any(_same(objective, one, act, known) for one in other.objectives)
    return Repeat(count, bool(count) and act in record.done)


def _same(one: Objective, other: Objective, act: str, known: Asks) -> bool:
    if same_words(known.words.get(id(one), _NO_WORDS), known.words.get(id(other), _NO_WORDS)):
        return True
    same_act = bool(act) and act == known.acts.get(id(other), "")
    return same_act and one.reading.person.text == other.reading.person.text != ""
