"""Lets what stands below a heading correct what it was heard as: days make steps, questions and facts no goal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.plan import clockwords, degrees, leads, nextcalls
from advancelint.plan.asking import asks, is_act
from advancelint.plan.given import may_promise
from advancelint.plan.hearing import is_amount
from advancelint.plan.outline import Outline, Section, Statement
from advancelint.plan.vocabulary import GOALS, NO_LABEL, Label, Vocabulary
from advancelint.plan.wanting import is_ours
from advancelint.reading.lexicon import load
from advancelint.source import Passage

_DAY = frozenset({"due"})
_GOALS = frozenset({"objective", "primary", "sales-objective"})
STEPS = Label(frozenset({"next-step"}), weak=True, heard=True)
AIMED = Label(frozenset({"calls", "objective"}), weak=True, heard=True)
MORE = Label(frozenset({"objective"}), weak=True)
_STATED_FIRST = frozenset({"objective", "primary"})
_OF_SALE = expression(
    r"\b(?:overall|sale|sales|deal|account|year|long[- ]term|eventually|strateg\w+|\d{4}|fy ?\d\d|gesamt\w*|jahr\w*"
    r"|global|année|vente|vent[ae]s?|venda|geral|general|año|ano)\b",
    re.IGNORECASE,
)
_LIKED = expression(r"\b(?:like|want|love|hope|wish|gern|aimerais|voudrais|gustaría|gostaria)\b", re.IGNORECASE)
_SALE = frozenset({"sales-objective"})
_PURPOSE = frozenset({"purpose"})
_CALLS, _ITEMS = frozenset({"calls"}), frozenset({"item", "bullet"})
_QUOTES = "\"“”„«‘'"
_SUBJECTS = frozenset({"he", "she", "they", "we", "it", "who"})
_FEWEST, _SEEN, _SOME = 2, 5, 3  # two acts of six make goals of a list: poor ones stand beside them
_WORD = expression(r"[^\W\d_][\w'’-]*|[.,;:!?]")
# "Rocío Alarcón (operations manager)"
_LISTED = expression(r"[^\W\d_a-z][\w'’-]+ [^\W\d_a-z][\w'’-]+ \([^()]{2,60}\)(?:$|,)")
# "Didn't get: who signs" is what a call did not bring.
_DENIED = expression(
    r"\b(?:(?:did not|\w+n['’]?t|never) (?:get|got|have|hear|learn|win)|not (?:achieved|reached|got)|missed"
    r"|nicht (?:erreicht|bekommen)"
    r"|pas (?:obtenu|atteint)|no (?:conseguimos|logrado)|não (?:conseguimos|alcançado))\b",
    re.IGNORECASE,
)
_TARGET, _BRACKET = expression(r"\btarget\b", re.IGNORECASE), expression(r"\([^()]*\)?")
# "What matters to them this year" heads what the client is about.
_ABOUT_THEM = expression(
    r"\b(?:them|their|they|the (?:client|customer)|ihnen|kunden?|eux|leurs?|client|ellos|cliente|eles|deles)\b",
    re.IGNORECASE,
)
# "Yield model: Tamsin, 14 August", "Quote (Jo, w/c 3 May)": who does it and by when.
_NAME = r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?"
_ASSIGNED = expression(rf"(?:[:(–—|→]|[,.]| -|->) ?{_NAME}(?: ?[,:|→(]| [–—-]|->) ?(?P<day>[^,;|]{{2,30}})$")
_ASKING = expression(
    r"[\W\d]*(?:who|what|whether|how|why|which|where|does|did|is|are|wer|was|wie|warum|welche\w*|qui|quel\w*"
    r"|comment|pourquoi|quién|qué|cómo|cuánt\w+|quem|como|quanto)\b",
    re.IGNORECASE,
)


def corrected(sections: Sequence[Section], statements: Sequence[Statement], vocabulary: Vocabulary) -> list[Section]:
    """Return ``sections`` with other labels where a goal was only heard and what stands below is something else."""
    may_change = {index for index in range(1, len(sections)) if _may_change(sections, index, vocabulary)}
    below: dict[int, list[Statement]] = {}
    failing = {one.section for one in statements if one.plays("fallback", "fallback-part")}
    for one in statements if may_change else ():
        if one.section in may_change and one.opens < 0 and not one.label.roles and not one.nested:
            below.setdefault(one.section, []).append(one)
    found = list(sections)
    for index, items in below.items():
        if not found[index].label.roles & _GOALS:
            found[index] = found[index]._replace(label=_aimed(sections, index, items, vocabulary))
            continue
        title, roles = found[index].title, found[index].label.roles
        if roles == _SALE and found[index].label.heard and index in failing:
            found[index] = found[index]._replace(label=MORE)  # who names a smaller one has goals of a call
            continue
        denied = _DENIED.search(title) is not None  # "Didn't get"
        theirs = "sales-objective" in roles and _ABOUT_THEM.search(title) is not None and not is_ours(title)
        label = NO_LABEL if denied or theirs else _label(found[index], items, vocabulary)
        found[index] = found[index]._replace(label=label)
    return found


def of_the_call(outline: Outline) -> Outline:
    """Return the outline of a call's preparation, where what only sounds like the goal of a sale is that of the call.

    "What we want out of it" says no more than that somebody wants something;
    beside a goal of the call it is that of the sale.
    """
    labels = (*(one.label for one in outline.sections), *(one.label for one in outline.statements))
    if any(label.roles & _STATED_FIRST for label in labels):
        return outline
    sections = [one._replace(label=_of_call(one.label, one.title)) for one in outline.sections]
    statements = [one._replace(label=_of_call(one.label, one.name)) for one in outline.statements]
    return Outline.of(outline.document, sections, statements, outline.grids, outline.asides, outline.rest)


def _of_call(label: Label, name: str) -> Label:
    sold = label.heard and "sales-objective" in label.roles and not _OF_SALE.search(name)
    return Label(frozenset({"objective"}), weak=label.weak, heard=True) if sold else label


def _may_change(sections: Sequence[Section], index: int, vocabulary: Vocabulary) -> bool:
    """Say whether what stands below a section can give it another meaning."""
    label, title = sections[index].label, sections[index].title
    if label.roles == _PURPOSE:
        return True
    if not label.roles <= _CALLS:
        return label.heard and not label.roles.isdisjoint(_GOALS)
    return nextcalls.is_coming_call(title, vocabulary) or is_more(sections, index, vocabulary)


def is_more(sections: Sequence[Section], index: int, vocabulary: Vocabulary) -> bool:
    """Say whether a section behind one of goals is headed as more of them: "Also", "Other things I'd like"."""
    one, before = sections[index], sections[index - 1]
    if one.label.roles or one.parent != before.parent or before.label.roles.isdisjoint(GOALS):
        return False
    liked = is_ours(one.title) and _LIKED.search(one.title) is not None
    return liked or degrees.of(one.title, vocabulary) == degrees.BESIDE


def _aimed(sections: Sequence[Section], index: int, items: Sequence[Statement], vocabulary: Vocabulary) -> Label:
    """Return the label of a section behind one of goals, or below a coming call with a list of the client's acts."""
    texts = [one.value.text for one in items]
    if sections[index].label.roles == _PURPOSE:
        return _purpose(sections[index].label, items, vocabulary)
    listed = all(one.surface in _ITEMS and one.checked == "none" for one in items) and not any(map(is_said, texts))
    if listed and is_more(sections, index, vocabulary):
        return MORE
    owed = any(is_assigned(text) or leads.begins_with_day(text, vocabulary) for text in texts)
    count = sum(map(asks, texts))
    acts = count * _FEWEST > len(items) or (count >= _FEWEST and count * _SOME >= len(items))
    acts = acts and not owed and listed and sections[index].level > 1 and len(items) >= _FEWEST
    return AIMED if acts else sections[index].label


