"""Tells the kind of a plan whose title does not: by its file's name, how it talks, and what it holds."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.paths import name_of
from advancelint.plan import (
    aim_columns,
    bare_orders,
    calls,
    dates,
    evidence,
    journals,
    own_day,
    periods,
    rung,
    stages,
    titles,
    tone,
    written,
)
from advancelint.plan.clockwords import HOUR
from advancelint.plan.material import Material
from advancelint.plan.tone import Tone
from advancelint.plan.vocabulary import LADDER

_CLOSING, _AIMS = frozenset({"close plan", "closing plan"}), frozenset({"objective", "call objective"})
_SHARED = expression(r"\b(?:joint|mutual|shared|common) clos(?:e|ing) plan", re.IGNORECASE)
_LOGS = ("log", "diary", "diario", "diário", "journal", "bitácora", "tagebuch")
_FEWEST_BOXES, _FEWEST_DATED, _FEWEST_OF_DEAL = 3, 3, 2
_READ, _BEFORE, _BEHIND = 4_000, 10, 40  # characters, days
_MOST_LINES, _TOP, _SHORTEST_NAME = 300, 5, 2
_CLOCK = expression(rf"\b{HOUR}")
_PART = expression(r"(?:: | [–—|/-] )[^\W\d_]")
_WHAT = expression(
    r"\b(?:what|who|how|where|why|was|wer|wie|qui|que|quem|o que)\b|\b(?:plan|year|overview)\b", re.IGNORECASE
)
_WORD = expression(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def seen_closer(material: Material, titled: str, named: str, title: str, roles: frozenset[str]) -> str:
    """Return the kind of a plan of the kind ``titled``, which ``named`` words name, from what it holds."""
    if titled == "prep" and evidence.is_told_afterwards(material):
        return "notes"
    if titled == "account" and _is_timed_above(material) and _aims(material, roles):
        return "notes" if evidence.has_results(material) else "prep"  # "Quarterly review", with a day, a time and goals
    if titled == "notes" and named.endswith(_LOGS) and journals.sells(title):
        # a log that says how far the sale of something is, is the file of one deal
        return "deal" if stages.stated(material, frozenset()).value else titled
    if named not in _CLOSING or titles.crosses(title) or _SHARED.search(title):
        return titled
    aimed = roles & _AIMS or any(one.plays("objective", "sales-objective") for one in material.outline.statements)
    return "deal" if aimed else titled  # what we aim at does not stand in a plan that the client reads, too


def of(material: Material, roles: frozenset[str], *, talked: bool = False) -> str:
    """Guess the kind of an untitled plan that holds ``roles``; ``talked`` says that how it talks made it a plan."""
    named, title = in_name(material), material.outline.title.title if material.outline.title else ""
    if named:
        return "prep" if named == "notes" and tone.looks_ahead(title, material.vocabulary) else named
    crossed = (
        titles.crosses(title)
        and _boxes(material) >= _FEWEST_BOXES
        and not evidence.names_call(title, material.vocabulary)
    )
    if journals.is_log(material) and not journals.sells(title):
        return "notes"
    if round_of := journals.of_round(material):
        return round_of
    if crossed or is_shared(title, material) or ("call objective" not in roles and _is_path(title, material)):
        return "map"
    if _leads_up(material) or (talked and bare_orders.is_led_by(material)):
        return "prep"
    how = tone.of(material.source.text, f"{title} : {name_of(material.source.path)}", material.vocabulary)
    if talked and not how.is_back and _is_rung(material):
        return "prep"
    stage = stages.stated(material, frozenset())
    told = bool(stage.value) and stage.surface == "text"  # which may stand in any note of a call
    of_deal = told and stage.value != LADDER[-1]
    sold = bool(roles & {"stage", "close date"}) or (bool(stage.value) and not told)
    of_a_call = evidence.is_titled_as_call(material) or "call date" in roles
    stated = bool(roles & {"objective", "call objective"})
    if (of_a_call or talked) and (how.is_ahead or (of_a_call and stated and how.planned > _FEWEST_DATED)):
        return "prep"
    if len(calls.find(material, "account").calls) > 1:
        return _of_many(material, roles, how, sold=sold or of_deal, talked=talked)
    if talked and not sold:
        return _of_file(material) if _is_file(material, roles, how) else _of_talk(how)
    kind = _of_one(material, roles, how, sold=sold, of_a_call=of_a_call)
    return "deal" if kind == "account" and of_deal else kind


def _is_rung(material: Material) -> bool:
    """Say whether the first lines say that somebody is rung or met."""
    text, vocabulary, begin = material.source.text, material.vocabulary, material.begin
    return bool(rung.find(text, vocabulary, begin).person) or rung.opens(text, vocabulary, begin)


def _of_talk(how: Tone) -> str:
    """Return the kind of a note on one encounter that has no labels."""
    return "prep" if how.planned >= how.told and how.planned else "notes"


def _leads_up(material: Material) -> bool:
    """Say whether more of the days of a text lie right before its own day than behind it: what is done for a call.

    What is promised in a call is due behind it.
    """
    own = periods.day_of(own_day.find(material, frozenset()).value)
    if not own or evidence.has_results(material):
        return False
    found = {one.iso for one in dates.find(material.source.text[:_READ], material.vocabulary, material.near) if one.iso}
    apart = [(day - own).days for iso in found if (day := periods.day_of(iso))]
    return sum(-_BEFORE <= days < 0 for days in apart) > sum(0 < days <= _BEHIND for days in apart)


def is_shared(title: str, material: Material) -> bool:
    """Say whether a table with days gives each of two companies of the title a column: who does what is shared."""
    named = title.casefold()
    for grid in material.outline.grids:
        sides = [head for head in grid.heads if len(head) > _SHORTEST_NAME and head.casefold() in named]
        if len(sides) > 1 and grid.column("due", "call-date") >= 0:
            return True
    return False


def _is_file(material: Material, roles: frozenset[str], how: Tone) -> bool:
    """Say whether a text of talk is kept on a client or a sale: it has parts of a plan, and no day near its top."""
    if evidence.is_titled_as_call(material) or how.is_ahead or not roles & {"objective", "people"}:
        return False
    if written.find(material.source.text, material.vocabulary, material.near).day:
        return False
    top = material.source.text.split("\n", _TOP)[:_TOP]
    return not any(any(map(str.isdigit, line)) and dates.first(line, material.vocabulary) for line in top)


def _of_file(material: Material) -> str:
    """Return "deal" for a file whose title names what is sold beside the client, or that speaks of one sale."""
    title = material.outline.title.title if material.outline.title else ""
    sold = _PART.search(title) is not None and not _WHAT.search(title)
    return "deal" if sold or _is_of_one_deal(material) else "account"


def _of_many(material: Material, roles: frozenset[str], how: Tone, *, sold: bool, talked: bool) -> str:
    """Return the kind of a plan with several calls."""
    if talked and not sold and how.is_back:
        return "notes"
    planned = "call objective" in roles or "objective" in roles
    if planned and not roles & {"next step", "close date"}:
        return "prep"
    return "deal" if sold or _is_of_one_deal(material) else "account"


def _of_one(material: Material, roles: frozenset[str], how: Tone, *, sold: bool, of_a_call: bool) -> str:
    """Return the kind of a plan with at most one call."""
    own = calls.find(material, "prep").calls
    dated = bool(own) and own[0].date.present
    stated = _aims(material, roles)
    if of_a_call and evidence.has_results(material):
        return "notes"
    if stated and _is_timed_above(material):
        return "prep"  # "Date and place: Wednesday 11 March, 10:00": the objective is that of this call
    if "call objective" in roles and _is_dated_above(material):
        return "prep"  # "Call date: 15 June" and the call's objective above everything: the stage is where it stands
    if stated and dated and not sold and how.told >= _FEWEST_DATED and not how.planned:
        return "notes"
    if ("call objective" in roles and not sold) or ((dated and not sold) and stated) or (of_a_call and stated):
        return "prep"
    if of_a_call or (dated and not sold):
        return "notes"
    return "deal" if sold or _is_of_one_deal(material) else "account"


def _aims(material: Material, roles: frozenset[str]) -> bool:
    """Say whether a plan states goals: by labels, which are among its ``roles``, or in a column of a table."""
    tables = (grid for grid in material.outline.grids if not material.outline.trap(grid.section))
    return bool(roles & _AIMS) or any(aim_columns.aims(grid, material) >= 0 for grid in tables)


def _is_of_one_deal(material: Material) -> bool:
    """Say whether a text speaks of one sale rather than of a client: a deal, a tender, a short list."""
    words = set(_WORD.findall(material.source.text.casefold()))
    return len(words & material.vocabulary.words["deal-word"].keys()) >= _FEWEST_OF_DEAL


def in_name(material: Material) -> str:
    """Return the kind that a word of the file's name tells: "norwood-mills-deal.md"; "" for none, or for two."""
    stem = name_of(material.source.path)
    words = {word.casefold() for word in _WORD.findall(stem.replace("_", " ").replace("-", " "))}
    listed = material.vocabulary.words["file-kind"]
    kinds = {listed[word] for word in words if word in listed}
    return kinds.pop() if len(kinds) == 1 else ""


