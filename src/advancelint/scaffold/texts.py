"""The texts of a new config and of the workflow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from advancelint import ACTION, __version__
from advancelint.records import NamedTuple

WORKFLOW_FILE = ".github/workflows/advancelint.yml"
# A tag can be moved, a commit cannot; dependabot reads the comment.
_CHECKOUT = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0"


class Known(NamedTuple):
    """What the config is to say: our company ("" for unknown) and people, kinds with their patterns, a baseline's path.

    ``lead`` is its first line, by which editors find the schema.
    """

    company: str = ""
    people: tuple[str, ...] = ()
    kinds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: str = ""
    lead: str = ""


def config(known: Known) -> str:
    """Return the text of advancelint.toml."""
    return "".join(f"{line}\n" for line in _config(known))


def _config(known: Known) -> Iterator[str]:
    if known.lead:
        yield known.lead
    yield "# What advancelint cannot know by itself. Each key is explained in its docs/usage.md."
    yield ""
    told = bool(known.company)
    yield f"{'' if told else '# '}our-company = {_quoted(known.company or 'Our Company')}  # as your plans name it"
    if known.people:
        yield "# Named in the plans of several clients; take out whoever is none of you, and add whoever is."
        yield f"our-people = {_listed(known.people)}"
    else:
        yield '# our-people = ["Ana Ruiz", "Sam Ferreira"]'
    yield '# profile = "manufacturing"  # or pharma, consulting, transactional'
    if known.baseline:
        yield ""
        yield "# Old findings. New ones count, and “advancelint baseline prune” makes the list shorter."
        yield f"baseline = {_quoted(known.baseline)}"
    if known.kinds:
        yield ""
        yield "# Files that match are plans for certain, so what is missing in them is an error."
        yield "[kinds]"
        for kind, patterns in known.kinds:
            yield f"{kind} = {_listed(patterns)}"


def _listed(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, words))}]"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def workflow() -> str:
    """Return the text of the workflow for GitHub Actions."""
    return f"""\
name: advancelint
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  plans:
    runs-on: ubuntu-latest
    steps:
      - uses: {_CHECKOUT}
        with:
          fetch-depth: 0 # what a pull request brings is told by the history
          persist-credentials: false
      - uses: {ACTION}@v{__version__}
        with:
          changed-only: true # a pull request answers for what it brings, the main branch for everything
"""
