"""Finds the letters by which a mutual plan calls its two parties: "SB = St. Brendan's", "Dulcimer Skin (DS) and …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from advancelint.expressions import expression
from advancelint.markdown.model import TICKS
from advancelint.plan import heads, partners
from advancelint.plan.companies import same_company
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import Vocabulary

# "[NM: Ana Ruiz]" and "(NM)" behind what is done, "- NM: …" or "- 4.12. NM – …" before it, a cell "| NM |"
_MARKED = expression(
    rf"[\[(]([A-Z]{{1,4}})(?:[:,)\]]| [+&/] )"
    rf"|^[ \t]*(?:[-*+] |\d{{1,2}}[.)] )?(?:\[[ {TICKS}]\] )?(?:\d{{1,2}}[./]\d{{1,2}}\.? )?([A-Z]{{1,4}})(?::| [–—-] )"
    r"|\|[ \t]*([A-Z]{1,4})[ \t]*(?=\|)",
    re.MULTILINE,
)
_CODE, _JOINT = expression(r"[A-Z]{1,4}"), expression(r"\s*[/&+,]\s*")
_BEHIND, _READ = expression(r"(?<=[^\W\d_A-Z]) \(([A-Z]{2,4})\)"), 20_000
_PAIR, _FEWEST, _MOST = 2, 4, 500


def find(material: Material, account: str, ours: Sequence[str]) -> Mapping[str, str]:
    """Return the side of each code that a mutual plan explains, or that begins a party's name; {} for another kind.

    One of the two has to be known; the other one is the other party's.
    """
    if material.kind != "map" or not account:
        return {}
    sides: dict[str, str] = {}
    others: set[str] = set()
    for code, name in (*partners.lettered(material.source.text[: partners.TOP]), *_in_columns(material)):
        # "OBB = the brewery" has the first letters of the client's name
        side = _side(name, account, ours, material.vocabulary) or _side(code, account, ours, material.vocabulary)
        if side:
            sides[code] = side
        elif not _is_no_party(code, name, material.vocabulary):
            others.add(code)
    for code in dict.fromkeys(_BEHIND.findall(material.source.text[:_READ])):
        side = _side(code, account, ours, material.vocabulary)
        if side and code not in sides and material.vocabulary.word("role-word", code) is None:
            sides[code] = side  # "Ana Ruiz (NM)" of Norwood Mills, which nothing explains
    others -= sides.keys()
    if len(others) == 1 and len(set(sides.values())) == 1:
        sides[others.pop()] = "seller" if "client" in sides.values() else "client"
    return sides


def _in_columns(material: Material) -> Iterator[tuple[str, str]]:
    """Yield the letters below "Company" of which all cells are made, each as what it stands for: "NM", "T", "NM/T"."""
    for grid in material.outline.grids:
        column = grid.column("organisation")
        cells = [row.cells[column].content.strip() for row in grid.table.rows] if column >= 0 else []
        parts = [part for cell in cells for part in _JOINT.split(cell) if part]
        if parts and all(_CODE.fullmatch(part) for part in parts):
            yield from ((part, part) for part in dict.fromkeys(parts))


def share_out(material: Material) -> bool:
    """Say whether the letters of two companies, which the head explains, stand beside what each of them does."""
    text = material.source.text
    pair = dict(partners.lettered(text[: partners.TOP]))
    if len(pair) != _PAIR or any(_is_no_party(code, name, material.vocabulary) for code, name in pair.items()):
        return False
    counts = dict.fromkeys(pair, 0)
    for match in islice(_MARKED.finditer(text), _MOST):
        code = match[1] or match[2] or match[3]
        counts[code] = counts.get(code, 0) + 1
    told = [counts[code] for code in pair]
    return min(told) > 0 and sum(told) >= _FEWEST


def _side(name: str, account: str, ours: Sequence[str], vocabulary: Vocabulary) -> str:
    if same_company(name, account, vocabulary):
        return "client"
    if any(same_company(name, one, vocabulary) for one in ours):
        return "seller"
    return vocabulary.word("side", re.sub(r"^(?:the|der|die|le|la|el) ", "", name.casefold())) or ""


def _is_no_party(code: str, name: str, vocabulary: Vocabulary) -> bool:
    """Say whether letters are somebody's, or somebody's work: "AR = Ana Ruiz", "Ben Ito (CFO)"."""
    worker = vocabulary.word("role-word", code) is not None or vocabulary.word("side", code) is not None
    return worker or not name[:1].isupper() or heads.is_person(name, vocabulary)
