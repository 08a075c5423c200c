"""``advancelint read``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from advancelint.report.neutral import neutral, width

if TYPE_CHECKING:
    from advancelint.reading import Reading

_STAGES = ("engage", "discover", "align", "evaluate", "propose", "negotiate", "close", "expand")


@click.command(epilog='Example: advancelint read "Tomas sends the May log by 12 June" --client Tomas')
@click.argument("sentence")
@click.option("--client", multiple=True, metavar="NAME", help="Somebody, or the company, on the client's side.")
@click.option("--seller", multiple=True, metavar="NAME", help="Somebody, or the company, on our side.")
@click.option("--stage", type=click.Choice(_STAGES), help="The stage of the deal.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def read(sentence: str, client: tuple[str, ...], seller: tuple[str, ...], stage: str | None, form: str) -> None:
    """Show how SENTENCE is read: who acts, what they do, by when, and the words and the evidence that decided it."""
    from advancelint.reading import Scene
    from advancelint.reading import read as read_passage
    from advancelint.source import Passage

    scene = Scene(client=_names(client), seller=_names(seller))
    reading = read_passage(Passage.plain(sentence), scene)
    render = _text if form == "text" else _json
    sys.stdout.write(render(reading, stage) + "\n")


def _names(given: tuple[str, ...]) -> frozenset[str]:
    """Return names as a scene holds them: in full and by their words, in lower case."""
    names = [name.lower().strip() for name in given]
    return frozenset(filter(None, [*names, *(word for name in names for word in name.split())]))


def _distance(reading: Reading, stage: str | None) -> str:
    asked = reading.stage.value
    if stage is None or asked not in _STAGES:
        return ""
    ahead = _STAGES.index(asked) - _STAGES.index(stage)
    if ahead == 0:
        return f"fits the stage {stage}"
    return f"{abs(ahead)} stage{'s' if abs(ahead) > 1 else ''} {'ahead of' if ahead > 0 else 'behind'} {stage}"


def _text(reading: Reading, stage: str | None) -> str:
    rows = []
    for name, facet in reading.facets().items():
        words = facet.text or reading.passage.text[facet.span.start : facet.span.end]
        evidence = facet.evidence
        if name == "stage" and (distance := _distance(reading, stage)):
            evidence = f"{evidence}; {distance}" if evidence else distance
        rows.append((name.replace("_", " "), facet.value, f"“{words}”" if words else "", evidence))
    rows.append(("confidence", reading.confidence, "", ""))
    safe = [[neutral(cell) for cell in row] for row in rows]
    columns = [max(width(row[index]) for row in safe) for index in range(3)]
    lines = ("  ".join(cell + " " * (space - width(cell)) for cell, space in zip(row, [*columns, 0], strict=True))
             for row in safe)  # fmt: skip
    return "\n".join(line.rstrip() for line in lines)


def _json(reading: Reading, stage: str | None) -> str:
    import json

    facets = {
        name: {
            "value": facet.value,
            "start": facet.span.start,
            "end": facet.span.end,
            "words": facet.text or reading.passage.text[facet.span.start : facet.span.end],
            "evidence": facet.evidence,
        }
        for name, facet in reading.facets().items()
    }
    document: dict[str, object] = {"version": 1, "sentence": reading.passage.text, "confidence": reading.confidence}
    if distance := _distance(reading, stage):
        document["distance"] = distance
    return json.dumps({**document, "facets": facets}, indent=2)
