"""What a call plan is for where it states no objective: what is asked for, the goal of its last part, a purpose."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.plan import degrees, rung, traps, weighty
from advancelint.plan.doubts import Doubts
from advancelint.plan.material import Material
from advancelint.plan.outline import Outline
from advancelint.plan.ranks import Ranking
from advancelint.plan.weighing import Scales
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Span


class Chosen(NamedTuple):
    """One objective to take: its words, the place of an empty one, its rank, section and label."""

    words: Passage
    empty: Span
    rank: str
    section: int
    label: str
    heard: bool = False


class Choices(NamedTuple):
    """Chooses in a plan of ``kind``."""

    material: Material
    doubts: Doubts
    ranking: Ranking
    kind: str

    def find(self, scales: Scales, *, beside: bool) -> list[Chosen]:
        """Return the second choices: those of the first sort of which there are any.

        ``beside`` says that the plan states what all of the sale is for.
        """
        if self.kind != "prep":
            return list(self._asks("Que "))  # "Que marque o dia" below "O que pedir" is what somebody is to do
        for found in (self._asks(), self._closing_goals(), self._purposes()):
            chosen = list(found)
            if chosen or beside:
                return chosen
        of = self.material
        best = weighty.likeliest(scales, rung.find(of.source.text, of.vocabulary, of.begin).person)
        if best is None or self._outline.trap(best.statement.section) or self.doubts.why_not(best.statement):
            return []
        return [Chosen(best.words, NOWHERE, weighty.rank(best), best.statement.section, best.name, heard=True)]

    @property
    def _outline(self) -> Outline:
        return self.material.outline

    def _asks(self, begun: str = "") -> Iterator[Chosen]:
        taken: set[int] = set()
        for statement in self._outline.statements:
            section = self._outline.role_section(statement.section)
            below = bool(section) and "ask" in self._outline.sections[section].label.roles
            loose = below and not statement.label.roles and not statement.nested and statement.opens < 0
            said = statement.value.text and statement.value.text.startswith(begun)
            if not (statement.plays("ask") or loose) or not said or self.doubts.why_not(statement):
                continue
            listed = statement.surface in {"item", "bullet"} or section not in taken
            taken.add(section)
            if listed:
                whole = statement.head if loose and statement.head.text else statement.value
                rank = degrees.BESIDE if begun else "unranked"
                yield Chosen(whole, NOWHERE, rank, statement.section, statement.name or "ask")

    def _closing_goals(self) -> Iterator[Chosen]:
        """Yield "Goal: walk away with a booked visit" below "## Close (5 min)": an agenda's last step is the ask."""
        for statement in self._outline.statements:
            title, rank = self._outline.sections[statement.section].title, self.ranking.of(statement)
            if rank and statement.value.text and traps.is_closing(title, self.material.vocabulary):
                yield Chosen(statement.value, statement.name_span, rank, statement.section, statement.name)

    def _purposes(self) -> Iterator[Chosen]:
        for statement in self._outline.statements:
            if statement.plays("purpose") and statement.value.text and not self.doubts.why_not(statement):
                yield Chosen(statement.value, statement.name_span, "unranked", statement.section, statement.name)
                return
