"""Has passages read in their scene."""

from __future__ import annotations

from advancelint.plan.cast import Cast
from advancelint.plan.material import Material
from advancelint.reading import Reading, Scene, read
from advancelint.records import NamedTuple
from advancelint.source import Passage


class Prompter(NamedTuple):
    """Knows the cast, and so the scene of every passage of the plan."""

    material: Material
    cast: Cast

    def read(self, passage: Passage, field: str, heading: str, owner: str = "", side: str = "unknown") -> Reading:
        """Return the reading of ``passage``, which stands as ``field`` below ``heading``."""
        client, seller = self.cast.client, self.cast.seller
        scene = Scene(field=field, heading=heading, owner=owner, owner_side=side, client=client, seller=seller)
        return read(passage, scene)

    def heading(self, section: int) -> str:
        """Return the title of a section, "" for the document's own level."""
        return self.material.outline.sections[section].title
