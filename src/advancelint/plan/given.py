"""First names: what shows best that a capitalised word is a person."""

from __future__ import annotations

import functools
import os
from itertools import chain

from advancelint import resources
from advancelint.expressions import expression
from advancelint.reading.lexicon import load

_FIRST = expression(r"[*_]{0,2}([^\W\d_][\w’'-]*)")
SELF = frozenset({"i", "me", "we", "us", "ich", "wir", "moi", "nous", "yo", "nós", "eu"})
_LONGEST = 200
_ORDERS = "order"  # the names that are verbs, too
# "-> GP to send the curves", "Shalini (LL legal) to share the wording", "Frau Graf soll anrufen"
_SAID = expression(
    r"(?:->|=>|→)|[*_]{0,2}[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w'’-]+)?(?: \([^()\n]{2,40}\))?"
    r"(?: (?:to|will|must|should|needs to|has to|is to|soll|muss|wird|doit|va|debe|tiene que|vai|deve|tem que)\b|:| = )"
)


@functools.cache
def given() -> frozenset[str]:
    """Return the first names that are hardly anything else; raises ResourceError where the list is missing."""
    return frozenset(chain.from_iterable(names.split() for group, names in _groups() if group != _ORDERS))


@functools.cache
def _orders() -> frozenset[str]:
    return frozenset(chain.from_iterable(names.split() for group, names in _groups() if group == _ORDERS))


def _groups() -> list[list[str]]:
    return resources.rows(os.path.join(resources.folder("lexicon"), "given-names.tsv"))


def begins(name: str) -> bool:
    """Say whether a full name begins with a first name, "Ana Ruiz", be it one that orders somebody: "Mark Okafor".

    "Mark Ana as the sponsor" and "Grant Access" do not.
    """
    first, _, last = name.partition(" ")
    if first in given():
        return True
    surname = last.partition(" ")[0].rstrip(".,:;")
    stated = surname[1:].islower() and surname[0].isupper() and surname.casefold() not in load("en").common
    return first in _orders() and stated and surname not in given()


def is_first(word: str) -> bool:
    """Say whether a word is hardly anything but a first name, also where it is written small: "rob"."""
    return word in given() or (word.islower() and word.capitalize() in given() and word not in load("en").common)


def is_only_a_name(word: str) -> bool:
    """Say whether a word is hardly anything but a first name: "Kayla to check it", not "Quote to follow"."""
    return word.isalpha() and word[1:].islower() and len(word) > 2 and word.casefold() not in load("en").common


def may_promise(content: str) -> bool:
    """Say whether an item's Markdown may say who does what: a name, one of us or an arrow begins it, or a duty."""
    if len(content) > _LONGEST:
        return False
    first = _FIRST.match(content)
    known = first is not None and (first[1].casefold() in SELF or first[1] in given())
    return known or _SAID.match(content) is not None
