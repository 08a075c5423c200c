"""Signs that a document is about something else, or is about a sale."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import dates, heads, left_over, lineup, met, rollcall, titles
from advancelint.plan.material import Material, is_placeholder
from advancelint.plan.vocabulary import Label, Vocabulary
from advancelint.reading.lexicon import load

_LONGEST_SLOT = 80
_MEALS = ("lunch", "dinner")
_DEEPEST = 6
AFTER = expression(r"(?:after|nach|après|después|após|depois)\b", re.IGNORECASE)
# Of two parties only one is "they"; inside a team nobody is across the table.
_ACROSS = expression(
    r"\b(?:on|from|at) their (?:side|end|part)\b|\b(?:auf|von) (?:deren|kunden)[ -]?seite\b"
    r"|\bde leur côté\b|\bcôté client\b|\b(?:por|de) su parte\b|\bd[oe]l? lad[oe] (?:del|do) cliente\b",
    re.IGNORECASE,
)
_SALE_ROLES = frozenset({
    "sales-objective", "client-win", "fallback", "our-people", "client-people", "counterpart", "our-company", "account",
})  # fmt: skip
_SALE_PARTS = frozenset({"stage", "close date", "call objective", "account"})
_ENCOUNTERS = ("call-word", "encounter")
_PEOPLE_ROLES = ("attendees", "people")


def foreign_title(title: str, vocabulary: Vocabulary) -> str:
    """Return why a title is that of an article or of a team's own work, or ""."""
    folded = " ".join("".join(char if char.isalnum() or char in "-:'" else " " for char in title.casefold()).split())
    spaced = f" {folded} ".replace(": ", " ")
    for words, why in vocabulary.words["foreign-title"].items():
        if f" {words} " in spaced and not _is_in_name(words, title, vocabulary):
            return why
    return ""


