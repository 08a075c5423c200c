"""Recognises which client commitment an act names, and so the earliest stage at which it is realistic."""

from __future__ import annotations

from functools import lru_cache

from advancelint.reading.deeds import Deed
from advancelint.reading.lexicon import Commitment, Lexicon
from advancelint.reading.line import Line


@lru_cache(maxsize=4)
def _by_verb(lexicon: Lexicon) -> dict[str, list[Commitment]]:
    found: dict[str, list[Commitment]] = {}
    for commitment in lexicon.commitments:
        for verb in commitment.verbs:
            found.setdefault(verb, []).append(commitment)
    return found


def find(line: Line, deed: Deed) -> Commitment | None:
    """Return the commitment that ``deed`` names, the one with the most object words; None when none is sure."""
    if deed.last <= deed.first:
        return None
    words = {line.norm(i) for i in range(deed.first, min(deed.last + 6, len(line.tokens)))}
    lemmas = {line.at(i).lemma for i in range(deed.first, deed.last)}
    best: Commitment | None = None
    nominal = deed.construction in ("nominal", "passive")
    for commitment in line.lexicon.commitments if nominal else _by_verb(line.lexicon).get(deed.lemma, ()):
        by_verb = deed.lemma in commitment.verbs or (
            nominal and (lemmas & commitment.verbs or len(commitment.objects) == 1)
        )
        if not by_verb or not all(group & words for group in commitment.objects):
            continue
        if best is None or len(commitment.objects) > len(best.objects):
            best = commitment
    return best
