"""Reads a list of people, with what says whose they are: "Ana Ruiz (CFO), Ben Ito; from us: Jo Berg, me"."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import parties, persons, prose
from advancelint.plan.given import given
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Passage, Span

_JOINTS = (" & ", " and ", " und ", " et ", " y ", " e ", " + ")
_SENTENCES = expression(r"[^\W\d_]{2}[.;] +[^\W\d_a-z]")
_WORDS = expression(r"\S+")
# "Lucy from brand", "Paco el encargado de riego"
_BRACKETED = expression(r"[^()]+\(([^()]+)\)")
# "me (Tash)", "ich = Uli"
_SELF = expression(r"(?:me|myself|ich|moi|yo|eu) ?(?:\(|= ?)([^\W\d_a-zß-öø-ÿ][^()=,;]{1,40})\)?$")
_TOWARDS = frozenset({"from", "of", "at", "in", "to", "von", "aus", "bei", "de", "du", "chez", "da"})
_MOST_LED, _PAIR, _SHORT = 5, 2, 3


def several(passage: Passage, vocabulary: Vocabulary) -> Iterator[persons.Named]:
    """Read a list of people; a part that is a role belongs to the person before it.

    "Regula Pfister, from us: Tanja Blum": a side before a colon holds for the rest of the list.
    """
    people, mark = _several(passage, vocabulary), parties.divided(passage.text)
    at = passage.starts[mark] if mark >= 0 else -1
    behind = sum(one.span.start > at for one in people) if at >= 0 else 0
    apart = behind > 0 and len(people) > behind and len(people) > _PAIR  # "Ana Ruiz, CFO; Jo Berg, IT" are of one side
    for one in people:
        yield one._replace(party=1 + (one.span.start > at)) if apart else one


def _titled(passage: Passage, vocabulary: Vocabulary) -> list[persons.Named]:
    """Read "Ana Ruiz, Leasing. Ben Ito, Projects.": full names, each with what they do; [] for other lists."""
    if "," not in passage.text or not _SENTENCES.search(passage.text):
        return []  # most lists
    parts = [part for part in parties.parts(passage, (), vocabulary) if part.text]
    marks, at = "", 0
    for part in parts:
        at = passage.text.find(part.text, at) + len(part.text)
        marks += passage.text[at : at + 1].replace(";", ".")
    names = [persons.one(part, vocabulary) for part in parts[::2]]
    found = [one for one in names if one and " " in one.name and not one.role]
    others = any(part.text.partition(" ")[0] in given() for part in parts[1::2])
    alternate = len(names) > 1 and marks.removesuffix(".") == ".".join("," * len(names))
    whole = len(parts) == 2 * len(names) == 2 * len(found)
    if others or not alternate or not whole:
        return []
    return [one._replace(role=part.text.rstrip(".")) for one, part in zip(found, parts[1::2], strict=True)]


def _several(passage: Passage, vocabulary: Vocabulary) -> list[persons.Named]:
    if titled := _titled(passage, vocabulary):
        return titled
    people: list[persons.Named] = []
    tagged: list[bool] = []
    side = firm = mine = ""  # "me, Ana Ruiz" goes on with colleagues
    for part, ours, wrote in _sided_parts(passage, vocabulary):
        told = vocabulary.word("side", part.text.partition("(")[0].strip(" :."))
        if told == "seller":  # "me", "Unterzeichner"
            people, mine = _beside_me(people), mine if people else told
        if told is not None:
            continue
        led = parties.led(part.text, vocabulary)
        if led.end:
            side, firm, part = led.side, led.firm, part.cut(Span(led.end, len(part.text))).strip()
        found = persons.one(part, vocabulary) or _introduced(part, vocabulary)
        duty = found.name if found and found.name.isupper() else part.text
        if people and _is_work(duty, people[-1], vocabulary):
            people[-1] = people[-1]._replace(role=duty)
        elif found and not persons.is_role(found.name, vocabulary):
            mine = "seller" if wrote and not people else mine
            found = found._replace(side=found.side or side or ours or ("" if found.others else mine), wrote=wrote)
            people.append(found._replace(organisation=firm, others=(firm,)) if firm and not found.others else found)
            tagged.append(part.text.startswith("@"))
        elif people and not people[-1].role and _is_role(part.text, vocabulary):
            people[-1] = people[-1]._replace(role=part.text)
    if any(tagged) and not all(tagged):  # whom the team's own tool knows
        return [_as_ours(one) if own else one for one, own in zip(people, tagged, strict=True)]
    return people


def _is_role(text: str, vocabulary: Vocabulary) -> bool:
    return persons.is_role(text, vocabulary) and vocabulary.word("absence", text) is None


def _is_work(text: str, before: persons.Named, vocabulary: Vocabulary) -> bool:
    """Say whether a part of a list is what the person before does: "Ana Ruiz, QS", "… Group Facilities & IT"."""
    if before.role or before.others or " " not in before.name:
        return False
    if text.isupper() and text.isalpha():
        return len(text) <= _SHORT
    return _is_joint_work(text, vocabulary)


def _is_joint_work(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether words joined by "&" are one role: "Group Facilities & IT", "KAM Dairy & Chilled"."""
    first, joint, last = text.partition(" & ")
    if not joint or not given().isdisjoint(text.split()):
        return False
    return persons.is_role(last, vocabulary) or persons.is_role(first.partition(" ")[0], vocabulary)


