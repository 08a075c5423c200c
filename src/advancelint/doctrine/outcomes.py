"""What a recorded outcome shows: an act of the client's, or only warmth."""

from __future__ import annotations

from advancelint.doctrine import parts
from advancelint.doctrine.matching import Cast, acts_recorded
from advancelint.doctrine.words import word_set
from advancelint.expressions import expression
from advancelint.plan.model import Outcome
from advancelint.reading import Scene, read
from advancelint.source import Passage

_SENTENCE = expression(r"[.;!?:]\s+|,\s+(?=but\b)|\s[–—]\s")
_SEGMENT = expression(r",\s+|(?<!\s)\s+and\s+")
_MOST = 6
_FEW = 3


def shows_act(outcome: Outcome, cast: Cast, names: frozenset[str]) -> bool:
    """Say whether ``outcome`` tells of something that the client did or promised with its date.

    ``names`` are the client's names in lower case. Any sentence with an act is enough; a doubtful one counts as an act.
    """
    if any(found.status in ("done", "promised") for found in acts_recorded(outcome.passage.text, cast)):
        return True
    scene = Scene(field="outcome", client=names, seller=cast.ours)
    for sentence in [part for part in _SENTENCE.split(outcome.passage.text) if part.strip()][:_MOST]:
        if parts.says(sentence, "warm"):
            if _tells_more(sentence, names):
                return True
            continue
        reading = read(Passage.plain(sentence), scene)
        if reading.client_action.value == "act" and reading.confidence != "low":
            return True
    return False


def _tells_more(sentence: str, names: frozenset[str]) -> bool:
    """Say whether a warm sentence also says, beside its warmth, something longer of somebody at the client's."""
    told = [part for part in _SEGMENT.split(sentence) if not parts.says(part, "warm")]
    words = {word for part in told for word in word_set(part)}
    return bool(words & names) and len(words) > _FEW


def is_only_warm(outcome: Outcome, cast: Cast, names: frozenset[str]) -> bool:
    """Say whether ``outcome`` holds feelings or a brush-off and nothing that the client did."""
    if not parts.says(outcome.passage.text, "warm"):
        return False
    return not shows_act(outcome, cast, names) and _rest_is_empty(outcome.passage.text)


def _rest_is_empty(text: str) -> bool:
    """Say whether the sentences beside the warm ones are few words; a longer story may hold an act we do not read."""
    rest = [part for part in _SENTENCE.split(text) if part.strip() and not parts.says(part, "warm")]
    return sum(len(part.split()) for part in rest) <= _MOST