def _purpose(label: Label, items: Sequence[Statement], vocabulary: Vocabulary) -> Label:
    """Return the label of a section of purposes: one of goals where they are listed and one is ranked or an act."""
    texts = [one.value.text for one in items]
    listed = (
        len(items) >= _FEWEST and all(one.surface in _ITEMS for one in items) and not any("?" in one for one in texts)
    )
    ranked = any(asks(text) or degrees.led(text, (0,), vocabulary, 1) for text in texts)
    return MORE if listed and ranked else label


def _label(section: Section, items: list[Statement], vocabulary: Vocabulary) -> Label:
    texts, label = [one.head.text or one.value.text for one in items], section.label
    if label.roles == _SALE and len(texts) == 1 and texts[0].count(". ") >= _FEWEST:
        return NO_LABEL  # a paragraph of sentences tells how things are
    wished = "objective" in label.roles and is_ours(section.title) and any(map(asks, texts))
    promised = sum(
        (one.checked != "none" and not wished) or is_assigned(text) or leads.begins_with_day(text, vocabulary)
        for one, text in zip(items, texts, strict=True)
    )
    if promised >= _FEWEST and promised * 2 >= len(items):
        return STEPS
    other = sum(is_asked(text) or is_fact(text) for text in texts) * 2 >= len(items)
    return NO_LABEL if other and not any(map(asks, texts)) else label


