"""Signs that a document is a template, is about something else, or is about a sale."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import dates, heads, left_over, lineup, met, rollcall, titles
from advancelint.plan.material import Material, is_placeholder
from advancelint.plan.vocabulary import Label, Vocabulary
from advancelint.reading.lexicon import load

_LONGEST_SLOT = 80
_MEALS = ("lunch", "dinner")
_FEWEST_SLOTS, _DEEPEST, _LONGEST_TAG, _LONGEST_MARK = 3, 6, 3, 40
_WORD = expression(r"[^\W\d_]+")
_BEGUN = expression(r"[ \t]*(?:[-*+][ \t]+|\d{1,2}[.)][ \t]+)?(?:\[[ xX]\] )?")
_GOES_ON = expression(r":? [\w\"“(]")
_SLOT = expression(
    r"(?<!\[)\[(?![ xX]?\])[A-Z][^\[\]()|]{1,40}(?:\|[^\[\]]*)?\](?![(\[])|<[A-Za-z][^<>@/]{1,40}>|YYYY-MM-DD|_{4,}"
)
AFTER = expression(r"(?:after|nach|après|después|após|depois)\b", re.IGNORECASE)
_ASIDE = expression(r"\([^()]*\)[.]?")
_SLOT_ANYHOW = expression(_SLOT.pattern.replace("[A-Z]", "[A-Za-z]", 1))
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


def template(material: Material) -> str:
    """Return why the document is a template, or ""."""
    vocabulary = material.vocabulary
    name = material.source.path.replace("\\", "/").rpartition("/")[2].casefold()
    stem = name.rpartition(".")[0]
    ends = vocabulary.words["template-name"]
    named = any(stem == word or (stem.endswith(word) and not word[0].isalnum()) for word in ends)
    first = _WORD.findall(stem.replace("_", " "))[:1]
    if named or (first and first[0] in ends):  # "TEMPLATE-call-plan"
        return "its name says that it is a template"
    start = material.source.text.find("{{")
    if start >= 0 and 0 < material.source.text.find("}}", start) - start < _LONGEST_SLOT:
        return "it holds {{slots}}, which only templates do"
    heading = material.outline.title
    if heading and heading.level == 1:
        words = [word.strip("()[]:,.") for word in heading.title.casefold().split()]
        if any(word in vocabulary.words["template-title"] for word in words):
            return "its title says that it is a template"
        if _SLOT.search(heading.title) and not heading.title.startswith("[["):
            return "its title holds a slot to fill in"
    slots = _slots(material)
    if slots >= _FEWEST_SLOTS and slots > _filled(material):
        return f"{slots} of its values are slots to fill in"
    return ""


def _slots(material: Material) -> int:
    """Return how many slots to fill in the document has."""
    tags, text = material.vocabulary.words["html-tag"], material.source.text
    found = (match.group() for match in _SLOT_ANYHOW.finditer(text) if not _is_tag(match, text))
    return sum(1 for slot in found if slot.strip("<>").split()[0].casefold() not in tags)


def _is_tag(match: re.Match[str], text: str) -> bool:
    """Say whether what is found begins a line that goes on, and names somebody: "[CV] load test", "[Ana] ring"."""
    before = text[max(0, match.start() - _LONGEST_MARK) : match.start()].rpartition("\n")[2]
    if text[match.start()] != "[" or len(before) == _LONGEST_MARK or not _BEGUN.fullmatch(before):
        return False
    if not _GOES_ON.match(text, match.end()):
        return False
    words = _WORD.findall(match.group())
    return all(word.isupper() and len(word) <= _LONGEST_TAG for word in words) or not any(
        word.casefold() in load("en").common for word in words
    )


def _filled(material: Material) -> int:
    """Return how many values of labels and cells are filled in."""
    outline = material.outline
    texts = [one.value.text for one in outline.statements if one.value.text and (one.label.roles or one.section)]
    for grid in outline.grids:
        if any(label.roles for label in grid.columns):
            texts += [cell.text().passage.text for row in grid.table.rows[:50] for cell in row.cells]
    # "(one sentence: the customer does something)" says what to fill in
    said = (text.strip() for text in texts)
    return sum(1 for text in said if text and not _SLOT_ANYHOW.search(text) and not _ASIDE.fullmatch(text))


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
