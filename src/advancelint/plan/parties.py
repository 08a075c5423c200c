"""Cuts a list of people into its parts and finds what says whose they are: "from us Jens", "Raj from our side"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from advancelint.expressions import expression
from advancelint.plan.cast import Cast
from advancelint.plan.given import given
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_WORD = expression(r"[^\W\d_][\w'’-]*")
_POSSESSIVES = frozenset({"their", "our", "her", "his", "both"})
_GROUPS, _FEW = frozenset({"team", "teams", "side", "sides", "people", "guys", "legal"}), 2
JOINT = expression(r"(?:[Aa]nd|[Uu]nd|[Ee]t|y|e|plus|sowie|&|\+) ")
# "For Grainmark: Danny Quist", "At Pell: …": a company behind such a word, and its people behind the colon.
_FOR = expression(
    r"(?:[Ff]or|[Ff]rom|[Aa]t|[Ff]ür|[Vv]on|[Bb]ei|[Pp]our|[Cc]hez|[Dd]e|[Pp]or|[Dd]a|[Dd]o)"
    r" ([^\W\d_a-zß-öø-ÿ][^:,;()]{2,40}?) ?: "
)
# "Norwood Mills – Ana Ruiz (CFO), Ben Ito. Tallow – Jo Berg": a company before a dash, its people behind it
_FIRM = expression(
    r"(?P<firm>[^\W\d_a-zß-öø-ÿ][\w'’&-]+(?: [^\W\d_a-zß-öø-ÿ][\w'’&-]+){0,3}) [–—-] "
    r"(?P<first>[^\W\d_a-zß-öø-ÿ][\w'’-]+) [^\W\d_a-zß-öø-ÿ]"
)
# "Our champion", "our man", "our day-to-day" are people of the client's.
_OUR = r"(?:our|my|unser\w*|mein\w*|notre|mon|ma|nuestr[oa]s?|mi|noss[oa]s?|meu|minha)"
_OURS = expression(rf"(?:(?:is|ist|est|es|é) )?{_OUR} (?=\w)", re.IGNORECASE)
OUR_WORD = expression(_OUR, re.IGNORECASE)
_OURS_LAST = expression(r"^(?!contact|client|alia)\w+ (?:nuestr[oa]|noss[oa])$", re.IGNORECASE)  # "técnico nuestro"
_THEIR_KIND = expression(
    r"(?:main |key |daily |best |old |day[ -]to[ -]day ?|inside ?|\w+liche[rs]? )*"
    r"(?:champion|way in|route in|door|ears?\b|eyes|hope|link|voice|insider|[ck]onta[ck]t|sponsor|advocate|coach|fan"
    r"|friend|buyer|client|customer|ally|supporter|man|woman|guy|ansprechpartner|fürsprecher|kunde|allié|interlocut|contacto|aliad"
    r"|contato|freund|amig[oa]|ami\b|$)",
    re.IGNORECASE,
)
_ONE_WORD = expression(r"([^\W\d_a-zß-öø-ÿ][\w-]*)(?:[,:]| [^\W\d_A-Z])")
_STOP = expression(r"(?:(?<=[^\W\d_A-Z]{2})|(?<=\)))\.(?= )")
# "Ana Ruiz (owner) · Ben Ito (foreman) · me"
_DOTTED = expression(
    r" [·•/] (?=(?:\[\[)?[^\W\d_a-zß-öø-ÿ][\w'’-]+ [^\W\d_a-zß-öø-ÿ][\w'’-]+(?:\]\])?(?: \(|$|[,;]| [·•/])"
    r"|(?:me|us|I|ich|wir|moi|nous|yo)\b)"
)
_OCCASIONS = frozenset({"time", "call", "meeting", "visit", "talk", "contact", "order"})  # "first time with us"
_MOST, _LONGEST_TITLE, _FAR = 4, 20, 200


class Led(NamedTuple):
    """Whose the people are that follow: their ``side`` or ``firm``; what says so ends at ``end``, 0 for nothing."""

    side: str
    firm: str
    end: int


class Tail(NamedTuple):
    """The ``side`` that the end of a text puts its people on, and where those words ``start``."""

    side: str
    start: int


_NOT_LED, NO_TAIL = Led("", "", 0), Tail("", -1)
_LIGHT = frozenset({"the", "a", "an", "us", "me", "it", "our", "their", "his", "her", "your"})


def led(text: str, vocabulary: Vocabulary) -> Led:
    """Return what the beginning of a list's part says of the people from there on: "us: Ana", "von uns Jens"."""
    prefix, colon, _ = text.partition(":")
    joint = JOINT.match(text)
    start = joint.end() if joint else 0
    told = vocabulary.word("side", prefix[start:]) if colon else None
    if told:
        return Led(told, "", len(prefix) + 1)
    company = _FOR.match(text, start)
    if company and company[1][0].isupper():
        return Led("", company[1].strip(), company.end())
    firm = _FIRM.match(text, start) if " – " in text or " — " in text or " - " in text else None
    if firm and firm["first"] in given() and _is_firm(firm["firm"], vocabulary):
        return Led("", firm["firm"], firm.start("first"))
    words = list(islice(_WORD.finditer(text, start), _MOST + 1))
    for count in range(min(_MOST, len(words) - 1), 1, -1):
        side = _phrase(text, words[0].start(), words[count - 1].end(), vocabulary)
        behind = text[words[count - 1].end() :].lstrip()
        if side and words[0].start() == start and (behind[:1].isupper() or vocabulary.word("side", behind) is not None):
            return Led(side, "", words[count - 1].end())
    return _NOT_LED


