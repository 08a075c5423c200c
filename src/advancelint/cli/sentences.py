"""Many sentences from standard input: one JSON object a line in, one out (``advancelint read --format jsonl``).

The shape is documented in docs/usage.md and published as schemas/sentence.schema.json; it carries its version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from advancelint.engine.sentence import judge_sentence
from advancelint.reading import Facet, Reading, Scene
from advancelint.reading import read as read_passage
from advancelint.reading.model import FACETS, FIELDS, VOICES
from advancelint.report.jsontext import write
from advancelint.rule import Rule
from advancelint.source import Passage

VERSION = 1
_STAGES = FACETS["stage"][:-1]
_CHOICES = {"field": FIELDS, "voice": VOICES, "stage": _STAGES}
_WORDS = ("text", "field", "voice", "owner", "heading", "stage")
_LISTS = ("client", "seller")
# The facets whose places go out, under the names of the published shape.
_SPANS = {"who": "person", "action": "action", "deadline": "deadline", "vague": "vague", "close": "close"}


class SentenceError(Exception):
    """A line that is not the JSON object it should be; the message says what is wrong."""


def judged_lines(
    rules: Sequence[Rule], lines: Iterable[str], client: Sequence[str] = (), seller: Sequence[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield for each line the JSON to print and, where the line could not be read, what is wrong with it.

    ``client`` and ``seller`` are names that every line knows beside its own.
    A blank line is skipped. A line that is wrong gives an object with "error", so that lines in and out stay paired.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document, fault = _judged(rules, _given(line, client, seller)), ""
        except SentenceError as error:
            fault = f"standard input:{number}: {error}"
            document = {"version": VERSION, "error": str(error)}
        yield write(document), fault


def _given(line: str, client: Sequence[str], seller: Sequence[str]) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except ValueError as error:
        raise SentenceError(f"this is not JSON ({error})") from error
    except RecursionError as error:
        raise SentenceError("this JSON is nested too deeply") from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise SentenceError("each line is an object with a “text”")
    for name in _WORDS:
        value = given.get(name)
        if value is not None and not isinstance(value, str):
            raise SentenceError(f"“{name}” is a text")
        if value and name in _CHOICES and value not in _CHOICES[name]:
            raise SentenceError(f"“{name}” is one of {', '.join(_CHOICES[name])}")
    for name in _LISTS:
        value = given.get(name)
        if value is not None and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            raise SentenceError(f"“{name}” is a list of names")
    return {
        **given,
        "client": [*(given.get("client") or ()), *client],
        "seller": [*(given.get("seller") or ()), *seller],
    }


def _judged(rules: Sequence[Rule], given: dict[str, Any]) -> dict[str, Any]:
    client, seller = given["client"], given["seller"]
    scene = Scene(
        field=given.get("field") or "objective",
        voice=given.get("voice") or "planner",
        heading=given.get("heading") or "",
        owner=given.get("owner") or "",
        client=frozenset(name.lower() for name in client),
        seller=frozenset(name.lower() for name in seller),
    )
    reading = read_passage(Passage.plain(given["text"]), scene)
    verdict = judge_sentence(rules, reading, stage=given.get("stage") or "", client=client, seller=seller)
    return {
        "version": VERSION,
        "text": given["text"],
        "advance": None if reading.confidence == "low" else verdict.advance,
        "p_advance": round(reading.p_advance, 3),
        "tier": verdict.tier,
        "verdict": list(verdict.verdict),
        "codes": list(verdict.codes),
        "actor": verdict.actor,
        "who": reading.person.text or None,
        "deadline": reading.deadline.text or None,
        "action": reading.action.text if reading.client_action.value == "act" else None,
        "energy": reading.energy.value,
        "confidence": reading.confidence,
        "spans": _spans(reading),
    }


def _spans(reading: Reading) -> dict[str, dict[str, Any]]:
    """Return place, words and evidence of the facets that stand somewhere; 0-based code points, end exclusive."""
    facets: dict[str, Facet] = {name: getattr(reading, facet) for name, facet in _SPANS.items()}
    return {
        name: {"start": facet.span.start, "end": facet.span.end, "words": facet.text, "evidence": facet.evidence}
        for name, facet in facets.items()
        if facet.span
    }
