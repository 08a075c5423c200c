"""What git knows of the files that are judged: where a repository ends, what it tracks, what has changed.

The one place that starts git. Nothing that a repository configures is run.
"""

from advancelint.git.ask import Answer, ask
from advancelint.git.changes import Changes, changes_since
from advancelint.git.patch import EVERYTHING, Change
from advancelint.git.worktree import Worktree, Worktrees

__all__ = ["EVERYTHING", "Answer", "Change", "Changes", "Worktree", "Worktrees", "ask", "changes_since"]
