"""``advancelint read``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from advancelint.cli import options
from advancelint.report.columns import columns
from advancelint.report.neutral import neutral

if TYPE_CHECKING:
    from advancelint.reading import Facet, Reading
    from advancelint.reading.model import Part

_STAGES = ("engage", "discover", "align", "evaluate", "propose", "negotiate", "close", "expand")


@click.command(epilog='Example: advancelint read "Tomas sends the May log by 12 June" --client Tomas')
@click.argument("sentence", required=False)
@click.option("--client", multiple=True, metavar="NAME", help="Somebody, or the company, on the client's side.")
@click.option("--seller", multiple=True, metavar="NAME", help="Somebody, or the company, on our side.")
@click.option("--stage", type=click.Choice(_STAGES), help="The stage of the deal.")
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@options.config
def read(
    sentence: str | None, client: tuple[str, ...], seller: tuple[str, ...], stage: str | None, form: str, **given: Any
) -> None:
    """Show how SENTENCE is read: who acts, what they do, by when, and the words and the evidence that decided it.

    Without SENTENCE, or with "-", sentences come from standard input, one a line; with --format jsonl each line is a
    JSON object with "text" and, optionally, field, voice, owner, heading, stage, client and seller. The people and the
    company that the config of the current folder names are known, too.
    """
    ours, theirs = _known(given)
    client, seller = (*client, *theirs), (*seller, *ours)
    if form == "jsonl":
        _stream(_input_lines(sentence, stage), client, seller)
        return
    from advancelint.reading import Scene
    from advancelint.reading import read as read_passage
    from advancelint.source import Passage

    scene = Scene(client=_names(client), seller=_names(seller))
    render = _text if form == "text" else _json
    sentences = _spoken() if sentence is None or sentence == "-" else [sentence]
    for number, words in enumerate(sentences):
        gap = "\n" if number and form == "text" else ""
        sys.stdout.write(gap + render(read_passage(Passage.plain(words), scene), stage) + "\n")


def _spoken() -> Iterator[str]:
    return (line.rstrip("\n") for line in sys.stdin if line.strip())


def _known(given: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names on our and on the client's side that the config tells; raises ConfigError."""
    finder = options.finder(given)
    settings = finder.settings_of(os.path.join(os.curdir, "-"))
    ours = (*settings.our_people, *filter(None, [settings.our_company]))
    return ours, settings.client_people


def _input_lines(sentence: str | None, stage: str | None) -> Iterable[str]:
    """Return the JSON lines to judge: those of standard input, or one made of the sentence and the stage."""
    if sentence in (None, "-"):
        return sys.stdin
    import json

    return [json.dumps({"text": sentence, "stage": stage})]


def _stream(lines: Iterable[str], client: tuple[str, ...], seller: tuple[str, ...]) -> None:
    from advancelint.catalog import load_rules
    from advancelint.cli import exits
    from advancelint.cli.sentences import judged_lines

    faults = 0
    for document, fault in judged_lines(load_rules(), lines, client, seller):
        sys.stdout.write(document + "\n")
        if fault:
            faults += 1
            click.echo(neutral(fault), err=True)
    if faults:
        sys.exit(exits.USAGE)


def _names(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower().strip() for name in given)


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
    rows.append(("confidence", reading.confidence, "", reading.doubt))
    rows.append(("runner up", reading.runner_up.value, _quoted(reading.runner_up.text), reading.runner_up.evidence))
    for part in reading.parts:
        words = reading.passage.text[part.span.start : part.span.end]
        rows.append(("clause", part.act, _quoted(words), _described(part)))
    return "\n".join(columns(rows))


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def _described(part: Part) -> str:
    """Return a clause in words: who, verb, how it is built."""
    verb = f"{part.modality} {part.verb.value}".strip() if part.verb.span else "no verb"
    extras = [part.construction, part.embedding, "negated" if part.polarity == "negative" else ""]
    return ", ".join([f"{part.subject.value}: {verb}", *(extra for extra in extras if extra)])


def _json(reading: Reading, stage: str | None) -> str:
    from advancelint.report.jsontext import write

    facets = {name: _placed(facet) for name, facet in reading.facets().items()}
    document: dict[str, object] = {"version": 1, "sentence": reading.passage.text, "confidence": reading.confidence}
    if distance := _distance(reading, stage):
        document["distance"] = distance
    clauses = [
        {
            **part._asdict(),
            "span": part.span._asdict(),
            "subject": _placed(part.subject),
            "verb": _placed(part.verb),
        }
        for part in reading.parts
    ]
    document |= {"p_advance": round(reading.p_advance, 3), "doubt": reading.doubt}
    document |= {"facets": facets, "runner_up": _placed(reading.runner_up), "clauses": clauses}
    return write(document, indent=2)


def _placed(facet: Facet) -> dict[str, object]:
    return {
        "value": facet.value,
        "start": facet.span.start,
        "end": facet.span.end,
        "words": facet.text,
        "evidence": facet.evidence,
    }
