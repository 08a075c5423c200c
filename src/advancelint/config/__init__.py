"""The settings of a run: what its options and the nearest config file say."""

from advancelint.config.settings import Settings

__all__ = ["Settings"]
