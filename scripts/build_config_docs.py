"""Write the schema of the config and the table of its keys in docs/reference; with ``--check``, only compare them.

Both come from the table of keys in `advancelint.config.keys`. Exit code 1 means that ``--check`` found one out of date.
"""

from __future__ import annotations

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "src"))

from advancelint.config.schema import key_table, schema
from update_docs import put, read, update

SCHEMA = "src/advancelint/schemas/config.schema.json"
PAGE = "docs/reference/config.md"


def documents() -> dict[str, str]:
    """Return the schema, and the page with the table."""
    return {
        SCHEMA: json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
        PAGE: put(read(PAGE), "config keys", "\n".join(key_table())),
    }


if __name__ == "__main__":
    sys.exit(update(documents(), sys.argv[1:]))
