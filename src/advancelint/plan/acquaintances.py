"""Finds people whom sentences name and no list does: "Saskia runs production", "Mr Pell only reads the first page".

A first name, told by a list of first names, or a title before a name is what shows a person; a verb of saying and
wanting behind it, or a meeting before it, shows that the plan reports on somebody of the client's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Code, Heading, Html, ListItem, Paragraph, Table
from advancelint.markdown.leaf import Leaf
from advancelint.plan import firms, persons
from advancelint.plan.given import begins, given
from advancelint.plan.material import Material
from advancelint.plan.model import Person
from advancelint.plan.sayings import said
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Span

_RUN = expression(r"(?<![\w'’@/.-])[^\W\d_a-zß-öø-ÿ][\w’'-]*\.?(?: [^\W\d_a-zß-öø-ÿ][\w’'-]*\.?){0,4}(?![\w@]|\.?-)")
_PLACED = expression(r"(?:^|[\s(])(?:in|at|near|von|aus|bei|à|en|em|of|from) [*_]{0,2}$", re.IGNORECASE)
_THE = expression(r"(?:^|[\s(])[Tt]he $")
_OWNING = expression(r"['’]s [^\W\d_A-Z]")
_NAMED = expression(
    r"\b(?:called|named|namens|genannt|nommée?|llamad[oa]|chamad[oa]|take|bring) [*_]{0,2}$", re.IGNORECASE
)
_NO_SURNAME = (
    "company-word",
    "company-suffix",
    "role-word",
    "month",
    "weekday",
    "call-word",
    "not-an-owner",
    "kind",
    "place-word",
)
_COMPANIES = (*_NO_SURNAME[:2], "place-word")
# Words before a capitalised one that is a thing or a place: "the old Linde", "un distribuidor de Vigo"
_BEFORE_THINGS = expression(
    r"(?:the|an?|our|old|new|der|die|das|den|dem|la|le|el|los|las|de|d[aou]|del|avant|zu"
    r"|behind|beyond|past|around|hinter|derrière|tras) [*_]{0,2}$"
)
_GENERATION = frozenset({"jr", "jr.", "jnr", "sr", "sr.", "snr", "ii", "iii"})  # behind a surname
_WRITTEN_TOGETHER = expression(r"(?!Ma?c|Fitz|De|D[iu]|L[aeo]|V[ao]n)[^\W\d_]{3,}[A-Z]")  # "SecOps"
_TO_DO = expression(r" to (?P<verb>[a-z]+)\b")
_MOST, _SEEN, _SEEN_BEHIND, _INITIAL = 60, 40, 400, 2


class _Seen(NamedTuple):
    """A name as it stands in the text ``leaf``, and whether it or the words around it tell that it is a person's."""

    name: str
    leaf: Leaf
    told: bool


def read(material: Material, account: str, known: Iterable[Person]) -> tuple[Person, ...]:
    """Return the people whom the sentences name and who are not ``known``, each once, in the order of the text.

    Their side is unknown, but for those who bear the name of the account.
    """
    vocabulary = material.vocabulary
    spoken = (word for one in known for word in one.name.split())
    taken = {word.casefold().strip('"“”„') for word in spoken if vocabulary.word("honorific", word) is None}
    firm = {word.casefold() for word in account.split()} - taken
    kin = material.kind != "map"  # where a family and its company are rarely one
    barred = taken | firm
    configured = [one.split() for one in (*material.known.our_people, *material.known.client_people) if " " in one]
    found: dict[str, list[_Seen]] = {}
    for leaf in _leaves(material):
        for seen in _names(leaf, vocabulary, configured):
            words = {word.casefold() for word in seen.name.split()}
            own = kin and firms.bears(seen.name, account) and not _titled(seen.name, vocabulary)
            if own and seen.name.casefold() not in account.casefold():
                words -= firm  # "Neil Kessel" of Kessel & Rowe
            if len(found) < _MOST and barred.isdisjoint(words):
                found.setdefault(seen.name, []).append(seen)
    for name in [name for name in found if " " not in name]:
        whole = [other for other in found if f" {other}".find(f" {name} ") >= 0]
        if whole:  # "Rolf" is "Rolf Berg", or one of several
            alone = found.pop(name)
            found[whole[0]] += alone if len(whole) == 1 else []
    people = [person for group in found.values() if (person := _person(group, account))]
    named = {one.name.split()[-1] for one in people if not _titled(one.name, vocabulary)}
    # "Frau Graf" beside "Bettina Graf" is one person.
    return tuple(one for one in people if not _titled(one.name, vocabulary) or one.name.split()[-1] not in named)


def _person(group: list[_Seen], account: str) -> Person | None:
    """Return the person of whom all of ``group`` speaks; None where too little says that it is one."""
    name = group[0].name
    if len(group) < 2 and " " not in name and not any(seen.told for seen in group):
        return None
    passage = group[0].leaf.text().passage
    at = passage.text.find(name)
    span = passage.source_span(Span(at, at + len(name))) if at >= 0 else NOWHERE
    return Person(name, "", "", "client" if firms.bears(name, account) else "unknown", span) if span else None


