"""A report as a format wants it: paths from the top of the repository, rules with how often they were right."""

from __future__ import annotations

import os
from collections.abc import Iterator

from advancelint.cli.files import STDIN_NAME
from advancelint.diagnostic import Diagnostic, Link, Report
from advancelint.paths import is_within, real_place, top_of
from advancelint.report.formats import Format


def prepared(report: Report, format: Format) -> Report:  # noqa: A002 - it is what the format is called everywhere
    """Return ``report`` with what ``format`` wants changed."""
    if format.rooted:
        report = _rooted(report)
    return _measured(report) if format.measured else report


def _measured(report: Report) -> Report:
    from advancelint.figures import load_figures

    figures = load_figures()
    known = (figures[rule.code].precision if rule.code in figures else -1.0 for rule in report.rules)
    rules = (rule._replace(precision=share) for rule, share in zip(report.rules, known, strict=True))
    return report._replace(rules=tuple(rules))


def _rooted(report: Report) -> Report:
    roots = tuple(_roots())
    known: dict[str, str] = {}

    def root(path: str) -> str:
        if path not in known:
            known[path] = from_root(path, roots)
        return known[path]

    def sort(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        return tuple(sorted((one._replace(path=root(one.path)) for one in found), key=lambda one: one.order))

    def linked(links: tuple[Link, ...]) -> tuple[Link, ...]:
        return tuple(one._replace(path=root(one.path)) for one in links)

    return report._replace(
        diagnostics=sort(report.diagnostics),
        held=sort(report.held),
        failures=tuple(one._replace(path=root(one.path)) for one in report.failures),
        chains=tuple(one._replace(path=root(one.path), links=linked(one.links)) for one in report.chains),
    )


def _roots() -> Iterator[str]:
    """Yield the folders that paths may begin at, the best first."""
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    if workspace and os.path.isdir(workspace):
        yield os.path.realpath(workspace)
    here = os.path.realpath(os.curdir)
    top = top_of(here)
    if top:
        yield top
    yield here


def from_root(path: str, roots: tuple[str, ...]) -> str:
    """Return ``path`` relative to the first of ``roots`` that holds it, with forward slashes; absolute if none does."""
    if path == STDIN_NAME:
        return path
    # A link keeps its own name: it is what the repository holds.
    whole = real_place(path)
    inside = next((root for root in roots if is_within(whole, root)), "")
    return (os.path.relpath(whole, inside) if inside else whole).replace(os.sep, "/")
