"""What signs weigh in several weighings, kept as one number a sign: each is looked up once, and one sum adds up all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from advancelint.lookup import Lookup, pieces_of

# Each weighing has as many bits of a number, and no sum of weights needs more.
_BITS = 24
_HALF, _WHOLE = 1 << (_BITS - 1), 1 << _BITS


class Weighings:
    """Weighs signs; the empty sign is the constant of each weighing."""

    def __init__(self, names: Sequence[str], packed: Lookup[int]) -> None:
        """Take the names of the weighings and the packed weights of each sign."""
        self.names, self._packed = tuple(names), packed

    @classmethod
    def of(cls, weights: Mapping[str, Mapping[str, int]]) -> Weighings:
        """Return the weighings with these weights by sign, by the name of the weighing."""
        return thawed(frozen_of(weights))

    def sums(self, signs: Iterable[str]) -> list[int]:
        """Return what signs weigh together in each weighing, in the order of `names`; a sign without weight is 0."""
        return _unpacked(sum(map(self._packed.find, signs)), len(self.names))

    def weights(self) -> dict[str, dict[str, int]]:
        """Return what each sign weighs that weighs something, by the name of the weighing."""
        cells = self._packed.cells()
        rows = [(sign, _unpacked(int(cell), len(self.names))) for sign, cell in cells.items()]
        return {name: {sign: row[at] for sign, row in rows if row[at]} for at, name in enumerate(self.names)}

    def knows(self, sign: str) -> bool:
        """Say whether a sign has a weight in one of the weighings."""
        return self._packed.cell(sign) is not None


def frozen_of(weights: Mapping[str, Mapping[str, int]]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return weights by sign, by the name of the weighing, as a wheel keeps them and `thawed` takes them."""
    signs = dict.fromkeys(chain.from_iterable(weights.values()))
    rows = ((sign, str(_pack([known.get(sign, 0) for known in weights.values()]))) for sign in signs)
    return tuple(weights), pieces_of(rows)


def thawed(frozen: tuple[Sequence[str], dict[str, str]]) -> Weighings:
    """Return the weighings of which `frozen_of` made this."""
    names, pieces = frozen
    return Weighings(names, Lookup(pieces, int, 0))


def _pack(weights: Iterable[int]) -> int:
    return sum(weight << (_BITS * place) for place, weight in enumerate(weights))


def _unpacked(total: int, size: int) -> list[int]:
    found = []
    for _ in range(size):
        own = (total + _HALF) % _WHOLE - _HALF  # negative ones have borrowed from those above
        found.append(own)
        total = (total - own) >> _BITS
    return found
