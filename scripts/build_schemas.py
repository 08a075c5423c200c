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


def documents() -> dict[str, str]:
    """Return the schemas, and the page with the table."""
    table = "\n".join(advancelint.config.schema.key_table())
    made = {f"src/advancelint/schemas/{name}.schema.json": schema() for name, schema in SCHEMAS.items()}
    texts = {path: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for path, schema in made.items()}
    return {**texts, USAGE: put(read(USAGE), "config keys", table)}


if __name__ == "__main__":
    sys.exit(update(documents(), sys.argv[1:]))
