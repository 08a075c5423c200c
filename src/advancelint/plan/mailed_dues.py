"""Turns "by Friday" in a mail into the Friday after it was sent, whatever day the page is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from advancelint.plan import dates, mails
from advancelint.plan.client_mails import Letter, all_of
from advancelint.plan.material import Material
from advancelint.plan.model import NextStep, Period

_WEEK = 7


def timely(steps: Sequence[NextStep], material: Material) -> tuple[NextStep, ...]:
    """Return ``steps`` with the day of the week that a mail names as one after the mail was sent: "by Friday"."""
    letters = all_of(material.source.text, material.vocabulary)
    return tuple(_timely(one, material, letters) for one in steps) if letters else tuple(steps)


def _timely(step: NextStep, material: Material, letters: Sequence[Letter]) -> NextStep:
    day = step.due.value
    inside = next((one for one in letters if one.body.start <= step.span.start < one.body.end), None)
    if inside is None or not day or step.period.precision != "day" or any(map(str.isdigit, step.due.raw)):
        return step
    head = mails.WHEN.search(material.source.text, inside.sender.end, inside.body.start)
    sent = dates.first(head["day"], material.vocabulary, material.near) if head else None
    if sent is None or not sent.iso or day >= sent.iso:
        return step
    late = (date.fromisoformat(sent.iso) - date.fromisoformat(day)).days
    moved = (date.fromisoformat(day) + timedelta(weeks=-(-late // _WEEK))).isoformat()
    return step._replace(due=step.due._replace(value=moved), period=Period(moved, moved, "day"))