def _is_firm(name: str, vocabulary: Vocabulary) -> bool:
    """Say whether capitalised words may be a company's: no first name is among them and no word of somebody's work."""
    words = name.split()
    others = any(vocabulary.word(which, word) is not None for which in ("role-word", "people-noun") for word in words)
    return given().isdisjoint(words) and not others


def tail(text: str, vocabulary: Vocabulary) -> Tail:
    """Return what words behind a name say of whose it is: "Maëlle et Thibault pour nous", "Raj from our side"."""
    words = list(islice(_WORD.finditer(text), 3 * _MOST))
    for first in range(1, len(words) - 1):
        if not words[first].group().islower():
            continue
        for count in range(min(_MOST, len(words) - first), 1, -1):
            side = _phrase(text, words[first].start(), words[first + count - 1].end(), vocabulary)
            if side and words[first - 1].group().casefold() not in _OCCASIONS:
                return Tail(side, words[first].start())
    return NO_TAIL


def _phrase(text: str, start: int, end: int, vocabulary: Vocabulary) -> str:
    """Return the side that the words from ``start`` to ``end`` name as several words of a list do; "" for none."""
    return vocabulary.word("side", " ".join(text[start:end].split())) or ""


def is_us(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a part of a list is one of us: "me", "ich (Uli)", "von uns Jens"."""
    bare = text.partition("(")[0].strip(" :.")
    return vocabulary.word("side", bare) == "seller" or led(text, vocabulary).side == "seller"


def side_of_role(role: str) -> str:
    """Return "seller" for a role that is said to be ours: "our SE", "unser Anwendungstechniker"; "" for another."""
    own = _OURS.match(role)
    ours = own and not _THEIR_KIND.match(role, own.end())
    return "seller" if ours or _OURS_LAST.search(role) else ""


def is_on_our_part(role: str) -> bool:
    """Say whether a role is that of somebody who is for us and works for whomever: "our champion", "our sponsor"."""
    own = _OURS.match(role)
    return own is not None and _THEIR_KIND.match(role, own.end()) is not None


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text ends with a title that a name follows, or with a word cut short: "Prof", "Ing", "Dir"."""
    word = text.split()[-1].strip("(")
    if word.casefold() in load("en").abbreviations:
        return True
    return vocabulary.word("honorific", word) is not None or vocabulary.word("honorific", f"{word}.") is not None


def _apart(text: str, index: int) -> int:
    """Return the length of a mark with blanks around it that parts a list; 0 for none."""
    return 4 if text.startswith(" // ", index) else 3 if _DOTTED.match(text, index) else 0


def divided(text: str) -> int:
    """Return where a list has its one mark stronger than its commas: "Ana Ruiz, Jo Berg · Ben Ito"; -1 for none."""
    if not any(mark in text for mark in ";·•|"):
        return -1  # most lists
    depth, commas = 0, 0
    marks: list[int] = []
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if depth <= 0 and char in ",;·•|":
            commas += char == ","
            marks += [index] if char != "," else []
    return marks[0] if len(marks) == 1 and commas else -1


def parts(passage: Passage, joints: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Passage]:
    """Split at commas, semicolons and ``joints`` outside brackets."""
    text = passage.text
    depth = start = index = 0
    while index < len(text):
        char = text[index]
        depth += (char in "([") - (char in ")]")
        width = 0
        if depth <= 0:
            stop = (
                char == "."
                and _STOP.match(text, index) is not None
                and not _is_title(text[max(0, index - _LONGEST_TITLE) : index], vocabulary)
            )
            if stop and _is_said(text, index + 2, vocabulary):
                break
            apart = _apart(text, index) if char == " " else 0
            if apart or stop or char in ",;\n":
                width = apart or 1
            elif text.startswith(joints, index):
                width = next(len(word) for word in joints if text.startswith(word, index))
        if width:
            yield passage.cut(Span(start, index)).strip()
            start = index + width
        index += width or 1
    yield passage.cut(Span(start, index)).strip()


def is_possessed(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether up to three words name somebody by whose they are: "their attorney", "both legal teams"."""
    first, _, rest = text.partition(" ")
    words = rest.split()
    if first.casefold() not in _POSSESSIVES or not 0 < len(words) <= _FEW:
        return False
    last = words[-1]
    known = last in given() or last in _GROUPS or vocabulary.word("role-word", last.casefold()) is not None
    return known or is_department(" ".join(words), vocabulary)


def is_department(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether words are no more than a department of a company: "legal", "Purchasing", "quality team"."""
    words = text.casefold().split()
    return 0 < len(words) <= _FEW and all(vocabulary.word("department", word) is not None for word in words)


def department_side(text: str, cast: Cast) -> str:
    """Return the side of "Ostrander legal", "Norwood IT", "Rajesh's PA": a name and what belongs to it."""
    words = text.split()
    if len(words) > 1 and words[0].endswith(("'s", "’s")) and cast.knows(words[0][:-2]):
        # "Rajesh's PA"; "Rajesh's asking him" and "Rajesh's got it" say what he does.
        verb = load("en").forms.get(words[1]) if cast.is_person(words[0][:-2]) else None
        return "unknown" if verb and "b" not in verb[1] else cast.side(words[0][:-2])
    names = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    return next((cast.side(name) for name in names if cast.knows(name) and not cast.is_person(name)), "unknown")


def _is_said(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Say whether a sentence goes on behind a list: "… decides. Direct, no slides", "… CFO. Brought in by Ana"."""
    word = _ONE_WORD.match(text, start)
    if word is None or word[1] in given() or vocabulary.word("side", word[1]) is not None:
        return False
    head, colon, _ = text[start : start + _FAR].partition(":")
    return not colon or vocabulary.word("side", head) is None  # "… Tom Bell. On their side: Ada Orme"


def is_staff(name: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether a name is of people who belong to somebody known: "Ana's assistant", "Norwood legal"."""
    whose, _, rest = name.partition(" ")
    words = [word.strip(",()").casefold() for word in rest.split()]
    if whose.endswith(("'s", "’s")):
        acts = {"s"} <= set(load("en").forms.get(words[-1], ("", ""))[1]) if words else True
        light = any(vocabulary.word("modal", word) is not None or word in _LIGHT for word in words)
        return not (acts or light) and department_side(name, cast) != "unknown"
    while rest and not is_department(rest, vocabulary):
        rest = rest.partition(" ")[2]
    return bool(rest) and department_side(name, cast) != "unknown"
