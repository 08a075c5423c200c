"""Packs as an installer lays them out, without one: for tests that break them."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from command import ROOT, Ended
from ferrow_glass import GOOD

from advancelint.cards.bind import PACKS
from advancelint.cli import main

HOLLIN = os.path.join(ROOT, "examples", "rule-pack")
START_SOON = (
    "import sys, advancelint.limits as one; one.SECONDS = 0.3; from advancelint.cli import main; sys.exit(main())"
)


EXAMPLES = "{flagged: [{text: a}], clean: [{text: b}]}"


def card(code: str, name: str, condition: str = "phrases: [burner]", *, examples: str = EXAMPLES, **more: str) -> str:
    """Return a card that finds the burner in the sales objective of `ferrow_glass.GOOD`, or what ``condition`` says."""
    keys = {
        "summary": "S", "family": "house", "severity": "warning", "on": "objective", "message": "m", "why": "w", **more,
    }  # fmt: skip
    lines = [f"code: {code}", f"name: {name}", *(f"{key}: {value}" for key, value in keys.items()), condition]
    return "\n".join([*lines, f"examples: {examples}", ""])


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="")
    return folder


def lay(site: Path, pack: str, value: str, files: Mapping[str, str], version: str = "1.0") -> Path:
    """Put a distribution into the folder ``site`` whose entry point says that ``pack`` is the package ``value``."""
    name = value.split(".")[0]
    info = f"{name}-{version}.dist-info"
    write(
        site,
        {
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
            f"{info}/entry_points.txt": f"[{PACKS}]\n{pack} = {value}\n",
            f"{info}/RECORD": "".join(f"{file},,\n" for file in files),
            **files,
        },
    )
    return site


def check(folder: Path, *arguments: str, site: Path | None = None) -> Ended:
    """Judge the folder, which gets a plan without a finding of ours, with the packs in ``site`` installed."""
    if not (folder / "ferrow.md").exists():
        write(folder, {"ferrow.md": GOOD})
    return tool(folder, "check", "--as-of", "2026-06-01", *arguments, site=site)


def tool(folder: Path, *arguments: str, site: Path | None = None) -> Ended:
    """Run the tool in the folder; in this process, which is quick, so modules need names of their own."""
    out, err, before = io.StringIO(), io.StringIO(), list(sys.path)
    code: object = 0
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        sys.path[:0] = [str(site)] if site else []
        importlib.invalidate_caches()
        try:
            main(list(arguments))
        except SystemExit as ended:
            code = ended.code
        finally:
            sys.path[:] = before
    assert isinstance(code, int)
    return Ended(arguments, code, out.getvalue(), err.getvalue())
