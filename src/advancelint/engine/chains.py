"""The chains of the accounts of a run: each call with what came of it, or with what it asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from advancelint.config import Settings
from advancelint.diagnostic import Chain, Link
from advancelint.doctrine.schedule import Entry
from advancelint.doctrine.view import View
from advancelint.engine.intake import read_file
from advancelint.engine.neighbours import Neighbours
from advancelint.plan.model import Objective, Plan
from advancelint.reading import Reading
from advancelint.source import NOWHERE, Source, Span
from advancelint.suppress import quieted

# Of several outcomes of one call the first of these counts.
_LABELS = ("order", "advance", "no-sale", "warm", "continuation")


def chains(paths: Iterable[str], settings_of: Callable[[str], Settings], neighbours: Neighbours) -> tuple[Chain, ...]:
    """Return one chain for each account of the plans at ``paths``, sorted by path; calls are told without a finding.

    A file that cannot be read or understood any more has none; nothing is raised for what it holds.
    """
    told: dict[str, Chain] = {}
    for path in paths:
        chain = _chain(path, settings_of(path), neighbours)
        if not chain.links:
            continue
        key = os.path.abspath(chain.path)
        # A file in a folder below may see less of the account than the file that speaks for it.
        told[key] = max(told.get(key, chain), chain, key=lambda one: len(one.links))
    return tuple(sorted(told.values()))


def _chain(path: str, settings: Settings, neighbours: Neighbours) -> Chain:
    taken = read_file(path)
    if not isinstance(taken, Source):
        return Chain(path, "", "", ())
    source = quieted(taken)
    try:
        plan = neighbours.plan_of(source)
        account = neighbours.around(plan)._replace(text=source.text, profile=settings.profile)
        view = View(plan, settings.as_of, account)
        links = tuple(_links(view))
    except Exception:  # noqa: BLE001 - what breaks here broke the judgement too, which has told of it
        return Chain(path, "", "", ())
    name = plan.account.value or plan.title.value
    return Chain(view.teller, name, view.stage, links)


def _links(view: View) -> Iterator[Link]:
    sources = {id(sheet.plan): Source.of(sheet.plan.path, sheet.text) for sheet in view.sheets}
    for entry in view.entries:
        asked = entry.objectives[0] if entry.objectives else None
        if not (asked or entry.call):
            continue
        home, span = _place(entry, asked, view)
        source = sources[id(home)]
        lines = (source.place(span.start).line, source.place(max(span.start, span.end - 1)).line)
        words = asked.passage.text if asked else ""
        yield Link(_name(entry), words, _standing(entry, asked, view), source.path, lines)


def _place(entry: Entry, asked: Objective | None, view: View) -> tuple[Plan, Span]:
    """Return where the objective of a call stands, else the call: two files may tell of one call."""
    if asked:
        return next(plan for plan in view.plans if any(one is asked for one in plan.objectives)), asked.span
    return entry.plan, entry.call.span if entry.call else NOWHERE


def _name(entry: Entry) -> str:
    title = entry.call.title if entry.call else ""
    return title if entry.day in title else f"{entry.day} {title}".strip()


def _standing(entry: Entry, asked: Objective | None, view: View) -> str:
    """Return one of `STANDINGS`."""
    if entry.upcoming:
        return _ask(asked.reading) if asked else "open"
    if not entry.outcomes:
        return "unwritten"
    labels = {"warm" if id(one) in view.warm else one.label for one in entry.outcomes}
    return next((label for label in _LABELS if label in labels), "unnamed")


def _ask(reading: Reading) -> str:
    if reading.confidence == "low":
        return "unsure"
    return "asked" if reading.client_action.value == "act" else "nothing-asked"
