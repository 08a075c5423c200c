"""What paths say by themselves: whether a file is Markdown, what lies in what, and where a repository begins."""

from __future__ import annotations

import os

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
# What lies at the top of a repository, of a worktree and of a submodule.
REPOSITORY = ".git"


def is_markdown(name: str) -> bool:
    """Say whether a file of this name is Markdown."""
    return name.lower().endswith(MARKDOWN)


def name_of(path: str) -> str:
    """Return the name of the file at ``path`` without its ending, whichever way the slashes lean."""
    return path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]


def is_within(path: str, folder: str) -> bool:
    """Say whether the absolute ``path`` is ``folder`` or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def is_top(folder: str) -> bool:
    """Say whether ``folder`` is the top of a git repository, of a worktree or of a submodule."""
    return os.path.lexists(os.path.join(folder, REPOSITORY))


def top_of(folder: str) -> str:
    """Return the top of the repository in which the absolute ``folder`` lies, "" outside of one."""
    while not is_top(folder):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
    return folder


def ground_of(folder: str) -> str:
    """Return the real path of what ``folder`` stands for: its repository, outside of one the folder itself."""
    real = os.path.realpath(folder)
    return top_of(real) or real


def leads_out(real: str, ground: str) -> bool:
    """Say whether the real path of a file lies outside of ``ground``, or in what git keeps to itself there."""
    return not is_within(real, ground) or f"{os.sep}{REPOSITORY}{os.sep}" in real[len(ground) :]


def real_place(path: str) -> str:
    """Return the absolute ``path`` with the links of its folders resolved: a linked file keeps the name it has here."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def shown_path(path: str) -> str:
    """Return ``path`` as seen from the current folder, with forward slashes."""
    try:
        seen = os.path.relpath(path)
    except ValueError:  # another drive
        seen = path
    return seen.replace(os.sep, "/")
