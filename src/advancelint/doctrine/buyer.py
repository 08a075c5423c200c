"""Whether an account's files name the economic buyer: the person who decides on the money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from advancelint.doctrine.people import names_in
from advancelint.doctrine.stated import any_of, prose_of, rows_of, stated_in, words_of_list
from advancelint.doctrine.words import word_set, words_of
from advancelint.expressions import compiled, expression
from advancelint.plan.model import Person
from advancelint.source import Span

_SENTENCE = expression(r"[^.!?\n|]+(?:[.](?=\w)[^.!?\n|]+)*\??")
_NAME = expression(r"[^\W\d_][\w'’.-]*(?:[ \t]+[^\W\d_][\w'’.-]*)*")
_FULL_NAME = expression(r"(?<!\w)[A-ZÀ-Þ][^\W\d_]+(?:[ ](?:van|von|de|der|di|la|le)){0,2}[ ][A-ZÀ-Þ][^\W\d_]+(?!\w)")
_SHORTEST = 2


def names_buyer(text: str, people: Iterable[Person]) -> bool:
    """Say whether ``text`` names a person as the economic buyer, or one of ``people`` has a role that says so.

    A title alone, such as CFO, says nothing of this deal; neither does a role without a name. Our own people are none.
    """
    known = [one for one in people if one.side != "seller"]
    ours = frozenset(word for one in people if one.side == "seller" for word in names_in(one.name))
    theirs = [names for one in known if (names := names_in(one.name))]
    if any(_title().search(one.role) and not _doubt().search(one.role) for one in known if names_in(one.name)):
        return True
    labels = words_of_list("buyer", "label")
    for stated in stated_in(text):
        if stated.name in labels and not stated.column and _is_person(stated.rest, theirs, ours):
            return True
        if stated.column and stated.name in labels and _is_person(stated.value, theirs, ours):
            return True
    if any(_is_in_row(cells, theirs, ours) for cells in rows_of(text)):
        return True
    bare = "\n".join(line for _, line in prose_of(text)).replace("**", "").replace("__", "")
    return any(_is_said(match.group(), theirs, ours) for match in _SENTENCE.finditer(bare))


@cache
def _role() -> re.Pattern[str]:
    return compiled(rf"(?<!\w){any_of('buyer', 'role')}(?!\w)", re.IGNORECASE)


@cache
def _title() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{any_of('buyer', 'role')}|{any_of('buyer', 'title')})(?!\w)", re.IGNORECASE)


@cache
def _doubt() -> re.Pattern[str]:
    return compiled(rf"(?<!\w){any_of('doubt')}(?!\w)|\?", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    return compiled(rf"\W*{any_of('nobody')}(?!\w)", re.IGNORECASE)


def _is_person(value: str, theirs: list[frozenset[str]], ours: frozenset[str]) -> bool:
    """Say whether a value behind the label of the buyer names somebody who is not ours."""
    value = re.sub(r"(?i)^name[ \t]*:[ \t]*", "", value)
    if not value or _nobody().match(value) or value.rstrip().endswith("?"):
        return False
    words = word_set(value)
    if any(names & words for names in theirs):
        return True
    head = re.split(r"[,;:(/·–—|]|[ ]-[ ]", value)[0]
    return any(_is_name(part, ours) for part in (head, head.split("'s ")[0]))


def _is_in_row(cells: list[str], theirs: list[frozenset[str]], ours: frozenset[str]) -> bool:
    """Say whether one cell of a row says the role and nothing else, and another one a name."""
    saying = [index for index, cell in enumerate(cells) if cell.casefold() in words_of_list("buyer")]
    saying += [index for index, cell in enumerate(cells) if _role().fullmatch(cell)]
    others = [cell for index, cell in enumerate(cells) if index not in saying]
    return bool(saying) and any(_is_person(cell, theirs, ours) for cell in others)


def _is_name(words: str, ours: frozenset[str]) -> bool:
    """Say whether words look like a name of two parts or more, and hold no title."""
    match = _NAME.match(words.strip())
    parts = [part for part in match.group().split() if part] if match else []
    while parts and parts[0].rstrip(".").casefold() in _ADDRESSES:
        parts.pop(0)
    named = [part for part in parts if part[0].isupper() and len(part) > 1]
    plain = {part.rstrip(".").casefold() for part in parts}
    return len(parts) >= _SHORTEST and len(named) == len(parts) and not plain & _titles() and not plain & ours


_ADDRESSES = ("dr", "mr", "mrs", "ms", "prof", "herr", "frau", "madame", "monsieur", "sir", "mme")


@cache
def _titles() -> frozenset[str]:
    """Return the words that stand in job titles and names of bodies, which are no names."""
    from os.path import join

    from advancelint.resources import folder, rows

    place = join(folder("lexicon"), "en")
    titles = {word for row in rows(join(place, "ladder-roles.tsv")) for word in row[2].split()}
    return frozenset(titles | {row[0] for row in rows(join(place, "roles.tsv"))})


def _is_said(sentence: str, theirs: list[frozenset[str]], ours: frozenset[str]) -> bool:
    """Say whether a sentence says of somebody who is known, or has a first and a last name, that they are the buyer.

    The name and the role have to stand side by side: in "Ana introduces the economic buyer" Ana is none.
    """
    role = _role().search(sentence)
    if role is None or _doubt().search(sentence):
        return False
    strangers = (Span(*match.span()) for match in _FULL_NAME.finditer(sentence) if _is_name(match.group(), ours))
    for name in (*_names_in(sentence, theirs), *strangers):
        if name.end <= role.start() and _between().fullmatch(sentence[name.end : role.start()]):
            return True
        if role.end() <= name.start and _behind().fullmatch(sentence[role.end() : name.start]):
            return True
    return False


def _names_in(sentence: str, theirs: list[frozenset[str]]) -> Iterator[Span]:
    """Yield where the words of one person's name stand beside each other."""
    words = words_of(sentence)
    for names in theirs:
        index = 0
        while index < len(words):
            end = index
            while end < len(words) and words[end].text in names:
                end += 1
            if end > index:
                yield Span(words[index].start, words[end - 1].start + len(words[end - 1].text))
            index = max(end, index + 1)


@cache
def _between() -> re.Pattern[str]:
    """Return what may stand between a name and the role behind it: "Tom Aldous, the CFO, holds the budget"."""
    return compiled(
        rf"(?:[ ]*(?:\([^()]{{1,60}}\)|,[^,]{{1,60}},))?[ ]*(?:[,(–—:-][ ]*)?"
        rf"(?:(?-i:[a-zß-ÿ ]{{2,60}}) {any_of('and')}[ ]+)?(?:{any_of('link')}[ ]+)?"
        rf"(?:{any_of('article')}[ ]+){{0,2}}",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """Return what may stand between the role and a name behind it: "the economic buyer is Dana Reyes"."""
    return compiled(rf"[ ]*(?:[,(–—:-][ ]*)?(?:{any_of('link')}[ ]+)?(?:frau |herr |mr |ms |dr )?", re.IGNORECASE)
