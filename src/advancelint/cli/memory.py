"""What earlier runs found in the same files, so that only what has changed is judged anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from advancelint.cache import places, witness
from advancelint.cache.digest import digest_of
from advancelint.cache.entries import Entries
from advancelint.cache.frozen import freeze, thaw
from advancelint.cache.stamp import stamp
from advancelint.diagnostic import Diagnostic, Edit, Failure, Fix, Frame, Hold, Key
from advancelint.engine import Judgement, Standing, Trouble
from advancelint.engine.ties import Ties, Told
from advancelint.records import NamedTuple
from advancelint.source import Place, Source, Span
from advancelint.suppress import Lines, Name, Suppression

if TYPE_CHECKING:
    from advancelint.cli.bench import Bench
    from advancelint.rule import Rule

_SECONDS_A_DAY = 86_400


class Kept(NamedTuple):
    """A judgement with what it rests on beside its file: ``seen`` is the digest of what its ``ties`` let it see."""

    judgement: Judgement
    ties: Ties
    seen: str


_CLASSES: dict[str, type[tuple[Any, ...]]] = {
    one.__name__: one
    for one in (
        Kept, Judgement, Ties, Diagnostic, Failure, Fix, Edit, Frame, Hold, Key, Place, Span, Standing, Suppression,
        Name, Lines,
    )
}  # fmt: skip


def thawed(data: bytes) -> Kept:
    """Return the judgement that `Memory.note` or `alone` made ``data`` of; raises ValueError for anything else."""
    kept = thaw(data, _CLASSES)
    if not isinstance(kept, Kept):
        raise ValueError("no judgement")
    return kept


def alone(judgement: Judgement) -> bytes:
    """Return ``judgement`` as bytes for another process, to be remembered by nobody."""
    return freeze(Kept(judgement, Ties(), ""))


def told(data: bytes) -> Told:
    """Return what looking around has found in another process, which froze it."""
    found: Told = thaw(data, {"Told": Told})
    return found


class Memory:
    """Judgements by all that they rest on: tool, rules, settings with the day, path, text, and what lies around.

    Nothing in it changes what a run says; it holds what judging the same anew would find.
    """

    def __init__(self, bench: Bench, root: str, begun: int) -> None:
        """Open the memory below ``root``, the folder of all caches; ``begun`` is when the process began, in ns."""
        self._bench, self._begun = bench, begun
        path = os.path.join(places.of_tree(root), "judgements")
        self._entries = Entries(root, path, begun // 1_000_000_000 // _SECONDS_A_DAY)
        self._grounds: dict[int, str] = {}
        self._stamp = stamp()
        # Whether earlier versions of any file had a say.
        self.dated = False

    def key_of(self, path: str, taken: Source) -> str:
        """Return what the judgement of ``taken``, which was read from ``path``, is known by."""
        name = self._bench.name_of(path)
        settings, rules = self._bench.settings_of(name), self._bench.rules_of(name)
        if id(rules) not in self._grounds:  # the chooser gives the same rules for the same words
            self._grounds[id(rules)] = self._ground_of(rules)
        parts = (self._grounds[id(rules)], os.path.abspath(name), taken.path, repr(settings), taken.text)
        return digest_of(*(part.encode("utf-8", "surrogatepass") for part in parts))

    def recall(self, path: str) -> Judgement | None:
        """Return the judgement of ``path``, None where it has to be judged."""
        taken = self._bench.take(path)
        data = self._entries.get(self.key_of(path, taken)) if isinstance(taken, Source) else b""
        if not data:
            return None
        try:
            kept = thawed(data)
        except ValueError:
            return None
        if kept.seen != self._bench.around.seen(path, kept.ties, self._begun):
            return None
        self.dated = self.dated or kept.ties.dated
        return kept.judgement

    def note(self, path: str, taken: Source | Trouble, judgement: Judgement) -> tuple[str, bytes]:
        """Return the key and the bytes of ``judgement``, which was made of ``path`` just now, for `keep`.

        The key is "" where it is not to be remembered: what could not be read, or broke, may be right the next time.
        """
        ties = self._bench.around.ties_of(path)
        seen = self._bench.around.seen(path, ties, self._begun)
        self.dated = self.dated or ties.dated
        kept = freeze(Kept(judgement, ties, seen))
        if not isinstance(taken, Source) or judgement.failures or not seen:
            return "", kept
        return self.key_of(path, taken), kept

    def keep(self, key: str, data: bytes) -> None:
        """Remember ``data`` by ``key``, as `note` gave them, here or in another process."""
        if key:
            self._entries.put(key, data)

    def save(self) -> None:
        """Write what is new to the file."""
        self._entries.save()

    def _ground_of(self, rules: tuple[Rule, ...]) -> str:
        others = {rule.card.path for rule in (*rules, *self._bench.known) if not rule.card.own}
        cards = [part for path in sorted(others) for part in (path, witness.of_file(path)[3])]
        parts = (self._stamp, str(self._bench.asked.suppressions), *(rule.code for rule in rules), "", *cards)
        return digest_of(*map(os.fsencode, parts))
