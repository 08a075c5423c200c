"""What a plan's text states behind its labels: front matter, lines, table rows and columns, headings.

The plan layer reads the labels that it knows the meaning of; here anybody can look for labels of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from os.path import join

from advancelint.expressions import expression
from advancelint.records import NamedTuple
from advancelint.resources import folder, rows
from advancelint.source import NOWHERE, Span

_LONGEST_LINE = 2_000
_FENCE = expression(r"[ \t>]*(?:```|~~~)")
_LEAD = expression(r"[ \t>]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?(?P<heading>#{1,6}[ \t]+)?")
_BOLD_DASH = expression(r"(?P<name>(?:\*\*|__)[^*_\n]{2,60}(?:\*\*|__))[ \t]*[–—-][ \t]+")
_MARKUP = expression(r"\*\*|__|`|~~")
# A comma or a slash parts two labels only where one follows.
_PARTS = expression(r"[ \t][|·•][ \t]|\t+|(?<=\S)[ \t]*;[ \t]|(?:[ \t]/|,)[ \t]+(?=[^\W\d_][\w -]{1,30}:[ \t])")
_PAIR = expression(r"(?P<name>[^:=|]{2,60}?)[ \t]*[:=](?=[ \t]|$)[ \t]*(?P<value>.*)$")
_DASHED = expression(r"(?P<name>[^:=|–—]{2,60}?)[ \t]+[–—-][ \t]+(?P<value>.+)$")
_RULE = frozenset("|:- \t>")
_LETTER = expression(r"[^\W\d_][ \t]*[–—)./-][ \t]*")
_UNIT = expression(r"(?<![ \t])[ \t]*[\[(](?P<unit>[^()\[\]]{1,20})[)\]]")


class Stated(NamedTuple):
    """A label in lower case, what stands behind it, and ``rest``: that with the cells behind it, in a table.

    ``unit`` is what stands in brackets in the label; ``column`` says that the label is the head of a column; ``line``
    is the line of the value in 0-based code points.
    """

    name: str
    value: str
    rest: str
    unit: str = ""
    column: bool = False
    line: Span = NOWHERE


@cache
def words_of_list(name: str, value: str = "") -> dict[str, str]:
    """Return the words of one list of lexicon/deal.tsv with their values; with ``value`` only those that have it."""
    table = rows(join(folder("lexicon"), "deal.tsv"))
    return {words: kept for listed, words, kept in table if listed == name and value in ("", kept)}


@cache
def any_of(name: str, value: str = "") -> str:
    """Return an expression for the words of a list, the longest first; words stand for themselves."""
    words = sorted(words_of_list(name, value), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


def prose_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of ``text`` that are neither code nor a comment, long ones cut, with the code point of each."""
    fenced, start = False, 0
    for whole in text.splitlines(keepends=True):
        line = whole.rstrip("\r\n")[:_LONGEST_LINE]
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and not line.lstrip().startswith("<!--"):
            yield start, line
        start += len(whole)


def rows_of(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table in ``text``, heads left out."""
    above = ""
    for _, line in (*prose_of(text), (0, "")):
        ruled = _RULE.issuperset(line) and "-" in line
        if "|" in above and not ruled:
            yield _cells(above)
        above = "" if ruled else line


def stated_in(text: str) -> Iterator[Stated]:
    """Yield what ``text`` states, in its order; code is passed over."""
    head, above, waiting = list[str](), "", ""
    for start, line in prose_of(text):
        place = Span(start, start + len(line))
        if not line.strip():
            head = []
            continue
        ruled = _RULE.issuperset(line) and "-" in line
        if "|" in line and (line.lstrip(" >").startswith("|") or head or ruled):
            if ruled:
                head = _cells(above)
                continue
            yield from (stated._replace(line=place) for stated in _of_row(_cells(line), head))
            above, waiting = line, ""
            continue
        above, head = line, []
        pairs = list(_of_line(line))
        if waiting and not line.lstrip(" >").startswith("#"):
            value = _plain(line[_LEAD.match(line).end() :])  # type: ignore[union-attr] # it matches anything
            yield _stated(waiting, value, value)._replace(line=place)
        waiting = pairs[-1].name if len(pairs) == 1 and not pairs[-1].value else ""
        yield from (pair._replace(line=place) for pair in pairs if pair.value)


def _of_line(line: str) -> Iterator[Stated]:
    lead = _LEAD.match(line)
    begin = lead.end() if lead else 0
    bare = _plain(_BOLD_DASH.sub(r"\g<name>: ", line[begin:]))
    found = False
    for part in _PARTS.split(bare):
        match = _PAIR.match(part.strip()) or _DASHED.match(part.strip())
        if match:
            found = True
            yield _stated(match["name"], match["value"].strip(), match["value"].strip())
    if not found and (match := _unmarked().match(bare)):
        found = True
        yield _stated(match["name"], match["value"], match["value"])
    bold = line[begin:].strip().startswith(("**", "__")) and line.strip().endswith(("**", "__"))
    if not found and ((lead and lead["heading"]) or bold):
        yield _stated(bare.rstrip("# "), "", "")


@cache
def _unmarked() -> re.Pattern[str]:
    """Return an expression for a label of the amount without a sign behind it: "Deal value EUR 18k"."""
    name = f"{any_of('amount', 'first')}|{any_of('amount', 'second')}"
    return expression(rf"(?P<name>{name})[ \t]+(?P<value>(?:[^\w\s]{{0,2}}|[A-Z]{{3}} ?)\d.*)$", re.IGNORECASE)


def _of_row(cells: list[str], head: list[str]) -> Iterator[Stated]:
    for index in range(min(2, len(cells) - 1)):
        rest = " · ".join(cell for cell in cells[index + 1 :] if cell)
        yield _stated(cells[index], cells[index + 1], rest)
    for name, cell in zip(head, cells, strict=False):
        yield _stated(name, cell, cell)._replace(column=True)


def _cells(line: str) -> list[str]:
    bare = line.strip(" \t>").removeprefix("|").removesuffix("|")
    return [_plain(cell) for cell in re.split(r"(?<!\\)\|", bare)]


def _plain(words: str) -> str:
    return _MARKUP.sub("", words).strip().strip("\"'").strip()


def _stated(name: str, value: str, rest: str) -> Stated:
    unit = _UNIT.search(name)
    bare = _UNIT.sub("", name) if unit else name
    bare = _LETTER.sub("", bare, count=1) if _LETTER.match(bare) else bare
    key = " ".join(bare.replace("_", " ").casefold().split()).strip(" :*")
    # Front matter joins the words of a key.
    key = key.replace("-", " ") if key.replace("-", " ") in _joined() else key
    told = unit["unit"].casefold() if unit else ""
    ending = None if told or key in _joined() else _in_currency().fullmatch(key)
    if ending and ending["name"] in _joined():
        key, told = ending["name"], ending["unit"]
    return Stated(key, value.strip("\"' "), rest, told)


@cache
def _in_currency() -> re.Pattern[str]:
    """Return an expression for a label that ends with its currency: "value_nok", "amount in EUR"."""
    return expression(rf"(?P<name>.{{2,40}}?)(?: in)? (?P<unit>(?:{any_of('factor')} ?)?{any_of('currency')})")


@cache
def _joined() -> frozenset[str]:
    return frozenset((*words_of_list("amount"), *words_of_list("buyer", "label")))
