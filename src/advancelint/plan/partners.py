"""Finds the two companies that a mutual plan joins: "Joint plan: Norwood & Tallow", where the text names them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from advancelint.expressions import expression
from advancelint.plan import heads, pieces, shared_deeds, titles
from advancelint.plan.front_entries import scalars
from advancelint.plan.given import given
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import NOTHING, Passage, Span

_AND = expression(rf" (?:together with|&|\+|and|und|et|y|e|x|/|with|mit|avec|con|com|{titles.PARTED}) ")
_PLACE = expression(r" (?:\([^()]{1,40}\)|\[[^\[\]]{1,40}\])")  # "Norwood (Gent) and Tallow (Hull)"
_BAR = expression(rf"{_AND.pattern}| \| ")
_LEGAL = expression(r"(\S+), (\S+)(?= )")
_CODED = expression(r" [(\[][A-Z]{1,4}[)\]]")  # "Norwood Mills (NM) and Tallow (T)"
_FIRM = expression(rf" (?:{titles.PARTED}) ")
_CROSS = expression(rf" (?:x|{titles.PARTED}) ")
_MARKS = (" + ", " / ", " x ")
_SHORT = expression(r"[^\W\d_]{3,}")
# "- [ ] Norwood (Ana): the list", "* Tallow (Ben Ito) – the price"
_LEADS = expression(
    r"^[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+(?:\[[ xX]\] )?[*_]{0,2}"
    r"(?P<firm>[^\W\d_a-z][\w&'’-]+(?: [^\W\d_a-z][\w&'’-]+){0,2})"
    r" \([^\W\d_a-z][^()\n]{1,40}\)[*_]{0,2}(?::| [–—-]) ",
    re.MULTILINE,
)
_BETWEEN = frozenset({"between", "parties", "partners", "companies", "zwischen", "entre", "parteien", "partes"})
_BOTH = frozenset({"both", "all", "us", "client", "vendor", "supplier", "customer", "buyer", "seller"})
_HEADS, _TWO, _TOP_LINES, _BOXES, _SHORTEST = 3, 2, 6, 3, 3
TOP = 3_000  # characters: who is who stands at the head
# "**SB** = St. Brendan's, NF = Northfold", "Dulcimer Skin (DS) and Neemrana (NF)"
_EXPLAINED = expression(
    r"(?<![\w&/])[*_`\[(]{0,3}(?P<code>[A-Z]{1,4})[*_`\])]{0,3} ?= ?[*_]{0,2}(?P<name>[^\W\d_][^=,;()\n]{0,60}?)"
    r"(?=[.,;\s*_]{0,4}[A-Z]{1,4}[*_]{0,2} ?=|[=,;()\n]|$)"
)
_CALLED = expression(rf"(?P<name>{heads.RUN.pattern})[*_]{{0,2}} [(\[][\"“]?(?P<code>[A-Z]{{1,4}})[\"”]?[)\]]")
# "**Team Norwood (N):** Ana Ruiz, Ben Ito"
_HEADING_LIST = expression(
    rf"^[ \t>*_#-]*(?:(?:[Tt]eam|[Ee]quipo|[Ee]quipa|[Éé]quipe) )?(?P<name>{heads.RUN.pattern})(?<!Plan|Step|Page|Part)"
    r"[*_]{0,2} [(\[](?P<code>[A-Z]{1,4})[)\]][*_]{0,2}(?::|[ \t]*$)",
    re.MULTILINE,
)
_SHARED = expression(r"\b(?:both (?:sides|teams|of us)|shared|joint(?:ly)?|together)\b", re.IGNORECASE)
# "price file loaded · SD · 27/11", "sign off – Ana Ruiz – 9 Dec"
_OWED = expression(r" [·|–—-] [^·|–—:\n]{2,40} [·|–—-] \d{1,2}(?:[./]\d{1,2}\.?| [^\W\d_]{3,9})(?:[./ ]\d{2,4})?$")
# "3. 4 Dec - Ana: signs the list", "DONE 23 Nov – Ana Ruiz: sends it"
_LED_BY_DAY = expression(
    r"^[ \t]*(?:[-*]|\d{1,2}[.)])?[ \t]*(?:DONE )?\d{1,2}(?:[./]\d{1,2}\.?| [^\W\d_]{3,9}\.?)(?:[./ ]\d{2,4})?"
    r" [–—-] [^:\n]{2,30}: \S",
    re.MULTILINE,
)
_SENTENCE = expression(r"(?<=[^\W\d_A-Z]{3})\.\s")
_ENDS = expression(r"[.:*_]*(?: (?:and|und|et|y|e|&|\+|[–—-]) .*)?$")


def joined(material: Material) -> tuple[Sequence[str], Passage]:
    """Return the two companies and the line at the head that joins them; () and NOTHING for none."""
    heading = material.outline.title
    lines = [heading.words] if heading else []
    lines += [one.words for one in material.outline.sections[1:_HEADS] if one is not heading]
    outline = material.outline
    for statement in (*outline.statements[:_HEADS], *(one for one in outline.rest[:_HEADS] if one.line <= _TOP_LINES)):
        lines += pieces.broken(statement.value, material.source.text)
    found = ((_pair(words.text, material), words) for words in lines)
    told = _fronted(material) or next((one for one in found if one[0]), None)
    return told or _explained(material) or leading(material)


def _fronted(material: Material) -> tuple[Sequence[str], Passage] | None:
    """Return the two companies that front matter joins, "between: [Norwood, Tallow]", and where; None for none."""
    for entry in material.front.entries:
        named = list(scalars(entry.value)) if entry.key.casefold() in _BETWEEN else []
        if len(named) == _TWO and all(titles.looks_like_name(one.text, material.vocabulary) for one in named):
            begin, end = named[0].span.start, named[1].span.end
            return [one.text for one in named], Passage.plain(material.source.text[begin:end], begin)
    return None


def leading(material: Material) -> tuple[Sequence[str], Passage]:
    """Return the two companies of which each leads several steps, "- [ ] Norwood (Ana): …", and the title.

    The title names one of them, whose the plan is; () and NOTHING for others.
    """
    heading, text = material.outline.title, material.source.text
    counts = Counter(match["firm"] for match in _LEADS.finditer(text))
    firms = [firm for firm, count in counts.items() if count >= _TWO and firm.casefold() not in _BOTH]
    named = [firm for firm in firms if heading and re.search(rf"\b{re.escape(firm)}\b", heading.title)]
    if heading is None or len(firms) != _TWO or len(named) != 1:
        return (), NOTHING
    return [*named, *(firm for firm in firms if firm not in named)], heading.words


def share_steps(material: Material) -> bool:
    """Say whether the title joins two companies that the text names apart, and who does what by when stands below it.

    "Norwood Mills & Tallow: our plan to go-live"
    """
    heading, (pair, words) = material.outline.title, joined(material)
    first = material.source.text.lstrip().partition("\n")[0]
    if not pair:
        return False  # most documents
    fronted = words.starts[0] < material.begin
    boxes = sum(one.checked != "none" for one in material.outline.statements)
    owed = sum(_OWED.search(one.value.text) is not None for one in material.outline.statements)
    owed += len(_LED_BY_DAY.findall(material.source.text))
    headed = {name.casefold() for name in shared_deeds.parted(material.outline.sections).values() if name}
    if len(headed) == _TWO and all(any(name in one.casefold() for one in pair) for name in headed):
        return True  # "What Norwood will do", "What Tallow will do"
    if not (fronted or (words.starts[0] == heading.words.starts[0] if heading else words.text in first)):
        return min(boxes, owed) >= _BOXES  # "Norwood Mills and Tallow" below the title
    if owed >= _BOXES and (_SHARED.search(material.source.text[:TOP]) or _CROSS.search(words.text)):
        return True
    if heading is None and not fronted:
        return False
    tables = (grid for grid in material.outline.grids if not material.outline.trap(grid.section))
    return boxes >= _BOXES or any(grid.column("owner") >= 0 and grid.column("due", "done") >= 0 for grid in tables)


def _explained(material: Material) -> tuple[Sequence[str], Passage] | None:
    """Return the two companies for which letters stand in a line at the head, "P = Norwood, K = Tallow", and it."""
    start = 0
    for line in material.source.text[:TOP].split("\n"):
        words, start = Passage.plain(line, start), start + len(line) + 1
        pair = dict(lettered(line)) if "=" in line or _CODED.search(line) else {}
        names = list(pair.values())
        plain = all(titles.looks_like_name(name.replace(" of ", " "), material.vocabulary) for name in names)
        if len(pair) == _TWO and plain and given().isdisjoint(name.partition(" ")[0] for name in names):
            return names, words
    return None


def lettered(text: str) -> Iterator[tuple[str, str]]:
    """Yield the letters that ``text`` explains, each with the name for which they stand."""
    labels = {match["code"]: match["name"] for match in _HEADING_LIST.finditer(text)}
    yield from labels.items() if len(labels) == _TWO else ()
    for line in text.split("\n"):
        for pattern in (_EXPLAINED, _CALLED):
            found = [
                (match["code"], _ENDS.sub("", _SENTENCE.split(match["name"])[0].strip()))
                for match in pattern.finditer(line)
            ]
            # One letter alone may be anything: "Plan (B)"
            yield from (one for one in found if len(one[0]) > 1 or len(found) > 1)


def _pair(text: str, material: Material) -> Sequence[str]:
    """Return the two companies that a line joins and the text names apart, too; () for none."""
    vocabulary, coded = material.vocabulary, len(_CODED.findall(text)) > 1
    text = _SENTENCE.split(text)[0] if coded else text
    bare = _PLACE.sub("", _LEGAL.sub(partial(_named, vocabulary=vocabulary), " ".join(text.split())))
    for part in [bare] if coded else titles.parts(bare, vocabulary):
        crossed = _CROSS.split(part)  # "Bryce & Daughters Ltd x Tallow"
        named = len(crossed) == _TWO and all(titles.looks_like_name(name, vocabulary) for name in crossed)
        if named and any(heads.is_company(name, vocabulary) for name in crossed):
            return crossed
        for joint in (_BAR if coded else _AND).finditer(part):
            before = [match for match in heads.RUN.finditer(part, 0, joint.start()) if match.end() == joint.start()]
            behind = heads.RUN.match(part, joint.end())
            if not before or not behind:
                continue
            pair = (heads.opened(before[0].group(), before[0].start(), vocabulary), behind.group())
            plain = all(titles.looks_like_name(name.replace(" of ", " "), vocabulary) for name in pair)
            plain = plain and given().isdisjoint(name.partition(" ")[0] for name in pair)  # "Ana Ruiz and Ben Ito"
            plain = plain and vocabulary.word("encounter", pair[1]) is None  # "NORWOOD / RDV n°3"
            sure = coded or _FIRM.fullmatch(joint.group()) or _is_whole(part, before[0], joint, behind, vocabulary)
            if plain and (sure or _are_apart(pair, material.source.text)):
                return pair
    return ()


def _is_whole(
    part: str, before: re.Match[str], joint: re.Match[str], behind: re.Match[str], vocabulary: Vocabulary
) -> bool:
    """Say whether two companies and a mark between them are all of a line: "Hale & Barrow Prints + Tallow Group"."""
    whole = before.start() == 0 and behind.end() == len(part) and joint.group() in _MARKS
    return whole and all(heads.is_company(run.group(), vocabulary) for run in (before, behind))


def _named(parted: re.Match[str], vocabulary: Vocabulary) -> str:
    """Return "Tallow" of "Tallow, S.A." and "Tallow GmbH" of "Tallow GmbH, Hagen"; other words as they are."""
    legal = any(vocabulary.word("company-suffix", word) is not None for word in parted.groups())
    return parted[1] if legal else parted[0]


def _are_apart(pair: Sequence[str], text: str) -> bool:
    """Say whether a text has each of two joined names, or its first word, without the other, too."""
    first, second = map(short, pair)
    joined = rf"{re.escape(first)}[^\n|,:]{{0,40}}?{_AND.pattern}{re.escape(second)}"
    rest = re.sub(joined, " ", text)
    ends = ((short(name), name.split()[-1]) for name in pair)  # "Norwood", "the Trust"
    called = (any(word in rest or _is_shouted(word, rest) for word in words) for words in ends)
    return first != second and all(called)


def _is_shouted(word: str, text: str) -> bool:
    """Say whether a word in capital letters stands in a text as a name does: "OSMERE" as "Osmere"."""
    return len(word) > _SHORTEST and word.isupper() and word.capitalize() in text


def written(name: str, words: Passage) -> Passage:
    """Return where a line names a company as `joined` does, with the bracket within: "Norwood Mills (Pty) Ltd"."""
    found = re.search(rf"(?:{_PLACE.pattern})? ".join(map(re.escape, name.split())), words.text)
    return words.cut(Span(*found.span())) if found else words.part(name)


def set_apart(material: Material) -> bool:
    """Say whether the line below a title, and not the title, sets two companies against each other: "Norwood ⇄ Us"."""
    heading = material.outline.title
    pair, words = joined(material)
    return bool(pair) and heading is not None and words is not heading.words and _FIRM.search(words.text) is not None


def are_companies(material: Material) -> bool:
    """Say whether the head joins two companies and no two teams.

    "Norwood Ltd / Tallow", "Norwood × Tallow", "Norwood [NM] and Tallow [TG]": what has letters is named for its steps.
    """
    pair, words = joined(material)
    shown = any(heads.is_company(name, material.vocabulary) for name in pair)
    return bool(pair) and (shown or _FIRM.search(words.text) is not None or len(dict(lettered(words.text))) == _TWO)


def short(name: str) -> str:
    """Return the first word of a company's name, by which a text calls it: "Norwood" of "Norwood Mills"."""
    match = _SHORT.search(name)
    return match.group() if match else name