def _names(leaf: Leaf, vocabulary: Vocabulary, configured: Sequence[list[str]]) -> Iterator[_Seen]:
    """Yield the names in a text; ``configured`` are the words of those that the config tells."""
    text = leaf.content
    for match in _RUN.finditer(text):
        words = match.group().split()
        start, size = _told_by_config(words, configured)
        start = start if size else _begin(words, vocabulary)
        if start < 0:
            continue
        name = " ".join(words[start : start + size]).rstrip(".") if size else _name(words[start:], vocabulary)
        if not name or persons.is_only_a_role(name, vocabulary):
            continue  # "Sr Dir Finance"
        offset = match.start() + len(" ".join(words[:start])) + bool(start)
        end = offset + len(name)
        before, behind = text[max(0, offset - _SEEN) : offset], text[end : end + _SEEN_BEHIND]
        if " " not in name and (_PLACED.search(before) or _THE.search(before) or before.rstrip()[-1:].isdigit()):
            continue  # "in Ana", "the Valerie plant", "5 Tage"
        told = (
            " " in name
            or said(before, behind, vocabulary)[1]
            or (name in given() and (_is_set_off(before, behind) or _is_within(before) or _is_told_to(before, behind)))
        )
        yield _Seen(name, leaf, told)


def _told_by_config(words: list[str], configured: Sequence[list[str]]) -> tuple[int, int]:
    """Return where among ``words`` a name of the config begins, and how many words it has; 0 for none."""
    for name in configured:
        for start in range(len(words) - len(name) + 1):
            if [word.rstrip(".") for word in words[start : start + len(name)]] == name:
                return start, len(name)
    return -1, 0


def _begin(words: list[str], vocabulary: Vocabulary) -> int:
    """Return which of the capitalised ``words`` begins a person's name: a first name or a title; -1 for none."""
    for index, word in enumerate(words):
        bare = word.rstrip(".").removesuffix("'s").removesuffix("’s")
        if begins(" ".join([bare, *words[index + 1 :]])) or (_is_title(word, vocabulary) and index + 1 < len(words)):
            return index
        verb = load("en").forms.get(bare.casefold())
        light = bare.casefold() in load("en").common or (verb is not None and "b" not in verb[1])
        if not light and not persons.is_role(bare, vocabulary):
            return -1  # "Bensham Clare House": the name of something
    return -1


def _name(words: list[str], vocabulary: Vocabulary) -> str:
    """Return the person's name with which ``words`` begin, "" where they go on as a company's."""
    titles = 0
    while titles < len(words) - 1 and _is_title(words[titles], vocabulary):
        titles += 1
    core = [words[titles]]
    for word in words[titles + 1 :]:
        initial = titles and len(core) == 1 and len(core[0]) == _INITIAL  # "Mr D. Levens"
        if core[-1].endswith(".") and not initial:
            break
        core.append(word)
    younger = f" {core.pop()}" if len(core) > 2 and core[-1].casefold() in _GENERATION else ""
    while len(core) > 1 and not _is_surname(core[-1].rstrip("."), vocabulary):
        if any(vocabulary.word(which, core[-1].rstrip(".")) is not None for which in _COMPANIES):
            return ""
        core.pop()
        while len(core) > 2 and core[-1].casefold() in load("en").common:
            core.pop()  # "General Counsel", "Regional Director"
    if len(core) > 3 or (titles and not core[0][0].isupper()):
        return ""
    core[-1] = core[-1].rstrip(".") if len(core[-1].rstrip(".")) > 1 else core[-1]
    bare = " ".join(core).removesuffix("'s").removesuffix("’s") + younger
    alone = len(core) == 1 and core[0] not in given()
    kept = titles and (alone or vocabulary.word("honorific", words[titles - 1]) == "degree")
    return f"{words[titles - 1]} {bare}" if kept else bare


def _is_surname(word: str, vocabulary: Vocabulary) -> bool:
    folded = word.casefold().removesuffix("'s").removesuffix("’s")
    listed = any(vocabulary.word(which, folded) is not None for which in _NO_SURNAME)
    shaped = len(word) == 1 or word[1:2].islower() or (word[1:2] in "'’" and word[2:3].isupper())  # "O'Dea", no "I'm"
    return shaped and not listed and not _WRITTEN_TOGETHER.match(word)


def _is_set_off(before: str, behind: str) -> bool:
    """Say whether what stands around a first name shows a person: "(Ana)", "Ana's drive", "somebody called Ana"."""
    return (before.endswith("(") and behind[:1] in ")?") or bool(_OWNING.match(behind) or _NAMED.search(before))


def _is_within(before: str) -> bool:
    """Say whether a first name stands within a sentence, behind a plain word: "get Sheena to hold two wagons"."""
    word = before.rstrip(' *_"“„(').rpartition(" ")[2]
    return word.isalpha() and word.islower() and not _BEFORE_THINGS.search(before)


def _is_told_to(before: str, behind: str) -> bool:
    """Say whether a clause gives somebody something to do: "Ana to train the counter staff", and not "get Ana to"."""
    found = None if before.rstrip(" *_")[-1:].isalnum() else _TO_DO.match(behind)
    verb = load("en").forms.get(found["verb"]) if found else None
    return verb is not None and "b" in verb[1]


def _is_title(word: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.word("honorific", word)) and (len(word) > 1) and word[0].isupper()


def _titled(name: str, vocabulary: Vocabulary) -> bool:
    return _is_title(name.split()[0], vocabulary)


def _leaves(material: Material) -> Iterator[Leaf]:
    title = material.outline.title
    for block in material.outline.document.blocks:
        if isinstance(block, (Code, Html)) or block.quoted:
            continue
        if isinstance(block, Heading) and title and block.lines.first == title.line:
            continue
        if isinstance(block, (Heading, Paragraph, ListItem)):
            yield block.leaf
        elif isinstance(block, Table):
            for row in block.rows:
                yield from row.cells
