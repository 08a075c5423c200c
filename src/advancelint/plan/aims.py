"""How words read that say what is to be reached: an order, an act of somebody else's, how somebody is to be."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.asking import asks
from advancelint.plan.below import is_order

# "Bring the samples", "book the room": what is done before a call, and brings nothing about in it
PREPARED = expression(r"(?i:bring|take|print|book|send|ring|phone|call|check|prepare|pack|park|charge|don['’]?t)\b")
# "They should be impressed", "er soll sich ernst genommen fühlen": how somebody is to be in the end
SHALL = expression(
    r"(?:we|I) (?:are|come across|get) (?:seen|perceived|regarded|remembered|trusted|taken|thought|as)\b|"
    r"(?!(?:I|we|you|it|ich|wir|je|nous|on|yo|eu)\b)(?:[^\W\d_][\w.'’-]*\s){1,3}"
    r"(?:should|must|needs? to|has to|have to|shall|soll|sollen|sollte|muss|müssen|doit|doivent|debería|debe|deben"
    r"|deve|devem)\s",
    re.IGNORECASE,
)


def is_aim(text: str) -> bool:
    """Say whether words begin with what to do, are an act of somebody else's, or say how somebody is to be."""
    return is_order(text) or asks(text) or SHALL.match(text) is not None
