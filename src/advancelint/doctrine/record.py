"""What an account's files say has happened: acts done, promised and not done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from advancelint.doctrine.account import Sheet
from advancelint.doctrine.ladder import Ladder
from advancelint.doctrine.matching import Cast, Recorded, acts_recorded, cast_of
from advancelint.doctrine.schedule import Entry
from advancelint.plan.model import Outcome, Plan
from advancelint.records import NamedTuple
from advancelint.source import Span


class Record(NamedTuple):
    """Ids of acts. ``kept`` says that outcomes or finished steps are noted at all, so that silence means something."""

    done: frozenset[str]
    promised: frozenset[str]
    denied: frozenset[str]
    kept: bool

    @property
    def known(self) -> frozenset[str]:
        """Acts that were done or promised."""
        return self.done | self.promised


EMPTY = Record(frozenset(), frozenset(), frozenset(), kept=False)


def record_of(
    sheets: Sequence[Sheet], entries: Sequence[Entry], acts: Mapping[int, str], warm: frozenset[int], ladder: Ladder
) -> Record:
    """Return what ``sheets`` record: outcomes, finished steps, and what their prose tells of the past.

    ``acts`` gives the ladder's act of an objective by `id`: where a call is said to have brought an advance, what its
    objective asked for counts as done. ``warm`` holds the ids (`id`) of outcomes that are called so and are none.
    """
    found: list[Recorded] = []
    for sheet in sheets:
        cast = cast_of(sheet.plan)
        found += _stated(sheet.plan, cast)
        # The present tense of prose tells of habits ("Maren approves above 100k"), not of promises.
        found += (one for one in acts_recorded(prose(sheet), cast) if one.status != "promised")
    past = [entry for entry in entries if not entry.upcoming and (entry.day or entry.outcomes)]
    done = {one.act for one in found if one.status == "done"}
    if past:
        done.add("first_conversation")
    won = [entry for entry in past if any(_is_won(one, warm) for one in entry.outcomes)]
    done.update(act for entry in won for objective in entry.objectives if (act := acts.get(id(objective), "")))
    done = closure(done, ladder)
    promised = closure({one.act for one in found if one.status == "promised"}, ladder)
    # Said to be missing in one place and done in another: the later state is unknown, so it is not held against them.
    denied = {one.act for one in found if one.status == "denied"} - done - promised
    kept = any(sheet.plan.outcomes or any(step.done for step in sheet.plan.next_steps) for sheet in sheets)
    return Record(frozenset(done), frozenset(promised), frozenset(denied), kept)


def _is_won(outcome: Outcome, warm: frozenset[int]) -> bool:
    return outcome.label in ("advance", "order") and id(outcome) not in warm


def _stated(plan: Plan, cast: Cast) -> Iterator[Recorded]:
    """Yield what outcomes and finished steps say; a finished step is done whatever its verb's form."""
    for outcome in plan.outcomes:
        yield from acts_recorded(outcome.passage.text, cast)
    for step in plan.next_steps:
        if step.done:
            ours = step.side == "seller"
            words = step.passage.text if ours else f"{step.owner.raw} {step.passage.text}"
            for found in acts_recorded(words, Cast(cast.aliases, frozenset())):
                yield found._replace(status="done")


def closure(acts: Iterable[str], ladder: Ladder) -> set[str]:
    """Return ``acts`` with everything that cannot be missing where they are there."""
    found: set[str] = set()
    open_acts = list(acts)
    while open_acts:
        act = open_acts.pop()
        if act in found or act not in ladder.acts:
            continue
        found.add(act)
        open_acts += ladder.acts[act].hard
        open_acts += (ident for ident, other in ladder.acts.items() if act in other.implied)
    return found


def prose(sheet: Sheet) -> str:
    """Return the text of a sheet without front matter, headings, objectives, steps, outcomes and ticked-off quotes."""
    plan = sheet.plan
    spans = [objective.span for objective in plan.objectives]
    spans += [step.span for step in plan.next_steps] + [outcome.span for outcome in plan.outcomes]
    spans += [plan.sales_objective.span, plan.client_win.span]
    lines = _blanked(sheet.text, spans).split("\n")
    if lines and lines[0].strip() == "---":
        end = next((place for place in range(1, len(lines)) if lines[place].strip() == "---"), 0)
        lines = lines[end + 1 :]
    kept = (line for line in lines if not line.lstrip().startswith(("#", ">")) and not line.rstrip().endswith("?"))
    # A table row and a list item end like a sentence; other lines run on into the next one.
    return " ".join(f". {line} ." if line.lstrip()[:1] in ("|", "-", "*", "+", "") else line for line in kept)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    pieces: list[str] = []
    last = 0
    for start, end in sorted(span for span in spans if span):
        if start >= last:
            pieces.append(text[last:start])
            pieces.append(" . ")
        last = max(last, end)
    pieces.append(text[last:])
    return "".join(pieces)
