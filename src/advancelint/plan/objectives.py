"""Finds the objectives of calls and says what was passed over."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.plan import bare_orders, below, degrees, front_goals, goals, more, ranks, traps, trimmings, weighty
from advancelint.plan.before_fallback import BeforeFallback
from advancelint.plan.blanks import sections as blank_sections
from advancelint.plan.calls import Encounters
from advancelint.plan.choices import Choices
from advancelint.plan.coming import goals as coming_goals
from advancelint.plan.doubts import ELSEWHERE, FAR, NEAR, Doubts
from advancelint.plan.goal_tables import ANY, GoalTables
from advancelint.plan.label_forms import normalise
from advancelint.plan.light_goals import is_faint, is_light, is_owed
from advancelint.plan.mail_quotes import holds as in_quoted_mail
from advancelint.plan.material import Material, is_placeholder, span_of
from advancelint.plan.model import Objective, PassedOver
from advancelint.plan.occupied import Occupied
from advancelint.plan.outline import Statement
from advancelint.plan.prompter import Prompter
from advancelint.plan.vocabulary import Label
from advancelint.plan.weighing import Scales
from advancelint.source import NOTHING, NOWHERE, Passage, Span

_FIRST = frozenset({"unranked", "primary"})


class Search:
    """Walks the statements once; a class only to carry what was found."""

    def __init__(self, material: Material, prompter: Prompter, encounters: Encounters, scales: Scales) -> None:
        """Take what the document and the cast are, and what weighs the document's units."""
        self._scales = scales
        self._material, self._outline = material, material.outline
        self._prompter, self._cast, self._encounters = prompter, prompter.cast, encounters
        self._kind = kind = material.kind
        self._doubts, self._ranking = Doubts(material, encounters, kind), ranks.Ranking(material, encounters, kind)
        self._begun, self._spans = set[int](), Occupied()  # sections whose first paragraph is taken; where goals stand
        self.objectives, self.passed_over = list[Objective](), list[PassedOver]()

    def run(self, promised: Sequence[Span]) -> None:
        """Fill ``objectives`` and ``passed_over``; ``promised`` is where next steps stand."""
        for goal in front_goals.read(self._material):
            self._add(*goal)
        for statement in self._outline.statements:
            rank = self._ranking.of(statement)
            if rank:
                self._labelled(statement, rank)
            elif self._is_alternative(statement):
                self._take_alternative(statement)
            elif self._below(statement):
                self._take_below(statement)
            elif self._is_of_the_sale(statement):
                self._add(statement.value, NOWHERE, "plan", statement.section, "sales objective")
        for empty in blank_sections(self._material):
            self._add(NOTHING, *empty)
        self._take_tables()
        self._coming()
        self._before_fallbacks()
        self._bare_orders()
        self._take_weighed(promised)
        self.objectives = [one for one in self.objectives if not is_faint(self._material.source, self._scales, one)]
        self._second_choices()
        self.objectives = ranks.settled(self.objectives, self._kind, lambda one: weighty.ranked(self._scales, one))

    def _labelled(self, statement: Statement, rank: str) -> None:
        if statement.opens >= 0 and self._outline.holds(statement.opens):
            return
        if self._is_unlikely(statement, rank, statement.label):
            return
        why = self._doubts.why_not(statement)
        if why and not (why == ELSEWHERE and rank == "fallback" and self._is_near(statement)):
            self._pass_over(statement, f"“{normalise(statement.name)}” is not taken for an objective: {why}")
            return
        self._begun.add(self._outline.role_section(statement.section))
        name, label = statement.name, statement.label
        self._add_parted(statement.value, statement.name_span, rank, statement.section, name, heard=label.heard)

    def _add_parted(
        self, whole: Passage, empty: Span, rank: str, section: int, label: str, call: int = ANY, *, heard: bool = False
    ) -> None:
        """Add an objective, and apart from it the fallback that its own words name."""
        other = goals.alternative(whole.text) if rank in _FIRST else None
        first = whole.cut(Span(0, other.start)).strip() if other else whole
        for words in more.joined(first):
            self._add(words, empty, rank, section, label, call, heard=heard)
        if other:
            less = whole.cut(Span(other.value, other.end)).strip()
            self._add(less, NOWHERE, "fallback", section, label, call, heard=True)

    def _is_alternative(self, statement: Statement) -> bool:
        """Say whether an unlabelled line right below an objective says what we want failing that: "If she can't: …"."""
        text = statement.head.text or statement.value.text
        answered = traps.is_objection(normalise(statement.name or text))
        said = statement.opens < 0 and text and not answered and goals.otherwise(text) > 0
        return bool(said) and self._is_near(statement)

    def _is_near(self, statement: Statement) -> bool:
        line = self._material.source.place(statement.span.start).line
        return bool(self.objectives) and 0 <= line - self._last_line() <= NEAR

    def _take_alternative(self, statement: Statement) -> None:
        whole = statement.head if statement.head.text else statement.value
        words = whole.cut(Span(goals.otherwise(whole.text), len(whole.text)))
        self._add(words.strip(), NOWHERE, "fallback", statement.section, "fallback", heard=True)

    def _below(self, statement: Statement) -> int:
        """Return the section of objectives that an unlabelled statement belongs to, or 0."""
        bare = statement.label.roles <= {"ask"} or below.is_target(statement)  # "Ask #1: …" below "What we want"
        if not bare or statement.opens >= 0 or statement.nested or not statement.value.text:
            return 0
        section = self._outline.role_section(statement.section)
        return section if section and ranks.of_section(self._material, section) else 0

    def _is_of_the_sale(self, statement: Statement) -> bool:
        """Say whether an item stands in a list of sales objectives, or a plan's head says what is to be so by a day."""
        head = statement.line <= FAR and not self.objectives and self._kind in ranks.PLAN_KINDS
        section = self._outline.sections[self._outline.role_section(statement.section)]
        return (head and below.is_result(statement)) or below.is_of_sale(statement, section)

    def _take_below(self, statement: Statement) -> None:
        section = self._below(statement)
        why = self._doubts.why_not(statement)
        if why:
            if section not in self._begun:
                title = normalise(self._outline.sections[section].title)
                self._pass_over(statement, f"“{title}” is not taken for objectives: {why}")
            self._begun.add(section)
            return
        above = range(statement.line - FAR, statement.line)
        begun = section in self._begun or self._outline.plays_at(section, above, "sales-objective")
        counted = more.counted(statement.value.text)  # "3.2 Mo names the halls"
        if statement.surface not in {"item", "bullet"} and not counted and begun and not statement.label.roles:
            self._take_more(statement, section)  # any other paragraph, or one behind the list, explains
            return
        rank, label = ranks.of_section(self._material, section), self._outline.sections[section].label
        told = statement.surface == "text" and self._ranking.holds_table(section)
        if told or self._is_unlikely(statement, rank, label):
            return
        self._begun.add(section)
        whole = statement.head if statement.head.text and not below.is_target(statement) else statement.value
        whole, rank = ranks.led(whole.cut(Span(counted, len(whole.text))), rank, self._material.vocabulary)
        name = self._prompter.heading(statement.section)
        self._add_parted(whole, NOWHERE, rank, statement.section, name, heard=label.heard)

    def _take_more(self, statement: Statement, section: int) -> None:
        """Take a paragraph that adds to the goals above it: "And get Bea to like us"."""
        whole, begin = statement.value, more.begin(statement.value.text)
        rank, whole = ranks.of_section(self._material, section), whole.cut(Span(begin, len(whole.text)))
        heading = self._prompter.heading(statement.section)
        for words in more.joined(whole, orders=True) if begin else ():
            self._add(words, NOWHERE, degrees.BESIDE if rank == "unranked" else rank, section, heading, heard=True)

    def _is_unlikely(self, statement: Statement, rank: str, label: Label) -> bool:
        """Say whether what ``label`` was only heard for is something else."""
        aimed, scales = label == below.AIMED, self._scales
        light = is_owed(scales, statement) if aimed else is_light(scales, statement, self._cast)
        line = self._material.source.place(statement.span.start).line
        behind = line - self._last_line() if self.objectives else FAR + 1
        return label.heard and self._doubts.is_else(statement, rank, light=light, behind=behind)

    def _bare_orders(self) -> None:
        """Take the bare list with which a call plan begins that has stated no goal so far."""
        if self._kind == "prep" and not self.objectives:
            for one in bare_orders.find(self._material):
                self._add(one.words, NOWHERE, "fallback" if one.less else "unranked", 0, "text", heard=True)

    def _take_weighed(self, promised: Sequence[Span]) -> None:
        """Take what all its signs make an objective and nothing else did, also behind the first goal of a text."""
        for index, words in weighty.shortened(self._scales, self.objectives):
            goal = self.objectives[index]
            reading = self._prompter.read(words, "objective", goal.label)
            self.objectives[index] = goal._replace(passage=words, span=span_of(words), reading=reading)
            self._spans.move(goal.span, span_of(words))
        found = weighty.Weighty(self._material, self._scales, self._doubts, self._cast, Occupied(promised))
        for one, words, rank in found.goals(self._spans, stated=any(not one.heard for one in self.objectives)):
            self._add_parted(words, NOWHERE, rank, one.statement.section, one.name, heard=True)
            self._take_back()

    def _take_back(self) -> None:
        """No longer say that the line of the last objective was passed over."""
        self.passed_over = [one for one in self.passed_over if one.line != self._last_line()]

    def _last_line(self) -> int:
        return self._material.source.place(self.objectives[-1].span.start).line

    def _take_tables(self) -> None:
        """Take the goals that tables hold."""
        tables = GoalTables(self._material, self._encounters, self._ranking, self._scales)
        for number, grid in enumerate(self._outline.grids):
            for one in tables.read(number, grid):
                if isinstance(one, PassedOver):
                    self.passed_over.append(one)
                else:
                    self._add_parted(one.words, one.place, one.rank, grid.section, one.head, one.call)

    def _second_choices(self) -> None:
        """Where a call plan states no objective, take what it most likely is for."""
        if any(one.rank != "plan" for one in self.objectives):
            return
        chosen = Choices(self._material, self._doubts, self._ranking, self._kind)
        for one in chosen.find(self._scales, beside=bool(self.objectives)):
            self._add(one.words, one.empty, one.rank, one.section, one.label, heard=one.heard)
            self._take_back()

    def _coming(self) -> None:
        """Take what the lines of coming calls are for."""
        for one in coming_goals(self._material):
            if not self._spans.meets(span_of(one.words)):
                head = self._prompter.heading(one.section)
                self._add_parted(one.words, NOWHERE, "primary", one.section, head, heard=True)

    def _before_fallbacks(self) -> None:
        """Take what stands right above a fallback and is an act."""
        spans = sorted(one.span for one in self.objectives if one.rank != "plan")
        for one in BeforeFallback(self._material, spans).goals():
            if not self._doubts.why_not(one):
                words, rank = ranks.led(one.value, "primary", self._material.vocabulary)
                name = one.name or self._prompter.heading(one.section)
                self._add(words, NOWHERE, rank, one.section, name, heard=True)

    def _add(
        self,
        passage: Passage,
        empty: Span,
        rank: str,
        section: int,
        label: str,
        call: int = ANY,
        *,
        heard: bool = False,
    ) -> None:
        call = self._encounters.of(self._material, section) if call == ANY else call
        passage = trimmings.off(passage, self._material.vocabulary)
        span = span_of(passage) if passage.text else empty
        if rank == "unranked" and call < 0 and self._kind in ranks.PLAN_KINDS:
            rank = rank if self._doubts.is_of_a_call(label, section, span) else "plan"
        if (len(passage.text) == 1 and passage.text.isalpha()) or span in self._spans:
            return  # "A" of a column "Prio"; the fallback below a goal, as its own words named it already
        if heard and in_quoted_mail(self._material.source.text, span.start):
            return  # what was wanted when that mail was written
        placeholder = is_placeholder(passage.text, self._material.vocabulary)
        reading = self._prompter.read(passage, "objective", label)
        self._spans.add(span)
        self.objectives.append(Objective(passage, span, rank, call, label, placeholder, reading, heard))

    def _pass_over(self, statement: Statement, why: str) -> None:
        self.passed_over.append(PassedOver(self._material.source.place(statement.span.start).line, why))
