"""What a repository needs to use the tool as a gate: a config, the hooks and a workflow, as texts."""

from advancelint.scaffold.hooks import HOOKS_FILE, MergeError, entry, with_hooks
from advancelint.scaffold.texts import WORKFLOW_FILE, Known, config, workflow

__all__ = [
    "HOOKS_FILE", "WORKFLOW_FILE", "Known", "MergeError", "config", "entry", "with_hooks", "workflow",
]  # fmt: skip
