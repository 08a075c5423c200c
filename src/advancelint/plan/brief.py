"""Tells plans that say little more than their client's name, when a call is and what it is for.

Whoever tries the tool, and whoever is in a hurry, writes three lines: a title, a day and a goal. Nothing of that is a
plan's alone, and all of it together is.
"""

from __future__ import annotations

from collections.abc import Callable

from advancelint.plan import calls, callwords, evidence, heads, held, own_day, titles
from advancelint.plan.material import Material


def is_of_call(material: Material, title: str, roles: frozenset[str], *, dated: bool) -> bool:
    """Say whether a page is the plan of one call, of which it says little more than when it is and what it is for.

    A "Goal" alone is anybody's: it is that of a call where the title or the line below it names one, or where it is
    somebody else's act, beside a fallback.
    """
    subtitle = evidence.subtitle(material)
    called = any(evidence.names_call(words, material.vocabulary) for words in (title, subtitle))
    headed = _is_headed(material)
    called = called or headed or callwords.has_encounter(subtitle, material.vocabulary)
    asked = held.asks_an_act(material)
    if not (called or asked):
        return False
    if "call objective" in roles and (called or held.lists_goal(material)):
        return True
    paired = held.has_goal_and_fallback(material)
    met = any(titles.met(words, material.vocabulary) for words in (title, subtitle))
    stepped = "next step" in roles or held.states(material, "next-step")
    aimed = "objective" in roles or held.states(material, "objective")
    told = called and (asked or (met and aimed and stepped))
    if not (paired or told):
        return False
    return dated or headed or own_day.find(material, frozenset()).present  # "10 December, Teams, with Walt"


def is_of_client(material: Material, strength: Callable[[], int], titled: str, *, stepped: bool) -> bool:
    """Say whether a title shows a company and that it is met: a kind of plan, a dated call below, or days and steps.

    What is only likely a company's name, as ``strength`` says, has to be met and to be in the title of a plan.
    """
    met = _is_headed(material)
    return bool(titled or stepped or met) and strength() >= (heads.LIKELY if titled and met else heads.SHOWN)


def _is_headed(material: Material) -> bool:
    """Say whether a heading is that of a call with its day: "## Next call (3 Dec, Petra)"."""
    return any(call.date.value for call in calls.find(material, "account").calls)
