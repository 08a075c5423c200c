"""What action.yml runs: checks the inputs, installs the tool from this checkout, judges, and tells GitHub of it.

The standard library is all that is there before the installation. This file and `interpreters` are read by whatever
Python the runner has, so they keep to what Python 3.8 knows.
"""

from __future__ import annotations

import os
import subprocess
import sys

import interpreters

INTERNAL = 3


def main() -> int:
    """Run the action and return its exit code, that of the tool where it ran."""
    for stream in (sys.stdout, sys.stderr):
        # A log is UTF-8 whatever the runner's locale says.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="backslashreplace", newline="\n")
    if interpreters.is_new_enough():
        import gate

        return gate.main(os.environ)
    newer = interpreters.newer(os.environ)
    if newer:
        return subprocess.run([newer, "-E", os.path.abspath(__file__)], check=False).returncode
    wanted = ".".join(map(str, interpreters.OLDEST))
    print(f"::error title=advancelint::Python {wanted} or newer is needed: run actions/setup-python before this step")
    return INTERNAL


if __name__ == "__main__":
    sys.exit(main())
