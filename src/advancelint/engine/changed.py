"""Which findings a change brought: those on changed lines, and those of what changed around a line."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from advancelint.diagnostic import Diagnostic
from advancelint.engine.intake import bytes_of
from advancelint.engine.nearby import is_near
from advancelint.engine.neighbours import Neighbours
from advancelint.errors import UsageError
from advancelint.git import EVERYTHING, Change, Changes, Worktree, Worktrees, changes_since
from advancelint.paths import is_markdown
from advancelint.source import Source
from advancelint.suppress import IGNORED, Register, Suppression, Suppressions, read


class Comparison:
    """What has changed in the files of one run since a revision, each working tree compared once."""

    def __init__(self, revision: str, paths: Sequence[str], worktrees: Worktrees, register: Register = IGNORED) -> None:
        """Compare the trees of ``paths`` with ``revision``; ``register`` is what suppressions can name.

        Raises UsageError for a path outside of any repository and where there is nothing to compare with.
        """
        self._worktrees = worktrees
        self._register = register
        trees: dict[str, Worktree] = {}
        names: dict[str, list[str]] = {}
        for path in paths:
            tree = _tree_of(path, worktrees)
            trees[tree.root] = tree
            names.setdefault(tree.root, []).append(tree.name_of(os.path.realpath(path)))
        self._changes = {root: changes_since(tree, revision, names[root]) for root, tree in trees.items()}
        self._known: dict[str, Change] = {}
        self._accounts: dict[tuple[str, str], str] = {}

    @property
    def bases(self) -> tuple[str, ...]:
        """The commits with which the working trees were compared, one each."""
        return tuple(changes.base for changes in self._changes.values())

    def touches(self, path: str) -> bool:
        """Say whether the file ``path`` was touched anywhere."""
        return self._of(path).touched

    def keeps(self, diagnostic: Diagnostic, neighbours: Neighbours) -> bool:
        """Say whether the change may have brought ``diagnostic``; ``neighbours`` knows the files of each account."""
        change = self._of(diagnostic.path)
        if diagnostic.scope == "line":
            lines = diagnostic.lines or ((diagnostic.start.line, diagnostic.end.line),)
            return any(change.touches(first, last) for first, last in lines)
        if change.touched:
            return True
        return diagnostic.scope != "document" and self._account_touched(diagnostic.path, neighbours)

    def _of(self, path: str) -> Change:
        if path not in self._known:
            changes = self._changes_of(path)
            change = changes.of(path) if changes else Change(touched=False)
            if changes and change.touched and not change.whole and self._counts_whole(path, changes):
                change = EVERYTHING
            self._known[path] = change
        return self._known[path]

    def _counts_whole(self, path: str, changes: Changes) -> bool:
        """Say whether the lines that git names do not tell what a touched file's change may have brought."""
        try:
            data = bytes_of(path)
        except (OSError, ValueError):
            return False
        # Git counts line feeds alone, so in a text with lone carriage returns its lines are other ones than ours.
        if data.count(b"\r") != data.count(b"\r\n"):
            return True
        before = changes.text_before(changes.tree.name_of(os.path.realpath(path)))
        return self._uncovers(before, data.decode("utf-8", "replace"), changes.of(path))

    def _uncovers(self, before: str, after: str, change: Change) -> bool:
        """Say whether a suppression is gone or reaches elsewhere: what it held is found anew, far from its own line."""
        old = self._suppressions(before)
        if not old.items:
            return False
        new = self._suppressions(after)
        known = _named(old.items)
        if known - _named(new.items):
            return True
        moved = [item for item in new.items if item.kind in ("block", "enable") and change.touches(*_lines(new, item))]
        return bool(known & _named(moved))

    def _suppressions(self, text: str) -> Suppressions:
        return read(Source.of("", text), self._register, "")[1]

    def _changes_of(self, path: str) -> Changes | None:
        tree = self._worktrees.of(path)
        return self._changes.get(tree.root) if tree else None

    def _account_touched(self, path: str, neighbours: Neighbours) -> bool:
        """Say whether another file of the account was touched, or one that named the account before."""
        circle = neighbours.circle_of(path)
        if any(self._of(other).touched for other in circle.paths):
            return True
        changes = self._changes_of(path)
        if changes is None or not circle.key:
            return False
        folder = os.path.dirname(os.path.abspath(path))
        portfolio = neighbours.is_portfolio(folder)
        for name in self._lost(changes, os.path.realpath(folder)):
            if portfolio and circle.word not in name.rpartition("/")[2].casefold():
                continue
            if self._account_before(changes, name, neighbours) == circle.key:
                return True
        return False

    def _lost(self, changes: Changes, folder: str) -> Iterator[str]:
        """Yield the names around ``folder`` that are gone or hold another text now."""
        changed = (name for name, change in changes.by_name.items() if change.touched and not change.whole)
        own = changes.tree.folder_name(folder)
        yield from (name for name in (*changes.gone, *changed) if is_markdown(name) and is_near(own, name))

    def _account_before(self, changes: Changes, name: str, neighbours: Neighbours) -> str:
        root = changes.tree.root
        if (root, name) not in self._accounts:
            before = Source.of(os.path.join(root, name), changes.text_before(name))
            self._accounts[root, name] = neighbours.account_in(before)
        return self._accounts[root, name]


def _tree_of(path: str, worktrees: Worktrees) -> Worktree:
    tree = worktrees.of(path)
    if tree is None:
        remedy = "Leave --changed-since out, or give paths inside a repository."
        if complaint := worktrees.complaint_of(path):
            raise UsageError(f"what changed here cannot be told: {complaint}", path=path, remedy=remedy)
        raise UsageError("this path is in no git repository, so what changed cannot be told", path=path, remedy=remedy)
    return tree


def _named(items: Iterable[Suppression]) -> Counter[tuple[str, str]]:
    """Return how often each kind of suppression names each rule; one that has expired is counted as well."""
    return Counter((item.kind, name.code) for item in items if not item.fault for name in item.names if name.code)


def _lines(found: Suppressions, item: Suppression) -> tuple[int, int]:
    return found.source.place(item.span.start).line, found.source.place(item.span.end).line