def _is_in_name(word: str, title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word that companies have in their names stands in one: "Hallam Engineering", no "Team Engineering".

    Another word of the name is no word of the language.
    """
    if vocabulary.word("company-word", word) is None:
        return False
    runs = (run.group().split() for run in heads.RUN.finditer(title))
    named = (run for run in runs if word in [part.casefold() for part in run[1:]])
    return any(any(part.isalpha() and part.casefold() not in load().common for part in run) for run in named)


def _is_of_sale(label: Label) -> bool:
    """Say whether a listed label shows a sale; what is only heard may be said in any other document, too."""
    return bool(label.roles & _SALE_ROLES) and not label.heard


def is_of_a_sale(material: Material, roles: frozenset[str]) -> bool:
    """Say whether a document shows two parties: a stage, an account, sides, or people of a company."""
    if roles & _SALE_PARTS:
        return True
    outline = material.outline
    if any(_is_of_sale(one.label) and one.value.text for one in outline.statements):
        return True
    if names_outcome(material) or tells_two_sides(material):
        return True
    if any(_is_of_sale(section.label) for section in outline.sections):
        return True
    if any(grid.column("buyer") >= 0 and grid.column("seller") >= 0 for grid in outline.grids):
        return True
    heading = outline.title
    named = titles.account(heading.title, material.vocabulary) if heading else ""
    if heading and titles.crosses(heading.title):
        return True
    if named and titles.looks_like_name(named, material.vocabulary):
        return True
    if heading and _meets(heading.title, material.vocabulary) and met.includes_me(material):
        return bool(left_over.of(heading.title, material.vocabulary))
    return any(_has_companies(material, role) for role in _PEOPLE_ROLES)


def _meets(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a title has a word for an encounter: "Trip to Norwood", "Mtg Norwood"."""
    words = [word.strip("()[]:,.–—") for word in title.casefold().split()]
    led = any(vocabulary.word("title-light", word) == "call" for word in words)
    return led or any(vocabulary.word(which, word) is not None for word in words for which in _ENCOUNTERS)


def tells_two_sides(material: Material) -> bool:
    """Say whether a sentence speaks of somebody across the table: "On their side Uwe Kattner"."""
    return _ACROSS.search(material.source.text) is not None


def names_outcome(material: Material) -> bool:
    """Say whether an outcome begins with the doctrine's own word for it: "Continuation. She liked the idea"."""
    heads = (one.value.text.casefold().split()[:1] for one in material.outline.statements if one.plays("outcome"))
    return any(head and head[0].strip(".,:;*_-–—") in {"advance", "continuation", "order"} for head in heads)


def _has_companies(material: Material, role: str) -> bool:
    vocabulary = material.vocabulary
    if any(placed.named.organisation or placed.hint in {"client", "seller"} for placed in rollcall.read(material)):
        return True
    for statement in material.outline.statements:
        if statement.plays(role):
            found = lineup.several(statement.value, vocabulary)
            if any(named.organisation or named.side for named in found):
                return True
    return False


def has_weak_part(material: Material) -> bool:
    """Say whether the document holds at least a part that plans share with other documents."""
    roles = {"objective", "primary", "next-step", "people", "attendees", "ask", "purpose", "outcome", "why"}
    outline = material.outline
    stated = any(
        statement.label.roles & roles and not is_placeholder(statement.value.text, material.vocabulary)
        for statement in outline.statements
    )
    return stated or any(section.label.roles & roles and not section.trap for section in outline.sections[1:])


def has_results(material: Material) -> bool:
    """Say whether something is told below a heading, or behind a label, of what came of a call."""
    outline = material.outline
    below = (section for section in outline.sections[1:] if "outcome" in section.label.roles and not section.label.weak)
    headed = any(section.level <= _DEEPEST for section in below)
    return headed or any(one.plays("outcome") and one.value.text and not one.label.weak for one in outline.statements)


def is_told_afterwards(material: Material) -> bool:
    """Say whether the part of a form that is filled in "After the visit" says what came of it."""
    outline = material.outline
    for statement in outline.statements:
        if statement.plays("outcome") and not is_placeholder(statement.value.text, material.vocabulary):
            titles_around = (outline.sections[index].title for index in outline.chain(statement.section))
            if any(AFTER.match(title) for title in titles_around):
                return True
    return False


def names_call(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a title has a word for a call; a meal may be one, but says nothing by itself."""
    words = [word.strip("()[]:,.–—") for word in title.casefold().split()]
    return any(word in vocabulary.words["call-word"] and word not in _MEALS for word in words)


def is_titled_as_call(material: Material) -> bool:
    """Say whether the title is that of one encounter: it has a date, or names a call, a visit or a demo."""
    heading = material.outline.title
    first = material.outline.statements[:1]
    if not heading and first and first[0].opens == 1 and not material.outline.sections[1].label.roles:
        heading = material.outline.sections[1]._replace(level=1)  # "**Norwood, 3 March, on site**", and no heading
    if not heading or heading.level > 2:
        return False
    words = [word.strip("()[]:,.–—") for word in heading.title.casefold().split()]
    named = any(word in material.vocabulary.words["call-word"] for word in words)
    return named or bool(dates.first(heading.title, material.vocabulary, material.near))


def is_dated(material: Material) -> bool:
    """Say whether the document says when its call is: in the title, in front matter or beside a label."""
    heading = material.outline.title
    if (heading and dates.first(heading.title, material.vocabulary)) or material.front.scalar("call-date"):
        return True
    stated = (statement for statement in material.outline.statements if statement.plays("call-date"))
    return any(dates.first(statement.value.text, material.vocabulary, material.near) for statement in stated)


def subtitle(material: Material) -> str:
    """Return the unlabelled line right below the title, "" where there is none: "Account plan, kept by Oisin"."""
    first = material.outline.statements[:1]
    bold = bool(first) and first[0].opens >= 0 and first[0].surface == "paragraph"  # "**Plan d'actions partagé**"
    if not first or (first[0].label.roles and not bold):
        return ""
    said = first[0].name if bold else first[0].value.text if first[0].surface == "text" else ""
    heading = material.outline.title
    near = heading is not None and 0 < first[0].line - heading.line <= 3
    return said if near and len(said) <= _LONGEST_SLOT else ""
