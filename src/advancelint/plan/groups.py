"""What the heading or label above a list says of all its items: whose they are, and when they are due."""

from __future__ import annotations

from advancelint.plan import due, owners
from advancelint.plan.cast import Cast
from advancelint.plan.due import Due
from advancelint.plan.material import Material, field
from advancelint.plan.outline import Section
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import normalise
from advancelint.records import NamedTuple

_LONGEST_SUFFIX = 8


class Groups(NamedTuple):
    """Looks up the sections around a step; ``calls`` are the sections that are calls."""

    material: Material
    cast: Cast
    calls: frozenset[int]

    def owner(self, section: int, owned: owners.Owned) -> owners.Owned:
        """The label above a list owns what the list promises: "**Norwood commits:**"."""
        for index in self.material.outline.chain(section):
            title = self.material.outline.sections[index]
            if title is self.material.outline.title:
                break  # whose plan it is says nothing of who does what
            name = self._name(title)
            if "next-step" in title.label.roles and not name:
                break
            if name:
                side = owners.side_of(name, self.cast, self.material.vocabulary)
                return owners.Owned(field(name, title.part(name), "heading"), side, owned.passage)
        return owned

    def _name(self, title: Section) -> str:
        words = title.title.strip(" :").split()
        for cut in range(len(words), max(len(words) - _LONGEST_SUFFIX, 0), -1):
            name = " ".join(words[:cut]).strip(" :'’")
            tail = normalise(" ".join(words[cut:])) if cut < len(words) else ""
            if tail and tail not in self.material.vocabulary.words["group-suffix"]:
                continue
            name = name.removesuffix("'s").removesuffix("’s")
            if self.cast.knows(name) or self.material.vocabulary.word("side", normalise(name)) is not None:
                return name
        return ""

    def due(self, section: int, anchor: Anchor) -> Due:
        """A heading may date the list below it: "Follow-up plan (by Mar 4)"."""
        for index in self.material.outline.chain(section):
            title = self.material.outline.sections[index]
            if not title.title or index in self.calls or title.level == 1:
                break
            found = due.in_title(title.words, self.material.vocabulary, anchor)
            # "Before Thursday" and "before the 9th" say no more than: before the call.
            of_call = anchor.before and found.field.value == anchor.call
            if found.present and not of_call:
                return found._replace(field=found.field._replace(surface="heading"))
        return due.NO_DUE
