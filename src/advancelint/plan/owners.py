"""Who owns a step, as far as its own words say."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import clockwords, monograms, orders, owner_places, parties, persons, subjects
from advancelint.plan.cast import Cast
from advancelint.plan.given import given, is_first, is_only_a_name
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import field, is_placeholder
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.owner_sides import AND, side_of
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Span

_PREFIX = expression(r"\s*+([^:]{1,50}?)\s*+:\s+(?=\S)")
_DASHED = expression(r"([^—–:·]{2,40}?)(?: (?:—|–|-{1,2}|·|\||→|->|=>|=|➡️|➡|>{1,2}|[~»•¦]) | {2,}|(?<=\w)= )(?=\S)")
# "@ida share the export", "(Ida) name the lead", "[[Ida Ruiz]] names the lead": who owns it leads the line.
_FRONTED = expression(r"(?:@([^\W\d_][\w.-]*)[:,]?|\[?[(\[]([^()\[\]]{2,40})[)\]]\]?:?)\s+(?=\S)")
_ROUND, _BESIDE = str.maketrans("[]", "()"), expression(r", ([^(),]{2,40})\)")
_AT = expression(r"(?<![\w.@])@((?:[^\W\d_a-z][^\W\d_]{1,3}\. (?=[^\W\d_a-z]))?[^\W\d_][\w-]*(?:\.[^\W\d_][\w-]*)?)")
_LAST_NAME = expression(r" [^\W\d_][\w'’-]+")
_GOES_ON = expression(r"[ ,]+(?!(?:and|und|et|y|e)\b)[^\W\d_]")
_FIRM = expression(r" \([^\W\d_a-z][^()\d\n]{0,30}\)")
_LISTED = expression(r"([^()]{3,80})\)[\s.]*$")
_BEHIND_NAME = expression(r"[,;)–—]| - ")
LABEL_WORDS = "owner|who|responsible|verantwortlich|zuständig"
_INLINE_OWNER = expression(
    rf"(?:^|[(\s—–,;-])(?:{LABEL_WORDS})\s?:\s?((?:(?!\.\s[^\W\d_]{{2,10}}\s?:)[^,;|()—–]){{2,50}})", re.IGNORECASE
)
# "Musterteile werden geholt": one person is no subject of these; nor whoever stands before those, "Olga in the lab".
PLURAL = frozenset({"sollen", "werden", "müssen", "doivent", "vont", "deben", "van", "devem", "vão"})
_SELF = frozenset({"I", "ich", "je", "yo", "eu"})
_NO_VERB = frozenset({"in", "at", "on", "from", "with", "for", "of", "w", "w/", "im", "bei", "aus"})
_WORD, _WORK = expression(r"[^\s,]+,?"), expression(r" \([^()]*\)$")
_SUBJECT_WIDTH, _SUBJECT_WORDS = 80, 5
_NAMED = expression(r"[^\W\d_a-z][^\W\d_A-Z]+ \($")


class Owned(NamedTuple):
    """The owner as a field, the owner's side, and the passage without the prefix that named the owner."""

    owner: Field
    side: str
    passage: Passage


