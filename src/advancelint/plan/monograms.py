"""Finds people whose initials a plan explains: "Ana Ruiz (AR, plant manager)", "AR = Ana Ruiz", "AR → our Ana Ruiz"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Code, Heading, Html, ListItem, Paragraph
from advancelint.plan import parties, partners, persons, pieces, prose
from advancelint.plan.given import is_first
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.reading.lexicon import load
from advancelint.source import Passage, Span

# Letters by which a line may call somebody whom nobody introduced: "AN → mail the recap".
_CAPITALS = expression(r"(?<!\w)[^\W\d_a-zß-öø-ÿ]{2,4}(?!\w)")
_LETTERS = expression(r"[^\W\d_a-zß-öø-ÿ]{2,3}")
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’-]+"
_NAME = rf"{_WORD}(?: (?:[^\W\d_a-zß-öø-ÿ]\.|d[aeiou]|v[ao]n|l[ae]|el|{_WORD})){{1,3}}"
_BEHIND = expression(
    rf"(?<![\w'’])(?P<name>{_NAME}) ?[(\[](?P<letters>[^\W\d_a-zß-öø-ÿ]{{2,4}})"
    r"(?:[,;:]? (?P<role>[^()\[\],;]{2,60}))?[)\],;]"
)
_BEFORE = expression(
    rf"^[-*•\s]*(?P<letters>[^\W\d_a-zß-öø-ÿ]{{2,4}})(?: ?(?:=|:|→|->|=>)| [–—-]) (?:(?:that['’]s|is) )?"
    rf"(?P<own>our |unser(?:e[rn]?)? |notre |nuestr[oa] |noss[oa] )?(?P<name>{_NAME})"
    r"(?: ?[,(] ?(?P<role>[^()\[\],.;|\n]{2,60}))?(?=$|[,.;()|\n])",
)
# "Log (AR = Ana Ruiz, BI = Ben Ito)", above entries such as "27/11 AR, phone, …": who keeps it
_LEGEND = expression(rf"[(,;] ?(?P<letters>[^\W\d_a-zß-öø-ÿ]{{2,4}}) ?= ?(?P<name>{_NAME})(?=[,;)]|$)")
_KEEPING = expression(
    r"^\W*\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.? "
    r"(?P<who>[^\W\d_a-zß-öø-ÿ]{2,4}(?: ?[+&/] ?[^\W\d_a-zß-öø-ÿ]{2,4})*)\b",
    re.MULTILINE,
)
_AUTHOR = expression(
    r"^[-*•\s]*(?P<letters>[^\W\d_a-zß-öø-ÿ]{2,4})(?: ?(?:=|:|→|->|=>)| [–—-]) (?:me|myself|ich|moi|yo|eu)\W*$"
)
_WHO = expression(r",? (?:who|whose|he|she)\b")
_FAR, _FEWEST = 8_000, 3


def are_letters(name: str) -> bool:
    """Say whether a name is two or three letters that stand for somebody, and no word that is written large."""
    return _LETTERS.fullmatch(name) is not None and name.casefold() not in load("en").common


def spelled_out(found: Sequence[Placed]) -> list[Placed]:
    """Return ``found`` without those who are only the letters of somebody there: "RD" beside "Rosamund Devlin"."""
    names = (one.named.name.split() for one in found)
    letters = {"".join(word[0] for word in words).upper() for words in names if len(words) > 1}
    return [one for one in found if one.named.name not in letters]


def read(material: Material, known: Collection[str]) -> Iterator[Placed]:
    """Yield the people whose initials are explained; whose they are, only "our" before the name tells.

    Of those who are ``known``, by names without case, only whom that puts on our side are.
    """
    written = Counter(_CAPITALS.findall(material.source.text))  # once, however many a text explains
    keeping = {who for match in _KEEPING.finditer(material.source.text) for who in _CAPITALS.findall(match["who"])}
    firms = partners.joined(material)[0] if material.kind == "map" else ()
    for block in material.outline.document.blocks:
        if isinstance(block, (Code, Html)) or block.quoted or not isinstance(block, (Heading, Paragraph, ListItem)):
            continue
        if len(block.leaf.content) <= _FAR and _LETTERS.search(block.leaf.content):
            passage = block.leaf.text().passage
            for line in pieces.broken(passage, material.source.text) or [passage]:
                found = (*_keepers(line, keeping), *_explained(line, written, material, firms))
                yield from (one for one in found if one.named.side or one.named.name.casefold() not in known)


def _keepers(passage: Passage, keeping: Collection[str]) -> Iterator[Placed]:
    """Yield those whose explained letters stand behind the days of a log, which is theirs."""
    for match in _LEGEND.finditer(passage.text) if keeping else ():
        start = _begin(match["name"], match["letters"])
        if match["letters"] in keeping and start >= 0:
            yield _placed(passage.cut(Span(match.start("name") + start, match.end("name"))), "", "seller")


def _explained(passage: Passage, written: Counter[str], material: Material, firms: Sequence[str]) -> Iterator[Placed]:
    for match in (match for pattern in (_BEHIND, _BEFORE) for match in pattern.finditer(passage.text)):
        start = _begin(match["name"], match["letters"])
        if start < 0:
            continue
        name = passage.cut(Span(match.start("name") + start, match.end("name")))
        role = (match["role"] or "").strip()
        role = role if persons.is_role(role, material.vocabulary) else ""
        ours = bool(match.groupdict().get("own")) or bool(parties.side_of_role(match["role"] or ""))
        told = role or ours or _WHO.match(passage.text, match.end())
        if told or _is_person(name.text, written[match["letters"]], material):
            behind = passage.text[match.end("name") :].partition("\n")[0]
            firm = next((one for one in firms if partners.short(one) in behind), "")
            yield _placed(name, role, "seller" if ours else "", firm)
    for match in _AUTHOR.finditer(passage.text):
        yield _placed(passage.cut(Span(*match.span("letters"))), "", "seller")


def _is_person(name: str, used: int, material: Material) -> bool:
    """Say whether a name, whose letters are ``used`` so often, is a person's: it has a first name, or no plain word.

    A "Quarterly Business Review (QBR)" is spelled of plain words.
    """
    if not prose.is_person(name, material.vocabulary):
        return False
    plain = (word.casefold() in load("en").common or word.casefold() in load("en").forms for word in name.split())
    return is_first(name.split()[0]) or (used >= _FEWEST and not any(plain))


def _placed(name: Passage, role: str, side: str, firm: str = "") -> Placed:
    span = name.source_span(Span(0, len(name.text)))
    return Placed(Named(name.text, role, firm, span, side), side or "unknown", 0, met=False)


def _begin(name: str, letters: str) -> int:
    """Return where in ``name`` the name begins whose initials the ``letters`` are; -1 for none."""
    words = list(re.finditer(r"\S+", name))
    for index in range(len(words) - 1):
        spelled = "".join(part[0] for word in words[index:] for part in word.group().split("-") if part)
        capital = "".join(letter for letter in spelled if letter.isupper())
        short = "".join(word.group()[0] for word in words[index:])
        if letters in {spelled.upper(), capital, short.upper()}:
            return words[index].start()
    return -1
