"""Tells plans that say little more than their client's name, when a call is and what it is for.

Whoever tries the tool, and whoever is in a hurry, writes three lines: a title, a day and a goal. Nothing of that is a
plan's alone, and all of it together is.
"""

from __future__ import annotations

from advancelint.plan import calls, callwords, evidence, heads, held, own_day, titles
from advancelint.plan.material import Material


def is_of_call(material: Material, title: str, roles: frozenset[str], *, dated: bool, headed: bool) -> bool:
    """Say whether a page is the plan of one call, of which it says little more than when it is and what it is for.

    A "Goal" alone is anybody's: it is that of a call where the title or the line below it names one, or where it is
    somebody else's act, beside a fallback. ``dated`` says that its day stands above, ``headed`` in a heading.
    """
    subtitle = evidence.subtitle(material)
    called = any(evidence.names_call(words, material.vocabulary) for words in (title, subtitle))
    called = called or headed or callwords.has_encounter(subtitle, material.vocabulary)
    asked = held.asks_an_act(material)
    # "Speaking to: Ana Ruiz" below a day; "To" is the field of a mail
    counterparts = (one for one in material.outline.statements if one.plays("counterpart") and one.value.text)
    spoken_to = (headed or dated) and any(" " in one.name for one in counterparts)
    if not (called or asked or spoken_to):
        return False
    if "call objective" in roles and (called or held.lists_goal(material)):
        return True
    paired = held.has_goal_and_fallback(material)
    met = any(titles.met(words, material.vocabulary) for words in (title, subtitle))
    stepped = "next step" in roles or held.states(material, "next-step")
    aimed = "objective" in roles or held.states(material, "objective")
    told = called and (asked or (met and aimed and stepped))
    if not (paired or told or spoken_to):
        return False
    return dated or headed or own_day.find(material, frozenset()).present  # "10 December, Teams, with Walt"


def needed(titled: str, *, headed: bool, stepped: bool) -> int:
    """Return how surely a title has to name a client to make a plan of what is below it; 0 where that is not enough.

    A kind of plan in the title, the heading of a dated call, or days and steps show that somebody is met. What is only
    likely a client's name has to be met and to be in the title of a plan.
    """
    if titled and headed:
        return heads.LIKELY
    return heads.SHOWN if titled or headed or stepped else 0


def is_headed(material: Material) -> bool:
    """Say whether a heading is that of a call with its day or week: "## Next call (3 Dec, Petra)"."""
    return any(call.date.present for call in calls.find(material, "account").calls)
