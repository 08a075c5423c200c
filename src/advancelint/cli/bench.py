"""What a command line asks of a run, and what the files of that run are judged with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from advancelint.cli import files
from advancelint.cli.onlooker import NOBODY, Onlooker
from advancelint.records import NamedTuple

if TYPE_CHECKING:
    from advancelint.catalog import Library
    from advancelint.cli.choosing import Chooser
    from advancelint.cli.settings import Finder
    from advancelint.config import Settings
    from advancelint.engine import Judgement, Trouble
    from advancelint.engine.neighbours import Neighbours
    from advancelint.git import Worktrees
    from advancelint.rule import Rule
    from advancelint.source import Source
    from advancelint.suppress import Register


class Asked(NamedTuple):
    """What a command line asks of a run; "" and () leave the word to the config.

    ``as_of`` is what `today.asked` returned; ``select``, ``ignore`` and ``extend_select`` are words that choose rules.
    ``stdin_name`` is what standard input is called, "" where nobody said. ``config`` names the config file for all
    files, ``isolated`` reads none, and without ``exclude`` no pattern of a config leaves a file out. ``baseline`` is
    the path of the baseline for all files; without ``listed`` none holds anything, and without ``suppressions`` those
    in plans hold nothing. ``changed_since`` is the revision whose changes alone are reported on, "" for everything.
    ``chained`` asks for the chains of the accounts, of which few formats have use.
    ``portfolio`` takes the files that git tracks, and reports what rests on the account or the chain. ``rules`` are
    paths of cards and folders, ``packs`` names of installed packs; ``allow_checks`` lets cards of paths run code.
    """

    paths: tuple[str, ...]
    as_of: str = ""
    profile: str = ""
    stdin_name: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_on: str = ""
    config: str = ""
    isolated: bool = False
    exclude: bool = True
    baseline: str = ""
    listed: bool = True
    suppressions: bool = True
    changed_since: str = ""
    chained: bool = False
    portfolio: bool = False
    rules: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    allow_checks: bool = False


class Bench(NamedTuple):
    """What the files of a run are judged with. A file goes by its name in reports, standard input by what it is called.

    ``library`` has the rules, of which ``chooser`` chooses those for a file; ``finder`` finds settings, ``worktrees``
    what git knows, and ``around`` looks around a file. ``late`` are the codes of rules of others that took too long.
    """

    asked: Asked
    library: Library
    chooser: Chooser
    finder: Finder
    worktrees: Worktrees
    around: Neighbours
    late: set[str]

    def renewed(self) -> Bench:
        """Return the bench for another look at files that have been changed meanwhile."""
        from advancelint.engine import look_around

        return self._replace(around=look_around(self.finder.settings_of, worktrees=self.worktrees))

    def inputs(self) -> files.Inputs:
        """Return the files that were asked for; raises UsageError where git cannot tell which of them it tracks."""
        paths = self.asked.paths or ((files.STDIN,) if self.asked.stdin_name else (os.curdir,))
        # A file that git tracks is not ignored, whatever its patterns say.
        ignoring = not self.asked.portfolio
        found = files.collect(paths, self.finder, self.name_of(files.STDIN), respect_gitignore=ignoring)
        if self.asked.portfolio:
            from advancelint.cli.portfolio import tracked

            return found._replace(files=tracked(found.files, self.worktrees))
        return found

    def name_of(self, path: str) -> str:
        """Return what the input ``path`` is called in reports."""
        return (self.asked.stdin_name or files.STDIN_NAME) if path == files.STDIN else path

    @property
    def known(self) -> tuple[Rule, ...]:
        """All rules of the files that were asked about so far."""
        return self.library.everything

    @property
    def register(self) -> Register:
        """What suppressions in any of those files can name."""
        from advancelint.engine import register_of

        return register_of(self.known if self.asked.suppressions else ())

    def register_of(self, name: str) -> Register:
        """Return what suppressions in the file ``name`` can name; raises ConfigError for a broken config."""
        from advancelint.engine import register_of

        known = self.library.rules_of(self.finder.config_for(name)) if self.asked.suppressions else ()
        return register_of(known)

    def settings_of(self, name: str) -> Settings:
        """Return the settings of the file ``name``; raises ConfigError for a broken config."""
        return self.finder.settings_of(name)

    def rules_of(self, name: str) -> tuple[Rule, ...]:
        """Return the rules that judge the file ``name``; raises ConfigError for a word that chooses none."""
        return self.chooser.rules_for(self.finder.settings_of(name), self.finder.config_for(name))

    def take(self, path: str) -> Source | Trouble:
        """Read the file ``path``, or standard input where it is "-"."""
        from advancelint.engine import decode, read_file
        from advancelint.engine.intake import LARGEST_FILE

        if path == files.STDIN:
            return decode(self.name_of(path), sys.stdin.buffer.read(LARGEST_FILE + 1))
        return read_file(path)

    @property
    def runs_code(self) -> bool:
        """Say whether a rule of the files that were asked about so far runs code that is not ours."""
        return any(rule.card.condition == "check" and not rule.card.own for rule in self.known)

    def judge(self, path: str, taken: Source | Trouble) -> Judgement:
        """Judge ``taken``, which is what `take` or anybody else made of the file ``path``."""
        from advancelint.engine import judge_input

        name = self.name_of(path)
        rules = [rule for rule in self.rules_of(name) if rule.code not in self.late]
        judged = judge_input(rules, taken, self.settings_of(name), self.around, self.register_of(name))
        self.late.update(failure.step for failure in judged.failures if failure.late)
        return judged


def bench_for(asked: Asked, looking: Onlooker = NOBODY) -> Bench:
    """Return the bench of ``asked``; raises UsageError for a word that chooses no rule, CardError and the like.

    ``looking`` sees the rules before they are run.
    """
    from advancelint.catalog import Library, Sources
    from advancelint.cli.choosing import Chooser, Words
    from advancelint.cli.settings import Finder
    from advancelint.engine import look_around
    from advancelint.git import Worktrees

    library = Library(Sources(asked.rules, asked.packs, checks=asked.allow_checks))
    chooser = Chooser(library, Words(asked.select, asked.ignore, asked.extend_select), looking.timed)
    finder = Finder(
        as_of=asked.as_of, profile=asked.profile, config=asked.config, isolated=asked.isolated, exclude=asked.exclude
    )
    worktrees = Worktrees()
    around = look_around(finder.settings_of, worktrees=worktrees)
    return Bench(asked, library, chooser, finder, worktrees, around, set())
