"""Tells that a list promises, whatever stands above it: "now", "things", "Left on the table"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advancelint.expressions import expression
from advancelint.plan import edge_times, leads, undertakings
from advancelint.plan.below import is_fact
from advancelint.plan.clockwords import HOUR
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.given import SELF, is_first, is_only_a_name
from advancelint.plan.outline import Grid, Statement
from advancelint.plan.owners import is_owner
from advancelint.plan.persons import is_role
from advancelint.reading.lexicon import load
from advancelint.source import NOTHING

_FEWEST, _LEAST = 2, 3
_ELSEWHERE = ("next-step", "objective", "people", "attendees", "our-people", "client-people", "ask", "outcome", "calls")
_NEUTRAL = frozenset({"other", "due"})
_STATES = frozenset({"is", "are", "was", "were", "stays", "stay", "remains", "has", "have", "ist", "bleibt", "es"})
_ASKING = frozenset({"who", "what", "whether", "how", "why", "which", "wer", "warum", "qui", "quién"})
_ALL = frozenset({"we", "wir", "nous"})  # "we start with an audit" is what was agreed
_TASKS = expression(
    r"\b(?:actions?|steps?|to.?dos?|tasks?|next|follow.?ups?|schritte?|aufgaben|étapes?|pasos?|passos?|tareas?|tarefas?)\b",
    re.IGNORECASE,
)
_ASIDE = expression(r" *\([^()]*\)")
_WHEN = expression(r"(?:[\w'’-]+ ){0,3}([^\W\d_]+) is (?:on )?(?:the )?(?=\d|[^\W\d_a-z])")
_CLOCK = expression(rf"\W*(?:at |um |à |a las |às )?{HOUR}", re.IGNORECASE)
_THEIRS = expression(r"\W*(?:their|ihre?|leurs?|sus)\b", re.IGNORECASE)
# "Tomas a demandé le tarif", "Jo hat gefragt": who did it already
_HAS_DONE = expression(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w'’-]+)? (?:a|ont|hat|haben|ha|han|tem|has|have) [^\W\d_A-Z]"
)
_BARE = expression(r"([^\W\d_a-z][\w'’-]*\.?(?: [^\W\d_a-z][\w'’-]*)?)(?: \([^()]{2,40}\))? to (?!be\b|have\b)")
_SPLIT = expression(r"[\s,;:]+")


def lists(bench: Bench) -> frozenset[int]:
    """Return the sections without a meaning of their own of which at least half of the items say who does what."""
    return frozenset(_lists(bench))


def _lists(bench: Bench) -> Iterator[int]:
    outline = bench.material.outline
    for index, section in enumerate(outline.sections):
        if (
            (not index and bench.kind != "notes")
            or not section.label.roles <= _NEUTRAL
            or outline.trap(index)
            or outline.within(index, *_ELSEWHERE)
        ):
            continue
        items = [one for one in outline.by_section[index] if one.surface in {"item", "bullet"} and not one.nested]
        if len(items) < _FEWEST:
            continue
        items = [undertakings.as_task(bench, one) for one in items]
        promised = sum(is_one(bench, one) for one in items)
        dated = promised or any(edge_times.may_hold_time(one.value.text) for one in items)
        theirs = _THEIRS.match(section.title)  # "Their decision criteria": nothing there is the author's to do
        errands = sum(is_errand(bench, one) for one in items) if dated and not theirs else 0
        sure = promised + errands
        if _FEWEST <= sure < len(items) and sure * 3 < len(items) * 2:
            sure += sum(_is_told_of(bench, one) for one in items)
        if sure >= _FEWEST and sure * 3 >= len(items) * 2:
            yield index


def is_one(bench: Bench, item: Statement) -> bool:
    """Say whether an item names who acts, and by when or what to do: "me – ring Colm", "Jo: weave it, 20 May"."""
    name = item.named if item.name else NOTHING
    draft = bench.draft(item.value, name, item.section, -1, done=False)
    if draft is None or "?" in item.value.text or not item.head.text or is_fact(item.value.text):
        return False
    owner, words = draft.owned.owner, _SPLIT.split(draft.passage.text.strip())
    cast, vocabulary = bench.prompter.cast, bench.material.vocabulary
    if owner.present and owner.surface in {"label", "text"} and not is_role(draft.passage.text, vocabulary):
        month = vocabulary.word("month", owner.value.partition(" ")[0]) is not None
        known = draft.owned.side != "unknown" or cast.knows(owner.value) or is_only_a_name(owner.value)
        firm = (
            owner.surface == "label" or not bench.material.language or (_is_due(draft) and bool(draft.due.field.value))
        )
        return known and firm and not month and (_is_due(draft) or _orders(words, owner.value))
    subject = _SPLIT.split(item.value.text.strip())[0].casefold()
    return subject in SELF and (_is_due(draft) or _orders(words, subject))


def is_bare(bench: Bench, item: Statement) -> bool:
    """Say whether an item says that somebody known is to do something, as only agreements do: "Jo to ask Ann"."""
    match = _BARE.match(item.value.text)
    if match is None or item.name or "?" in item.value.text or bench.prompter.cast.is_firm(match[1]):
        return False
    if bench.kind == "prep" and bench.prompter.cast.side(match[1]) == "client":
        return False  # what a coming call is to bring
    known = bench.prompter.cast.is_person(match[1]) or is_first(match[1].partition(" ")[0])
    return known and orders(item.value.text[match.end() :])


def _is_told_of(bench: Bench, item: Statement) -> bool:
    """Say whether an item says what somebody does: "Hamish tells Lorna to keep it", which alone is no promise."""
    name = item.named if item.name else NOTHING
    draft = bench.draft(item.value, name, item.section, -1, done=False)
    if draft is None or not draft.owned.owner.present or is_fact(item.value.text) or is_one(bench, item):
        return False
    owner, words = draft.owned.owner.value.split(), _SPLIT.split(draft.passage.text.strip())
    rest = words[len(owner) :] if words[: len(owner)] == owner else words
    form = load("en").forms.get(rest[0].casefold()) if len(rest) > 1 else None
    return form is not None and "s" in form[1]


def _is_due(draft: Draft) -> bool:
    """Say whether the words of a step themselves say when it is due."""
    return draft.due.present and draft.due.field.surface not in {"heading", "clause"}


def is_agreed(bench: Bench, statement: Statement) -> bool:
    """Say whether a line below "What we agreed" says how things are, and no more: "Reception is a separate option".

    Where a plan has a list of steps beside it, what was agreed is one only if it says who does it by when.
    """
    outline = bench.material.outline
    around = outline.role_section(statement.section) if statement.section else 0
    labelled = statement.plays("next-step")
    agreed = bench.material.vocabulary.words["agreed-word"]
    title = statement.name if labelled else outline.sections[around].title if around else ""
    if not _is_agreement(title, agreed) or not statement.value.text or statement.checked != "none":
        return False
    draft = bench.draft(statement.value, NOTHING, statement.section, -1, done=False)
    if draft is None:
        return False
    owned, due = draft.owned.owner.present, bool(draft.due.period.start or draft.due.field.value)
    if any(
        "next-step" in section.label.roles and index != around and not _is_agreement(section.title, agreed)
        for index, section in enumerate(outline.sections)
    ):
        return not (owned and due)
    told = _says(statement.value.text) or is_told(statement.value.text) or not _is_promising(bench, statement.section)
    return not owned and not due and not orders(statement.value.text) and told


def _is_agreement(title: str, agreed: Mapping[str, str]) -> bool:
    """Say whether a title says that something was agreed, and not that it is to be done: "Agreed actions"."""
    words = _SPLIT.split(title.casefold())
    return not agreed.keys().isdisjoint(words) and _TASKS.search(title) is None


def _is_promising(bench: Bench, section: int) -> bool:
    """Say whether a section holds something that is a promise for sure."""
    items = (one for one in bench.material.outline.by_section[section] if not one.nested)
    return any(is_one(bench, one) for one in items if _SPLIT.split(one.value.text)[0].casefold() not in _ALL)


def _says(text: str) -> bool:
    """Say whether a line has a verb that says how something is: "is", "stays", "will see"."""
    words = [word.casefold() for word in _SPLIT.split(text.strip())]
    return any(word in _STATES or word.endswith(("'ll", "’ll")) for word in words[:8])


def is_asked(text: str) -> bool:
    """Say whether a line asks without a mark: "who owns customs brokerage"."""
    return _SPLIT.split(text.strip())[0].casefold() in _ASKING


def is_told(text: str) -> bool:
    """Say whether an item of a list that promises tells what happened: its first or second verb stands in the past."""
    for word in _SPLIT.split(text.strip())[:3]:
        found = load("en").forms.get(word.casefold())
        if found is not None:
            return "b" not in found[1] and "s" not in found[1] and "g" not in found[1]
    return False


def has_done(text: str) -> bool:
    """Say whether a line begins with what somebody has done already: "Tomas a demandé le tarif"."""
    return _HAS_DONE.match(text) is not None


def orders(text: str) -> bool:
    """Say whether a text begins with what to do: "cost the giveaway", "to be sent"."""
    return _orders(_SPLIT.split(text.strip()), "")


def _orders(words: list[str], owner: str) -> bool:
    """Say whether the words of a step say what to do: a base form, "to", "will" or "is going to" behind the owner."""
    rest = words[len(owner.split()) :] if words[:1] == owner.split()[:1] else words
    forms = load("en").forms
    if rest[:1] and rest[0].casefold() in {"to", "will", "must", "should"}:
        return True
    if rest[:3] == ["is", "going", "to"] or rest[:2] == ["is", "gonna"]:
        return True
    found = forms.get(rest[0].casefold()) if rest else None
    stated = len(rest) > 1 and rest[1].casefold() in _STATES  # "budget is 85k"
    past = len(rest) < len(words) and found is not None and "p" in found[1]  # "Ray set up a call"
    return found is not None and "b" in found[1] and not stated and not past


def is_errand(bench: Bench, item: Statement) -> bool:
    """Say whether an item of a list in notes says what the author is to do: "ask Denny if we can match it"."""
    text = item.value.text
    if (
        bench.kind != "notes"
        or item.name
        or not item.head.text
        or "?" in text
        or len(text.split()) < _LEAST
        or is_told(text)
    ):
        return False
    draft = bench.draft(item.value, NOTHING, item.section, -1, done=False)
    return draft is not None and (draft.done or orders(text))


def is_call(bench: Bench, item: Statement) -> bool:
    """Say whether an item says when a call takes place, and no more: "3 March, Colin, fleet cost workshop (fixed)"."""
    text = _ASIDE.sub("", item.value.text).strip(" .")
    if item.checked != "none" or not edge_times.may_hold_time(text) or orders(text):
        return False
    encounters = bench.material.vocabulary.words["encounter"]
    stated = _WHEN.match(text)  # "second scripted demo is 28 May"
    if stated:
        return stated[1].casefold() in encounters
    dated = edge_times.dated(item.value, bench.material.vocabulary) if bench.kind != "map" else None
    if dated and not orders(dated[1].text) and undertakings.is_encounter(bench, dated[1].text, last=True):
        return True  # "7/23 meeting, their office"
    if dated and _CLOCK.match(dated[1].text):
        return True  # "2 April, 9:30, their yard again"
    led = leads.is_led_by_day(item.value, bench.material.vocabulary)
    return led and any(part.split()[-1:] and part.split()[-1].casefold() in encounters for part in text.split(",")[1:])


def table(bench: Bench, grid: Grid) -> tuple[int, int, int]:
    """Return the columns of who, what and when of a table whose heads say nothing, told by its cells; -1 for none."""
    none = (-1, -1, -1)
    outline = bench.material.outline
    if any(head.strip() for head in grid.heads) or outline.trap(grid.section) or len(grid.heads) < 3:
        return none
    cells = [[cell.text().passage.text.strip() for cell in row.cells] for row in grid.table.rows]
    columns = list(zip(*cells, strict=True))
    cast, vocabulary = bench.prompter.cast, bench.material.vocabulary
    who = [i for i, column in enumerate(columns) if all(is_owner(one, cast, vocabulary) for one in column if one)]
    when = [i for i, column in enumerate(columns) if i not in who and all(bench.is_time(one) for one in column if one)]
    what = [i for i in range(len(columns)) if i not in who and i not in when]
    if not cells or min(len(who), len(when), len(what)) < 1 or not any(columns[who[0]]) or not any(columns[when[0]]):
        return none
    return who[0], max(what, key=lambda i: sum(map(len, columns[i]))), when[0]
