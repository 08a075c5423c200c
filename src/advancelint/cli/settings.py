"""The settings of each file: those of the nearest config file upward, and what the command line says over them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from advancelint.cli import today
from advancelint.config import Settings
from advancelint.config.days import COMMIT
from advancelint.config.find import above, candidates, ground_of
from advancelint.errors import ConfigError, UsageError
from advancelint.paths import top_of

if TYPE_CHECKING:
    from advancelint.config.layered import Config


class Finder:
    """Finds the settings of the files of one run; every folder is searched and every config read once."""

    def __init__(
        self, *, as_of: str = "", profile: str = "", config: str = "", isolated: bool = False, exclude: bool = True
    ) -> None:
        """Take what the command line says.

        ``as_of`` is what `today.asked` returned, ``profile`` "" for the config's. ``config`` names the config file for
        all files, "" for the nearest of each; ``isolated`` reads none, nor git's ignore files. Without ``exclude``
        nothing is excluded.
        Raises UsageError and ConfigError for a ``config`` that cannot be.
        """
        self._as_of, self._profile, self._exclude = as_of, profile, exclude
        self._configs: dict[str, Config | None] = {}
        self._closed: dict[str, str] = {}
        self._days: dict[tuple[str, str], str] = {}
        if config and isolated:
            raise UsageError("--config and --isolated exclude each other")
        self._isolated = isolated
        self._fixed = bool(config) or isolated
        self._only = _named(config) if config else None

    def settings_of(self, path: str) -> Settings:
        """Return the settings of the file ``path``, which need not exist; raises ConfigError for a broken config."""
        folder = os.path.dirname(os.path.abspath(path))
        config = self.config_of(folder)
        day = self._day(config, folder)
        settings = config.settings(path, day) if config else Settings(as_of=day)
        return settings._replace(profile=self._profile) if self._profile else settings

    def config_for(self, path: str) -> Config | None:
        """Return the config of the file ``path``, which need not exist, None where there is none."""
        return self.config_of(os.path.dirname(os.path.abspath(path)))

    def config_of(self, folder: str) -> Config | None:
        """Return the config of the files that lie in the absolute ``folder``, None where there is none."""
        if self._fixed:
            return self._only
        passed = []
        here = folder
        found = None
        while here:
            if here in self._configs:
                found = self._configs[here]
                break
            passed.append(here)
            found = _first(here)
            if found:
                break
            here = above(here)
        for one in passed:
            self._configs[one] = found
        return found

    def exclusion_of(self, path: str, *, folder: bool = False) -> str:
        """Return the place of the pattern that excludes the file or ``folder`` at ``path``, "" where none does.

        A folder that is excluded is closed with all that lies in it, so that a file has one answer, whether it is
        named, found in a folder or handed over by a hook.
        """
        whole = os.path.abspath(path)
        return self._closing(whole if folder else os.path.dirname(whole)) or (
            "" if folder else self._excluded(whole, folder=False)
        )

    def respects_gitignore(self, folder: str) -> bool:
        """Say whether git's ignore files count for what is found in the absolute ``folder``."""
        if self._isolated:
            return False
        config = self.config_of(folder)
        return config is None or bool(config.value("respect-gitignore"))

    def _closing(self, folder: str) -> str:
        """Return what excludes ``folder`` or a folder that it lies in."""
        passed = []
        by = ""
        while not by and folder and folder not in self._closed and self.config_of(folder) is not None:
            passed.append(folder)
            outside = above(folder)
            by = self._excluded(folder, folder=True) if outside or self._fixed else ""
            folder = "" if self._fixed else outside  # one config for all: its patterns look at the whole path
        by = by or self._closed.get(folder, "")
        for one in passed:
            self._closed[one] = by
        return by

    def _excluded(self, whole: str, *, folder: bool) -> str:
        config = self.config_of(os.path.dirname(whole)) if self._exclude else None
        origin = config.exclusion(whole, folder=folder) if config else None
        return origin.described if origin else ""

    def _day(self, config: Config | None, folder: str) -> str:
        asked = self._as_of or (config.value("as-of") if config else "")
        key = (asked, (top_of(folder) or folder) if asked == COMMIT else "")
        if key not in self._days:
            self._days[key] = self._found_day(asked, key[1], config)
        return self._days[key]

    def _found_day(self, asked: str, folder: str, config: Config | None) -> str:
        try:
            return today.day(asked, folder)
        except UsageError as error:
            if self._as_of or config is None or not asked:
                raise
            origin = config.said[("as-of",)].origins[0]
            where = origin.layer.document.path
            raise ConfigError(error.message, remedy=error.remedy, path=where, place=origin.place) from error


def _first(folder: str) -> Config | None:
    for path in candidates(folder):
        from advancelint.config.layered import load  # here, since a run without a config should not pay for it

        config = load(path, folder, ground_of(folder))
        if config is not None:
            return config
    return None


def _named(path: str) -> Config:
    from advancelint.config.layered import load

    if not os.path.isfile(path):
        raise UsageError("there is no such config file", path=path)
    config = load(path, os.getcwd())
    if config is None:
        raise ConfigError("this pyproject.toml has no table [tool.advancelint]", path=path)
    return config
