"""Reads the steps that front matter holds: texts, and entries such as "{what: the quote, who: Jo, due: 2026-12-02}"."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.mapping import Mapping, Scalar
from advancelint.plan import front, front_entries
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.label_forms import normalise
from advancelint.plan.model import PassedOver
from advancelint.source import NOTHING, Passage

_TEXTS = ("text", "description", "title", "name")  # keys of what is to be done, where no other says it
_PARTS, _DONE = ("owner", "due", "done"), frozenset({"true", "yes"})


def read(bench: Bench) -> Iterator[Draft | PassedOver]:
    """Yield the steps of the front matter in order, and the entries that say nothing to be done."""
    for key, value in bench.material.front.values("next-step"):
        beside = _beside(bench, key) if isinstance(value, Scalar) else {}
        parts = _parts_of(beside, _roles_of(beside, bench))
        for scalar in front_entries.scalars(value):
            yield from (_completed(bench, draft, parts) for draft in _stated(bench, scalar))
        for record in front_entries.records(value):
            yield from _of_record(bench, record)


def _stated(bench: Bench, what: Scalar, name: Passage = NOTHING) -> Iterator[Draft]:
    draft = bench.draft(_words(bench, what), name, 0, -1, done=False)
    return iter(()) if draft is None else iter((draft,))


def _beside(bench: Bench, key: str) -> dict[str, Scalar]:
    """Return what other keys say of the one step that ``key`` states, "next_step_date", by their names."""
    others = ((one.key, one.value) for one in bench.material.front.entries if one.key.startswith(f"{key}-"))
    return {name: value for name, value in others if isinstance(value, Scalar)}


def _roles_of(texts: dict[str, Scalar], bench: Bench) -> dict[str, frozenset[str]]:
    return {name: bench.material.vocabulary.label(name.replace("-", " ")).roles for name in texts}


def _parts_of(texts: dict[str, Scalar], roles: dict[str, frozenset[str]]) -> dict[str, Scalar]:
    """Return which of several keys say who, by when and whether a step is done."""
    found = {part: next((texts[name] for name in texts if part in roles[name]), None) for part in _PARTS}
    return {part: scalar for part, scalar in found.items() if scalar is not None}


def _of_record(bench: Bench, record: Mapping) -> Iterator[Draft | PassedOver]:
    """Yield the step of one entry, or the steps of one in which each key is who is to do its value."""
    texts = {front_entries.key_of(key.text): value for key, value in record.entries if isinstance(value, Scalar)}
    roles = _roles_of(texts, bench)
    parts = _parts_of(texts, roles)
    what = next((texts[name] for name in texts if "action" in roles[name]), None)
    what = what or next((texts[name] for name in _TEXTS if name in texts), None)
    if what is None and parts:
        # "do: the quote, who: Jo, by: 2026-12-02": what no list knows is what is to be done
        others = [value for name, value in texts.items() if not roles[name] and " " in value.text.strip()]
        what = others[0] if len(others) == 1 else None
    if what is not None:
        yield from (_completed(bench, draft, parts) for draft in _stated(bench, what))
    elif parts or not record.entries:
        line = bench.material.source.place(record.span.start).line
        yield PassedOver(line, "this entry of the front matter does not say what is to be done: give it an “action”")
    else:
        for key, value in record.entries:  # "- Jo: send the quote", "ours: […]"
            for scalar in front_entries.scalars(value):
                yield from (_of_side(bench, key, draft) for draft in _stated(bench, scalar, _words(bench, key)))
            for inner in front_entries.records(value):
                found = _of_record(bench, inner)
                yield from (_of_side(bench, key, one) if isinstance(one, Draft) else one for one in found)


def _of_side(bench: Bench, key: Scalar, draft: Draft) -> Draft:
    """Return a step below the key of a side, "theirs", with that side where it has none."""
    side = bench.material.vocabulary.word("side", normalise(key.text))
    return draft._replace(owned=draft.owned._replace(side=side)) if side and draft.owned.side == "unknown" else draft


def _completed(bench: Bench, draft: Draft, parts: dict[str, Scalar]) -> Draft:
    """Return a step with what the other keys of its entry say."""
    owner, due, done = map(parts.get, _PARTS)
    draft = bench.owned_by(_words(bench, owner), "front-matter", draft) if owner else draft
    draft = bench.due_on(_words(bench, due), "front-matter", draft) if due else draft
    told = done is not None and (done.text.strip().casefold() in _DONE or bench.is_done(done.text))
    return draft._replace(done=draft.done or told)


def _words(bench: Bench, scalar: Scalar) -> Passage:
    return front.passage(bench.material.source, scalar)
