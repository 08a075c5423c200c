"""Installs the tool and its peers, each into an environment of its own."""

from __future__ import annotations

import glob
import importlib.util
import os
import shutil
import subprocess
import venv
from collections.abc import Sequence
from typing import NamedTuple

from stopwatch.clock import Command
from stopwatch.peers import PIP, PRE_COMMIT, Peer

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class InstallError(Exception):
    """Says what an installer wrote when it failed."""


class Tool(NamedTuple):
    """The tool under measure: its interpreter, its program, and whether this version has a cache."""

    python: str
    program: str
    cached: bool


def surroundings(home: str) -> dict[str, str]:
    """Return the environment of what is measured: of the developer's, the path alone."""
    caches = os.path.join(home, ".cache")
    return {"PATH": os.environ["PATH"], "HOME": home, "XDG_CACHE_HOME": caches, "LANG": "C.UTF-8"}


def run(argv: Sequence[str], folder: str) -> str:
    """Run an installer with the developer's settings of it, but none of Python's; return what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    try:
        done = subprocess.run(argv, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    except OSError as error:
        raise InstallError(f"{argv[0]}: {error.strerror}") from error
    if done.returncode:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        # npm gives the reason first and the place of its log last, pip the reason last behind a list of versions.
        telling = (
            [line for line in lines if "No matching" in line] or lines or [f"{argv[0]} ended with {done.returncode}"]
        )
        raise InstallError(telling[-1])
    return done.stdout


def environment(home: str, *packages: str) -> str:
    """Return the ``bin`` folder of the virtual environment at ``home``, made anew unless it has these packages."""
    ready, wanted = os.path.join(home, "installed.txt"), "\n".join(packages)
    programs = os.path.join(home, "bin")
    if os.path.exists(ready):
        with open(ready, encoding="utf-8") as file:
            if file.read() == wanted:
                return programs
    venv.create(home, with_pip=True, clear=True)
    run([os.path.join(programs, "python"), "-m", "pip", "install", "--quiet", PIP], home)
    if packages:
        run([os.path.join(programs, "python"), "-m", "pip", "install", "--quiet", *packages], home)
    with open(ready, "w", encoding="utf-8") as file:
        file.write(wanted)
    return programs


def install_tool(folder: str) -> Tool:
    """Install this checkout as a wheel, with bytecode, even if an earlier state of it is there."""
    home = os.path.join(folder, "advancelint")
    programs = environment(home)
    python = os.path.join(programs, "python")
    pip, wheels = [python, "-m", "pip"], os.path.join(folder, "wheels")
    shutil.rmtree(wheels, ignore_errors=True)
    run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, ROOT], home)
    (wheel,) = glob.glob(os.path.join(wheels, "*.whl"))
    run([*pip, "install", "--quiet", wheel], home)  # with what it needs; does nothing if this version is there
    run([*pip, "install", "--quiet", "--force-reinstall", "--no-deps", wheel], home)
    without = without_bytecode(os.path.join(home, "lib"))
    if without:
        raise InstallError(f"{len(without)} modules have no bytecode, among them {without[0]}")
    program = os.path.join(programs, "advancelint")
    return Tool(python, program, "--no-cache" in run([program, "check", "--help"], home))


def without_bytecode(folder: str) -> list[str]:
    """Return the modules of the tool and of what it needs that would be compiled at each start."""
    paths = sorted(glob.glob(os.path.join(folder, "python*", "site-packages", "**", "*.py"), recursive=True))
    return [path for path in paths if not os.path.exists(importlib.util.cache_from_source(path))]


def install_peer(peer: Peer, folder: str) -> str:
    """Install a peer and return the path of its program; raise `InstallError` if it cannot be had."""
    home = os.path.join(folder, peer.name)
    if peer.installer == "pip":
        program = os.path.join(environment(home, *peer.packages), peer.program)
    else:
        program = os.path.join(home, "node_modules", ".bin", peer.program)
        os.makedirs(home, exist_ok=True)
        if not os.path.exists(program):
            run(["npm", "install", "--no-fund", "--no-audit", "--prefix", home, *peer.packages], home)
    for name, text in peer.files:
        with open(os.path.join(home, name), "w", encoding="utf-8") as file:
            file.write(text)
    if not os.path.exists(program):
        raise InstallError(f"{peer.program} is not among what was installed")
    return program


def install_pre_commit(folder: str) -> str:
    """Install pre-commit and return the path of its program."""
    return os.path.join(environment(os.path.join(folder, "pre-commit"), PRE_COMMIT), "pre-commit")


def started(peer: Peer, program: str, paths: Sequence[str], folder: str, variables: dict[str, str]) -> Command:
    """Return the command by which a peer judges ``paths``."""
    home = os.path.dirname(os.path.dirname(program))
    home = os.path.dirname(home) if peer.installer == "npm" else home
    words = [word.format(home=home) for word in peer.check]
    return Command([program, *words, *paths], folder, variables, peer.codes)
