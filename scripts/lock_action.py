"""Write action/requirements.txt: what the action installs, with exact versions and hashes, for every system.

It holds what pyproject.toml names as dependencies and what builds the tool. ``make lock`` runs this.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.path.join(ROOT, "action", "requirements.txt")
HEADER = "# What the action installs, for every system. Written by `make lock` from pyproject.toml; do not edit.\n"


def wanted() -> tuple[str, list[str]]:
    """Return the oldest Python that the tool runs on, and all requirements to run and to build it."""
    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        document = tomllib.load(file)
    project = document["project"]
    return project["requires-python"].removeprefix(">="), [
        *project["dependencies"],
        *document["build-system"]["requires"],
    ]


def main() -> None:
    """Write the file, or end with uv's complaint."""
    oldest, requirements = wanted()
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-config", "--universal"]
    command += [
        "--python-version",
        oldest,
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--no-emit-index-url",
        "-",
    ]
    run = subprocess.run(
        command, cwd=ROOT, input="\n".join(requirements), capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode:
        sys.exit(run.stderr)
    with open(TARGET, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER + run.stdout)
    print(f"wrote {os.path.relpath(TARGET, ROOT)}")


if __name__ == "__main__":
    main()
