"""Why what a label calls a goal is no objective of a call."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import below, dates, goals, heads, nextcalls, purposes, titles, traps, wanting
from advancelint.plan.asking import asks
from advancelint.plan.calls import Encounters
from advancelint.plan.clockwords import digit_in
from advancelint.plan.hearing import is_foreign
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.records import NamedTuple
from advancelint.source import Span

_QUOTES = ('"', "“", "„", "«")
ELSEWHERE = "its heading speaks of something else"
NEAR, FAR = 3, 12  # lines behind a goal
_SEEN, _LABELLED, _MARKS = 400, 30, " \t-*+•>→_"
_THEIRS = expression(
    r"\W*(?:their|ihre?|leurs?|de su lado|do lado deles|(?:the )?(?:client|customer)['’]?s)\b"
    r"(?! (?:ask|part|job|move)s?\b)",
    re.IGNORECASE,
)
# "Greta wanted one thing from us: a quicker quote"
_THEY_WANT = expression(
    r"(?:he|she|they|(?!I\b|We\b)[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?) (?:(?:really|only|just|still) )?"
    r"(?:wants?|wanted|hoped|hopes|asked|would like|will|wollte|möchte|veut|voulait|quiere|quería|quer|queria) "
)
# "Don't argue", "no ofrecer descuento"
_FORBIDS = expression(
    r"(?:(?:do not|don['’]t|never|stop|nicht|niemals)(?:\.| \w)|no (?:\w+r\b|\w+ing\b)|ne (?:pas|jamais) "
    r"|(?:não|nunca) \w+r\b)",
    re.IGNORECASE,
)
# "Don't want: another round of questions"
_UNWANTED = expression(
    r"(?:we |i )?(?:do ?n['’]?t|do not|not) (?:want|need|wanted)\b|avoid\b|no-?gos?\b"
    r"|(?:das )?(?:wollen|will) \w+ nicht\b|à éviter\b|(?:a )?evitar\b",
    re.IGNORECASE,
)
# "Objective was", "Wanted that day", "Ziel war": what a call that is over was for
_WAS = expression(
    r"\b(?:was|were|wanted|hoped|went|war|waren|wollte\w*|était|étaient|voulai\w+|era|eran|quería|buscaba|queria|queríamos"
    r"|buscava)\b",
    re.IGNORECASE,
)
_OWN = expression(r"\b(?:I|we|my|our|was|went|want)\b", re.IGNORECASE)  # "What I want", "Aim was"

# What somebody is to be asked is no goal: "Ask: odour test who does it, kilos 2027", "To settle: who pays".
_ASK = expression(
    r"(?:ask|asks|to ask|find out|questions?|to settle|fragen?|demander|preguntar|perguntar)\b", re.IGNORECASE
)
_WHO = expression(r"\b(?:who|how|why|which|what|whose|whether|wer|wie|warum|qui|comment|quién|quem)\b", re.IGNORECASE)


def is_question(statement: Statement) -> bool:
    """Say whether a label says that its value is to be asked, and that has a question's word and no act of theirs."""
    text = statement.value.text
    return _ASK.match(statement.name) is not None and _WHO.search(text) is not None and not asks(text)


