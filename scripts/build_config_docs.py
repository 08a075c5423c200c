"""Write the schema of the config and the table of its keys in docs/usage.md; with ``--check``, only compare them.

Both come from the table of keys in `advancelint.config.keys`. Exit code 1 means that ``--check`` found one out of date.
"""

from __future__ import annotations

import json
import os
import sys

from advancelint.config.schema import key_table, schema
from update_readme import put

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SCHEMA = "src/advancelint/schemas/config.schema.json"
USAGE = "docs/usage.md"


def read(path: str) -> str:
    """Return the text of ``path``, which counts from the top of the repository."""
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
        return file.read()


def main(arguments: list[str]) -> int:
    """Update the files, or compare them under ``--check``; return the exit code."""
    new = {
        SCHEMA: json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
        USAGE: put(read(USAGE), "config keys", "\n".join(key_table())),
    }
    old = {path: read(path) if os.path.exists(os.path.join(ROOT, path)) else "" for path in new}
    changed = [path for path in new if new[path] != old[path]]
    for path in changed:
        if "--check" in arguments:
            print(f"{path} is out of date: run `make docs`", file=sys.stderr)
            continue
        with open(os.path.join(ROOT, path), "w", encoding="utf-8", newline="") as file:
            file.write(new[path])
        print(f"wrote {path}")
    return 1 if changed and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
