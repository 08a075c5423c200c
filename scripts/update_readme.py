"""Write what the tool prints today into README.md and docs; with ``--check``, only say whether it is there.

A picture stands between two markers that carry its name; those that are named behind ``--without`` stay as they are.
Exit code 1 means that ``--check`` found one out of date.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

import action_tables  # noqa: E402 - beside this script, as Python finds it
import walkthrough  # noqa: E402 - beside this script, as Python finds it
from advancelint.report.formats import FORMATS  # noqa: E402 - the checkout's own code, installed or not

_AS_OF = ("--as-of", "2026-06-01")
_PITFALLS = "examples/plans/pitfalls"

# Started by hand and not through the console script, which need not be on the path of whoever runs this.
_START = "import sys; from advancelint.cli import main; sys.exit(main())"


class Picture(NamedTuple):
    """What stands in ``document`` between the markers ``name``: the output of ``arguments`` as a ``language`` block.

    ``code`` is the exit code that the tool must end with; 1 is the one for findings. The language “table” stands for
    the table of the formats of a report, “inputs” and “outputs” for those of the action, “walk” for a new user's first
    commits; these need no arguments.
    """

    document: str
    name: str
    language: str
    arguments: tuple[str, ...]
    code: int = 1


_ONE_FINDING = ("check", *_AS_OF, "--select", "AD401", f"{_PITFALLS}/mixed-quillon-robotics.md")
PICTURES = (
    Picture("README.md", "picture", "text", ("check", *_AS_OF, f"{_PITFALLS}/unrealistic-tarnbrook-foundry.md")),
    Picture("README.md", "walk", "walk", ()),
    Picture("docs/usage.md", "message", "text", _ONE_FINDING),
    Picture("docs/usage.md", "formats", "table", ()),
    Picture("docs/ci.md", "action inputs", "inputs", ()),
    Picture("docs/ci.md", "action outputs", "outputs", ()),
    Picture("docs/usage.md", "json", "json", (*_ONE_FINDING, "--output-format", "json")),
    Picture(
        "docs/usage.md", "inspect", "text", ("inspect", *_AS_OF, "examples/plans/good/kestrel-bakeries.md"), code=0
    ),
)


def draw(picture: Picture) -> str:
    """Return the fenced block of ``picture``; a text block begins with the command.

    Raises RuntimeError when the tool ended with another exit code than the picture's.
    """
    if picture.language == "table":
        return "\n".join(_table())
    if picture.language in action_tables.PARTS:
        return "\n".join(action_tables.table(picture.language))
    if picture.language == "walk":
        return walk()
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", _START, *picture.arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != picture.code:
        raise RuntimeError(f"expected exit code {picture.code}, got {run.returncode}\n{run.stderr}")
    command = [f"$ advancelint {' '.join(picture.arguments)}"] if picture.language == "text" else []
    lines = [line.rstrip() for line in run.stdout.strip("\n").split("\n")]
    return "\n".join([f"```{picture.language}", *command, *lines, "```"])


def _table() -> Iterator[str]:
    yield ""
    yield "| format | for | paths begin | what it leaves out or cuts |"
    yield "| --- | --- | --- | --- |"
    for known in FORMATS:
        begin = "at the top of the repository" if known.rooted else "where you are"
        yield f"| `{known.name}` | {known.reader} | {begin} | {known.cut} |"
    yield ""


def walk() -> str:
    """Return the block of the walk-through; pre-commit installs the hooks for it, which takes some ten seconds."""
    with tempfile.TemporaryDirectory() as place:
        environment = walkthrough.clean_environment(os.path.join(place, "home"))
        hook = os.path.join(place, "advancelint")
        os.makedirs(hook)
        walkthrough.release(hook, environment)
        return fenced(walkthrough.transcript(os.path.join(place, "user"), hook, environment))


def fenced(transcript: str) -> str:
    """Return the block that shows ``transcript``."""
    lines = [line.rstrip() for line in transcript.strip("\n").split("\n")]
    return "\n".join(["```text", *lines, "```"])


def put(text: str, name: str, block: str) -> str:
    """Return ``text`` with ``block`` between the markers ``name``; raises ValueError where a marker is missing."""
    first, last = f"<!-- {name}: begin; `make docs` writes it -->", f"<!-- {name}: end -->"
    before, begin, rest = text.partition(first)
    _, end, after = rest.partition(last)
    if not begin or not end:
        raise ValueError(f"the markers of “{name}” are missing")
    return f"{before}{first}\n{block}\n{last}{after}"


def read(path: str) -> str:
    """Return the text of ``path``, which counts from the top of the repository; "" where there is no such file."""
    if not os.path.exists(os.path.join(ROOT, path)):
        return ""
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
        return file.read()


def update(new: dict[str, str], arguments: list[str]) -> int:
    """Write the texts of ``new`` to its paths, or compare them under ``--check``; return the exit code."""
    changed = [path for path, text in new.items() if text != read(path)]
    for path in changed:
        if "--check" in arguments:
            print(f"{path} is out of date: run `make docs`", file=sys.stderr)
            continue
        with open(os.path.join(ROOT, path), "w", encoding="utf-8", newline="") as file:
            file.write(new[path])
        print(f"wrote {path}")
    return 1 if changed and "--check" in arguments else 0


def documents(left: Collection[str] = ()) -> dict[str, str]:
    """Return the documents with what is drawn in them today; the pictures that ``left`` names stay as they are."""
    new: dict[str, str] = {}
    for picture in (picture for picture in PICTURES if picture.name not in left):
        text = new.get(picture.document) or read(picture.document)
        new[picture.document] = put(text, picture.name, draw(picture))
    return new


if __name__ == "__main__":
    _left = sys.argv[sys.argv.index("--without") + 1 :] if "--without" in sys.argv else []
    sys.exit(update(documents(_left), sys.argv[1:]))
