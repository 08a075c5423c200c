"""``advancelint schema``: the published schemas, of what people write and of what the tool prints."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from advancelint.errors import UsageError, hint


@click.command(epilog="Example: advancelint schema card > .advancelint/card.schema.json")
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print the JSON Schema NAME, for editors and for what reads the tool's JSON; without NAME, list them.

    docs/usage.md says how an editor finds it ("In the editor").
    """
    from advancelint import resources

    if name is None:
        sys.stdout.writelines(f"{line}\n" for line in _listed())
        return
    known = resources.schemas()
    if name not in known:
        raise UsageError(f"there is no schema “{name}”", remedy=hint(name, known))
    sys.stdout.write(resources.published(name))


def _listed() -> Iterator[str]:
    """Yield a line for each schema: its name and what it describes."""
    import json

    from advancelint import resources
    from advancelint.report.columns import columns

    titles = {name: json.loads(resources.published(name))["title"] for name in resources.schemas()}
    yield from columns([[name, title.removeprefix("advancelint: ")] for name, title in titles.items()])