class Doubts(NamedTuple):
    """Judges labels of objectives in a plan of ``kind`` with its ``encounters``."""

    material: Material
    encounters: Encounters
    kind: str

    def is_of_a_call(self, label: str, section: int, span: Span) -> bool:
        """Say whether an objective at ``span`` in a section of no call is that of a call all the same.

        Its label can be of nothing else ("Meeting goal", "What we want them to do"), its heading names a call ("Next
        visit"), its line names the day ("On 19 May I see her again. I want her to …"), or the one above the next call.
        """
        named = self._is_calls_label(label) or self._is_calls_heading(section)
        return named or self._is_behind_day(span) or self._is_of_next_call(span)

    def _is_calls_heading(self, section: int) -> bool:
        title = self.material.outline.sections[section]
        words = self.material.vocabulary.words["call-word"]
        return title.level > 1 and not words.keys().isdisjoint(normalise(title.title).split())

    def _is_behind_day(self, span: Span) -> bool:
        _, before = self._line_before(span)
        return any(map(str.isdigit, before)) and dates.first(before, self.material.vocabulary) is not None

    def _is_of_next_call(self, span: Span) -> bool:
        """Say whether the line of a goal, or the one right above, says when the next call is."""
        begin, before = self._line_before(span)
        if not before.strip() or (len(before) <= _LABELLED and before.rstrip(" *_").endswith(":")):
            _, before = self._line_before(Span(begin - 1, begin - 1)) if begin else (0, "")
        return nextcalls.tells_call(before.strip(_MARKS), self.material.vocabulary)

    def _line_before(self, span: Span) -> tuple[int, str]:
        """Return where the line around ``span`` begins, and what stands in it before ``span``."""
        text = self.material.source.text
        begin = text.rfind("\n", max(0, span.start - _SEEN), span.start) + 1
        return begin, text[begin : span.start]

    def _is_calls_label(self, label: str) -> bool:
        vocabulary, name = self.material.vocabulary, normalise(label)
        found = vocabulary.labels.get(name)
        if found is None:  # a pattern, such as "Objectives for 2026" or "Objectives for the QBR"
            dated = digit_in(name) and dates.first(name, vocabulary) is not None  # "Objective for 18/06"
            return dated or any(word in vocabulary.words["call-word"] for word in name.split())
        return not found.weak and vocabulary.word("any-objective", name) is None

    def why_not(self, statement: Statement) -> str:
        """Return why what ``statement`` says is no objective, or ""."""
        span = statement.name_span or statement.span
        said = statement.label.heard and statement.surface == "label" and wanting.is_ours(statement.name)
        of_call = said or self._is_calls_label(statement.name) or self._is_of_next_call(span)
        if not of_call and self.material.outline.within(statement.section, "next-step"):
            return "it is the purpose of one step"
        if self.is_bygone(statement):
            return "it is what an earlier call was for"
        why = self.material.outline.trap(statement.section)
        why = why or (
            traps.beside(normalise(statement.name), less=statement.plays("fallback")) if statement.name else ""
        )
        if not why and normalise(statement.name) == "but" and not self.material.language:
            return "it is a word of its sentence"  # and no French "But : …"
        why = why or self._no_act(statement)
        if not why and not said and (self._is_theirs(statement) or traps.is_theirs(normalise(statement.name))):
            return traps.THEIRS
        section = self.material.outline.sections[statement.section]
        sure = not statement.label.weak
        anybody = not said and (not sure or self._is_anybodys(statement.name)) and not _OWN.search(statement.name)
        anybody = anybody and not self._is_of_next_call(span)
        if not why and anybody and statement.name and self._is_elsewhere(statement.section, sure=sure):
            return ELSEWHERE
        inside = self.material.outline.within(statement.section, "objective", "primary", "fallback")
        weak = statement.label.weak and statement.plays("objective") and not _OWN.search(statement.name)
        in_call = any(index in self.encounters.sections for index in self.material.outline.chain(statement.section))
        weak = weak and not purposes.is_lead(statement.name)
        loose = weak and self.kind != "prep" and section.level > 1 and not inside and not in_call
        coming = section.level > 1 and nextcalls.is_coming_call(section.title, self.material.vocabulary)
        if not why and loose and not coming and not self._is_behind_day(span):
            return "it is a goal that somebody talks about"
        return why

    def _no_act(self, statement: Statement) -> str:
        """Return why the words of ``statement`` are nothing to bring about, whatever its label calls them; or ""."""
        if statement.plays("fallback") and self._is_somebody(statement.value.text):
            return "it says who stands in"  # "Backup: Ana (applications)"
        if is_question(statement):
            return "it says what to ask"
        if statement.value.text[:1] in _QUOTES:
            return "it is what somebody says"
        forbids = _FORBIDS.match(statement.value.text) or _UNWANTED.match(statement.name)
        return "it says what not to do" if forbids else ""

    def _is_somebody(self, text: str) -> bool:
        """Say whether a text is no more than a person's name, and what they do in brackets: "Ana Ruiz (lab)"."""
        name, _, behind = text.partition(" (")
        vocabulary = self.material.vocabulary
        whole = not behind or behind.endswith(")")
        return whole and titles.looks_like_name(name, vocabulary) and heads.is_person(name, vocabulary)

    def is_else(self, statement: Statement, rank: str, *, light: bool, behind: int) -> bool:
        """Say whether what a label was only heard for is no goal; a fallback stands near its objective.

        ``light`` says that hardly anything else makes it one, ``behind`` how many lines it stands behind the last goal.
        """
        among = self.material.outline.within(statement.section, "objective")
        boxed = statement._replace(checked="none") if among else statement
        less = rank == "fallback"
        if less and 0 <= behind <= NEAR and goals.otherwise(f"{statement.name.casefold()}: a b"):
            return False  # "OR   we part as friends"
        # "by end of call she has given us the number" is no fact yet
        told = purposes.is_lead(statement.name) and below.is_fact(statement.value.text)
        return light or (below.is_no_goal(boxed) and not told) or (less and behind > FAR)

    def is_bygone(self, statement: Statement) -> bool:
        """Say whether a statement tells what a call was for after which another one was held, up to today."""
        if not statement.name or not _WAS.search(statement.name):
            return False
        index = self.encounters.of(self.material, statement.section)
        day = self.encounters.calls[index].date.value if index >= 0 else ""
        return "" < day < self.encounters.latest

    def _is_theirs(self, statement: Statement) -> bool:
        """Say whether a heard label stands below a heading of the client's things: "goal = …" below "their stuff"."""
        titles = (
            self.material.outline.sections[index].title for index in self.material.outline.chain(statement.section)
        )
        told = _THEY_WANT.match(statement.name) is not None
        return statement.label.heard and (told or any(_THEIRS.match(title) for title in titles))

    def _is_anybodys(self, label: str) -> bool:
        """Say whether a label is as often that of somebody else's goal: "Objective 4", "Ziel"."""
        name = normalise(label).rstrip(" #0123456789")
        return self.material.vocabulary.word("any-objective", name) is not None

    def _is_elsewhere(self, section: int, *, sure: bool) -> bool:
        """Say whether the heading around means surely nothing of a plan's: "Goal: …" below "Their corporate plan"."""
        title = self.material.outline.sections[section]
        if title.level <= 1 or title.label.roles or section in self.encounters.sections:
            return False
        vocabulary = self.material.vocabulary
        called = nextcalls.is_call_with(title.title, vocabulary) or nextcalls.ends_with_day(title.title, vocabulary)
        return is_foreign(title.title, sure=sure) and not called
