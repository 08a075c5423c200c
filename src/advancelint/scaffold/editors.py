"""What editors need: where a team keeps the published schemas, and the first lines that lead an editor to them.

The schemas have no address yet, so a team keeps a copy in its repository. Both kinds of line count from the folder of
the file that they stand in, so they hold in every clone.
"""

from __future__ import annotations

import os

FOLDER = ".advancelint"


def schema_path(name: str) -> str:
    """Return where a team keeps the published schema ``name`` ("config", "card"), from the top of its repository."""
    return f"{FOLDER}/{name}.schema.json"


def toml_line(name: str, path: str) -> str:
    """Return the first line of the TOML file ``path`` that the schema ``name`` describes, for Taplo and its kin."""
    return f"#:schema {_from(path, name)}"


def yaml_line(name: str, path: str) -> str:
    """Return the first line of the YAML file ``path`` that the schema ``name`` describes, for yaml-language-server.

    ``path`` is relative to the top of the repository, as "team-rules/ABC101-some-rule.yaml".
    """
    return f"# yaml-language-server: $schema={_from(path, name)}"


def _from(path: str, name: str) -> str:
    """Return the path of the schema from the folder of ``path``; Taplo takes only what begins with a dot for a path."""
    way = os.path.relpath(schema_path(name), os.path.dirname(path) or os.curdir).replace(os.sep, "/")
    return way if way.startswith("../") else f"./{way}"
