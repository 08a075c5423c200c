"""One corpus for all ways to run the tool: whole plans, accounts, odd names, odd bytes, folders with own configs."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
from pathlib import Path

from click.testing import CliRunner

from advancelint.cli.app import app

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ACCOUNT = os.path.join(ROOT, "examples", "account", "broken")
# Of the whole plans every eighth: enough shapes, and a run that takes seconds.
STEP = 8
CONFIG = """\
our-company = "Velbrand Kilns"
profile = "consulting"

[kinds]
none = ["drafts/"]
deal = ["deals/*.md"]

[stale-days]
evaluate = 5
"""
# A team that switched everything on: a baseline, suppressions, other severities, rules and exclusions by file.
WEST = """\
baseline = "known.jsonl"
exclude = ["old/"]
ignore = ["CF505"]
severity.AD411 = "info"
severity.CF502 = "warning"

[per-file-ignores]
"second.md" = ["CH604", "AD411"]

[[overrides]]
files = ["calls/"]
select = ["CF", "PL", "SU"]
"""
WEST_CALL = """\
---
type: call-plan
account: Orlan Mills
stage: discover
---
# Call with Ines Lund, 2026-06-09

<!-- advancelint-disable PL107 reason: they asked us to come owner: Joe Casale -->

**Attendees:** Ines Lund (Orlan Mills)
**Objective:** Get Ines to send the log of the kiln by 12 June. <!-- advancelint-disable-line SP203 reason: none -->
**Fallback:** Ask Ines to name the foreman who keeps the log by 12 June.

<!-- advancelint-enable PL107 -->
"""
LOOSE = """\
# Orlan Mills

Stage: Warm

**Objective:** Show the demo to Ines Lund.

- Joe Casale sends the log by Friday
"""
CHAIN = """\
---
type: deal-plan
account: Müller & Söhne GmbH
stage: evaluate
---
# Müller & Söhne

### 2026-05-05 Besuch
**Objective:** Ines names the shop for the trial by 30 May.
**Outcome:** continuation. Ines liked it.

### 2026-05-12 Besuch
**Objective:** Ines names the shop for the trial by 30 May.
**Outcome:** continuation. Ines liked it.

### 2026-06-12 Besuch
**Objective:** Ines names the shop for the trial by 30 June.
"""


# It states no stage: the other files of the account tell it, and by it the ask comes too early.
PREP = """\
---
type: call-plan
account: Müller & Söhne
date: 2026-06-05
---
# Vorbereitung

**Attendees:** Ines Lund (Müller & Söhne)
**Objective:** Ines signs the order for the kiln by 12 June 2026.
"""


def build(folder: Path) -> Path:
    """Write the corpus into ``folder`` and return it."""
    _build_west(folder)
    _copy(sorted(glob.glob(os.path.join(ROOT, "tests", "plans", "*.md")))[::STEP], folder / "plans")
    files = sorted(glob.glob(os.path.join(ACCOUNT, "*.md")))
    for name in ("account", "two words", "Größe/-Ärger", 'quo"te', "teams/north/calls", "teams/south"):
        _copy(files, folder / name)
    _write(folder, "teams/north/advancelint.toml", CONFIG.encode())
    _write(folder, "teams/north/drafts/a.md", CHAIN.encode())
    _write(folder, "teams/north/deals/loose.md", LOOSE.encode())
    _write(folder, "teams/south/pyproject.toml", b'[tool.advancelint]\nprofile = "transactional"\n')
    for name in ("a.md", "b.md", "Müller Söhne (neu).md"):
        _write(folder, f"zwei/{name}", CHAIN.encode())
    _write(folder, "zwei/vor dem Besuch.md", PREP.encode())
    for path in files:
        with open(path, "rb") as file:
            data = file.read()
        name = os.path.basename(path)
        _write(folder, f"crlf/{name}", data.replace(b"\n", b"\r\n"))
        _write(folder, f"bom/{name}", b"\xef\xbb\xbf" + data)
    _write(folder, "odd/empty.md", b"")
    _write(folder, "odd/latin.md", CHAIN.encode("latin-1"))
    _write(folder, "odd/-dash.MKD", CHAIN.encode())
    _write(folder, "odd/returns.md", CHAIN.replace("\n", "\r").encode())
    return folder


def _build_west(folder: Path) -> None:
    """Write the folder of a team with a baseline, which lists some of what is found in two of its files."""
    chain = CHAIN.replace("Müller & Söhne GmbH", "Orlan Mills").replace("Müller & Söhne", "Orlan Mills")
    _write(folder, "teams/west/advancelint.toml", WEST.encode())
    _write(folder, "teams/west/first.md", chain.encode())
    _write(folder, "teams/west/second.md", chain.encode())
    with contextlib.chdir(folder):
        made = CliRunner().invoke(app, ["baseline", "create", "teams/west", "--as-of", "2026-06-01"])
    assert made.exit_code == 0, made.output
    lines = (folder / "teams/west/known.jsonl").read_text("utf-8").splitlines(keepends=True)
    # Chosen by what they say: before “git add” the files of an account do not see each other, and more is found.
    kept = [line for line in lines if line in lines[:1] or "PL1" in line or "CH609" in line]
    (folder / "teams/west/known.jsonl").write_text("".join(kept), "utf-8", newline="")
    hold = "<!-- advancelint-disable-next-line CH604 reason: she moves slowly until: 2026-09-01 -->\n"
    _write(
        folder,
        "teams/west/held.md",
        chain.replace("### 2026-06-12 Besuch\n", f"### 2026-06-12 Besuch\n{hold}").encode(),
    )
    whole = "<!-- advancelint-disable-file CF502, PL104 reason: kept in the CRM -->\n"
    late = "<!-- advancelint-disable-file CH605 reason: an old one until: 2026-05-01 -->\n"
    _write(folder, "teams/west/whole.md", (chain + "\n" + whole + late).encode())
    _write(folder, "teams/west/calls/next.md", WEST_CALL.encode())
    _write(folder, "teams/west/old/gone.md", chain.encode())


def names_of(folder: Path) -> list[str]:
    """Return the Markdown files of the corpus, relative to ``folder``, sorted."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in (".md", ".mkd"))
    return sorted(str(path.relative_to(folder)) for path in found)


def _copy(paths: list[str], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in paths:
        shutil.copy(path, target)


def _write(folder: Path, name: str, data: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