def _beside_me(people: list[persons.Named]) -> list[persons.Named]:
    """Return those named before "me" in a list: behind people with their work, who has none is a colleague."""
    first = len(people)
    while first and not people[first - 1].role and not people[first - 1].others:
        first -= 1
    return [*people[:first], *map(_as_ours, people[first:])] if first else people


def _as_ours(one: persons.Named) -> persons.Named:
    return one._replace(side=one.side or "seller")


def _introduced(passage: Passage, vocabulary: Vocabulary) -> persons.Named | None:
    """Read "maybe her plant guy Ruben Castillo": a full name behind a few words in lower case."""
    words = list(_WORDS.finditer(passage.text))[: _MOST_LED + 1]
    start = next((match.start() for match in words if match.group()[0].isupper()), 0)
    before = passage.text[:start].split()
    if not before or before[-1].casefold() in _TOWARDS or not all(word.isalpha() and word.islower() for word in before):
        return None
    found = persons.one(passage.cut(Span(start, len(passage.text))), vocabulary)
    role = " ".join(before[-2:])
    named = found is not None and (" " in found.name or (bool(found.role) and found.name.isalpha()))
    if found is None or not named or persons.is_role(found.name, vocabulary):
        return None
    told = "client" if not persons.THEIRS.isdisjoint(map(str.casefold, before)) else ""
    return found._replace(
        role=found.role or (role if persons.is_role(role, vocabulary) else ""), side=found.side or told
    )


def _sided_parts(passage: Passage, vocabulary: Vocabulary) -> Iterator[tuple[Passage, str, bool]]:
    """Yield the parts of a list, the side of those that "me" or "for us" stands beside, and whether they are "me".

    "me + Ines", "me (Ana)"
    """
    for group in parties.parts(passage, (), vocabulary):
        headed = parties.led(group.text, vocabulary).end  # "on their side: Ana" ends with no side
        tail = parties.NO_TAIL if headed else parties.tail(group.text, vocabulary)
        group = group.cut(Span(0, tail.start)).strip() if tail.side else group
        whole = _is_joint_work(group.text, vocabulary)
        parts = [group] if whole else list(parties.parts(group, _JOINTS, vocabulary))
        ours = len(parts) > 1 and any(parties.is_us(part.text, vocabulary) for part in parts)
        bracketed = _BRACKETED.fullmatch(group.text) if len(parts) > 1 else None
        ours = ours or bool(bracketed and vocabulary.word("side", bracketed[1]) == "seller")  # "Ana e Rui (nós)"
        for part in parts:
            joint = parties.JOINT.match(part.text)
            bare = part.cut(Span(joint.end(), len(part.text))) if joint else part
            myself = _SELF.match(bare.text)
            if myself:
                yield bare.cut(Span(*myself.span(1))), "seller", True
            else:
                yield bare, tail.side or ("seller" if ours else ""), False


def explains(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Say whether a text is nothing but full names with what each does: "Ana Ruiz (IT), Ben Ito (Norwood)"."""
    if passage.text.count("(") < _PAIR:
        return False  # most texts
    found = _several(passage, vocabulary)
    return len(found) >= _PAIR and all(
        " " in one.name and prose.is_person(one.name, vocabulary) and bool(one.role or one.others) for one in found
    )


def introduces(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Say whether a text is a list of people, of whom one at least is called by a full name with what they do."""
    found = _several(passage, vocabulary) if "(" in passage.text else []
    return len(found) >= _PAIR and any(" " in one.name and bool(one.role or one.others) for one in found)


def names_us(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Say whether a list of people has "me" or "us" in it."""
    return any(parties.is_us(part.text, vocabulary) for part in parties.parts(passage, _JOINTS, vocabulary))
