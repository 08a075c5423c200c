"""``advancelint inspect``: one file as it was understood, where each part stands, and what was passed over and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from advancelint.cli import files, options
from advancelint.report.columns import columns
from advancelint.report.neutral import neutral

_KINDS = {
    "prep": "the plan of a call",
    "notes": "notes of a call",
    "deal": "a deal plan",
    "account": "an account plan",
    "map": "a mutual action plan",
    "template": "a template, which is not judged",
    "none": "no plan",
}
_SHORT = 100


@click.command(epilog="Example: advancelint inspect examples/plans/good/kestrel-bakeries.md --as-of 2026-06-01")
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.as_of
@options.config
@click.option("--stdin-filename", metavar="NAME", help="The name of a plan that comes from standard input (FILE is -).")
def inspect(file: str, form: str, **given: Any) -> None:
    """Show what was understood of FILE: its kind, stage, calls, people, objectives and next steps, each with its line.

    What looked like a part of a plan and was left out is listed with the reason.
    """
    document = _understood(file, given)
    if form == "json":
        from advancelint.report.jsontext import write

        sys.stdout.write(write(document, indent=2) + "\n")
        return
    for line in _text(document):
        sys.stdout.write(neutral(line) + "\n")


def _understood(path: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return the published form of the plan in ``path``; raises UsageError for a file that cannot be read."""
    from advancelint.engine import decode, read_file, understand
    from advancelint.engine.intake import LARGEST_FILE, Trouble
    from advancelint.errors import UsageError
    from advancelint.plan.published import published
    from advancelint.suppress import quieted

    finder = options.finder(given)
    spoken, stdin_name = path == files.STDIN, given["stdin_filename"] or files.STDIN_NAME
    taken = decode(stdin_name, sys.stdin.buffer.read(LARGEST_FILE + 1)) if spoken else read_file(path)
    if isinstance(taken, Trouble):
        raise UsageError(f"this file cannot be read: {taken.reason}", path=taken.source.path)
    quiet = quieted(taken)
    return published(understand(quiet, finder.settings_of(taken.path)), quiet)


def _text(document: dict[str, Any]) -> Iterator[str]:
    grounds = f": {document['grounds']}" if document["grounds"] else ""
    yield f"{document['path']} is {_KINDS[document['kind']]}{grounds}"
    for title, rows in _parts(document):
        if not rows:
            continue
        yield ""
        yield title
        rows_of_words = [[str(cell) for cell in row] for row in rows]
        yield from (f"  {line}" for line in columns(rows_of_words, right=1))


def _parts(document: dict[str, Any]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Yield each part's title and its rows: the line and then cells of words."""
    yield "the plan", _own_facts(document)
    yield (
        "calls",
        [
            (
                call["line"],
                _day(call["date"], call["date_raw"]) + (" (only mentioned)" if call["mentioned"] else ""),
                call["title"],
            )
            for call in document["calls"]
        ],
    )
    yield (
        "people",
        [
            (one["line"], _side(one), ", ".join(filter(None, (one["name"], one["role"], one["organisation"]))))
            for one in document["people"]
        ],
    )
    yield (
        "objectives",
        [
            (one["line"], one["rank"], _call_of(one, document), _quoted(one["text"]), _gist(one, document))
            for one in document["objectives"]
            if one["reading"] is not None  # the sales objective stands above
        ],
    )
    yield "next steps", [
        (one["line"], _side(one), one["owner"] or "nobody named", _day(one["due"], one["due_raw"]),
         "done" if one["done"] else "open", _quoted(one["text"]))
        for one in document["next_steps"]
    ]  # fmt: skip
    yield (
        "outcomes",
        [(one["line"], one["label"], _call_of(one, document), _quoted(one["text"])) for one in document["outcomes"]],
    )
    yield "passed over", [(one["line"], one["why"]) for one in document["passed_over"]]
    yield "trouble", [(one["line"], one["message"]) for one in document["problems"]]


def _own_facts(document: dict[str, Any]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for name in ("account", "stage", "close_date", "sales_objective", "client_win"):
        fact = document[name]
        if not fact or not fact["line"]:
            continue
        meant = ""
        if name == "stage":
            found = fact["id"] or fact["closed"]
            meant = f"{found}, written “{fact['raw']}”" if found else f"“{fact['raw']}” is no stage that we know"
        elif name == "close_date":
            meant = _day(fact["date"], fact["text"])
        rows.append((fact["line"], name.replace("_", " "), meant or _quoted(fact["text"])))
    return rows


def _gist(one: dict[str, Any], document: dict[str, Any]) -> str:
    from advancelint.plan.language import READ

    if document["language"] != READ:
        return "words of another language, not read"
    facets = one["reading"]["facets"]
    acts = facets["client_action"]["value"] == "act"
    return f"{'names' if acts else 'no'} act of the client ({one['reading']['confidence']} confidence)"


def _call_of(one: dict[str, Any], document: dict[str, Any]) -> str:
    if one["call"] is None:
        return "of the plan"
    if len(document["calls"]) == 1:
        return "of the call"
    number = one["call"]
    return f"of {document['calls'][number]['date'] or f'call {number + 1}'}"


def _side(one: dict[str, Any]) -> str:
    return f"{one['side']}?" if one["likely"] else str(one["side"])


def _day(day: str | None, raw: str | None) -> str:
    return day or (f"“{raw}”" if raw else "no date")


def _quoted(text: str) -> str:
    return f"“{text}”" if len(text) <= _SHORT else f"“{text[: _SHORT - 1]}…”"
