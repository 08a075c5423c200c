"""Says whether an ask wants all there is to sell at once: an order or a signature, and "all", "the whole", "both"."""

from __future__ import annotations

from functools import cache

from advancelint.doctrine.words import forms_of, verb_classes, word_set
from advancelint.reading import Reading


def asks_for_everything(reading: Reading) -> bool:
    """Say whether the line names an order or a signature, as an act or a thing, and a word that leaves nothing out."""
    words = word_set(reading.passage.text)
    return bool(words & _orders()) and bool(words & set(verb_classes()["@everything"]))


@cache
def _orders() -> frozenset[str]:
    """Return the words of ordering and signing: all forms of the verbs, and what is ordered or signed by."""
    verbs = (form for base in verb_classes()["@order"] for forms in forms_of(base) for form in forms)
    return frozenset(verbs) | frozenset(verb_classes()["@orders"])
