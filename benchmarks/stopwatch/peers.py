"""The tools that are measured beside ours: what to install, how each is run, and by how much we want to be faster."""

from __future__ import annotations

from typing import NamedTuple

PIP = "pip==26.3"  # installs everything; what it writes as a console script is what users have
PRE_COMMIT = "pre-commit==4.7.0"


class Peer(NamedTuple):
    """A tool and its versions.

    ``check`` judges the paths that follow it, ``everything`` is the path that stands for a whole folder; ``{home}`` is
    where the tool is installed, and ``files`` are written there. ``one`` and ``many`` are how many times its time of
    ours we want it to take, for one plan and for all; None where the ratio is only told. ``runs`` are the most rounds
    over all plans.
    """

    name: str
    installer: str
    packages: tuple[str, ...]
    program: str
    check: tuple[str, ...]
    everything: tuple[str, ...] = (".",)
    codes: tuple[int, ...] = (0, 1)
    one: float | None = None
    many: float | None = None
    runs: int = 9
    files: tuple[tuple[str, str], ...] = ()


RUMDL = Peer("rumdl", "pip", ("rumdl==0.3.0",), "rumdl", ("check", "--no-cache"))
PEERS = (
    RUMDL,
    Peer("codespell", "pip", ("codespell==2.4.3",), "codespell", (), codes=(0, 65)),
    Peer("proselint", "pip", ("proselint==0.16.0",), "proselint", ("check",), one=1.5, many=5, runs=3),
    Peer(
        "mdformat",
        "pip",
        ("mdformat==0.7.22", "mdformat-frontmatter==2.1.2", "mdformat-tables==1.0.0"),
        "mdformat",
        ("--check",),
        one=1.5,
        runs=2,
    ),
    Peer(
        "pymarkdownlnt",
        "pip",
        ("pymarkdownlnt==0.9.41",),
        "pymarkdown",
        ("scan",),
        ("-r", "."),
        one=1.5,
        many=30,
        runs=2,
    ),
    Peer(
        "markdownlint-cli2",
        "npm",
        ("markdownlint-cli2@0.22.1",),
        "markdownlint-cli2",
        (),
        ("**/*.md",),
        one=5,
        many=3,
        runs=3,
    ),
    Peer(
        "textlint",
        "npm",
        ("textlint@15.8.0", "textlint-rule-write-good@2.0.0"),
        "textlint",
        ("--config", "{home}/textlint.json", "--rules-base-directory", "{home}/node_modules"),
        ("**/*.md",),
        one=5,
        many=5,
        runs=3,
        files=(("textlint.json", '{"rules": {"write-good": true}}'),),
    ),
)
