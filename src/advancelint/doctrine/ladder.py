"""The ladder: stages, what clients can commit to at each, what has to come before. All of it is data in lexicon/."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, lru_cache

from advancelint.records import NamedTuple
from advancelint.resources import folder, rows

ENERGIES = ("none", "low", "medium", "high")
PROFILES = ("default", "manufacturing", "pharma", "consulting", "transactional")


class Act(NamedTuple):
    """A commitment of the client's or a milestone, from ladder-commitments.tsv and ladder-milestones.tsv.

    ``hard`` and ``soft`` are the ids of what comes before; ``owners`` role ids; ``days`` the least lead time in days
    (0 where unknown). ``done`` words a clause ("the contract is signed"), ``line`` a predicate that stands behind a
    name, ``why`` what it is good for. ``implied`` are acts that cannot have happened without this one.
    """

    id: str
    stage: str
    energy: str
    hard: tuple[str, ...]
    soft: tuple[str, ...]
    owners: tuple[str, ...]
    days: int
    recurs: bool
    only: str
    done: str
    line: str
    why: str
    implied: tuple[str, ...]
    milestone: bool


class Stage(NamedTuple):
    """A step of the ladder. ``days`` is how long a chain may rest there; ``exit`` the acts that show it was passed."""

    id: str
    name: str
    question: str
    days: int
    exit: tuple[str, ...]


class Ladder(NamedTuple):
    """Stages in order, acts by id in the ladder's order, and what the profile leaves out or allows."""

    profile: str
    stages: dict[str, Stage]
    acts: dict[str, Act]
    off: frozenset[str]
    least_energy: str

    def distance(self, act: str, stage: str) -> int:
        """Return the stages from ``stage`` to the act ``act``; 0 where either is unknown, negative when behind."""
        if act not in self.acts or stage not in self.stages:
            return 0
        order = list(self.stages)
        return order.index(self.acts[act].stage) - order.index(stage)

    def order(self, act: str) -> tuple[int, int]:
        """Return a key by which acts sort along the ladder, milestones of a stage before its commitments."""
        stages, acts = list(self.stages), list(self.acts)
        return stages.index(self.acts[act].stage), acts.index(act)


def _table(name: str) -> list[list[str]]:
    return rows(os.path.join(folder("lexicon"), "en", f"ladder-{name}.tsv"))


def _ids(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split())


def _acts() -> dict[str, Act]:
    found = {
        row[0]: Act(row[0], row[1], "medium", (), (), ("any",), 0, True, "", row[3], row[4], row[5], _ids(row[2]), True)
        for row in _table("milestones")
    }
    for row in _table("commitments"):
        ident, stage, energy, hard, soft, owners, days, recurs, only, done, line, why = row
        found[ident] = Act(
            ident, stage, energy, _ids(hard), _ids(soft), _ids(owners), int(days), recurs == "yes",
            "" if only == "-" else only, done, line, why, (), milestone=False,
        )  # fmt: skip
    return found


def ladder(profile: str = "default") -> Ladder:
    """Return the ladder as ``profile`` changes it; read once a process. Raises ResourceError for broken data."""
    return _ladder(profile)


@cache  # asked without a profile and for "default" it is the same
def _ladder(profile: str) -> Ladder:
    stages = {row[0]: Stage(row[0], row[1], row[2], int(row[3]), _ids(row[4])) for row in _table("stages")}
    acts, off, least = _acts(), set(), "medium"
    for name, what, key, value in _table("profiles"):
        if name != profile:
            continue
        if what == "stage":
            acts[key] = acts[key]._replace(stage=value)
        elif what == "hard":
            acts[key] = acts[key]._replace(hard=(*acts[key].hard, *_ids(value)))
        elif what == "off":
            off.add(key)
        elif what == "energy":
            least = value
        elif what == "days":
            stages = {ident: stage._replace(days=int(value)) for ident, stage in stages.items()}
    return Ladder(profile, stages, acts, frozenset(off), least)


class RoleWord(NamedTuple):
    """Words of a job title, the role they show, and whether that role can bind the company ("full") or not."""

    role: str
    weight: str
    words: str


@cache
def role_words() -> tuple[RoleWord, ...]:
    """Return the words of ladder-roles.tsv in its order."""
    return tuple(RoleWord(*row) for row in _table("roles"))


def roles_of(title: str) -> frozenset[str]:
    """Return the ids of the roles that the job title ``title`` shows; empty where it shows none."""
    return frozenset(word.role for word in _words_in(title))


def is_light(title: str) -> bool:
    """Say whether ``title`` shows only roles that cannot bind the company by themselves."""
    found = _words_in(title)
    return bool(found) and all(word.weight == "light" for word in found)


@lru_cache(maxsize=128)
def _words_in(title: str) -> Sequence[RoleWord]:
    padded = f" {' '.join(_plain(title))} "
    return [word for word in role_words() if f" {word.words} " in padded]


def _plain(title: str) -> list[str]:
    return "".join(one if one.isalnum() or one in "&'" else " " for one in title.casefold()).split()
