"""The linguistic core: a passage becomes a reading. It knows no Markdown and no rule."""

from advancelint.reading.model import Facet, Reading, Scene
from advancelint.reading.reader import read

__all__ = ["Facet", "Reading", "Scene", "read"]
