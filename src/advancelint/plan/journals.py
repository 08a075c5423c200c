"""Tells what a file with many calls is by what its title calls it: a log of one client, or a week's round of calls."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import calls, log_tables
from advancelint.plan.material import Material

_LOG = expression(
    r"\b(?:(?:contact|call|running|visit) )?(?:log|diary|touch-?points|bitácora|diário|tagebuch|kontaktverlauf)\b"
    r"|\bcontact (?:history|record)\b|(?:[:–—-] |^)(?:contactos|contatos)\b",
    re.IGNORECASE,
)
_BRACKET = expression(r"\([^()]*\)")
_TOPIC = expression(r"(?:: | [–—|/-] |, )[^\W\d_]{2}")
_WEEK = expression(r"\b(?:wk|week|kw|semaine|semana|woche)s? ?(?:of )?\d|\b(?:wk|week) of\b", re.IGNORECASE)
_HAPPENED = expression(r"\b(?:happened|outcome|result|came of it|ergebnis|résultat|resultado|got)\b", re.IGNORECASE)
_FEWEST = 2


def is_log(material: Material) -> bool:
    """Say whether the title calls it a log, and several calls stand in it."""
    return _LOG.search(_title(material)) is not None and len(calls.find(material, "account").calls) >= _FEWEST


def is_called(text: str) -> bool:
    """Say whether words are those that name a log: "Running log", "visit diary"."""
    return _LOG.search(text) is not None


def sells(title: str) -> bool:
    """Say whether the title of a log names what is sold beside the client: "Norwood – heat pumps: running log"."""
    return _TOPIC.search(_BRACKET.sub(" ", title).partition(_named(title))[0].rstrip(" :–—|/-,")) is not None


def _named(title: str) -> str:
    match = _LOG.search(title)
    return match.group() if match else "\n"


def of_round(material: Material) -> str:
    """Return the kind of a week's calls of several clients, each with its goal, by their table; "" for another file."""
    top = material.outline.top or next(iter(material.outline.sections[1:]), None)
    if top is None or not _WEEK.search(top.title):
        return ""
    for grid in material.outline.grids:
        aimed = grid.column("objective", "primary", "primary-part", "fallback", *log_tables.PURPOSE) >= 0
        if not aimed or not log_tables.is_log(material, grid):
            continue
        told = [index for index, head in enumerate(grid.heads) if _HAPPENED.search(head)]
        filled = any(row.cells[index].content.strip() for row in grid.table.rows for index in told)
        return "notes" if filled else "prep"
    return ""


def _title(material: Material) -> str:
    return material.outline.title.title if material.outline.title else ""
