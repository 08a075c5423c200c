"""Reads the people whom a label gives to a company: "From Norwood: Ana Ruiz", "Norwood: Ana Ruiz (COO), Ben Ito"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import companies, firms, persons, pieces, prose
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.plan.placed import Placed
from advancelint.source import Passage, Span

_Group = tuple[str, int, list[persons.Named]]  # a company, the block that names it, and its people
_PEOPLE = frozenset({"people", "attendees", "name"})
_WORD = expression(r"\w+")
_NEXT = expression(r"(?<=[\w)])[.;]\s+(?=[^\W\d_a-zß-öø-ÿ][\w&'’-]+(?: [\w&'’-]+){0,3}(?::| [–—-]) )")
# "From Norwood", "Für Norwood", "Norwood side", "Seite Norwood"
_OF_FIRM = expression(
    r"(?:from|for|by|team|von|vom|für|seite|bei|pour|chez|côté|de|du|por|para|da|do|lado) "
    r"(?P<firm>(?-i:[^\W\d_a-zß-öø-ÿ])[^:]{2,30})"
    r"|(?P<sided>(?-i:[^\W\d_a-zß-öø-ÿ])[^:]{2,30}) (?:side|team|crew|seite|people)",
    re.IGNORECASE,
)


def firm_of(statement: Statement, material: Material) -> str:
    """Return the company of "From Norwood:" or "Norwood side:", before whose colon its people stand; "" for none."""
    led = _OF_FIRM.fullmatch(statement.name) if statement.name else None
    firm = (led["firm"] or led["sided"]) if led else ""
    label = statement.label
    known = not firm or (not label.heard and (label.roles - {"our-people", "client-people"} or not label.weak))
    side = material.vocabulary.word("side", firm) or material.vocabulary.words["side-word"].get(firm.casefold())
    return "" if known or side or not prose.FULL_NAME.match(statement.value.text) else firm


def side_of(firm: str, account: str, ours: list[str], material: Material) -> str:
    """Return the side of a company that heads its people: the client's, ours, or "unknown"."""
    if companies.same_company(firm, account, material.vocabulary):
        return "client"
    return "seller" if any(companies.same_company(firm, one, material.vocabulary) for one in ours) else "unknown"


def by_company(material: Material, account: str) -> Iterator[Placed]:
    """Read "Ostrander Foods: Willa Ostrander (COO), Ben Achter" where the company is one of the title's.

    Beside such a line, a line of the same shape is another company and its people.
    """
    title = material.outline.title.title.casefold() if material.outline.title else ""
    found: list[_Group] = []
    among: set[int] = set()
    for statement in material.outline.statements:
        found += _listed(statement, title, material)
        if statement.label.roles or material.outline.within(statement.section, "next-step", "objective"):
            continue
        lines = [] if statement.name else pieces.broken(statement.value, material.source.text)
        named_here: list[persons.Named] = []
        if statement.name:
            first, *lines = pieces.broken(statement.value, material.source.text) or [statement.value]
            named_here = firms.of_firm(statement.name, first, material.vocabulary)
        if material.outline.within(statement.section, "people", "attendees"):
            among.add(statement.block)
        lines = [part for line in lines for part in _sentences(line)]
        groups = (named_here, *(firms.of_company(line, material.vocabulary) for line in lines))
        found += [
            (group[0].organisation, statement.block, group) for group in groups if group and group[0].organisation
        ]
    known = {
        block
        for name, block, _ in found
        if name.casefold() in title or companies.same_company(name, account, material.vocabulary)
    }
    blocks = Counter(block for _, block, _ in found)
    # Two companies with their people, line by line below "People" or in a mutual plan, need no title to name them.
    listed = {block for block, count in blocks.items() if count > 1 and block in among}
    if material.kind == "map":
        listed |= _beside(Counter(block for name, block, _ in _named_again(found, material.source.text)))
    for _, block, people in found:
        if block in known or block - 1 in known or block + 1 in known or block in listed:
            yield from (Placed(named, "unknown", 0, met=True) for named in people)


def _listed(statement: Statement, title: str, material: Material) -> list[_Group]:
    """Return the companies of a title with their people in a list: "People: Norwood – Ana Ruiz. Tallow – Jo Berg"."""
    if not statement.label.roles or not statement.label.roles <= _PEOPLE:
        return []
    groups = [firms.in_a_list(line, material.vocabulary) for line in _sentences(statement.value)]
    named = len(groups) > 1 and all(group and group[0].organisation.casefold() in title for group in groups)
    return [(group[0].organisation, statement.block, group) for group in groups] if named else []


def _sentences(line: Passage) -> Iterator[Passage]:
    """Yield the parts of a line of companies: "Norwood: Ana Ruiz (COO), Ben Ito. Tallow: Jo Berg"."""
    start = 0
    for gap in _NEXT.finditer(line.text):
        yield line.cut(Span(start, gap.start())).strip()
        start = gap.end()
    yield line.cut(Span(start, len(line.text)))


def _named_again(found: list[_Group], text: str) -> Iterator[_Group]:
    """Return the companies that a plan names elsewhere, too, which "Sponsors" and "Working level" are not."""
    written = Counter(_WORD.findall(text))
    return (one for one in found if written[_WORD.findall(one[0])[0]] > 1)


def _beside(blocks: Counter[int]) -> set[int]:
    """Return the blocks that hold several companies or stand beside another that holds one."""
    return {block for block, count in blocks.items() if count > 1 or block + 1 in blocks or block - 1 in blocks}