def _is_path(title: str, material: Material) -> bool:
    """Say whether a title names the way to an order, and dated acts stand below: "steps to order"."""
    spaced = f" {' '.join(_WORD.findall(title.casefold()))} "
    if not any(f" {words} " in spaced for words in material.vocabulary.words["path-title"]):
        return False
    dated = 0
    for line in material.source.text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        dated += any(map(str.isdigit, line)) and dates.first(line, material.vocabulary, material.near) is not None
    return dated > _FEWEST_DATED


def _boxes(material: Material) -> int:
    return sum(one.checked != "none" for one in material.outline.statements)


def _is_dated_above(material: Material) -> bool:
    """Say whether a label above all parts says when the call is."""
    return any(dates.first(text, material.vocabulary, material.near) for text in _days_above(material))


def _is_timed_above(material: Material) -> bool:
    """Say whether a label above all parts, and no head of a mail, says at what time of which day the call is.

    A day is enough where it stands in front matter, which has no other place for it.
    """
    if material.front.scalar("call-date"):
        return True
    if written.find(material.source.text, material.vocabulary, material.near).mail:
        return False
    texts = [text for text in _days_above(material) if _CLOCK.search(text)]
    return any(dates.first(text, material.vocabulary, material.near) for text in texts)


def _days_above(material: Material) -> list[str]:
    """Return what labels above all parts say of when the call is."""
    outline = material.outline
    return [
        one.value.text
        for one in outline.statements
        if one.plays("call-date") and not one.label.weak and outline.sections[one.section].level <= 1
    ]