def is_assigned(text: str) -> bool:
    """Say whether a line ends with who does it and by when: "Yield model with real load data: Tamsin, 14 August"."""
    found = _ASSIGNED.search(text)
    return found is not None and clockwords.may_hold(found["day"])


def is_no_goal(statement: Statement) -> bool:
    """Say whether what stands below a label that was only heard is a question, quote, fact, sum, task or people."""
    text = statement.value.text
    aimed = statement.plays("objective")
    if aimed and _DENIED.search(statement.name):
        return True
    if aimed and statement.surface == "row" and not is_ours(statement.name) and not is_act(text) and not is_order(text):
        return True
    aside = text[:1] == "(" and text[-1:] == ")"
    listed = aside or is_amount(text) or bool(_LISTED.match(text))
    return "?" in text or text[:1] in _QUOTES or listed or is_fact(text) or statement.checked != "none"


def is_wordless(statement: Statement) -> bool:
    """Say whether the value of a label that was only heard has no two words: "Account ID: 0019K00AXB"."""
    return statement.label.heard and statement.value.text.count(" ") + 1 < _FEWEST


def is_said(text: str) -> bool:
    """Say whether a line is a question, a quote or a fact, and so nothing that somebody is to do."""
    return "?" in text or text[:1] in _QUOTES or is_fact(text)


def is_order(text: str) -> bool:
    """Say whether a text begins with what to do: "get her to sign", "to win the second site"."""
    first = text.partition(" ")[0].casefold()
    verb = load("en").forms.get(first)
    return first == "to" or (verb is not None and "b" in verb[1])


def are_steps(lines: Sequence[Passage]) -> bool:
    """Say whether at least half of the lines that arrows lead say who does what or when, and none asks or quotes."""
    texts = [line.text for line in lines]
    signs = sum(is_order(text) or may_promise(text) or clockwords.may_hold(text) for text in texts)
    return signs * 2 >= len(texts) and not any(map(is_said, texts))


def is_target(statement: Statement) -> bool:
    """Say whether a label that mostly names a day names what the client is to do: "Target: Petra signs the order"."""
    return statement.label.roles == _DAY and asks(statement.value.text)


def is_result(statement: Statement) -> bool:
    """Say whether a label that mostly names a day says what is to be so by then: "Target: go-live in hall 2 by May"."""
    said = _BRACKET.sub("", statement.value.text)
    words = [word for word in said.split() if not clockwords.may_hold(word)]
    return statement.label.roles == _DAY and _TARGET.search(statement.name) is not None and len(words) > _FEWEST


def is_asked(text: str) -> bool:
    """Say whether a line asks something, with or without a mark: "what does a day down cost you"."""
    return "?" in text or _ASKING.match(text) is not None


def is_of_sale(statement: Statement, section: Section) -> bool:
    """Say whether an item stands in a ``section`` of what all of the sale is for; a year may lead it."""
    dated = statement.surface == "bullet" and clockwords.may_hold(statement.name)  # "2027: both lines"
    bare = (statement.surface == "item" or dated) and not statement.label.roles and not statement.nested
    return bare and "sales-objective" in section.label.roles and bool(statement.value.text)


def is_fact(text: str) -> bool:
    """Say whether a line says how things are or what happened: "she has our rate card", "Ines said it isn't locked"."""
    words = [match.group() for match in _WORD.finditer(text[:80])]
    if not words or _ASKING.match(text):
        return False
    for before, word in pairwise(words[:_SEEN]):
        if not word[0].isalpha():
            return False
        if word.casefold() in load("en").groups["states"] and before.casefold() not in {"to", "not", "us"}:
            return True
        verb = load("en").forms.get(word.casefold())
        if verb is not None and "s" in verb[1]:
            return False  # "Ivo signs"
        if verb is not None and "b" not in verb[1] and "p" in verb[1]:
            return before[0].isupper() or before.casefold() in _SUBJECTS  # "a contract signed by May" is none yet
    return False
