"""One plan within its account on one day: what the doctrine says of it, worked out once and when asked for."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from advancelint.doctrine import chain
from advancelint.doctrine.account import Account, Sheet, sheets_of
from advancelint.doctrine.ladder import Ladder, ladder
from advancelint.doctrine.matching import Cast, act_asked, acts_recorded, cast_of
from advancelint.doctrine.outcomes import is_only_warm
from advancelint.doctrine.people import Known, known_of, names_in
from advancelint.doctrine.realism import NOTHING, Missing, Standing, advanced, missing
from advancelint.doctrine.record import Record, record_of
from advancelint.doctrine.schedule import Entry, timeline
from advancelint.doctrine.wording import content_of
from advancelint.plan.model import Objective, Person, Plan

_TERMINAL = ("won", "lost")
_HOMES = ("deal", "account", "map")


class View:
    """The doctrine's view of a plan. Nothing here is filled in from outside after it was made."""

    def __init__(self, plan: Plan, as_of: str, account: Account) -> None:
        """Look at ``plan`` within ``account`` on the ISO date ``as_of``."""
        self.plan = plan
        self.as_of = as_of
        self.account = account

    @cached_property
    def ladder(self) -> Ladder:
        """The ladder of the account's profile."""
        return ladder(self.account.profile)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The plan itself and the other files of its account, with their texts."""
        return sheets_of(self.plan, self.account)

    @cached_property
    def plans(self) -> list[Plan]:
        """The plan itself and the other plans of its account."""
        return [sheet.plan for sheet in self.sheets]

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody whom the account's files name; of two entries for one name the one with a role counts."""
        found: dict[str, Person] = {}
        for person in (person for plan in self.plans for person in plan.people):
            key = person.name.casefold()
            if key not in found or (person.role and not found[key].role):
                found[key] = person
        return tuple(found.values())

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """The people who are not ours, with the words of their names and their roles."""
        return known_of(self.people)

    @cached_property
    def cast(self) -> Cast:
        """Who is who in the account."""
        return cast_of(self.plan._replace(people=self.people))

    @cached_property
    def client_names(self) -> frozenset[str]:
        """The words of the names of the client's people."""
        return frozenset(word for person in self.people if person.side == "client" for word in names_in(person.name))

    @cached_property
    def entries(self) -> list[Entry]:
        """The account's calls in the order of their days."""
        return timeline(self.plans, self.as_of)

    @cached_property
    def stage(self) -> str:
        """The plan's stage, else that of the account's other files; "unknown" where none tells or they disagree."""
        if self.plan.stage.present:
            return self.plan.stage.value if self.plan.stage.value in self.ladder.stages else "unknown"
        told = {
            plan.stage.value for plan in self.plans if plan.kind in _HOMES and plan.stage.value in self.ladder.stages
        }
        return told.pop() if len(told) == 1 else "unknown"

    @property
    def closed(self) -> bool:
        """Whether the deal is won or lost."""
        return self.plan.stage.value in _TERMINAL

    @cached_property
    def record(self) -> Record:
        """What is on record in the account."""
        return record_of(self.sheets, self.entries, self.acts, self.warm, self.ladder)

    @cached_property
    def warm(self) -> frozenset[int]:
        """Ids of outcomes that are called an advance and hold nothing but warmth."""
        return frozenset(
            id(outcome)
            for plan in self.plans
            for outcome in plan.outcomes
            if outcome.label == "advance" and is_only_warm(outcome, self.cast, self.client_names)
        )

    @cached_property
    def acts(self) -> dict[int, str]:
        """For each objective of the account, by its `id`, the ladder's act that it asks for; "" where none is sure."""
        return {
            id(objective): self._act(objective)
            for entry in self.entries
            for objective in (*entry.objectives, *entry.fallbacks)
        }

    @cached_property
    def asks(self) -> chain.Asks:
        """What is known of all objectives of the account."""
        words = {
            id(objective): content_of(objective.reading)
            for entry in self.entries
            for objective in (*entry.objectives, *entry.fallbacks)
        }
        return chain.Asks(self.acts, words)

    def _act(self, objective: Objective) -> str:
        act = act_asked(objective.reading, self.cast)
        return act if act in self.ladder.acts else ""

    def act_of(self, objective: Objective) -> str:
        """Return the ladder's act that ``objective`` asks for, "" where none is sure."""
        found = self.acts.get(id(objective))
        return self._act(objective) if found is None else found

    @cached_property
    def upcoming(self) -> list[Entry]:
        """The calls still to come in their order, each with an objective or not."""
        return [entry for entry in self.entries if entry.upcoming]

    @cached_property
    def _by_call(self) -> dict[int, Entry]:
        return {entry.number: entry for entry in reversed(self.entries) if entry.home}

    def entry_of(self, call: int) -> Entry | None:
        """Return the entry of a call of the judged plan (-1: the document as such), None where it was merged away."""
        return self._by_call.get(call)

    @cached_property
    def _asking_days(self) -> list[str]:
        """The days of the calls still to come that have an objective, in order."""
        return [entry.day for entry in self.upcoming if entry.day and entry.objectives]

    @cached_property
    def _first_asked(self) -> dict[str, str]:
        """For each act that a call still to come asks for, the day of the first such call."""
        days: dict[str, str] = {}
        for entry in self.upcoming:
            for objective in entry.objectives if entry.day else ():
                if act := self.act_of(objective):
                    days.setdefault(act, entry.day)
        return days

    def standing(self, call: int) -> Standing:
        """Return where the plan stands when call ``call`` comes: each planned call before it may win a stage."""
        entry = self.entry_of(call)
        day = entry.day if entry else ""
        planned = frozenset(act for act, first in self._first_asked.items() if first < day)
        return Standing(self.ready_stage(call), self.record, planned)

    def ready_stage(self, call: int) -> str:
        """Return the stage that the plan can have reached when call ``call`` comes."""
        entry = self.entry_of(call)
        before = bisect_left(self._asking_days, entry.day) if entry and entry.day else 0
        return advanced(self.stage, before, self.ladder)

    def missing_for(self, objective: Objective) -> Missing:
        """Return what an upcoming objective rests on and lacks."""
        act = self.act_of(objective)
        return missing(act, self.standing(objective.call), self.ladder) if act else NOTHING

    @cached_property
    def foreign(self) -> bool:
        """Whether a file of the account is written in a language in which its sentences cannot be read."""
        return any(plan.language for plan in self.plans)

    @cached_property
    def understood(self) -> bool:
        """Whether the account tells how calls ended, and what each advance among them brought was recognised."""
        told = [entry for entry in self.entries if entry.outcomes]
        return bool(told) and not self.foreign and all(map(self._is_understood, told))

    def _is_understood(self, entry: Entry) -> bool:
        if any(self.acts.get(id(objective)) for objective in entry.objectives):
            return True
        won = [
            one for one in entry.outcomes if one.label in ("advance", "order", "unknown") and id(one) not in self.warm
        ]
        return all(any(acts_recorded(one.passage.text, self.cast)) for one in won)

    @cached_property
    def continuations(self) -> int:
        """How many past calls in a row, up to the last one, were continuations."""
        return chain.trailing_continuations(self.entries, self.warm)

    @cached_property
    def planned(self) -> frozenset[str]:
        """The acts that the account's calls still to come ask for."""
        asked = (objective for entry in self.upcoming for objective in (*entry.objectives, *entry.fallbacks))
        return frozenset(act for objective in asked if (act := self.act_of(objective)))

    @property
    def is_home(self) -> bool:
        """Whether this file tells the account's chain: the deal, account or map file, alone among its neighbours.

        Of several such files the first by path speaks, so that one chain is not reported twice.
        """
        return self.plan.kind in _HOMES and self.teller == self.plan.path

    @property
    def teller(self) -> str:
        """The path of the file that speaks for the account; without a deal, account or map file the first of all."""
        homes = [plan.path for plan in self.plans if plan.kind in _HOMES]
        return min(homes or [plan.path for plan in self.plans])
