"""``advancelint completions``."""

from __future__ import annotations

import sys

import click

SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_ADVANCELINT_COMPLETE"


@click.command(epilog='Example: eval "$(advancelint completions bash)"')
@click.argument("shell", type=click.Choice(SHELLS))
def completions(shell: str) -> None:
    """Print a script that teaches SHELL to complete advancelint's commands, options and values.

    bash and zsh evaluate it from their start-up file; fish reads it from
    ~/.config/fish/completions/advancelint.fish.
    """
    from click.shell_completion import get_completion_class

    from advancelint.cli.app import app

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"this version of click knows no completion for {shell}")
    sys.stdout.write(made(app, {}, "advancelint", _VARIABLE).source())
