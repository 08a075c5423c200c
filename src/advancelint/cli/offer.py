"""What `advancelint init` has to offer to the current folder: files to write, a baseline, and what is in the way."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable

from advancelint.baseline import DEFAULT_NAME
from advancelint.cli import proposals
from advancelint.cli.bench import Asked
from advancelint.cli.judging import judge_all
from advancelint.cli.proposals import Proposal
from advancelint.cli.settings import Finder
from advancelint.config.find import NAMES
from advancelint.errors import AdvancelintError, ConfigError
from advancelint.paths import shown_path
from advancelint.records import NamedTuple
from advancelint.report.words import counted, tally
from advancelint.resources import published
from advancelint.scaffold import WORKFLOW_FILE, Known, config, schema_path, toml_line, workflow

PARTS = ("config", "schema", "hooks", "workflow")
SCHEMA = "config"


class Offer(NamedTuple):
    """What there is to write, what stands in the way of the rest, and what the plans that are there would be told.

    ``findings`` says in words what a new baseline would list, "" where there is nothing to list or one is there;
    ``baseline`` is the path of the one that is to be made, "" for none.
    """

    files: tuple[Proposal, ...]
    errors: tuple[AdvancelintError, ...]
    findings: str
    baseline: str

    @property
    def wanted(self) -> list[Proposal]:
        """The files that would change."""
        return [one for one in self.files if one.changes]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to write."""
        return not self.wanted and not self.baseline


def offer(company: str, without: tuple[str, ...], *, baseline: bool) -> Offer:
    """Return the offer, with a new baseline where ``baseline`` wants it and the plans have findings.

    ``company`` is ours, "" for what the plans tell; ``without`` are those of `PARTS` that are not wanted. Raises
    ConfigError for a config that is there and broken.
    """
    old = Finder().config_of(os.getcwd())
    named = shown_path(Finder().settings_of(NAMES[0]).baseline) if old and old.value("baseline") else ""
    listed = named or DEFAULT_NAME
    there = os.path.lexists(listed)
    known = _known(company, without) if old is None and "config" not in without else None
    findings = "" if there else _findings(config(known) if known else "")
    made = listed if baseline and findings else ""
    parts: list[Callable[[], Proposal]] = []
    if known:
        # A list that is there already counts as soon as the new config names it.
        text = config(known._replace(baseline=listed if made or (baseline and there) else ""))
        parts.append(lambda: proposals.new_file(NAMES[0], text))
        parts += [_schema] if known.lead else []
    elif made and not named:
        parts.append(lambda: _unnamed(made, old.path if old else NAMES[0]))
    if "hooks" not in without:
        parts.append(proposals.hooks)
    if "workflow" not in without:
        parts.append(lambda: proposals.new_file(WORKFLOW_FILE, workflow()))
    files: list[Proposal] = []
    errors: list[AdvancelintError] = []
    for part in parts:
        try:
            files.append(part())
        except AdvancelintError as error:
            errors.append(error)
    return Offer(tuple(files), tuple(errors), findings, made)


def _known(company: str, without: tuple[str, ...]) -> Known:
    from advancelint.cli import survey

    found = survey.look()
    lead = "" if "schema" in without else toml_line(SCHEMA, NAMES[0])
    return Known(company or found.company, found.people, found.kinds, lead=lead)


def _schema() -> Proposal:
    """Return the proposal of the schema to which the first line of a new config leads."""
    return proposals.new_file(schema_path(SCHEMA), published(SCHEMA))._replace(about="what editors check the config by")


def _findings(fresh: str) -> str:
    """Return what the plans below the current folder are told, in words, with the text ``fresh`` as the config."""
    if not fresh:
        return _counts(Asked(paths=(), listed=False))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, NAMES[0])
        with open(path, "w", encoding="utf-8") as file:
            file.write(fresh)
        return _counts(Asked(paths=(), listed=False, config=path))


def _counts(asked: Asked) -> str:
    summary = judge_all(asked).report.summary
    return f"{counted(summary.plans, 'plan')} here: {tally(summary)}" if summary.plans and sum(summary[3:6]) else ""


def _unnamed(baseline: str, path: str) -> Proposal:
    remedy = f"Write this line at its top, or below [tool.advancelint]: baseline = {json.dumps(baseline)}"
    raise ConfigError("a baseline counts only where the config names it", path=path, remedy=remedy)
