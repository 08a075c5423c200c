"""What the doctrine says of one objective, as fields that cards can test. Declared in `terms`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from advancelint.doctrine import chain, dating, parts, wording
from advancelint.doctrine.ladder import ENERGIES, Act
from advancelint.doctrine.people import Asked, asked_of, cannot_give, is_reached, names_in, present_at
from advancelint.doctrine.realism import Missing
from advancelint.doctrine.schedule import Entry
from advancelint.doctrine.sweeping import asks_for_everything
from advancelint.doctrine.turning import exactly_turned
from advancelint.doctrine.view import View
from advancelint.nodes.coach import NOBODY, short_name
from advancelint.nodes.regions import Regions
from advancelint.nodes.values import Thunk
from advancelint.plan.model import Call, Objective
from advancelint.reading import Scene

NO_REPEAT = chain.Repeat(0, done=False)


class AskedFields:
    """The fields of one objective, each worked out when it is asked for."""

    def __init__(self, view: View, regions: Regions, objective: Objective, nearer: Callable[[], str]) -> None:
        """Look at ``objective`` of the plan that ``view`` is about; ``nearer`` gives a client's act that fits now."""
        self._view = view
        self._nearer = nearer
        self._regions = regions
        self._objective = objective

    def thunks(self) -> Mapping[str, Thunk]:
        """Return the thunks by field name."""
        return {
            "ready": lambda: self._view.ready_stage(self._objective.call),
            "commitment": lambda: self._view.act_of(self._objective) or self._objective.reading.commitment.value,
            "commitment_stage": lambda: self.stage_asked,
            "stages_ahead": self.stages_ahead,
            "missing": lambda: self._act_words(self.missing.act),
            "missing_strength": lambda: self.missing.strength,
            "first_step": self.first_step,
            "low_counts": self.low_counts,
            "recurs": lambda: bool(self._act and self._act.recurs),
            "role": lambda: self.asked.title if self.asked.title != self.asked.name else "",
            "asked": lambda: self.asked.name,
            "out_of_reach": lambda: bool(self._act) and cannot_give(self.asked, self._act),  # type: ignore[arg-type] # only with an act
            "reached": self.reached,
            "present": lambda: self._present,
            "host": self.host,
            "date_fault": self.date_fault,
            "call_day": lambda: bool(self._call and self._call.date.value),
            "commits": lambda: self._objective.reading.action.value in parts.phrases("commits"),
            "asks": lambda: wording.count_asks(self._objective.reading),
            "everything": lambda: asks_for_everything(self._objective.reading),
            "meeting_only": lambda: wording.is_only_a_meeting(self._objective.reading),
            "rewrite": lambda: wording.on_their_side(self._objective.reading),
            "exact_rewrite": self.exact_rewrite,
            "fallback_fault": self.fallback_fault,
            "repeats": lambda: self.repeat.earlier,
            "repeats_done": lambda: self.repeat.done,
        }

    @cached_property
    def _act(self) -> Act | None:
        return self._view.ladder.acts.get(self._view.act_of(self._objective))

    @property
    def _entry(self) -> Entry | None:
        return self._view.entry_of(self._objective.call)

    @property
    def _call(self) -> Call | None:
        calls = self._view.plan.calls
        return calls[self._objective.call] if 0 <= self._objective.call < len(calls) else None

    @property
    def stage_asked(self) -> str:
        """The stage of the act, "unknown" where the act is not recognised for sure."""
        return self._act.stage if self._act else "unknown"

    def stages_ahead(self) -> int:
        """Return the stages from where the plan can stand to the act; an act that costs little is never ahead."""
        order = list(self._view.ladder.stages)
        ready = self._view.ready_stage(self._objective.call)
        if self.stage_asked not in order or ready not in order:
            return 0
        distance = order.index(self.stage_asked) - order.index(ready)
        cheap = self._act is not None and ENERGIES.index(self._act.energy) < ENERGIES.index("medium")
        # A first conversation opens the stage discover while it lasts, so what belongs there is not too early in it.
        opens = ready == order[0] and distance == 1
        return 0 if (cheap or opens) and distance > 0 else distance

    def low_counts(self) -> bool:
        """Say whether the trade lets a dated act of low energy pass: where calls last minutes, minutes are the cost."""
        dated = self._objective.reading.deadline.value in ("date", "in-call")
        return dated and self._view.ladder.least_energy == "low"

    @cached_property
    def missing(self) -> Missing:
        """What the act rests on and lacks."""
        return self._view.missing_for(self._objective)

    def _act_words(self, act: str) -> str:
        found = self._view.ladder.acts.get(act)
        return found.done if found else ""

    def first_step(self) -> str:
        """Return the client's act that comes first: towards what is missing, or, where that is far, of this stage."""
        act = self._view.ladder.acts.get(self.missing.first)
        if act is None:
            return ""
        far = self._view.ladder.distance(act.id, self._view.ready_stage(self._objective.call)) > 1
        return self._nearer() if far else act.line

    @cached_property
    def asked(self) -> Asked:
        """Who is to act."""
        return asked_of(self._objective.reading, self._view.known)

    @cached_property
    def _present(self) -> str:
        return present_at(self._view.plan, self._call, self._regions.of_call(self._objective.call))

    def reached(self) -> str:
        """Say whether the call reaches the one who is to act."""
        line = self._objective.passage.text
        return is_reached(self.asked, self._present, line, self._view.known)

    def host(self) -> str:
        """Return the short name of a client person who is in the call, and is not the one who is to act."""
        here = names_in(self._present) - names_in(self.asked.name)
        clients = (person.name for person in self._view.people if person.side == "client")
        return next((short_name(name) for name in clients if names_in(name) & here), NOBODY)

    def date_fault(self) -> str:
        """Say what is wrong with the objective's day, if anything."""
        day = self._call.date.value if self._call else ""
        close_day = self._view.plan.close_date.value
        close_day = close_day if close_day >= self._view.as_of else ""
        return dating.fault_of(self._objective.reading, day, close_day, (self._view.stage, self.stage_asked))

    def exact_rewrite(self) -> str:
        """Return the ask as the client's sentence where that is certain to say the same, else ""."""
        sellers = (person.name for person in self._view.people if person.side == "seller")
        clients = (person.name for person in self._view.people if person.side == "client")
        scene = Scene(
            heading=self._objective.label,
            client=self._view.client_names | {name.lower() for name in clients},
            seller=frozenset(word for name in sellers for word in (name.lower(), *names_in(name))),
        )
        return exactly_turned(self._objective.reading, scene)

    def fallback_fault(self) -> str:
        """Say of a fallback whether it is none: no-advance, repeats or asks-more; "none" for everything else."""
        entry = self._entry
        if self._objective.rank != "fallback" or entry is None or not entry.objectives:
            return "none"
        act = self._objective.reading.client_action.value
        if act in ("none", "mental", "effortless") and self._objective.reading.confidence == "high":
            return "no-advance"
        primary = entry.objectives[0]
        if wording.same_words(wording.content_of(primary.reading), wording.content_of(self._objective.reading)):
            return "repeats"
        asked = self._view.ladder.acts.get(self._view.act_of(primary))
        if asked and self._act and self._view.ladder.distance(self._act.id, asked.stage) > 0:
            return "asks-more"
        return "none"

    @cached_property
    def repeat(self) -> chain.Repeat:
        """How often the ask came on earlier calls."""
        entry = self._entry
        if entry is None or self._objective.rank == "fallback":
            return NO_REPEAT
        view = self._view
        return chain.earlier_asks(self._objective, entry, view.entries, view.asks, view.record, view.ladder)
