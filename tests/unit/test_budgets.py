"""The budgets of docs/architecture.md, held."""

import ast
import os
import shutil
import statistics
import subprocess
import sys

import pytest

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
