"""Add to tests/released/ what there is and is not listed yet; to be run with a release.

The lists say what people may rely on (docs/stability.md); the tests hold every line of them. Nothing is taken out here:
what goes at the end of a deprecation period is taken out by hand.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

import click  # noqa: E402 - the checkout's own code first, installed or not
import yaml  # noqa: E402

from advancelint import api, resources  # noqa: E402
from advancelint.baseline import file as baseline_file  # noqa: E402
from advancelint.cards.keys import EXAMPLE, FIX, GRADE, KEYS, OPTION, PHRASE  # noqa: E402
from advancelint.catalog import load_rules  # noqa: E402
from advancelint.cli import exits  # noqa: E402
from advancelint.cli.app import app  # noqa: E402
from advancelint.config.keys import BY_NAME, OVERRIDES  # noqa: E402
from advancelint.nodes import KINDS, VOCABULARY, gaps_of, spots_of  # noqa: E402
from advancelint.suppress.parse import VERBS  # noqa: E402

FOLDER = os.path.join(ROOT, "tests", "released")
# What programs read; the others describe what people write.
PRINTED = ("diagnostics", "plan", "sentence", "suggest", "suppressions")
_JOINED = ("anyOf", "oneOf", "allOf")
_CODES = ("CLEAN", "FINDINGS", "USAGE", "INTERNAL", "STOPPED")


def rules() -> Iterator[str]:
    """Yield code and name of every rule of ours."""
    return (f"{rule.code} {rule.card.name}" for rule in load_rules())


def config_keys() -> Iterator[str]:
    """Yield every key of a config, with its overrides."""
    for key in BY_NAME.values():
        yield key.name
        if key.sometimes:
            yield f"{OVERRIDES}.{key.name}"


def command_line() -> Iterator[str]:
    """Yield every command, option, choice of an option and environment variable."""
    yield from _command(app, click.Context(app), "")


def _command(command: click.Command, context: click.Context, name: str) -> Iterator[str]:
    if name:
        yield name
    for parameter in command.params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            words = " ".join(filter(None, (name, option)))
            yield words
            if isinstance(parameter.type, click.Choice):
                yield from (f"{words} {choice}" for choice in parameter.type.choices)
        if parameter.envvar:
            yield f"{name} ${parameter.envvar}"
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            assert inner is not None
            yield from _command(inner, context, f"{name} {word}".strip())


def exit_codes() -> Iterator[str]:
    """Yield every exit code with what it means."""
    return (f"{getattr(exits, name)} {name.lower()}" for name in _CODES)


def printed() -> Iterator[str]:
    """Yield every key that programs can find in our JSON, after the format and its version; and the baseline's version.

    A key that is always there is listed once more, as such.
    """
    yield f"baseline {baseline_file.VERSION}"
    for name in PRINTED:
        schema: dict[str, Any] = json.loads(resources.published(name))
        (version,) = set(re.findall(r'"version": \{[^{}]*"const": (\d+)', json.dumps(schema)))
        yield from (f"{name} {version} {path}" for path in _paths(schema, schema, "", ()))


def front_matter() -> Iterator[str]:
    """Yield every key that a plan's front matter is read for."""
    schema: dict[str, Any] = json.loads(resources.published("front-matter"))
    return iter(schema["properties"])


def _paths(schema: object, whole: dict[str, Any], above: str, within: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(schema, dict):
        return
    if (ref := schema.get("$ref")) is not None and ref not in within:
        yield from _paths(whole["$defs"][ref.rpartition("/")[2]], whole, above, (*within, ref))
    for key, inner in schema.get("properties", {}).items():
        yield f"{above}{key}"
        if key in schema.get("required", ()):
            yield f"{above}{key} (always)"
        yield from _paths(inner, whole, f"{above}{key}.", within)
    for inner in (schema.get("items"), *(one for word in _JOINED for one in schema.get(word, ()))):
        yield from _paths(inner, whole, above, within)


def cards() -> Iterator[str]:
    """Yield what a card can say: its keys, and for each kind of node the fields, the spots and the gaps."""
    parts = {"": KEYS, "fix.": FIX, "severity.": GRADE, "phrases.": PHRASE, "examples.": EXAMPLE, "options.": OPTION}
    for above, keys in parts.items():
        yield from (f"{above}{key.name}" for key in keys)
    for kind in KINDS:
        yield from (f"{kind} when {name}" for name in VOCABULARY[kind])
        yield from (f"{kind} at {name}" for name in spots_of(kind))
        yield from (f"{kind} gap {name}" for name in gaps_of(kind))


def python_api() -> Iterator[str]:
    """Yield the names of `advancelint.api` and what each has."""
    for name in api.__all__:
        yield name
        value = getattr(api, name)
        if isinstance(value, type):
            inherited = dir(tuple)
            yield from (f"{name}.{word}" for word in dir(value) if word[0] != "_" and word not in inherited)


def comments() -> Iterator[str]:
    """Yield what a comment in a plan can say."""
    return (f"advancelint-{verb}" for verb in VERBS)


def integrations() -> Iterator[str]:
    """Yield the hooks, and the inputs and outputs of the action."""
    yield from (f"hook {hook['id']}" for hook in _yaml(".pre-commit-hooks.yaml"))
    action = _yaml("action.yml")
    yield from (f"action input {name}" for name in action["inputs"])
    yield from (f"action output {name}" for name in action["outputs"])


def _yaml(name: str) -> Any:
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return yaml.safe_load(file)


SURFACES: dict[str, Callable[[], Iterator[str]]] = {
    "rules": rules,
    "config-keys": config_keys,
    "command-line": command_line,
    "exit-codes": exit_codes,
    "json": printed,
    "front-matter": front_matter,
    "cards": cards,
    "python-api": python_api,
    "comments": comments,
    "integrations": integrations,
}


def listed(surface: str) -> list[str]:
    """Return the lines of the list of ``surface``; none where there is no such file yet."""
    path = os.path.join(FOLDER, f"{surface}.txt")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def main() -> None:
    """Write the lists with what is new, and say how much that is."""
    for surface, found in SURFACES.items():
        old = listed(surface)
        new = sorted({*old, *found()})
        with open(os.path.join(FOLDER, f"{surface}.txt"), "w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in new)
        print(f"{surface}: {len(new) - len(old)} added, {len(new)} listed")


if __name__ == "__main__":
    main()
