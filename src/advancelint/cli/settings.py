"""The settings of each file: the nearest config file upward, read once a folder."""

from __future__ import annotations

import functools
import os

from advancelint.config import Settings


def settings_for(path: str, as_of: str, profile: str = "") -> Settings:
    """Return the settings for the file ``path`` on the ISO date ``as_of``; raises ConfigError for a broken config.

    ``profile`` overrules the config's, "" leaves it.
    """
    settings = _of_folder(os.path.dirname(os.path.abspath(path)), as_of).for_file(path)
    return settings._replace(profile=profile) if profile else settings


@functools.cache
def _of_folder(folder: str, as_of: str) -> Settings:
    from advancelint.config.find import nearest

    found = nearest(folder)
    if found is None:
        return Settings(as_of=as_of)  # without the reader, which a run without a config should not pay for
    from advancelint.config.load import read

    return read(found, as_of)


def forget() -> None:
    """Read config files anew from now on: a run that watches lives longer than they stay as they are."""
    _of_folder.cache_clear()
