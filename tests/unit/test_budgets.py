"""The budgets of docs/architecture.md, held."""

import ast
import os
import shutil
import statistics
import subprocess
import sys

import pytest

import built

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MODULE_LINES, FUNCTION_LINES, CHECK_LINES, CARD_LINES, LIST_WORDS = 250, 40, 60, 60, 12
MEDIAN_LINES = 110


def files(folder: str, ending: str) -> list[str]:
    found = []
    for parent, _, names in os.walk(os.path.join(ROOT, folder)):
        found += [os.path.relpath(os.path.join(parent, name), ROOT) for name in names if name.endswith(ending)]
    return sorted(found)


def read(path: str) -> str:
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


MODULES = files("src/advancelint", ".py")


@pytest.mark.parametrize("path", MODULES)
def test_a_module_is_short(path: str) -> None:
    assert read(path).count("\n") <= (CHECK_LINES if "/checks/" in path else MODULE_LINES)


def test_most_modules_are_shorter_still() -> None:
    assert statistics.median(read(path).count("\n") for path in MODULES) <= MEDIAN_LINES


@pytest.mark.parametrize("path", MODULES)
def test_a_function_is_short(path: str) -> None:
    for node in ast.walk(ast.parse(read(path))):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            # Decorators count as well: they are lines of the function that people read.
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            assert node.end_lineno - first < FUNCTION_LINES, f"{path}:{first} {node.name}"


@pytest.mark.parametrize("path", MODULES)
def test_word_lists_live_in_data_files(path: str) -> None:
    tree = ast.parse(read(path))
    exports = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set) and node not in exports:
            words = [item for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            assert len(words) <= LIST_WORDS or path in STRUCTURE, f"{path}:{node.lineno}"


# Closed sets of the tool's own vocabulary (keys of a card, values of a facet): structure, not words of a language.
STRUCTURE = ("src/advancelint/cards/load.py", "src/advancelint/reading/model.py")


@pytest.mark.parametrize("path", files("rules", ".yaml"))
def test_a_card_is_short(path: str) -> None:
    assert read(path).count("\n") <= CARD_LINES


@pytest.mark.parametrize("path", MODULES)
def test_no_module_compiles_an_expression_when_it_is_imported(path: str) -> None:
    left: list[ast.AST] = list(ast.parse(read(path)).body)
    while left:
        node = left.pop()
        if not isinstance(node, ast.FunctionDef | ast.Lambda):  # what these hold runs when they are called
            assert not (isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile"), "use `expression`"
            left += ast.iter_child_nodes(node)


# What our own modules may import, from outside of the package, in a run of the installed tool: whoever adds to a list
# makes every start slower, in a hook before each commit. A millisecond is a tenth of an empty interpreter.
ALWAYS = {"__future__", "bisect", "collections", "functools", "gc", "os", "re", "sys", "types", "typing"}
HELPS = ALWAYS | {"_sre", "click", "importlib", "marshal", "unicodedata"}
EXPLAINS = HELPS | {
    "contextlib", "datetime", "io", "itertools", "math", "signal", "stat", "textwrap",
    "threading",
}  # fmt: skip
CHECKS = EXPLAINS - {"textwrap"} | {"_blake2", "errno", "markdown_it", "select", "subprocess", "time"}
REMEMBERS = CHECKS | {"binascii", "json", "zlib"}
RUNS = {
    "--version": (ALWAYS, set()),
    "--help": (HELPS, {"click"}),
    "explain AD401": (EXPLAINS, {"click"}),
    "check plan.md --fail-on never --no-cache": (CHECKS, {"click", "markdown_it", "mdurl"}),
    "check plan.md --fail-on never --cache-dir cache": (REMEMBERS, {"click", "markdown_it", "mdurl"}),
}
PLAN = """\
---
type: call-plan
account: Ferrow Glass
our-team: [Jun Park]
---
# Call plan

**Objective:** Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026.
**Fallback:** Lena names who keeps the bills by 12 June 2026.
"""
WATCHED = """
import builtins, sys
before, asked, whole = set(sys.modules), {}, builtins.__import__
def watched(name, scope=None, local=None, wanted=(), level=0):
    asker, top = str((scope or {}).get("__name__")), name.split(".")[0]
    if asker.split(".")[0] == "advancelint" != top and not level:
        asked.setdefault(top, asker)
    return whole(name, scope, local, wanted, level)
builtins.__import__ = watched
from advancelint.cli import main
try:
    main(sys.argv[1:])
except SystemExit as ended:
    assert not ended.code, ended.code
loaded = {name.split(".")[0] for name in sys.modules.keys() - before} - sys.stdlib_module_names - {"advancelint"}
print(repr((asked, sorted(loaded))), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with a plan, and with what the runs before remember of it."""
    place = tmp_path_factory.mktemp("plans")
    place.joinpath("plan.md").write_text(PLAN, "utf-8")
    return str(place)


@pytest.mark.parametrize("words", RUNS)
def test_a_run_imports_no_more_than_it_may(plans: str, words: str) -> None:
    environment = {**os.environ, "PYTHONPATH": built.place(), "ADVANCELINT_NO_CACHE": ""}
    command = [sys.executable, "-c", WATCHED, *words.split()]
    run = subprocess.run(command, cwd=plans, env=environment, capture_output=True, encoding="utf-8", check=True)
    asked, loaded = ast.literal_eval(run.stderr.splitlines()[-1])
    ours, others = RUNS[words]
    assert {name: asker for name, asker in asked.items() if name not in ours} == {}
    assert set(loaded) <= others


# What the standard library and common packages open connections with.
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp")


def test_nothing_can_reach_the_network() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(read(path))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            reaching = [name for name in names if any(f"{name}.".startswith(f"{one}.") for one in NETWORK)]
            assert reaching == [], path


@pytest.mark.parametrize("path", MODULES)
def test_exceptions_to_the_linters_carry_their_reason(path: str) -> None:
    for number, line in enumerate(read(path).split("\n"), 1):
        if "# noqa" in line:
            assert " - " in line.split("# noqa", 1)[1], f"{path}:{number}"
        if "type: ignore" in line:
            assert "# " in line.split("type: ignore", 1)[1], f"{path}:{number}"


def test_the_layers_hold() -> None:
    command = shutil.which("lint-imports", path=os.path.dirname(sys.executable))
    if command is None:
        pytest.skip("import-linter is not installed beside this interpreter")
    environment = {**os.environ, "PYTHONPATH": os.path.join(ROOT, "src")}
    run = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_rule_pages_are_up_to_date() -> None:
    command = [sys.executable, os.path.join(ROOT, "scripts", "build_rule_docs.py"), "--check"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout[:2000] + run.stderr
