"""What a repository needs to use the tool as a gate: a config, the hooks and a workflow, as texts."""

from advancelint.scaffold.editors import schema_path, toml_line, yaml_line
from advancelint.scaffold.hooks import HOOKS_FILE, MergeError, entry, with_hooks
from advancelint.scaffold.texts import WORKFLOW_FILE, Known, config, workflow

__all__ = [
    "HOOKS_FILE", "WORKFLOW_FILE", "Known", "MergeError", "config", "entry", "schema_path", "toml_line",
    "with_hooks", "workflow", "yaml_line",
]  # fmt: skip