def is_owner(text: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether words before a colon name an owner: somebody known, a side, one to three capitalised words."""
    if is_known(text, cast, vocabulary):
        return True
    text, _, beside = text.partition(" (")  # "Tomas Riedl (our service): …"
    if _GOES_ON.match(beside.partition(")")[2]):
        return False  # "Ana (IT) rings Bo"
    if parties.is_possessed(text, vocabulary):
        return True
    parts = [part for part in AND.split(text) if part]
    if len(parts) > 1:
        return all(is_owner(part, cast, vocabulary) for part in parts)
    return (len(text.split()) <= 3 and persons.is_name(text, vocabulary)) or parties.is_department(text, vocabulary)


def is_known(text: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether a text is a name or a side that the plan knows, or hardly anything but a first name."""
    return cast.knows(text) or vocabulary.word("side", normalise(text)) is not None or is_first(text)


def in_words(passage: Passage, name: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    """Find the owner in a step's words; ``name`` is the unknown label in front of them, empty where there is none.

    Where a party leads them, by its letters or by "we", whoever is named, too, does it: "[DL] comments @Wanda".
    """
    found = _in_words(passage, name, cast, vocabulary)
    party = vocabulary.word("side", found.owner.value) is not None and found.owner.surface == "label"
    if found.owner.value not in cast.codes and not party:
        return found
    one = _at(found.passage, cast, vocabulary) or _trailing(found.passage, cast, vocabulary)
    if one is None or one.side not in {"unknown", found.side} or vocabulary.word("side", one.owner.value) is not None:
        return found
    return one._replace(side=found.side)


def _in_words(passage: Passage, name: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    if name.text and is_owner(name.text, cast, vocabulary):
        return _owned(name, "label", passage, cast, vocabulary)
    fronted = _FRONTED.match(passage.text)
    if fronted and (fronted[1] or _is_led_by_one(fronted[2], cast, vocabulary)):
        rest = passage.cut(Span(fronted.end(), len(passage.text)))
        return _owned(passage.cut(Span(*fronted.span(1 if fronted[1] else 2))), "label", rest, cast, vocabulary)
    prefix = _PREFIX.match(passage.text)
    if prefix and (len(prefix[1]) > 1 or prefix[1] in cast.codes) and is_owner(prefix[1], cast, vocabulary):
        rest = passage.cut(Span(prefix.end(), len(passage.text)))
        return _owned(passage.cut(Span(*prefix.span(1))), "label", rest, cast, vocabulary)
    dashed = _DASHED.match(passage.text)
    rest = passage.cut(Span(dashed.end(), len(passage.text)) if dashed else NOWHERE)
    if dashed and not is_known(rest.text, cast, vocabulary) and _leads_a_step(dashed[1], cast, vocabulary):
        return _owned(passage.cut(Span(*dashed.span(1))), "label", rest, cast, vocabulary)
    if at := _at(passage, cast, vocabulary):
        return at
    inline = _INLINE_OWNER.search(passage.text)
    if inline and not is_placeholder(inline[1], vocabulary):
        return _owned(passage.cut(Span(*inline.span(1))).strip(), "text", passage, cast, vocabulary)
    found = _trailing(passage, cast, vocabulary) or _led(passage, cast, vocabulary)
    if found:
        return found
    apart = owner_places.between(passage.text, cast) or owner_places.of_self(passage.text)
    return _owned(passage.cut(apart), "text", passage, cast, vocabulary) if apart else Owned(ABSENT, "unknown", passage)


def _at(passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned | None:
    """Find whom a step is for, "@ida"."""
    at = _AT.search(passage.text)
    if not at:
        return None
    last = _LAST_NAME.match(passage.text, at.end())
    end = last.end() if last and cast.is_person(passage.text[at.start(1) : last.end()]) else at.end(1)
    firm = _FIRM.match(passage.text, end)
    end = firm.end() if firm else end  # "@ida (Norwood IT)"
    return _owned(passage.cut(Span(at.start(1), end)), "text", passage, cast, vocabulary)


def _led(passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned | None:
    """Find who a step is said of, also behind more than a name."""
    found = _subject(passage, cast, vocabulary)
    span = NOWHERE if found else subjects.acting(passage.text, cast, vocabulary)
    surface = "clause" if span.start else "text"  # who acts in a later clause makes no step of a line
    return _owned(passage.cut(span), surface, passage, cast, vocabulary) if span else found


def _is_led_by_one(text: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether somebody known, or two parties by their letters, "DS + NF", stand in a bracket before a step."""
    return is_known(text.partition(",")[0], cast, vocabulary) or all(part in cast.codes for part in AND.split(text))


def _leads_a_step(name: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether what stands before a dash is who acts: somebody known, a side, or hardly anything but a name."""
    bare = name.partition(" (")[0].strip()
    parts = [part for part in AND.split(bare) if part] or [bare]
    known = cast.knows(name) or _are_people(parts, cast) or all(map(monograms.are_letters, parts))
    known = known or vocabulary.word("side", normalise(name)) is not None
    return known or (" " not in bare and (is_only_a_name(bare) or is_first(bare)))


def from_words(words: Passage, surface: str, passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    """Take the owner from a column or a label of its own."""
    if is_placeholder(words.text, vocabulary):
        return Owned(ABSENT, "unknown", passage)
    return _owned(words, surface, passage, cast, vocabulary)


def named_behind(owned: Owned, who: Passage, passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    """Return ``owned`` with ``who`` stands behind the words of ``passage``, where only a company leads them or nobody.

    "Norwood: room list (Ana) 4 Dec" is Ana's, who is one of Norwood's.
    """
    firm = cast.is_firm(owned.owner.value) and not cast.is_firm(who.text)
    if not who.text or (owned.owner.present and not firm):
        return owned
    named = from_words(who, "text", passage, cast, vocabulary)
    return named._replace(side=owned.side) if named.side == "unknown" else named


def _owned(words: Passage, surface: str, passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    name = words.text.strip("@[] ") if words.text.startswith(("@", "[[")) else words.text.strip()
    spoken = name if " " in name else name.replace(".", " ")
    return Owned(field(name, words, surface), side_of(spoken, cast, vocabulary), passage)


def _trailing(passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned | None:
    """Find "… — Ana Ruiz, by 12 June" and "… (Ana, 12 June)": only people the plan knows."""
    text = passage.text.translate(_ROUND)
    start = max(text.rfind(mark, 0, owner_places.last_name(text)) for mark in (" — ", " – ", " - ")) + 3
    if text.rstrip().endswith(")"):
        start = max(start, owner_places.opened(text, cast))
    elif start <= 3 and ")" in text:
        start = owner_places.closed(text)
    if start <= 3:
        return None
    listed = _LISTED.match(text, start)
    if listed and len(parts := AND.split(listed[1])) > 1 and _are_people(parts, cast):
        return _owned(
            passage.cut(Span(*listed.span(1))), "text", passage, cast, vocabulary
        )  # "the review (Ana, Jo, me)"
    behind = _BEHIND_NAME.search(text, start)
    words = passage.cut(Span(start, behind.start() if behind else len(text))).strip()
    name = re.split(r"\s+(?:by|due|until|bis)\b", words.text, maxsplit=1)[0]
    name = name.partition(" (")[0]
    known = cast.knows(name) or vocabulary.word("side", name) is not None
    party = cast.codes.get(name) or vocabulary.word("side", name) or (cast.side(name) if cast.is_firm(name) else "")
    beside = _BESIDE.match(text, start + len(name)) if party else None
    if party and beside and persons.is_name(beside[1], vocabulary) and not clockwords.may_hold(beside[1]):
        one = passage.cut(Span(*beside.span(1)))  # "[NW, Ana]", "(us, Jo)"
        return Owned(field(one.text, one, "text"), party, passage)
    first, _, last = name.partition(" ")
    stranger = is_first(first) and (not last or persons.is_name(name, vocabulary)) and last.count(" ") < 1
    # "redlines (their attorney)", but not "call Erin Maddox (our VP)"
    described = _NAMED.search(text, max(0, start - _SUBJECT_WIDTH), start)
    known = known or (not described and parties.is_possessed(name, vocabulary))
    sided = name and (known or stranger or parties.department_side(name, cast) != "unknown")
    return _owned(words.cut(Span(0, len(name))), "text", passage, cast, vocabulary) if sided else None


def _are_people(parts: list[str], cast: Cast) -> bool:
    others = [part for part in parts if part not in _SELF]
    if others == parts:
        return all(map(cast.is_person, parts))
    return bool(others) and all(cast.is_person(part) or is_first(part) for part in others)  # "Pip and I"


def _subject(passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned | None:
    """Find who a step is said of: "Saskia to clear line B", "Wim and Dov agree the mark", "Norwood will send it".

    Behind a person any word will do; behind a company or a side only "will", "to" and the like, since "Norwood site
    visit" and "customer references" are things.
    """
    text = passage.text
    words = [(match.start(), match.end()) for match in _WORD.finditer(text[:_SUBJECT_WIDTH])]
    for count in range(min(len(words) - 1, _SUBJECT_WORDS), 0, -1):
        end = words[count - 1][1]
        name, led = text[:end].lstrip(), passage.cut(Span(0, end - (text[end - 1] == ","))).strip()
        follower = text[words[count][0] : words[count][1]]
        if not follower[:1].islower() or AND.fullmatch(f" {follower} ") or follower in _NO_VERB:
            continue
        promised = vocabulary.word("modal", follower) is not None
        parts = [_WORK.sub("", part) for part in AND.split(name) if part]
        known = _are_people(parts, cast) or (promised and all(cast.knows(part) for part in parts))
        single = len(parts) == 1 and follower.casefold() not in PLURAL
        stranger = promised and single and (count > 1 or is_only_a_name(name) or is_first(name))
        acts = count == 1 < len(words) - 1 and name in given() and orders.is_done(text[words[count][0] :])
        if count > 1 and (promised or orders.is_done(text[words[count][0] :])):
            acts = parties.is_staff(name, cast, vocabulary)
        if known or acts or (stranger and subjects.is_strangers_promise(name, text[words[count][1] :], vocabulary)):
            return _owned(led, "text", passage, cast, vocabulary)
        side = vocabulary.word("side", normalise(name)) if count <= 2 and name[:1].isupper() else None
        if side and vocabulary.word("pronoun", name) is not None:
            return Owned(ABSENT, side, passage)
        if side and promised:
            return _owned(led, "text", passage, cast, vocabulary)
    return None
