"""What has changed in a working tree since a revision: which files, and which of their lines."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from advancelint.errors import UsageError
from advancelint.expressions import expression
from advancelint.git.ask import ask
from advancelint.git.patch import EVERYTHING, UNTOUCHED, Change, parse
from advancelint.git.worktree import Worktree
from advancelint.paths import MARKDOWN, is_markdown
from advancelint.records import NamedTuple

_COMMIT = expression(r"[0-9a-f]{40,64}")
# The plumbing command, because no setting of a user changes what it prints.
_DIFF = ("diff-index", "--raw", "-z", "--patch", "--unified=0", "--inter-hunk-context=0", "--no-color")
_COMPARED = ("--find-renames=50%", "-l2000", "--diff-algorithm=myers", "--ignore-cr-at-eol", "--ignore-submodules=all")
# Nothing that a repository names is run, and no attribute of it makes a text binary.
_SAFE = ("--no-ext-diff", "--no-textconv", "--text", "--src-prefix=a/", "--dst-prefix=b/")
_DEEPEN = "Fetch more of it: “git fetch --deepen=200”, or “fetch-depth: 0” where GitHub checks the code out."
_RENAME = "Take it out of .git/config, or give it another name: nothing that a repository names is run."
_FETCH = "Fetch the rest before: “git fetch --refetch --no-filter”, or leave “filter” out where it is checked out."


class Changes(NamedTuple):
    """The changes of one working tree since the commit ``base``: ``by_name`` those of its files, by git's names.

    ``gone`` are the names that are no longer there, because the file was deleted or renamed.
    """

    tree: Worktree
    base: str
    by_name: Mapping[str, Change]
    gone: tuple[str, ...]

    def of(self, path: str) -> Change:
        """Return what changed in the file ``path``; in a file that the index does not hold, everything is new."""
        name = self.tree.name_of(os.path.realpath(path))
        return self.by_name.get(name, UNTOUCHED) if name in self.tree.tracked else EVERYTHING

    def text_before(self, name: str) -> str:
        """Return what the file ``name`` held at ``base``, "" where it was not there."""
        answer = ask(self.tree.root, ["cat-file", "blob", f"{self.base}:{name}"])
        return answer.output.decode("utf-8", "replace") if answer.code == 0 else ""


def changes_since(tree: Worktree, revision: str, others: Sequence[str] = ()) -> Changes:
    """Return the changes of ``tree`` since the merge base of ``revision`` and HEAD, those not committed included.

    Looked at are Markdown files and the ``others``, by git's names. Raises UsageError where there is no such base.
    """
    base = _merge_base(tree, revision)
    wanted = [f":(top,icase,glob)**/*{suffix}" for suffix in MARKDOWN]
    wanted += [f":(top,literal){name}" for name in others if not is_markdown(name)]
    answer = ask(tree.root, [*_DIFF, *_COMPARED, *_SAFE, base, "--", *wanted], config=_no_filters(tree))
    if answer.code:
        message = f"git cannot tell what changed since “{revision}”"
        if tree.partial:
            raise _broken(tree, f"{message}: this is a partial clone, and nothing is fetched here", _FETCH)
        raise _broken(tree, f"{message}: {_first(answer.complaint)}")
    by_name, gone = parse(answer.output)
    for name in _filtered(tree, [name for name, change in by_name.items() if change.touched]):
        by_name[name] = EVERYTHING  # git compares what a filter makes of the file, whose lines are other ones
    return Changes(tree, base, by_name, tuple(gone))


def _merge_base(tree: Worktree, revision: str) -> str:
    """Return the commit from which ``revision`` and HEAD went apart; before the first commit HEAD is an empty tree."""
    if revision.startswith("-") or not revision.strip() or "\0" in revision or "\n" in revision:
        raise UsageError(f"“{revision}” is no revision", remedy="Name a branch, a tag or a commit, as in origin/main.")
    head = ask(tree.root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    if head.code and revision == "HEAD":
        # Before the first commit all is new. A hook that compares with HEAD would be in its way otherwise.
        return ask(tree.root, ["hash-object", "-t", "tree", "--stdin"]).text.strip()
    if head.code:
        remedy = "Leave --changed-since out until the first commit."
        raise _broken(tree, "there is no commit yet, so there is nothing to compare with", remedy)
    commit = ask(tree.root, ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]).text.strip()
    if not _COMMIT.fullmatch(commit):
        remedy = f"This is a shallow clone. {_DEEPEN}" if tree.shallow else "“git branch --all” lists what there is."
        raise _broken(tree, f"“{revision}” is no commit here", remedy)
    found = ask(tree.root, ["merge-base", commit, head.text.strip()])
    if found.code == 0 and found.text.strip():
        return found.text.strip()
    if tree.shallow:
        raise _broken(tree, f"where “{revision}” and HEAD went apart is not known in this shallow clone", _DEEPEN)
    raise _broken(tree, f"“{revision}” and HEAD have no commit in common")


def _broken(tree: Worktree, message: str, remedy: str = "") -> UsageError:
    return UsageError(message, remedy=remedy, path=os.path.relpath(tree.root))


def _no_filters(tree: Worktree) -> list[str]:
    """Return the settings that switch off the filters of the repository's config, which are programs.

    Raises UsageError for one that cannot be: git takes what is behind the first “=” of a setting for its value.
    """
    keys = ask(tree.root, ["config", "-z", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process|required)$"])
    odd = next((key for key in keys.names if "=" in key), "")
    if odd:
        raise _broken(tree, f"the config of this repository has a filter with “=” in its name ({odd})", _RENAME)
    return [f"{key}={'false' if key.endswith('.required') else ''}" for key in keys.names]


def _filtered(tree: Worktree, names: Sequence[str]) -> list[str]:
    """Return those of ``names`` for which the repository's attributes name a filter."""
    if not names:
        return []
    told = ask(tree.root, ["check-attr", "-z", "--stdin", "filter"], "\0".join(names) + "\0").text.split("\0")
    return [name for name, value in zip(told[::3], told[2::3], strict=False) if value not in ("unspecified", "unset")]


def _first(complaint: str) -> str:
    return complaint.splitlines()[0] if complaint else "it stopped without a word"
