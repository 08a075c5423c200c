"""What word lists alone make of a line: a line is flagged for the words in it, whoever does what."""

from __future__ import annotations

import corpus
from advancelint.reading.lexicon import load
from advancelint.reading.prepare import make

_SOFT = ("vague", "mental", "effortless", "stall", "hedge")


def names_an_advance(line: corpus.Labelled) -> bool:
    """Return whether a line has a client's verb, but no soft phrase, state of mind or verb of ours at its head."""
    words = make(str(line["text"]), load("en"), corpus.scene(line))
    if any(match.kind in _SOFT for match in words.stock):
        return False
    if any(token.norm in words.lexicon.states for token in words.tokens):
        return False
    verbs = [token.verb for token in words.tokens if token.verb is not None]
    if verbs and words.tokens[0].verb is not None and verbs[0].bare in ("seller", "show", "learning", "persuasion"):
        return False
    return any(verb.client == "act" for verb in verbs)
