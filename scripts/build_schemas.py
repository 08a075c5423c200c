"""Write the published schemas and the table of config keys in docs/usage.md; with ``--check``, only compare them.

All come from the tables by which cards, configs and front matter are read and plans are told. What the schemas of the
other reports say is written by hand. Exit code 1 means that ``--check`` found one out of date.
"""

from __future__ import annotations

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "src"))

import advancelint.cards.schema
import advancelint.config.schema
import advancelint.plan.front_schema
import advancelint.plan.published
from update_readme import put, read, update

SCHEMAS = {
    "card": advancelint.cards.schema.schema,
    "config": advancelint.config.schema.schema,
    "front-matter": advancelint.plan.front_schema.schema,
    "plan": advancelint.plan.published.schema,
}
USAGE = "docs/usage.md"
_WIDTH = 120


def documents() -> dict[str, str]:
    """Return the schemas, and the page with the table."""
    table = "\n".join(advancelint.config.schema.key_table())
    made = {f"src/advancelint/schemas/{name}.schema.json": schema() for name, schema in SCHEMAS.items()}
    texts = {path: written(schema) + "\n" for path, schema in made.items()}
    return {**texts, USAGE: put(read(USAGE), "config keys", table)}


def written(value: object, indent: int = 0, before: int = 0) -> str:
    """Return ``value`` as JSON, with what fits into a line on one; ``before`` characters stand in front of it."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or indent + before + len(line) < _WIDTH:
        return line
    pad = " " * (indent + 2)
    if isinstance(value, list) and all(isinstance(item, str | int | None) for item in value):
        inside = _rows([json.dumps(item, ensure_ascii=False) for item in value], _WIDTH - len(pad))
    elif isinstance(value, list):
        inside = [written(item, indent + 2) for item in value]
    else:
        names = {name: f"{json.dumps(name, ensure_ascii=False)}: " for name in value}
        inside = [f"{lead}{written(value[name], indent + 2, len(lead))}" for name, lead in names.items()]
    first, last = "[]" if isinstance(value, list) else "{}"
    return f"{first}\n" + ",\n".join(f"{pad}{one}" for one in inside) + f"\n{' ' * indent}{last}"


def _rows(words: list[str], width: int) -> list[str]:
    rows = [""]
    for word in words:
        if rows[-1] and len(rows[-1]) + len(word) + 3 > width:
            rows.append("")
        rows[-1] += f", {word}" if rows[-1] else word
    return rows


if __name__ == "__main__":
    sys.exit(update(documents(), sys.argv[1:]))
