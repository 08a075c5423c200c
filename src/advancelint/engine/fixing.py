"""Applies the fixes of a file's diagnostics, pass after pass, and takes back what makes the file worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from advancelint.diagnostic import Diagnostic, Edit, Key
from advancelint.engine.judge import Judgement
from advancelint.records import NamedTuple
from advancelint.source import Source

MOST_PASSES = 10
Judge = Callable[[Source], Judgement]
_Identity = tuple[str, Key]


class Mended(NamedTuple):
    """What came of a file's fixes.

    ``source`` is the text after them, ``made`` the diagnostics whose fixes are in it and ``undone`` those whose fix
    was taken back, in order; ``settled`` is false where the last pass still had something to do.
    """

    source: Source
    made: tuple[Diagnostic, ...] = ()
    undone: tuple[Diagnostic, ...] = ()
    settled: bool = True


def mend(
    source: Source, judge: Judge, safeties: Collection[str], wanted: Callable[[Diagnostic], bool] = lambda _: True
) -> Mended:
    """Apply every fix of one of ``safeties`` in ``source``; ``judge`` judges a text and leaves out what is held.

    Only what is ``wanted`` is mended.

    Of fixes that touch each other the first by place and code is made and the others wait for the next pass. After
    each pass the text is judged again; a fix that brings an error or a warning that its section did not have is taken
    back. No fix is made twice.
    """
    made: list[Diagnostic] = []
    undone: list[Diagnostic] = []
    tried: set[_Identity] = set()
    source = source.with_line_feeds()
    found = judge(source)
    for _ in range(MOST_PASSES):
        chosen = chosen_of(
            one
            for one in found.diagnostics
            if one.fix.safety in safeties and _identity(one) not in tried and wanted(one)
        )
        if not chosen:
            return Mended(source, tuple(made), tuple(undone))
        tried.update(map(_identity, chosen))
        kept, after, found = _kept(source, found, chosen, judge)
        made += kept
        undone += [one for one in chosen if one not in kept]
        source = after
    return Mended(source, tuple(made), tuple(undone), settled=False)


def _kept(
    source: Source, before: Judgement, chosen: Sequence[Diagnostic], judge: Judge
) -> tuple[Sequence[Diagnostic], Source, Judgement]:
    """Return those of ``chosen`` that do no harm, together or each for itself, the text with them and its judgement."""
    after = applied(source, chosen)
    found = judge(after)
    if not is_worse(before, found):
        return chosen, after, found
    kept = [one for one in chosen if not is_worse(before, judge(applied(source, [one])))]
    after = applied(source, kept)
    found = judge(after)
    return (kept, after, found) if kept and not is_worse(before, found) else ((), source, before)


def chosen_of(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics whose fixes can be made in one pass: by place and code, none touching one before it."""
    chosen: list[Diagnostic] = []
    taken: list[Edit] = []
    for one in sorted(diagnostics, key=lambda item: (item.fix.edits[0].span, item.code)):
        if not any(_touch(edit, other) for edit in one.fix.edits for other in taken):
            chosen.append(one)
            taken += one.fix.edits
    return tuple(chosen)


def applied(source: Source, diagnostics: Iterable[Diagnostic]) -> Source:
    """Return ``source`` with the edits of the fixes of ``diagnostics``, which must not touch each other.

    Its lines end as they did, and new ones as its first one does.
    """
    source, whole = source.with_line_feeds(), Source.of(source.path, source.written)
    end = whole.text[whole.line_span(1).end : whole.line_starts[1]] if whole.line_count > 1 else "\n"

    def at(offset: int) -> int:
        place = source.place(offset)
        return whole.line_starts[place.line - 1] + place.column - 1

    pieces: list[str] = []
    last = 0
    for edit in sorted(edit for one in diagnostics for edit in one.fix.edits):
        pieces += (whole.text[last : at(edit.span.start)], edit.text.replace("\n", end))
        last = at(edit.span.end)
    return Source.of(source.path, "".join((*pieces, whole.text[last:]))).with_line_feeds()


def is_worse(before: Judgement, after: Judgement) -> bool:
    """Say whether a text is understood otherwise, or has an error or a warning that its section did not have.

    What stood behind another diagnosis of its line was there before.
    """
    if before.status != after.status or len(after.failures) > len(before.failures):
        return True
    hidden = {(code, one.key.section) for one in before.diagnostics for code in one.also}
    for severities in (("error",), ("error", "warning")):
        told = _told(before.diagnostics, severities)
        new = _told(after.diagnostics, severities)
        if any(count > told[place] and place not in hidden for place, count in new.items()):
            return True
    return False


def _told(diagnostics: Sequence[Diagnostic], severities: tuple[str, ...]) -> Counter[tuple[str, tuple[str, ...]]]:
    return Counter((one.code, one.key.section) for one in diagnostics if one.severity in severities)


def _touch(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end


def _identity(diagnostic: Diagnostic) -> _Identity:
    return (diagnostic.code, diagnostic.key)
