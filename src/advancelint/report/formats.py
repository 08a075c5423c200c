"""The formats of a report: the one list from which the command line, the documents and the tests take them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from advancelint.diagnostic import Report
from advancelint.records import NamedTuple


class Look(NamedTuple):
    """What a user asked of the looks of a report; a format that has no use for a wish leaves it aside.

    ``held`` shows the findings that are held as well, ``statistics`` adds a count for each rule.
    """

    color: bool = False
    held: bool = False
    statistics: bool = False


PLAIN = Look()


class Format(NamedTuple):
    """A format: ``reader`` says whom it is for, ``cut`` what it leaves out or cuts short.

    ``module`` renders it; ``rooted`` says that its paths begin at the top of the repository, and not where the tool
    was started; ``measured`` that it tells how often each rule was right, ``chained`` that it shows the chain of each
    account.
    """

    name: str
    module: str
    reader: str
    cut: str
    rooted: bool = True
    measured: bool = False
    chained: bool = False


_NOTHING = "nothing"
_UNFRAMED = "the line of the plan"
FORMATS = (
    Format("text", "text", "people, in a terminal", "the part of a line beyond 110 columns", rooted=False),
    Format("concise", "concise", "people and `grep`: one line a finding", "line, reason and suggestion", rooted=False),
    Format("json", "json", "programs: one object", _NOTHING, rooted=False),
    Format("jsonl", "jsonl", "programs that read line by line", _NOTHING, rooted=False),
    Format("sarif", "sarif", "code scanning (SARIF 2.1.0)", _UNFRAMED, measured=True),
    Format("github", "github", "GitHub Actions: annotations", f"{_UNFRAMED}; GitHub shows ten of each kind a step"),
    Format("gitlab", "gitlab", "GitLab Code Quality", f"{_UNFRAMED}, reason and suggestion"),
    Format("junit", "junit", "test reports (JUnit XML): an error fails, the rest is skipped", _UNFRAMED),
    Format("checkstyle", "checkstyle", "Jenkins and others (Checkstyle XML)", f"{_UNFRAMED} and where a finding ends"),
    Format("rdjson", "rdjson", "reviewdog", f"{_UNFRAMED}; fixes of more than one edit"),
    Format("azure", "azure", "Azure Pipelines: issues of a run", f"{_UNFRAMED}; notes are only counted"),
    Format("markdown", "markdown", "the summary of a CI job", "findings beyond 1 MB, the mildest first", chained=True),
)
NAMES = tuple(known.name for known in FORMATS)


def format_of(name: str) -> Format:
    """Return the format called ``name``, which is one of `NAMES`."""
    return FORMATS[NAMES.index(name)]


def render(name: str, report: Report, look: Look = PLAIN) -> Iterator[str]:
    """Yield ``report`` in the format ``name``, piece by piece; a line end belongs behind each piece."""
    # By name, so that a run loads the one format that it writes.
    lines: Iterator[str] = import_module(f"advancelint.report.{format_of(name).module}").render(report, look)
    return lines
