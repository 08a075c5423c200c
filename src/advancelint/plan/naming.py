"""What headings, and labels that open sections, mean: by the lists, and else by their words and what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.markdown import Document, ListItem, Paragraph, Quote
from advancelint.plan import dates, due, nextcalls, traps
from advancelint.plan.outline import Section
from advancelint.plan.vocabulary import NO_LABEL, Label, Vocabulary
from advancelint.records import NamedTuple

_SEEN = 160  # so much of what stands below tells what a heading means
_LONGEST_SEEN = 4000  # the same, blanks and all
_DATED = frozenset({"next-step", "objective", "primary", "fallback", "outcome"})
_AROUND = frozenset({"calls", "call-date", "other"})  # what may hold parts of any meaning
_OBJECTIVES, _RANKED = frozenset({"objective", "primary", "plan-objective"}), frozenset({"fallback", "sales-objective"})
_STEPS = Label(frozenset({"next-step"}), weak=True, heard=True)
_DOES = expression(
    r"^(?!What\b|How\b|Who\b)[^\W\d_][\w&'’-]*(?: [\w&'’-]+){0,2} (?:does|will do|macht|tut|liefert|fait|hace|faz)$"
)
_PARTED = expression(r"\S {1,2}(?:[–—-]|//|\|) (?P<last>[^–—|/]+)$")
# "Next steps, by 20 May", "Nächste Schritte bis 20. Mai"
_UNTIL = expression(rf"\W*\b(?:{due.LEAD_WORDS}|week of|w/c|as of|of|from|vom|du|del|de) *$", re.IGNORECASE)


class Naming(NamedTuple):
    """Names the sections of a document; an index is that of a block of it."""

    document: Document
    vocabulary: Vocabulary

    def of_heading(self, index: int, title: str, sections: Sequence[Section]) -> Label:
        """Look a heading up, and where that fails without the date that it carries: "Next steps 2026-05-02".

        ``sections`` are those before it; a document's own title is no part of it and is not heard.
        """
        label = self.vocabulary.label(title)
        if label.weak and "next-step" in label.roles and nextcalls.is_next_call(title, self.vocabulary):
            return NO_LABEL
        dated = None if label.roles else dates.first(title, self.vocabulary)
        if not dated:
            known = label.roles or len(sections) == 1 or traps.reason(title, self.vocabulary)
            label = label if known else self.vocabulary.heard(label, title, "heading", self._below(index))
            return _STEPS if not (known or label.roles) and self._shares_out(index, title) else label
        bare = _UNTIL.sub("", title[: dated.span.start]) + title[dated.span.end :]
        found = self.vocabulary.label(bare)
        if not found.roles and (parted := _PARTED.search(bare)):
            found = self.vocabulary.label(parted["last"])  # "Steering call 24/11 – what was decided"
        if not found.roles and title.rstrip().endswith("?"):
            return self.vocabulary.meaning(bare, "heading", self._below(index))  # "What would make 22 May a success?"
        # "2026-06-04 Follow-up", "2026-06-10 Champion" and "2026-05-21 Result" are calls.
        led = dated.span.start == 0 and "outcome" in found.roles
        return label if led or found.weak or not found.roles & _DATED else found

    def _shares_out(self, index: int, title: str) -> bool:
        """Say whether a heading says whose deeds the list below it holds: "Norwood does", no "What Norwood does"."""
        behind = self.document.blocks[index + 1 : index + 2]
        return (
            bool(behind) and isinstance(behind[0], ListItem) and title[:1].isupper() and _DOES.search(title) is not None
        )

    def of_opened(self, index: int, title: str, below: str, sections: Sequence[Section], around: int) -> Label:
        """Return what a label in block ``index`` means that opens a section inside the section ``around``.

        ``below`` is what stands below it, "" for what follows the block.
        """
        return fitting(self.vocabulary.meaning(title, "heading", below or self._below(index)), sections, around)

    def _below(self, index: int) -> str:
        block = self.document.blocks[index + 1] if index + 1 < len(self.document.blocks) else None
        if isinstance(block, Quote) and index + 2 < len(self.document.blocks):
            block = self.document.blocks[index + 2]
        return (
            " ".join(block.leaf.content[:_LONGEST_SEEN].split())[:_SEEN]
            if isinstance(block, (ListItem, Paragraph))
            else ""
        )


def fitting(label: Label, sections: Sequence[Section], section: int) -> Label:
    """Return a label that was only heard as far as it fits in a section: among objectives it can be a fallback."""
    while section > 0 and not sections[section].label.roles - _AROUND:
        section = sections[section].parent
    around = sections[section].label.roles
    fits = not around or (label.roles <= _RANKED and not around.isdisjoint(_OBJECTIVES))
    return label if fits or not label.heard else NO_LABEL
