"""The package as a wheel lays it, with its lists and cards frozen: what users start, and several times as quick.

Usage: python scripts/built.py FOLDER
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_KEPT = os.path.join(ROOT, "build", "tested")
_OLD = 24 * 60 * 60  # seconds


@functools.cache
def place() -> str:
    """Return the folder, for the path of Python, that holds the package as built from the sources as they are now.

    Several processes may ask at once: each lays what is missing in a folder of its own, and the first one's stays.
    """
    found = os.path.join(_KEPT, _digest())
    if not os.path.isdir(found):
        os.makedirs(_KEPT, exist_ok=True)
        _tidy()
        made = tempfile.mkdtemp(dir=_KEPT)
        # A process of its own, since what freezes the lists leaves this one's modules and settings changed.
        subprocess.run([sys.executable, __file__, made], check=True)
        try:
            os.rename(made, found)
        except OSError:
            shutil.rmtree(made)
            if not os.path.isdir(found):
                raise
    return found


def _digest() -> str:
    """Return what tells one state of the sources from another."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(_sources()):
        with open(path, "rb") as file:
            digest.update(f"{os.path.relpath(path, ROOT)}\0".encode() + hashlib.sha256(file.read()).digest())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[str]:
    yield from (__file__, os.path.join(ROOT, "hatch_build.py"), os.path.join(ROOT, "pyproject.toml"))
    # The plans are judged when the expressions are frozen.
    for top in (*_laid(), os.path.join("examples", "plans")):
        for parent, folders, names in os.walk(os.path.join(ROOT, top)):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (os.path.join(parent, name) for name in names)


def _laid() -> dict[str, str]:
    """Return the folders of a wheel: where each lies in the sources, and where in the wheel."""
    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]
    return {**{package: os.path.basename(package) for package in wheel["packages"]}, **wheel["force-include"]}


def _tidy() -> None:
    """Take away what was built long ago; tests that still run may use what is newer."""
    for name in os.listdir(_KEPT):
        if os.path.getmtime(os.path.join(_KEPT, name)) < time.time() - _OLD:
            shutil.rmtree(os.path.join(_KEPT, name), ignore_errors=True)


def _lay(folder: str) -> None:
    sys.path.insert(0, ROOT)
    from hatch_build import frozen_files

    for source, target in _laid().items():
        shutil.copytree(
            os.path.join(ROOT, source), os.path.join(folder, target), ignore=shutil.ignore_patterns("__pycache__")
        )
    for name, data in frozen_files(ROOT):
        with open(os.path.join(folder, "advancelint", name), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    _lay(sys.argv[1])
