"""All suppressions of one file, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from advancelint.diagnostic import Fix
from advancelint.errors import closest
from advancelint.source import Source, Span
from advancelint.suppress.find import addressed, without
from advancelint.suppress.mend import removal, replaced, taken_out
from advancelint.suppress.model import IGNORED, NONE, Fault, Name, Register, Suppression, Suppressions
from advancelint.suppress.parse import parse
from advancelint.suppress.reach import reaches

_REMOVE = "remove the suppression"


def read(source: Source, register: Register, as_of: str) -> tuple[Source, Suppressions]:
    """Return ``source`` without its suppressions, offsets unchanged, and the suppressions; never raises on any text.

    ``as_of`` is the ISO date that counts as today. With the register `IGNORED` there are none.
    """
    source = source.with_line_feeds()
    found = addressed(source)
    if not found:
        return source, NONE
    quiet = without(source, found)
    if register == IGNORED:
        return quiet, NONE
    items: list[Suppression] = []
    for comment, begin in found:
        end = comment.span.end - 3 if source.text.endswith("-->", 0, comment.span.end) else comment.span.end
        item = parse(source.text, comment.span, Span(begin, max(begin, end)), register, as_of)
        items.append(item if comment.closed else item._replace(fault="it has no end: “-->” is missing"))
    items, unmatched = reaches(items, quiet)
    faults = [fault for item in items for fault in _faults(source, item, register, as_of)]
    faults += [_unmatched(source, items[index], name) for index, name in unmatched]
    return quiet, Suppressions(source, tuple(items), tuple(sorted(faults, key=lambda fault: fault.span)))


def unused(read: Suppressions, used: Collection[tuple[int, str]], judged: Collection[str]) -> Iterator[Fault]:
    """Yield the fault of each suppression that holds nothing for some of its codes.

    ``used`` is the (index, code) pairs that hold something or may on another day; a code whose rule is not in
    ``judged`` took no part, so nobody can tell.
    """
    for index, item in enumerate(read.items):
        reached = {code for code, _ in item.reach}
        idle = [
            name for name in item.names
            if name.code in reached and name.code in judged and (index, name.code) not in used
        ]  # fmt: skip
        if idle:
            yield _unused(read, item, idle)


def _unused(read: Suppressions, item: Suppression, idle: Sequence[Name]) -> Fault:
    source = read.source
    edits = list(removal(source, item, idle))
    codes = {name.code for name in idle}
    for closer in item.closers:
        partner = read.items[closer]
        edits += removal(source, partner, [name for name in partner.names if name.code in codes])
    whole = len(idle) == len(item.names)
    title = _REMOVE if whole else f"remove {_listed(idle)}"
    span = item.span if whole else idle[0].span
    return Fault("unused", _listed(idle), span, _words(source, item), taken_out("safe", title, edits))


def _faults(source: Source, item: Suppression, register: Register, as_of: str) -> Iterator[Fault]:
    words = _words(source, item)
    if item.fault:
        yield Fault("malformed", item.fault, item.span, words)
        return
    if item.expired:
        edits = removal(source, item, item.names)
        reason = f"it ended on {item.until}, and today is {as_of}"
        yield Fault("expired", reason, item.span, words, taken_out("safe", _REMOVE, edits))
    for name in item.names:
        if not name.code:
            reason, fix = _unknown(source, item, name, register)
            yield Fault("unknown", reason, name.span, words, fix)
        elif name.code in register.barred:
            reason = f"“{name.word}” is about suppressions themselves and cannot be suppressed"
            fix = taken_out("safe", f"remove {name.word}", removal(source, item, [name]))
            yield Fault("unknown", reason, name.span, words, fix)
        elif name.word.lower() in register.former and not item.expired:
            now = register.former[name.word.lower()]
            fix = _renaming(source, item, name, register)
            yield Fault("renamed", f"“{name.word}” is now called {now}", name.span, words, fix)


def _renaming(source: Source, item: Suppression, name: Name, register: Register) -> Fix:
    """Return the fix that writes for ``name`` what is written now, or takes it out where the rule is named anyway."""
    now = register.former[name.word.lower()]
    same = [one for one in item.names if one.code == name.code]
    kept = next((one for one in same if one.word.lower() not in register.former), same[0])
    if kept is not name:
        return taken_out("safe", f"remove {name.word}", removal(source, item, [name]))
    return taken_out("safe", f"write {now}", (replaced(source, name, now),))


def _unknown(source: Source, item: Suppression, name: Name, register: Register) -> tuple[str, Fix]:
    word = name.word.lower()
    begins = any(code.lower().startswith(word) for code in register.codes.values())
    kind = register.groups.get(word) or ("the beginning of codes" if begins else "")
    if kind or word == "all":
        told = f" is {kind}, which" if kind else ""
        reason = f"“{name.word}”{told} would hold rules that nobody has looked at; name each rule by its code"
        return reason, taken_out("unsafe", f"remove {name.word}", removal(source, item, [name]))
    meant = closest(word.replace("o", "0"), [code.lower() for code in register.codes.values()])
    meant = meant or closest(word, [known for known in register.codes if known not in register.former])
    reason = f"no rule has the code or name “{name.word}”"
    if not meant:
        return reason, taken_out("unsafe", f"remove {name.word}", removal(source, item, [name]))
    proper = register.codes[meant] if meant == register.codes[meant].lower() else meant
    fix = taken_out("unsafe", f"write {proper}", (replaced(source, name, proper),))
    return f"{reason}; did you mean “{proper}”?", fix


def _unmatched(source: Source, item: Suppression, name: Name) -> Fault:
    words = _words(source, item)
    if item.kind == "enable":
        fix = taken_out("safe", f"remove {name.word}", removal(source, item, [name]))
        return Fault("unmatched", f"nothing above disables “{name.word}”", name.span, words, fix)
    return Fault("unmatched", f"nothing below enables “{name.word}” again, so it is held to the end", name.span, words)


def _words(source: Source, item: Suppression) -> str:
    return source.text[item.span.start : item.span.end]


def _listed(names: Sequence[Name]) -> str:
    words = [f"“{name.word}”" for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
