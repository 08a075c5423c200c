"""Weighs what the client wins, where no label states it and no turn of phrase tells it."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import benefits, quoted, wanting
from advancelint.plan.units import Unit
from advancelint.plan.weighing import Scales
from advancelint.source import Passage

# From this chance on the likeliest unit of a plan is what the client wins. Of rounds left out of the training the first
# weighing named 711 of 954 wins so and 34 others with them; from 30 % on they were 36 more, and 11 others, each of
# which would hide that a plan has none. Weights learnt anew gave 43 % to "the leasing bank takes a week".
LIKELY = 0.45
# What troubles somebody is why he may buy, not what he gets: "Greta is more worried about the rinse water".
_TROUBLED = expression(
    r"(?:\S+ ){1,4}(?:worried|afraid|annoyed|angry|unhappy|concerned|complain\w*|fears?|besorgt|verärgert|inqui[eè]\w+"
    r"|preocupad\w+)\b",
    re.IGNORECASE,
)


def find(scales: Scales) -> Passage | None:
    """Return the words of the unit that most likely says what the client wins; None where none is likely.

    A goal of the same words is a goal, what somebody wrote who is quoted is not the plan's word, and what we win is
    nothing to the client.
    """
    if scales.scant:
        return None
    wins, goals = scales.chances("win"), scales.chances("objective")
    likely = [
        (chance, -number)
        for number, (chance, goal) in enumerate(zip(wins, goals, strict=True))
        if chance >= LIKELY and chance > goal and _may_be(scales.units[number])
    ]
    return scales.units[-max(likely)[1]].words.strip() if likely else None


def _may_be(one: Unit) -> bool:
    ours = wanting.is_ours(one.name) or benefits.OURS.match(one.words.text)
    return (
        not ours
        and not _TROUBLED.match(one.words.text)
        and "?" not in one.words.text
        and one.statement.surface != quoted.SURFACE
    )
