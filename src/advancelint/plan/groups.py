"""What the heading or label above a list says of all its items: whose they are, and when they are due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import due, owner_sides, owners, shared_deeds
from advancelint.plan.cast import Cast
from advancelint.plan.due import Due
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field
from advancelint.plan.outline import Section
from advancelint.plan.periods import Anchor
from advancelint.records import NamedTuple

_LONGEST_SUFFIX, _MOST = 8, 60
# "You said you would", "What Jo promised to do": whose promises stand below; "What we agreed" is nobody's
_SAID = expression(
    r"(?:(?:said|says?|promised|offered)(?: (?:that )?(?:you|he|she|they|we|i)(?:['’]d|['’]ll| would| will))?"
    r"|undertook|(?:agreed|committed|promised|offered) to)(?: do)?"
)
_HAVE = expression(r"['’](?:s|ve|d)$")  # "Things I've promised"
_WHAT = expression(r"(?i:what|things|the things) (?=[^\W\d_])")
# "What they owe us", "Things they've promised": of whom a plan speaks so, but for one that both sides keep
_THEIRS = expression(
    r"(?:what|things) (?:they|he|she)(?:['’](?:ve|s|d)| have| has)?(?: still)? (?:promised|agreed|offered|said"
    r"|owes?)\b",
    re.IGNORECASE,
)
_WORD = expression(r"[^\W\d_]+")
_UNTIL = expression(r"\b(?:by|until|before|due|bis|vor|avant|antes|hasta|até)\b", re.IGNORECASE)
_OF = expression(
    r"\b(?:e-?)?(?:mails?|letters?|messages?|minutes|notes?)\s+(?:of|from|vom|du|del)\s+(?:the |[^\W\d_]{2,10},? )?$",
    re.IGNORECASE,
)


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
            if not name and self.material.kind != "map" and _THEIRS.match(title.title):
                return owned if owned.side != "unknown" else owned._replace(side="client")
            if "next-step" in title.label.roles and not name:
                break
            if name:
                side = owner_sides.side_of(name, self.cast, self.material.vocabulary)
                return owners.Owned(field(name, title.words.part(name), "heading"), side, owned.passage)
            facing = self._facing(title)
            if facing:
                return owned._replace(side=facing)
        return owned

    def _name(self, title: Section) -> str:
        for name, _ in self._cuts(title):
            if self.cast.knows(name) or self.material.vocabulary.word("side", normalise(name)) is not None:
                return name
        return ""

    def _cuts(self, title: Section) -> Iterator[tuple[str, str]]:
        """Yield the beginnings of a title that may be a name, with what stands behind it: "Norwood", "side"."""
        whole = title.title.strip(" :")
        if name := shared_deeds.named(whole):
            yield name, ""
        asked = _WHAT.match(whole)
        words = whole[asked.end() if asked else 0 :].split()
        for cut in range(len(words), max(len(words) - _LONGEST_SUFFIX, 0), -1):
            name = " ".join(words[:cut]).strip(" :'’")
            tail = normalise(" ".join(words[cut:])) if cut < len(words) else ""
            suffix = not tail or tail in self.material.vocabulary.words["group-suffix"]
            if (suffix and not asked) or _SAID.fullmatch(tail):
                yield _HAVE.sub("", name), tail

    def _facing(self, title: Section) -> str:
        """Return the side of "Sponsor side" that stands beside "Tallow side", which is told; "" for none."""
        last = title.title.rstrip(" :").rpartition(" ")[2]
        if normalise(last) not in self.material.vocabulary.words["group-suffix"]:
            return ""  # most titles
        tails = {tail for _, tail in self._cuts(title) if tail}
        sections = self.material.outline.sections[:_MOST]
        beside = [one for one in sections if one.parent == title.parent and one is not title]
        names = [self._name(one) for one in beside if tails & {tail for _, tail in self._cuts(one)}]
        told = {owner_sides.side_of(name, self.cast, self.material.vocabulary) for name in names if name} - {"both"}
        return {"seller": "client", "client": "seller"}.get(told.pop(), "") if len(told) == 1 else ""

    def _tells(self, title: str, day: str) -> bool:
        """Say whether a title tells what was on a ``day``: "Sanne wrote on Monday:", "Her mail of 27 May".

        "Promised by Monday" does not.
        """
        told = self.material.vocabulary.words["told-word"]
        of_day = _OF.search(title[: title.find(day)]) if day in title else None
        words = of_day or any(word in told for word in _WORD.findall(title.casefold()))
        return bool(words) and not _UNTIL.search(title)

    def due(self, section: int, anchor: Anchor) -> Due:
        """A heading may date the list below it: "Follow-up plan (by Mar 4)"."""
        for index in self.material.outline.chain(section):
            title = self.material.outline.sections[index]
            if not title.title or index in self.calls or title.level == 1:
                break
            found = due.in_title(title.words, self.material.vocabulary, anchor)
            # "Before Thursday" and "before the 9th" say no more than: before the call.
            of_call = anchor.before and found.field.value == anchor.call
            if found.present and not of_call and not self._tells(title.title, found.field.raw):
                return found._replace(field=found.field._replace(surface="heading"))
        return due.NO_DUE
