"""The work of the action, from the inputs to the exit code; everything that it needs stands in the environment."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import changes
import tell
from inputs import PREFIX, InputError, Inputs, read
from install import InstallError, installed

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
USAGE, INTERNAL = 2, 3
# -I and -c: neither the current folder, which is the judged repository, nor PYTHONPATH has modules for the tool.
_START = ("-I", "-X", "utf8", "-c", "import sys; from advancelint.cli import main; sys.exit(main())")
_MOST_LINES = 5
_DEEP = "changed-only compares with the base branch: check out with “fetch-depth: 0”, so that it is there"
_EVERYTHING = "note: changed-only is for pull requests and merge queues; here everything is reported"


class Reports(NamedTuple):
    """Where the reports of this step go: files that nobody else writes to."""

    folder: str

    def of(self, name: str) -> str:
        """Return the path of the report in the format ``name``."""
        return os.path.join(self.folder, f"advancelint.{name}")

    def text(self, name: str) -> str:
        """Return the report in the format ``name``, "" where it was not written."""
        if not os.path.exists(self.of(name)):
            return ""
        with open(self.of(name), encoding="utf-8") as file:
            return file.read()


def main(environment: Mapping[str, str]) -> int:
    """Run the action in ``environment`` and return its exit code: the tool's, else 2 for inputs and 3 for a fault."""
    values = {"exit-code": str(INTERNAL)}
    try:
        code = _gate(environment, values)
    except InputError as error:
        code = _told(USAGE, error.faults)
    except InstallError as error:
        code = _told(INTERNAL, [str(error)])
    except Exception:  # noqa: BLE001 - Python would end with 1, which is the exit code of findings
        code = _told(INTERNAL, [traceback.format_exc()])
    tell.append(environment.get("GITHUB_OUTPUT", ""), tell.outputs({**values, "exit-code": str(code)}))
    return code


def _told(code: int, faults: Iterable[str]) -> int:
    for text in faults:
        print(tell.fault(text))
    return code


def _gate(environment: Mapping[str, str], values: dict[str, str]) -> int:
    asked = read(environment, ROOT)
    workspace = os.path.abspath(environment.get("GITHUB_WORKSPACE") or os.curdir)
    since = changes.revision(environment) if asked.changed_only else ""
    refuse_links([asked.sarif_file, asked.json_file], workspace)
    temporary = environment.get("RUNNER_TEMP") or tempfile.gettempdir()
    python = installed(ROOT, temporary, asked.packs)
    reports = Reports(tempfile.mkdtemp(prefix="advancelint-reports-", dir=temporary))
    ended = subprocess.run(
        [python, *_START, *arguments(asked, reports, since)],
        cwd=workspace,
        env={name: value for name, value in environment.items() if not _is_ours(name)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    for line in tell.quoted(f"{ended.stdout}\n{ended.stderr}".strip("\n")):
        print(line)
    if asked.changed_only and not since:
        print(_EVERYTHING)
    _tell(asked, reports, environment)
    values.update(_outputs(asked, reports))
    # What ended without its report, even with a code of findings, was broken off: killed, or a Python in ruins.
    code = ended.returncode if ended.returncode in (USAGE, INTERNAL) or values.keys() > {"exit-code"} else INTERNAL
    if code >= USAGE:
        print(tell.fault(_why(ended.stderr, since)))
    return code


def refuse_links(files: Sequence[str], workspace: str) -> None:
    """Raise InputError for a report in the repository that a link there would lead elsewhere.

    The repository is what a pull request made of it, and a report holds its words.
    """
    faults = []
    for file in filter(None, files):
        place = os.path.normpath(os.path.join(workspace, file))
        inside = os.path.relpath(place, workspace)
        if inside.split(os.sep)[0] == os.pardir:
            continue
        if os.path.realpath(place) != os.path.join(os.path.realpath(workspace), inside):
            faults.append(f"“{file}” is, or lies behind, a link in the repository; no report is written there")
    if faults:
        raise InputError(faults)


def _is_ours(name: str) -> bool:
    # Under a hook a commit without a plan is green; here nothing is.
    return name.startswith(PREFIX) or name == "PRE_COMMIT"


def arguments(asked: Inputs, reports: Reports, since: str) -> Iterator[str]:
    """Yield the arguments of the tool; ``since`` is the revision to compare with, "" for none."""
    yield "check"
    named = {
        "config": asked.config,
        "fail-on": asked.fail_on,
        "changed-since": since,
        "baseline": asked.baseline,
        "as-of": asked.as_of,
        "profile": asked.profile,
    }
    yield from (f"--{name}={value}" for name, value in named.items() if value)
    files = [(name, reports.of(name)) for name in ("json", "sarif", "github", "markdown")]
    files += [("json", asked.json_file), ("sarif", asked.sarif_file)]
    for name, path in files:
        if path:
            yield from (f"--output-format={name}", f"--output={path}")
    yield from ("--output-format=text", "--", *asked.paths)


def _tell(asked: Inputs, reports: Reports, environment: Mapping[str, str]) -> None:
    summary = environment.get("GITHUB_STEP_SUMMARY", "") if asked.summary else ""
    if asked.annotations:
        rest = "the summary of this job" if summary else "the log of this step"
        for line in tell.selected(reports.text("github"), rest):
            print(line)
    text = reports.text("markdown") or "### advancelint: nothing could be judged\n\nThe log of the step says why.\n"
    tell.append(summary, text)


def _why(errors: str, since: str) -> str:
    lines = [line for line in errors.splitlines() if line.strip() and not line.startswith("note: ")]
    shown = [*lines[:_MOST_LINES], *(["…"] if len(lines) > _MOST_LINES else []), *([_DEEP] if since else [])]
    return "\n".join(shown or ["the tool ended without a word"])


def _outputs(asked: Inputs, reports: Reports) -> dict[str, str]:
    if not reports.text("json"):
        return {}
    counts = json.loads(reports.text("json"))["summary"]
    return {
        **{name: str(counts[name]) for name in ("errors", "warnings", "infos", "plans")},
        "sarif-file": asked.sarif_file or reports.of("sarif"),
        "json-file": asked.json_file or reports.of("json"),
    }
