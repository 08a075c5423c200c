"""Write what the tool prints today into the documents, and the tables that are made from the code.

``--check`` writes nothing and ends with 1 where a document is out of date. ``--hooks`` plays those pages as well that
need the hooks of pre-commit, which it installs first; paths of pages limit the run to them.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

import action_tables  # noqa: E402 - beside this script, as Python finds it
import pages  # noqa: E402 - beside this script, as Python finds it
import play  # noqa: E402 - beside this script, as Python finds it
import precision_tables  # noqa: E402 - beside this script, as Python finds it
from advancelint.report.formats import FORMATS  # noqa: E402 - the checkout's own code, installed or not


class Table(NamedTuple):
    """What stands in ``document`` between the markers ``name``."""

    document: str
    name: str
    lines: Callable[[], Iterable[str]]


def _formats() -> Iterator[str]:
    yield ""
    yield "| format | for | paths begin | what it leaves out or cuts |"
    yield "| --- | --- | --- | --- |"
    for known in FORMATS:
        begin = "at the top of the repository" if known.rooted else "where you are"
        yield f"| `{known.name}` | {known.reader} | {begin} | {known.cut} |"
    yield ""


TABLES = (
    Table("docs/usage.md", "formats", _formats),
    Table("docs/ci.md", "action inputs", lambda: action_tables.table("inputs")),
    Table("docs/ci.md", "action outputs", lambda: action_tables.table("outputs")),
    Table("docs/precision.md", "material", precision_tables.material),
    Table("docs/precision.md", "families", precision_tables.families),
    Table("docs/precision.md", "reading", precision_tables.reading),
)


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
            was, now = (text.splitlines(keepends=True) for text in (read(path), new[path]))
            sys.stderr.writelines(difflib.unified_diff(was, now, path, f"{path} (today)"))
            print(f"{path} is out of date: run `make docs`", file=sys.stderr)
            continue
        with open(os.path.join(ROOT, path), "w", encoding="utf-8", newline="") as file:
            file.write(new[path])
        print(f"wrote {path}")
    return 1 if changed and "--check" in arguments else 0


def documents(only: Iterable[str] = (), *, hooks: bool = False) -> dict[str, str]:
    """Return every page as it should be today, or those whose paths are in ``only``."""
    wanted = [pages.load(name) for name in only or pages.names()]
    new = {page.path: text for page, text in play.play_all(wanted, hooks=hooks)}
    for table in TABLES:
        if table.document in new:
            new[table.document] = put(new[table.document], table.name, "\n".join(table.lines()))
    return new


if __name__ == "__main__":
    _given = [word for word in sys.argv[1:] if not word.startswith("-")]
    try:
        sys.exit(update(documents(_given, hooks="--hooks" in sys.argv), sys.argv[1:]))
    except (play.WrongPageError, ValueError) as error:
        sys.exit(f"{error}\n(the documents say it otherwise)")
