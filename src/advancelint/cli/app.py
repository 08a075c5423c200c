"""The command group; a command's module is imported when the command is called."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from advancelint import __version__
from advancelint.cli import exits

# command: where it lives, and its line in the help
_COMMANDS = {
    "check": ("advancelint.cli.check", "Judge the call objectives of plans."),
    "init": ("advancelint.cli.init", "Set up the gate in a repository: config, hooks, workflow."),
    "read": ("advancelint.cli.read", "Show how one sentence is read, with the evidence."),
    "inspect": ("advancelint.cli.inspect", "Show a plan as it is understood, and what was passed over."),
    "suggest": ("advancelint.cli.suggest", "Suggest the advances that come next for a plan."),
    "suppressions": ("advancelint.cli.suppressions", "List what comments in the plans suppress, and why."),
    "baseline": ("advancelint.cli.baseline", "Keep a list of old findings, so that only new ones count."),
    "explain": ("advancelint.cli.rules", "Explain one rule, with examples."),
    "config": ("advancelint.cli.config", "Show, check and describe config files."),
    "schema": ("advancelint.cli.schema", "Print a JSON Schema, for editors and for what reads the tool's JSON."),
    "rules": ("advancelint.cli.rules", "List the rules."),
    "rule": ("advancelint.cli.rule", "Start a rule of your own, try its examples, see what they leave out."),
    "completions": ("advancelint.cli.completions", "Print a script that completes words in a shell."),
}


class _LazyGroup(click.Group):
    """A group that knows its commands' names and help lines without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name][0]), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from advancelint.errors import closest

            meant = closest(args[0], _COMMANDS)
            remedy = f"Did you mean “{meant}”?" if meant else f"Commands are: {', '.join(_COMMANDS)}."
            raise click.UsageError(f"there is no command “{args[0]}”. {remedy}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            # What was stopped has found nothing, so it must not end as a run with findings does.
            click.echo("stopped", err=True)
            sys.exit(exits.STOPPED)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(cls=_LazyGroup, epilog="Example: advancelint check plans/ --as-of 2026-06-01")
@click.version_option(__version__, message="advancelint %(version)s")
def app() -> None:
    """Judge sales plans by one question: what will the client do?"""
