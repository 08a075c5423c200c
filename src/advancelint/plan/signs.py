"""The signs of how a unit is worded, by which `weighing` weighs what it is."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.plan import below, clockwords
from advancelint.plan.aims import PREPARED, SHALL
from advancelint.plan.given import SELF, given
from advancelint.plan.hearing import NOTHING_HEARD, Heard, hear, is_no_wish
from advancelint.plan.label_forms import normalise
from advancelint.plan.units import Unit
from advancelint.plan.vocabulary import Label, Vocabulary
from advancelint.reading.lexicon import load

SEEN, AHEAD = 160, 120  # characters of a unit, and of what stands behind a label
_TAIL = 30
_WIDE = " " * 40  # what somebody lines up by hand is closer
_GAP = expression(r"\s{40,}")
_WORD = expression(r"[^\W\d_][\w'’-]*")
_TOKEN = expression(r"[^\W\d_][\w'’-]*|\d+|[?!:→=]|->")
_SHAPED = 4
_MOST, _FEW = 30, 4  # words of a unit, and of the one behind it
_VERBS, _BEGUN = 10, 3  # words among which verbs are looked for, and those that a unit begins with
_NAME = r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’-]+)?"
_BARE_NAME = expression(rf"{_NAME}(?: [&+/] [^\W\d_a-z]\w+)?$")
# "Jo to send …", "me – ring Colm": who does something, and how that is said.
_WHO = expression(
    rf"(?P<who>{_NAME}|me|us|we|he|she|they|moi|ich|wir)(?: ?\([^)]{{2,40}}\))?"
    r"(?: ?[:–—→]| ->| - | (?P<modal>to|will|must|should)\b| (?P<does>[a-z]+s)\b)"
)
_WHO_BEHIND = expression(rf"(?:[,–—(:→]| -|->) ?(?:{_NAME}|me|us)\)?\s*(?:[,–—]| - |$)")
_LEAD = expression(r"\b(?:by|before|bis|until|avant|antes|até|hasta|w/c)\b")
_OURS = expression(r"\b(?:us|me|our|uns|nous|nos)\b")
_WOULD = expression(r"\b(?:will|would|could|can|should|['’]ll)\b")
_WAS = expression(r"\b(?:was|were|had|has|did|said|hat|hatte|war|a|était|fue|era|foi)\b")
_I = frozenset({"i", "we", "ich", "wir", "je", "nous", "yo", "eu"})
_IF = frozenset({"if", "wenn", "falls", "si", "se"})
_THEY = frozenset({"he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "ele", "ela"})
_CHANCES = (0.03, 0.08, 0.15, 0.3, 0.6)
_NOTHINGS = (0.1, 0.3, 0.6, 0.85)
_LENGTHS = (2, 4, 8, 14, 22, 35)
_SAYS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("orders", below.is_order),
    ("fact", below.is_fact),
    ("asks", lambda text: "?" in text),
    ("quotes", lambda text: text[:1] in "\"“”„«‘'"),
    ("counts", clockwords.digit_in),
    ("no wish", is_no_wish),
    ("owed", below.is_assigned),
    ("shall", SHALL.match),
    ("prepares", PREPARED.match),
)


def words(text: str, most: int = _MOST) -> tuple[str, ...]:
    """Return the first words of a text as signs know them, each once: without case, names and numbers alike."""
    return tuple(dict.fromkeys(_known(seen(text))[:most]))


def seen(text: str, most: int = SEEN) -> str:
    """Return the beginning of a text by which it is told what it is, without the gaps that comments leave in it."""
    return (_GAP.sub(" ", text) if _WIDE in text else text)[:most]


@functools.lru_cache(maxsize=256)  # each unit is looked at by the two beside it
def _known(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for count, word in enumerate(_TOKEN.findall(text)[:_MOST]):
        if word[0].isdigit():
            found.append("#")
        elif word[0].isupper() and (((first := _first(word)) in given()) or (count and first != "i")):
            found.append("Name")
        else:
            found.append(word.casefold().replace("’", "'"))
    return tuple(found)


def _first(word: str) -> str:
    """Return a word without case, up to an apostrophe."""
    return word.partition("'")[0].partition("’")[0].casefold()


def shape(text: str) -> str:
    """Return what sorts of words a text begins with: "Name s" for "Jo sends", "want Name to b" for "want Al to go"."""
    forms, found = load("en").forms, []
    grammar = load("en").groups["grammar"]
    for count, match in enumerate(_TOKEN.finditer(seen(text))):
        if count == _SHAPED:
            break
        word = match.group()
        small = word.casefold()
        if small in grammar or not word[0].isalpha():
            found.append(small if small in grammar else "#")
        elif word[0].isupper() and (count or _first(word) in given()):
            found.append("Name")
        else:
            verb = forms.get(small)
            found.append(sorted_forms(verb[1]) if verb else "x")
    return " ".join(found)


def sorted_forms(forms: str) -> str:
    """Return the forms that a word may be of its verb, in an order that is always the same."""
    return "".join(sorted(forms))


def of_words(text: str, vocabulary: Vocabulary, kind: str) -> Iterator[str]:
    """Yield the signs of how a unit of a plan of ``kind`` is worded."""
    said = _WORD.findall(text)
    yield f"words {bisect_left(_LENGTHS, len(said))}"
    first = said[0].casefold() if said else ""
    yield "begins I" if first in _I else "begins if" if first in _IF else "begins they" if first in _THEY else "begins"
    forms = load("en").forms
    verb = forms.get(first)
    if verb:
        yield f"begins {sorted_forms(verb[1])}"
    second = forms.get(said[1].casefold()) if len(said) > 1 else None
    if second and said[0][0].isupper() and "s" in second[1]:
        yield "somebody acts"
    for sign, says in _SAYS:
        if says(text):
            yield sign
            yield f"{sign} {kind}"
    yield from (sign for sign, pattern in (("ours", _OURS), ("would", _WOULD), ("was", _WAS)) if pattern.search(text))
    meant = vocabulary.words["wish-word"]
    for wish in sorted({meant[word] for word in map(str.casefold, said) if word in meant}):
        yield f"wish {wish}"
    found = words(text)
    yield from (f"word {word}" for word in found)
    yield from (f"pair {word} {other}" for word, other in pairwise(found))
    yield from (f"start {' '.join(found[:count])}" for count in range(1, min(len(found), _BEGUN) + 1))
    yield from _of_verbs(said[:_VERBS])
    begun = shape(text).split()
    yield from (f"shape {' '.join(begun[:count])}" for count in range(2, len(begun) + 1))


def _of_verbs(said: Sequence[str]) -> Iterator[str]:
    """Yield the signs of the verbs among words: in which form each stands, and what it costs a client who does it.

    "names" and "lists" are acts of one sort, so that what one verb tells counts for those that few wrote, too.
    """
    known = load("en").forms
    for place, word in enumerate(said):
        verb = known.get(word.casefold())
        if verb is None:
            continue
        act, form = verb[0], sorted_forms(verb[1])
        yield f"verb {act.lemma}"
        yield f"verb {form} {act.client} {act.energy}"
        yield f"verb {form} bare {act.bare}"
        if place < _BEGUN:
            yield f"verb {place} {act.lemma}"
            yield f"verb {place} {form} {act.client}"
            yield f"verb {place} {form} bare {act.bare}"


def of_doing(text: str) -> Iterator[str]:
    """Yield the signs of who does what by when."""
    yield "small" if text[:1].islower() else "large"
    who = _WHO.match(text)
    if who:
        named = who["who"]
        yield "who self" if named.casefold() in SELF else "who given" if named.split()[0] in given() else "who name"
        yield f"who {who['modal'] or ('does' if who['does'] else 'apart')}"
    if clockwords.may_hold(text):
        yield "time"
        if clockwords.may_hold(text[-_TAIL:]):
            yield "time behind"
    if _WHO_BEHIND.search(text):
        yield "who behind"
    if _LEAD.search(text):
        yield "by then"
    if "->" in text or "→" in text:
        yield "arrow"


def of_label(unit: Unit) -> Iterator[str]:
    """Yield the signs of the label of a unit."""
    name, label = unit.name, unit.statement.label
    if not name:
        yield "label none"
        return
    yield from heard("label", hear(name, "label", seen(unit.words.text, AHEAD)))
    if not unit.number:
        yield from listed("label", label)
    if name.casefold() in SELF:
        yield "label self"
    elif name.partition(" ")[0] in given():
        yield "label given"
    elif _BARE_NAME.match(name):
        yield "label name"
    if clockwords.may_hold(name):
        yield "label time"
    yield from (f"label word {word}" for word in words(normalise(name), _FEW + 2))


def of_neighbour(where: str, unit: Unit, most: int = _MOST) -> Iterator[str]:
    """Yield the signs of the unit ``where`` ("above", "below")."""
    yield from (f"{where} {word}" for word in words(unit.words.text, most))
    yield from (f"{where} label {word}" for word in words(normalise(unit.name), _FEW + 2) if unit.name)
    yield from listed(f"{where} label", unit.statement.label)


def heard(what: str, one: Heard) -> Iterator[str]:
    """Yield the signs of what a label or a heading is heard as, and how surely."""
    if one is NOTHING_HEARD:
        yield f"{what} unheard"
        return
    yield f"{what} heard {one.role}"
    yield f"{what} heard {one.role} {bisect_left(_CHANCES, one.chance)}"
    yield f"{what} nothing {bisect_left(_NOTHINGS, one.nothing)}"


def listed(what: str, label: Label) -> Iterator[str]:
    """Yield the signs of what the lists call a label or a heading."""
    if not label.heard:
        yield from (f"{what} is {role}" for role in sorted(label.roles))
