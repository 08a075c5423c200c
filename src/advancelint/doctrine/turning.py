"""An ask in the seller's grammar as the client's sentence, where nothing of it would be lost or read otherwise."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from advancelint.doctrine import wording
from advancelint.doctrine.words import words_of
from advancelint.reading import Reading, Scene, read
from advancelint.reading.lexicon import load
from advancelint.source import Passage

# What both sentences have to say alike, beside who acts and by when.
_ALIKE = ("actor", "client_action", "energy", "commitment", "measure", "object", "vague", "hedge", "condition", "close")
_ONE = ("named", "role")
# What a word behind "and" may be, so that a thing or a time follows and not a second verb.
_TELLS_A_THING = frozenset({"determiner", "preposition", "our", "their", "your"})


def exactly_turned(reading: Reading, scene: Scene) -> str:
    """Return "Dana signs the plan." for "Get Dana to sign the plan.", "" where it is not certain to be the same.

    The sentence that comes out is read in ``scene`` and has to say the same with the same high confidence.
    """
    turn = wording.turn_of(reading)
    if not turn.verb or reading.confidence != "high" or reading.actor.value != "client":
        return ""
    verb = _third_person(turn.verb)
    if not verb or not _is_one(turn.who, reading) or not _is_one_clause(turn.rest):
        return ""
    text = f"{turn.who[:1].upper()}{turn.who[1:]} {verb}{turn.rest}"
    return text if _is_same(reading, read(Passage.plain(text), scene)) else ""


@cache
def _thirds() -> dict[str, str]:
    """Return the third person of each verb of the word lists by its base form."""
    return {verb.lemma: form for form, (verb, codes) in load().forms.items() if "s" in codes}


def _third_person(verb: str) -> str:
    return _thirds().get(verb, "")


def _is_one(who: str, reading: Reading) -> bool:
    """Say whether ``who`` is one person or body, so that the verb takes its third person singular."""
    last = who.split()[-1].rstrip(")")
    # A name begins with a capital letter and may end in an s; a word that does not and does is a plural.
    many = last.islower() and last.endswith("s") and not last.endswith("ss")
    return reading.person.value in _ONE and not many and last != "people"


def _is_one_clause(rest: str) -> bool:
    """Say whether no second verb is joined to the first: it would have to be turned as well."""
    words = words_of(rest)
    classes = load().words
    for before, word in pairwise(words):
        joined = word.comma or "conjunction" in classes.get(before.text, ()) or before.text == "then"
        written = rest[word.start : word.start + 1]
        tells = written.isupper() or written.isdigit() or bool(_TELLS_A_THING & classes.get(word.text, frozenset()))
        if word.opens or (joined and (not tells or word.text == "to")):
            return False
    return not set(rest) & set("&;?")


def _is_same(old: Reading, new: Reading) -> bool:
    if new.confidence != old.confidence or new.construction.value != "subject-verb":
        return False
    alike = all(getattr(old, name).value == getattr(new, name).value for name in _ALIKE)
    person = old.person.text.casefold() == new.person.text.casefold()
    return alike and person and (old.deadline.value, old.deadline.text) == (new.deadline.value, new.deadline.text)
