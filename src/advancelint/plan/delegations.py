"""Reads people whom a sentence gives behind their company: "between Norwood (Ana Ruiz, CFO) and Tallow (Ben Ito)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import lineup, persons, prose
from advancelint.plan.given import given
from advancelint.plan.placed import Placed
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import Passage, Span

_GROUP = expression(
    r"(?<![\w'’-])(?P<firm>[^\W\d_a-zß-öø-ÿ][\w'’&-]*(?: (?:[^\W\d_a-zß-öø-ÿ][\w'’-]*|&|of|de|du|da|do)){0,5})"
    r" \((?P<people>[^\W\d_a-zß-öø-ÿ][^()\n]{4,300})\)"
)

_MAY_GROUP = expression(r" \([^\W\d_a-zß-öø-ÿ][^\W\d_]* [^\W\d_a-zß-öø-ÿ]")
_PARTIES = 2


def read(passage: Passage, vocabulary: Vocabulary) -> Iterator[Placed]:
    """Yield the people in brackets behind a company; each has a full name, and one a role or somebody beside them.

    Two such groups in one passage are the two parties of an encounter.
    """
    if not _MAY_GROUP.search(passage.text):
        return
    groups = [group for match in _GROUP.finditer(passage.text) if (group := _group(passage, match, vocabulary))]
    for group in groups:
        for one in group:
            yield Placed(one, "unknown", 0, met=len(groups) == _PARTIES)


def _group(passage: Passage, match: re.Match[str], vocabulary: Vocabulary) -> list[persons.Named]:
    """Return the people of one company, [] where what is found is something else."""
    firm, listed = match["firm"], passage.cut(Span(*match.span("people")))
    first, _, rest = firm.partition(" ")
    if rest[:1].isupper() and first.casefold() in load("en").common:
        firm = rest  # "Between Norwood"
    if (
        not given().isdisjoint(firm.split())
        or listed.text.startswith(firm.split()[-1])
        or persons.is_role(firm, vocabulary)
        or not prose.FULL_NAME.match(listed.text)
    ):
        return []
    people = list(lineup.several(listed, vocabulary))
    told = any(one.role for one in people) or (len(people) > 1 and listed.text.split()[0] in given())
    named = all(" " in one.name and prose.is_person(one.name, vocabulary) for one in people)
    return [one._replace(organisation=firm, others=()) for one in people] if told and named else []
