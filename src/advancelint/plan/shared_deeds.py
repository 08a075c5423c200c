"""Tells headings that share out deeds between two companies: "What Norwood will do" beside "What Tallow will do".

One alone may be what a call is for; side by side they are the promises of a plan that both keep.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advancelint.expressions import expression
from advancelint.plan.outline import Section
from advancelint.plan.vocabulary import Label

_STEPS = Label(frozenset({"next-step"}), weak=False)
_DOES = (
    r"(?:will(?: do| bring| deliver)?|(?:is|are)(?: going)? to(?: do)?|does|do|commits? to(?: do)?"
    r"|promises?(?: to do)?)"
)
_NAME = r"(?P<name>(?-i:[^\W\d_a-z])[\w&'’-]*(?: [\w&'’-]+){0,3}?)"
_HEAD = expression(rf"(?i:what |things )?{_NAME} (?i:{_DOES})\W*$")
_JOINT = expression(r"(?:what |things )?(?:we|both|both (?:of us|sides|teams)) (?:all )?(?:will )?do(?: together)?\W*$")
_ANYBODY = expression(r"(?:i|we|you|s?he|they|it|who|both|this|that|what|every\w+)", re.IGNORECASE)
_TWO, _LONGEST = 2, 60


def named(title: str) -> str:
    """Return whose deeds a title says that stand below it: "Norwood" of "What Norwood will do"; "" for none."""
    match = _HEAD.match(title.strip())
    return match["name"] if match and not _ANYBODY.fullmatch(match["name"]) else ""


def heads_deeds(line: str) -> bool:
    """Say whether a line of its own is such a heading, also without any mark of one: "What we do together"."""
    whole = line.strip("*_ ")
    asked = whole[:_LONGEST].casefold().startswith(("what ", "things "))
    return asked and "\n" not in whole and (bool(named(whole)) or _JOINT.match(whole.casefold()) is not None)


def parted(sections: Sequence[Section]) -> Mapping[int, str]:
    """Return the companies by the indexes of the sections that hold their deeds; {} unless two stand side by side.

    A section of what both do, beside them, has the name "".
    """
    found = {index: name for index, one in enumerate(sections) if (name := named(one.title))}
    if len(set(found.values())) != _TWO or len({sections[index].parent for index in found}) > 1:
        return {}
    parent = sections[next(iter(found))].parent
    joint = (i for i, one in enumerate(sections) if one.parent == parent and _JOINT.match(one.title.strip().casefold()))
    return {**found, **dict.fromkeys(joint, "")}


def labelled(sections: Sequence[Section]) -> list[Section]:
    """Return ``sections``, those of the deeds of two companies with the label of steps."""
    shared = parted(sections)
    return [one._replace(label=_STEPS) if index in shared else one for index, one in enumerate(sections)]
