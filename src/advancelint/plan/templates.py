"""Tells templates, whose slots nobody has filled in, from plans: by the name, the title, or what stands in brackets."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.given import is_first
from advancelint.plan.material import Material, is_placeholder
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load

_LONGEST_SLOT, _FEWEST_SLOTS, _LONGEST_TAG, _LONGEST_MARK = 80, 3, 3, 40
_WORD = expression(r"[^\W\d_]+")
_BEGUN = expression(r"[ \t]*(?:[-*+][ \t]+|\d{1,2}[.)][ \t]+)?(?:\[[ xX]\] )?")
_GOES_ON = expression(r":? [\w\"“(]")
_SLOT = expression(
    r"(?<!\[)\[(?![ xX]?\])[A-Z][^\[\]()|]{1,40}(?:\|[^\[\]]*)?\](?![(\[])|<[A-Za-z][^<>@/]{1,40}>|YYYY-MM-DD|_{4,}"
)
_JOINTS, _LETTERS = expression(r"[,+&/]"), expression(r"[A-Z]{1,3}")
_EDITION = expression(
    r"\((?:template|form|vorlage|formular|modèle|formulaire|plantilla|modelo)\s+(?:v\.?\s?)?\d[^()]*\)", re.IGNORECASE
)
_ASIDE = expression(r"\([^()]*\)[.]?")
_SLOT_ANYHOW = expression(_SLOT.pattern.replace("[A-Z]", "[A-Za-z]", 1))


def told(material: Material) -> str:
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
        title = _EDITION.sub("", heading.title)  # "Call sheet (template v3.1)", and filled in
        words = [word.strip("()[]:,.") for word in title.casefold().split()]
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
    found = (
        match.group()
        for match in _SLOT_ANYHOW.finditer(text)
        if not _is_tag(match, text)
        and not _names_owner(match.group(), material.vocabulary)
        and not _is_state(match.group(), material.vocabulary)
    )
    return sum(1 for slot in found if slot.strip("<>").split()[0].casefold() not in tags)


def _names_owner(slot: str, vocabulary: Vocabulary) -> bool:
    """Say whether what stands in brackets is whoever does a step: "[NF, Ana]", "[both]"; no "[Name, title]"."""
    parts = [part.strip(" .") for part in _JOINTS.split(slot.strip("[]<>").replace(":", ","))]  # "[SB: Ana, KL: Ben]"
    sided = [vocabulary.word("side", part) is not None or part.casefold() == "both" for part in parts]
    lettered = [_LETTERS.fullmatch(part) is not None and not is_placeholder(part, vocabulary) for part in parts]
    named = [not any(word.casefold() in load("en").common for word in part.split()) for part in parts]
    known = any(is_first(part.partition(" ")[0]) for part in parts)
    whole = all(any(one) for one in zip(sided, lettered, named, strict=True))
    return slot[:1] == "[" and whole and (any(sided) or any(lettered) or known)


def _is_state(slot: str, vocabulary: Vocabulary) -> bool:
    """Say whether what stands in brackets says how far something is: "[open]", "[closed]"."""
    words = slot.strip("[]").casefold()
    return slot[:1] == "[" and (words in vocabulary.words["done"] or words in vocabulary.words["open-status"])


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
